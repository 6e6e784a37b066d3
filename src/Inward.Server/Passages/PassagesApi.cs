using Inward.House;
using Inward.Passages;
using Inward.Server.House;

namespace Inward.Server.Passages;

/// <summary>/api/v1/passages/logs: what logs of events measured.</summary>
public static class PassagesApi
{
    public sealed record CutOut(string By, string Of, long Cases);

    /// <summary>Durations are milliseconds.</summary>
    public sealed record PassagesOut(EventLog Log, string By, string Of, Figures Figures, IReadOnlyList<CutOut> Cuts)
    {
        public static PassagesOut From(PassagesAsked asked) =>
            new(asked.Log, asked.By.ToString().ToLowerInvariant(), asked.Of, asked.Figures, [.. asked.Cuts.Select(cut => new CutOut(cut.ByWhat, cut.OfWhat, cut.Cases))]);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var logs = api.MapGroup("/passages/logs").WithTags("passages");
        logs.MapGet("/", async (Door door) => door.List(await door.Read(session => session.EventLogs(door.Me.Workspace)), null))
            .WithName("listEventLogs").WithSummary("Logs of events that were brought in").Produces<Listed<EventLog>>();
        logs.MapGet("/{id}", async (Door door, Id id, string? by, string? of) => Results.Json(PassagesOut.From(await door.Read(session => PassagesAsked.Ask(session, door.Me, id, by, of))), Wire.Json))
            .WithName("readEventLog").WithSummary("What a log measured: stages, hand-overs and cases; of a team, a product or a month where these are counted apart")
            .Produces<PassagesOut>().ProducesProblem(404).ProducesProblem(422);
    }
}
