using Inward.Passages;

namespace Inward.Pulses;

/// <summary>How often each score of 1 to 5 was given.</summary>
public readonly record struct Tally(long One, long Two, long Three, long Four, long Five)
{
    public const int Lowest = 1, Highest = 5;

    // The ranks n/2 ± 1.96·√n/2 (Conover 1999, 3.2) need that many.
    private const int FewestForInterval = 10;

    public long Count => One + Two + Three + Four + Five;

    /// <summary>1 and 2.</summary>
    public Share Low => new(One + Two, Count);

    public Share Middle => new(Three, Count);

    /// <summary>4 and 5.</summary>
    public Share High => new(Four + Five, Count);

    /// <summary>All in one band: whoever reads it would know what each of them said.</summary>
    public bool IsOneOpinion => Low.Of == Count || Middle.Of == Count || High.Of == Count;

    /// <summary>Whether it may be known.</summary>
    public bool IsEnough => Count >= Pulse.FewestAnswers && !IsOneOpinion;

    /// <summary>0 where nobody answered.</summary>
    public double Mean => Count == 0 ? 0 : (One + (2 * Two) + (3 * Three) + (4 * Four) + (5 * Five)) / (double)Count;

    /// <summary>The score in the middle, the lower of two; 0 where nobody answered.</summary>
    public int Median => At((Count + 1) / 2);

    /// <summary>Holds the true median 95 times of 100; null below ten answers.</summary>
    public (int Low, int High)? MedianInterval
    {
        get
        {
            if (Count < FewestForInterval)
                return null;
            var reach = Share.Z * Math.Sqrt(Count) / 2;
            return (At((long)Math.Max(1, Math.Floor((Count / 2.0) - reach))), At((long)Math.Min(Count, Math.Ceiling((Count / 2.0) + 1 + reach))));
        }
    }

    public static Tally Of(int score, long times = 1) => score switch
    {
        1 => new(times, 0, 0, 0, 0),
        2 => new(0, times, 0, 0, 0),
        3 => new(0, 0, times, 0, 0),
        4 => new(0, 0, 0, times, 0),
        5 => new(0, 0, 0, 0, times),
        _ => throw new ArgumentOutOfRangeException(nameof(score)),
    };

    public static Tally operator +(Tally a, Tally b) => new(a.One + b.One, a.Two + b.Two, a.Three + b.Three, a.Four + b.Four, a.Five + b.Five);

    // The score of the answer with this rank, the lowest being the first.
    private int At(long rank)
    {
        if (Count == 0)
            return 0;
        var score = 0;
        foreach (var times in (long[])[One, Two, Three, Four, Five])
        {
            score++;
            rank -= times;
            if (rank <= 0)
                break;
        }
        return score;
    }
}
