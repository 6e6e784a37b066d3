using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>A customer as somebody writes it down.</summary>
public sealed record CustomerTold(string? Name);

/// <summary>What one can do with customers. Every member may; nothing here is deleted, because words and sales hang from it.</summary>
public static class CustomerDesk
{
    public static Task<Customer> Add(Unit unit, Me me, CustomerTold told)
    {
        var customer = new Customer(me.Workspace, Id.New(unit.Now), told.Name ?? "").Checked();
        unit.Save(customer, isNew: true);
        unit.Append("customer.added", customer.Id, new { customer.Name });
        return Task.FromResult(customer);
    }

    public static async Task<Customer> Rename(Unit unit, Me me, Id id, int? version, Func<CustomerTold, CustomerTold> told)
    {
        var customer = await unit.Customer(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, customer.Version);
        var renamed = customer.Renamed(told(new CustomerTold(customer.Name)).Name ?? "");
        unit.Save(renamed, isNew: false);
        unit.Append("customer.renamed", id, new { renamed.Name, before = customer.Name });
        return renamed;
    }
}
