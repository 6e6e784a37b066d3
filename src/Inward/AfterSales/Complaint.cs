using Inward.House;

namespace Inward.AfterSales;

/// <summary>What was done about a complaint, by whom and when.</summary>
public sealed record PutRight(Id By, DateTimeOffset At, string How);

/// <summary>
/// Words of a customer that complain. The words themselves are kept among all their words, in every version; this is that they complain,
/// who heard it, and what was done. Which asks lie behind it is told beside it: a complaint is about what was done, never about who did it.
/// </summary>
/// <param name="Id">That of the words.</param>
public sealed record Complaint(Id Workspace, Id Id, Id HeardBy, DateTimeOffset HeardAt)
{
    public const int Longest = 2000;

    /// <summary>Null while it stands.</summary>
    public PutRight? PutRight { get; init; }

    public int Version { get; init; } = 1;

    public bool IsOpen => PutRight is null;

    /// <param name="how">What was done, so that whoever meets the customer next can tell it.</param>
    public Complaint Settle(Id by, string? how, DateTimeOffset now)
    {
        if (!IsOpen)
            throw Rule.NotNow("This complaint was put right already.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "how", how, Longest, required: "Say what was done about it.");
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { PutRight = new PutRight(by, now, how!.Trim()), Version = Version + 1 };
    }

    public Complaint Reopen() => IsOpen ? throw Rule.NotNow("This complaint is open.") : this with { PutRight = null, Version = Version + 1 };

    /// <summary>It was no complaint. One that was put right stays: what was done about it is not lost.</summary>
    public Complaint Dropped() => IsOpen ? this : throw Rule.NotNow("This complaint was put right. Open it again first.");
}
