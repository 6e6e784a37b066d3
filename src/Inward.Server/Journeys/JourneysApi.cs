using System.Text.Json;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <param name="Place">From 1.</param>
/// <param name="People">Whoever has left is named with the day.</param>
/// <param name="Sales">How many sales stand in it, of which so many are open.</param>
/// <param name="Valued">Who said what it is worth, and by how many blind scores where it is their median.</param>
/// <param name="Assumed">Nothing speaks for it yet.</param>
public sealed record StageShown(
    Id Id, int Place, string Name, decimal? CustomerValue, decimal? OurValue, decimal? Weight, Control? Control, IReadOnlyList<Named> Teams, IReadOnlyList<PersonNamed> People,
    long Sales, long OpenSales, ValuedShown? Valued, bool Assumed)
{
    public static StageShown Of(StageSeen seen) => new(
        seen.Stage.Id, seen.Place, seen.Stage.Name, seen.Stage.CustomerValue, seen.Stage.OurValue, seen.Stage.Weight, seen.Stage.Control, seen.Teams, seen.People, seen.Sales.All, seen.Sales.Open,
        seen.Stage.Valued is { } valued ? new ValuedShown(Named.Maybe(valued.By, seen.ValuedBy), valued.At, valued.ScoredBy) : null, seen.Stage.IsAssumed());
}

/// <param name="ScoredBy">Null where somebody set it.</param>
public sealed record ValuedShown(Named? By, DateTimeOffset At, int? ScoredBy);

/// <param name="Segment">Which customers it is for; null for all others.</param>
/// <param name="Owner">Null while nobody owns it: then everybody may change it.</param>
public sealed record JourneyShown(Id Id, string Name, string? Segment, PersonNamed? Owner, IReadOnlyList<PersonNamed> Editors, IReadOnlyList<StageShown> Stages, int Version)
{
    public static JourneyShown Of(JourneySeen seen) => new(
        seen.Journey.Id, seen.Journey.Name, seen.Journey.Segment, seen.Owner, seen.Editors, [.. seen.Stages.Select(StageShown.Of)], seen.Journey.Version);
}

/// <summary>/api/v1/journeys.</summary>
public static class JourneysApi
{
    /// <param name="CopyOf">A journey whose stages it takes over, where none are told.</param>
    public sealed record JourneyIn(string? Name, string? Segment = null, Id? Owner = null, IReadOnlyList<Id>? Editors = null, IReadOnlyList<StageTold>? Stages = null, Id? CopyOf = null);

    /// <param name="Place">From 1; left out, it stands last.</param>
    public sealed record StageIn(
        string? Name, decimal? CustomerValue = null, decimal? OurValue = null, decimal? Weight = null, Control? Control = null, IReadOnlyList<Id>? Teams = null, IReadOnlyList<Id>? People = null, int? Place = null)
    {
        public static StageIn Of(StageTold told, int place) => new(told.Name, told.CustomerValue, told.OurValue, told.Weight, told.Control, told.Teams, told.People, place);

        public StageTold Told() => new(Name, CustomerValue, OurValue, Weight, Control, Teams, People);
    }

    /// <param name="Stages">Ids in the order in which they shall stand.</param>
    public sealed record OrderIn(IReadOnlyList<Id>? Stages);

    /// <summary>A stage of two journeys, or of one of them alone.</summary>
    public sealed record BesideOut(string Name, StageShown? One, StageShown? Other, bool Differs);

    public sealed record TwoOut(Named One, Named Other, IReadOnlyList<BesideOut> Stages);

