using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Targets;

namespace Inward.Tests.Targets;

public class AttainmentTests(ITestOutputHelper output)
{
    private static readonly DateOnly Monday = new(2027, 1, 4);

    [Fact]
    public void A_quarter_has_thirteen_weeks() => Terms(0, 130).Weeks.ShouldBe(13);

    [Fact]
    public void The_probability_is_worked_out_from_the_plan_and_the_weeks_so_far()
    {
        var terms = Terms(0, 130);
        var pace = Pace.Of([12, 8, 10]);
        // k = 5, μ = (20 + 30)/5 = 10, s² = (200 + 8)/5 = 41.6, t = (30 + 100 − 130)/… = 0.
        Attainment.Of(terms, pace, 30, 10).ShouldBe(new Attainment(AttainmentState.Open, 0.5, 3, 10, 10, 10));
        var ahead = Attainment.Of(terms, Pace.Of([20, 14, 17]), 51, 10);
        // m = 17, q = 18, μ = (20 + 51)/5 = 14.2, s² = (200 + 18 + 1.2·49)/5 = 55.36.
        ahead.Expected.ShouldBe(14.2, 1e-12);
        ahead.Probability!.Value.ShouldBe(StudentT.Cdf((51 + 142 - 130) / Math.Sqrt(55.36 * (10 + 20)), 5), 1e-12);
    }

    [Fact]
    public void Before_the_first_week_the_plan_alone_counts_as_two_weeks()
    {
        var start = Attainment.Of(Terms(0, 130), default, 0, 13);
        (start.Weeks, start.Expected, start.Probability).ShouldBe((0, 10, 0.5));
    }

