using Inward.House;
using Inward.Objectives;

namespace Inward.Server.Demo;

/// <summary>What Osterfenn wants to reach: told by the rules, as everybody tells it.</summary>
internal sealed class DemoObjectives(DemoContent content, DemoDays days, Names names)
{
    private readonly Dictionary<string, Objective> told = [];

    public IEnumerable<DemoFact> Tell() => content.Objectives.Objectives.SelectMany(Of).ToList();

    private IEnumerable<DemoFact> Of(ObjectiveText text)
    {
        var owner = names.Person(text.By);
        var at = At(text, text.Day, "opened");
        var above = text.Serves is { } serves ? new[] { told[serves] } : [];
        var objective = Objective.Begun(new ObjectiveTold(
            text.What, text.Measure, text.Baseline, text.Target, text.Unit, text.Due is { } due ? days[due] : null, text.Because, text.DayAfter, text.Observables,
            Editors: [.. (text.Editors ?? []).Select(names.Person)], Parent: above.FirstOrDefault()?.Id), above, names.Workspace, owner, days[text.Day], at) with
        { Id = Chance.IdOf($"objective {text.Key}", at) };
        yield return new DemoObjective(at, owner, objective, "opened");
        if (text.Published is { } published)
        {
            at = At(text, published, "published");
            objective = objective.Publish(new AdviceCount(0, 0, 0), owner, at);
            yield return new DemoObjective(at, owner, objective, "published");
        }
        if (text.Seen is { } seen)
        {
            at = At(text, seen.Day, "seen");
            objective = objective.See(seen.N, seen.Words, null, owner, at);
            yield return new DemoObjective(at, owner, objective, "observed");
        }
        if (text.Closed is { } closed)
        {
            at = At(text, closed.Day, "closed");
            objective = objective.Close(closed.Learned, owner, at);
            yield return new DemoObjective(at, owner, objective, "closed");
        }
        told[text.Key] = objective;
    }

    private DateTimeOffset At(ObjectiveText text, int day, string what) => days.Moment(day, names.ZoneOf(names.Person(text.By)), $"objective {text.Key} {what}");
}
