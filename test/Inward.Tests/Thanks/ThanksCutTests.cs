using Inward.House;
using Inward.Thanks;

namespace Inward.Tests.Thanks;

/// <summary>Thanks by unit: five who delivered and five who asked stand behind every figure, and behind what is found by subtracting figures.</summary>
public sealed class ThanksCutTests
{
    private static readonly DateTimeOffset Then = new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id[] Teams = [.. Enumerable.Range(0, 9).Select(_ => Id.New(Then))];

    [Fact]
    public void Nothing_is_said_while_the_whole_company_is_too_few()
    {
        ThanksCut.Of(Work(Teams[0], performers: 4, requesters: 9)).ShouldBe(ThanksCut.TooFew);
        ThanksCut.Of(Work(Teams[0], performers: 9, requesters: 4)).ShouldBe(ThanksCut.TooFew);
        ThanksCut.Of(Work(Teams[0], performers: 5, requesters: 5)).Cells.Count.ShouldBe(1);
    }

    [Fact]
    public void A_unit_that_is_too_small_is_counted_with_another_even_when_that_is_large()
    {
        AcceptedDelivery[] all = [.. Work(Teams[0], 6, 8), .. Work(Teams[1], 20, 30), .. Work(Teams[2], 3, 6)];
        var cut = ThanksCut.Of(all);
        cut.Cells.Select(c => c.Units.Count).ShouldBe([1, 2]);
        cut.Cells[1].Units.ShouldBe([Teams[2], Teams[0]], ignoreOrder: true);
        cut.Cells.Sum(c => c.Accepted).ShouldBe(cut.Accepted);
        // The usual threshold alone would have shown both large ones, and the small one by subtraction.
        Naive(all).Sum(c => c.Value).ShouldBe(all.Length - 6);
    }

    [Fact]
    public void Small_units_that_are_enough_together_leave_the_large_ones_alone() =>
        ThanksCut.Of([.. Work(Teams[0], 6, 8), .. Work(Teams[1], 3, 6), .. Work(Teams[2], 3, 6)]).Cells.Select(c => c.Units.Count).ShouldBe([1, 2]);

    [Fact]
    public void In_a_thousand_companies_no_figure_and_no_difference_of_figures_stands_for_fewer_than_five()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var all = Company(new Random(seed));
            var cut = ThanksCut.Of(all);
            foreach (var cell in cut.Cells)
            {
                var inside = all.FindAll(d => cell.Units.Contains(d.Serving));
                inside.Count.ShouldBe(cell.Accepted);
                Fewest(inside).ShouldBeGreaterThanOrEqualTo(ThanksCut.Fewest, $"company {seed}");
                // Parts of one whole: each difference of figures is made of whole parts.
                cell.From.Sum(f => f.Accepted).ShouldBe(cell.From.Count == 0 ? 0 : cell.Accepted);
                foreach (var from in cell.From)
                    Fewest(inside.FindAll(d => from.Units.Contains(d.Asking))).ShouldBeGreaterThanOrEqualTo(ThanksCut.Fewest, $"company {seed}");
            }
            cut.Cells.Sum(c => c.Accepted).ShouldBe(cut.Accepted);
            cut.Cells.SelectMany(c => c.Units).ShouldBeUnique();
        }
    }

    [Fact]
    public void A_threshold_without_pooling_would_let_units_be_found() =>
        Enumerable.Range(0, 1000).Count(seed =>
        {
            var all = Company(new Random(seed));
            var shown = Naive(all);
            var rest = all.FindAll(d => !shown.ContainsKey(d.Serving ?? default));
            return shown.Count > 0 && rest.Count > 0 && Fewest(rest) < ThanksCut.Fewest;
        }).ShouldBeGreaterThan(0);

    [Fact]
    public void A_unit_is_named_as_unseen_from_ten_deliveries_and_below_half_of_the_company_s_share()
    {
        AcceptedDelivery[] all = [.. Work(Teams[0], 10, 10, thanked: 9), .. Work(Teams[1], 10, 10, thanked: 2), .. Work(Teams[2], 9, 9, thanked: 0)];
        var cut = ThanksCut.Of(all);
        ThanksCell Of(int team) => cut.Cells.Single(c => c.Units.Contains(Teams[team]));
        cut.Equity(Of(1))!.Value.ShouldBe(2 / 10.0 / (11 / 29.0), 1e-9);
        cut.IsUnseen(Of(0)).ShouldBeFalse();
        cut.IsUnseen(Of(1)).ShouldBeFalse();
        cut.IsUnseen(Of(2)).ShouldBeFalse("nine deliveries are too few");
        var one = ThanksCut.Of([.. Work(Teams[0], 10, 10, thanked: 9), .. Work(Teams[1], 10, 10, thanked: 1)]);
        one.Cells.Select(one.IsUnseen).ShouldBe([false, true], ignoreOrder: true);
    }

    private static int Fewest(List<AcceptedDelivery> some) => Math.Min(some.Select(d => d.Performer).Distinct().Count(), some.Select(d => d.Requester).Distinct().Count());

    private static Dictionary<Id, int> Naive(IEnumerable<AcceptedDelivery> all) =>
        all.GroupBy(d => d.Serving ?? default).Where(g => Fewest([.. g]) >= ThanksCut.Fewest).ToDictionary(g => g.Key, g => g.Count());

    private static List<AcceptedDelivery> Company(Random random)
    {
        var people = Enumerable.Range(0, random.Next(4, 60)).Select(_ => (Id: Id.New(Then), Team: random.Next(6) == 0 ? (Id?)null : Teams[(int)(Math.Pow(random.NextDouble(), 2) * Teams.Length)])).ToList();
        return [.. Enumerable.Range(0, random.Next(1, 300)).Select(_ =>
        {
            var (asks, serves) = (people[random.Next(people.Count)], people[random.Next(people.Count)]);
            return new AcceptedDelivery(asks.Team, serves.Team, asks.Id, serves.Id, random.Next(2) == 0);
        })];
    }

    // As many deliveries as there are of the larger group, everybody at least once.
    private static List<AcceptedDelivery> Work(Id team, int performers, int requesters, int thanked = 0)
    {
        var (serving, asking) = (People(performers), People(requesters));
        return [.. Enumerable.Range(0, Math.Max(performers, requesters)).Select(i => new AcceptedDelivery(Teams[8], team, asking[i % requesters], serving[i % performers], i < thanked))];

        static List<Id> People(int count) => [.. Enumerable.Range(0, count).Select(_ => Id.New(Then))];
    }
}
