using Inward.Passages;

namespace Inward.Tests.Passages;

public class FiguresTests
{
    private const long Hour = 3_600_000;

    private static readonly string[] Sales =
    [
        "case,activity,time,team,resource,product",
        "A,ordered,2026-01-01 08:00,Sales,Ann,Bench", "A,paid,2026-01-01 10:00,Bank,Bob,Bench", "A,packed,2026-01-01 13:00,Store,Cem,Bench", "A,shipped,2026-01-01 14:00,Store,Cem,Bench",
        "B,ordered,2026-01-31 08:00,Sales,Ann,Rail", "B,packed,2026-01-31 09:00,Store,Dan,Rail", "B,paid,2026-01-31 10:00,Bank,Bob,Rail", "B,packed,2026-02-01 10:00,Store,Dan,Rail", "B,shipped,2026-02-01 12:00,Store,Eve,Rail",
        "C,ordered,2026-02-02 08:00,Sales,Ann,Rail",
    ];

    [Fact]
    public void A_stage_lasts_until_the_case_moves_on_and_waits_since_the_one_before()
    {
        var packed = Log.Of(Sales).Stage("packed");
        packed.Passings.ShouldBe(3);
        packed.Cases.ShouldBe(2);
        packed.Again.ShouldBe(new Share(1, 3));
        packed.Time!.Median.ShouldBe(1 * Hour);
        packed.Wait!.Median.ShouldBe(3 * Hour);
        packed.Wait.Count.ShouldBe(3);
    }

    [Fact]
    public void Where_begin_and_end_are_known_a_stage_lasts_from_one_to_the_other_and_overlaps_wait_no_time()
    {
        var log = Log.Of("case,activity,start timestamp,complete timestamp", "A,mill,2026-01-01 08:00,2026-01-01 10:00", "A,grind,2026-01-01 09:00,2026-01-01 12:00", "A,pack,2026-01-01 15:00,2026-01-01 15:30");
        (log.Stage("grind").Time!.Median, log.Stage("grind").Wait!.Median).ShouldBe((3 * Hour, 0));
        (log.Stage("pack").Time!.Median, log.Stage("pack").Wait!.Median).ShouldBe((Hour / 2, 3 * Hour));
    }

    [Fact]
    public void Hand_overs_are_counted_with_the_time_between()
    {
        var handOver = Log.Of(Sales).Figures().HandOvers.Single(pair => (pair.From, pair.To) == ("packed", "shipped"));
        (handOver.Count, handOver.Time!.Median).ShouldBe((2, 1.5 * Hour));
        Log.Of(Sales).Figures().HandOvers.Sum(pair => pair.Count).ShouldBe(7);
    }

    [Fact]
    public void A_case_is_finished_by_the_stage_where_most_cases_stood_last()
    {
        var cases = Log.Of(Sales).Figures().Cases;
        (cases.Done, cases.Cases, cases.Finished, cases.Passings).ShouldBe(("shipped", 3, 2, 10));
        cases.UntilDone!.Median.ShouldBe(((6 * Hour) + (28 * Hour)) / 2.0);
        cases.Reopened.ShouldBe(new Share(0, 2));
    }

    [Fact]
    public void Another_stage_is_chosen_to_finish_a_case_and_where_none_comes_to_it_there_is_no_whole_time()
    {
        var paid = Log.Of(Sales).Figures("paid").Cases;
        (paid.Done, paid.Finished, paid.UntilDone!.Median).ShouldBe(("paid", 2, 2 * Hour));
        var log = Log.Of("case,activity,time", "A,ordered,2026-01-01", "A,never,not yet", "A,packed,2026-01-02");
        var cases = log.Figures("never").Cases;
        (cases.Done, cases.Finished, cases.UntilDone).ShouldBe(("never", 0, null));
    }

    [Fact]
    public void Where_the_log_does_not_say_when_a_promise_was_kept_the_finishing_stage_does()
    {
        string[] lines = ["case,activity,time,promised", "A,packed,2026-01-03 08:00,2026-01-05", "A,shipped,2026-01-06 08:00,2026-01-05", "B,packed,2026-01-03 08:00,2026-01-05", "B,shipped,2026-01-05 08:00,2026-01-05", "C,packed,2026-01-03 08:00,2026-01-05"];
        Log.Of(lines).Figures().Cases.OnTime.ShouldBe(new Share(1, 2));
        Log.Of(lines).Figures().Cases.PromisedOpen.ShouldBe(1);
        Log.Of(lines).Figures("packed").Cases.OnTime.ShouldBe(new Share(3, 3));
    }

