using Inward.House;

namespace Inward.Journeys;

/// <summary>A sale passing a stage. It names the stage by a word, as the sale does.</summary>
public sealed record Passage(Id Workspace, Id Id, Id Sale, string Stage)
{
    public const int LongestReason = 500;

    /// <summary>How long a wrong entry can be taken back. Others have read on from what is older.</summary>
    public static readonly TimeSpan TakeBackFor = TimeSpan.FromDays(1);

    /// <summary>Null where nobody knows since when: what stood there before anybody told its passages.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>Only where it was told; else a stage is left when the next one is entered.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Who told it; null for a file.</summary>
    public Id? By { get; init; }

    public DateTimeOffset ToldAt { get; init; }

    /// <summary>Why it went back.</summary>
    public string? Reason { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>By whoever told it, or whoever owns the sale.</summary>
    public bool CanBeTakenBack(Id by, Id? owner, DateTimeOffset now) => (by == By || by == owner) && now - ToldAt <= TakeBackFor;
}

/// <summary>A passage as somebody tells it.</summary>
/// <param name="Stage">By its name, its id, or a word of one's own; the next of the journey when left out.</param>
/// <param name="EnteredAt">Now when left out.</param>
/// <param name="LeftAt">Where it left the stage before it entered another: what lies between was waiting.</param>
/// <param name="Reason">Asked for where it goes back.</param>
public sealed record PassageTold(string? Stage = null, DateTimeOffset? EnteredAt = null, DateTimeOffset? LeftAt = null, string? Reason = null);