    public static void Map(RouteGroupBuilder api)
    {
        var journeys = api.MapGroup("/journeys").WithTags("journeys");
        journeys.MapGet("", List).WithName("listJourneys").WithSummary("Journeys, the oldest first; `q` finds part of a name or segment").Produces<Listed<JourneyShown>>().ProducesProblem(422);
        journeys.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door, id))).WithName("getJourney").WithSummary("One journey with its stages in their order").Produces<JourneyShown>().ProducesProblem(404);
        journeys.MapPost("", Make).WithName("makeJourney").WithSummary("Makes a journey: of the stages told, of another's (`copyOf`), else of the ten").Produces<JourneyShown>(201).ProducesProblem(422);
        journeys.MapPut("/{id}", (Door door, Id id, JourneyTold body) => Retell(door, id, body, (unit, version) => JourneyDesk.Retell(unit, door.Me, id, version, _ => body)))
            .WithName("replaceJourney").WithSummary("Tells a journey anew; `moves` says where sales go that stand in a stage which is left out").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        journeys.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Retell(door, id, body, (unit, version) => JourneyDesk.Retell(unit, door.Me, id, version, now => Patch.Over(now, body))))
            .Accepts<JourneyTold>("application/json", "application/merge-patch+json").WithName("changeJourney").WithSummary("Changes what is named, and leaves the rest").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        journeys.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await JourneyDesk.Delete(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        })).WithName("deleteJourney").WithSummary("Into the trash; refused while sales follow it").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        MapStages(journeys);
        journeys.MapGet("/{id}/with/{other}", Beside).WithName("compareJourneys").WithSummary("Two journeys side by side, stages of one name together").Produces<TwoOut>().ProducesProblem(404);
        JourneyFiles.Map(journeys);
        ScoresApi.Map(journeys);
    }

    private static void MapStages(RouteGroupBuilder journeys)
    {
        journeys.MapPost("/{id}/stages", (Door door, Id id, StageIn body) => Retell(door, id, body, (unit, version) => JourneyDesk.AddStage(unit, door.Me, id, version, body.Told(), body.Place), 201))
            .WithName("addStage").WithSummary("Adds a stage to a journey").Produces<JourneyShown>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        journeys.MapPost("/{id}/stages/order", (Door door, Id id, OrderIn body) => Retell(door, id, body, (unit, version) => JourneyDesk.Order(unit, door.Me, id, version, body.Stages)))
            .WithName("orderStages").WithSummary("Puts the stages into an order; those not named follow").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        journeys.MapPatch("/{id}/stages/{stage}", (Door door, Id id, Id stage, JsonElement body) => Retell(door, id, body, (unit, version) => JourneyDesk.RetellStage(unit, door.Me, id, stage, version, (now, place) =>
            {
                var said = Patch.Over(StageIn.Of(now, place), body);
                return (said.Told(), said.Place ?? place);
            }))).Accepts<StageIn>("application/json", "application/merge-patch+json").WithName("changeStage").WithSummary("Changes one stage, and leaves the rest").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        journeys.MapDelete("/{id}/stages/{stage}", (Door door, Id id, Id stage, string? into) => Retell(door, id, null, (unit, version) => JourneyDesk.RemoveStage(unit, door.Me, id, stage, version, Query.Id("into", into))))
            .WithName("removeStage").WithSummary("Removes a stage; what stands in it goes `into` another one, or the removal is refused").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static async Task<IResult> List(Door door, string? q, string? after, string? limit)
    {
        var (rows, next) = await door.Read(session => JourneySeen.List(session, door.Me, q, after, Cursor.Size(limit), door.Today));
        return door.List(rows.ConvertAll(JourneyShown.Of), next);
    }

    private static Task<IResult> Make(Door door, JourneyIn body) => door.Change(body, async unit =>
    {
        var journey = await JourneyDesk.Make(unit, door.Me, new JourneyTold(body.Name, body.Segment, body.Owner, body.Editors, body.Stages), body.CopyOf);
        return Reply.Created($"/api/v1/journeys/{journey.Id}", (await Shown(unit, door, journey.Id)).Journey, journey.Version);
    });

    private static Task<IResult> Retell(Door door, Id id, object? body, Func<Unit, int?, Task<Journey>> change, int status = 200) => door.Edit(body, async unit =>
    {
        var journey = await change(unit, door.IfMatch());
        return Reply.Done((await Shown(unit, door, id)).Journey, journey.Version) with { Status = status };
    }, session => Shown(session, door, id));

    private static async Task<IResult> Beside(Door door, Id id, Id other)
    {
        var both = await door.Read(async session => TwoJourneys.Of(await JourneySeen.One(session, door.Me, id, door.Today), await JourneySeen.One(session, door.Me, other, door.Today)));
        return Results.Json(new TwoOut(Name(both.One), Name(both.Other), [.. both.Stages.Select(pair => new BesideOut(pair.Name, Of(pair.One), Of(pair.Other), pair.Differs))]), Wire.Json);

        Named Name(JourneySeen seen) => new(seen.Journey.Id, seen.Journey.Name);
        StageShown? Of(StageSeen? stage) => stage is null ? null : StageShown.Of(stage);
    }

    internal static async Task<(JourneyShown Journey, int Version)> Shown(Session session, Door door, Id id)
    {
        var seen = await JourneySeen.One(session, door.Me, id, door.Today);
        return (JourneyShown.Of(seen), seen.Journey.Version);
    }
}
