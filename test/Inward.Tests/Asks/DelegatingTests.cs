using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Asking somebody else for help: a child ask. The bond above stays as it is.</summary>
public class DelegatingTests
{
    private static Circumstances To(Id person) => Scene.By(Cast.Wanda) with { Receiver = new Receiver(person, null) };

    [Fact]
    public void A_delegation_asks_below_and_changes_nothing_above()
    {
        var promised = Scene.Promised();
        var (parent, child) = promised.Do(new Delegating(Cast.Piotr), To(Cast.Piotr));
        (parent.State, parent.Turn, parent.Performer, parent.Promise).ShouldBe((promised.State, promised.Turn, promised.Performer, promised.Promise));
        parent.Children.ShouldBe([child!.Id]);
        (child.State, child.Requester, child.Performer, child.Parent).ShouldBe((AskState.Requested, Cast.Wanda, Cast.Piotr, parent.Id));
    }

    [Fact]
    public void What_is_left_out_is_copied()
    {
        var sale = Cast.Number(41);
        var ask = Scene.Promised(Scene.Asked(Scene.Crate with { Open = true, Sale = sale }));
        var child = ask.Do(new Delegating(Cast.Piotr), To(Cast.Piotr)).Child!;
        (child.Reason, child.Effect, child.AnswerBy, child.Terms.By, child.Open, child.Sale).ShouldBe((ask.Reason, ask.Effect, ask.AnswerBy, ask.Promise!.By, true, sale));
        child.Terms.Conditions.ShouldBe(ask.Terms.Conditions);

        var own = new Delegating(Cast.Piotr, What: "Build the crate", Reason: "It has no side door.", Effect: "I can keep my promise.", Conditions: ["It opens"], AnswerBy: Scene.Today, NeededBy: Scene.AnswerBy);
        var said = ask.Do(own, To(Cast.Piotr)).Child!;
        (said.Terms.What, said.Reason, said.Effect, said.AnswerBy, said.Terms.By).ShouldBe(("Build the crate", "It has no side door.", "I can keep my promise.", Scene.Today, Scene.AnswerBy));
        said.Terms.Conditions.ShouldBe(["It opens"]);
    }

    [Fact]
    public void Copied_days_that_have_passed_are_asked_for_anew()
    {
        var late = Scene.By(Cast.Wanda, Scene.Monday.AddDays(30)) with { Receiver = new Receiver(Cast.Piotr, null) };
        Scene.Promised().Refuses(new Delegating(Cast.Piotr), late).Fields.Select(f => f.Name).ShouldContain("neededBy");
        // The answer day has passed, the promised one has not: it is answered today.
        var tuesday = late with { Now = Scene.Monday.AddDays(8) };
        Scene.Promised().Do(new Delegating(Cast.Piotr), tuesday).Child!.AnswerBy.ShouldBe(Scene.Today.AddDays(8));
        // The copied answer day lies after the day by which the help is needed.
        Scene.Asked().Do(new Delegating(Cast.Piotr, NeededBy: Scene.Today), To(Cast.Piotr)).Child!.AnswerBy.ShouldBe(Scene.Today);
    }

    [Fact]
    public void Nobody_delegates_to_themself_or_to_a_performer_above_but_the_asker_may_help()
    {
        Scene.Promised().Refuses(new Delegating(Cast.Wanda), To(Cast.Wanda)).Fields.Single().Name.ShouldBe("performer");
        Scene.Promised().Refuses(new Delegating(Cast.Rolf), To(Cast.Rolf) with { PerformersAbove = [Cast.Rolf] }).Fields.Single().Name.ShouldBe("performer");
        Scene.Promised().Do(new Delegating(Cast.Marta), To(Cast.Marta)).Child!.Performer.ShouldBe(Cast.Marta);
    }

    [Fact]
    public void Only_the_colleague_who_was_asked_delegates() =>
        Scene.Promised().Refuses(Cast.Marta, new Delegating(Cast.Piotr)).Message.ShouldBe("Only the colleague who was asked can ask somebody else to help.");

    [Fact]
    public void The_ask_below_is_taken_back_by_itself_and_the_one_above_stays()
    {
        var (parent, child) = Scene.Promised().Do(new Delegating(Cast.Piotr), To(Cast.Piotr));
        parent.Refuses(Cast.Wanda, new Undoing(), Scene.Monday.AddSeconds(2)).Why.ShouldBe(Broken.NotNow);
        child!.By(Cast.Wanda, new Undoing(), Scene.Monday.AddSeconds(2)).State.ShouldBe(AskState.Draft);
    }
}
