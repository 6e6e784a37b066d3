using Inward.House;
using Inward.Journeys;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>/api/v1/passages/logs/{id}/beside/{journey}: what a journey assumes beside what a log measured.</summary>
public static class BesideApi
{
    /// <param name="Share">Of the whole time of all cases, what lies in it.</param>
    public sealed record ActivityOut(string Name, double Share, StageFigures Figures);

    /// <param name="Assumed">(customerValue + ourValue) × weight; null where one of them is not said.</param>
    /// <param name="Share">Of the whole time of all cases, what lies in it; null where the log knows nothing of it.</param>
    /// <param name="AssumedRank">1 for the most; stages that are equal share the middle of their ranks. Null where not both figures are there.</param>
    /// <param name="Apart">assumedRank − shareRank: above 0 it holds more time than its worth would make one think.</param>
    public sealed record StageBesideOut(
        Id Id, string Name, decimal? CustomerValue, decimal? OurValue, decimal? Weight, Control? Control, IReadOnlyList<Named> Teams, decimal? Assumed, double? Share,
        double? AssumedRank, double? ShareRank, double? Apart, IReadOnlyList<ActivityOut> Activities);

    /// <param name="Stages">With both figures, the furthest apart first.</param>
    /// <param name="NotSaid">Measured, but nobody has said what they are worth.</param>
    /// <param name="NotMeasured">Of the journey, and not in the log.</param>
    /// <param name="InNoStage">Of the log, and in no stage of the journey.</param>
    /// <param name="Pairs">What somebody said of activities; the others go by their names.</param>
    public sealed record BesideOut(
        Named Log, Named Journey, string Formula, IReadOnlyList<StageBesideOut> Stages, IReadOnlyList<StageBesideOut> NotSaid, IReadOnlyList<Named> NotMeasured,
        IReadOnlyList<ActivityOut> InNoStage, IReadOnlyList<Pair> Pairs)
    {
        public static BesideOut Of(BesideSeen seen)
        {
            var all = (double)seen.Activities.Sum(activity => activity.Held);
            return new(new Named(seen.Log.Id, seen.Log.Name), new Named(seen.Journey.Journey.Id, seen.Journey.Journey.Name), "(customerValue + ourValue) × weight, its rank − the rank of the share of the time",
                [.. seen.Both.Stages.Select(Stage)], [.. seen.Both.NotSaid.Select(Stage)], [.. seen.Both.NotMeasured.Select(one => new Named(one.Stage.Id, one.Stage.Name))],
                [.. seen.Both.InNoStage.Select(Activity)], seen.Pairing.Said);

            StageBesideOut Stage(StageCompared one) => new(
                one.Stage.Id, one.Stage.Name, one.Stage.CustomerValue, one.Stage.OurValue, one.Stage.Weight, one.Stage.Control, seen.Of(one).Teams, one.Assumed, one.Held,
                one.AssumedRank, one.HeldRank, one.Apart, [.. one.Activities.Select(Activity)]);

            ActivityOut Activity(StageFigures figures) => new(figures.Name, all == 0 ? 0 : figures.Held / all, figures);
        }
    }

    public sealed record PairsIn(IReadOnlyList<Pair>? Pairs);

    public static void Map(RouteGroupBuilder logs)
    {
        logs.MapGet("/{id}/beside/{journey}", (Door door, Id id, Id journey) => door.Show(session => Shown(session, door, id, journey)))
            .WithName("assumedAndMeasured").WithSummary("What a journey assumes of its stages beside what a log measured, those first on which the two disagree most").Produces<BesideOut>().ProducesProblem(404);
        logs.MapPatch("/{id}/beside/{journey}", (Door door, Id id, Id journey, PairsIn body) => door.Edit(body, async unit =>
            {
                await LogDesk.Pair(unit, door.Me, id, journey, door.IfMatch(), body.Pairs ?? []);
                var (shown, version) = await Shown(unit, door, id, journey);
                return Reply.Done(shown, version);
            }, session => Shown(session, door, id, journey)))
            .WithName("pairActivities").WithSummary("Says which stage of a journey activities of a log are; what is not named stays").Produces<BesideOut>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    private static async Task<(BesideOut, int)> Shown(Session session, Door door, Id id, Id journey)
    {
        var seen = await BesideSeen.Ask(session, door.Me, id, journey, door.Today);
        return (BesideOut.Of(seen), seen.Log.Version);
    }
}
