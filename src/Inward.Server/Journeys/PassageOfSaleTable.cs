using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>Where the passages of sales are kept. Everybody in the workspace sees them, as the sale they belong to.</summary>
public static class PassageOfSaleTable
{
    private const string Columns = "workspace, id, sale, stage, entered_at, left_at, by_person, reason, told_at, version";

    public static Task<List<Passage>> PassagesOf(this Session session, Id workspace, Id sale) => Read(session, "sale = @sale", new { workspace, sale });

    /// <summary>Of every sale, one sale after the other.</summary>
    public static Task<List<Passage>> PassagesOfSales(this Session session, Id workspace) => Read(session, "1 = 1", new { workspace });

    public static async Task<SaleLine> LineOf(this Session session, Sale sale) =>
        new(sale, await session.KnownStages(sale.Workspace), await session.PassagesOf(sale.Workspace, sale.Id));

    /// <param name="import">The file that told it.</param>
    public static void Save(this Unit unit, Passage passage, bool isNew, Id? import = null)
    {
        var row = new
        {
            passage.Workspace, passage.Id, passage.Sale, passage.Stage, passage.EnteredAt, passage.LeftAt, passage.By, import, passage.Reason, passage.ToldAt, passage.Version, before = passage.Version - 1,
        };
        if (isNew)
        {
            unit.Write("""
                insert into sale_passage (workspace, id, sale, stage, entered_at, left_at, by_person, import, reason, told_at, version)
                values (@Workspace, @Id, @Sale, @Stage, @EnteredAt, @LeftAt, @By, @import, @Reason, @ToldAt, @Version)
                """, row);
        }
        else
        {
            unit.Write("update sale_passage set entered_at = @EnteredAt, left_at = @LeftAt, version = @Version where workspace = @Workspace and id = @Id and version = @before", row, 1);
        }
    }

    public static void Remove(this Unit unit, Passage passage) =>
        unit.Write("delete from sale_passage where workspace = @Workspace and id = @Id and version = @Version", new { passage.Workspace, passage.Id, passage.Version }, 1);

    /// <summary>An import is taken back: what it told of sales goes.</summary>
    public static void ForgetPassagesOf(this Unit unit, Id import)
    {
        unit.Write("delete from sale_passage where workspace = @Workspace and import = @import", new { unit.Workspace, import });
        unit.CountOwnSalesLater();
    }

    private static async Task<List<Passage>> Read(Session session, string where, object args) =>
        (await session.All<Row>($"select {Columns} from sale_passage where workspace = @workspace and {where} order by sale, entered_at, told_at, id", args)).ConvertAll(row => row.Passage());

    private sealed record Row(Id Workspace, Id Id, Id Sale, string Stage, DateTimeOffset? EnteredAt, DateTimeOffset? LeftAt, Id? ByPerson, string? Reason, DateTimeOffset ToldAt, int Version)
    {
        public Passage Passage() => new(Workspace, Id, Sale, Stage) { EnteredAt = EnteredAt, LeftAt = LeftAt, By = ByPerson, Reason = Reason, ToldAt = ToldAt, Version = Version };
    }
}
