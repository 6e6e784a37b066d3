using Inward.House;

namespace Inward.Objectives;

/// <summary>What use has left of each strategy. A gap is one sentence; where no room keeps traces yet, it says so by being there.</summary>
internal static class StrategyTraces
{
    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) BuyIn(ObjectiveFacts facts)
    {
        var (advice, isOpen) = (facts.Advice, facts.Objective.State is ObjectiveState.Draft or ObjectiveState.Advice);
        var traces = new List<Trace>();
        if (advice.Asked > 0)
            traces.Add(new Trace(new Sentence("{0} asked, {1} answered", advice.Asked, advice.Answered), Spot.Advice));
        if (advice.Answered > 0)
            traces.Add(new Trace(new Sentence("heard from teams: {0}, levels: {1}", facts.Teams, facts.Levels), Spot.Advice));
        if (facts.Used > 0)
            traces.Add(new Trace(new Sentence("answers that were used: {0}", facts.Used), Spot.Advice));
        traces.AddRange(IdeasOf(facts));
        var (gap, act) = advice switch
        {
            { Asked: 0 } => (isOpen ? "Nobody is asked for advice yet." : "It was published without asking anybody for advice.", "Ask for advice"),
            { Answered: 0 } => ("Nobody who was asked has answered.", "Ask more"),
            { Unreplied: > 0 } => ("An answer still has no reply.", "Reply to it"),
            _ when facts.Levels < 2 => ("Only one level of the company was heard.", "Ask more"),
            _ => (null, ""),
        };
        if (gap is null && facts.Ideas.Shared == 0)
            return (traces, new Sentence("No idea of those closest to the work is captured yet."), new NextAct("Say what help is wanted", Spot.HelpWanted));
        return (traces, gap is null ? null : new Sentence(gap), isOpen || advice.Unreplied > 0 ? new NextAct(act, Spot.Advice) : new NextAct("Ask a colleague what they would change", Spot.Ask));
    }

    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) Desires(ObjectiveFacts facts) =>
        ([], new Sentence("No team has written yet what it means to them."), new NextAct("Ask a team what it would mean to them", Spot.Ask));

    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) Motives(ObjectiveFacts facts) =>
        ([], new Sentence("Nobody has noted yet what people want from it."), new NextAct("Ask somebody in person, and log the talk", Spot.Talk));

    /// <summary>What would bring most points is the gap.</summary>
    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) Clear(ObjectiveFacts facts) => (
        [new Trace(new Sentence("{0} of 100 points for clarity", facts.Clarity.Total), Spot.Clarity)],
        facts.Clarity.Points.Where(point => point.Suggestion is not null).MaxBy(point => point.Of - point.Points)?.Suggestion,
        new NextAct("Make it clearer", Spot.Words));

    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) OwnTargets(ObjectiveFacts facts)
    {
        var one = facts.Objective;
        var own = facts.Below.Count(below => below.Owner != one.Owner);
        var traces = own > 0 ? new List<Trace> { new(new Sentence("objectives of others under it: {0}", own), Spot.Below) } : [];
        var claims = facts.Below.Where(below => below is { AddsUp: true, Baseline: not null, Target: not null }).Select(below => below.Target!.Value - below.Baseline!.Value).ToList();
        if (one is not { Baseline: { } from, Target: { } to } || claims.Count == 0)
            return (traces, own == 0 ? new Sentence("No team has set a target of its own yet.") : null, new NextAct("Write one that serves it", Spot.Below));
        // A falling target is claimed by falling ones.
        var (claimed, wanted) = (claims.Sum() * Math.Sign(to - from), Math.Abs(to - from));
        traces.Add(new Trace(new Sentence("{0} of {1} {2} are claimed by those under it", claimed, wanted, one.Unit ?? ""), Spot.Below));
        return (traces, claimed < wanted ? new Sentence("{0} {1} are not claimed by anybody yet.", wanted - claimed, one.Unit ?? "") : null, new NextAct("Write one that serves it", Spot.Below));
    }

    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) Picture(ObjectiveFacts facts)
    {
        var one = facts.Objective;
        var traces = new List<Trace>();
        if (one.DayAfter is not null)
            traces.Add(new Trace("the day after is told", Spot.DayAfter));
        if (one.Observables.Count > 0)
            traces.Add(new Trace(new Sentence("{0} of {1} can be seen", one.Observables.Count(observable => observable.Seen is not null), one.Observables.Count), Spot.DayAfter));
        return (traces, one.DayAfter is null ? new Sentence("Nobody has told yet what the company looks like the morning after.")
            : one.Observables.Count < Objective.MostObservables ? new Sentence("It names {0} of {1} things that anybody can see then.", one.Observables.Count, Objective.MostObservables) : null, new NextAct("Tell the day after", Spot.Words));
    }

    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) CrossFunctional(ObjectiveFacts facts) => (
        facts.TeamsBelow > 0 ? [new Trace(new Sentence("other teams with a measure under it: {0}", facts.TeamsBelow), Spot.Below)] : [],
        facts.TeamsBelow == 0 ? new Sentence("No measure of another team is tied to it yet.") : null, new NextAct("Write one that serves it", Spot.Below));

    public static (IReadOnlyList<Trace>, Sentence?, NextAct?) Help(ObjectiveFacts facts)
    {
        List<Trace> traces = [.. facts.Advice.Answered > 0 ? [new Trace(new Sentence("answers that say what would help: {0}", facts.Advice.Answered), Spot.Advice)] : Array.Empty<Trace>(), .. IdeasOf(facts)];
        return facts.Ideas.Waiting > 0 ? (traces, new Sentence("Ideas that wait for an answer: {0}.", facts.Ideas.Waiting), new NextAct("Look at the ideas", Spot.Ideas))
            : (traces, traces.Count == 0 ? new Sentence("Nobody has said yet what they know that would bring it closer.") : null, new NextAct("Say what help is wanted", Spot.HelpWanted));
    }

    private static IEnumerable<Trace> IdeasOf(ObjectiveFacts facts)
    {
        if (facts.Ideas.Shared > 0)
            yield return new Trace(new Sentence("ideas about it: {0}", facts.Ideas.Shared), Spot.Ideas);
        if (facts.Ideas.Adopted > 0)
            yield return new Trace(new Sentence("ideas that became promises: {0}", facts.Ideas.Adopted), Spot.Ideas);
    }
}
