using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.AfterSales;

/// <summary>A complaint with the words that complain, and the names of whom and what it belongs to.</summary>
public sealed record ComplaintSeen(
    Id Id, string Words, string? SaidBy, DateOnly SaidOn, string? Stage, Id Customer, string CustomerName, Id? Sale, string? SaleName,
    Id HeardBy, string HeardByName, DateTimeOffset HeardAt, bool IsOpen, Id? RightedBy, string? RightedByName, DateTimeOffset? RightedAt, string? How, int Version)
{
    public string Speaker => SaidBy is null ? CustomerName : $"{SaidBy}, {CustomerName}";

    public string Opening => VerbatimTable.Opening(Words, 160);
}

/// <summary>Two sales with one customer, of which the later is a repeat purchase.</summary>
public sealed record RepeatSeen(Id Id, string Name, Id Earlier, string EarlierName, Id Customer, string CustomerName, Id ToldBy, string ToldByName, DateTimeOffset ToldAt, int Version);

/// <summary>What a customer's side says of an ask: the sale was lost, they complained, they came back.</summary>
/// <param name="Id">The sale that was lost, the complaint, or the later sale.</param>
/// <param name="Kind">lost, complaint or purchase.</param>
/// <param name="Words">Their words, or the name of the sale.</param>
/// <param name="On">The day it was said, closed or opened; null where nobody said it.</param>
public sealed record CameOf(Id Id, string Kind, string Words, string? SaidBy, DateOnly? On, bool IsOpen, string CustomerName)
{
    /// <summary>One question, and none of an ask that is for no customer.</summary>
    public static async Task<List<CameOf>> Ask(Session session, Me me, AskOut ask) => ask is { Sale: null, Verbatim: null } ? [] : await session.All<CameOf>("""
        select v.id, 'complaint' as kind, v.words, v.said_by, v.said_on as "on", c.is_open, u.name as customer_name
        from ask_behind b join complaint c on c.workspace = b.workspace and c.id = b.record join verbatim v on v.workspace = b.workspace and v.id = b.record
        join customer u on u.workspace = b.workspace and u.id = v.customer where b.workspace = @Workspace and b.ask = @Id
        union all
        select s.id, 'purchase', s.name, null, s.opened_on, 0, u.name
        from ask_behind b join repeat_purchase r on r.workspace = b.workspace and r.id = b.record join sale s on s.workspace = b.workspace and s.id = b.record
        join customer u on u.workspace = b.workspace and u.id = s.customer where b.workspace = @Workspace and b.ask = @Id
        union all
        select s.id, 'lost', s.name, null, s.closed_on, 0, '' from sale s where s.workspace = @Workspace and s.id = @Sale and s.outcome = 'lost'
        order by id desc
        """, new { me.Workspace, ask.Id, ask.Sale });
}

/// <summary>What came back after one sale.</summary>
/// <param name="Repeats">The repeat purchase that it is, and those that followed it.</param>
/// <param name="Asks">Those that made the customer come back to it.</param>
public sealed record SaleCameBack(IReadOnlyList<RepeatSeen> Repeats, IReadOnlyList<ComplaintSeen> Complaints, IReadOnlyList<AskLine> Asks)
{
    private const int Most = 50;

    public static async Task<SaleCameBack> Of(Session session, Me me, Id sale)
    {
        var repeats = await CameBack.Repeats(session, me, sale);
        return new SaleCameBack(repeats, (await CameBack.Complaints(session, me, (null, sale, null), null, Most)).Rows,
            repeats.Exists(r => r.Id == sale) ? await AskLines.Behind(session, me, sale) : []);
    }
}

/// <summary>What came back from customers: complaints and repeat purchases. Everybody in the workspace sees them.</summary>
public static class CameBack
{
    public static async Task<(List<ComplaintSeen> Rows, string? Next)> Complaints(Session session, Me me, (Id? Customer, Id? Sale, bool? Open) about, string? after, int size)
    {
        var (customer, sale, open) = about;
        var place = Cursor.Read(after, 1);
        var rows = await session.All<ComplaintSeen>($"""
            {Columns} where c.workspace = @Workspace{(open is null ? "" : " and c.is_open = @open")}{(customer is null ? "" : " and v.customer = @customer")}{(sale is null ? "" : " and v.sale = @sale")}
              {(place is null ? "" : "and c.id < @afterId")} order by c.id desc limit @limit
            """, new { me.Workspace, open, customer, sale, afterId = Cursor.Id(place?[0]), limit = size + 1 });
        return Cursor.Cut(rows, size, last => Cursor.Of(last.Id.ToString()));
    }

    public static async Task<ComplaintSeen> Complaint(Session session, Me me, Id id) =>
        await session.One<ComplaintSeen>($"{Columns} where c.workspace = @Workspace and c.id = @id", new { me.Workspace, id }) ?? throw Rule.NotVisible();

    /// <summary>The repeat purchase that this sale is, and those that followed it.</summary>
    public static Task<List<RepeatSeen>> Repeats(Session session, Me me, Id sale) => session.All<RepeatSeen>("""
        select r.id, s.name, r.earlier, e.name as earlier_name, s.customer, c.name as customer_name, r.told_by, p.name as told_by_name, r.told_at, r.version
        from (select * from repeat_purchase where workspace = @Workspace and id = @sale union select * from repeat_purchase where workspace = @Workspace and earlier = @sale) r
        join sale s on s.workspace = @Workspace and s.id = r.id join sale e on e.workspace = @Workspace and e.id = r.earlier
        join customer c on c.workspace = @Workspace and c.id = s.customer join person p on p.workspace = @Workspace and p.id = r.told_by order by r.id
        """, new { me.Workspace, sale });

    private const string Columns = """
        select c.id, v.words, v.said_by, v.said_on, v.stage, v.customer, u.name as customer_name, v.sale, s.name as sale_name, c.heard_by, h.name as heard_by_name, c.heard_at,
          c.is_open, c.righted_by, w.name as righted_by_name, c.righted_at, c.how, c.version
        from complaint c join verbatim v on v.workspace = c.workspace and v.id = c.id join customer u on u.workspace = c.workspace and u.id = v.customer
        left join sale s on s.workspace = c.workspace and s.id = v.sale join person h on h.workspace = c.workspace and h.id = c.heard_by
        left join person w on w.workspace = c.workspace and w.id = c.righted_by
        """;
}
