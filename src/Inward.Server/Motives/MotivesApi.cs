using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Motives;

/// <summary>/api/v1/teams/{id}/wishes.</summary>
public static class MotivesApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/teams/{id}/wishes", async (Door door, Id id, string? quarter) => Results.Json(await door.Read(session => TeamWishes.Ask(session, door.Me, id, quarter)), Wire.Json))
            .WithTags("teams").WithName("readTeamWishes").WithSummary("What moves the people of a team I lead, pooled by ten and more, by quarter")
            .Produces<TeamWishes>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
}
