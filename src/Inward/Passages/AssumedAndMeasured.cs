using Inward.Journeys;

namespace Inward.Passages;

/// <summary>A stage of a journey: what it is assumed to count, beside what a log measured there.</summary>
/// <param name="Place">From 1, in its journey.</param>
/// <param name="Activities">What the log calls it, in the order of the time that lies there.</param>
/// <param name="Assumed">(value to the customer + value to us) × weight, 0 to 50; null where one of them is not said.</param>
/// <param name="Held">Of the whole time of all cases, what lies in this stage; null where the log knows nothing of it.</param>
public sealed record StageCompared(Stage Stage, int Place, IReadOnlyList<StageFigures> Activities, decimal? Assumed, double? Held)
{
    /// <summary>Its rank by what is assumed, 1 for the most; stages that are equal share the middle of their ranks.</summary>
    public double? AssumedRank { get; init; }

    /// <summary>Its rank by the time that lies there, 1 for the most.</summary>
    public double? HeldRank { get; init; }

    /// <summary>How many ranks lie between the two: above 0 it holds more time than its worth would make one think, below 0 less.</summary>
    public double? Apart => AssumedRank - HeldRank;

    /// <summary>Passings that came back here, of all its activities.</summary>
    public Share? Again => Activities.Count == 0 ? null : new Share(Activities.Sum(one => one.Again.Of), Activities.Sum(one => one.Again.Total));
}

/// <summary>
/// What a journey assumes of its stages beside what a log measured, those first on which the two disagree most. Ranks are held
/// against each other, as in Spearman's correlation (1904), since worth in points and time in days have no common scale.
/// </summary>
/// <param name="Stages">With both, the furthest apart first.</param>
/// <param name="NotSaid">Measured, but nobody has said what they are worth.</param>
/// <param name="NotMeasured">Of the journey, and not in the log.</param>
/// <param name="InNoStage">Of the log, and in no stage.</param>
public sealed record AssumedAndMeasured(
    IReadOnlyList<StageCompared> Stages, IReadOnlyList<StageCompared> NotSaid, IReadOnlyList<StageCompared> NotMeasured, IReadOnlyList<StageFigures> InNoStage)
{
    public static AssumedAndMeasured Of(Journey journey, Figures figures, Pairing pairing)
    {
        var all = (double)figures.Stages.Sum(one => one.Held);
        var paired = figures.Stages.OrderByDescending(one => one.Held).ToLookup(one => pairing.StageOf(one.Name, journey)?.Id);
        var stages = journey.Stages.Select((stage, at) => Compared(stage, at + 1, [.. paired[stage.Id]], all)).ToList();
        var both = Ranked(stages.FindAll(one => one is { Assumed: not null, Held: not null }));
        return new AssumedAndMeasured(
            [.. both.OrderByDescending(one => Math.Abs(one.Apart!.Value)).ThenByDescending(one => one.Held).ThenBy(one => one.Place)],
            stages.FindAll(one => one is { Assumed: null, Held: not null }), stages.FindAll(one => one.Held is null), [.. paired[null]]);
    }

    /// <summary>Of the whole time of all cases, what lies in no stage.</summary>
    public double HeldByNone => 1 - Stages.Concat(NotSaid).Sum(one => one.Held ?? 0);

    private static StageCompared Compared(Stage stage, int place, IReadOnlyList<StageFigures> activities, double all) => new(
        stage, place, activities, (stage.CustomerValue + stage.OurValue) * stage.Weight, activities.Count == 0 ? null : all == 0 ? 0 : activities.Sum(one => one.Held) / all);

    private static IEnumerable<StageCompared> Ranked(List<StageCompared> stages) => stages.Select(one => one with
    {
        AssumedRank = Rank(one.Assumed!.Value, stages.Select(other => other.Assumed!.Value)),
        HeldRank = Rank(one.Held!.Value, stages.Select(other => other.Held!.Value)),
    });

    private static double Rank<T>(T value, IEnumerable<T> all)
        where T : IComparable<T>
    {
        var (more, equal) = (0, 0);
        foreach (var other in all.Select(other => other.CompareTo(value)))
        {
            more += other > 0 ? 1 : 0;
            equal += other == 0 ? 1 : 0;
        }
        return more + ((equal + 1) / 2.0);
    }
}
