using FsCheck;
using FsCheck.Fluent;
using Inward.Chains;
using Inward.House;

namespace Inward.Tests.Chains;

public class ChainTemplateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Company = Id.New(Now), Marta = Id.New(Now), Warehouse = Id.New(Now);

    [Fact]
    public void A_company_begins_with_eight_steps_that_nobody_owns()
    {
        var template = ChainTemplate.First(Company, Now);
        template.Steps.Select(step => step.Name).ShouldBe(["Payment", "Banking", "Manufacture", "Pick", "Pack", "Ship", "Install", "Teach"]);
        template.MayChange(Marta, administrator: false, ownerIsHere: false).ShouldBeTrue();
        StepOrder.Of(template.Steps).Count.ShouldBe(8);
        StepOrder.Layers(template.Steps).Values.Max().ShouldBe(5);
    }

    [Fact]
    public void Steps_in_a_ring_are_refused_and_named()
    {
        var wrong = Should.Throw<BrokenRule>(() => Told(new("Pay"), new("Make", After: ["Ship"]), new("Pack", After: ["make"]), new("Ship", After: ["Pack", "Pay"])));
        wrong.Sentence.ToString().ShouldBe("These steps wait for each other in a ring: Make → Pack → Ship → Make. One of them has to begin.");
        wrong.Fields.ShouldHaveSingleItem().Name.ShouldBe("steps[1].after");
    }

    [Fact]
    public void A_step_waits_for_steps_that_there_are_and_never_for_itself()
    {
        Wrong(new StepTold("Pay", After: ["Bank"])).ShouldBe(["steps[0].after: “Pay” waits for “Bank”, and there is no such step."]);
        Wrong(new StepTold("Pay", After: ["Pay"])).ShouldBe(["steps[0].after: “Pay” cannot wait for itself."]);
    }

    [Fact]
    public void What_is_missing_twice_or_too_much_is_said_of_its_step()
    {
        Wrong().ShouldBe(["steps: A chain has 1 to 40 steps."]);
        Wrong([.. Enumerable.Range(0, 200).Select(i => new StepTold($"Step {i}"))]).ShouldBe(["steps: A chain has 1 to 40 steps."]);
        Wrong(new("Pay"), new("PAY")).ShouldBe(["steps[1].name: Another step is called “PAY” already."]);
        Wrong(new(" "), new("Pay", Days: 0), new("Bank", Days: 251)).ShouldBe(
            ["steps[0].name: A step needs a name.", "steps[1].days: A step takes 1 to 250 working days.", "steps[2].days: A step takes 1 to 250 working days."]);
        Wrong(new StepTold("Pay", Id: Marta)).ShouldBe(["steps[0].id: This chain has no such step."]);
        Wrong(new StepTold("Pay", Conditions: [.. Enumerable.Repeat("done", 11)])).ShouldBe(["steps[0].conditions: At most 10 conditions: perhaps these are several steps."]);
    }

    [Fact]
    public void A_step_that_is_renamed_is_still_waited_for()
    {
        var template = Told(new("Pay"), new("Ship", After: ["Pay"]));
        var told = ChainTemplateTold.Of(template);
        var renamed = template.Retold(told with { Steps = [told.Steps![0] with { Name = "Money" }, told.Steps[1]] }, Now);
        renamed.Steps[1].After.ShouldBe([template.Steps[0].Id]);
        (renamed.Steps[0].Id, renamed.Version).ShouldBe((template.Steps[0].Id, template.Version + 1));
    }

    [Fact]
    public void A_copy_has_steps_of_its_own_that_wait_for_each_other_alike()
    {
        var template = Told(new("Pay", Warehouse, 4), new("Ship", After: ["Pay"], Question: "By lorry?"));
        var copy = ChainTemplate.Begun(ChainTemplateTold.Of(template) with { Name = "Another" }, Company, Marta, Now);
        copy.Steps.Select(step => step.Id).Intersect(template.Steps.Select(step => step.Id)).ShouldBeEmpty();
        copy.Steps[1].After.ShouldBe([copy.Steps[0].Id]);
        (copy.Steps[0].Team, copy.Steps[0].Days, copy.Steps[1].Question).ShouldBe((Warehouse, 4, "By lorry?"));
    }

    [Theory]
    [InlineData(false, false, true, false)]
    [InlineData(true, false, true, true)]
    [InlineData(false, true, true, true)]
    [InlineData(false, false, false, true)]
    public void Its_owner_and_administrators_change_it_and_everybody_when_the_owner_has_left(bool isOwner, bool administrator, bool ownerIsHere, bool may) =>
        (Told(new StepTold("Pay")) with { Owner = Marta }).MayChange(isOwner ? Marta : Warehouse, administrator, ownerIsHere).ShouldBe(may);

    [Fact]
    public void Steps_have_an_order_or_a_ring_and_never_both() => Prop.ForAll(Gen.ListOf(Gen.Choose(0, 9_999)).Select(seeds => seeds.Take(12).ToList()).ToArbitrary(), seeds =>
    {
        var ids = seeds.Select((_, i) => new Id(new Guid(i, 0, 0, new byte[8]))).ToList();
        var steps = seeds.Select((seed, i) => new Step(ids[i], $"{i}") { After = [.. ids.Where((_, other) => other != i && new Random(seed + other).Next(6) == 0)] }).ToList();
        var (order, ring) = (StepOrder.Of(steps), StepOrder.Ring(steps));
        order.Select((step, i) => step.After.All(before => order.Take(i).Any(one => one.Id == before))).ShouldAllBe(isFree => isFree);
        (order.Count == steps.Count).ShouldBe(ring.Count == 0);
        for (var i = 0; i < ring.Count; i++)
            ring[(i + 1) % ring.Count].After.ShouldContain(ring[i].Id);
    }).QuickCheckThrowOnFailure();

    private static ChainTemplate Told(params StepTold[] steps) => ChainTemplate.Begun(new ChainTemplateTold("After the sale", null, steps), Company, null, Now);

    private static IEnumerable<string> Wrong(params StepTold[] steps) =>
        Should.Throw<BrokenRule>(() => new ChainTemplate(Company, Marta, "").Retold(new ChainTemplateTold("After", null, steps), Now)).Fields.Select(wrong => $"{wrong.Name}: {wrong.Sentence}");
}
