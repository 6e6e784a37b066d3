using Inward.House;

namespace Inward.Targets;

public enum RoundKind
{
    /// <summary>A team's own number, before it knows any other.</summary>
    Proposed,

    /// <summary>Another number, by the leader or by a team.</summary>
    Countered,

    /// <summary>The leader takes the number of the teams; theirs it becomes by their promise.</summary>
    Accepted,

    /// <summary>A team promises the number that stands.</summary>
    Promised,
}

/// <summary>One step of a negotiation; none is ever changed or taken out.</summary>
/// <param name="Team">For whom it was said; null for the leader's.</param>
public sealed record NegotiationRound(RoundKind Kind, decimal Number, string? Reason, Id? Team, Id By, DateTimeOffset At);

/// <summary>Who stands before a negotiation, when, and for which teams they may speak.</summary>
/// <param name="SpeaksFor">Teams whose lead or chosen spokesperson this is today; a manager above a team is neither.</param>
/// <param name="MemberOf">Teams this person is in today.</param>
public sealed record Negotiator(Id Me, DateTimeOffset Now, IReadOnlyCollection<Id> SpeaksFor, IReadOnlyCollection<Id> MemberOf);

public enum NegotiationState
{
    /// <summary>Some team has not proposed: its page is blank, and nothing is shown to it.</summary>
    Blank,

    /// <summary>All have proposed, and no number stands that all can promise.</summary>
    Negotiating,

    /// <summary>A number stands that the leader takes; not every team has promised it.</summary>
    ToPromise,

    Agreed,
}
