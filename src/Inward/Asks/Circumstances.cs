using Inward.House;

namespace Inward.Asks;

/// <summary>What a rule needs to know beyond the ask itself; the door loads it, time included.</summary>
/// <param name="Me">Who moves; null when Inward itself does (ten days of silence).</param>
public sealed record Circumstances(Id? Me, DateTimeOffset Now)
{
    /// <summary>
    /// The working calendar of the performer, or of whoever is about to be one (sending, delegating); the workspace's while nobody
    /// has taken the ask. Silence after a delivery is counted in the requester's.
    /// </summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Usual("UTC");

    /// <summary>I am in the asked team today.</summary>
    public bool InAskedTeam { get; init; }

    /// <summary>Who performs an ask above this one in the chain of delegation; needed for sending, delegating and taking.</summary>
    public IReadOnlyCollection<Id> PerformersAbove { get; init; } = [];

    /// <summary>Who performs an open ask below this one; needed for sending and taking what was given back or came back.</summary>
    public IReadOnlyCollection<Id> PerformersBelow { get; init; } = [];

    /// <summary>To whom a new ask or a delegation goes, who is to own an obstacle, or the asked team when its performer has left.</summary>
    public Receiver? Receiver { get; init; }

    /// <summary>The performer no longer works here; needed for rejecting their delivery.</summary>
    public bool PerformerHasLeft { get; init; }

    /// <summary>A team the leaver was in where somebody can take the ask; null when there is none.</summary>
    public Id? PerformersTeam { get; init; }

    /// <summary>An import tells what was asked elsewhere, so days may have passed.</summary>
    public bool TellsHistory { get; init; }

    /// <summary>How long a move can be taken back; one of many, for longer than a slip.</summary>
    public TimeSpan UndoFor { get; init; } = UndoWindow.Length;

    public DateOnly Today => Calendar.Today(Now);

    internal bool InTheChain(Id person) => PerformersAbove.Contains(person) || PerformersBelow.Contains(person);

    /// <summary>Who moves, when a person must.</summary>
    public Id Mover => Me ?? throw Rule.NotYours("Only a person can do this.");
}

/// <summary>The person or team an ask is for, as they are today.</summary>
public sealed record Receiver(Id? Person, Id? Team)
{
    public bool Exists { get; init; } = true;
    public bool HasLeft { get; init; }

    /// <summary>Somebody in the team can take the ask: neither the requester nor anyone above or below it in its chain.</summary>
    public bool HasMembers { get; init; } = true;

    /// <summary>Who stands in for an absent person; never somebody absent. One who may not perform this ask is passed over.</summary>
    public Id? Deputy { get; init; }
}
