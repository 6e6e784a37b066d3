using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Promise, other terms, a question, an honest no, one of the team, somebody else's help.</summary>
public class AnsweringTests
{
    private static readonly DateOnly Later = Scene.NeededBy.AddDays(4);

    [Fact]
    public void Only_the_colleague_who_was_asked_can_promise()
    {
        foreach (var other in new[] { Cast.Marta, Cast.Piotr, Cast.Bernd })
            Scene.Asked().Refuses(other, new Promising(Scene.NeededBy)).Message.ShouldBe("Only the colleague who was asked can promise.");
        Scene.Asked().By(Cast.Wanda, new Promising(Scene.NeededBy)).State.ShouldBe(AskState.Promised);
    }

    [Fact]
    public void A_promise_later_than_needed_is_a_counter_offer()
    {
        Scene.Asked().By(Cast.Wanda, new Promising(Scene.NeededBy)).Due.ShouldBe(Scene.NeededBy);
        var broken = Scene.Asked().Refuses(Cast.Wanda, new Promising(Scene.NeededBy.AddDays(1)));
        (broken.Why, broken.Fields.Single().Name).ShouldBe((Broken.Invalid, "by"));
        broken.Sentence.Template.ShouldBe("It is needed by {0}. To promise a later day, make a counter-offer instead.");
    }

    [Fact]
    public void A_promise_names_a_day_that_has_not_passed()
    {
        Scene.Asked().Refuses(Cast.Wanda, new Promising(null)).Message.ShouldBe("Say by when you promise it.");
        Scene.Asked().Refuses(Cast.Wanda, new Promising(Scene.Today.AddDays(-1))).Fields.Single().Name.ShouldBe("by");
        Scene.Asked().By(Cast.Wanda, new Promising(Scene.Today)).Promise!.By.ShouldBe(Scene.Today);
    }

    [Fact]
    public void What_is_needed_by_a_day_that_has_passed_can_still_be_countered()
    {
        var late = Scene.Monday.AddDays(30);
        Scene.Asked().Refuses(Cast.Wanda, new Promising(Scene.Today.AddDays(31)), late).Fields.Single().Name.ShouldBe("by");
        var countered = Scene.Asked().By(Cast.Wanda, new Countering(Scene.Today.AddDays(31)), late);
        countered.By(Cast.Marta, new Agreeing(), late).Promise!.By.ShouldBe(Scene.Today.AddDays(31));
    }

