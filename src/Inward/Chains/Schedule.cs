using Inward.House;

namespace Inward.Chains;

/// <summary>What the day on which a step is over is taken from; what comes later here beats what comes before.</summary>
public enum Basis
{
    /// <summary>This sale goes without it: it is over as soon as what it waits for.</summary>
    Skipped,

    /// <summary>Its usual working days after what it waits for.</summary>
    Planned,

    /// <summary>The day that a colleague gave their word on.</summary>
    Promised,

    Delivered,
}

/// <summary>What is known of a step.</summary>
public sealed record StepKnown(Step Step)
{
    public bool IsSkipped { get; init; }
    public DateOnly? PromisedBy { get; init; }
    public DateOnly? DeliveredOn { get; init; }
}

/// <summary>From when to when a step lasts, as things stand.</summary>
/// <param name="Start">The first working day after everything it waits for; never after its end.</param>
/// <param name="End">The last day of it. What is not over yet does not end before today.</param>
/// <param name="Waits">The step that it waits for longest; null where it begins with the chain, or a promise or a delivery tells its day.</param>
/// <param name="BeforeItsTurn">It is promised for a day on which what it waits for is not over.</param>
public sealed record StepDates(Step Step, DateOnly Start, DateOnly End, Basis Basis, Id? Waits, bool BeforeItsTurn);

/// <summary>
/// Dates that run forward through a chain, in working days, and the longest way through it (the critical path; Kelley and Walker
/// 1959). Everything is worked out anew from what is known: nothing of it is stored.
/// </summary>
/// <param name="Steps">In an order in which they can be done.</param>
/// <param name="End">The day on which the last step is over.</param>
/// <param name="LongestWay">The steps that make it that day, in their order.</param>
public sealed record Schedule(IReadOnlyList<StepDates> Steps, DateOnly End, IReadOnlyList<Step> LongestWay)
{
    public StepDates Of(Id step) => Steps.First(dates => dates.Step.Id == step);

    /// <param name="startOn">The day on which the first steps may begin.</param>
    public static Schedule Of(IReadOnlyList<StepKnown> known, DateOnly startOn, DateOnly today, WorkingCalendar calendar)
    {
        var (facts, dates) = (known.ToDictionary(one => one.Step.Id), new Dictionary<Id, StepDates>());
        foreach (var step in StepOrder.Of([.. known.Select(one => one.Step)]))
        {
            var last = step.After.Select(before => dates[before]).MaxBy(before => before.End);
            var free = last is not null && last.End >= startOn ? last.End : startOn.AddDays(-1);
            dates[step.Id] = Dates(facts[step.Id], free, last?.Step.Id, today, calendar);
        }
        var end = dates.Values.Where(one => one.Basis != Basis.Skipped).MaxBy(one => one.End);
        return new Schedule([.. dates.Values], end?.End ?? startOn, [.. WayTo(end, dates).Reverse()]);
    }

    /// <param name="free">The last day on which something it waits for goes on.</param>
    private static StepDates Dates(StepKnown known, DateOnly free, Id? waits, DateOnly today, WorkingCalendar calendar)
    {
        if (known.IsSkipped)
            return new StepDates(known.Step, free, free, Basis.Skipped, waits, false);
        var start = calendar.AddWorkingDays(free, 1);
        if (known.DeliveredOn is { } delivered)
            return new StepDates(known.Step, Earlier(start, delivered), delivered, Basis.Delivered, null, false);
        if (known.PromisedBy is { } promised)
            return new StepDates(known.Step, Earlier(start, promised), Later(promised, today), Basis.Promised, null, promised < start);
        return new StepDates(known.Step, start, Later(calendar.AddWorkingDays(start, known.Step.Days - 1), today), Basis.Planned, waits, false);
    }

    private static IEnumerable<Step> WayTo(StepDates? end, Dictionary<Id, StepDates> dates)
    {
        for (var step = end; step is not null; step = step.Waits is { } before ? dates[before] : null)
        {
            if (step.Basis != Basis.Skipped)
                yield return step.Step;
        }
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
