using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>What a customer said, with the names of whom and what it belongs to.</summary>
public sealed record VerbatimRow(
    Id Id, Id Customer, string CustomerName, Id? Sale, string? SaleName, string? Stage, string? SaidBy, DateOnly SaidOn, string Words,
    Id? KeptBy, string? KeptByName, int Version, DateTimeOffset MadeAt);

/// <summary>A version of the words: what was written, by whom, when.</summary>
public sealed record VerbatimVersion(
    int Version, string Words, string? SaidBy, DateOnly SaidOn, string? Stage, Id Customer, string CustomerName, Id? Sale, string? SaleName,
    Id? ByPerson, string? ByName, DateTimeOffset At);

/// <summary>What customers said, newest first.</summary>
public static class VerbatimsList
{
    private const string Columns = "id, customer, sale, stage, said_by, said_on, words, kept_by, version, made_at";

    public static async Task<(List<VerbatimRow> Rows, string? Next)> Ask(Session session, Me me, Id? customer, Id? sale, string? after, int size)
    {
        var place = Cursor.Read(after, 2);
        var rows = await session.All<VerbatimRow>($"""
            select {Joined}
            from (select {Columns} from verbatim where workspace = @Workspace{(customer is null ? "" : " and customer = @customer")}{(sale is null ? "" : " and sale = @sale")}
                {(place is null ? "" : " and (said_on, id) < (@afterDay, @afterId)")} order by said_on desc, id desc limit @limit) v
            {Joins} order by v.said_on desc, v.id desc
            """, new { me.Workspace, customer, sale, afterDay = place?[0], afterId = Cursor.Id(place?[1]), limit = size + 1 });
        return Cursor.Cut(rows, size, last => Cursor.Of(last.SaidOn.ToString("O"), last.Id.ToString()));
    }

    public static Task<VerbatimRow?> One(Session session, Me me, Id id) => session.One<VerbatimRow>($"""
        select {Joined} from (select {Columns} from verbatim where workspace = @Workspace and id = @id) v {Joins}
        """, new { me.Workspace, id });

    /// <summary>Every version, the newest first.</summary>
    public static Task<List<VerbatimVersion>> Versions(Session session, Me me, Id id) => session.All<VerbatimVersion>("""
        select v.version, v.words, v.said_by, v.said_on, v.stage, v.customer, c.name as customer_name, v.sale, s.name as sale_name, v.by_person, p.name as by_name, v.at
        from verbatim_version v join customer c on c.workspace = @Workspace and c.id = v.customer
        left join sale s on s.workspace = @Workspace and s.id = v.sale left join person p on p.workspace = @Workspace and p.id = v.by_person
        where v.workspace = @Workspace and v.verbatim = @id order by v.version desc
        """, new { me.Workspace, id });

    private const string Joined = """
        v.id, v.customer, c.name as customer_name, v.sale, s.name as sale_name, v.stage, v.said_by, v.said_on, v.words, v.kept_by, p.name as kept_by_name, v.version, v.made_at
        """;

    private const string Joins = """
        join customer c on c.workspace = @Workspace and c.id = v.customer
        left join sale s on s.workspace = @Workspace and s.id = v.sale left join person p on p.workspace = @Workspace and p.id = v.kept_by
        """;
}
