namespace Inward.Targets;

/// <summary>
/// The chance that all of several happen, when one thing moves them all a little: a one-factor Gaussian copula. Five at 0.8 have 0.44
/// together, where independent ones would have 0.33.
/// </summary>
public static class AllOf
{
    /// <summary>How much two of them have in common.</summary>
    public const double Shared = 0.3;

    // Trapezoids on a bell are exact to rounding well before this step; beyond nine nothing is left of it.
    private const double Step = 0.0625;
    private const double End = 9;

    /// <param name="chances">0 to 1 each; what is 1 changes nothing, and a 0 decides it.</param>
    /// <returns>1 for none at all.</returns>
    public static double Of(IReadOnlyCollection<double> chances, double shared = Shared)
    {
        if (chances.Any(chance => !(chance is >= 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(chances), "A chance lies between 0 and 1.");
        if (chances.Contains(0))
            return 0;
        // Equal ones are worked out once.
        var groups = chances.Where(chance => chance < 1).GroupBy(chance => chance).Select(same => (At: Normal.Quantile(same.Key), Count: same.Count())).ToList();
        var (own, common, sum) = (Math.Sqrt(1 - shared), Math.Sqrt(shared), 0.0);
        for (var at = -End; at <= End; at += Step)
        {
            var together = Normal.Density(at) * Step;
            foreach (var (each, count) in groups)
            {
                together *= Power(Normal.Cdf((each - (common * at)) / own), count);
                if (together < 1e-18)
                    break;
            }
            sum += together;
        }
        return Math.Min(1, sum);
    }

    private static double Power(double chance, int count) => count == 1 ? chance : Math.Pow(chance, count);
}
