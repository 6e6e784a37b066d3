using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Obstacles block and are owned; concerns and remarks change no turn.</summary>
public class InTheWayTests
{
    private static readonly Turn Noor = new(TurnKind.Person, Cast.Noor), Bernd = new(TurnKind.Person, Cast.Bernd), Wanda = new(TurnKind.Person, Cast.Wanda);

    [Fact]
    public void The_owner_of_the_oldest_obstacle_has_the_turn()
    {
        var both = Scene.Blocked().By(Cast.Wanda, new RaisingObstacle("No lorry.", Cast.Bernd));
        both.Turn.ShouldBe(Noor);
        var one = both.By(Cast.Noor, new ClearingObstacle(1));
        (one.State, one.Turn).ShouldBe((AskState.Blocked, Bernd));
        var none = one.By(Cast.Bernd, new ClearingObstacle(2));
        (none.State, none.Turn).ShouldBe((AskState.Requested, Wanda));
    }

    [Fact]
    public void An_obstacle_without_an_owner_is_the_performers_own() =>
        Scene.Asked().By(Cast.Wanda, new RaisingObstacle("No lorry.")).Turn.ShouldBe(Wanda);

    [Fact]
    public void An_obstacle_after_the_promise_is_counted_and_takes_no_turn()
    {
        var promised = Scene.Blocked(Scene.Promised());
        (promised.State, promised.Turn, promised.OpenObstacles.Count()).ShouldBe((AskState.Promised, Wanda, 1));
    }

    [Fact]
    public void An_obstacle_needs_words_a_day_to_come_and_an_owner_who_works_here()
    {
        var broken = Scene.Asked().Refuses(new RaisingObstacle(" ", Cast.Noor, Scene.Today.AddDays(-1)), Scene.By(Cast.Wanda) with { Receiver = new Receiver(Cast.Noor, null) { HasLeft = true } });
        broken.Fields.Select(f => f.Name).ShouldBe(["what", "by", "owner"]);
    }

    [Fact]
    public void Only_its_owner_or_one_of_the_two_clears_an_obstacle()
    {
        Scene.Blocked().Refuses(Cast.Bernd, new ClearingObstacle(1)).Why.ShouldBe(Broken.NotYours);
        var both = Scene.Blocked().By(Cast.Wanda, new RaisingObstacle("No lorry.", Cast.Bernd));
        both.Refuses(Cast.Bernd, new ClearingObstacle(1)).Why.ShouldBe(Broken.NotYours);
        foreach (var who in new[] { Cast.Noor, Cast.Marta, Cast.Wanda })
            both.By(who, new ClearingObstacle(1)).Obstacles[0].Clearance.ShouldBe(new Clearance(who, Scene.Monday));
    }

    [Fact]
    public void An_obstacle_is_cleared_once_and_its_owner_is_not_offered_it_again()
    {
        var both = Scene.Blocked().By(Cast.Wanda, new RaisingObstacle("No lorry.", Cast.Bernd)).By(Cast.Noor, new ClearingObstacle(1));
        both.Refuses(Cast.Noor, new ClearingObstacle(1)).Message.ShouldBe("This obstacle is out of the way already.");
        Manners.PossibleFor(both, Scene.By(Cast.Noor, Scene.Monday.AddDays(1))).ShouldBe(["remarks"]);
        both.Refuses(Cast.Marta, new ClearingObstacle(3)).Why.ShouldBe(Broken.NotVisible);
    }

    private static readonly AskFile Lane = new(Cast.Number(61), "lane.jpg", "image/jpeg", 81_000, Cast.Wanda, Scene.Monday);

    [Fact]
    public void A_file_changes_no_turn_and_after_it_nothing_is_taken_back()
    {
        var with = Scene.Promised().Attach(Lane, Scene.By(Cast.Wanda));
        (with.State, with.Turn, with.Version).ShouldBe((AskState.Promised, Wanda, Scene.Promised().Version + 1));
        with.Files.ShouldBe([Lane]);
        with.Refuses(Cast.Wanda, new Undoing()).Why.ShouldBe(Broken.NotNow);
        Scene.Draft().Attach(Lane, Scene.By(Cast.Marta)).Redraft(Scene.Crate, Scene.By(Cast.Marta)).Files.Count.ShouldBe(1);
    }

    [Fact]
    public void Only_those_who_take_part_add_files_and_to_a_draft_its_author()
    {
        Should.Throw<BrokenRule>(() => Scene.Asked().Attach(Lane, Scene.By(Cast.Bernd))).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => Scene.Draft().Attach(Lane, Scene.By(Cast.Wanda))).Why.ShouldBe(Broken.NotVisible);
        Scene.Asked(Scene.CrateForTeam).Attach(Lane, Scene.By(Cast.Piotr)).Files.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", 1, "name")]
    [InlineData("lane\0.jpg", 1, "name")]
    [InlineData("lane.jpg", 0, "file")]
    [InlineData("lane.jpg", Ask.LargestFile + 1, "file")]
    public void A_file_has_a_name_and_a_size_that_fits(string name, int size, string field) =>
        Should.Throw<BrokenRule>(() => Scene.Asked().Attach(Lane with { Name = name, Size = size }, Scene.By(Cast.Wanda))).Fields.Single().Name.ShouldBe(field);

    [Fact]
    public void Twenty_files_are_enough()
    {
        var full = Enumerable.Range(0, Ask.MostFiles).Aggregate(Scene.Asked(), (ask, _) => ask.Attach(Lane with { Size = Ask.LargestFile }, Scene.By(Cast.Wanda)));
        Should.Throw<BrokenRule>(() => full.Attach(Lane, Scene.By(Cast.Wanda))).Fields.Single().Name.ShouldBe("file");
    }

    [Fact]
    public void Concerns_and_remarks_change_no_turn()
    {
        var minded = Scene.Asked().By(Cast.Marta, new RaisingConcern("Rain.")).By(Cast.Wanda, new RaisingConcern("The ferry.")).By(Cast.Bernd, new Remarking("Good luck."));
        (minded.State, minded.Turn, minded.Concerns.Count, minded.Remarks.Count).ShouldBe((AskState.Requested, Wanda, 2, 1));
        Scene.Asked().Refuses(Cast.Bernd, new RaisingConcern("Rain.")).Message.ShouldBe("Only the two who negotiate can add a concern.");
    }
}
