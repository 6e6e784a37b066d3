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
        var said = text.Advice ?? [];
        if (text.Asked is { } asked)
        {
            at = At(text, asked, "asked");
            objective = objective.Ask(null, owner, days[asked], at);
            yield return new DemoObjective(at, owner, objective, "advice-asked");
            foreach (var fact in said.SelectMany(one => Advised(text, one, objective, at)))
                yield return fact;
        }
        if (text.Published is { } published)
        {
            at = At(text, published, "published");
            objective = objective.Publish(new AdviceCount(said.Count, said.Count(one => one.Text is not null), said.Count(one => one.Text is not null && one.Used is null)), owner, at);
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

    private IEnumerable<DemoFact> Advised(ObjectiveText text, AdviceText one, Objective objective, DateTimeOffset at)
    {
        var (person, owner, name) = (names.Person(one.By), objective.Owner, $"advice {text.Key} {one.By}");
        var advice = new Advice(names.Workspace, Chance.IdOf(name, at), objective.Id, person, owner, at);
        yield return new DemoAdvice(at, owner, advice, "adviser-asked");
        if (one.Day is not { } day)
            yield break;
        var answered = days.Moment(day, names.ZoneOf(person), name, at);
        advice = advice.Say(objective, one.Text, person, answered);
        yield return new DemoAdvice(answered, person, advice, "advised");
        if (one.Replied is not { } replied)
            yield break;
        var told = days.Moment(replied, names.ZoneOf(owner), $"{name} reply", answered);
        yield return new DemoAdvice(told, owner, advice.ReplyTo(objective, one.Used, one.Because, owner, told), "advice-replied");
    }

    private DateTimeOffset At(ObjectiveText text, int day, string what) => days.Moment(day, names.ZoneOf(names.Person(text.By)), $"objective {text.Key} {what}");
}

internal sealed record ObjectivesFile(IReadOnlyList<ObjectiveText> Objectives);

/// <param name="Due">The last day, in working days from today.</param>
/// <param name="Asked">The day on which advice was asked for; null where it was not.</param>
internal sealed record ObjectiveText(
    string Key, string By, int Day, string What, string? Measure = null, decimal? Baseline = null, decimal? Target = null, string? Unit = null, int? Due = null, string? Because = null, string? DayAfter = null,
    IReadOnlyList<string>? Observables = null, IReadOnlyList<string>? Editors = null, string? Serves = null, int? Asked = null, int? Published = null, SeenText? Seen = null, LearnedText? Closed = null, IReadOnlyList<AdviceText>? Advice = null);

internal sealed record SeenText(int N, int Day, string Words);

internal sealed record LearnedText(int Day, string Learned);

/// <param name="Day">When they answered; null while they have not.</param>
internal sealed record AdviceText(string By, int? Day = null, string? Text = null, int? Replied = null, bool? Used = null, string? Because = null);
