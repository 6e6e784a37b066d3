using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

public sealed record TurnOut(string Kind, Id Id, string Name);

public sealed record TermsOut(int Version, string What, IReadOnlyList<string> Conditions, DateOnly? By, Id ProposedBy, DateTimeOffset At, bool Undone, bool InForce);

public sealed record ThanksOut(Id Id, Id From, Id To, string Text, string Effect, bool Public, DateTimeOffset At);

public sealed record HappeningOut(Id Id, string Kind, Id? Who, DateTimeOffset At, string Door, Raw? Details);

/// <summary>One ask as programs read it. Ids of people and teams are spelled out in <paramref name="Names"/>.</summary>
public sealed record AskOut(
    Id Id, string State, TurnOut? Turn, Id Requester, Id? Performer, Id? Team, Id? AskedOf, string What, string Reason, string Effect,
    IReadOnlyList<string> Conditions, DateOnly? AnswerBy, DateOnly? NeededBy, bool Open, IReadOnlyList<TermsOut> Terms, Promise? Promise, Offer? Offer,
    IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<Concern> Concerns, IReadOnlyList<Remark> Remarks, IReadOnlyList<AskFile> Files, Question? Question,
    IReadOnlyList<Question> Questions, Delivery? Delivery, IReadOnlyList<Rejection> Rejections, Acceptance? Acceptance, Decline? Decline,
    Revocation? Revocation, Withdrawal? Withdrawal, Telling? Telling, IReadOnlyList<ThanksOut> Thanks, Id? Verbatim, Id? Sale, Id? Initiative, Id? Objective, Id? Idea,
    Id? Parent, IReadOnlyList<Id> Children, Id? Follows, IReadOnlyList<string> Possible, IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<HappeningOut> Happenings, int Version);

/// <summary>One ask with its history: at most five questions, however long the history.</summary>
public static class WholeAsk
{
    public static async Task<AskOut> Of(Session session, Me me, Id id, DateTimeOffset now) =>
        await Of(session, me, await session.AskWithPast(me, id, now) ?? throw Rule.NotVisible(), now);

    /// <param name="happenings">Its history, where that is at hand: what was made a moment ago need not be asked for.</param>
    public static async Task<AskOut> Of(Session session, Me me, Ask ask, DateTimeOffset now, IReadOnlyList<HappeningOut>? happenings = null)
    {
        var circumstances = await session.Circumstances(me, ask, null, now);
        happenings ??= await Happenings(session, me.Workspace, ask.Id);
        var thanks = ask.Acceptance is null ? [] : await Thanks(session, me, ask.Id);
        var names = await session.Names(me.Workspace, [.. ask.Parties, .. happenings.Select(h => h.Who).OfType<Id>(), .. ask.Remarks.Select(r => r.By), .. ask.Team is { } team ? [team] : Array.Empty<Id>()]);
        return new AskOut(
            ask.Id, Wired(ask.State), ask.Turn is { } turn ? new TurnOut(turn.Kind == TurnKind.Person ? "person" : "team", turn.Id, names.GetValueOrDefault(turn.Id.ToString(), "")) : null,
            ask.Requester, ask.Performer, ask.Team, ask.AskedOf, ask.Terms.What, ask.Reason, ask.Effect, ask.Terms.Conditions, ask.AnswerBy, ask.Terms.By, ask.Open,
            [.. ask.AllTerms.Select(t => new TermsOut(t.Version, t.What, t.Conditions, t.By, t.ProposedBy, t.At, t.Undone, t.Version == ask.TermsVersion))],
            ask.Promise, ask.Offer, ask.Obstacles, ask.Concerns, ask.Remarks, ask.Files, ask.OpenQuestion, ask.Questions, ask.Delivery, ask.Rejections,
            ask.Acceptance, ask.Decline, ask.Revocation, ask.Withdrawal, ask.Telling, thanks, ask.Verbatim, ask.Sale, ask.Initiative, ask.Objective, ask.Idea,
            ask.Parent, ask.Children, ask.Follows, Manners.PossibleFor(ask, circumstances), names, happenings, ask.Version);
    }

    /// <summary>An ask that this unit has made: all there is to know about it is at hand.</summary>
    public static Task<AskOut> OfNew(Unit unit, Me me, Ask ask) =>
        Of(unit, me, ask, unit.Now, [.. unit.Happened(ask.Id).Select(h => new HappeningOut(h.Id, h.Kind, unit.Act.Who, unit.Now, unit.Act.Door, new Raw(h.Payload)))]);

    public static string Wired(AskState state) => state.ToString().ToLowerInvariant();

    // A join would be begun at the happenings, all of them: to SQLite a workspace looks as choosy as an id.
    private static async Task<List<HappeningOut>> Happenings(Session session, Id workspace, Id on) =>
        [.. (await session.All<Row>("""
            select id, kind, who, at, door, payload from happening where workspace = @workspace and on_id = @on
            union all select h.id, h.kind, h.who, h.at, h.door, null as payload from happening h where h.workspace = @workspace and h.kind = 'import.applied'
              and h.on_id = (select r.import from import_row r where r.workspace = @workspace and r.record = @on order by r.import limit 1)
            order by id
            """, new { workspace, on }))
            .Select(r => new HappeningOut(r.Id, r.Kind, r.Who, r.At, r.Door, Raw.Of(r.Payload)))];

    private static Task<List<ThanksOut>> Thanks(Session session, Me me, Id ask) =>
        session.All<ThanksOut>($"""
            select x.id, x.giver as "from", x.receiver as "to", x.text, x.effect, x.is_public as "public", x.at from thanks x
            where x.workspace = @Workspace and x.ask = @ask and {Me.MaySee("x.id")} order by x.at
            """, new { me.Workspace, ask, me.Sees, me.Led });

    private sealed record Row(Id Id, string Kind, Id? Who, DateTimeOffset At, string Door, string? Payload);
}
