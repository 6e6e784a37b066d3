using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Targets;

namespace Inward.Tests.Targets;

public class TargetTreeTests
{
    private static readonly DateOnly Monday = new(2027, 1, 4), Sunday = new(2027, 4, 4);
    private static readonly int First = TargetTerms.WeekOf(Monday);
    private static readonly Id Company = Named(1), North = Named(2), South = Named(3), Yard = Named(4);

    [Fact]
    public void The_gap_is_what_teams_have_not_taken_on_yet()
    {
        var rollUp = RollUp.Of(Terms(0, 100), [Terms(0, 40), Terms(0, 35)]);
        (rollUp.Claimed, rollUp.Gap, rollUp.Unclaimed).ShouldBe((75, 25, 25));
        var more = RollUp.Of(Terms(0, 100), [Terms(0, 80), Terms(0, 35)]);
        (more.Gap, more.Unclaimed).ShouldBe((-15, 0));
        RollUp.Of(Terms(0, 100), []).Unclaimed.ShouldBe(100);
    }

    [Fact]
    public void The_gap_of_a_falling_target_is_the_fall_that_nobody_took_on()
    {
        // Costs from 100 to 80; one of two teams goes from 60 to 50.
        RollUp.Of(Terms(100, 80), [Terms(60, 50)]).ShouldBe(new RollUp(20, 10));
        RollUp.Of(Terms(100, 80), [Terms(60, 50), Terms(40, 45)]).Gap.ShouldBe(15);
    }

    [Fact]
    public void Other_units_and_shares_cannot_be_added()
    {
        Should.Throw<BrokenRule>(() => RollUp.Of(Terms(0, 100), [Terms(0, 40) with { Unit = "pallets" }])).Message
            .ShouldBe("This is counted in pallets and what it adds to in crates: they cannot be added. Use the same unit, or let the whole have a figure of its own.");
        Should.Throw<BrokenRule>(() => RollUp.Of(Terms(0, 100), [Terms(0, 40, TargetKind.Rate)])).Fields[0].Name.ShouldBe("kind");
        RollUp.Of(Terms(0, 100), [Terms(0, 40) with { Unit = " Crates" }]).Claimed.ShouldBe(40);
        Should.Throw<BrokenRule>(() => new TargetTree(First, [Sum(Company, null, 100), Own(North, Company, 40) with { Terms = Terms(0, 40) with { Unit = "€" } }], [])).Fields[0].Name.ShouldBe("unit");
    }

    [Fact]
    public void A_sum_has_the_weeks_that_all_below_it_told()
    {
        var tree = Two();
        tree.Tell(new WeekTold(North, First, 5));
        (tree[Company].Weeks, tree.Now(Company)).ShouldBe((0, 0));
        tree.Tell(new WeekTold(South, First, 4)).ShouldBe([South, Company]);
        (tree[Company].Weeks, tree[Company].Left, tree.Now(Company)).ShouldBe((1, 12, 9));
        tree.Tell(new WeekTold(North, First + 1, 11)).ShouldBe([North]);
        (tree[Company].Weeks, tree.Now(Company)).ShouldBe((1, 9));
    }

    [Fact]
    public void Weeks_without_a_check_in_count_as_equal_parts_of_the_way()
    {
        var tree = Two();
        tree.Tell(new WeekTold(North, First + 2, 9));
        tree[North].Weeks.ShouldBe(3);
        tree.Tell(new WeekTold(South, First, 4));
        tree.Now(Company).ShouldBe(7);
        tree.Tell(new WeekTold(North, First, 1));
        tree.Now(Company).ShouldBe(5);
    }

    [Fact]
    public void A_check_in_that_is_taken_back_leaves_what_there_was_before()
    {
        var tree = Two();
        tree.Tell(new WeekTold(North, First, 5));
        tree.Tell(new WeekTold(South, First, 4));
        var before = (tree[North], tree[Company], tree.Now(Company));
        tree.Tell(new WeekTold(North, First + 1, 1e9));
        tree.TakeBack(North, First + 1).ShouldBe([North]);
        (tree[North], tree[Company], tree.Now(Company)).ShouldBe(before);
        tree.TakeBack(North, First + 1).ShouldBeEmpty();
    }

    [Fact]
    public void A_parent_with_a_figure_of_its_own_is_no_sum_and_still_shows_the_gap()
    {
        var tree = new TargetTree(First + 3, [Own(Company, null, 100), Own(North, Company, 40)], []);
        tree.Tell(new WeekTold(North, First, 40)).ShouldBe([North]);
        (tree.Now(Company), tree[Company].Weeks, tree.RollUp(Company)!.Gap).ShouldBe((0, 0, 60));
    }

    [Fact]
    public void What_needs_all_below_it_has_their_chance_together()
    {
        var tree = new TargetTree(First + 3, [new(Company, null, null, Measured.All), Own(North, Company, 40), Own(South, Company, 60)], []);
        tree[Company].Probability!.Value.ShouldBe(AllOf.Of([0.5, 0.5]), 1e-12);
        tree.Tell(new WeekTold(North, First, 40)).ShouldBe([North, Company]);
        tree[Company].Probability!.Value.ShouldBe(0.5, 1e-12);
        tree.Tell(new WeekTold(South, First, 60));
        (tree[Company].State, tree[Company].Probability).ShouldBe((AttainmentState.Reached, null));
        tree.RollUp(Company).ShouldBeNull();
    }

