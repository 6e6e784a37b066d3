namespace Inward.Passages;

/// <summary>What a log of events says of its cases, stages and hand-overs. Every figure stands with its count.</summary>
/// <param name="HandOversNotTold">Hand-overs between pairs of stages that were too many to tell apart.</param>
public sealed record Figures(CaseFigures Cases, IReadOnlyList<StageFigures> Stages, IReadOnlyList<HandOver> HandOvers, long HandOversNotTold);

/// <summary>A stage.</summary>
/// <param name="Again">Passings of a case that had passed this stage before.</param>
/// <param name="Time">From begin to end; where the log has one time only, until the case moved on.</param>
/// <param name="Wait">From the end of the passing before until this began; what overlaps waits no time.</param>
/// <param name="OnTime">Of the cases that passed here and had a promise, those that kept the first one.</param>
/// <param name="First">Cases that began here.</param>
/// <param name="Last">Cases that were here last.</param>
/// <param name="Held">All the time of cases that lies here, its wait included, in milliseconds: each moment of a case lies in one stage, so that all stages together hold the whole time.</param>
public sealed record StageFigures(string Name, long Passings, long Cases, Share Again, Length? Time, Length? Wait, Share OnTime, long First, long Last, long Held);

/// <summary>A case went from one stage straight to another.</summary>
public sealed record HandOver(string From, string To, long Count, Length? Time, Share OnTime);

/// <summary>The cases as a whole. Moments are milliseconds since 1970 in UTC.</summary>
/// <param name="Done">The stage that finishes a case: the chosen one, or where most cases stood last.</param>
public sealed record CaseFigures(long Cases, long Passings, long First, long Last, string? Done)
{
    /// <summary>From the first moment of a case to its last.</summary>
    public Length? Whole { get; init; }

    /// <summary>Cases that reached the finishing stage; the others have no end yet.</summary>
    public long Finished { get; init; }

    /// <summary>From the first moment until the finishing stage was first reached.</summary>
    public Length? UntilDone { get; init; }

    /// <summary>… until it was reached for the last time, after whatever was opened again.</summary>
    public Length? UntilLastDone { get; init; }

    /// <summary>From the day the case was opened until its promise was kept, as the log's own columns say; where it has no column for that, until the finishing stage.</summary>
    public Length? UntilKept { get; init; }

    /// <summary>Cases that kept the first promised date, of those that ended and had one.</summary>
    public Share OnTime { get; init; } = new(0, 0);

    /// <summary>By how much the promise was beaten, of those on time.</summary>
    public Length? Early { get; init; }

    public Length? Late { get; init; }

    /// <summary>Promised and not kept yet.</summary>
    public long PromisedOpen { get; init; }

    public Share Reopened { get; init; } = new(0, 0);

    /// <summary>Cases with a stage that turns them back.</summary>
    public Share Refused { get; init; } = new(0, 0);

    /// <summary>Cases that a team handed on and got straight back.</summary>
    public Share BackAndForth { get; init; } = new(0, 0);

    /// <summary>How often the team changed, per case.</summary>
    public double TeamChanges { get; init; }

    /// <summary>How often the work changed hands, per case.</summary>
    public double HandChanges { get; init; }
}