    [Fact]
    public void A_falling_target_is_a_rising_one_in_a_mirror()
    {
        var (up, down) = (Terms(0, 130), Terms(0, -130));
        var (rising, falling) = (Attainment.Of(up, Pace.Of([20, 14, 17]), 51, 10), Attainment.Of(down, Pace.Of([-20, -14, -17]), -51, 10));
        (falling.Probability, falling.Expected, falling.Planned).ShouldBe((rising.Probability, -rising.Expected, -10));
        var days = Terms(10, 6, TargetKind.Level);
        Attainment.Of(days, Pace.Of([-1, -1]), 8, 11).Probability!.Value.ShouldBeGreaterThan(0.8);
        Attainment.Of(days, Pace.Of([1, 1]), 12, 11).Probability!.Value.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void A_pace_against_the_direction_leaves_a_small_chance_and_never_none() =>
        Attainment.Of(Terms(0, 130), Pace.Of(Enumerable.Repeat(-50.0, 12)), -600, 1).Probability.ShouldBe(Attainment.Least);

    [Fact]
    public void However_far_ahead_an_open_target_is_never_surer_than_nineteen_in_twenty() =>
        Attainment.Of(Terms(0, 130, TargetKind.Level), Pace.Of(Enumerable.Repeat(50.0, 12)), 600, 1).Probability.ShouldBe(Attainment.Most);

    [Theory]
    [InlineData(130, AttainmentState.Reached)]
    [InlineData(131, AttainmentState.Reached)]
    [InlineData(129.9, AttainmentState.Missed)]
    public void With_no_week_left_it_is_reached_or_missed_and_has_no_probability(double now, AttainmentState state)
    {
        var over = Attainment.Of(Terms(0, 130, TargetKind.Level), Pace.Of(Enumerable.Repeat(now / 13, 13)), now, 0);
        (over.State, over.Probability).ShouldBe((state, null));
        Attainment.Of(Terms(0, -130), Pace.Of(Enumerable.Repeat(-now / 13, 13)), -now, 0).State.ShouldBe(state);
    }

    [Fact]
    public void What_adds_up_is_reached_before_its_time_and_what_goes_up_and_down_is_not()
    {
        Attainment.Of(Terms(0, 130), Pace.Of([140]), 140, 12).ShouldSatisfyAllConditions(a => a.State.ShouldBe(AttainmentState.Reached), a => a.Probability.ShouldBeNull());
        Attainment.Of(Terms(0, 130, TargetKind.Level), Pace.Of([140]), 140, 12).State.ShouldBe(AttainmentState.Open);
    }

    [Fact]
    public void A_target_that_is_its_baseline_is_refused()
    {
        var wrong = Should.Throw<BrokenRule>(() => Terms(10, 10).Checked(null));
        (wrong.Why, wrong.Fields[0].Name, wrong.Message).ShouldBe((Broken.Invalid, "value", "The number to reach is where it starts: there is no pace to plan."));
        Should.Throw<BrokenRule>(() => Attainment.Of(Terms(10, 10), default, 10, 13)).Fields[0].Name.ShouldBe("value");
    }

    [Fact]
    public void A_share_has_no_probability_since_its_weeks_do_not_add_up() =>
        Should.Throw<BrokenRule>(() => Attainment.Of(Terms(0.5m, 0.9m, TargetKind.Rate), default, 0.5, 13)).Message.ShouldStartWith("A share or an average needs its own model");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused(double value)
    {
        Should.Throw<BrokenRule>(() => default(Pace).With(value)).Fields[0].Name.ShouldBe("value");
        Should.Throw<BrokenRule>(() => Attainment.Of(Terms(0, 130), default, value, 13)).Why.ShouldBe(Broken.Invalid);
    }

    [Fact]
    public void A_day_that_has_passed_a_day_before_the_first_no_unit_and_too_large_a_number_are_refused_together()
    {
        var wrong = Should.Throw<BrokenRule>(() => new TargetTerms(" ", TargetKind.Level, 1e16m, -1e16m, Monday, Monday.AddDays(-1)).Checked(Monday));
        wrong.Fields.Select(field => field.Name).ShouldBe(["unit", "baseline", "value", "by"]);
        Should.Throw<BrokenRule>(() => Terms(0, 130).Checked(new DateOnly(2027, 4, 5))).Message.ShouldBe("This day has passed: 2027-04-04.");
        Terms(0, 130).Checked(new DateOnly(2027, 4, 4)).Unit.ShouldBe("crates");
    }

    [Fact]
    public void One_week_more_counts_as_all_weeks_counted_anew() => Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), floats =>
    {
        var weeks = floats.Select(one => one.Get % 1e6).ToList();
        var pace = Pace.Of(weeks);
        if (weeks.Count == 0)
            return pace == default;
        var (mean, scale) = (weeks.Average(), weeks.Max(Math.Abs) + 1);
        return pace.Weeks == weeks.Count && Math.Abs(pace.Mean - mean) < 1e-9 * scale && Math.Abs(pace.Squares - weeks.Sum(one => (one - mean) * (one - mean))) < 1e-9 * scale * scale * weeks.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_of_it_never_lowers_the_chance() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var terms = Terms(0, random.Next(2) == 0 ? 130 : -130, TargetKind.Level);
        var weeks = Enumerable.Range(0, random.Next(0, 12)).Select(_ => terms.Direction * random.NextDouble() * 20).ToList();
        var (pace, now) = (Pace.Of(weeks), weeks.Sum());
        double Chance(double at) => Attainment.Of(terms, pace, at, 13 - weeks.Count).Probability!.Value;
        return Chance(now) is >= Attainment.Least and <= Attainment.Most && Chance(now) <= Chance(now + (terms.Direction * random.NextDouble() * 50));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_fan_opens_from_where_it_stands_and_its_middle_goes_at_the_expected_pace()
    {
        double[] shares = [0.1, 0.25, 0.5, 0.75, 0.9];
        foreach (var terms in new[] { Terms(0, 130), Terms(0, -130) })
        {
            var (pace, now) = (Pace.Of([terms.Direction * 12.0, terms.Direction * 8]), terms.Direction * 20.0);
            var fan = Attainment.Fan(terms, pace, now, 11, shares);
            fan.Count.ShouldBe(11);
            for (var week = 0; week < 11; week++)
            {
                fan[week].ShouldBe(fan[week].Order());
                fan[week][2].ShouldBe(now + (terms.Direction * 10 * (week + 1)), 1e-9);
            }
            (fan[10][4] - fan[10][0]).ShouldBeGreaterThan(fan[0][4] - fan[0][0]);
            // A tenth of the ways end below the lowest line: the line is the target that has nine chances in ten.
            var line = fan[10][terms.Direction > 0 ? 0 : 4];
            new Outlook(pace with { Mean = 10 }, 10).Chance(Math.Abs(line) - 20, 11).ShouldBe(0.9, 1e-9);
        }
        Attainment.Fan(Terms(0, 130), default, 0, 0, shares).ShouldBeEmpty();
    }

    [Fact]
    public void Stated_confidence_is_scored_for_its_author_alone()
    {
        var (me, other) = (Id.New(DateTimeOffset.UnixEpoch), Id.New(DateTimeOffset.UnixEpoch));
        StatedConfidence.Brier([new(me, 0.8, true), new(me, 0.6, false)], me)!.Value.ShouldBe(0.2, 1e-12);
        StatedConfidence.Brier([], me).ShouldBeNull();
        Should.Throw<BrokenRule>(() => StatedConfidence.Brier([new(other, 0.8, true)], me)).Why.ShouldBe(Broken.NotVisible);
        Should.Throw<BrokenRule>(() => StatedConfidence.Brier([new(me, double.NaN, true)], me)).Fields[0].Name.ShouldBe("confidence");
    }

    // The true pace of a team lies 30 % around its plan, and a week 90 % around that pace.
    [Fact]
    public void Of_simulated_quarters_the_probability_tells_more_than_red_and_green()
    {
        var (random, quarters, weeks) = (new Random(7), 40_000, new[] { 3, 6, 9 });
        var (chance, colour, terms) = (new double[3], new double[3], Terms(0, 13, TargetKind.Level));
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            var mean = 1 + (0.3 * Bell(random));
            var changes = Enumerable.Range(0, 13).Select(_ => mean + (0.9 * Bell(random))).ToList();
            var reached = changes.Sum() >= 13 ? 1.0 : 0;
            for (var i = 0; i < weeks.Length; i++)
            {
                var now = changes.Take(weeks[i]).Sum();
                var said = Attainment.Of(terms, Pace.Of(changes.Take(weeks[i])), now, 13 - weeks[i]).Probability!.Value;
                chance[i] += (said - reached) * (said - reached) / quarters;
                colour[i] += (now >= weeks[i] ? 1 - reached : reached) / quarters;
            }
        }
        output.WriteLine($"Brier at week 3, 6, 9 of 13: {chance[0]:F3}, {chance[1]:F3}, {chance[2]:F3}; of red and green {colour[0]:F3}, {colour[1]:F3}, {colour[2]:F3}");
        foreach (var (at, said, status) in new[] { (0, 0.182, 0.273), (1, 0.132, 0.190), (2, 0.089, 0.126) })
            (chance[at], colour[at]).ShouldSatisfyAllConditions(both => both.Item1.ShouldBe(said, 0.004), both => both.Item2.ShouldBe(status, 0.004));
    }

    private static double Bell(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static TargetTerms Terms(decimal from, decimal to, TargetKind kind = TargetKind.Cumulative) => new("crates ", kind, from, to, Monday, new DateOnly(2027, 4, 4));
}
