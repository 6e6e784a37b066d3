using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.AfterSales;

/// <summary>/api/v1/complaints, and whether a sale is a repeat purchase.</summary>
public static class AfterSalesApi
{
    /// <summary>An ask that lies behind what came back; those that one may not see are left out.</summary>
    public sealed record BehindOut(Id Id, string What, string State, Named Requester, Named? Performer, Named? Team)
    {
        public static BehindOut Of(AskLine a) => new(a.Id, a.What, a.State, new Named(a.Requester, a.RequesterName), Named.Maybe(a.Performer, a.PerformerName), Named.Maybe(a.Team, a.TeamName));
    }

    /// <param name="Id">That of the words, at `verbatims`.</param>
    /// <param name="State">open, or put right: righted.</param>
    /// <param name="Asks">Only where one complaint is read.</param>
    public sealed record ComplaintOut(
        Id Id, string Words, string? SaidBy, DateOnly SaidOn, string? Stage, Named Customer, Named? Sale, Named HeardBy, DateTimeOffset HeardAt,
        string State, string? How, Named? RightedBy, DateTimeOffset? RightedAt, int Version, IReadOnlyList<BehindOut>? Asks)
    {
        public static ComplaintOut Of(ComplaintSeen c, IReadOnlyList<BehindOut>? asks) => new(
            c.Id, c.Words, c.SaidBy, c.SaidOn, c.Stage, new Named(c.Customer, c.CustomerName), Named.Maybe(c.Sale, c.SaleName), new Named(c.HeardBy, c.HeardByName), c.HeardAt,
            c.IsOpen ? "open" : "righted", c.How, Named.Maybe(c.RightedBy, c.RightedByName), c.RightedAt, c.Version, asks);
    }

    public sealed record RepeatOut(Named Sale, Named After, Named Customer, Named ToldBy, DateTimeOffset ToldAt, int Version, IReadOnlyList<BehindOut> Asks);

    public sealed record AsksIn(IReadOnlyList<Id>? Asks);

    public sealed record HowIn(string? How);

    public static void Map(RouteGroupBuilder api)
    {
        var complaints = api.MapGroup("/complaints").WithTags("complaints");
        complaints.MapGet("", List).WithName("listComplaints").WithSummary("What customers complained of, newest first; by `customer`, `sale` and `state` (open or righted)").Produces<Listed<ComplaintOut>>().ProducesProblem(422);
        complaints.MapPost("", (Door door, ComplaintTold body) => door.Change(body, async unit =>
        {
            var heard = await ComplaintDesk.Hear(unit, door.Me, body);
            return Reply.Created($"/api/v1/complaints/{heard.Id}", (await Shown(unit, door.Me, heard.Id)).Complaint, heard.Version);
        })).WithName("hearComplaint").WithSummary("Writes a complaint down, in the customer's words, with the asks behind it; or says of words that are kept that they complain").Produces<ComplaintOut>(201).ProducesProblem(409).ProducesProblem(422);
        complaints.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door.Me, id))).WithName("getComplaint").WithSummary("A complaint, with the asks behind it").Produces<ComplaintOut>().ProducesProblem(404);
        complaints.MapPut("/{id}/asks", (Door door, Id id, AsksIn body) => door.Edit(body, async unit => Done(await Shown(unit, door.Me, (await ComplaintDesk.NameAsks(unit, door.Me, id, door.IfMatch(), body.Asks)).Id)),
            session => Shown(session, door.Me, id))).WithName("nameAsksBehindComplaint").WithSummary("Names the asks behind it; those one may not see stay").Produces<ComplaintOut>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        complaints.MapPost("/{id}/righting", (Door door, Id id, HowIn body) => door.Change(body, async unit => Done(await Shown(unit, door.Me, (await ComplaintDesk.Settle(unit, door.Me, id, door.IfMatch(), body.How)).Id))))
            .WithName("putComplaintRight").WithSummary("Says what was done about it").Produces<ComplaintOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        complaints.MapPost("/{id}/reopening", (Door door, Id id) => door.Change(null, async unit => Done(await Shown(unit, door.Me, (await ComplaintDesk.Reopen(unit, door.Me, id, door.IfMatch())).Id))))
            .WithName("reopenComplaint").WithSummary("It stands after all").Produces<ComplaintOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        complaints.MapDelete("/{id}", (Door door, Id id) => door.Edit(null, async unit =>
        {
            await ComplaintDesk.Drop(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        }, session => Shown(session, door.Me, id))).WithName("dropComplaint").WithSummary("It was no complaint; the words stay").Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        MapRepeats(api.MapGroup("/sales/{id}/repeat").WithTags("sales"));
    }

    private static void MapRepeats(RouteGroupBuilder repeat)
    {
        repeat.MapGet("", (Door door, Id id) => door.Show(session => Repeat(session, door.Me, id))).WithName("getRepeatPurchase").WithSummary("After which sale the customer came back, and the asks that made them").Produces<RepeatOut>().ProducesProblem(404);
        repeat.MapPost("", (Door door, Id id, RepeatTold body) => door.Change(body, async unit =>
        {
            await RepeatDesk.Tell(unit, door.Me, id, door.IfMatch(), body);
            return Done(await Repeat(unit, door.Me, id));
        })).WithName("tellRepeatPurchase").WithSummary("Says that the customer came back, after which sale, and for which asks").Produces<RepeatOut>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
        repeat.MapDelete("", (Door door, Id id) => door.Edit(null, async unit =>
        {
            await RepeatDesk.Drop(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        }, session => Repeat(session, door.Me, id))).WithName("dropRepeatPurchase").WithSummary("It was no repeat purchase").Produces(204).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
    }

    private static async Task<IResult> List(Door door, string? customer, string? sale, string? state, string? after, string? limit)
    {
        bool? open = state switch { null => null, "open" => true, "righted" => false, _ => throw Rule.Invalid("state", "A complaint is open or righted.") };
        var (rows, next) = await door.Read(session => CameBack.Complaints(session, door.Me, (Query.Id("customer", customer), Query.Id("sale", sale), open), after, Cursor.Size(limit)));
        return door.List(rows.ConvertAll(c => ComplaintOut.Of(c, null)), next);
    }

    private static async Task<(ComplaintOut Complaint, int Version)> Shown(Session session, Me me, Id id)
    {
        var seen = await CameBack.Complaint(session, me, id);
        return (ComplaintOut.Of(seen, (await AskLines.Behind(session, me, id)).ConvertAll(BehindOut.Of)), seen.Version);
    }

    private static async Task<(RepeatOut Repeat, int Version)> Repeat(Session session, Me me, Id sale)
    {
        var seen = (await CameBack.Repeats(session, me, sale)).FirstOrDefault(r => r.Id == sale) ?? throw Rule.NotVisible();
        return (new RepeatOut(new Named(seen.Id, seen.Name), new Named(seen.Earlier, seen.EarlierName), new Named(seen.Customer, seen.CustomerName), new Named(seen.ToldBy, seen.ToldByName), seen.ToldAt, seen.Version,
            (await AskLines.Behind(session, me, sale)).ConvertAll(BehindOut.Of)), seen.Version);
    }

    private static Reply Done<T>((T Record, int Version) shown) => Reply.Done(shown.Record, shown.Version);
}
