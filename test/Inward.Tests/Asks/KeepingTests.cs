using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>From the promise to the way back: renegotiated openly, delivered, confirmed, told.</summary>
public class KeepingTests
{
    private static readonly DateOnly First = new(2026, 11, 26), Moved = new(2026, 12, 3);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_old_promise_stands_while_new_terms_are_on_the_table(bool byPerformer)
    {
        var (proposer, other) = byPerformer ? (Cast.Wanda, Cast.Marta) : (Cast.Marta, Cast.Wanda);
        var open = Scene.Renegotiating(proposer);
        (open.State, open.Turn, open.Promise!.By, open.TermsVersion, open.Due).ShouldBe((AskState.Renegotiating, new Turn(TurnKind.Person, other), First, 1, First));
        open.Refuses(proposer, new Agreeing()).Message.ShouldBe("Only the one the terms were offered to can agree.");
        open.Refuses(proposer, new KeepingOldPromise()).Message.ShouldBe("Only the one the new terms were offered to can keep to the old promise.");

        var kept = open.By(other, new KeepingOldPromise());
        (kept.State, kept.Promise!.By, kept.TermsVersion, kept.AllTerms.Count).ShouldBe((AskState.Promised, First, 1, 2));
        var agreed = open.By(other, new Agreeing());
        (agreed.State, agreed.Promise!.By, agreed.Promise.FirstBy, agreed.TermsVersion).ShouldBe((AskState.Promised, Moved, First, 2));
    }

    [Fact]
    public void New_terms_whose_day_has_passed_leave_only_the_old_promise()
    {
        var late = Scene.Monday.AddDays(18);
        var open = Scene.Renegotiating(Cast.Wanda);
        open.Refuses(Cast.Marta, new Agreeing(), late).Why.ShouldBe(Broken.NotNow);
        Manners.PossibleFor(open, Scene.By(Cast.Marta, late)).ShouldBe(["keeping", "withdrawal", "concerns", "remarks"], ignoreOrder: true);
    }

    [Fact]
    public void A_renegotiation_names_a_day_to_come()
    {
        Scene.Promised().Refuses(Cast.Wanda, new Renegotiating(null)).Fields.Single().Name.ShouldBe("by");
        Scene.Promised().Refuses(Cast.Wanda, new Renegotiating(Scene.Today.AddDays(-1))).Fields.Single().Name.ShouldBe("by");
        Scene.Promised().Refuses(Cast.Bernd, new Renegotiating(Moved)).Message.ShouldBe("Only the two who have a promise can renegotiate it.");
    }

