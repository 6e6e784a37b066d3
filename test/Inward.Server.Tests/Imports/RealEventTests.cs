using System.Globalization;
using System.Text.Json.Nodes;
using Inward.House.Imports;
using Inward.Passages;

namespace Inward.Server.Tests.Imports;

/// <summary>Real logs of events, and what others counted in them. Where two definitions are at hand, the one that was meant is named.</summary>
public class RealEventTests
{
    private const double Hour = 3_600_000;

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Incidents_that_are_accepted_queued_and_completed()
    {
        var answers = RealData.Answers("incidents-volvo");
        var log = Log.Of("incidents-volvo", "events.csv");
        log.Noticed.All.ShouldBeEmpty();
        var cases = log.Figures.Cases;
        cases.Cases.ShouldBe((long)answers["incidents"]!);
        cases.Passings.ShouldBe((long)answers["events"]!);
        At(cases.First).ShouldBe(DateTimeOffset.Parse((string)answers["first"]!, CultureInfo.InvariantCulture));
        At(cases.Last).ShouldBe(DateTimeOffset.Parse((string)answers["last"]!, CultureInfo.InvariantCulture));
        cases.Done.ShouldBe("Completed");
        cases.Finished.ShouldBe((long)answers["completed"]!);
        (cases.UntilDone!.Median / Hour).ShouldBe((double)answers["median_h_to_first_completed"]!, 0.05);
        (cases.UntilDone.P90 / Hour).ShouldBe((double)answers["p90_h"]!, 0.05);
        cases.Reopened.Of.ShouldBe((long)answers["reopened"]!);
        cases.Reopened.Value!.Value.ShouldBe((double)answers["reopened_rate"]!, 0.00005);
        cases.BackAndForth.Of.ShouldBe((long)answers["ping_pong"]!);
        cases.TeamChanges.ShouldBe((double)answers["mean_team_handovers"]!, 0.005);
        log.Words.Teams.Words.Count.ShouldBe((int)answers["teams"]!);
        log.Figures.HandOvers.Sum(pair => pair.Count).ShouldBe(cases.Passings - cases.Cases);
    }

    [Fact]
    public void Permits_that_the_law_gives_a_deadline()
    {
        var answers = RealData.Answers("permits-wabo");
        var log = Log.Of("permits-wabo", "events.csv");
        var cases = log.Figures.Cases;
        (cases.Cases, cases.Passings).ShouldBe(((long)answers["cases"]!, (long)answers["events"]!));
        // The day it ended against the day of the law, both to the second.
        cases.OnTime.Total.ShouldBe((long)answers["with_end_and_deadline"]!);
        cases.OnTime.Value!.Value.ShouldBe((double)answers["on_time_vs_deadline"]!, 0.00005);
        cases.PromisedOpen.ShouldBe((long)answers["no_enddate"]!);
    }

    [Fact]
    public void Deliveries_in_a_row_for_each_line_with_words_among_the_dates()
    {
        var answers = RealData.Answers("delivery-scms");
        var log = Log.Of("delivery-scms", "deliveries.csv", MapFile.Read("""
            {"kind": "events", "fields": {"case": "id", "team": "managed by", "product": "fulfill via", "promised": "scheduled delivery date", "kept": "delivered to client date",
             "steps": {"text": "{po sent to vendor date}{delivered to client date}{delivery recorded date}"}}}
            """));
        var cases = log.Figures.Cases;
        cases.Cases.ShouldBe((long)answers["lines"]!);
        Same(cases.OnTime, answers["on_time_or_early"]!);
        (cases.OnTime.Total - cases.OnTime.Of).ShouldBe((long)answers["late_lines"]!);
        (cases.Late!.Median / Moment.Day).ShouldBe((double)answers["median_days_late_when_late"]!);
        (cases.Late.P90 / Moment.Day).ShouldBe((double)answers["p90_late"]!);
        foreach (var (way, told) in answers["by_fulfill_via"]!.AsObject())
        {
            var cut = log.Cuts.Single(cut => cut.By == CutBy.Product && cut.Of == way).Figures.Cases;
            cut.OnTime.Total.ShouldBe((long)told![0]!);
            cut.OnTime.Value!.Value.ShouldBe((double)told[1]!, 0.0006);
            // Half days are rounded there.
            (cut.Late!.Median / Moment.Day).ShouldBe((double)told[2]!, 0.51);
        }
        log.Noticed.All.ShouldContain(one => one.Weight == Weight.LeftOut && one.Sentence.ToString() == "po sent to vendor date: “Date Not Captured” is not a day.");
    }

