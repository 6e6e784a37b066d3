using Inward.House;

namespace Inward.Targets;

/// <summary>What the weeks so far brought: their number, their mean and their squared deviations from it (Welford 1962).</summary>
public readonly record struct Pace(int Weeks, double Mean, double Squares)
{
    /// <summary>One week more, without looking at the others again.</summary>
    public Pace With(double change)
    {
        if (!double.IsFinite(change))
            throw Rule.Invalid("value", new Sentence("This is not a number that can be counted."));
        var weeks = Weeks + 1;
        var mean = Mean + ((change - Mean) / weeks);
        return new Pace(weeks, mean, Squares + ((change - Mean) * (change - mean)));
    }

    /// <summary>
    /// The weeks of a target from the first on. A correction counts them anew: taken out of the sum instead, a figure that was mistyped with
    /// a million too much would leave its rounding in the squares for good.
    /// </summary>
    public static Pace Of(IEnumerable<double> changes) => changes.Aggregate(default(Pace), (pace, change) => pace.With(change));
}

/// <summary>
/// What a week is going to bring, in the direction of the target: the plan counts as two weeks, and what happened by its number. The sum of
/// weeks to come follows Student's t (conjugate prior of a normal, Gelman et al., Bayesian Data Analysis, 3.3).
/// </summary>
public readonly record struct Outlook
{
    private const int PlanCounts = 2;
    private readonly double weight;

    /// <param name="pace">Weeks in the direction of the target: a falling one counts its falls as more.</param>
    /// <param name="planned">What each week should bring, above 0.</param>
    public Outlook(Pace pace, double planned)
    {
        if (!(planned > 0 && double.IsFinite(planned)))
            throw Rule.Invalid("value", new Sentence("The number to reach is where it starts: there is no pace to plan."));
        weight = pace.Weeks + PlanCounts;
        Mean = ((PlanCounts * planned) + (pace.Weeks * pace.Mean)) / weight;
        var apart = pace.Mean - planned;
        Variance = ((PlanCounts * planned * planned) + pace.Squares + (PlanCounts * pace.Weeks / weight * apart * apart)) / weight;
    }

    /// <summary>A week's.</summary>
    public double Mean { get; }
    public double Variance { get; }

    public double Degrees => weight;

    /// <summary>The chance that so many weeks bring at least what is missing; unclamped.</summary>
    public double Chance(double missing, int weeks) => StudentT.Cdf(((Mean * weeks) - missing) / Spread(weeks), Degrees);

    /// <summary>What so many weeks bring, with so much chance of less.</summary>
    public double After(int weeks, double share) => (Mean * weeks) + (StudentT.Quantile(share, Degrees) * Spread(weeks));

    private double Spread(int weeks) => Math.Sqrt(Variance * (weeks + (weeks * (double)weeks / weight)));
}
