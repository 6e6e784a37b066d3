using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>Somebody's way in, as an administrator sees it: whether there is one, never when it was used.</summary>
/// <param name="HasPassword">They chose a password once.</param>
/// <param name="InvitedUntil">An invitation is open until then.</param>
public sealed record AccountRow(
    Id Person, string Name, string SearchName, string? Title, string? Email, string? UserName, bool Administrator, DateOnly? LeftOn, bool HasPassword, DateTimeOffset? InvitedUntil, DateTimeOffset? ErasedAt, int Version);

/// <summary>Everybody's way in, by name. Administrators keep it.</summary>
public static class AccountList
{
    public const int PageSize = 50;

    private const string Columns = """
        p.id as person, p.name, p.search_name, p.title, p.email, p.user_name, p.administrator, p.left_on, case when a.password_hash is null then 0 else 1 end as has_password,
        (select max(i.ends_at) from invite i where i.workspace = @Workspace and i.person = p.id and i.used_at is null and i.ends_at > @now) as invited_until, p.erased_at, p.version
        """;

    public static async Task<(List<AccountRow> Rows, string? Next)> Ask(Session session, Me me, string? q, bool administrators, string? after, DateTimeOffset now, int size = PageSize)
    {
        CheckAdministrator(me);
        var place = Cursor.Read(after, 2);
        var rows = await session.All<AccountRow>($"""
            select {Columns} from (select * from person where workspace = @Workspace and merged_into is null and erased_at is null
              {(string.IsNullOrWhiteSpace(q) ? "" : "and (search_name like @like escape '!' or email_key like @like escape '!' or user_key like @like escape '!')")}
              {(administrators ? "and administrator = 1" : "")}
              {(place is null ? "" : "and (search_name, id) > (@afterName, @afterId)")} order by search_name, id limit @limit) p
            left join account a on a.workspace = p.workspace and a.person = p.id order by p.search_name, p.id
            """, new { me.Workspace, like = Cursor.Anywhere(q ?? ""), now, afterName = place?[0], afterId = Cursor.Id(place?[1]), limit = size + 1 });
        return Cursor.Cut(rows, size, last => Cursor.Of(last.SearchName, last.Person.ToString()));
    }

    public static async Task<AccountRow> One(Session session, Me me, Id person, DateTimeOffset now)
    {
        CheckAdministrator(me);
        return await session.One<AccountRow>($"select {Columns} from person p left join account a on a.workspace = p.workspace and a.person = p.id where p.workspace = @Workspace and p.id = @person",
            new { me.Workspace, person, now }) ?? throw Rule.NotVisible();
    }

    private static void CheckAdministrator(Me me)
    {
        if (!me.Administrator)
            throw Rule.NotYours("Only an administrator does this.");
    }
}
