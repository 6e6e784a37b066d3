namespace Inward.Targets;

/// <summary>Student's t distribution, for one degree of freedom and more; its cdf to 1e-12, far into the tails.</summary>
public static class StudentT
{
    // Lanczos' approximation of the gamma function, g = 7, n = 9 (Godfrey 2001).
    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
        9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double Cdf(double t, double degrees)
    {
        if (double.IsNaN(t) || !(degrees >= 1) || double.IsInfinity(degrees))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Student's t is of a number, and of one degree of freedom or more.");
        if (double.IsInfinity(t))
            return t > 0 ? 1 : 0;
        var square = t * t;
        // Whichever side is small is worked out, so that a tail keeps its digits.
        var tail = square < 2
            ? 0.5 - (0.5 * Beta(0.5, degrees / 2, square / (degrees + square), degrees / (degrees + square)))
            : 0.5 * Beta(degrees / 2, 0.5, 1 / (1 + (square / degrees)), 1 / (1 + (degrees / square)));
        return t > 0 ? 1 - tail : tail;
    }

    public static double Density(double t, double degrees) =>
        Math.Exp(LogGamma((degrees + 1) / 2) - LogGamma(degrees / 2) - ((degrees + 1) / 2 * double.LogP1(t * t / degrees))) / Math.Sqrt(degrees * Math.PI);

    /// <param name="p">Above 0 and below 1.</param>
    public static double Quantile(double p, double degrees) => Bell.Quantile(t => Cdf(t, degrees), t => Density(t, degrees), p);

    /// <summary>The regularised incomplete beta function of x, given with 1 − x, which keeps its digits so.</summary>
    private static double Beta(double a, double b, double x, double rest)
    {
        if (x <= 0)
            return 0;
        if (rest <= 0)
            return 1;
        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(rest)));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - (front * Fraction(b, a, rest) / b);
    }

    /// <summary>Its continued fraction by Lentz' method (Press et al., Numerical Recipes, 6.4).</summary>
    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        var (c, d) = (1.0, 1 / NotNought(1 - ((a + b) * x / (a + 1))));
        var value = d;
        for (var m = 1; m < 10_000; m++)
        {
            Next(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            if (Math.Abs(Next(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1))) - 1) < 1e-15)
                break;
        }
        return value;

        double Next(double step)
        {
            d = 1 / NotNought(1 + (step * d));
            c = NotNought(1 + (step / c));
            value *= c * d;
            return c * d;
        }

        static double NotNought(double number) => Math.Abs(number) < Tiny ? Tiny : number;
    }

    private static double LogGamma(double x)
    {
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
            sum += Lanczos[i] / (x - 1 + i);
        var t = x + 6.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
