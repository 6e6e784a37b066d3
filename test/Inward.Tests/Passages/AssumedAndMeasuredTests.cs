using Inward.House;
using Inward.Journeys;
using Inward.Passages;

namespace Inward.Tests.Passages;

public class AssumedAndMeasuredTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly Journey Journey = Journey.Begun(new JourneyTold("Benches", Stages:
    [
        new StageTold("Ordered", 5, 5, 5), new StageTold("Packed", 1, 1, 1), new StageTold("Taught", 3, 3, 3), new StageTold("Installed"),
    ]), Id.New(Now), null, Now);

    // Ordered for an hour, paid for two, packed for 20.
    private static readonly Figures Figures = Log.Of("case,activity,time", "A,ordered,2026-01-01 08:00", "A,paid,2026-01-01 09:00", "A,packed,2026-01-01 11:00", "A,shipped,2026-01-02 07:00").Figures();

    [Fact]
    public void Stages_go_by_their_names_whatever_their_case_and_the_furthest_apart_stand_first()
    {
        var both = AssumedAndMeasured.Of(Journey, Figures, new Pairing([]));
        both.Stages.Select(one => (one.Stage.Name, one.Assumed, one.AssumedRank, one.HeldRank, one.Apart)).ShouldBe([("Packed", 2, 2, 1, 1), ("Ordered", 50, 1, 2, -1)]);
        both.Stages[0].Held!.Value.ShouldBe(20.0 / 23, 1e-9);
        both.NotMeasured.Select(one => one.Stage.Name).ShouldBe(["Taught", "Installed"]);
        both.InNoStage.Select(one => one.Name).ShouldBe(["paid", "shipped"]);
        both.HeldByNone.ShouldBe(2.0 / 23, 1e-9);
    }

    [Fact]
    public void Several_activities_are_one_stage_by_choice_and_one_may_be_none()
    {
        var ordered = Journey.Stages[0].Id;
        var pairing = new Pairing([]).With([new Pair("paid", ordered), new Pair("shipped", Journey.Stages[3].Id), new Pair("packed")], ["ordered", "paid", "packed", "shipped"], Journey);
        var both = AssumedAndMeasured.Of(Journey, Figures, pairing);
        both.Stages.ShouldHaveSingleItem().Activities.Select(one => one.Name).ShouldBe(["paid", "ordered"]);
        both.Stages[0].Held!.Value.ShouldBe(3.0 / 23, 1e-9);
        both.NotSaid.ShouldHaveSingleItem().Stage.Name.ShouldBe("Installed");
        both.InNoStage.ShouldHaveSingleItem().Name.ShouldBe("packed");
        // By its name again, and what is not named stays.
        both = AssumedAndMeasured.Of(Journey, Figures, pairing.With([new Pair("packed", ByName: true)], ["packed"], Journey));
        both.Stages.Count.ShouldBe(2);
    }

    [Fact]
    public void Equal_stages_share_the_middle_of_their_ranks()
    {
        var equal = Journey.Begun(new JourneyTold("Equal", Stages: [new StageTold("ordered", 2, 2, 2), new StageTold("paid", 2, 2, 2), new StageTold("packed", 1, 1, 1)]), Id.New(Now), null, Now);
        AssumedAndMeasured.Of(equal, Figures, new Pairing([])).Stages.Select(one => (one.Stage.Name, one.AssumedRank, one.HeldRank)).ShouldBe([("packed", 3, 1), ("ordered", 1.5, 3), ("paid", 1.5, 2)]);
    }

    [Fact]
    public void What_the_log_or_the_journey_does_not_know_cannot_be_paired_and_a_stage_that_went_goes_by_name()
    {
        Should.Throw<BrokenRule>(() => new Pairing([]).With([new Pair("baked", Journey.Stages[0].Id), new Pair("paid", Id.New(Now))], ["paid"], Journey))
            .Fields.Select(wrong => (wrong.Name, wrong.Sentence.ToString())).ShouldBe([("pairs[0].activity", "The log has no stage “baked”."), ("pairs[1].stage", "This journey has no such stage.")]);
        new Pairing([new Pair("packed", Id.New(Now))]).StageOf("packed", Journey)!.Name.ShouldBe("Packed");
    }

    [Fact]
    public void Each_moment_of_a_case_lies_in_one_stage_so_that_all_hold_the_whole_time()
    {
        var log = Log.Of("case,activity,start timestamp,complete timestamp", "A,mill,2026-01-01 08:00,2026-01-01 10:00", "A,grind,2026-01-01 09:00,2026-01-01 12:00", "A,pack,2026-01-01 15:00,2026-01-01 15:30");
        log.Figures().Stages.ToDictionary(stage => stage.Name, stage => TimeSpan.FromMilliseconds(stage.Held).TotalHours).ShouldBe(new Dictionary<string, double> { ["mill"] = 2, ["grind"] = 2, ["pack"] = 3.5 }, ignoreOrder: true);
        Figures.Stages.Sum(stage => stage.Held).ShouldBe((long)Figures.Cases.Whole!.Median);
    }
}
