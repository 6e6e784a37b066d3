using Inward.Chains;
using Inward.House;

namespace Inward.Tests.Chains;

/// <summary>The chain of one sale: a copy of its template, decided and steered sale by sale.</summary>
public class ChainTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly Id Company = Id.New(Now), Marta = Id.New(Now), Gareth = Id.New(Now), Sale = Id.New(Now), Warehouse = Id.New(Now);

    private static readonly ChainTemplate Template = ChainTemplate.Begun(
        new ChainTemplateTold("After the sale", null, [new("Pack", Warehouse), new("Ship", null, After: ["Pack"]), new("Install", Warehouse, After: ["Ship"], Question: "Does it need it?")]), Company, null, Now);

    private static Id Pack => Template.Steps[0].Id;
    private static Id Ship => Template.Steps[1].Id;
    private static Id Install => Template.Steps[2].Id;

    [Fact]
    public void Every_step_that_is_wanted_has_a_team()
    {
        Should.Throw<BrokenRule>(() => Begun()).Fields.Select(wrong => (wrong.Name, wrong.Sentence.ToString())).ShouldBe([("steps[1].team", "Say which team does “Ship”, or why this sale goes without it.")]);
        Begun(new StepChoice(Ship, Warehouse)).Steps.Select(step => step.IsWanted).ShouldBe([true, true, false]);
        var without = Begun(new StepChoice(Ship, Skip: "They fetch it"), new StepChoice(Install, Needed: true));
        without.Steps.Select(step => (step.IsWanted, step.IsSkipped)).ShouldBe([(true, false), (false, true), (true, false)]);
    }

    [Fact]
    public void A_chain_begins_today_or_later_and_has_something_to_do()
    {
        var choice = new StepChoice(Ship, Warehouse);
        Should.Throw<BrokenRule>(() => Chain.Begun(Template, Id.New(Now), Sale, [choice], Monday.AddDays(-1), Monday, Marta, Now)).Fields.Single().Name.ShouldBe("startOn");
        Should.Throw<BrokenRule>(() => Chain.Begun(Template, Id.New(Now), Sale, [choice], Monday.AddYears(3), Monday, Marta, Now)).Fields.Single().Name.ShouldBe("startOn");
        Should.Throw<BrokenRule>(() => Begun(new StepChoice(Pack, Skip: "No"), new StepChoice(Ship, Skip: "No"))).Sentence.ToString().ShouldBe("Nothing would be left to do. A chain has at least one step.");
        Should.Throw<BrokenRule>(() => Begun(choice, new StepChoice(Marta))).Sentence.ToString().ShouldBe("This chain has no such step.");
    }

    [Fact]
    public void Only_who_began_it_and_the_owner_of_the_sale_steer_it()
    {
        var chain = Begun(new StepChoice(Ship, Warehouse));
        chain.CheckSteered(Marta, null);
        chain.CheckSteered(Gareth, Gareth);
        Should.Throw<BrokenRule>(() => chain.CheckSteered(Gareth, null)).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => chain.End("Lost", Marta, Now).CheckSteered(Marta, Marta)).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void Steps_are_skipped_with_a_reason_and_wanted_again()
    {
        var chain = Begun(new StepChoice(Ship, Warehouse));
        Should.Throw<BrokenRule>(() => chain.Skip(Ship, " ", Marta, Now)).Fields.Single().Name.ShouldBe("reason");
        var skipped = chain.Skip(Ship, "They fetch it", Marta, Now);
        (skipped.Step(Ship)!.IsSkipped, skipped.Version).ShouldBe((true, 2));
        Should.Throw<BrokenRule>(() => skipped.Skip(Ship, "Again", Marta, Now)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => skipped.Skip(Marta, "Which?", Marta, Now)).Why.ShouldBe(Broken.NotVisible);
        var wanted = skipped.Want(Ship, Gareth, Marta, Now).Step(Ship)!;
        (wanted.IsWanted, wanted.Step.Team).ShouldBe((true, Gareth));
    }

    [Fact]
    public void A_question_is_answered_for_this_sale_and_can_be_answered_otherwise()
    {
        var chain = Begun(new StepChoice(Ship, Warehouse));
        chain.Step(Install)!.IsUndecided.ShouldBeTrue();
        Should.Throw<BrokenRule>(() => chain.Say(Install, null, Marta, Now)).Fields.Single().Name.ShouldBe("needed");
        Should.Throw<BrokenRule>(() => chain.Say(Pack, true, Marta, Now)).Why.ShouldBe(Broken.NotNow);
        var no = chain.Say(Install, false, Marta, Now);
        no.Step(Install)!.IsSkipped.ShouldBeTrue();
        no.Say(Install, true, Marta, Now).Step(Install)!.IsWanted.ShouldBeTrue();
        no.Want(Install, null, Marta, Now).Step(Install)!.IsWanted.ShouldBeTrue();
    }

    [Fact]
    public void What_becomes_of_the_template_does_not_move_it()
    {
        var chain = Begun(new StepChoice(Ship, Warehouse));
        Template.Retold(new ChainTemplateTold("Else", null, [new("Nothing")]), Now).Steps.Count.ShouldBe(1);
        chain.Steps.Select(step => step.Step.Name).ShouldBe(["Pack", "Ship", "Install"]);
    }

    [Fact]
    public void A_link_shows_chosen_steps_in_words_for_the_customer_for_ninety_days_at_most()
    {
        var chain = Begun(new StepChoice(Ship, Warehouse));
        var link = ChainLink.Made(chain, Id.New(Now), new ChainLinkTold(" Your roaster ", null, "de", [new(Ship, " Unterwegs "), new(Pack, "In der Kiste")]), 0, Marta, Now);
        link.Steps.ShouldBe([new ShownStep(Pack, "In der Kiste"), new ShownStep(Ship, "Unterwegs")]);
        (link.Title, link.Language, link.EndsAt).ShouldBe(("Your roaster", "de", Now.AddDays(30)));
        (link.IsOpen(Now.AddDays(29)), link.IsOpen(Now.AddDays(30)), link.Revoke(Now).IsOpen(Now)).ShouldBe((true, false, false));
        Wrong(chain, new ChainLinkTold(null, 91, "fr", [])).ShouldBe(["title", "days", "language", "steps"]);
        Wrong(chain, new ChainLinkTold("x", 0, null, [new(Marta, "x"), new(Pack, " ")])).ShouldBe(["days", "steps", "steps"]);
        Should.Throw<BrokenRule>(() => ChainLink.Made(chain, Id.New(Now), new ChainLinkTold("x", 1, null, [new(Pack, "x")]), 20, Marta, Now)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => ChainLink.Made(chain.End("Lost", Marta, Now), Id.New(Now), new ChainLinkTold("x", 1, null, [new(Pack, "x")]), 0, Marta, Now)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => link.Revoke(Now).Revoke(Now)).Why.ShouldBe(Broken.NotNow);
    }

    private static IEnumerable<string> Wrong(Chain chain, ChainLinkTold told) => Should.Throw<BrokenRule>(() => ChainLink.Made(chain, Id.New(Now), told, 0, Marta, Now)).Fields.Select(wrong => wrong.Name);

    private static Chain Begun(params StepChoice[] choices) => Chain.Begun(Template, Id.New(Now), Sale, choices, null, Monday, Marta, Now);
}
