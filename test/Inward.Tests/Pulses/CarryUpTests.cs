using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Pulses;

namespace Inward.Tests.Pulses;

/// <summary>Nobody is found: not in what is shown, nor in what is left when it is taken away from each other.</summary>
public class CarryUpTests
{
    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000);

    [Fact]
    public void In_a_thousand_companies_no_subtraction_finds_fewer_than_five_or_people_of_one_opinion() => Check.One(Thousand, Prop.ForAll(Organisations(), organisation =>
        All(organisation, organisation.Shown).All(found => found.Group.Count == 0 || Organisation.TallyOf(found.Group, found.Question).IsEnough)));

    [Fact]
    public void The_threshold_alone_is_unmasked_by_subtraction() =>
        Enumerable.Range(0, 200).Count(seed => IsUnmasked(Organisation.Random(seed), organisation => organisation.ShownByThresholdAlone)).ShouldBeGreaterThan(50);

    [Fact]
    public void One_cut_for_all_questions_is_unmasked_by_those_who_pass_some_by() =>
        Enumerable.Range(0, 200).Count(seed => IsUnmasked(Organisation.Random(seed), organisation => organisation.ShownByOneCut)).ShouldBeGreaterThan(50);

    [Fact]
    public void Counts_are_cut_as_the_people_behind_them_would_be() => Check.One(Thousand, Prop.ForAll(Organisations(), organisation => Enumerable.Range(0, Organisation.Questions).All(question =>
        organisation.Shown(question) is var shown && organisation.Tallies(question) is var tallies && shown.Keys.ToHashSet().SetEquals(tallies.Keys)
        && shown.All(unit => Organisation.TallyOf(unit.Value, question) == tallies[unit.Key]))));

    [Fact]
    public void What_is_shown_lies_inside_each_other_or_apart() => Check.One(Thousand, Prop.ForAll(Organisations(), organisation => Enumerable.Range(0, Organisation.Questions).All(question =>
    {
        var sets = organisation.Shown(question).Values.Select(group => group.ToHashSet()).ToList();
        return sets.All(one => sets.All(other => one.IsSubsetOf(other) || other.IsSubsetOf(one) || !one.Overlaps(other)));
    })));

    [Fact]
    public void Most_answers_count_in_the_company()
    {
        var organisations = Enumerable.Range(0, 300).Select(Organisation.Random).Where(organisation => organisation.Voices.Count >= 50 && Organisation.TallyOf(organisation.Said(0), 0).Five > 5).ToList();
        var counted = organisations.Sum(organisation => organisation.Tallies(0).GetValueOrDefault(organisation.Company).Count);
        ((double)counted / organisations.Sum(organisation => organisation.Said(0).Count())).ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void A_small_team_is_found_in_the_one_above_and_a_small_rest_is_left_out()
    {
        var organisation = new Organisation();
        var random = new Random(1);
        var division = organisation.Team(null, 2, random);
        var (large, small) = (organisation.Team(division, 20, random), organisation.Team(division, 4, random));
        var shown = organisation.Shown(0);
        shown.Keys.ShouldNotContain(small);
        (shown[large].Count, shown[division].Count, shown[organisation.Company].Count).ShouldBe((20, 26, 26));
        organisation.Team(null, 4, random);
        organisation.Shown(0)[organisation.Company].Count.ShouldBe(26);
    }

    [Fact]
    public void A_circle_of_teams_ends()
    {
        var organisation = Organisation.Random(1);
        var (one, two) = (organisation.Voices[0].Person, organisation.Voices[1].Person);
        var tree = new FrozenTree(organisation.Company, [(one, two), (two, one)]);
        tree.BottomUp.Count.ShouldBe(3);
        tree.BottomUp[^1].ShouldBe(organisation.Company);
        tree.Upward(two).Last().ShouldBe(organisation.Company);
    }

    private static bool IsUnmasked(Organisation organisation, Func<Organisation, Func<int, IReadOnlyDictionary<Id, List<Voice>>>> way) =>
        All(organisation, way(organisation)).Any(found => found.Group.Count is > 0 and < Pulse.FewestAnswers);

    private static IEnumerable<(int Question, List<Voice> Group)> All(Organisation organisation, Func<int, IReadOnlyDictionary<Id, List<Voice>>> shown) =>
        Enumerable.Range(0, Organisation.Questions).SelectMany(question => Attack.Recovered(shown(question).Values).Select(group => (question, group)));

    private static Arbitrary<Organisation> Organisations() => ArbMap.Default.ArbFor<int>().Generator.Select(Organisation.Random).ToArbitrary();
}
