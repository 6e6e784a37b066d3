using Inward.House;
using static Inward.Asks.AskState;

namespace Inward.Asks;

/// <summary>
/// Who may make which move in which state: the table of the life of an ask. The rule methods ask it first, the pages draw
/// their buttons from it, and the answer to a move in the wrong state names what it allows.
/// </summary>
public static class Manners
{
    private enum Role
    {
        Requester,
        Performer,
        Taker,
        AskedTeam,
        Either,
        TheOther,
        ObstacleOwner,
        Anyone,
    }

    private sealed record Row(string Move, Role Who, AskState[] From);

    private static readonly AskState[] Sent = [.. Enum.GetValues<AskState>().Where(s => s != Draft)];
    private static readonly AskState[] Unfinished = [Requested, Blocked, Countered, Promised, Renegotiating];

    private static readonly Row[] Table =
    [
        new("sending", Role.Requester, [Draft]),
        new("taking", Role.AskedTeam, [Requested]),
        new("release", Role.Taker, [Requested, Blocked]),
        new("promise", Role.Performer, [Requested, Blocked]),
        new("counter", Role.Performer, [Requested, Blocked]),
        new("counter", Role.Requester, [Countered]),
        new("question", Role.Performer, [Requested]),
        new("answer", Role.Requester, [Requested, Blocked]),
        new("obstacles", Role.Performer, Unfinished),
        new("obstacles/{n}/clearance", Role.ObstacleOwner, [Blocked, Promised, Countered, Renegotiating]),
        new("decline", Role.Performer, [Requested, Blocked, Countered]),
        new("delegation", Role.Performer, Unfinished),
        new("agreement", Role.TheOther, [Countered, Renegotiating]),
        new("keeping", Role.TheOther, [Renegotiating]),
        new("renegotiation", Role.Either, [Promised]),
        new("delivery", Role.Performer, [Promised, Renegotiating]),
        new("revocation", Role.Performer, [Promised, Renegotiating]),
        new("retraction", Role.Performer, [Delivered, Unconfirmed]),
        new("acceptance", Role.Requester, [Delivered, Unconfirmed]),
        new("rejection", Role.Requester, [Delivered, Unconfirmed]),
        new("withdrawal", Role.Requester, Unfinished),
        new("telling", Role.Requester, [Accepted]),
        new("concerns", Role.Either, Unfinished),
        new("remarks", Role.Anyone, Sent),
        new("undoing", Role.Anyone, Sent),
    ];

    private static readonly Dictionary<string, Sentence> Owners = new(StringComparer.Ordinal)
    {
        ["promise"] = "Only the colleague who was asked can promise.",
        ["counter"] = "Only the two who negotiate can offer other terms.",
        ["question"] = "Only the colleague who was asked can ask back.",
        ["answer"] = "Only the one who asked can answer the question.",
        ["obstacles"] = "Only the colleague who was asked can raise an obstacle. You can add a concern or a remark.",
        ["obstacles/{n}/clearance"] = "Only the obstacle's owner or one of the two can say that it is out of the way.",
        ["decline"] = "Only the colleague who was asked can decline.",
        ["delegation"] = "Only the colleague who was asked can ask somebody else to help.",
        ["agreement"] = "Only the one the terms were offered to can agree.",
        ["keeping"] = "Only the one the new terms were offered to can keep to the old promise.",
        ["renegotiation"] = "Only the two who have a promise can renegotiate it.",
        ["delivery"] = "Only the colleague who promised can deliver.",
        ["revocation"] = "Only the colleague who promised can take the promise back.",
        ["retraction"] = "Only the colleague who delivered can retract the delivery.",
        ["taking"] = "Only somebody of the asked team can take this ask.",
        ["release"] = "Only the one who took this ask for the team can give it back.",
        ["concerns"] = "Only the two who negotiate can add a concern.",
    };

    /// <summary>Refuses a move that is not yours (403) or not possible now (409, with what is).</summary>
    internal static void Allow(Ask ask, string move, Circumstances c)
    {
        var mine = Table.Where(row => row.Move == move && Is(ask, row.Who, c)).ToList();
        if (mine.Count == 0)
            throw Rule.NotYours(Owners.GetValueOrDefault(move, "Only the one who asked can do this."));
        if (!mine.Any(row => IsNow(ask, row)))
            throw Rule.NotNow(new Sentence(Now[ask.State]), PossibleFor(ask, c));
    }

    /// <summary>The moves that are possible now for whoever <paramref name="c"/> is about: their buttons.</summary>
    public static IReadOnlyList<string> PossibleFor(Ask ask, Circumstances c) =>
        [.. Table.Where(row => Is(ask, row.Who, c) && IsNow(ask, row) && IsStillFree(ask, row, c)).Select(row => row.Move).Distinct()];

    private static bool Is(Ask ask, Role role, Circumstances c)
    {
        if (c.Me is not { } me)
            return false;
        return role switch
        {
            Role.Requester => me == ask.Requester,
            Role.Performer => me == ask.Performer,
            Role.Taker => me == ask.Performer && ask.Team is not null,
            Role.AskedTeam => c.InAskedTeam && ask.Team is not null && me != ask.Requester && !c.InTheChain(me),
            Role.Either => me == ask.Requester || me == ask.Performer,
            Role.TheOther => ask.Offer is { } offer ? offer.By != me && (me == ask.Requester || me == ask.Performer) : me == ask.Requester || me == ask.Performer,
            Role.ObstacleOwner => me == ask.Requester || me == ask.Performer || ask.Obstacles.Any(o => o.Owner == me),
            _ => true,
        };
    }

    private static bool IsNow(Ask ask, Row row) => row.From.Contains(ask.State) && row.Move switch
    {
        "taking" => ask.Performer is null,
        "question" => ask.OpenQuestion is null,
        "answer" => ask.OpenQuestion is not null,
        "obstacles/{n}/clearance" => ask.OpenObstacles.Any(),
        _ => true,
    };

    // What depends on the clock or on the one obstacle; the rule method says why not.
    private static bool IsStillFree(Ask ask, Row row, Circumstances c) => row.Move switch
    {
        "undoing" => ask.CanUndo(c),
        "agreement" => ask.OfferedTerms!.By >= c.Today,
        "obstacles/{n}/clearance" => ask.OpenObstacles.Any(o => ask.CanClear(o, c)),
        _ => true,
    };

    private static readonly Dictionary<AskState, string> Now = new()
    {
        [Draft] = "This is still a draft: nobody has been asked yet.",
        [Requested] = "This ask waits for its first answer; that is not possible now.",
        [Countered] = "Other terms are on the table and wait for the one who asked; that is not possible now.",
        [Blocked] = "An obstacle is in the way of this ask; that is not possible now.",
        [Promised] = "This is promised; that is not possible now.",
        [Renegotiating] = "New terms are on the table; that is not possible now.",
        [Delivered] = "This has been delivered and waits for the one who asked; that is not possible now.",
        [Unconfirmed] = "This has been delivered and nobody confirmed it; that is not possible now.",
        [Accepted] = "This was delivered and accepted; nothing is open any more.",
        [Declined] = "This was declined; nothing is open any more. Ask again if things have changed.",
        [Revoked] = "The promise was taken back; nothing is open any more. Ask again if things have changed.",
        [Withdrawn] = "The one who asked withdrew this; nothing is open any more.",
    };
}
