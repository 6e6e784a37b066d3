using System.Text.Json;
using Inward.House;
using Inward.Journeys;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>/api/v1/sales/{id}/passages: the way of a sale through its journey.</summary>
public static class SaleLineApi
{
    /// <param name="Id">Null for the stage a sale stands in of which nobody has told a passage.</param>
    /// <param name="Place">From 1, in the journey; null for a word that no journey has.</param>
    /// <param name="EnteredAt">Null where nobody knows.</param>
    /// <param name="Lasted">Milliseconds, until now where it stands there.</param>
    /// <param name="Back">It came from a later stage.</param>
    public sealed record PassageOut(
        Id? Id, string Stage, Named? Journey, int? Place, DateTimeOffset? EnteredAt, DateTimeOffset? LeftAt, long? Lasted, bool Here, bool Back, string? Reason, Named? ToldBy, DateTimeOffset? ToldAt, int Version)
    {
        public static PassageOut Of(Stay stay, SaleLineSeen seen)
        {
            var (told, isTold) = (stay.Passage, stay.Passage.Id != default);
            return new(isTold ? told.Id : null, told.Stage, stay.At is { } at ? new Named(at.Journey.Id, at.Journey.Name) : null, stay.At?.Place + 1, told.EnteredAt, stay.Until,
                (long?)stay.Length?.TotalMilliseconds, stay.IsHere, stay.IsBack, told.Reason, told.By is { } by ? new Named(by, seen.NameOf(by) ?? "") : null, isTold ? told.ToldAt : null, told.Version);
        }
    }

    public static void Map(RouteGroupBuilder api)
    {
        var passages = api.MapGroup("/sales/{id}/passages").WithTags("sales");
        passages.MapGet("", async (Door door, Id id) =>
        {
            var seen = await door.Read(session => Seen(session, door, id));
            return door.List(seen.Stays.Select(stay => PassageOut.Of(stay, seen)).ToList(), null);
        }).WithName("listPassagesOfSale").WithSummary("The way of a sale: the stages it has come through, each with the moments it was entered and left").Produces<Listed<PassageOut>>().ProducesProblem(404);
        passages.MapGet("/{passage}", (Door door, Id id, Id passage) => door.Show(session => Shown(session, door, id, passage))).WithName("getPassageOfSale").WithSummary("One passage").Produces<PassageOut>().ProducesProblem(404);
        passages.MapPost("", (Door door, Id id, PassageTold body) => door.Change(body, async unit =>
        {
            var told = await SaleLineDesk.Enter(unit, door.Me, id, door.IfMatch(), body);
            return Reply.Created($"/api/v1/sales/{id}/passages/{told.Id}", (await Shown(unit, door, id, told.Id)).Passage, told.Version);
        })).WithName("enterStage").WithSummary("A sale is now in a stage, or was since `enteredAt`; the next one when none is named. Going back asks for a reason. `If-Match` is the version of the sale")
            .Produces<PassageOut>(201).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        passages.MapPatch("/{passage}", (Door door, Id id, Id passage, JsonElement body) => door.Edit(body, async unit =>
        {
            await SaleLineDesk.Correct(unit, door.Me, (id, passage), door.IfMatch(), times => Patch.Over(times, body));
            var (shown, version) = await Shown(unit, door, id, passage);
            return Reply.Done(shown, version);
        }, session => Shown(session, door, id, passage))).Accepts<PassageTimes>("application/json", "application/merge-patch+json").WithName("correctPassage").WithSummary("Corrects when a stage was entered or left")
            .Produces<PassageOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        passages.MapDelete("/{passage}", (Door door, Id id, Id passage) => door.Change(null, async unit =>
        {
            await SaleLineDesk.TakeBack(unit, door.Me, (id, passage), door.IfMatch());
            return Reply.Nothing();
        })).WithName("takePassageBack").WithSummary("Takes a wrong entry back within a day (whoever told it, or the owner of the sale)")
            .Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }

    private static async Task<SaleLineSeen> Seen(Session session, Door door, Id id) =>
        await SaleLineSeen.Of(session, door.Me, await session.Sale(door.Me.Workspace, id) ?? throw Rule.NotVisible(), door.Now);

    private static async Task<(PassageOut Passage, int Version)> Shown(Session session, Door door, Id id, Id passage)
    {
        var seen = await Seen(session, door, id);
        var stay = seen.Stays.FirstOrDefault(one => one.Passage.Id == passage && passage != default) ?? throw Rule.NotVisible();
        return (PassageOut.Of(stay, seen), stay.Passage.Version);
    }
}
