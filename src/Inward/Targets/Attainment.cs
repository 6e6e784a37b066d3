using Inward.House;

namespace Inward.Targets;

public enum AttainmentState
{
    /// <summary>Nobody can tell: nothing stands below it, or what stands below cannot tell.</summary>
    Unknown,
    Open,
    Reached,
    Missed,
}

/// <summary>Whether a target will be reached, and on what that stands.</summary>
/// <param name="Probability">0.05 to 0.95, since no plan is surer than that; null unless it is open.</param>
/// <param name="Weeks">How many weeks are told.</param>
/// <param name="Left">How many weeks can still bring something.</param>
/// <param name="Planned">What each week should bring, and <paramref name="Expected"/> what one brings by plan and weeks so far; both in the target's unit, below 0 for a fall.</param>
public sealed record Attainment(AttainmentState State, double? Probability, int Weeks, int Left, double Planned, double Expected)
{
    public const double Least = 0.05;
    public const double Most = 0.95;

    public static readonly Attainment Unknown = new(AttainmentState.Unknown, null, 0, 0, 0, 0);

    /// <param name="pace">Of the weeks told, in the target's own unit.</param>
    /// <param name="now">Where it stands after them.</param>
    /// <param name="left">Weeks that can still bring something, 0 when its time is over.</param>
    public static Attainment Of(TargetTerms terms, Pace pace, double now, int left)
    {
        Check(terms, now, left);
        var (outlook, missing) = (OutlookOf(terms, pace), terms.Direction * ((double)terms.Value - now));
        var attainment = new Attainment(AttainmentState.Open, null, pace.Weeks, left, terms.Direction * terms.Planned, terms.Direction * outlook.Mean);
        if (missing <= 0 && (left == 0 || terms.Kind == TargetKind.Cumulative))
            return attainment with { State = AttainmentState.Reached };
        return left == 0
            ? attainment with { State = AttainmentState.Missed }
            : attainment with { Probability = Math.Clamp(outlook.Chance(missing, left), Least, Most) };
    }

    /// <summary>Where it may stand after each of the weeks left, with so much chance of less; for a picture that opens like a fan.</summary>
    /// <param name="shares">Above 0 and below 1, rising, such as 0.1, 0.25, 0.5, 0.75 and 0.9.</param>
    public static IReadOnlyList<IReadOnlyList<double>> Fan(TargetTerms terms, Pace pace, double now, int left, IReadOnlyList<double> shares)
    {
        Check(terms, now, left);
        var outlook = OutlookOf(terms, pace);
        return [.. Enumerable.Range(1, left).Select(weeks => (IReadOnlyList<double>)
            [.. shares.Select(share => now + (terms.Direction * outlook.After(weeks, terms.Direction > 0 ? share : 1 - share)))])];
    }

    private static Outlook OutlookOf(TargetTerms terms, Pace pace) => new(pace with { Mean = terms.Direction * pace.Mean }, terms.Planned);

    private static void Check(TargetTerms terms, double now, int left)
    {
        if (terms.Kind == TargetKind.Rate)
            throw Rule.Invalid("kind", new Sentence("A share or an average needs its own model: no probability is worked out for it."));
        if (!double.IsFinite(now))
            throw Rule.Invalid("value", new Sentence("This is not a number that can be counted."));
        ArgumentOutOfRangeException.ThrowIfNegative(left);
    }
}

/// <summary>How sure somebody said they were. What comes of it is told to them alone.</summary>
/// <param name="Chance">0 to 1.</param>
public sealed record StatedConfidence(Id By, double Chance, bool Reached)
{
    /// <summary>The mean squared distance of what was said from what came (Brier 1950): 0 knows, 0.25 tosses a coin. Null before the first.</summary>
    public static double? Brier(IReadOnlyCollection<StatedConfidence> stated, Id me)
    {
        if (stated.Any(one => one.By != me))
            throw Rule.NotVisible();
        if (stated.Any(one => !(one.Chance is >= 0 and <= 1)))
            throw Rule.Invalid("confidence", new Sentence("How sure you are lies between 0 and 100 %."));
        return stated.Count == 0 ? null : stated.Average(one => (one.Chance - (one.Reached ? 1 : 0)) * (one.Chance - (one.Reached ? 1 : 0)));
    }
}
