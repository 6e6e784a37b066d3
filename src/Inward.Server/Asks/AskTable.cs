using System.Text.Json;
using System.Text.Json.Serialization;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;
using Inward.Server.Thanks;

namespace Inward.Server.Asks;

/// <summary>An ask is stored whole, as one document of its facts; the columns beside it are what lists ask by.</summary>
public static class AskTable
{
    /// <summary>The ask, if I may see it.</summary>
    public static async Task<Ask?> Ask(this Session session, Me me, Id id) =>
        Whole(await session.One<string>($"select x.facts from ask x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}",
            new { me.Workspace, id, me.Sees, me.Led }));

    /// <summary>The ask, if I may see it, with what its last move may still be taken back to.</summary>
    public static async Task<Ask?> AskWithPast(this Session session, Me me, Id id, DateTimeOffset now) => WithPast(await session.One<Stored>(
        $"select {Past} from ask x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}", Seen(me, id, now)));

    /// <summary>The ask with its past, held until the unit ends.</summary>
    /// <param name="undoFor">How old a past may be; that of a slip when left out.</param>
    public static async Task<Ask?> AskToMove(this Unit unit, Me me, Id id, TimeSpan? undoFor = null) => WithPast(await unit.One<Stored>(
        $"select {Past} from ask x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}{unit.ForUpdate}", Seen(me, id, unit.Now, undoFor)));

    /// <summary>Those of them that I may see.</summary>
    public static async Task<List<Ask>> Asks(this Session session, Me me, IReadOnlyCollection<Id> ids) => [.. (await session.All<string>(
        $"select x.facts from ask x where x.workspace = @Workspace and x.id in @ids and {Me.MaySee("x.id")} order by x.id", new { me.Workspace, ids, me.Sees, me.Led })).Select(facts => Whole(facts)!)];

    /// <summary>The ask as Inward itself reads it: for chains, jobs and leavers.</summary>
    public static async Task<Ask?> AskUnseen(this Session session, Id workspace, Id id) =>
        Whole(await session.One<string>("select facts from ask where workspace = @workspace and id = @id", new { workspace, id }));

    /// <summary>What has been asked here, to tell what a file says once more.</summary>
    public static Task<List<AskedBefore>> AskedBefore(this Session session, Id workspace) => session.All<AskedBefore>(
        "select requester, coalesce(team, performer) as receiver, what, answer_by from ask where workspace = @workspace and sent_at is not null", new { workspace });

    /// <summary>The asks that an import brought in, as they are now, held until the unit ends.</summary>
    public static async Task<List<Ask>> AsksOf(this Unit unit, Id import) =>
        [.. (await unit.All<string>($"""
            select x.facts from import_row r join ask x on x.workspace = r.workspace and x.id = r.record where r.workspace = @Workspace and r.import = @import{unit.ForUpdate}
            """, new { unit.Workspace, import })).Select(facts => Whole(facts)!)];

    public static void Save(this Unit unit, Ask ask, Ask? before)
    {
        var turn = ask.Turn;
        var row = new
        {
            ask.Workspace, ask.Id, ask.Requester, ask.Performer, ask.Team, ask.State, ask.IsOpen,
            turnPerson = turn is { Kind: TurnKind.Person } person ? person.Id : (Id?)null, turnTeam = turn is { Kind: TurnKind.Team } team ? team.Id : (Id?)null,
            ask.Terms.What, ask.AnswerBy, ask.Due, ask.Sale, ask.Verbatim, ask.Idea, ask.Parent, obstacles = ask.OpenObstacles.Count(), told = ask.Telling is not null,
            ask.SentAt, acceptedAt = ask.Acceptance?.At, unit.Now, ask.Version, facts = JsonSerializer.Serialize(ask, Facts), was = before?.Version,
            before = ask.Last?.Before is { } past ? JsonSerializer.Serialize(past, Facts) : null,
        };
        if (before is null)
        {
            unit.Write("""
                insert into ask (workspace, id, requester, performer, team, state, is_open, turn_person, turn_team, what, answer_by, due, sale, verbatim, idea,
                  parent, obstacles, told, sent_at, accepted_at, moved_at, version, facts, before)
                values (@Workspace, @Id, @Requester, @Performer, @Team, @State, @IsOpen, @turnPerson, @turnTeam, @What, @AnswerBy, @Due, @Sale, @Verbatim, @Idea,
                  @Parent, @obstacles, @told, @SentAt, @acceptedAt, @Now, @Version, @facts, @before)
                """, row);
        }
        else
        {
            unit.Write("""
                update ask set requester = @Requester, performer = @Performer, team = @Team, state = @State, is_open = @IsOpen, turn_person = @turnPerson,
                  turn_team = @turnTeam, what = @What, answer_by = @AnswerBy, due = @Due, sale = @Sale, verbatim = @Verbatim, idea = @Idea, obstacles = @obstacles,
                  told = @told, sent_at = @SentAt, accepted_at = @acceptedAt, moved_at = @Now, version = @Version, facts = @facts, before = @before
                where workspace = @Workspace and id = @Id and version = @was
                """, row, 1);
        }
        if (before is null || before.TermsVersion != ask.TermsVersion || before.State == AskState.Draft)
            unit.MakeFindable(ask.Id, "ask", ask.Terms.What, string.Join('\n', [ask.Reason, ask.Effect, .. ask.Terms.Conditions]));
        unit.ShowTo(ask.Id, Readers(ask).Except(before is null ? [] : Readers(before)));
        if (ask.Acceptance is { } acceptance && before?.Acceptance is null)
        {
            unit.CountLater(acceptance.At);
            unit.CountSupportLater(acceptance.At);
        }
    }

    /// <summary>Who may see an ask by being part of it; parents' parties and sales' owners are added where those are known.</summary>
    public static IEnumerable<Reader> Readers(Ask ask)
    {
        if (ask.State == AskState.Draft)
            return [new Reader(ask.Requester)];
        var parties = ask.Parties.Select(p => new Reader(p, Leads: p == ask.Requester || p == ask.Performer));
        return [.. parties, .. ask.Team is { } team ? [new Reader(team)] : Array.Empty<Reader>(), .. ask.Open ? [new Reader(ask.Workspace)] : Array.Empty<Reader>()];
    }

    // What has not happened is left out of the document.
    private static readonly JsonSerializerOptions Facts = new(Wire.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    // Most asks rest: their past is not read.
    private const string Past = "x.facts, case when x.moved_at >= @since then x.before end as before";

    private static object Seen(Me me, Id id, DateTimeOffset now, TimeSpan? undoFor = null) => new { me.Workspace, id, me.Sees, me.Led, since = now - (undoFor ?? UndoWindow.Length) };

    private static Ask? WithPast(Stored? stored) => Whole(stored?.Facts) switch
    {
        { Last: { } last } ask when stored!.Before is { } before => ask with { Last = last with { Before = Whole(before) } },
        var ask => ask,
    };

    internal static Ask? Whole(string? facts) => facts is null ? null : JsonSerializer.Deserialize<Ask>(facts, Wire.Json);

    private sealed record Stored(string Facts, string? Before);
}
