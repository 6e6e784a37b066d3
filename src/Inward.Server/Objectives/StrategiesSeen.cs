using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>The eight strategies of an objective, each with the traces that use has left.</summary>
public static class StrategiesSeen
{
    public static async Task<ObjectiveFacts> Facts(Session session, Me me, ObjectiveSeen seen, DateOnly today)
    {
        var one = seen.Objective;
        var said = await session.All<Said>("""
            select person, case when answered_at is null then 0 else 1 end as answered, case when used = 1 then 1 else 0 end as used, case when answered_at is not null and replied_at is null then 1 else 0 end as unreplied
            from objective_advice where workspace = @Workspace and objective = @Id
            """, new { me.Workspace, one.Id });
        var ideas = await session.One<Ideas>("""
            select count(*) as shared, count(case when state = 'waiting' then 1 end) as waiting, count(case when state = 'adopted' then 1 end) as adopted
            from idea where workspace = @Workspace and about = @Id and is_private = 0 and merged_into is null and state <> 'withdrawn'
            """, new { me.Workspace, one.Id }) ?? new Ideas(0, 0, 0);
        var below = seen.Below.Select(row => row.Objective).ToList();
        var people = said.Where(row => row.Answered == 1).Select(row => row.Person).Concat(below.Select(row => row.Owner)).Append(one.Owner).Distinct().ToList();
        var places = (await AdviceTable.Places(session, me.Workspace, today, people)).ToDictionary(place => place.Person);
        var heard = said.Where(row => row.Answered == 1).Select(row => places.GetValueOrDefault(row.Person)).OfType<Placed>().ToList();
        var own = places.GetValueOrDefault(one.Owner)?.Team;
        return new ObjectiveFacts(one, new AdviceCount(said.Count, said.Sum(row => row.Answered), said.Sum(row => row.Unreplied)), heard.Select(place => place.Level).Distinct().Count(),
            heard.Select(place => place.Team).OfType<Id>().Distinct().Count(), said.Sum(row => row.Used), below,
            below.Select(row => places.GetValueOrDefault(row.Owner)?.Team).OfType<Id>().Where(team => team != own).Distinct().Count(), new IdeaCount((int)ideas.Shared, (int)ideas.Waiting, (int)ideas.Adopted), Clarity.Of(ClarityIn(one)));
    }

    public static ClarityOf ClarityIn(Objective one) => new()
    {
        What = one.What, Measure = one.Measure, Unit = one.Unit, Baseline = one.Baseline, Target = one.Target, By = one.By, Because = one.Because, DayAfter = one.DayAfter, Observables = [.. one.Observables.Select(observable => observable.Text)],
    };

    /// <summary>Where a trace is found, or an act is done; null where it is not the reader's to do.</summary>
    public static string Address(Objective one, Spot at) => at switch
    {
        Spot.Advice => $"/objectives/{one.Id}/advice",
        Spot.Words => $"/objectives/{one.Id}/edit",
        Spot.Below => $"/objectives/{one.Id}#tree",
        Spot.DayAfter => $"/objectives/{one.Id}#day-after",
        Spot.Clarity => $"/objectives/{one.Id}#clarity",
        Spot.Ask => "/asks/new",
        Spot.Ideas => $"/ideas?about={one.Id}",
        Spot.HelpWanted => $"/ideas/wanted/new?about={one.Id}",
        _ => "/conversations/new",
    };

    /// <summary>The next act as whoever looks can do it; what is its writers' alone is not offered to others.</summary>
    public static (Sentence Says, string Href)? Act(Standing standing, ObjectiveSeen seen) => (standing.Next, seen.Objective) switch
    {
        (null, _) or (_, { Closed: not null }) => null,
        ({ At: Spot.Words or Spot.Advice }, _) when !seen.MayChange => null,
        ({ At: Spot.Below, Says: var says }, var one) => (says, $"/objectives/new?parent={one.Id}"),
        (var next, var one) => (next.Says, Address(one, next.At)),
    };

    private sealed record Ideas(long Shared, long Waiting, long Adopted);

    private sealed record Said(Id Person, int Answered, int Used, int Unreplied);
}

/// <param name="Href">Where it is found.</param>
public sealed record TraceOut(string Says, string Href);

/// <param name="Questions">Its two questions.</param>
/// <param name="Evidence">What use has left of it.</param>
/// <param name="Gap">What is missing, in one sentence; null where nothing is.</param>
/// <param name="Next">What the reader could do next.</param>
public sealed record StrategyOut(string Key, string Name, IReadOnlyList<string> Questions, IReadOnlyList<TraceOut> Evidence, string? Gap, TraceOut? Next);

/// <summary>One thing that makes it clear.</summary>
/// <param name="Suggestion">What would bring more; null when nothing would.</param>
public sealed record ClarityPointOut(string Key, string Name, int Points, int Of, string Explanation, string? Suggestion);

/// <param name="Clarity">0 to 100.</param>
public sealed record StrategiesOut(IReadOnlyList<StrategyOut> Items, string? Next, int Clarity, IReadOnlyList<ClarityPointOut> Points)
{
    public static async Task<StrategiesOut> Of(Session session, Door door, Id id)
    {
        var seen = await ObjectiveSeen.One(session, door.Me, id, door.Today);
        var (facts, t) = (await StrategiesSeen.Facts(session, door.Me, seen, door.Today), door.T);
        return new StrategiesOut([.. Strategy.Of(facts).Select(standing => new StrategyOut(standing.Strategy.Key, t[standing.Strategy.Name], [t[standing.Strategy.First], t[standing.Strategy.Second]],
            [.. standing.Traces.Select(trace => new TraceOut(t[trace.Says], StrategiesSeen.Address(seen.Objective, trace.At)))], standing.Gap is { } gap ? t[gap] : null,
            StrategiesSeen.Act(standing, seen) is { } act ? new TraceOut(t[act.Says], act.Href) : null))],
            null, facts.Clarity.Total, [.. facts.Clarity.Points.Select(point => new ClarityPointOut(point.Key, t[point.Name], point.Points, point.Of, t[point.Explanation], point.Suggestion is { } more ? t[more] : null))]);
    }
}
