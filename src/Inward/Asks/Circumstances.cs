using Inward.House;

namespace Inward.Asks;

/// <summary>What a rule needs to know beyond the ask itself; the door loads it, time included.</summary>
/// <param name="Me">Who moves; null when Inward itself does (ten days of silence).</param>
public sealed record Circumstances(Id? Me, DateTimeOffset Now)
{
    /// <summary>The performer's working calendar; the workspace's while nobody has taken the ask.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Usual("UTC");

    /// <summary>I am in the asked team today.</summary>
    public bool InAskedTeam { get; init; }

    /// <summary>Who performs an ask above this one in the chain of delegation, and who asked at its top.</summary>
    public IReadOnlyCollection<Id> PerformersAbove { get; init; } = [];

    /// <summary>To whom a new ask or a delegation goes; needed for sending and delegating only.</summary>
    public Receiver? Receiver { get; init; }

    public DateOnly Today => Calendar.Today(Now);

    /// <summary>Who moves, when a person must.</summary>
    public Id Mover => Me ?? throw Rule.NotYours("Only a person can do this.");
}

/// <summary>The person or team an ask is for, as they are today.</summary>
public sealed record Receiver(Id? Person, Id? Team)
{
    public bool Exists { get; init; } = true;
    public bool HasLeft { get; init; }
    public bool HasMembers { get; init; } = true;
    /// <summary>Who stands in for an absent person: never the requester, never somebody absent.</summary>
    public Id? Deputy { get; init; }
}
