using Inward.House;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Storage;

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

    /// <param name="Done">A stage of the log; null for where most cases stand last.</param>
    public sealed record LogIn(string? Done);

    public static void Map(RouteGroupBuilder api)
    {
        var logs = api.MapGroup("/passages/logs").WithTags("passages");
        logs.MapGet("/", async (Door door) => door.List(await door.Read(session => session.EventLogs(door.Me.Workspace)), null))
            .WithName("listEventLogs").WithSummary("Logs of events that were brought in").Produces<Listed<EventLog>>();
        logs.MapGet("/{id}", (Door door, Id id, string? by, string? of) => door.Show(session => Shown(session, door, id, by, of)))
            .WithName("readEventLog").WithSummary("What a log measured: stages, hand-overs and cases; of a team, a product or a month where these are counted apart")
            .Produces<PassagesOut>().ProducesProblem(404).ProducesProblem(422);
        logs.MapPatch("/{id}", (Door door, Id id, LogIn body) => door.Edit(body, async unit =>
            {
                await LogDesk.Finish(unit, door.Me, id, door.IfMatch(), body.Done);
                var (shown, version) = await Shown(unit, door, id, null, null);
                return Reply.Done(shown, version);
            }, session => Shown(session, door, id, null, null)))
            .WithName("finishEventLog").WithSummary("Chooses the stage that finishes a case, and counts the log anew").Produces<PassagesOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        BesideApi.Map(logs);
    }
    private static async Task<(PassagesOut, int)> Shown(Session session, Door door, Id id, string? by, string? of)
    {
        var asked = await PassagesAsked.Ask(session, door.Me, id, by, of);
        return (PassagesOut.From(asked), asked.Log.Version);
    }
}
