using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Customers;

/// <summary>/api/v1/customers/{id}/merge: two entries of one customer become one, and are parted again.</summary>
public static class CustomerMergeApi
{
    /// <param name="Sales">How many sales move.</param>
    /// <param name="Words">How many of their words move.</param>
    public sealed record CustomerMergePreviewOut(CustomerShown Kept, CustomerShown Gone, CustomerShown Becomes, long Sales, long Words);

    public static void Map(RouteGroupBuilder customers)
    {
        customers.MapGet("/{id}/merge", async (Door door, Id id, string? other, string? take) =>
        {
            var preview = await door.Read(session => CustomerMergeDesk.Preview(session, door.Me, id, Query.Id("other", other), TakenTyped.Of(take)));
            var (merging, becomes) = (preview.Merging, preview.Merging.Merged);
            return Results.Json(new CustomerMergePreviewOut(CustomerShown.Of(merging.Kept), CustomerShown.Of(merging.Gone), CustomerShown.Of(becomes), preview.Sales, preview.Words), Wire.Json);
        }).WithName("previewCustomerMerge").WithSummary("What merging the entry `other` with this one would do; `take=name` chooses its name").Produces<CustomerMergePreviewOut>().ProducesProblem(404).ProducesProblem(422);
        customers.MapPost("/{id}/merge", (Door door, Id id, MergeIn body) => door.Change(body, async unit =>
        {
            var merge = await CustomerMergeDesk.Merge(unit, door.Me, id, body.Other, new Taken(body.Take ?? []), (door.IfMatch(), null));
            return Reply.Created($"/api/v1/customers/merges/{merge.Id}", MergeOut.Of(merge), 1);
        })).WithName("mergeCustomers").WithSummary("Two entries of one customer become one: this one is kept").Produces<MergeOut>(201).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
        customers.MapGet("/merges", async (Door door) => door.List((await door.Read(session => CustomerMergeDesk.All(session, door.Me))).ConvertAll(MergeOut.Of), null))
            .WithName("listCustomerMerges").WithSummary("Customers that were merged, the newest first").Produces<Listed<MergeOut>>();
        customers.MapGet("/merges/{merge}", (Door door, Id merge) => door.Show(async session => (MergeOut.Of(await CustomerMergeDesk.One(session, door.Me, merge)), 1)))
            .WithName("readCustomerMerge").WithSummary("One of them").Produces<MergeOut>().ProducesProblem(404);
        customers.MapPost("/merges/{merge}/undoing", (Door door, Id merge) => door.Change(null, async unit => Reply.Done(MergeOut.Of(await CustomerMergeDesk.Part(unit, door.Me, merge)), 1)))
            .WithName("partCustomers").WithSummary("Parts them again, within 30 days").Produces<MergeOut>().ProducesProblem(404).ProducesProblem(409);
    }
}
