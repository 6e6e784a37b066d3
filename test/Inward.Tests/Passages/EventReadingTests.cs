using Inward.House;
using Inward.House.Imports;
using Inward.Passages;

namespace Inward.Tests.Passages;

public class EventReadingTests
{
    [Fact]
    public void Offsets_are_put_in_order_by_the_instant_and_equal_times_keep_the_order_of_the_file()
    {
        var log = Log.Of("case,activity,time", "A,second,2026-10-25T02:30+01:00", "A,first,2026-10-25T02:45+02:00", "A,third,2026-10-25T03:00+01:00", "A,fourth,2026-10-25T03:00+01:00");
        log["A"].Passings.Select(passing => log.Words.Stages[passing.Stage]).ShouldBe(["first", "second", "third", "fourth"]);
    }

    [Fact]
    public void Words_where_a_time_should_be_leave_the_row_out_with_its_number()
    {
        var log = Log.Of("case,activity,time", "A,order,2026-01-01", "A,pack,Date Not Captured", "case,activity,time", ",ship,2026-01-02", "A,,2026-01-02", "A,ship,", "A,ship,2026-01-04");
        log["A"].Passings.Count.ShouldBe(2);
        log.Sentences.ShouldBe([
            "log.csv, row 3: When: “Date Not Captured” is not a day.", "log.csv, row 4: When: “time” is not a day.", "log.csv, row 5: It names no case.",
            "log.csv, row 6: It says nothing about what happened.", "log.csv, row 7: It has no time.",
        ]);
    }

    [Fact]
    public void A_row_that_ends_before_it_starts_counts_by_its_end()
    {
        var log = Log.Of("case,activity,start timestamp,complete timestamp", "A,mill,2026-01-02 10:00,2026-01-02 09:00");
        var passing = log["A"].Passings.ShouldHaveSingleItem();
        passing.Began.ShouldBe(passing.At);
        log.Sentences.ShouldBe(["log.csv, row 2: It ends before it starts; only its end is read."]);
    }

    [Fact]
    public void What_happened_before_its_case_was_opened_counts_and_is_told()
    {
        var log = Log.Of("number,activity,time,opened_at", "A,call,2026-01-01 10:00,2026-01-02 10:00", "A,closed,2026-01-03 10:00,2026-01-02 10:00");
        log["A"].Opened.ShouldBe(log["A"].Passings[0].At);
        log.Sentences.ShouldBe(["log.csv, row 2: It happened before its case was opened; the case is measured from here."]);
    }

    [Fact]
    public void Begin_and_end_in_rows_of_their_own_are_one_passing_and_what_never_ended_stays()
    {
        var log = Log.Of(
            "case,activity,time,lifecycle:transition", "A,mill,2026-01-01 08:00,start", "A,mill,2026-01-01 08:30,start", "A,mill,2026-01-01 09:00,complete", "A,mill,2026-01-01 09:45,complete",
            "A,pack,2026-01-01 10:00,start", "A,pack,2026-01-01 10:00,assign");
        log["A"].Passings.Select(passing => (passing.At - passing.Began) / 60_000).ShouldBe([60, 75, 0]);
        log.Reading.OtherTransitions.ShouldBe(1);
    }

    [Fact]
    public void Events_that_were_written_down_together_are_noticed_and_days_are_not()
    {
        string[] lines = ["case,activity,time", .. Enumerable.Range(0, 200).SelectMany(at => new[] { $"{at},ordered,2026-01-{1 + (at % 28):00} {at % 24:00}:{at % 60:00}", $"{at},booked,2026-02-01 {(at % 3 == 0 ? "06:00" : $"{at % 24:00}:{at % 60:00}")}" })];
        Log.Of(lines).Reading.Whole().Select(sentence => sentence.ToString()).ShouldHaveSingleItem()
            .ShouldBe("“booked”: at least 59 events bear one and the same moment, 2026-02-01 06:00:00 UTC. Were they written down together? Then times up to there say when that was, not when it happened.");
        Log.Of([.. lines.Select(line => line.Split(' ')[0])]).Reading.Whole().ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_changes_its_columns_halfway_says_after_which_row()
    {
        var log = Log.Of(["case,activity,time", .. Enumerable.Range(0, 30).Select(at => $"{at},packed,2026-01-02"), "time,case,activity", .. Enumerable.Range(0, 30).Select(at => $"2026-01-02,{at},packed")]);
        log.Reading.Events.ShouldBe(30);
        log.Reading.Whole().Select(sentence => sentence.ToString()).ShouldBe(["After row 31 no row could be read. Does the file change its columns there?"]);
        log.Sentences.ShouldContain("log.csv, row 33: When: “packed” is not a day.");
    }

    [Fact]
    public void A_column_for_each_step_is_a_log_too()
    {
        var log = Log.Of("OrderID,OrderDate,RequiredDate,ShippedDate", "7,2026-01-05,2026-01-20,2026-01-12", "8,2026-01-05,2026-01-10,2026-01-12", "9,2026-01-05,2026-01-10,");
        var figures = log.Figures();
        figures.Stages.Select(stage => (stage.Name, stage.Passings)).ShouldBe([("OrderDate", 3), ("ShippedDate", 2)]);
        figures.Cases.OnTime.ShouldBe(new Share(1, 2));
        figures.Cases.PromisedOpen.ShouldBe(1);
        figures.Cases.Late!.Median.ShouldBe(2 * Moment.Day);
    }

    [Fact]
    public void A_column_of_a_million_different_words_is_refused_as_a_stage()
    {
        var lines = Enumerable.Range(0, LogWords.MostStages + 1).Select(at => $"A,activity {at},2026-01-01").Prepend("case,activity,time").ToArray();
        Should.Throw<BrokenRule>(() => Log.Of(lines)).Message.ShouldBe("The column for “What happened” holds more than 1000 different words, which a figure for each would not explain. Is it the right column?");
    }

    [Fact]
    public void A_case_without_end_of_its_own_is_refused_as_a_case()
    {
        var open = new OpenCases();
        var error = Should.Throw<BrokenRule>(() =>
        {
            for (var at = 0; at <= OneCase.MostPassings; at++)
                open.Add("everything", new Passing(1, at, at), Transition.Whole);
        });
        error.Message.ShouldContain("Is it the right column for the case?");
    }

    [Theory]
    [InlineData("case,activity,time,resource,team", "case activity time resource team")]
    [InlineData("case:concept:name,concept:name,time:timestamp,lifecycle:transition,org:resource,org:group", "case activity time transition resource team")]
    [InlineData("Case ID,Activity,Resource,Start Timestamp,Complete Timestamp", "case activity time start resource")]
    [InlineData("number,incident_state,sys_updated_by,sys_updated_at,assignment_group,opened_at,made_sla", "case activity time resource team opened onTime")]
    [InlineData("case_id,ts,activity,case_deadline,case_enddate", "case activity time promised kept")]
    [InlineData("incident_id,ts,status,owner,support_team,product", "case activity time resource team product")]
    public void The_columns_of_known_logs_are_recognised(string headers, string fields)
    {
        var proposals = Proposals.For(ImportKind.Events, headers.Split(','));
        proposals.Lacking.ShouldBeNull();
        proposals.Fields.Select(field => field.Field).Order(StringComparer.Ordinal).ShouldBe(fields.Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_says_nothing_of_what_happened_is_asked_about() =>
        Proposals.For(ImportKind.Events, ["case", "time"]).Lacking!.ToString().ShouldBe("No column says any of these: What happened. Choose one.");
}
