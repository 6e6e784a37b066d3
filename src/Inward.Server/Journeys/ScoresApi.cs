using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>/api/v1/journeys/{id}: blind scores, what speaks for a stage, and whom to win first.</summary>
public static class ScoresApi
{
    /// <param name="Weight">Left out where one does not say.</param>
    public sealed record ScoreIn(int? CustomerValue, int? OurValue, int? Weight = null);

    /// <param name="Disagreement">More than two points apart: worth a talk.</param>
    public sealed record SpreadOut(decimal Median, int Lowest, int Highest, bool Disagreement)
    {
        public static SpreadOut? Of(Spread? spread) => spread is null ? null : new(spread.Median, spread.Lowest, spread.Highest, spread.IsDisagreement);
    }

    public sealed record ScoredOut(SpreadOut CustomerValue, SpreadOut OurValue, SpreadOut? Weight, bool Disagreement);

    /// <param name="Mine">Null while I have not scored it.</param>
    /// <param name="Count">How many have.</param>
    /// <param name="All">All scores together, without names; null while I have not scored it.</param>
    public sealed record ScoresOut(Score? Mine, int Count, ScoredOut? All)
    {
        public static ScoresOut Of(ScoresSeen seen) => new(seen.Mine, seen.Count, seen.All is { } all
            ? new ScoredOut(SpreadOut.Of(all.CustomerValue)!, SpreadOut.Of(all.OurValue)!, SpreadOut.Of(all.Weight), all.IsDisagreement) : null);
    }

    /// <param name="Record">The words, the sale or the ask; none for a link.</param>
    /// <param name="Words">The link, or what the record shows.</param>
    public sealed record EvidenceIn(EvidenceKind? Kind, Id? Record = null, string? Words = null);

    /// <param name="Title">Null where I cannot see the record.</param>
    public sealed record EvidenceOut(Id Id, EvidenceKind Kind, Id? Record, string? Title, string? Words, Named By, DateTimeOffset At)
    {
        public static EvidenceOut Of(EvidenceSeen seen) => new(
            seen.Evidence.Id, seen.Evidence.Kind, seen.Title is null ? null : seen.Evidence.Record, seen.Title, seen.Evidence.Words, new Named(seen.Evidence.By, seen.ByName), seen.Evidence.At);
    }

    /// <param name="Score">worth × weight × dependence × (1 − support).</param>
    public sealed record StageFirstOut(Named Stage, decimal Worth, decimal Weight, decimal Dependence, decimal Support, decimal Score, IReadOnlyList<Named> Teams);

    /// <param name="Lies">The sum over its stages of worth × weight × dependence.</param>
    /// <param name="Support">Null where too few people stand behind it; it counts 0 then.</param>
    public sealed record TeamFirstOut(Named Team, decimal Lies, decimal? Support, decimal Score, IReadOnlyList<Named> Stages);

    /// <param name="Quarter">The quarter in which support was counted; null while none was.</param>
    /// <param name="Unsaid">Stages of which something is not said, so that nothing can be worked out.</param>
    public sealed record FirstOut(string Formula, string? Quarter, IReadOnlyList<StageFirstOut> Stages, IReadOnlyList<TeamFirstOut> Teams, IReadOnlyList<Named> Unsaid);

    public static void Map(RouteGroupBuilder journeys)
    {
        journeys.MapGet("/{id}/first", First).WithName("winFirst").WithSummary("Stages and teams in the order in which winning them over would bring most, with the formula and its inputs").Produces<FirstOut>().ProducesProblem(404);
        var stage = journeys.MapGroup("/{id}/stages/{stage}");
        stage.MapGet("/score", async (Door door, Id id, Id stage) => Results.Json(await door.Read(async session =>
        {
            await Visible(session, door, id, stage);
            return ScoresOut.Of(await StageScores.Ask(session, door.Me, stage));
        }), Wire.Json)).WithName("getScores").WithSummary("My score of a stage, and once I have given one, all together without names").Produces<ScoresOut>().ProducesProblem(404);
        stage.MapPost("/score", (Door door, Id id, Id stage, ScoreIn body) => door.Change(body, async unit =>
        {
            await StageScores.Give(unit, door.Me, id, stage, body.CustomerValue, body.OurValue, body.Weight);
            return Reply.Done(ScoresOut.Of(await StageScores.Ask(unit, door.Me, stage)), 1) with { ETag = null };
        })).WithName("scoreStage").WithSummary("Scores a stage blind, or anew").Produces<ScoresOut>().ProducesProblem(404).ProducesProblem(422);
        stage.MapPost("/adoption", (Door door, Id id, Id stage) => Changed(door, id, null, (unit, version) => JourneyDesk.Adopt(unit, door.Me, id, stage, version)))
            .WithName("adoptScores").WithSummary("The median of the scores is what the stage is worth from now on").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        stage.MapGet("/evidence", async (Door door, Id id, Id stage) => door.List(await door.Read(async session =>
            (await EvidenceSeen.Ask(session, door.Me, await Visible(session, door, id, stage))).Select(EvidenceOut.Of).ToList()), null))
            .WithName("listEvidence").WithSummary("What speaks for the worth of a stage").Produces<Listed<EvidenceOut>>().ProducesProblem(404);
        stage.MapPost("/evidence", (Door door, Id id, Id stage, EvidenceIn body) => Changed(door, id, body, (unit, version) => JourneyDesk.Support(unit, door.Me, id, stage, version, body.Kind, body.Record, body.Words)))
            .WithName("addEvidence").WithSummary("Names what speaks for a stage: a customer's words, a sale, an ask or a link").Produces<JourneyShown>().ProducesProblem(404).ProducesProblem(422);
        stage.MapDelete("/evidence/{evidence}", (Door door, Id id, Id stage, Id evidence) => Changed(door, id, null, (unit, version) => JourneyDesk.Unsupport(unit, door.Me, id, stage, evidence, version)))
            .WithName("removeEvidence").WithSummary("Takes evidence away").Produces<JourneyShown>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(428);
    }

    private static async Task<IResult> First(Door door, Id id)
    {
        var seen = await door.Read(async session => await WinFirstSeen.Ask(session, door.Me.Workspace, [await session.Journey(door.Me.Workspace, id) ?? throw Rule.NotVisible()]));
        return Results.Json(new FirstOut("(customerValue + ourValue) × weight × dependence × (1 − support)", seen.Quarter,
            [.. seen.First.Stages.Select(one => new StageFirstOut(Of(one.Stage), one.Worth, one.Weight, one.Dependence, one.Support, one.Score, [.. one.Stage.Teams.Select(seen.NameOf)]))],
            [.. seen.First.Teams.Select(team => new TeamFirstOut(seen.NameOf(team.Team), team.Lies, team.Support, team.Score, [.. team.Stages.Select(Of)]))],
            [.. seen.First.Unsaid.Select(Of)]), Wire.Json);
    }

    private static async Task<Stage> Visible(Session session, Door door, Id id, Id stage) => (await session.Journey(door.Me.Workspace, id))?.Stage(stage) ?? throw Rule.NotVisible();

    private static Task<IResult> Changed(Door door, Id id, object? body, Func<Unit, int?, Task<Journey>> change) => door.Edit(body, async unit =>
    {
        var journey = await change(unit, door.IfMatch());
        return Reply.Done((await JourneysApi.Shown(unit, door, id)).Journey, journey.Version);
    }, session => JourneysApi.Shown(session, door, id));

    private static Named Of(Stage stage) => new(stage.Id, stage.Name);
}
