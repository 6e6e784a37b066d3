using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Relationships;
using Inward.Tests.Imports;

namespace Inward.Tests.Relationships;

/// <summary>What a mail log tells: of two people, for the two; of units, never of fewer than five.</summary>
public sealed class MailLogTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Workspace = Id.New(Now), Ann = Id.New(Now), Bob = Id.New(Now), Cy = Id.New(Now);
    private static readonly Person[] People = [new(Workspace, Ann, "Ann") { Email = "ann@x.example" }, new(Workspace, Bob, "Bob") { ExternalKey = "17" }, new(Workspace, Cy, "Cy Dee")];

    private readonly Noticings noticed = new();

    [Fact]
    public void A_log_keeps_who_whom_and_which_day_of_known_people_and_nothing_else()
    {
        var plan = Plan("""
            From,To,Date,Subject
            Ann <ANN@x.example>,17,2026-11-02 09:00:00,secret plans
            ann@x.example,17,2026-11-02 18:30:10,secret plans
            ann@x.example,17,2026-11-02 18:30:10,secret plans
            17,ann@x.example,2026-11-03,
            17,17,2026-11-03,to himself
            ann@x.example,17; elin@home.example;Cy Dee,2026-11-04,
            ann@x.example,17,one day,
            ann@x.example,17,2026-12-01,from the future
            """);
        plan.Days.ShouldBe([new(Ann, Bob, new(2026, 11, 2), 3), new(Bob, Ann, new(2026, 11, 3), 1), new(Ann, Bob, new(2026, 11, 4), 1), new(Ann, Cy, new(2026, 11, 4), 1)]);
        plan.Figures.ShouldBe(new MailFigures(8, 6, 1, 1, 1, 2, 2, 1));
        noticed.All.Select(n => n.ToString()).Concat(plan.InWords().Select(w => w.ToString())).ShouldAllBe(said => !said.Contains("secret", StringComparison.Ordinal) && !said.Contains("elin", StringComparison.Ordinal));
    }

    [Fact]
    public void It_is_off_unless_it_was_turned_on() =>
        Should.Throw<BrokenRule>(() => Plan("From,To,Date\nann@x.example,17,2026-11-02", isOn: false)).Why.ShouldBe(Broken.NotNow);

    [Fact]
    public void A_log_without_a_column_that_is_needed_is_refused() =>
        Proposals.For(ImportKind.Mails, ["From", "Subject", "Date"]).Lacking!.ToString().ShouldBe("No column says any of these: To whom. Choose one.");

    [Fact]
    public void A_mail_of_ninety_days_ago_counts_half_and_mutual_is_what_both_give()
    {
        var pair = MailPair.Of(Ann, Bob, [new(Ann, Bob, Today, 2), new(Ann, Bob, Today.AddDays(-90), 4), new(Bob, Ann, Today.AddDays(-180), 4), new(Ann, Cy, Today, 50), new(Bob, Ann, Today.AddDays(1), 9)], Today);
        (pair.FromMe, pair.ToMe, pair.Mutual, pair.LastOn, pair.IsDormant).ShouldBe((4, 1, 1, Today, false));
        MailPair.Of(Bob, Ann, [new(Ann, Bob, Today, 2)], Today).ToMe.ShouldBe(2);
        MailPair.Of(Ann, Bob, [], Today).Says("Bob", Today).ShouldBeNull();
        pair.Says("Bob", Today)!.ToString().ShouldBe("Mails, newer ones counting more: 4 from you to Bob, 1 from Bob to you.");
    }

    [Theory]
    [InlineData(20, 30, true)]
    [InlineData(19, 30, false)]
    [InlineData(20, 29, false)]
    public void Dormant_is_strong_once_and_silent_now(int mails, int ago, bool dormant) =>
        MailPair.Of(Ann, Bob, [new(Ann, Bob, Today.AddDays(-ago - 80), mails - 1), new(Bob, Ann, Today.AddDays(-ago), 1)], Today).IsDormant.ShouldBe(dormant);

    [Fact]
    public void Much_over_a_long_time_was_never_strong() =>
        MailPair.Of(Ann, Bob, Enumerable.Range(0, 10).Select(n => new MailsOfDay(Ann, Bob, Today.AddDays(-60 - n * 50), 9)), Today).IsDormant.ShouldBeFalse();

    [Fact]
    public void No_figure_of_units_and_no_difference_of_figures_stands_for_fewer_than_five_of_each_side()
    {
        var shown = 0;
        for (var seed = 0; seed < 1_000; seed++)
        {
            var mails = Company(new Random(seed));
            var cut = MailCut.Of(mails, _ => null);
            shown += cut.Cells.Count;
            Faults(mails, cut).ShouldBeEmpty($"company {seed}");
        }
        shown.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void A_cut_that_shows_a_small_unit_is_noticed() => Enumerable.Range(0, 1_000).Count(seed =>
    {
        var mails = Company(new Random(seed));
        var naked = mails.Where(m => m.FromUnit != m.ToUnit).GroupBy(m => m.ToUnit).Select(g => new MailCell([g.Key], g.Sum(m => m.Count), [])).ToList();
        return Faults(mails, new MailCut(null, naked)).Any();
    }).ShouldBeGreaterThan(500);

    // Each cell, each cell within it, and what is left of a cell without those: whose mails are they?
    private static IEnumerable<string> Faults(List<MailBetweenUnits> all, MailCut cut)
    {
        var between = all.FindAll(m => m.FromUnit != m.ToUnit);
        if (cut.Cells.Count > 0)
            cut.Cells.Sum(c => c.Mails).ShouldBe(between.Sum(m => m.Count));
        foreach (var cell in cut.Cells)
        {
            var inside = between.FindAll(m => cell.Units.Contains(m.ToUnit));
            foreach (var group in cell.From.Select(from => inside.FindAll(m => from.Units.Contains(m.FromUnit))).Append(inside))
            {
                if (group.Select(m => m.From).Distinct().Count() < 5 || group.Select(m => m.To).Distinct().Count() < 5)
                    yield return $"a cell of {group.Count} pairs";
            }
        }
    }

    private static List<MailBetweenUnits> Company(Random chance)
    {
        var units = Enumerable.Range(0, chance.Next(1, 7)).Select(_ => chance.Next(8) == 0 ? (Id?)null : Id.New(Now)).ToList();
        var people = Enumerable.Range(0, chance.Next(4, 40)).Select(_ => (Id: Id.New(Now), Unit: units[chance.Next(units.Count)])).ToList();
        return [.. Enumerable.Range(0, chance.Next(1, 150)).Select(_ => (From: people[chance.Next(people.Count)], To: people[chance.Next(people.Count)])).Where(m => m.From.Id != m.To.Id).DistinctBy(m => (m.From.Id, m.To.Id))
            .Select(m => new MailBetweenUnits(m.From.Unit, m.To.Unit, m.From.Id, m.To.Id, chance.Next(1, 9)))];
    }

    private MailsPlan Plan(string file, bool isOn = true)
    {
        var map = Lines.Proposed(ImportKind.Mails, file);
        return MailsPlan.For(Lines.Rows(map, file, noticed), map, People, isOn, Today, noticed);
    }
}
