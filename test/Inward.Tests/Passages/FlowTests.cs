using Inward.Passages;

namespace Inward.Tests.Passages;

public class FlowTests
{
    private static readonly string[] Lines =
    [
        "case,activity,time", "A,ask,2026-01-01", "A,make,2026-01-02", "A,test,2026-01-03", "A,make,2026-01-04", "A,test,2026-01-05", "A,ship,2026-01-06",
        "B,ask,2026-01-01", "B,make,2026-01-02", "B,make,2026-01-03", "B,test,2026-01-04", "B,ship,2026-01-05", "C,ask,2026-01-01", "C,lose,2026-01-02",
    ];

    [Fact]
    public void The_flow_runs_downwards_and_what_goes_back_is_marked()
    {
        var flow = Flow.Of(Log.Of(Lines).Figures(), 1);
        flow.Stages.OrderBy(stage => stage.Layer).ThenBy(stage => stage.Name, StringComparer.Ordinal).Select(stage => (stage.Name, stage.Layer)).ShouldBe([("ask", 0), ("lose", 1), ("make", 1), ("test", 2), ("ship", 3)]);
        var back = flow.Steps.Where(step => step.Back).ShouldHaveSingleItem();
        (flow.Stages[back.From].Name, flow.Stages[back.To].Name).ShouldBe(("test", "make"));
        flow.Stages.Single(stage => stage.Name == "make").Again.ShouldBe(1);
        flow.Told.ShouldBe(new Share(10, 10));
    }

    [Fact]
    public void Only_the_frequent_is_drawn_and_it_says_how_much_that_is()
    {
        var flow = Flow.Of(Log.Of(Lines).Figures(), 0.7);
        flow.Told.Value!.Value.ShouldBeInRange(0.7, 0.99);
        flow.Stages.ShouldNotContain(stage => stage.Name == "lose");
    }

    [Fact]
    public void A_log_of_a_hundred_stages_is_still_a_picture()
    {
        var random = new Random(4);
        var log = Log.Of([.. Enumerable.Range(0, 2_000).Select(at => $"{at / 20},stage {random.Next(100)},2026-01-01 00:{at % 60:00}").Prepend("case,activity,time")]);
        var flow = Flow.Of(log.Figures(), 1);
        flow.Stages.Count.ShouldBeLessThanOrEqualTo(Flow.MostStages);
        flow.Steps.ShouldAllBe(step => step.Back || flow.Stages[step.From].Layer < flow.Stages[step.To].Layer);
    }

    [Fact]
    public void One_stage_alone_is_a_picture_too() => Flow.Of(Log.Of("case,activity,time", "A,ask,2026-01-01").Figures(), 1).Stages.ShouldHaveSingleItem().Name.ShouldBe("ask");
}
