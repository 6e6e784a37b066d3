using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

public sealed record TurnOut(string Kind, Id Id, string Name);

public sealed record TermsOut(int Version, string What, IReadOnlyList<string> Conditions, DateOnly? By, Id ProposedBy, DateTimeOffset At, bool Undone, bool InForce);

public sealed record ThanksOut(Id Id, Id From, Id To, string Text, string Effect, bool Public, DateTimeOffset At);

public sealed record HappeningOut(Id Id, string Kind, Id? Who, DateTimeOffset At, string Door, JsonElement? Details);

/// <summary>One ask as programs read it. Ids of people and teams are spelled out in <paramref name="Names"/>.</summary>
public sealed record AskOut(
    Id Id, string State, TurnOut? Turn, Id Requester, Id? Performer, Id? Team, Id? AskedOf, string What, string Reason, string Effect,
    IReadOnlyList<string> Conditions, DateOnly? AnswerBy, DateOnly? NeededBy, bool Open, IReadOnlyList<TermsOut> Terms, Promise? Promise, Offer? Offer,
    IReadOnlyList<Obstacle> Obstacles, IReadOnlyList<Concern> Concerns, IReadOnlyList<Remark> Remarks, IReadOnlyList<AskFile> Files, Question? Question,
    IReadOnlyList<Question> Questions, Delivery? Delivery, IReadOnlyList<Rejection> Rejections, Acceptance? Acceptance, Decline? Decline,
    Revocation? Revocation, Withdrawal? Withdrawal, Telling? Telling, IReadOnlyList<ThanksOut> Thanks, Id? Verbatim, Id? Sale, Id? Initiative, Id? Objective,
    Id? Parent, IReadOnlyList<Id> Children, Id? Follows, IReadOnlyList<string> Possible, IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<HappeningOut> Happenings, int Version);

/// <summary>One ask with its history: five questions, however long the history.</summary>
public static class WholeAsk
{
    public static async Task<AskOut> Of(Session session, Me me, Id id, DateTimeOffset now) =>
        await Of(session, me, await session.Ask(me, id) ?? throw Rule.NotVisible(), now);

    public static async Task<AskOut> Of(Session session, Me me, Ask ask, DateTimeOffset now)
    {
        var circumstances = await session.Circumstances(me, ask, null, now);
        var happenings = await Happenings(session, me.Workspace, ask.Id);
        var thanks = ask.Acceptance is null ? [] : await Thanks(session, me, ask.Id);
        var names = await Names(session, me.Workspace, [.. ask.Parties, .. happenings.Select(h => h.Who).OfType<Id>(), .. ask.Remarks.Select(r => r.By), .. ask.Team is { } team ? [team] : Array.Empty<Id>()]);
        return new AskOut(
            ask.Id, Wired(ask.State), ask.Turn is { } turn ? new TurnOut(turn.Kind == TurnKind.Person ? "person" : "team", turn.Id, names.GetValueOrDefault(turn.Id.ToString(), "")) : null,
            ask.Requester, ask.Performer, ask.Team, ask.AskedOf, ask.Terms.What, ask.Reason, ask.Effect, ask.Terms.Conditions, ask.AnswerBy, ask.Terms.By, ask.Open,
            [.. ask.AllTerms.Select(t => new TermsOut(t.Version, t.What, t.Conditions, t.By, t.ProposedBy, t.At, t.Undone, t.Version == ask.TermsVersion))],
            ask.Promise, ask.Offer, ask.Obstacles, ask.Concerns, ask.Remarks, ask.Files, ask.OpenQuestion, ask.Questions, ask.Delivery, ask.Rejections,
            ask.Acceptance, ask.Decline, ask.Revocation, ask.Withdrawal, ask.Telling, thanks, ask.Verbatim, ask.Sale, ask.Initiative, ask.Objective,
            ask.Parent, ask.Children, ask.Follows, Manners.PossibleFor(ask, circumstances), names, happenings, ask.Version);
    }

    public static string Wired(AskState state) => state.ToString().ToLowerInvariant();

    /// <summary>The names of people and teams, by id.</summary>
    public static async Task<Dictionary<string, string>> Names(Session session, Id workspace, IEnumerable<Id> ids)
    {
        var wanted = ids.Distinct().ToList();
        return wanted.Count == 0 ? [] : (await session.All<Named>("""
            select id, name from person where workspace = @workspace and id in @wanted union all select id, name from team where workspace = @workspace and id in @wanted
            """, new { workspace, wanted })).ToDictionary(n => n.Id.ToString(), n => n.Name, StringComparer.Ordinal);
    }

    private static async Task<List<HappeningOut>> Happenings(Session session, Id workspace, Id on) =>
        [.. (await session.All<Row>("""
            select id, kind, who, at, door, payload from happening where workspace = @workspace and on_id = @on
            union all select h.id, h.kind, h.who, h.at, h.door, null as payload from import_row r
              join happening h on h.workspace = r.workspace and h.on_id = r.import and h.kind = 'import.applied' where r.workspace = @workspace and r.record = @on
            order by id
            """, new { workspace, on }))
            .Select(r => new HappeningOut(r.Id, r.Kind, r.Who, r.At, r.Door, r.Payload is null ? null : JsonElement.Parse(r.Payload)))];

    private static Task<List<ThanksOut>> Thanks(Session session, Me me, Id ask) =>
        session.All<ThanksOut>($"""
            select x.id, x.giver as "from", x.receiver as "to", x.text, x.effect, x.is_public as "public", x.at from thanks x
            where x.workspace = @Workspace and x.ask = @ask and {Me.MaySee("x.id")} order by x.at
            """, new { me.Workspace, ask, me.Sees, me.Led });

    private sealed record Named(Id Id, string Name);

    private sealed record Row(Id Id, string Kind, Id? Who, DateTimeOffset At, string Door, string? Payload);
}