    [Fact]
    public void Approvals_of_travel_that_are_paid_or_turned_back()
    {
        var answers = RealData.Answers("approvals-travel-bpi2020/DomesticDeclarations");
        var cases = Log.Of("approvals-travel-bpi2020", "DomesticDeclarations.csv").Figures.Cases;
        (cases.Cases, cases.Passings).ShouldBe(((long)answers["cases"]!, (long)answers["events"]!));
        cases.Done.ShouldBe("Payment Handled");
        cases.Finished.ShouldBe((long)answers["paid"]!);
        (cases.UntilDone!.Median / Moment.Day).ShouldBe((double)answers["median_days_submit_to_paid"]!, 0.005);
        (cases.UntilDone.P90 / Moment.Day).ShouldBe((double)answers["p90_days"]!, 0.05);
        cases.Refused.Of.ShouldBe((long)answers["cases_rejected_at_least_once"]!);
    }

    [Fact]
    public void Orders_of_a_workshop_with_begin_and_end_of_each_step()
    {
        var answers = RealData.Answers("manufacture-production");
        // The rows Start and End are the exporter's, not the workshop's.
        var log = Log.Of("manufacture-production", "events.csv", MapFile.Read("""
            {"kind": "events", "fields": {"case": "Case ID", "activity": "Activity", "time": "Complete Timestamp", "start": "Start Timestamp", "resource": "Resource"},
             "only": [{"column": "Activity", "isNot": "Start"}, {"column": "Activity", "isNot": "End"}]}
            """));
        var cases = log.Figures.Cases;
        (cases.Cases, cases.Passings).ShouldBe(((long)answers["cases"]!, (long)answers["events"]!));
        (cases.Whole!.Median / Moment.Day).ShouldBe((double)answers["median_cycle_days"]!, 0.05);
        At(cases.First).DateTime.ShouldBe(DateTime.Parse((string)answers["first"]!, CultureInfo.InvariantCulture));
        At(cases.Last).DateTime.ShouldBe(DateTime.Parse((string)answers["last"]!, CultureInfo.InvariantCulture));
        foreach (var (name, count) in answers["top_activity"]!.AsObject())
            log.Stage(name).Passings.ShouldBe((long)count!);
    }

    [Fact]
    public void Bills_of_a_hospital_until_they_are_billed_for_the_last_time()
    {
        var answers = RealData.Answers("billing-hospital");
        var log = Log.Of("billing-hospital", "events.csv");
        var cases = log.Figures.Cases;
        (cases.Cases, cases.Passings).ShouldBe(((long)answers["cases"]!, (long)answers["events"]!));
        (cases.Done, cases.Finished).ShouldBe(("BILLED", (long)answers["billed"]!));
        // A bill that was opened again is billed when it is billed for the last time.
        (cases.UntilLastDone!.Median / Moment.Day).ShouldBe((double)answers["median_days_new_to_billed"]!, 0.05);
        (cases.UntilLastDone.P90 / Moment.Day).ShouldBe((double)answers["p90"]!, 0.05);
        cases.Reopened.Of.ShouldBe((long)answers["reopened"]!);
        (log.Stage("CODE NOK").Cases, log.Stage("STORNO").Cases, log.Stage("DELETE").Cases).ShouldBe(((long)answers["code_nok"]!, (long)answers["storno"]!, (long)answers["deleted"]!));
        foreach (var (name, count) in answers["activities"]!.AsObject())
            log.Stage(name).Passings.ShouldBe((long)count!);
    }

