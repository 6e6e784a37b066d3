using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Asks.Moves;

/// <summary>
/// A move in the negotiation: at once the body of a request, the fields of a form and the payload of what happened. Its name is
/// the noun in the URL; what is missing is null, and the rule says so.
/// </summary>
public abstract record Move
{
    /// <summary>Every move that can be made, by its name.</summary>
    public static readonly IReadOnlyDictionary<string, Type> All = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["sending"] = typeof(Sending), ["taking"] = typeof(Taking), ["release"] = typeof(Releasing), ["promise"] = typeof(Promising),
        ["counter"] = typeof(Countering), ["question"] = typeof(Questioning), ["answer"] = typeof(Answering), ["obstacles"] = typeof(RaisingObstacle),
        ["obstacles/{n}/clearance"] = typeof(ClearingObstacle), ["concerns"] = typeof(RaisingConcern), ["remarks"] = typeof(Remarking),
        ["decline"] = typeof(Declining), ["delegation"] = typeof(Delegating), ["renegotiation"] = typeof(Renegotiating), ["agreement"] = typeof(Agreeing),
        ["keeping"] = typeof(KeepingOldPromise), ["revocation"] = typeof(Revoking), ["delivery"] = typeof(Delivering), ["retraction"] = typeof(Retracting),
        ["acceptance"] = typeof(Accepting), ["rejection"] = typeof(Rejecting), ["telling"] = typeof(TellingCustomer), ["withdrawal"] = typeof(Withdrawing),
        ["undoing"] = typeof(Undoing),
    };

    [JsonIgnore]
    public abstract string Name { get; }

    /// <summary>What it is called once it has happened.</summary>
    [JsonIgnore]
    public abstract string Happened { get; }

    internal abstract Moved Make(Ask ask, Circumstances c);
}

public sealed record Sending : Move
{
    public override string Name => "sending";
    public override string Happened => "ask.asked";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Send(c));
}

public sealed record Taking : Move
{
    public override string Name => "taking";
    public override string Happened => "ask.taken";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Take(c));
}

public sealed record Releasing : Move
{
    public override string Name => "release";
    public override string Happened => "ask.released";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Release(c));
}

public sealed record Promising(DateOnly? By, string? FirstStep = null) : Move
{
    public override string Name => "promise";
    public override string Happened => "ask.promised";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Keep(By, FirstStep, c));
}

public sealed record Countering(DateOnly? By, string? What = null, IReadOnlyList<string>? Conditions = null, string? Note = null) : Move
{
    public override string Name => "counter";
    public override string Happened => "ask.countered";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.CounterWith(What, Conditions, By, Note, c));
}

public sealed record Questioning(string? Text) : Move
{
    public override string Name => "question";
    public override string Happened => "ask.questioned";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.AskBack(Text, c));
}

public sealed record Answering(string? Text) : Move
{
    public override string Name => "answer";
    public override string Happened => "ask.answered";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Answer(Text, c));
}

public sealed record RaisingObstacle(string? What, Id? Owner = null, DateOnly? By = null, LateCause? Cause = null) : Move
{
    public override string Name => "obstacles";
    public override string Happened => "ask.obstacle-raised";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.RaiseObstacle(What, Owner, By, Cause, c));
}

public sealed record ClearingObstacle(int N) : Move
{
    public override string Name => "obstacles/{n}/clearance";
    public override string Happened => "ask.obstacle-cleared";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.ClearObstacle(N, c));
}

public sealed record RaisingConcern(string? Text) : Move
{
    public override string Name => "concerns";
    public override string Happened => "ask.concern-listed";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Mind(Text, c));
}

public sealed record Remarking(string? Text) : Move
{
    public override string Name => "remarks";
    public override string Happened => "ask.remarked";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Note(Text, c));
}

public sealed record Declining(string? Reason) : Move
{
    public override string Name => "decline";
    public override string Happened => "ask.declined";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Refuse(Reason, c));
}

public sealed record Delegating(
    Id? Performer = null, Id? Team = null, string? What = null, string? Reason = null, string? Effect = null, IReadOnlyList<string>? Conditions = null,
    DateOnly? AnswerBy = null, DateOnly? NeededBy = null) : Move
{
    public override string Name => "delegation";
    public override string Happened => "ask.delegated";
    internal override Moved Make(Ask ask, Circumstances c) =>
        ask.Delegate(Id.New(c.Now), new Asking(What, Performer, Team, Reason, Effect, Conditions, AnswerBy, NeededBy), c);
}

public sealed record Renegotiating(
    DateOnly? By, string? What = null, IReadOnlyList<string>? Conditions = null, string? Note = null, LateCause? LateCause = null) : Move
{
    public override string Name => "renegotiation";
    public override string Happened => "ask.renegotiation-opened";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Renegotiate(By, What, Conditions, Note, LateCause, c));
}

public sealed record Agreeing : Move
{
    public override string Name => "agreement";
    public override string Happened => "ask.agreed";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Agree(c));
}

public sealed record KeepingOldPromise : Move
{
    public override string Name => "keeping";
    public override string Happened => "ask.old-promise-kept";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.KeepOldPromise(c));
}

public sealed record Delivering(string? Note = null, LateCause? LateCause = null) : Move
{
    public override string Name => "delivery";
    public override string Happened => "ask.delivered";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Deliver(Note, LateCause, c));
}

public sealed record Retracting : Move
{
    public override string Name => "retraction";
    public override string Happened => "ask.delivery-retracted";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Retract(c));
}

public sealed record Revoking(string? Reason, LateCause? LateCause = null) : Move
{
    public override string Name => "revocation";
    public override string Happened => "ask.revoked";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Revoke(Reason, LateCause, c));
}

public sealed record Accepting : Move
{
    public override string Name => "acceptance";
    public override string Happened => "ask.accepted";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Accept(c));
}

public sealed record Rejecting(string? Condition, string? Note = null) : Move
{
    public override string Name => "rejection";
    public override string Happened => "ask.delivery-rejected";
    internal override Moved Make(Ask ask, Circumstances c) => ask.Reject(Condition, Note, c);
}

public sealed record TellingCustomer(string? Words, string? Channel, DateOnly? At = null) : Move
{
    public override string Name => "telling";
    public override string Happened => "ask.customer-told";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.TellCustomer(Words, Channel, At, c));
}

public sealed record Withdrawing(string? Reason = null) : Move
{
    public override string Name => "withdrawal";
    public override string Happened => "ask.withdrawn";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Withdraw(Reason, c));
}

public sealed record Undoing : Move
{
    public override string Name => "undoing";
    public override string Happened => "ask.undone";
    internal override Moved Make(Ask ask, Circumstances c) => new(ask.Undo(c));
}
