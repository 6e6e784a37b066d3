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

    [Fact]
    public void Concerns_and_remarks_change_no_turn()
    {
        var minded = Scene.Asked().By(Cast.Marta, new RaisingConcern("Rain.")).By(Cast.Wanda, new RaisingConcern("The ferry.")).By(Cast.Bernd, new Remarking("Good luck."));
        (minded.State, minded.Turn, minded.Concerns.Count, minded.Remarks.Count).ShouldBe((AskState.Requested, Wanda, 2, 1));
        Scene.Asked().Refuses(Cast.Bernd, new RaisingConcern("Rain.")).Message.ShouldBe("Only the two who negotiate can add a concern.");
    }
}
