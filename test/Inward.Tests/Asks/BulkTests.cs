using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>One move on many asks, and the way back.</summary>
public class BulkTests
{
    [Fact]
    public void It_can_be_taken_back_once_within_thirty_minutes()
    {
        var bulk = Made("acceptance");
        bulk.CanBeUndone(bulk.MadeAt + BulkChange.UndoFor).ShouldBeTrue();
        Should.Throw<BrokenRule>(() => bulk.Undone(bulk.MadeAt + BulkChange.UndoFor + TimeSpan.FromMilliseconds(1))).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => bulk.Undone(bulk.MadeAt).Undone(bulk.MadeAt)).Message.ShouldBe("This was taken back already.");
    }

    [Fact]
    public void One_of_many_is_taken_back_for_longer_than_a_slip_by_its_maker_alone()
    {
        var (promised, later) = (Scene.Promised(), Scene.Monday.AddMinutes(20));
        promised.Refuses(Cast.Wanda, new Undoing(), later).Why.ShouldBe(Broken.NotNow);
        promised.Do(new Undoing(), Scene.By(Cast.Wanda, later) with { UndoFor = BulkChange.UndoFor }).Ask.State.ShouldBe(AskState.Requested);
        Should.Throw<BrokenRule>(() => promised.Do(new Undoing(), Scene.By(Cast.Marta, later) with { UndoFor = BulkChange.UndoFor })).Why.ShouldBe(Broken.NotYours);
    }

    [Fact]
    public void Every_move_of_many_is_a_move_of_one()
    {
        foreach (var move in BulkChange.Moves)
            Made(move, "Words").Checked().On(Scene.Asked()).Name.ShouldBe(move);
        Made("promise").On(Scene.Asked()).ShouldBe(new Promising(Scene.NeededBy));
        Should.Throw<BrokenRule>(() => Made("decline").Checked()).Fields.Single().Name.ShouldBe("text");
        Should.Throw<BrokenRule>(() => Made("delegation").Checked()).Fields.Single().Name.ShouldBe("move");
    }

    [Theory]
    [InlineData(0, null, "filter")]
    [InlineData(5_001, null, "filter")]
    [InlineData(7, 6, "expect")]
    public void What_was_not_looked_at_is_not_changed(int found, int? expected, string field) =>
        Should.Throw<BrokenRule>(() => BulkChange.CheckNumber(found, expected)).Fields.Single().Name.ShouldBe(field);

    private static BulkChange Made(string move, string? text = null) => new(Scene.Asked().Workspace, Cast.Noor, Cast.Wanda, move, text, null, Scene.Monday);
}
