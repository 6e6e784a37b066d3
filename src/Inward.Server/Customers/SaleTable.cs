using System.Globalization;
using Inward.Customers;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>Where sales are kept. Everybody in the workspace sees them.</summary>
public static class SaleTable
{
    private const string Columns = "workspace, id, customer, name, owner, value, journey, stage, outcome, opened_on, promised_on, closed_on, external_key, version";

    public static async Task<Sale?> Sale(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"select {Columns} from sale where workspace = @workspace and id = @id", new { workspace, id }))?.Sale();

    public static async Task<List<Sale>> Sales(this Session session, Id workspace) =>
        [.. (await session.All<Row>($"select {Columns} from sale where workspace = @workspace order by id", new { workspace })).Select(r => r.Sale())];

    public static void Save(this Unit unit, Sale sale, bool isNew)
    {
        var row = new
        {
            sale.Workspace, sale.Id, sale.Customer, sale.Name, nameKey = Inward.Customers.Customer.Key(sale.Name), sale.Owner,
            value = sale.Value?.ToString(CultureInfo.InvariantCulture), sale.Journey, sale.Stage, sale.Outcome, sale.OpenedOn, sale.PromisedOn, sale.ClosedOn,
            sale.ExternalKey, sale.Version, before = sale.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into sale (workspace, id, customer, name, name_key, owner, value, journey, stage, outcome, opened_on, promised_on, closed_on, external_key, version, made_at)
                values (@Workspace, @Id, @Customer, @Name, @nameKey, @Owner, @value, @Journey, @Stage, @Outcome, @OpenedOn, @PromisedOn, @ClosedOn, @ExternalKey, @Version, @Now)
                """, row);
            unit.ShowTo(sale.Id, [new Reader(sale.Workspace)]);
        }
        else
        {
            unit.Write("""
                update sale set customer = @Customer, name = @Name, name_key = @nameKey, owner = @Owner, value = @value, journey = @Journey, stage = @Stage, outcome = @Outcome,
                  opened_on = @OpenedOn, promised_on = @PromisedOn, closed_on = @ClosedOn, external_key = @ExternalKey, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
        unit.MakeFindable(sale.Id, "sale", sale.Name, sale.Stage ?? "");
    }

    private sealed record Row(
        Id Workspace, Id Id, Id Customer, string Name, Id? Owner, string? Value, Id? Journey, string? Stage, Outcome Outcome,
        DateOnly? OpenedOn, DateOnly? PromisedOn, DateOnly? ClosedOn, string? ExternalKey, int Version)
    {
        public Sale Sale() => new(Workspace, Id, Customer, Name)
        {
            Owner = Owner, Value = Value is null ? null : decimal.Parse(Value, CultureInfo.InvariantCulture), Journey = Journey, Stage = Stage, Outcome = Outcome,
            OpenedOn = OpenedOn, PromisedOn = PromisedOn, ClosedOn = ClosedOn, ExternalKey = ExternalKey, Version = Version,
        };
    }
}
