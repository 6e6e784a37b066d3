using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>A slip is no decision: for ten seconds its maker takes it back, if nothing followed.</summary>
public class UndoingTests
{
    private static readonly DateTimeOffset Soon = Scene.Monday.AddSeconds(10), TooLate = Soon.AddMilliseconds(1);

    [Fact]
    public void Its_maker_takes_a_move_back_within_ten_seconds()
    {
        var promised = Scene.Promised();
        promised.Refuses(Cast.Marta, new Undoing(), Soon).Message.ShouldBe("Only whoever made the last move can take it back.");
        promised.Refuses(Cast.Wanda, new Undoing(), TooLate).Why.ShouldBe(Broken.NotNow);
        promised.Refuses(Cast.Wanda, new Undoing(), Scene.Monday.AddSeconds(-1)).Why.ShouldBe(Broken.NotNow);
        var undone = promised.By(Cast.Wanda, new Undoing(), Soon);
        (undone.State, undone.Turn, undone.Promise, undone.Version).ShouldBe((AskState.Requested, new Turn(TurnKind.Person, Cast.Wanda), null, promised.Version + 1));
        undone.Refuses(Cast.Wanda, new Undoing(), Soon).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void The_undo_button_is_there_while_it_works()
    {
        Manners.PossibleFor(Scene.Promised(), Scene.By(Cast.Wanda, Soon)).ShouldContain("undoing");
        Manners.PossibleFor(Scene.Promised(), Scene.By(Cast.Wanda, TooLate)).ShouldNotContain("undoing");
        Manners.PossibleFor(Scene.Promised(), Scene.By(Cast.Marta, Soon)).ShouldNotContain("undoing");
    }

    [Fact]
    public void What_others_have_answered_is_not_taken_back() =>
        Scene.Promised().By(Cast.Marta, new Remarking("Great.")).Refuses(Cast.Wanda, new Undoing(), Soon).Why.ShouldBe(Broken.NotYours);

    [Fact]
    public void A_sent_ask_taken_back_is_a_draft_again_and_its_deputy_forgotten()
    {
        var undone = Scene.Asked(receiver: new Receiver(Cast.Wanda, null) { Deputy = Cast.Piotr }).By(Cast.Marta, new Undoing(), Soon);
        (undone.State, undone.Turn, undone.Performer, undone.AskedOf).ShouldBe((AskState.Draft, null, Cast.Wanda, null));
        undone.Parties.ShouldNotContain(Cast.Piotr);
        undone.Refuses(Cast.Wanda, new Undoing(), Soon).Why.ShouldBe(Broken.NotVisible);
    }

    [Fact]
    public void Undone_terms_are_kept_and_marked_and_their_number_is_never_given_again()
    {
        var undone = Scene.Countered().By(Cast.Wanda, new Undoing(), Soon);
        (undone.State, undone.TermsVersion, undone.Offer).ShouldBe((AskState.Requested, 1, null));
        undone.AllTerms.Select(t => (t.Version, t.Undone)).ShouldBe([(1, false), (2, true)]);
        Scene.Countered(undone).OfferedTerms!.Version.ShouldBe(3);
    }

    [Fact]
    public void Every_move_that_makes_no_second_ask_can_be_taken_back()
    {
        (Ask Before, Id Me, Move Move)[] moves =
        [
            (Scene.Asked(Scene.CrateForTeam), Cast.Wanda, new Taking()), (Scene.Taken(), Cast.Wanda, new Releasing()), (Scene.Asked(), Cast.Wanda, new Promising(Scene.NeededBy)),
            (Scene.Asked(), Cast.Wanda, new Countering(Scene.NeededBy)), (Scene.Countered(), Cast.Marta, new Countering(Scene.NeededBy)), (Scene.Asked(), Cast.Wanda, new Questioning("Why?")),
            (Scene.Questioned(), Cast.Marta, new Answering("So.")), (Scene.Asked(), Cast.Wanda, new RaisingObstacle("No lorry.")), (Scene.Blocked(), Cast.Noor, new ClearingObstacle(1)),
            (Scene.Asked(), Cast.Marta, new RaisingConcern("Rain.")), (Scene.Asked(), Cast.Bernd, new Remarking("Hm.")), (Scene.Asked(), Cast.Wanda, new Declining("No lorry.")),
            (Scene.Promised(), Cast.Wanda, new Renegotiating(Scene.NeededBy)), (Scene.Countered(), Cast.Marta, new Agreeing()), (Scene.Renegotiating(Cast.Wanda), Cast.Marta, new Agreeing()),
            (Scene.Renegotiating(Cast.Wanda), Cast.Marta, new KeepingOldPromise()), (Scene.Blocked(Scene.Promised()), Cast.Wanda, new Delivering()), (Scene.Promised(), Cast.Wanda, new Revoking("No lorry.")),
            (Scene.Delivered(), Cast.Marta, new Accepting()), (Scene.Delivered(), Cast.Marta, new Rejecting("It enters the lane after ten")), (Scene.Delivered(), Cast.Wanda, new Retracting()),
            (Scene.Blocked(Scene.Questioned()), Cast.Marta, new Withdrawing()), (Scene.Accepted(), Cast.Marta, new TellingCustomer("It left.", "phone")),
        ];
        moves.Select(m => m.Move.Name).Append("sending").Append("delegation").Append("undoing").Distinct().ShouldBe(Move.All.Keys, ignoreOrder: true);
        foreach (var (before, me, move) in moves)
        {
            var undone = before.By(me, move).By(me, new Undoing(), Soon);
            (undone.State, undone.Turn, undone.Terms, undone.Promise, undone.Delivery).ShouldBe((before.State, before.Turn, before.Terms, before.Promise, before.Delivery), move.Name);
            (undone.Questions.Count, undone.OpenObstacles.Count(), undone.Remarks.Count).ShouldBe((before.Questions.Count, before.OpenObstacles.Count(), before.Remarks.Count), move.Name);
            undone.Version.ShouldBe(before.Version + 2);
        }
    }

    [Fact]
    public void Who_came_to_perform_in_the_same_chain_meanwhile_does_not_get_the_ask_back()
    {
        var withdrawn = Scene.Asked().By(Cast.Marta, new Withdrawing());
        var chained = Scene.By(Cast.Marta, Soon) with { PerformersAbove = [Cast.Wanda] };
        withdrawn.Refuses(new Undoing(), chained).Why.ShouldBe(Broken.NotNow);
        Manners.PossibleFor(withdrawn, chained).ShouldNotContain("undoing");
        withdrawn.Do(new Undoing(), chained with { PerformersAbove = [] }).Ask.State.ShouldBe(AskState.Requested);
    }

    [Fact]
    public void What_Inward_itself_noticed_is_not_undone() =>
        Scene.Unconfirmed().Refuses(new Undoing(), new Circumstances(null, Scene.Monday.AddDays(20))).Why.ShouldBe(Broken.NotYours);
}
