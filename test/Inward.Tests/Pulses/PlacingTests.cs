using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Pulses;

namespace Inward.Tests.Pulses;

/// <summary>The unit that stands beside an answer holds five people or more, even for whoever reads the store.</summary>
public class PlacingTests
{
    [Fact]
    public void No_unit_that_is_written_with_an_answer_has_fewer_than_five_people() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Organisations(), organisation =>
    {
        var people = organisation.Voices.CountBy(voice => voice.Team).ToDictionary();
        return Sizes(people, Placing.Of(organisation.Tree, people)).All(size => size >= Pulse.FewestAnswers);
    }));

    [Fact]
    public void The_team_as_it_is_would_often_be_a_team_of_few()
    {
        var people = Organisation.Random(1).Voices.CountBy(voice => voice.Team).ToDictionary();
        Sizes(people, people.ToDictionary(team => team.Key, team => team.Key)).Any(size => size < Pulse.FewestAnswers).ShouldBeTrue();
    }

    [Fact]
    public void Everybody_answers_in_their_team_or_above_it_or_in_the_company() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Organisations(), organisation =>
    {
        var people = organisation.Voices.CountBy(voice => voice.Team).ToDictionary();
        var placed = Placing.Of(organisation.Tree, people);
        return people.Keys.All(team => organisation.Tree.Upward(team).Contains(placed[team]));
    }));

    [Fact]
    public void The_few_at_the_top_answer_with_the_smallest_team()
    {
        var organisation = new Organisation();
        var random = new Random(1);
        var top = organisation.Team(null, 2, random);
        var (large, small) = (organisation.Team(top, 20, random), organisation.Team(top, 6, random));
        var placed = Placing.Of(organisation.Tree, organisation.Voices.CountBy(voice => voice.Team).ToDictionary());
        (placed[large], placed[small], placed[top]).ShouldBe((large, organisation.Company, organisation.Company));
    }

    [Fact]
    public void Four_people_are_no_company_to_ask()
    {
        var organisation = new Organisation();
        var team = organisation.Team(null, 4, new Random(1));
        Should.Throw<BrokenRule>(() => Placing.Of(organisation.Tree, new Dictionary<Id, int> { [team] = 4 })).Why.ShouldBe(Broken.NotNow);
    }

    private static IEnumerable<int> Sizes(Dictionary<Id, int> people, IReadOnlyDictionary<Id, Id> placed) => people.GroupBy(team => placed[team.Key], team => team.Value).Select(unit => unit.Sum());

    private static Arbitrary<Organisation> Organisations() =>
        ArbMap.Default.ArbFor<int>().Generator.Select(Organisation.Random).Where(organisation => organisation.Voices.Count >= Pulse.FewestAnswers).ToArbitrary();
}
