using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Relationships;

namespace Inward.Server.Tests.Imports;

/// <summary>The mail log of a real firm, and figures that others counted from it.</summary>
public sealed class RealMailTests
{
    private static readonly DateTimeOffset Now = new(2010, 6, 30, 23, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Last = new(2010, 6, 30);

    [Fact]
    public void Its_pairs_are_those_that_others_counted()
    {
        var answers = RealData.Answers("email-manufacturing");
        var (plan, people) = Plan();
        var figures = plan.Figures;
        (figures.Rows, figures.ToOneself, figures.Repeated, figures.WithUnknown, figures.Unread).ShouldBe(((int)answers["rows"]!, (int)answers["self_addressed"]!, (int)answers["exact_duplicates"]!, 0, 0));
        (figures.Pairs, figures.Reciprocated).ShouldBe(((int)answers["pairs"]!, (int)answers["reciprocated_pairs"]!));
        foreach (var top in answers["top_pairs"]!.AsArray())
        {
            var (one, other) = (people[(string)top![0]!], people[(string)top[1]!]);
            int Mails(Id from, Id to) => plan.Days.Where(d => d.From == from && d.To == to).Sum(d => d.Count);
            (Mails(one, other), Mails(other, one)).ShouldBe(((int)top[3]!, (int)top[4]!));
        }
        plan.Days.GroupBy(d => d.From.CompareTo(d.To) < 0 ? (d.From, d.To) : (d.To, d.From)).Max(g => g.Sum(d => d.Count)).ShouldBe((int)answers["top_pairs"]![0]![2]!);
    }

    [Fact]
    public void Its_share_along_the_reporting_lines_is_that_which_others_counted()
    {
        var answers = RealData.Answers("email-manufacturing");
        var (plan, people) = Plan();
        var managers = File.ReadLines(RealData.PathOf("email-manufacturing", "reports_to.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => people.GetValueOrDefault(cells[0]), cells => people.GetValueOrDefault(cells[1]));
        var share = MailCut.ShareAlong(plan.Days.Select(d => (d.From, d.To, d.Count)), id => managers.TryGetValue(id, out var manager) ? manager : null);
        Math.Round(share, 4).ShouldBe((double)answers["share_of_messages_along_reporting_line"]!);
    }

    [Fact]
    public void Who_wrote_a_lot_in_winter_and_fell_silent_in_June_is_dormant()
    {
        var answers = RealData.Answers("email-manufacturing/relations");
        var (plan, _) = Plan();
        var strong = plan.Days.GroupBy(d => d.From.CompareTo(d.To) < 0 ? (One: d.From, Other: d.To) : (One: d.To, Other: d.From))
            .Where(pair => pair.Where(d => d.Day <= new DateOnly(2010, 3, 31)).Sum(d => d.Count) >= MailPair.Strong).ToList();
        strong.Count.ShouldBe((int)answers["pairs_20plus_in_Q1"]!);
        strong.Count(pair => MailPair.Of(pair.Key.One, pair.Key.Other, pair, Last).IsDormant).ShouldBe((int)answers["of_these_silent_in_June"]!);
    }

    private static (MailsPlan Plan, Dictionary<string, Id> People) Plan()
    {
        var workspace = Id.New(Now);
        var noticed = new Noticings();
        var map = Proposals.For(ImportKind.Mails, RealData.Open("email-manufacturing", "messages.csv", noticed).Headers).Map;
        List<MappedRow> rows = [.. RealData.Rows("email-manufacturing", "messages.csv", map, noticed)];
        var people = rows.SelectMany(row => new[] { row["sender"], row["receiver"] }).Distinct().Select(key => new Person(workspace, Id.New(Now), $"Account {key}") { ExternalKey = key }).ToList();
        return (MailsPlan.For(rows, map, people, isOn: true, Last, noticed), people.ToDictionary(p => p.ExternalKey!, p => p.Id));
    }
}
