namespace Inward.Passages;

/// <summary>A median and where nine of ten lie below, in milliseconds; the interval holds the true median 95 times of 100.</summary>
/// <param name="Low">Null below ten values: too few to say.</param>
public sealed record Length(long Count, double Median, double P90, double? Low, double? High);

/// <summary>
/// Durations from 0 ms to 300 years, counted in bounded memory: exact as long as they are few, and then in buckets whose bounds are
/// 3 % apart, so that what is told is at most 1.5 % beside the exact figure.
/// </summary>
/// <param name="exact">Up to how many values each is kept.</param>
public sealed class Durations(int exact = Durations.Exact)
{
    public const int Exact = 50_000, FewestForInterval = 10;

    private const double Step = 1.03, Longest = 300.0 * 366 * 24 * 60 * 60 * 1000;

    private static readonly double Log = Math.Log(Step);
    private static readonly int Buckets = Bucket(Longest) + 1;

    private List<long>? values = [];
    private int[]? counts;
    private bool sorted = true;

    public long Count { get; private set; }

    /// <summary>Nothing lasts less than no time; whoever measures tells what ran backwards.</summary>
    public void Add(long milliseconds)
    {
        Count++;
        milliseconds = Math.Clamp(milliseconds, 0, (long)Longest);
        if (counts is not null)
        {
            counts[Bucket(milliseconds)]++;
            return;
        }
        values!.Add(milliseconds);
        sorted = false;
        if (values.Count > exact)
            FillBuckets();
    }

    /// <summary>Null where nothing was counted.</summary>
    public Length? Told() => Count == 0 ? null : new Length(Count, Quantile(0.5), Quantile(0.9), Bound(-1), Bound(+1));

    /// <summary>Between two values by their distance, as statisticians' programs do (type 7).</summary>
    public double Quantile(double share)
    {
        var place = (Count - 1) * share;
        var below = (long)place;
        var low = At(below);
        return low + ((At(Math.Min(below + 1, Count - 1)) - low) * (place - below));
    }

    // Order statistics: the ranks n/2 ± 1.96·√n/2 (Conover 1999, 3.2).
    private double? Bound(int side)
    {
        if (Count < FewestForInterval)
            return null;
        var rank = (Count / 2.0) + (side * Share.Z * Math.Sqrt(Count) / 2);
        return At(side < 0 ? Math.Max(0, (long)Math.Floor(rank) - 1) : Math.Min(Count - 1, (long)Math.Ceiling(rank)));
    }

    private double At(long rank)
    {
        if (counts is null)
        {
            if (!sorted)
                values!.Sort();
            sorted = true;
            return values![(int)rank];
        }
        var bucket = 0;
        for (long seen = counts[0]; seen <= rank; seen += counts[bucket])
            bucket++;
        return bucket == 0 ? 0 : Math.Pow(Step, bucket - 0.5);
    }

    private void FillBuckets()
    {
        counts = new int[Buckets];
        foreach (var value in values!)
            counts[Bucket(value)]++;
        values = null;
    }

    // Bucket n holds what lies between Step^(n-1) and Step^n; its middle is told. 0 has its own.
    private static int Bucket(double milliseconds) => milliseconds < 1 ? 0 : 1 + (int)(Math.Log(milliseconds) / Log);
}
