using System.Collections.Frozen;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>A row of a list of asks, with the names it shows.</summary>
public sealed record AskRow(
    Id Id, string What, string State, Id Requester, Id? Performer, Id? Team, Id? TurnPerson, Id? TurnTeam, DateOnly? AnswerBy, DateOnly? Due, Id? Sale,
    string? CustomerName, int Obstacles, int Told, int Thanked, DateTimeOffset MovedAt, int Version)
{
    internal IReadOnlyDictionary<string, string> Names { get; set; } = FrozenDictionary<string, string>.Empty;

    public string RequesterName => Name(Requester) ?? "";

    public string? PerformerName => Name(Performer);

    public string? TeamName => Name(Team);

    public string? TurnName => Name(TurnPerson);

    private string? Name(Id? id) => id is null ? null : Names.GetValueOrDefault(id.Value.ToString());

    public bool IsLate(DateOnly today) => Due < today && State is not ("delivered" or "unconfirmed" or "accepted" or "declined" or "revoked" or "withdrawn" or "draft");
}

/// <summary>My asks, fifty at a time: the page is found first, by an index that has its order, and its rows after.</summary>
public static class AskList
{
    public const int PageSize = 50;

    public static async Task<(List<AskRow> Rows, string? Next)> Ask(Session session, Me me, AskFilter filter, DateOnly today, string? after = null, int size = PageSize)
    {
        var open = filter.Show is null or "open";
        var (order, direction) = open ? ("due", ">") : ("moved_at", "<");
        var (afterKey, afterId) = Place(after);
        var by = $"order by {order}{(open ? "" : " desc")}, id{(open ? "" : " desc")}";
        var page = Page(session.Engine, filter, open, by, afterId is null ? "" : $" and (x.{order}, x.id) {direction} (@afterKey, @afterId)");
        var rows = await session.All<AskRow>($"""
            select k.id, k.what, k.state, k.requester, k.performer, k.team, k.turn_person, k.turn_team, k.answer_by, k.due, k.sale, c.name as customer_name,
              k.obstacles, k.told, k.thanked, k.moved_at, k.version
            from (select id, {order} from ({page}) m {by} limit @most) l
            join ask k on k.workspace = @Workspace and k.id = l.id
            left join sale s on s.workspace = @Workspace and s.id = k.sale
            left join customer c on c.workspace = @Workspace and c.id = s.customer
            order by l.{order}{(open ? "" : " desc")}, l.id{(open ? "" : " desc")}
            """,
            Sought(session.Engine, me, filter, today, size + 1, open ? afterKey : (object?)(long.TryParse(afterKey, out var ms) ? ms : null), afterId));
        var names = await session.Names(me.Workspace, rows.SelectMany(r => new[] { r.Requester, r.Performer, r.Team, r.TurnPerson }).OfType<Id>());
        foreach (var row in rows)
            row.Names = names;
        if (rows.Count <= size)
            return (rows, null);
        rows.RemoveAt(size);
        var last = rows[^1];
        return (rows, $"{(open ? last.Due?.ToString("O") : last.MovedAt.ToUnixTimeMilliseconds())}~{last.Id}");
    }

    /// <summary>All of them, up to <paramref name="most"/>.</summary>
    public static Task<List<Id>> Ids(Session session, Me me, AskFilter filter, DateOnly today, int most)
    {
        var open = filter.Show is null or "open";
        return session.All<Id>($"select id from ({Page(session.Engine, filter, open, "order by id", "")}) m order by id limit @most", Sought(session.Engine, me, filter, today, most));
    }

    private static string Page(Engine engine, AskFilter filter, bool open, string by, string after)
    {
        var conditions = AskConditions.Of(engine, filter) + after;
        return string.Join(" union ", Branches(filter, open).Select(branch =>
            $"select * from (select x.id, x.{(open ? "due" : "moved_at")} from ask x where x.workspace = @Workspace and {branch}{conditions} {by} limit @most) b"));
    }

    private static object Sought(Engine engine, Me me, AskFilter filter, DateOnly today, int most, object? afterKey = null, Id? afterId = null)
    {
        var (each, any) = (filter.Each, filter.Any);
        return new
        {
            me.Workspace, Me = me.Person, me.Teams, me.Sees, me.Led, today, week = today.AddDays(7), words = Search.Words(engine, filter.Q), most, afterId, afterKey,
            State = each.States, Due = each.Dues, Person = each.People, Team = each.Teams, Sale = each.Sales, Customer = each.Customers,
            anyState = any.States, anyDue = any.Dues, anyPerson = any.People, anyTeam = any.Teams, anySale = any.Sales, anyCustomer = any.Customers,
        };
    }

    // Each branch is one scan of one index in the order of the list; a row that two of them find is one row.
    private static IEnumerable<string> Branches(AskFilter filter, bool open) => filter switch
    {
        { Show: "drafts" } => ["x.requester = @Me and x.state = 'draft'"],
        { Turn: "me" } => [Kept("x.turn_person = @Me", open), .. filter.Role is "performer" or "requester" ? Array.Empty<string>() : [Kept("x.turn_team in @Teams", open)]],
        { Role: "all" } => [Kept(Me.MaySee("x.id"), open)],
        { Role: "performer" } => [Kept("x.performer = @Me", open)],
        { Role: "requester" } => [Kept("x.requester = @Me", open)],
        { Role: "team" } => [Kept("x.team in @Teams", open)],
        _ => [Kept("x.performer = @Me", open), Kept("x.requester = @Me", open), Kept("x.turn_team in @Teams", open)],
    };

    private static string Kept(string who, bool open) => open ? $"{who} and x.is_open = 1" : $"{who} and x.is_open = 0 and x.state <> 'draft'";

    private static (string? Key, Id? Id) Place(string? after) =>
        after?.Split('~') is [var key, var id] && Inward.House.Id.TryParse(id, null, out var parsed) ? (key, parsed) : (null, null);
}
