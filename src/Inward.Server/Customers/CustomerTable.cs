using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>Where customers are kept. Everybody in the workspace sees them.</summary>
public static class CustomerTable
{
    private const string Columns = "workspace, id, name, external_key, merged_into, version";

    /// <summary>A customer; an entry that was merged is none any more (<see cref="MergeTable.KeptInstead"/>).</summary>
    public static async Task<Customer?> Customer(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"select {Columns} from customer where workspace = @workspace and id = @id and merged_into is null", new { workspace, id }))?.Customer();

    /// <summary>All of them, and the entries that were merged.</summary>
    public static async Task<List<Customer>> AllCustomers(this Session session, Id workspace) =>
        [.. (await session.All<Row>($"select {Columns} from customer where workspace = @workspace order by name_key, id", new { workspace })).Select(r => r.Customer())];

    public static void Save(this Unit unit, Customer customer, bool isNew)
    {
        var row = new
        {
            customer.Workspace, customer.Id, customer.Name, nameKey = Inward.Customers.Customer.Key(customer.Name), customer.ExternalKey,
            customer.Version, before = customer.Version - 1, unit.Now,
        };
        if (isNew)
        {
            unit.Write("""
                insert into customer (workspace, id, name, name_key, external_key, version, made_at)
                values (@Workspace, @Id, @Name, @nameKey, @ExternalKey, @Version, @Now)
                """, row);
            unit.ShowTo(customer.Id, [new Reader(customer.Workspace)]);
        }
        else
        {
            unit.Write("""
                update customer set name = @Name, name_key = @nameKey, external_key = @ExternalKey, version = @Version
                where workspace = @Workspace and id = @Id and version = @before
                """, row, 1);
        }
        if (customer.MergedInto is null)
            unit.MakeFindable(customer.Id, "customer", customer.Name, "");
        else
            unit.Forget(customer.Id);
    }

    private sealed record Row(Id Workspace, Id Id, string Name, string? ExternalKey, Id? MergedInto, int Version)
    {
        public Customer Customer() => new(Workspace, Id, Name) { ExternalKey = ExternalKey, MergedInto = MergedInto, Version = Version };
    }
}
