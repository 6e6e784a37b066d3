namespace Inward.Passages;

/// <summary>So many of so many, with the interval that holds the true share 95 times of 100 (Wilson 1927).</summary>
public sealed record Share(long Of, long Total)
{
    internal const double Z = 1.959963984540054;

    /// <summary>Null where there is nothing to have a share of.</summary>
    public double? Value => Total == 0 ? null : (double)Of / Total;

    public double? Low => Wilson(-1);

    public double? High => Wilson(+1);

    private double? Wilson(int side)
    {
        if (Total == 0)
            return null;
        double n = Total, p = Of / n;
        var middle = p + (Z * Z / (2 * n));
        var reach = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        return Math.Clamp((middle + (side * reach)) / (1 + (Z * Z / n)), 0, 1);
    }
}
