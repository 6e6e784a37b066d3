using System.Text.Json;
using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

public sealed record CustomerShown(Id Id, string Name, string? Key, int Version)
{
    public static CustomerShown Of(Customer customer) => new(customer.Id, customer.Name, customer.ExternalKey, customer.Version);
}

/// <summary>/api/v1/customers.</summary>
public static class CustomersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var customers = api.MapGroup("/customers").WithTags("customers");
        customers.MapGet("", List).WithName("listCustomers").WithSummary("Customers by name; `q` finds part of a name").Produces<Listed<CustomerShown>>().ProducesProblem(422);
        customers.MapGet("/{id}", Get).WithName("getCustomer").WithSummary("One customer").Produces<CustomerShown>().ProducesProblem(404);
        customers.MapPost("", Add).WithName("addCustomer").WithSummary("Adds a customer").Produces<CustomerShown>(201).ProducesProblem(422);
        customers.MapPut("/{id}", (Door door, Id id, CustomerTold body) => Rename(door, id, body, _ => body))
            .WithName("replaceCustomer").WithSummary("Renames a customer").Produces<CustomerShown>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        customers.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Rename(door, id, body, now => Patch.Over(now, body))).Accepts<CustomerTold>("application/json", "application/merge-patch+json")
            .WithName("changeCustomer").WithSummary("Renames a customer").Produces<CustomerShown>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        CustomerMergeApi.Map(customers);
    }

    private static async Task<IResult> List(Door door, string? q, string? after, string? limit)
    {
        var (rows, next) = await door.Read(session => CustomersList.Ask(session, door.Me, q, after, Cursor.Size(limit)));
        return door.List(rows.ConvertAll(r => new CustomerShown(r.Id, r.Name, r.ExternalKey, r.Version)), next);
    }

    private static Task<IResult> Get(Door door, Id id) => door.ShowKept("customer", id, "/api/v1/customers/", session => Shown(session, door.Me, id));

    private static Task<IResult> Add(Door door, CustomerTold body) => door.Change(body, async unit =>
    {
        var customer = await CustomerDesk.Add(unit, door.Me, body);
        return Reply.Created($"/api/v1/customers/{customer.Id}", CustomerShown.Of(customer), customer.Version);
    });

    private static Task<IResult> Rename(Door door, Id id, object body, Func<CustomerTold, CustomerTold> told) => door.Edit(body, async unit =>
    {
        var customer = await CustomerDesk.Rename(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done(CustomerShown.Of(customer), customer.Version);
    }, session => Shown(session, door.Me, id));

    private static async Task<(CustomerShown, int)> Shown(Session session, Me me, Id id) =>
        await session.Customer(me.Workspace, id) is { } customer ? (CustomerShown.Of(customer), customer.Version) : throw Rule.NotVisible();
}
