using FsCheck;
using FsCheck.Fluent;
using Inward.House;
using Inward.Journeys;

namespace Inward.Tests.Journeys;

public class JourneyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Osterfenn = Id.New(Now), Marta = Id.New(Now), Wanda = Id.New(Now), Piotr = Id.New(Now);
    private readonly Journey journey = Journey.First(Osterfenn, Now);

    private Stage Payment => journey.Called("Payment")!;

    [Fact]
    public void A_company_begins_with_the_ten_stages_in_their_order() => journey.Stages.Select(stage => stage.Name).ShouldBe(
    [
        "Search for information", "First contact", "First visit", "Selection and negotiation", "Purchase", "Order management and delivery", "After-sales", "Payment", "Complaints", "Additional purchases",
    ]);

    [Fact]
    public void What_nobody_has_said_is_nothing_and_not_nought() =>
        journey.Stages.ShouldAllBe(stage => stage.CustomerValue == null && stage.OurValue == null && stage.Weight == null && stage.Control == null);

    [Fact]
    public void A_renamed_stage_stays_the_stage_it_was()
    {
        var renamed = journey.Retold(Told(stage => stage.Name == "Payment" ? stage with { Name = " Settling the bill " } : stage), Marta, Now);
        renamed.Stage(Payment.Id)!.Name.ShouldBe("Settling the bill");
        renamed.Version.ShouldBe(journey.Version + 1);
        JourneyChange.Between(journey, renamed).ShouldBe([new JourneyChange("name", "Payment", "Payment", "Settling the bill")]);
    }

    [Fact]
    public void A_stage_that_is_told_without_its_id_is_known_by_its_name()
    {
        var told = journey.Retold(Told(stage => stage with { Id = null, Weight = 4.5m }), Marta, Now);
        told.Stages.Select(stage => stage.Id).ShouldBe(journey.Stages.Select(stage => stage.Id));
        told.Stages.ShouldAllBe(stage => stage.Weight == 4.5m);
    }

    [Theory]
    [InlineData(-0.5, false)]
    [InlineData(0, true)]
    [InlineData(2.5, true)]
    [InlineData(2.25, false)]
    [InlineData(5, true)]
    [InlineData(5.5, false)]
    [InlineData(1e27, false)]
    public void A_value_goes_from_0_to_5_in_halves(double value, bool fits)
    {
        var told = JourneyTold.Of(journey) with { Stages = [new StageTold("Only", CustomerValue: (decimal)value)] };
        if (fits)
            journey.Retold(told, Marta, Now).Stages.Single().CustomerValue.ShouldBe((decimal)value);
        else
            Wrong(told).Single().ShouldBe("stages[0].customerValue");
    }

    [Fact]
    public void Every_stage_that_is_wrong_is_named_by_its_place()
    {
        StageTold[] stages = [new("One"), new("ONE "), new(" "), new("Three", Id: Wanda), new(new string('x', 201)), new("Twice", Id: Payment.Id), new("Thrice", Id: Payment.Id)];
        Wrong(JourneyTold.Of(journey) with { Name = " ", Stages = stages })
            .ShouldBe(["name", "stages[1].name", "stages[2].name", "stages[3].id", "stages[4].name", "stages[6].id"]);
        Wrong(JourneyTold.Of(journey) with { Stages = [] }).ShouldBe(["stages"]);
        Wrong(JourneyTold.Of(journey) with { Stages = [.. Enumerable.Range(0, 51).Select(i => new StageTold($"{i}"))] }).ShouldBe(["stages"]);
    }

    [Fact]
    public void A_stage_told_alone_is_wrong_under_the_names_of_its_own_fields() => Should.Throw<BrokenRule>(() =>
            new StageTold("payment", OurValue: 6).CheckedBeside(JourneyTold.Of(journey).Stages!)).Fields.Select(wrong => wrong.Name).ShouldBe(["ourValue", "name"]);

    [Fact]
    public void Everybody_changes_it_while_nobody_owns_it_or_the_owner_has_left()
    {
        journey.MayChange(Wanda, administrator: false, ownerIsHere: false).ShouldBeTrue();
        var owned = journey.Retold(JourneyTold.Of(journey) with { Owner = Marta, Editors = [Piotr, Marta, Piotr] }, Marta, Now);
        owned.Editors.ShouldBe([Piotr]);
        owned.MayChange(Wanda, administrator: false, ownerIsHere: true).ShouldBeFalse();
        owned.MayChange(Wanda, administrator: false, ownerIsHere: false).ShouldBeTrue();
        owned.MayChange(Wanda, administrator: true, ownerIsHere: true).ShouldBeTrue();
        owned.MayChange(Piotr, administrator: false, ownerIsHere: true).ShouldBeTrue();
        Should.Throw<BrokenRule>(() => owned.CheckEditor(Wanda, administrator: false, ownerIsHere: true)).Why.ShouldBe(Broken.NotYours);
    }

    [Fact]
    public void A_change_tells_each_respect_in_which_a_stage_differs()
    {
        var after = journey.Retold(Told(stage => stage.Name == "Complaints" ? stage with { CustomerValue = 5, Control = Control.Other, Teams = [Piotr], People = [Marta, Wanda] } : stage), Marta, Now);
        JourneyChange.Between(journey, after).ShouldBe([
            new("customerValue", "Complaints", null, "5"), new("control", "Complaints", null, "other"), new("teams", "Complaints", null, $"{Piotr}"), new("people", "Complaints", null, $"{Marta},{Wanda}")]);
        JourneyChange.Between(after, after).ShouldBeEmpty();
    }

    [Fact]
    public void However_stages_are_put_in_order_none_is_lost_made_or_mistaken() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var stages = JourneyTold.Of(journey).Stages!.ToArray();
        new Random(seed).Shuffle(stages);
        var after = journey.Retold(JourneyTold.Of(journey) with { Stages = stages }, Marta, Now);
        return after.Stages.Select(stage => stage.Id).SequenceEqual(stages.Select(stage => stage.Id!.Value))
            && after.Stages.All(stage => journey.Stage(stage.Id)!.Name == stage.Name)
            && JourneyChange.Between(journey, after).All(change => change.What == "moved");
    }).QuickCheckThrowOnFailure();

    private JourneyTold Told(Func<StageTold, StageTold> stage) => JourneyTold.Of(journey) with { Stages = [.. JourneyTold.Of(journey).Stages!.Select(stage)] };

    private IEnumerable<string> Wrong(JourneyTold told) => Should.Throw<BrokenRule>(() => journey.Retold(told, Marta, Now)).Fields.Select(wrong => wrong.Name);
}