    [Fact]
    public void Only_the_colleague_who_promised_can_deliver_and_then_the_asker_has_the_turn()
    {
        Scene.Promised().Refuses(Cast.Marta, new Delivering()).Message.ShouldBe("Only the colleague who promised can deliver.");
        var delivered = Scene.Delivered();
        delivered.Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Marta));
        delivered.Delivery!.On.ShouldBe(Scene.Today);
    }

    [Fact]
    public void A_delivery_counts_on_the_performers_own_day()
    {
        var evening = Scene.By(Cast.Wanda, new DateTimeOffset(2026, 11, 26, 23, 30, 0, TimeSpan.Zero)) with { Calendar = WorkingCalendar.Usual("Pacific/Pago_Pago") };
        Scene.Promised().Do(new Delivering(), evening).Ask.Delivery!.On.ShouldBe(First);
    }

    [Fact]
    public void A_delivery_closes_obstacles_and_an_open_renegotiation()
    {
        var delivered = Scene.Delivered(Scene.Blocked(Scene.Renegotiating(Cast.Wanda)));
        delivered.OpenObstacles.ShouldBeEmpty();
        delivered.Obstacles.Single().Clearance!.By.ShouldBeNull();
        delivered.Offer.ShouldBeNull();
        delivered.By(Cast.Marta, new Rejecting("It enters the lane after ten")).State.ShouldBe(AskState.Promised);
    }

    [Fact]
    public void A_rejection_names_an_unmet_condition_word_for_word()
    {
        foreach (var vague in new[] { null, "", "not good enough", "it enters the lane after ten" })
            Scene.Delivered().Refuses(Cast.Marta, new Rejecting(vague)).Fields.Single().Name.ShouldBe("condition");
        var rejected = Scene.Delivered().By(Cast.Marta, new Rejecting("It enters the lane after ten", "Nine thirty."));
        (rejected.State, rejected.Turn, rejected.Delivery).ShouldBe((AskState.Promised, new Turn(TurnKind.Person, Cast.Wanda), null));
        rejected.Rejections.Single().Delivery.Note.ShouldBe("Left with the evening ferry.");
        Scene.Delivered().By(Cast.Marta, new Rejecting(" It enters the lane after ten\n")).Rejections.Single().Condition.ShouldBe("It enters the lane after ten");
    }

    [Fact]
    public void Only_the_conditions_in_force_can_be_unmet()
    {
        var other = Scene.Promised().By(Cast.Marta, new Renegotiating(Moved, Conditions: ["Ned has a photo"])).By(Cast.Wanda, new Agreeing());
        Scene.Delivered(other).Refuses(Cast.Marta, new Rejecting("It enters the lane after ten")).Fields.Single().Name.ShouldBe("condition");
        Scene.Delivered(other).By(Cast.Marta, new Rejecting("Ned has a photo")).State.ShouldBe(AskState.Promised);
    }

    [Fact]
    public void Silence_makes_a_delivery_unconfirmed_and_never_accepted()
    {
        var delivered = Scene.Delivered();
        var quiet = delivered.QuietAfter(WorkingCalendar.Usual("Europe/Berlin"));
        quiet.ShouldBe(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero));
        var berlin = new Circumstances(null, quiet) { Calendar = WorkingCalendar.Usual("Europe/Berlin") };
        Should.Throw<BrokenRule>(() => delivered.GoneQuiet(berlin with { Now = quiet.AddTicks(-1) })).Why.ShouldBe(Broken.NotNow);
        var silent = delivered.GoneQuiet(berlin);
        (silent.State, silent.Turn, silent.Acceptance).ShouldBe((AskState.Unconfirmed, new Turn(TurnKind.Person, Cast.Marta), null));
        silent.By(Cast.Marta, new Accepting()).State.ShouldBe(AskState.Accepted);
        silent.By(Cast.Wanda, new Retracting()).State.ShouldBe(AskState.Promised);
    }

    [Fact]
    public void Nobody_can_declare_silence() =>
        Should.Throw<BrokenRule>(() => Scene.Delivered().GoneQuiet(Scene.By(Cast.Wanda, Scene.Monday.AddDays(20)))).Why.ShouldBe(Broken.NotYours);

    [Fact]
    public void A_promise_is_taken_back_with_its_reason()
    {
        Scene.Promised().Refuses(Cast.Wanda, new Revoking(" ")).Fields.Single().Name.ShouldBe("reason");
        var revoked = Scene.Blocked(Scene.Renegotiating(Cast.Wanda)).By(Cast.Wanda, new Revoking("The press broke.", LateCause.Capacity));
        (revoked.State, revoked.Turn, revoked.Offer, revoked.Revocation!.Left).ShouldBe((AskState.Revoked, null, null, false));
        revoked.OpenObstacles.ShouldBeEmpty();
    }

    [Fact]
    public void The_asker_withdraws_while_nothing_is_delivered_and_leaves_nothing_open()
    {
        Ask[] open = [Scene.Asked(), Scene.Questioned(), Scene.Asked(Scene.CrateForTeam), Scene.Taken(), Scene.Blocked(), Scene.Countered(Scene.Blocked()), Scene.Promised(), Scene.Blocked(Scene.Renegotiating(Cast.Wanda))];
        foreach (var ask in open)
        {
            var withdrawn = ask.By(Cast.Marta, new Withdrawing());
            (withdrawn.State, withdrawn.Turn, withdrawn.Offer, withdrawn.OpenQuestion, withdrawn.OpenObstacles.Count()).ShouldBe((AskState.Withdrawn, null, null, null, 0));
        }
        foreach (var ended in new[] { Scene.Delivered(), Scene.Unconfirmed(), Scene.Accepted(), Scene.Declined(), Scene.Revoked(), Scene.Withdrawn() })
            ended.Refuses(Cast.Marta, new Withdrawing()).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void The_customer_is_told_once_it_is_accepted_with_words_channel_and_a_day_that_has_come()
    {
        Scene.Delivered().Refuses(Cast.Marta, new TellingCustomer("It left.", "phone")).Why.ShouldBe(Broken.NotNow);
        Scene.Accepted().Refuses(Cast.Wanda, new TellingCustomer("It left.", "phone")).Why.ShouldBe(Broken.NotYours);
        Scene.Accepted().Refuses(Cast.Marta, new TellingCustomer(null, " ", Scene.Today.AddDays(1))).Fields.Select(f => f.Name).ShouldBe(["words", "channel", "at"]);
        Scene.Accepted().By(Cast.Marta, new TellingCustomer("It left.", " phone ")).Telling.ShouldBe(new Telling(Cast.Marta, "It left.", "phone", Scene.Today, Scene.Monday));
    }

    [Fact]
    public void What_is_late_is_measured_by_the_day_in_force_and_no_decision_by_the_answer_day()
    {
        Scene.Promised().IsLate(First).ShouldBeFalse();
        Scene.Promised().IsLate(First.AddDays(1)).ShouldBeTrue();
        Scene.Delivered().IsLate(First.AddDays(9)).ShouldBeFalse();
        Scene.Blocked().IsWithoutDecision(Scene.AnswerBy.AddDays(1)).ShouldBeTrue();
        Scene.Asked().IsWithoutDecision(Scene.AnswerBy).ShouldBeFalse();
        Scene.Countered().IsWithoutDecision(Scene.AnswerBy.AddDays(9)).ShouldBeFalse();
    }
}