    [Fact]
    public void Whatever_follows_the_finishing_stage_opens_a_case_again()
    {
        var log = Log.Of("case,activity,time", "A,closed,2026-01-01", "A,asked,2026-01-02", "A,closed,2026-01-03", "B,asked,2026-01-01", "B,closed,2026-01-02", "B,closed,2026-01-03");
        log.Figures().Cases.Reopened.ShouldBe(new Share(1, 2));
        (log.Figures().Cases.UntilDone!.Median, log.Figures().Cases.UntilLastDone!.Median).ShouldBe((0.5 * Moment.Day, 2 * Moment.Day));
    }

    [Fact]
    public void A_stage_called_reopened_says_it_itself() =>
        Log.Of("case,activity,time", "A,billed,2026-01-01", "A,sent,2026-01-02", "A,billed,2026-01-03", "B,billed,2026-01-02", "B,REOPEN,2026-01-03", "C,billed,2026-01-02")
            .Figures().Cases.Reopened.ShouldBe(new Share(1, 3));

    [Fact]
    public void The_first_promise_counts_and_the_last_word_on_being_in_time()
    {
        var moved = Log.Of("case,activity,time,deadline,case_enddate", "A,asked,2026-01-01,2026-01-05,2026-01-08", "A,done,2026-01-08,2026-01-09,2026-01-08");
        moved.Figures().Cases.OnTime.ShouldBe(new Share(0, 1));
        moved.Stage("done").OnTime.ShouldBe(new Share(0, 1));
        var counter = Log.Of("number,incident_state,sys_updated_at,made_sla", "A,new,2026-01-01,true", "A,closed,2026-01-08,false");
        counter.Figures().Cases.OnTime.ShouldBe(new Share(0, 1));
    }

    [Fact]
    public void A_case_that_comes_straight_back_went_back_and_forth()
    {
        var log = Log.Of("case,activity,time,team", "A,x,2026-01-01,one", "A,x,2026-01-02,two", "A,x,2026-01-03,", "A,x,2026-01-04,two", "A,x,2026-01-05,one", "B,x,2026-01-01,one", "B,x,2026-01-02,two", "B,x,2026-01-03,three", "B,x,2026-01-04,one");
        (log["A"].GoesBackAndForth(), log["B"].GoesBackAndForth()).ShouldBe((true, false));
        log.Figures().Cases.TeamChanges.ShouldBe(2.5);
    }

    [Fact]
    public void Parts_of_a_log_add_up_to_the_whole()
    {
        var cuts = Log.Of(Sales).Cuts();
        foreach (var by in new[] { CutBy.Product, CutBy.Month })
            cuts.Where(cut => cut.By == by).Sum(cut => cut.Figures.Cases.Cases).ShouldBe(3);
        cuts.Where(cut => cut.By == CutBy.Month).Select(cut => (cut.Of, cut.Figures.Cases.Cases)).ShouldBe([("2026-01", 1), ("2026-02", 2)]);
        cuts.Where(cut => cut.By == CutBy.Product).Select(cut => (cut.Of, cut.Figures.Cases.Cases)).ShouldBe([("Bench", 1), ("Rail", 2)]);
    }

    [Fact]
    public void A_team_of_fewer_than_five_is_not_told_apart_nor_found_by_subtracting()
    {
        var lines = new List<string> { "case,activity,time,team,resource" };
        void Work(string team, int people)
        {
            for (var person = 0; person < people; person++)
                lines.Add($"{team}{person},done,2026-01-01,{team},{team} {person}");
        }
        Work("Large", 9);
        Work("Middle", 6);
        Work("Small", 4);
        // Small alone would be what is left of the whole without the others, so Middle stands with it.
        Teams(lines).ShouldBe([("", 10), ("Large", 9)]);
        Work("Tiny", 1);
        Teams(lines).ShouldBe([("", 5), ("Large", 9), ("Middle", 6)]);
        Teams([.. lines.Take(5)]).ShouldBeEmpty();
    }

    [Fact]
    public void Who_did_something_shows_as_a_change_of_hands_and_holds_in_one_case_only()
    {
        var hands = new Hands([9, 9, 9]);
        hands.Of("A", "Ann").ShouldBe(hands.Of("A", "ann"));
        hands.Of("A", "Ann").ShouldNotBe(hands.Of("A", "Bob"));
        hands.Of("A", "Ann").ShouldNotBe(hands.Of("B", "Ann"));
        hands.Of("A", "").ShouldBe((ushort)0);
        Log.Of(Sales)["A"].Changes(passing => passing.Hand).ShouldBe(2);
    }

    private static IEnumerable<(string, long)> Teams(List<string> lines) =>
        Log.Of([.. lines]).Cuts().Where(cut => cut.By == CutBy.Team).Select(cut => (cut.Of, cut.Figures.Stages.Sum(stage => stage.Passings)));
}
