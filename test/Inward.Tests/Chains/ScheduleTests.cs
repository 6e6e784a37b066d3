using FsCheck;
using FsCheck.Fluent;
using Inward.Chains;
using Inward.House;

namespace Inward.Tests.Chains;

/// <summary>Dates run forward through a chain, from what is planned, promised and delivered.</summary>
public class ScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Usual("Europe/Berlin");

    private readonly Step pay, make, pack, ship;

    public ScheduleTests()
    {
        pay = new Step(Id.New(Now), "Pay") { Days = 5 };
        make = new Step(Id.New(Now), "Make") { Days = 10 };
        pack = new Step(Id.New(Now), "Pack") { Days = 1, After = [make.Id] };
        ship = new Step(Id.New(Now), "Ship") { Days = 3, After = [pay.Id, pack.Id] };
    }

    [Fact]
    public void Each_step_begins_on_the_working_day_after_the_last_it_waits_for()
    {
        var schedule = Of(Plain());
        Days(schedule, pay).ShouldBe((Monday, new DateOnly(2026, 11, 27), Basis.Planned));
        Days(schedule, pack).ShouldBe((new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 7), Basis.Planned));
        Days(schedule, ship).ShouldBe((new DateOnly(2026, 12, 8), new DateOnly(2026, 12, 10), Basis.Planned));
        schedule.End.ShouldBe(new DateOnly(2026, 12, 10));
        schedule.LongestWay.Select(step => step.Name).ShouldBe(["Make", "Pack", "Ship"]);
    }

    [Fact]
    public void A_promised_day_beats_the_planned_and_a_delivered_one_beats_both()
    {
        var promised = Of(Plain(make, known => known with { PromisedBy = new DateOnly(2026, 12, 15) }));
        promised.End.ShouldBe(new DateOnly(2026, 12, 21));
        promised.LongestWay.Select(step => step.Name).ShouldBe(["Make", "Pack", "Ship"]);
        var delivered = Of(Plain(make, known => known with { PromisedBy = new DateOnly(2026, 12, 15), DeliveredOn = new DateOnly(2026, 11, 24) }));
        delivered.Of(pack.Id).End.ShouldBe(new DateOnly(2026, 11, 25));
        delivered.LongestWay.Select(step => step.Name).ShouldBe(["Pay", "Ship"]);
    }

    [Fact]
    public void What_is_not_over_does_not_end_before_today()
    {
        var late = new DateOnly(2026, 12, 30);
        var schedule = Of(Plain(make, known => known with { PromisedBy = Monday }), late);
        schedule.Of(make.Id).End.ShouldBe(late);
        schedule.Of(pack.Id).End.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public void A_promise_for_a_day_before_its_turn_is_told()
    {
        Of(Plain(ship, known => known with { PromisedBy = new DateOnly(2026, 12, 1) })).Of(ship.Id).BeforeItsTurn.ShouldBeTrue();
        Of(Plain(ship, known => known with { PromisedBy = new DateOnly(2026, 12, 8) })).Of(ship.Id).BeforeItsTurn.ShouldBeFalse();
    }

    [Fact]
    public void A_skipped_step_is_over_with_what_it_waits_for_and_stands_on_no_way()
    {
        var schedule = Of(Plain(pack, known => known with { IsSkipped = true }));
        schedule.Of(ship.Id).Start.ShouldBe(new DateOnly(2026, 12, 7));
        schedule.LongestWay.Select(step => step.Name).ShouldBe(["Make", "Ship"]);
    }

    [Fact]
    public void Holidays_are_no_working_days()
    {
        var closed = Calendar with { Holidays = [Monday, Monday.AddDays(1)] };
        Schedule.Of(Plain(), Monday, Monday, closed).Of(pay.Id).Start.ShouldBe(new DateOnly(2026, 11, 25));
    }

    [Fact]
    public void No_step_begins_before_what_it_waits_for_is_over() => Prop.ForAll(Chains(), known =>
        Schedule.Of(known, Monday, Monday, Calendar) is var schedule
        && schedule.Steps.Where(one => one.Basis == Basis.Planned).All(one => one.Step.After.All(before => schedule.Of(before).End < one.Start) && one.Start <= one.End)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_of_the_longest_way_ends_with_the_chain() => Prop.ForAll(Chains(), known =>
        Schedule.Of(known, Monday, Monday, Calendar) is var schedule && (schedule.LongestWay.Count == 0 || schedule.Of(schedule.LongestWay[^1].Id).End == schedule.End)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_promise_or_a_longer_step_makes_no_other_step_earlier() => Prop.ForAll(Chains(), Gen.Choose(0, 30).ToArbitrary(), (known, more) =>
    {
        var later = known.Select((one, i) => i == more % known.Count ? one with { Step = one.Step with { Days = one.Step.Days + more }, PromisedBy = one.PromisedBy?.AddDays(more) } : one).ToList();
        return NoneEarlier(Schedule.Of(known, Monday, Monday, Calendar), Schedule.Of(later, Monday, Monday, Calendar));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void To_begin_or_to_look_later_makes_no_step_earlier() => Prop.ForAll(Chains(), Gen.Choose(0, 30).ToArbitrary(), (known, days) =>
        NoneEarlier(Schedule.Of(known, Monday, Monday, Calendar), Schedule.Of(known, Monday.AddDays(days), Monday, Calendar))
        && NoneEarlier(Schedule.Of(known, Monday, Monday, Calendar), Schedule.Of(known, Monday, Monday.AddDays(days), Calendar))).QuickCheckThrowOnFailure();

    [Fact]
    public void Skipping_what_is_only_planned_makes_nothing_later() => Prop.ForAll(Chains(), Gen.Choose(0, 30).ToArbitrary(), (known, which) =>
    {
        var planned = known.Select((one, i) => i == which % known.Count ? one with { PromisedBy = null, DeliveredOn = null, IsSkipped = false } : one).ToList();
        var skipped = planned.Select((one, i) => i == which % known.Count ? one with { IsSkipped = true } : one).ToList();
        return NoneEarlier(Schedule.Of(skipped, Monday, Monday, Calendar), Schedule.Of(planned, Monday, Monday, Calendar));
    }).QuickCheckThrowOnFailure();

    private static bool NoneEarlier(Schedule one, Schedule other) => one.Steps.All(dates => dates.End <= other.Of(dates.Step.Id).End) && one.End <= other.End;

    // Steps that wait for some of those made before them, told in an order drawn by luck.
    private static Arbitrary<List<StepKnown>> Chains() => ArbMap.Default.ArbFor<int>().Generator.Select(seed =>
    {
        var (random, known) = (new Random(seed), new List<StepKnown>());
        for (var i = 0; i <= seed % 12 + 12; i++)
        {
            var step = new Step(new Id(new Guid(i, 0, 0, new byte[8])), $"Step {i}") { Days = random.Next(1, 8), After = [.. known.Where(_ => random.Next(3) == 0).Select(before => before.Step.Id)] };
            known.Add(new StepKnown(step)
            {
                IsSkipped = random.Next(6) == 0, PromisedBy = random.Next(4) == 0 ? Monday.AddDays(random.Next(60)) : null, DeliveredOn = random.Next(5) == 0 ? Monday.AddDays(-random.Next(9)) : null,
            });
        }
        return known.OrderBy(_ => random.Next()).ToList();
    }).ToArbitrary();

    private List<StepKnown> Plain(Step? one = null, Func<StepKnown, StepKnown>? change = null) =>
        [.. new[] { ship, pay, pack, make }.Select(step => new StepKnown(step)).Select(known => known.Step == one ? change!(known) : known)];

    private static Schedule Of(List<StepKnown> known, DateOnly? today = null) => Schedule.Of(known, Monday, today ?? Monday, Calendar);

    private static (DateOnly, DateOnly, Basis) Days(Schedule schedule, Step step) => schedule.Of(step.Id) is var dates ? (dates.Start, dates.End, dates.Basis) : default;
}
