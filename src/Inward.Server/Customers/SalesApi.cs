using System.Text.Json;
using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <param name="Journey">The journey that was chosen for it; null where the name of its stage says enough.</param>
/// <param name="Late">Closed after the promised day.</param>
public sealed record SaleShown(
    Id Id, Named Customer, string Name, Named? Owner, decimal? Value, string? Stage, Outcome Outcome,
    DateOnly? PromisedOn, DateOnly? OpenedOn, DateOnly? ClosedOn, bool Late, string? Key, int Version, Named? Journey)
{
    public static SaleShown Of(SaleRow row) => new(
        row.Id, new Named(row.Customer, row.CustomerName), row.Name, Named.Maybe(row.Owner, row.OwnerName), row.Worth, row.Stage, row.Outcome,
        row.PromisedOn, row.OpenedOn, row.ClosedOn, row.Sale(default).IsLate, row.ExternalKey, row.Version, Named.Maybe(row.Journey, row.JourneyName));
}

/// <summary>/api/v1/sales.</summary>
public static class SalesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var sales = api.MapGroup("/sales").WithTags("sales");
        sales.MapGet("", List).WithName("listSales").WithSummary("Sales by name; by `customer`, `owner` (an id or `me`), `outcome`, `late` (closed after the promised day) and `overdue` (open past it)")
            .Produces<Listed<SaleShown>>().ProducesProblem(422);
        sales.MapGet("/{id}", Get).WithName("getSale").WithSummary("One sale").Produces<SaleShown>().ProducesProblem(404);
        sales.MapPost("", Open).WithName("openSale").WithSummary("Opens a sale with a customer").Produces<SaleShown>(201).ProducesProblem(422);
        sales.MapPut("/{id}", (Door door, Id id, SaleTold body) => Retell(door, id, body, _ => body))
            .WithName("replaceSale").WithSummary("Tells a sale anew").Produces<SaleShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        sales.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Retell(door, id, body, now => Patch.Over(now, body))).Accepts<SaleTold>("application/json", "application/merge-patch+json")
            .WithName("changeSale").WithSummary("Changes what is named, and leaves the rest").Produces<SaleShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static async Task<IResult> List(Door door, string? q, string? customer, string? owner, string? outcome, string? late, string? overdue, string? after, string? limit)
    {
        var filter = new SaleFilter(q, Query.Id("customer", customer), owner == "me" ? door.Me.Person : Query.Id("owner", owner),
            Query.Word<Outcome>("outcome", outcome), Query.Flag("late", late), Query.Flag("overdue", overdue));
        var (rows, next) = await door.Read(session => SalesList.Ask(session, door.Me, filter, door.Me.Today(door.Now), after, Cursor.Size(limit)));
        return door.List(rows.ConvertAll(SaleShown.Of), next);
    }

    private static Task<IResult> Get(Door door, Id id) => door.Show(session => Shown(session, door.Me, id));

    private static Task<IResult> Open(Door door, SaleTold body) => door.Change(body, async unit =>
    {
        var sale = await SaleDesk.Open(unit, door.Me, body);
        return Reply.Created($"/api/v1/sales/{sale.Id}", (await Shown(unit, door.Me, sale.Id)).Sale, sale.Version);
    });

    private static Task<IResult> Retell(Door door, Id id, object body, Func<SaleTold, SaleTold> told) => door.Edit(body, async unit =>
    {
        var sale = await SaleDesk.Retell(unit, door.Me, id, door.IfMatch(), told);
        return Reply.Done((await Shown(unit, door.Me, id)).Sale, sale.Version);
    }, session => Shown(session, door.Me, id));

    private static async Task<(SaleShown Sale, int Version)> Shown(Session session, Me me, Id id) =>
        await SalesList.One(session, me, id) is { } row ? (SaleShown.Of(row), row.Version) : throw Rule.NotVisible();
}