    [Fact]
    public void When_one_of_all_is_missed_the_whole_is()
    {
        var tree = new TargetTree(First + 20, [new(Company, null, null, Measured.All), Own(North, Company, 40), Own(South, Company, 60)], [new(North, First + 12, 40), new(South, First + 12, 59)]);
        (tree[North].State, tree[South].State, tree[Company].State).ShouldBe((AttainmentState.Reached, AttainmentState.Missed, AttainmentState.Missed));
    }

    [Fact]
    public void A_sum_of_nothing_and_a_share_say_that_nobody_can_tell()
    {
        var tree = new TargetTree(First, [Sum(Company, null, 100), new(Yard, null, Terms(0, 1, TargetKind.Rate))], [new(Yard, First, 0.5)]);
        (tree[Company], tree[Yard].State, tree.Now(Yard)).ShouldBe((Attainment.Unknown, AttainmentState.Unknown, 0.5));
    }

    [Fact]
    public void What_cannot_be_is_refused_and_changes_nothing()
    {
        var tree = Two();
        Wrong(() => tree.Tell(new WeekTold(North, First, double.NaN)), "value");
        Wrong(() => tree.Tell(new WeekTold(North, First, double.PositiveInfinity)), "value");
        Wrong(() => tree.Tell(new WeekTold(North, First, 1e300)), "value");
        Wrong(() => tree.Tell(new WeekTold(North, First + 12, 1)), "at");
        Wrong(() => tree.Tell(new WeekTold(North, First - 1, 1)), "at");
        Wrong(() => tree.Tell(new WeekTold(Company, First, 1)), "target");
        Wrong(() => new TargetTree(First, [Own(North, South, 1), Own(South, North, 1)], []), "parent");
        Wrong(() => new TargetTree(First, [Own(North, Yard, 1)], []), "parent");
        Wrong(() => new TargetTree(First, [Sum(Company, null, 100), new(North, Company, null, Measured.All)], []), "parent");
        Should.Throw<BrokenRule>(() => tree.Tell(new WeekTold(Yard, First, 1))).Why.ShouldBe(Broken.NotVisible);
        (tree[North].Weeks, tree[Company].Weeks).ShouldBe((0, 0));
    }

    [Fact]
    public void After_any_check_in_correction_and_taking_back_the_tree_is_exactly_what_working_out_everything_gives() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var (targets, week) = (Any(random), First + random.Next(0, 30));
        var told = new Dictionary<(Id, int), double>();
        var tree = new TargetTree(week, targets, []);
        for (var i = 0; i < 40; i++)
        {
            var one = targets[random.Next(targets.Count)];
            if (one.Measured != Measured.Own || one.Terms!.FirstWeek > week)
                continue;
            var at = random.Next(one.Terms.FirstWeek, Math.Min(week, one.Terms.LastWeek) + 1);
            if (random.Next(4) == 0)
            {
                tree.TakeBack(one.Id, at);
                told.Remove((one.Id, at));
            }
            else
                tree.Tell(new WeekTold(one.Id, at, told[(one.Id, at)] = random.NextDouble() * (random.Next(9) == 0 ? 1e9 : 100)));
            var anew = new TargetTree(week, targets, told.Select(pair => new WeekTold(pair.Key.Item1, pair.Key.Item2, pair.Value)));
            if (!targets.All(target => anew[target.Id] == tree[target.Id] && anew.Now(target.Id).Equals(tree.Now(target.Id)) && anew.RollUp(target.Id) == tree.RollUp(target.Id)))
                return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_check_in_of_five_thousand_targets_touches_only_those_above_it()
    {
        var (targets, told) = LargeCompany.Of(5000, 260);
        var tree = new TargetTree(LargeCompany.Week, targets, told);
        var corrected = told[^1] with { Value = 2 * told[^1].Value };
        tree.Tell(corrected).ShouldBe(LargeCompany.Above(targets, corrected.Target).Select(target => target.Id));
        var anew = new TargetTree(LargeCompany.Week, targets, [.. told[..^1], corrected]);
        targets.ShouldAllBe(target => anew[target.Id] == tree[target.Id]);
    }

    private static List<PlacedTarget> Any(Random random)
    {
        var targets = new List<PlacedTarget>();
        for (var i = 0; i < 2 + random.Next(12); i++)
        {
            var above = i == 0 || random.Next(5) == 0 ? null : targets[random.Next(targets.Count)];
            // What has no number of its own cannot be added.
            var measured = above?.Measured == Measured.Sum && random.Next(2) == 0 ? Measured.Own : (Measured)random.Next(above?.Measured == Measured.Sum ? 2 : 3);
            var from = Monday.AddDays(random.Next(-14, 15));
            var terms = new TargetTerms("crates", random.Next(2) == 0 ? TargetKind.Level : TargetKind.Cumulative, random.Next(50), 51 + random.Next(200), from, from.AddDays(random.Next(20, 120)));
            targets.Add(new PlacedTarget(Named(10 + i), above?.Id, measured == Measured.All ? null : random.Next(3) == 0 ? terms with { Value = terms.Baseline - 20 } : terms, measured));
        }
        return targets;
    }

    private static TargetTree Two() => new(First + 3, [Sum(Company, null, 100), Own(North, Company, 60), Own(South, Company, 40)], []);

    private static PlacedTarget Sum(Id id, Id? above, decimal value) => new(id, above, Terms(0, value), Measured.Sum);

    private static PlacedTarget Own(Id id, Id? above, decimal value) => new(id, above, Terms(0, value));

    private static TargetTerms Terms(decimal from, decimal to, TargetKind kind = TargetKind.Cumulative) => new("crates", kind, from, to, Monday, Sunday);

    private static void Wrong(Action act, string field) => Should.Throw<BrokenRule>(act).Fields[0].Name.ShouldBe(field);

    private static Id Named(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
}