    [Fact]
    public void Orders_with_a_day_for_each_step_as_their_headers_propose()
    {
        var answers = RealData.Answers("northwind");
        var log = Log.Of("northwind", "Orders.csv");
        var cases = log.Figures.Cases;
        cases.Cases.ShouldBe((long)answers["orders"]!);
        cases.PromisedOpen.ShouldBe((long)answers["unshipped"]!);
        (cases.OnTime.Total - cases.OnTime.Of).ShouldBe((long)answers["late"]!);
        Same(cases.OnTime, answers["on_time_of_shipped"]!);
        (log.Stage("ShippedDate").Wait!.Median / Moment.Day).ShouldBe((double)answers["median_days_order_to_ship"]!);
    }

    [Fact]
    public void Tickets_of_a_help_desk_from_their_first_event_to_their_last()
    {
        var answers = RealData.Answers("helpdesk-italy");
        var log = Log.Of("helpdesk-italy", "events.csv");
        var cases = log.Figures.Cases;
        (cases.Cases, cases.Passings).ShouldBe(((long)answers["tickets"]!, (long)answers["events"]!));
        (cases.Whole!.Median / Moment.Day).ShouldBe((double)answers["median_days"]!, 0.005);
        (cases.Whole.P90 / Moment.Day).ShouldBe((double)answers["p90_days"]!, 0.05);
        ((double)cases.Finished / cases.Cases).ShouldBe((double)answers["closed_share"]!, 0.00005);
        cases.HandChanges.ShouldBe((double)answers["mean_owner_changes"]!, 0.0005);
        log.Stage("Wait").Cases.ShouldBe((long)answers["with_wait"]!);
        foreach (var (name, count) in answers["activities"]!.AsObject())
            log.Stage(name).Passings.ShouldBe((long)count!);
    }

    [Fact]
    public void Requests_whose_counters_are_right_in_their_last_event_only()
    {
        var answers = RealData.Answers("requests-servicenow");
        var log = Log.Of("requests-servicenow", "events.csv");
        var cases = log.Figures.Cases;
        (cases.Cases, cases.Passings).ShouldBe(((long)answers["incidents"]!, (long)answers["events"]!));
        Same(cases.OnTime, answers["made_sla_last_event"]!);
        (cases.UntilKept!.Median / Hour).ShouldBe((double)answers["median_h_open_to_resolved"]!, 0.005);
        (cases.UntilKept.P90 / Hour).ShouldBe((double)answers["p90_h"]!, 0.05);
        (cases.Cases - cases.UntilKept.Count).ShouldBe((long)answers["resolved_missing"]!);
        foreach (var (name, count) in answers["states"]!.AsObject())
            log.Stage(name).Passings.ShouldBe((long)count!);
    }

    private static void Same(Share share, JsonNode answer) => share.Value!.Value.ShouldBe((double)answer, 0.00005);

    private static DateTimeOffset At(long moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment);

    private sealed record Log(LogWords Words, IReadOnlyList<Cut> Cuts, Noticings Noticed)
    {
        public Figures Figures => Cuts[0].Figures;

        public static Log Of(string set, string file, ImportMap? map = null)
        {
            var (words, noticed, open, one, told) = (new LogWords(), new Noticings(), new OpenCases(int.MaxValue), new OneCase(), new Told());
            map ??= Proposals.For(ImportKind.Events, RealData.Open(set, file, new Noticings()).Headers).Map;
            var reading = new EventReading(map, RealData.Rows(set, file, WideMap.Spread(map), new Noticings()), Today, words, new Hands([1]), noticed);
            foreach (var row in RealData.Rows(set, file, WideMap.Spread(map), noticed))
                reading.Read(row, open);
            foreach (var passings in open.Cases.Values.Where(passings => one.Fill(passings)))
                told.Look(one);
            var cuts = new Cuts(words, told);
            foreach (var passings in open.Cases.Values.Where(passings => one.Fill(passings)))
                cuts.Add(one);
            return new Log(words, [.. cuts.All()], noticed);
        }

        public StageFigures Stage(string name) => Figures.Stages.Single(stage => stage.Name == name);
    }
}
