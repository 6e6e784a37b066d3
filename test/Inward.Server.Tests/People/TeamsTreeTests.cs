using Inward.House;
using Inward.People;
using Inward.Server.People;

namespace Inward.Server.Tests.People;

public class TeamsTreeTests
{
    private static readonly Id Osterfenn = Id.New(DateTimeOffset.UnixEpoch);

    private static TeamSeen Team(string name, TeamSeen? parent = null) => new(new Team(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), name) { Parent = parent?.Team.Id }, 0, []);

    private static int Count(IEnumerable<Branch> branches) => branches.Sum(b => 1 + Count(b.Below));

    [Fact]
    public void A_small_tree_is_shown_whole()
    {
        var top = Team("Top");
        var middle = Team("Middle", top);
        var low = Team("Low", middle);
        TeamsPage.Tree([low, middle, top], 200).Single().Below.Single().Below.Single().Seen.ShouldBe(low);
    }

    [Fact]
    public void A_large_tree_ends_where_a_page_is_full_and_says_how_many_stand_below()
    {
        var top = Team("Top");
        var middle = Enumerable.Range(0, 20).Select(i => Team($"Middle {i:00}", top)).ToList();
        var low = middle.SelectMany(m => Enumerable.Range(0, 20).Select(i => Team($"Low {i:00}", m))).ToList();
        var shown = TeamsPage.Tree([top, .. middle, .. low], 200);
        Count(shown).ShouldBe(21);
        shown.Single().Below.ShouldAllBe(b => b.Hidden == 20);
    }

    [Fact]
    public void Many_tops_are_all_shown() => Count(TeamsPage.Tree([.. Enumerable.Range(0, 300).Select(i => Team($"Top {i}"))], 200)).ShouldBe(300);

    [Fact]
    public void A_circle_is_shown_once_and_ends()
    {
        var one = Team("One");
        var two = Team("Two", one);
        var circle = one with { Team = one.Team with { Parent = two.Team.Id } };
        TeamsPage.Tree([circle, two, Team("Top")], 200).Select(b => b.Seen.Team.Name).ShouldBe(["Top", "One", "Two"]);
    }
}
