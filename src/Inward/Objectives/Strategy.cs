using Inward.House;

namespace Inward.Objectives;

/// <summary>Where a trace is found, or where the next act is done.</summary>
public enum Spot
{
    Advice,
    Words,
    Below,
    DayAfter,
    Clarity,
    Ask,
    Talk,
    Ideas,
    HelpWanted,
}

/// <summary>Something that use has left: counted, never claimed.</summary>
public sealed record Trace(Sentence Says, Spot At);

/// <summary>What one could do next.</summary>
public sealed record NextAct(Sentence Says, Spot At);

/// <summary>How a strategy stands: what use has left of it, and what is missing.</summary>
/// <param name="Gap">Null where nothing is missing.</param>
public sealed record Standing(Strategy Strategy, IReadOnlyList<Trace> Traces, Sentence? Gap, NextAct? Next)
{
    public bool IsAlive => Gap is null;
}

/// <summary>What is known of an objective from use.</summary>
/// <param name="Levels">How many levels of the company have given advice.</param>
/// <param name="Teams">How many teams have.</param>
/// <param name="Used">How many answers were used.</param>
/// <param name="Below">Objectives right under it.</param>
/// <param name="TeamsBelow">Teams of those who own them, without the team of its own owner.</param>
public sealed record ObjectiveFacts(Objective Objective, AdviceCount Advice, int Levels, int Teams, int Used, IReadOnlyList<Objective> Below, int TeamsBelow, IdeaCount Ideas, Clarity Clarity);

/// <summary>Ideas about an objective that everybody may read.</summary>
public sealed record IdeaCount(int Shared, int Waiting, int Adopted);

/// <summary>
/// One of eight ways to sell an objective inside, with its two questions. Each is answered by what use has left, never by a tick of
/// whoever answers for it.
/// </summary>
/// <param name="Key">Its name on the wire.</param>
/// <param name="Tell">From the facts: the traces, the gap in one sentence, and the next act.</param>
public sealed record Strategy(string Key, Sentence Name, Sentence First, Sentence Second, Func<ObjectiveFacts, (IReadOnlyList<Trace> Traces, Sentence? Gap, NextAct? Next)> Tell)
{
    /// <summary>In their order. A room that comes later tells its traces here.</summary>
    public static readonly IReadOnlyList<Strategy> All =
    [
        new("buyIn", "Buy-in upfront", "Did people of every level give advice on it?", "Are the ideas of those closest to the work, for customers, sales and profit, captured?", StrategyTraces.BuyIn),
        new("desires", "Desires", "Is it described in what people want?", "Do people see themselves as its beneficiaries, in a way that matters to them?", StrategyTraces.Desires),
        new("motives", "Motives", "What do people here want, asked in person and through those who lead them?", "How do they get it while they bring the result?", StrategyTraces.Motives),
        new("clarity", "Clarity", "Is it told in simple words, with examples that fit?", "Can people tell what it means for their own group?", StrategyTraces.Clear),
        new("ownTargets", "Own targets", "Did teams set their own?", "Are these meaningful, and do they bring the company significantly closer?", StrategyTraces.OwnTargets),
        new("picture", "Picture of the result", "What will the company look like on the day after?", "What will it mean to the people who made it?", StrategyTraces.Picture),
        new("crossFunctional", "Cross-functional", "Which measures of time, quantity, quality and performance tie units together?", "How do they make groups work together?", StrategyTraces.CrossFunctional),
        new("help", "Ask for help", "What do people already know or do well that would bring it closer?", "What resources are needed, and what actions do they suggest?", StrategyTraces.Help),
    ];

    public static IReadOnlyList<Standing> Of(ObjectiveFacts facts) => [.. All.Select(strategy => strategy.Tell(facts) is var (traces, gap, next) ? new Standing(strategy, traces, gap, gap is null ? null : next) : throw new InvalidOperationException())];
}
