namespace Inward.Targets;

/// <summary>The standard normal distribution, to 1e-14.</summary>
public static class Normal
{
    private static readonly double[] Above = [3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376];
    private static readonly double[] Below = [8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752];

    /// <summary>Hart's rational approximation (1968) as given by West, Better approximations to cumulative normal functions (2005).</summary>
    public static double Cdf(double x)
    {
        var size = Math.Abs(x);
        if (size > 37)
            return x > 0 ? 1 : 0;
        var tail = Math.Exp(-size * size / 2);
        if (size < 7.07106781186547)
            tail *= Horner(Above, size) / Horner(Below, size);
        else
            tail /= (size + (1 / (size + (2 / (size + (3 / (size + (4 / (size + 0.65))))))))) * Math.Sqrt(2 * Math.PI);
        return x > 0 ? 1 - tail : tail;
    }

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <param name="p">Above 0 and below 1.</param>
    public static double Quantile(double p) => Bell.Quantile(Cdf, Density, p);

    private static double Horner(double[] factors, double x)
    {
        var value = 0.0;
        foreach (var factor in factors)
            value = (value * x) + factor;
        return value;
    }
}

/// <summary>What holds for every symmetric distribution with one peak at 0.</summary>
internal static class Bell
{
    /// <summary>Newton's way from the peak outwards: the tail is convex there, so no step goes too far.</summary>
    public static double Quantile(Func<double, double> cdf, Func<double, double> density, double p)
    {
        if (!(p > 0 && p < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile is of a share above 0 and below 1.");
        if (p.Equals(0.5))
            return 0;
        var (tail, x) = (Math.Min(p, 1 - p), 0.0);
        for (var round = 0; round < 500; round++)
        {
            var step = (cdf(-x) - tail) / density(x);
            x += step;
            if (Math.Abs(step) <= 1e-14 * Math.Max(1, x))
                break;
        }
        return p < 0.5 ? -x : x;
    }
}
