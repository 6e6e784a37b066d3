using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public sealed class TeamNeedTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Company = Id.New(Morning), Marta = Id.New(Morning), Sales = Id.New(Morning), Warehouse = Id.New(Morning);
    private static readonly TeamNeed Need = new(Company, Id.New(Morning), Sales, Warehouse, "A call.", Marta, Morning);

    [Fact]
    public void Two_teams_are_one_pair_whichever_is_named_first()
    {
        new TeamPair(Sales, Warehouse).ShouldBe(new TeamPair(Warehouse, Sales));
        Should.Throw<BrokenRule>(() => new TeamPair(Sales, Sales)).Why.ShouldBe(Broken.Invalid);
    }

    [Fact]
    public void What_a_team_needs_is_said_by_those_who_are_in_it()
    {
        var said = Said("A photo.")!;
        (said.Words, said.By, said.At, said.Version).ShouldBe(("A photo.", Warehouse, Morning.AddDays(1), 2));
        Should.Throw<BrokenRule>(() => Need.Said("A photo.", Marta, isMember: false, "Sales North", Morning)).Sentence.ToString().ShouldBe("Only those who are in Sales North say what it needs.");
        Should.Throw<BrokenRule>(() => Said(new string('x', Answer.Longest + 1))).Why.ShouldBe(Broken.Invalid);
    }

    [Fact]
    public void Words_that_stay_the_same_keep_their_day_and_writer() => Said("A call.").ShouldBeNull();

    [Fact]
    public void Nothing_may_be_needed_any_more() => Said("  ")!.Words.ShouldBe("");

    private static TeamNeed? Said(string words) => Need.Said(words, Warehouse, isMember: true, "Sales North", Morning.AddDays(1));
}
