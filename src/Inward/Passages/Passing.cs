namespace Inward.Passages;

/// <summary>
/// A case passing a stage, as a log of events tells it. Moments are milliseconds since 1970 in UTC; stages, teams and products are
/// numbers of <see cref="LogWords"/>, 0 stands for none.
/// </summary>
/// <param name="Stage">0 where only the case is told of: what a later file knows of a passing that is kept already.</param>
/// <param name="At">When it ended, or simply when it was.</param>
/// <param name="Began">When it began; the same as <paramref name="At"/> where the log names one time only.</param>
public readonly record struct Passing(int Stage, long At, long Began)
{
    /// <summary>A moment that the log does not tell.</summary>
    public const long Untold = long.MinValue;

    public int Team { get; init; }
    public int Product { get; init; }

    /// <summary>Tells within one case whether the same person went on, see <see cref="Hands"/>; never who it was.</summary>
    public ushort Hand { get; init; }

    public long Opened { get; init; } = Untold;

    /// <summary>The last moment at which the promise is kept.</summary>
    public long Promised { get; init; } = Untold;

    public long Kept { get; init; } = Untold;

    /// <summary>What the log itself says about being in time.</summary>
    public bool? InTime { get; init; }
}
