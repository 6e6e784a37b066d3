using Inward.House;

namespace Inward.Asks;

/// <summary>The performer needs to know something first; open until answered, or until they promise or counter.</summary>
public sealed record Question(Id By, string Text, DateTimeOffset At)
{
    public Answered? Answer { get; init; }

    /// <summary>Closed without an answer: the performer decided anyway, or gave the ask back.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public bool IsOpen => Answer is null && ClosedAt is null;
}

public sealed record Answered(Id By, string Text, DateTimeOffset At);

/// <summary>Something in the way. Somebody owns it, it has a date and a cause, and it is removed with the asker's help.</summary>
/// <param name="N">From 1, its name in the URL.</param>
public sealed record Obstacle(int N, string What, Id Owner, DateOnly? By, LateCause? Cause, Id RaisedBy, DateTimeOffset At)
{
    /// <summary>Cleared by someone, or closed with the delivery or the release (then by nobody).</summary>
    public Clearance? Clearance { get; init; }

    public bool IsOpen => Clearance is null;
}

public sealed record Clearance(Id? By, DateTimeOffset At);

/// <summary>What could get in the way. It blocks nothing until it is raised as an obstacle.</summary>
public sealed record Concern(Id By, string Text, DateTimeOffset At);

/// <summary>A plain message beside the negotiation; it changes no turn.</summary>
public sealed record Remark(Id By, string Text, DateTimeOffset At);

public sealed record AskFile(Id Id, string Name, string Type, int Size, Id By, DateTimeOffset At);

/// <param name="On">The day it counts as delivered.</param>
public sealed record Delivery(Id By, string? Note, LateCause? LateCause, DateOnly On, DateTimeOffset At)
{
    /// <summary>Ten working days of silence: unconfirmed, which is never a yes.</summary>
    public DateTimeOffset? QuietSince { get; init; }
}

/// <summary>A delivery that did not stand: rejected for an unmet condition, or retracted (then without one).</summary>
public sealed record Rejection(Id By, string? Condition, string? Note, Delivery Delivery, DateTimeOffset At);

/// <summary>The requester confirms: this is what was asked.</summary>
public sealed record Acceptance(Id By, DateTimeOffset At);

public sealed record Decline(Id By, string Reason, DateTimeOffset At);

/// <summary>A promise taken back, with its reason. When the performer left, it is counted against nobody.</summary>
public sealed record Revocation(Id? By, string Reason, LateCause? LateCause, bool Left, DateTimeOffset At);

public sealed record Withdrawal(Id By, string? Reason, DateTimeOffset At);

/// <summary>The way back: what the customer was told, through which channel, on which day.</summary>
public sealed record Telling(Id By, string Words, string Channel, DateOnly On, DateTimeOffset At);
