using Inward.House;

namespace Inward.Targets;

/// <summary>How a figure behaves from week to week.</summary>
public enum TargetKind
{
    /// <summary>It adds up: what is reached stays reached (crates sent, customers won).</summary>
    Cumulative,

    /// <summary>It goes up and down (days to deliver, open complaints): only its last day counts.</summary>
    Level,

    /// <summary>A share or an average. Two of them cannot be added, and their weeks do not add up either.</summary>
    Rate,
}

/// <summary>A number to reach, from a number and a day to a number and a day. One that lies below where it starts is falling.</summary>
/// <param name="Unit">As people write it; "Days" and "days " are one.</param>
public sealed record TargetTerms(string Unit, TargetKind Kind, decimal Baseline, decimal Value, DateOnly From, DateOnly By)
{
    public const int LongestUnit = 60;

    /// <summary>Beyond it a double no longer tells one from the next.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>Weeks from Monday to Sunday, the first and the last one whole.</summary>
    public int Weeks => WeekOf(By) - WeekOf(From) + 1;

    public int FirstWeek => WeekOf(From);

    public int LastWeek => WeekOf(By);

    /// <summary>1 for a rising target, −1 for a falling one.</summary>
    public int Direction => Value < Baseline ? -1 : 1;

    /// <summary>What each week should bring, in the direction of the target.</summary>
    public double Planned => (double)Math.Abs(Value - Baseline) / Weeks;

    // The first day that there is was a Monday.
    public static int WeekOf(DateOnly day) => day.DayNumber / 7;

    public bool IsSameUnit(TargetTerms other) => string.Equals(Unit.Trim(), other.Unit.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <param name="today">Null where history is told: then days may have passed.</param>
    public TargetTerms Checked(DateOnly? today)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "unit", Unit, LongestUnit, required: new Sentence("Say in what it is counted."));
        if (Math.Abs(Baseline) > Largest)
            wrong.Add(new Wrong("baseline", "This number is too large to be counted."));
        if (Math.Abs(Value) > Largest)
            wrong.Add(new Wrong("value", "This number is too large to be counted."));
        if (Value == Baseline)
            wrong.Add(new Wrong("value", "The number to reach is where it starts: there is no pace to plan."));
        if (By < From)
            wrong.Add(new Wrong("by", "The last day is before the first."));
        else if (By < today)
            wrong.Add(new Wrong("by", new Sentence("This day has passed: {0}.", By)));
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Unit = Unit.Trim() };
    }
}
