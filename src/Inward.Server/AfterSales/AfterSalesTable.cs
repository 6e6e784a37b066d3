using Inward.AfterSales;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.AfterSales;

/// <summary>Where complaints and repeat purchases are kept, and the asks behind them. Everybody in the workspace sees them, as the words and the sale they belong to.</summary>
public static class AfterSalesTable
{
    public static async Task<Complaint?> Complaint(this Session session, Id workspace, Id id) =>
        (await session.One<ComplaintRow>("select workspace, id, heard_by, heard_at, righted_by, righted_at, how, version from complaint where workspace = @workspace and id = @id", new { workspace, id }))?.Complaint();

    public static void Save(this Unit unit, Complaint complaint, bool isNew) => unit.Write(isNew
        ? """
            insert into complaint (workspace, id, heard_by, heard_at, is_open, righted_by, righted_at, how, version)
            values (@Workspace, @Id, @HeardBy, @HeardAt, @IsOpen, @By, @At, @How, @Version)
            """
        : """
            update complaint set is_open = @IsOpen, righted_by = @By, righted_at = @At, how = @How, version = @Version
            where workspace = @Workspace and id = @Id and version = @before
            """, new
        {
            complaint.Workspace, complaint.Id, complaint.HeardBy, complaint.HeardAt, complaint.IsOpen, complaint.PutRight?.By, complaint.PutRight?.At, complaint.PutRight?.How,
            complaint.Version, before = complaint.Version - 1,
        }, 1);

    public static Task<RepeatPurchase?> RepeatPurchase(this Session session, Id workspace, Id sale) => session.One<RepeatPurchase>(
        "select workspace, id, earlier as after, told_by, told_at, version from repeat_purchase where workspace = @workspace and id = @sale", new { workspace, sale });

    /// <summary>What each sale of a customer follows, as far as it is told.</summary>
    public static async Task<Dictionary<Id, Id>> RepeatPurchasesOf(this Session session, Id workspace, Id customer) => (await session.All<Follows>("""
        select r.id, r.earlier from repeat_purchase r join sale s on s.workspace = r.workspace and s.id = r.id where r.workspace = @workspace and s.customer = @customer
        """, new { workspace, customer })).ToDictionary(r => r.Id, r => r.Earlier);

    public static void Save(this Unit unit, RepeatPurchase repeat, bool isNew) => unit.Write(isNew
        ? "insert into repeat_purchase (workspace, id, earlier, told_by, told_at, version) values (@Workspace, @Id, @After, @ToldBy, @ToldAt, @Version)"
        : "update repeat_purchase set earlier = @After, told_by = @ToldBy, told_at = @ToldAt, version = @Version where workspace = @Workspace and id = @Id and version = @before",
        new { repeat.Workspace, repeat.Id, repeat.After, repeat.ToldBy, repeat.ToldAt, repeat.Version, before = repeat.Version - 1 }, 1);

    /// <summary>Takes a complaint or a repeat purchase away, with what lay behind it.</summary>
    public static void Remove(this Unit unit, string table, Id id, int version)
    {
        unit.Write($"delete from {table} where workspace = @Workspace and id = @id and version = @version", new { unit.Workspace, id, version }, 1);
        unit.Write("delete from ask_behind where workspace = @Workspace and record = @id", new { unit.Workspace, id });
    }

    public static Task<List<Id>> AsksBehind(this Session session, Id workspace, Id record) =>
        session.All<Id>("select ask from ask_behind where workspace = @workspace and record = @record order by ask", new { workspace, record });

    public static void Save(this Unit unit, Id record, AsksBehind behind)
    {
        foreach (var ask in behind.Named)
            unit.Write("insert into ask_behind (workspace, record, ask, by_person, at) values (@Workspace, @record, @ask, @Who, @Now)", new { unit.Workspace, record, ask, unit.Act.Who, unit.Now }, 1);
        foreach (var ask in behind.Dropped)
            unit.Write("delete from ask_behind where workspace = @Workspace and record = @record and ask = @ask", new { unit.Workspace, record, ask }, 1);
    }

    private sealed record Follows(Id Id, Id Earlier);

    private sealed record ComplaintRow(Id Workspace, Id Id, Id HeardBy, DateTimeOffset HeardAt, Id? RightedBy, DateTimeOffset? RightedAt, string? How, int Version)
    {
        public Complaint Complaint() => new(Workspace, Id, HeardBy, HeardAt) { PutRight = RightedBy is { } by ? new PutRight(by, RightedAt!.Value, How!) : null, Version = Version };
    }
}