    [Fact]
    public void A_promise_closes_the_question_of_the_one_who_promises()
    {
        Scene.Questioned().Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Marta));
        var promised = Scene.Promised(Scene.Questioned());
        promised.OpenQuestion.ShouldBeNull();
        promised.Questions.Single().ClosedAt.ShouldBe(Scene.Monday);
    }

    [Fact]
    public void An_answer_gives_the_turn_back()
    {
        var answered = Scene.Questioned().By(Cast.Marta, new Answering("Terry has one."));
        answered.Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Wanda));
        answered.Questions.Single().Answer!.Text.ShouldBe("Terry has one.");
    }

    [Fact]
    public void A_question_still_open_waits_behind_the_obstacle_and_then_has_the_turn_again()
    {
        var blocked = Scene.Blocked(Scene.Questioned());
        blocked.Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Noor));
        blocked.By(Cast.Noor, new ClearingObstacle(1)).Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Marta));
    }

    [Fact]
    public void A_counter_offer_keeps_what_it_does_not_change_and_waits_for_the_asker()
    {
        var countered = Scene.Countered();
        countered.Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Marta));
        countered.Terms.Version.ShouldBe(1);
        var offered = countered.OfferedTerms!;
        (offered.Version, offered.What, offered.By, offered.ProposedBy, offered.Note)
            .ShouldBe((2, countered.Terms.What, new DateOnly(2026, 12, 1), Cast.Wanda, "Two days later I can mean it."));
        offered.Conditions.ShouldBe(countered.Terms.Conditions);
    }

    [Fact]
    public void A_counter_offer_names_every_field_that_is_wrong()
    {
        var broken = Scene.Asked().Refuses(Cast.Wanda, new Countering(null, Conditions: [" "], Note: "\0"));
        broken.Fields.Select(f => f.Name).ShouldBe(["note", "conditions", "by"]);
        Scene.Asked().Refuses(Cast.Wanda, new Countering(Scene.Today.AddDays(-1))).Fields.Single().Name.ShouldBe("by");
    }

    [Fact]
    public void Yes_to_a_counter_offer_puts_its_terms_in_force_as_a_promise()
    {
        var agreed = Scene.Countered().By(Cast.Marta, new Agreeing());
        (agreed.State, agreed.TermsVersion, agreed.Promise!.By, agreed.Promise.FirstBy).ShouldBe((AskState.Promised, 2, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1)));
        agreed.AllTerms.Count.ShouldBe(2);
    }

    [Fact]
    public void Agreement_after_the_offered_day_is_refused_and_not_offered()
    {
        var late = Scene.Monday.AddDays(16);
        var broken = Scene.Countered().Refuses(Cast.Marta, new Agreeing(), late);
        broken.Why.ShouldBe(Broken.NotNow);
        broken.Sentence.Template.ShouldBe("The day that was offered has passed: {0}.");
        broken.Possible.ShouldBe(["counter", "withdrawal", "concerns", "remarks"], ignoreOrder: true);
        Scene.Countered().By(Cast.Marta, new Agreeing(), late.AddDays(-1)).State.ShouldBe(AskState.Promised);
    }

    [Fact]
    public void The_askers_own_counter_offer_asks_again()
    {
        var again = Scene.Countered().By(Cast.Marta, new Countering(Scene.AnswerBy.AddDays(-1), What: "Half a load"));
        (again.State, again.Turn, again.TermsVersion, again.Offer).ShouldBe((AskState.Requested, new Turn(TurnKind.Person, Cast.Wanda), 3, null));
        // It is answered before it is needed, whatever was said first.
        again.AnswerBy.ShouldBe(Scene.AnswerBy.AddDays(-1));
        Scene.Countered(Scene.Blocked()).By(Cast.Marta, new Countering(Later)).State.ShouldBe(AskState.Blocked);
    }

    [Fact]
    public void An_asker_who_counters_late_gives_two_working_days_to_answer()
    {
        var friday = Scene.Monday.AddDays(4);
        Scene.Countered().By(Cast.Marta, new Countering(Later), friday).AnswerBy.ShouldBe(new DateOnly(2026, 11, 24));
    }

    [Fact]
    public void A_no_comes_with_its_reason_and_leaves_nothing_open()
    {
        Scene.Asked().Refuses(Cast.Wanda, new Declining(null)).Fields.Single().Name.ShouldBe("reason");
        var declined = Scene.Countered(Scene.Blocked(Scene.Questioned())).By(Cast.Wanda, new Declining("No crates."));
        (declined.State, declined.Turn, declined.IsOpen, declined.Offer, declined.OpenQuestion).ShouldBe((AskState.Declined, null, false, null, null));
        declined.OpenObstacles.ShouldBeEmpty();
    }

    [Fact]
    public void The_first_of_the_team_to_take_an_ask_owns_it()
    {
        var ask = Scene.Asked(Scene.CrateForTeam);
        ask.Turn.ShouldBe(new Turn(TurnKind.Team, Cast.Warehouse));
        var taken = ask.By(Cast.Piotr, new Taking());
        taken.Turn.ShouldBe(new Turn(TurnKind.Person, Cast.Piotr));
        taken.Refuses(Cast.Wanda, new Taking()).Why.ShouldBe(Broken.NotNow);
        ask.Refuses(Cast.Bernd, new Taking()).Message.ShouldBe("Only somebody of the asked team can take this ask.");
    }

    [Fact]
    public void Neither_the_asker_nor_one_above_or_below_in_the_chain_takes_it()
    {
        var ask = Scene.Asked(Scene.CrateForTeam);
        var asker = new Circumstances(Cast.Marta, Scene.Monday) { InAskedTeam = true };
        ask.Refuses(new Taking(), asker).Message.ShouldBe("You asked this yourself, so somebody else of the team takes it.");
        ask.Refuses(new Taking(), Scene.By(Cast.Wanda) with { PerformersAbove = [Cast.Wanda] }).Message.ShouldBe("You perform an ask above this one, so somebody else of the team takes it.");
        ask.Refuses(new Taking(), Scene.By(Cast.Wanda) with { PerformersBelow = [Cast.Wanda] }).Message.ShouldBe("You perform an ask below this one, so somebody else of the team takes it.");
        Manners.PossibleFor(ask, asker).ShouldNotContain("taking");
        Manners.PossibleFor(ask, Scene.By(Cast.Wanda) with { PerformersAbove = [Cast.Wanda] }).ShouldNotContain("taking");
    }

    [Fact]
    public void Giving_an_ask_back_closes_the_question_and_turns_obstacles_into_concerns()
    {
        var released = Scene.Blocked(Scene.Taken().By(Cast.Wanda, new Questioning("Which door?"))).By(Cast.Wanda, new Releasing());
        (released.State, released.Turn, released.OpenQuestion).ShouldBe((AskState.Requested, new Turn(TurnKind.Team, Cast.Warehouse), null));
        released.OpenObstacles.ShouldBeEmpty();
        released.Concerns.Single().ShouldBe(new Concern(Cast.Wanda, "The invoice is open.", Scene.Monday));
        released.Parties.ShouldBe([Cast.Marta, Cast.Wanda, Cast.Noor], ignoreOrder: true);
    }

    [Fact]
    public void Who_was_asked_in_person_cannot_give_the_ask_to_a_team() =>
        Scene.Asked().Refuses(Cast.Wanda, new Releasing()).Message.ShouldBe("Only the one who took this ask for the team can give it back.");
}
