using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Journeys;

namespace Inward.Tests.Journeys;

public class WinFirstTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Warehouse = Id.New(Now), Finance = Id.New(Now), Sales = Id.New(Now);

    private static readonly Journey Journey = Begun(
        new("Visit", 4, 4, 5, Control.Mine, [Sales]), new("Price", 4, 5, 4, Control.Shared, [Sales, Finance]), new("Crate", 5, 3, 5, Control.Other, [Warehouse]),
        new("Bill", 2, 5, 2, Control.Other, [Finance]), new("Fair", 3, null, 2, Control.Other, [Sales]));

    [Fact]
    public void A_stage_counts_by_both_values_weight_dependence_and_what_is_not_won_yet()
    {
        var first = WinFirst.Of([Journey], team => team == Warehouse ? 0.25m : null);
        first.Stages.Select(one => (one.Stage.Name, one.Worth, one.Weight, one.Dependence, one.Support, one.Score)).ShouldBe(
            [("Crate", 8, 5, 1, 0.25m, 30), ("Price", 9, 4, 0.5m, 0, 18), ("Bill", 7, 2, 1, 0, 14), ("Visit", 8, 5, 0, 0, 0)]);
        first.Unsaid.Select(stage => stage.Name).ShouldBe(["Fair"]);
    }

    [Fact]
    public void A_team_counts_what_lies_with_it_over_all_its_stages()
    {
        var first = WinFirst.Of([Journey], team => team == Warehouse ? 0.25m : null);
        first.Teams.Select(team => (team.Team, team.Lies, team.Support, team.Score)).ShouldBe([(Finance, 32, null, 32), (Warehouse, 40, 0.25m, 30), (Sales, 18, null, 18)]);
        var leverage = first.Leverage();
        (leverage[Finance], leverage[Warehouse], leverage[Sales]).ShouldBe((0.8, 0.75, 0.45));
    }

    [Fact]
    public void Where_all_is_in_my_hands_nobody_has_leverage() =>
        WinFirst.Of([Begun(new StageTold("Visit", 5, 5, 5, Control.Mine, [Sales]))], _ => null).Leverage()[Sales].ShouldBe(0);

    [Fact]
    public void Leverage_lies_between_0_and_1_and_more_support_never_raises_a_score() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        Id[] teams = [Warehouse, Finance, Sales];
        var journey = Begun([.. Enumerable.Range(0, random.Next(1, 8)).Select(i => new StageTold(
            $"{i}", random.Next(6), random.Next(6), random.Next(6), (Control)random.Next(3), [.. teams.Where(_ => random.Next(2) == 0)]))]);
        var support = teams.ToDictionary(team => team, _ => (decimal)random.NextDouble());
        var (less, more) = (WinFirst.Of([journey], team => support[team] / 2), WinFirst.Of([journey], team => support[team]));
        return less.Leverage().Values.All(share => share is >= 0 and <= 1)
            && less.Stages.All(one => one.Score >= more.Stages.Single(other => other.Stage.Id == one.Stage.Id).Score)
            && less.Teams.All(one => one.Score >= more.Teams.Single(other => other.Team == one.Team).Score);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Support_stands_on_five_who_were_asked_and_five_who_asked_and_smaller_units_are_counted_together()
    {
        var people = Enumerable.Range(0, 12).Select(_ => Id.New(Now)).ToList();
        AskMet Met(Id unit, int by, int from, bool answered, bool? kept) => new(unit, people[from], people[by], answered, kept);
        var warehouse = Enumerable.Range(0, 6).Select(i => Met(Warehouse, i, 11 - i, answered: i != 0, kept: i < 4 ? i % 2 == 0 : null)).ToList();
        var small = Enumerable.Range(0, 5).Select(i => Met(i < 2 ? Finance : Sales, i, 11 - i, answered: true, kept: null)).ToList();
        var cut = SupportCut.Of([.. warehouse, .. small]);
        cut.Of(Warehouse).ShouldBe((5m / 6 + 0.5m) / 2);
        cut.Of(Finance).ShouldBe(1);
        cut.Cells.Single(cell => cell.Units.Contains(Finance)).Units.ShouldBe([Finance, Sales], ignoreOrder: true);
        SupportCut.Of(small[..4]).Of(Finance).ShouldBeNull();
    }

    [Fact]
    public void Points_of_the_matrix_that_would_lie_on_one_another_lie_beside_one_another()
    {
        var points = Matrix.Of(Begun(
            new("a", 4, 4, 1, Control.Other), new("b", 5, 3, 1, Control.Other), new("c", 1, 1, 1, Control.Other), new("d", 4, 4, 1, Control.Mine), new("e", 4, null, 1, Control.Mine), new("f", 4, 4)));
        points.Select(point => (point.Stage.Name, point.Place, point.Control, point.Value, point.Slot)).ShouldBe(
            [("a", 1, Control.Other, 4, 0), ("b", 2, Control.Other, 4, 1), ("c", 3, Control.Other, 1, 0), ("d", 4, Control.Mine, 4, 0)]);
    }

    private static Journey Begun(params StageTold[] stages) => Journey.Begun(new JourneyTold("Journey", Stages: stages), Id.New(Now), null, Now);
}
