using System.Text.Json;
using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>/api/v1/objectives: what the company wants to reach.</summary>
public static class ObjectivesApi
{
    public sealed record ClosingIn(string? Learned);

    /// <param name="Words">What can be seen.</param>
    /// <param name="Link">Where one can look: https://… or an address here.</param>
    public sealed record SeenIn(string? Words, string? Link = null);

    public static void Map(RouteGroupBuilder api)
    {
        var objectives = api.MapGroup("/objectives").WithTags("objectives");
        objectives.MapGet("", async (Door door, string? q, string? state, string? owner, string? parent, string? after, string? limit) =>
        {
            var filter = new ObjectiveFilter(q, Query.Word<ObjectiveState>("state", state), Query.Id("owner", owner), Query.Id("parent", parent));
            var (rows, next) = await door.Read(session => ObjectiveList.Ask(session, door.Me, filter, after, Cursor.Size(limit)));
            return door.List(rows.ConvertAll(ObjectiveRowOut.Of), next);
        }).WithName("listObjectives").WithSummary("Objectives that I may see, the newest first").Produces<Listed<ObjectiveRowOut>>().ProducesProblem(422);
        objectives.MapGet("/{id}", (Door door, Id id) => door.Show(session => Shown(session, door, id))).WithName("getObjective").WithSummary("One objective").Produces<ObjectiveOut>().ProducesProblem(404);
        objectives.MapGet("/{id}/strategies", async (Door door, Id id) => Results.Json(await door.Read(session => StrategiesOut.Of(session, door, id)), Wire.Json))
            .WithName("getStrategies").WithSummary("The eight strategies of an objective: what use has left of each, the gap in a sentence, the next act; and how clear it is, point by point").Produces<StrategiesOut>().ProducesProblem(404);
        objectives.MapPost("", (Door door, ObjectiveTold body) => door.Change(body, async unit =>
        {
            var opened = await ObjectiveDesk.Open(unit, door.Me, body);
            return Reply.Created($"/api/v1/objectives/{opened.Id}", (await Shown(unit, door, opened.Id)).Objective, opened.Version);
        })).WithName("openObjective").WithSummary("Opens a draft; it needs only to say what").Produces<ObjectiveOut>(201).ProducesProblem(422);
        objectives.MapPut("/{id}", (Door door, Id id, ObjectiveTold body) => Changed(door, id, body, (unit, version) => ObjectiveDesk.Retell(unit, door.Me, id, version, _ => body)))
            .WithName("replaceObjective").WithSummary("Tells an objective anew").Produces<ObjectiveOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        objectives.MapPatch("/{id}", (Door door, Id id, JsonElement body) => Changed(door, id, body, (unit, version) => ObjectiveDesk.Retell(unit, door.Me, id, version, now => Patch.Over(now, body))))
            .Accepts<ObjectiveTold>("application/json", "application/merge-patch+json").WithName("changeObjective").WithSummary("Changes what is named, and leaves the rest").Produces<ObjectiveOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        objectives.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await ObjectiveDesk.Delete(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        })).WithName("deleteObjective").WithSummary("A draft goes into my trash").Produces(204).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        MapMoves(objectives);
    }

    private static void MapMoves(RouteGroupBuilder objectives)
    {
        objectives.MapPost("/{id}/publishing", (Door door, Id id) => Changed(door, id, null, (unit, version) => ObjectiveDesk.Publish(unit, door.Me, id, version)))
            .WithName("publishObjective").WithSummary("Everybody sees it from now on; whether advice was asked for stays with it").Produces<ObjectiveOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        objectives.MapPost("/{id}/closing", (Door door, Id id, ClosingIn body) => Changed(door, id, body, (unit, version) => ObjectiveDesk.Close(unit, door.Me, id, version, body.Learned)))
            .WithName("closeObjective").WithSummary("It is over: what was learned").Produces<ObjectiveOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        objectives.MapPost("/{id}/observables/{n}/seen", (Door door, Id id, int n, SeenIn body) => Changed(door, id, body, (unit, version) => ObjectiveDesk.See(unit, door.Me, id, n, version, body.Words, body.Link)))
            .WithName("seeObservable").WithSummary("One of the things of the day after can be seen: how, and where").Produces<ObjectiveOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        objectives.MapDelete("/{id}/observables/{n}/seen", (Door door, Id id, int n) => Changed(door, id, null, (unit, version) => ObjectiveDesk.Unsee(unit, door.Me, id, n, version)))
            .WithName("unseeObservable").WithSummary("That was said too early").Produces<ObjectiveOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }

    internal static Task<IResult> Changed(Door door, Id id, object? body, Func<Unit, int?, Task<Objective>> change) => door.Edit(body, async unit =>
    {
        var objective = await change(unit, door.IfMatch());
        return Reply.Done((await Shown(unit, door, id)).Objective, objective.Version);
    }, session => Shown(session, door, id));

    internal static async Task<(ObjectiveOut Objective, int Version)> Shown(Session session, Door door, Id id)
    {
        var seen = await ObjectiveSeen.One(session, door.Me, id, door.Today);
        return (ObjectiveOut.Of(seen), seen.Objective.Version);
    }
}
