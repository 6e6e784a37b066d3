using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>A thank-you as it is shown, with the names it shows.</summary>
public sealed record ThanksRow(
    Id Id, Id Giver, string GiverName, Id Receiver, string ReceiverName, string Text, string Effect, bool IsPublic, DateTimeOffset At, Id? Ask, string? What)
{
    /// <summary>Who got a copy of a private one; of a public one it is nobody's business.</summary>
    public IReadOnlyList<Named> Copies { get; init; } = [];

    public ThankYou ThankYou(Id workspace) => new(workspace, Id, Giver, Receiver, Text, Effect, IsPublic, Ask, At) { Copies = [.. Copies.Select(c => c.Id)] };
}

/// <summary>The feed of thanks: what I may see of the company's, a team's or a person's. Never counted by person.</summary>
public static class ThanksFeed
{
    public const int PageSize = 30;

    public static async Task<(List<ThanksRow> Rows, string? Next)> Ask(Session session, Me me, DateOnly today, Id? person = null, Id? team = null, string? after = null, int size = PageSize)
    {
        var place = Cursor.Read(after, 2);
        var (afterAt, afterId) = (Cursor.Instant(place?[0]), Cursor.Id(place?[1]));
        var page = string.Join(" union ", Branches(person, team).Select(branch => $"""
            select * from (select x.id, x.at from thanks x where x.workspace = @Workspace and {branch} and {Me.MaySee("x.id")}
              {(place is null ? "" : "and (x.at, x.id) < (@afterAt, @afterId)")} order by x.at desc, x.id desc limit @most) b
            """));
        var rows = await Rows(session, $"select id, at from ({page}) m order by at desc, id desc limit @most",
            new { me.Workspace, me.Sees, me.Led, Me = me.Person, person, team, today, afterAt, afterId, most = size + 1 });
        var (shown, next) = Cursor.Cut(rows, size, last => Cursor.Of(Cursor.Key(last.At), last.Id.ToString()));
        return (await WithCopies(session, me, shown), next);
    }

    public static async Task<ThanksRow?> One(Session session, Me me, Id id) => (await WithCopies(session, me, await Rows(session,
        $"select x.id, x.at from thanks x where x.workspace = @Workspace and x.id = @id and {Me.MaySee("x.id")}", new { me.Workspace, me.Sees, me.Led, id }))).FirstOrDefault();

    // Each branch is one scan of one index in the order of the feed.
    private static string[] Branches(Id? person, Id? team) => (person, team) switch
    {
        (not null, not null) => [$"(x.receiver = @person or x.giver = @person) and {InTeam}"],
        (not null, _) => ["x.receiver = @person", "x.giver = @person"],
        (_, not null) => [InTeam],
        _ => ["x.is_public = 1", "x.receiver = @Me", "x.giver = @Me", "x.id in (select c.thanks from thanks_copy c where c.workspace = @Workspace and c.person = @Me)"],
    };

    private const string InTeam = $"""
        x.receiver in (select m.person from membership m join person p on p.workspace = m.workspace and p.id = m.person
          where m.workspace = @Workspace and m.team = @team and {TeamQuestions.Today})
        """;

    private static Task<List<ThanksRow>> Rows(Session session, string page, object args) => session.All<ThanksRow>($"""
        select t.id, t.giver, g.name as giver_name, t.receiver, r.name as receiver_name, t.text, t.effect, t.is_public, t.at, t.ask, k.what
        from ({page}) l join thanks t on t.workspace = @Workspace and t.id = l.id
        join person g on g.workspace = @Workspace and g.id = t.giver
        join person r on r.workspace = @Workspace and r.id = t.receiver
        left join ask k on k.workspace = @Workspace and k.id = t.ask and {Me.MaySee("k.id")}
        order by l.at desc, l.id desc
        """, args);

    private static async Task<List<ThanksRow>> WithCopies(Session session, Me me, List<ThanksRow> rows)
    {
        var hidden = rows.Where(r => !r.IsPublic).Select(r => r.Id).ToList();
        if (hidden.Count == 0)
            return rows;
        var copies = (await session.All<Copy>("""
            select c.thanks, c.person, p.name from thanks_copy c join person p on p.workspace = c.workspace and p.id = c.person
            where c.workspace = @Workspace and c.thanks in @hidden order by p.search_name, p.id
            """, new { me.Workspace, hidden })).ToLookup(c => c.Thanks, c => new Named(c.Person, c.Name));
        return rows.ConvertAll(r => r.IsPublic ? r : r with { Copies = [.. copies[r.Id]] });
    }

    private sealed record Copy(Id Thanks, Id Person, string Name);
}
