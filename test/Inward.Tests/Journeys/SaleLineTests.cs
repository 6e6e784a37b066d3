using Inward.Customers;
using Inward.House;
using Inward.Journeys;

namespace Inward.Tests.Journeys;

public sealed class SaleLineTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Workspace = Id.New(Monday), Marta = Id.New(Monday), Wanda = Id.New(Monday), Stranger = Id.New(Monday);
    private static readonly KnownStages Known = new([Journey.First(Workspace, Monday)]);
    private static readonly Sale Roaster = new(Workspace, Id.New(Monday), Id.New(Monday), "Drum roaster") { Owner = Marta, OpenedOn = new DateOnly(2026, 11, 20) };

    [Fact]
    public void A_sale_that_nobody_told_of_enters_the_first_stage_next()
    {
        var line = Line();
        line.Next!.Name.ShouldBe("Search for information");
        var passage = line.Enter(new PassageTold(), Wanda, Day, Monday);
        (passage.Stage, passage.EnteredAt, passage.By).ShouldBe(("Search for information", Monday, Wanda));
        Told(passage).Next!.Name.ShouldBe("First contact");
    }

    [Fact]
    public void A_stage_is_left_when_the_next_is_entered_or_when_somebody_says()
    {
        var stays = Told(At("First contact", 0), At("First visit", 5), At("Purchase", 8) with { LeftAt = Monday.AddHours(9) }).Stays(Monday.AddHours(10), EndOf);
        stays.Select(stay => stay.Length!.Value.TotalHours).ShouldBe([5, 3, 1]);
        stays[^1].IsHere.ShouldBeFalse("it waits for the next");
        Told(At("First contact", 0)).Stays(Monday.AddHours(2), EndOf)[0].ShouldSatisfyAllConditions(stay => stay.IsHere.ShouldBeTrue(), stay => stay.Length.ShouldBe(TimeSpan.FromHours(2)), stay => stay.Until.ShouldBeNull());
    }

    [Fact]
    public void A_lost_sale_stays_in_its_stage_until_it_was_lost_and_enters_none()
    {
        var line = new SaleLine(Roaster with { Stage = "First visit", Outcome = Outcome.Lost, ClosedOn = new DateOnly(2026, 11, 24) }, Known, [At("First visit", 0)]);
        line.Stays(Monday.AddDays(9), EndOf)[0].Length.ShouldBe(TimeSpan.FromHours(39));
        line.Next.ShouldBeNull();
        Should.Throw<BrokenRule>(() => line.Enter(new PassageTold("Purchase"), Marta, Day, Monday.AddDays(9))).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void Going_back_needs_a_reason_and_going_on_none()
    {
        var line = Told(At("Purchase", 0));
        Should.Throw<BrokenRule>(() => line.Enter(new PassageTold("First visit"), Marta, Day, Monday.AddHours(1))).Fields.Single().Name.ShouldBe("reason");
        var back = line.Enter(new PassageTold("First visit", Reason: " The drawing was wrong "), Marta, Day, Monday.AddHours(1));
        back.Reason.ShouldBe("The drawing was wrong");
        Told(At("Purchase", 0), back).Stays(Monday.AddHours(2), EndOf)[1].IsBack.ShouldBeTrue();
        line.Enter(new PassageTold("Payment"), Marta, Day, Monday.AddHours(1)).Reason.ShouldBeNull();
        line.Enter(new PassageTold("A word of our own"), Marta, Day, Monday.AddHours(1)).Stage.ShouldBe("A word of our own");
    }

    [Theory]
    [InlineData(+1, "enteredAt", "This moment has not come yet.")]
    [InlineData(-100, "enteredAt", "That is before the sale was opened, on 2026-11-20.")]
    [InlineData(-24 * 365 * 200, "enteredAt", "That is too long ago.")]
    public void Nothing_is_entered_in_the_future_or_before_the_sale(int hours, string field, string sentence)
    {
        var broken = Should.Throw<BrokenRule>(() => Line().Enter(new PassageTold("Purchase", Monday.AddHours(hours)), Marta, Day, Monday));
        broken.Fields[0].Name.ShouldBe(field);
        broken.Fields[0].Sentence.ToString().ShouldBe(sentence);
    }

    [Fact]
    public void What_is_told_late_takes_its_place_and_does_not_move_the_sale()
    {
        var line = Told(At("First contact", 0), At("Purchase", 5));
        var late = line.Enter(new PassageTold("First visit", Monday.AddHours(2)), Wanda, Day, Monday.AddHours(9));
        line.EndsWith(late).ShouldBeFalse();
        Told(At("First contact", 0), At("Purchase", 5), late).Passages.Select(p => p.Stage).ShouldBe(["First contact", "First visit", "Purchase"]);
        foreach (var hours in new[] { 1, 6 })
            Should.Throw<BrokenRule>(() => line.Enter(new PassageTold("purchase", Monday.AddHours(hours), Reason: "x"), Wanda, Day, Monday.AddHours(9))).Why.ShouldBe(Broken.NotNow, "beside its like it would be no passage");
    }

    [Fact]
    public void What_was_entered_at_one_moment_stands_as_it_was_told()
    {
        var line = Told(At("First visit", 0) with { ToldAt = Monday.AddHours(3) }, At("First contact", 0) with { ToldAt = Monday.AddHours(2) }, At("Purchase", 0) with { ToldAt = Monday.AddHours(4) });
        line.Passages.Select(p => p.Stage).ShouldBe(["First contact", "First visit", "Purchase"]);
        line.Stays(Monday, EndOf).Select(stay => stay.Length).ShouldBe([TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero]);
    }

    [Fact]
    public void Where_it_stood_before_anybody_told_its_way_is_not_forgotten_and_its_moment_can_be_told()
    {
        var line = new SaleLine(Roaster with { Stage = "First visit" }, Known, []);
        line.Stays(Monday, EndOf).Single().ShouldSatisfyAllConditions(stay => stay.IsHere.ShouldBeTrue(), stay => stay.Length.ShouldBeNull());
        line.Enter(new PassageTold(), Marta, Day, Monday).Stage.ShouldBe("Selection and negotiation");
        Should.Throw<BrokenRule>(() => line.Enter(new PassageTold("First visit"), Marta, Day, Monday)).Why.ShouldBe(Broken.NotNow);
        var dated = line.Enter(new PassageTold("First visit", Monday.AddHours(-3)), Marta, Day, Monday);
        line.Dated(dated).ShouldBe(line.Untold);
    }

    [Fact]
    public void A_time_is_corrected_between_its_neighbours()
    {
        var line = Told(At("First contact", 0), At("First visit", 2), At("Purchase", 5));
        var visit = line.Passages[1];
        line.Corrected(visit, Monday.AddHours(1), Monday.AddHours(4), Day, Monday.AddHours(9)).ShouldSatisfyAllConditions(c => c.LeftAt.ShouldBe(Monday.AddHours(4)), c => c.Version.ShouldBe(2));
        foreach (var (entered, left, field) in new[] { (-1, (int?)null, "enteredAt"), (6, null, "enteredAt"), (2, 1, "leftAt"), (2, 6, "leftAt") })
            Should.Throw<BrokenRule>(() => line.Corrected(visit, Monday.AddHours(entered), left is { } hours ? Monday.AddHours(hours) : null, Day, Monday.AddHours(9))).Fields[0].Name.ShouldBe(field);
        Should.Throw<BrokenRule>(() => line.Corrected(visit, null, null, Day, Monday.AddHours(9))).Fields[0].Name.ShouldBe("enteredAt");
        Should.Throw<BrokenRule>(() => line.Corrected(line.Passages[2], Monday.AddHours(10), null, Day, Monday.AddHours(9))).Fields[0].Name.ShouldBe("enteredAt");
    }

    [Fact]
    public void A_slip_is_taken_back_within_a_day_by_who_told_it_or_owns_the_sale()
    {
        var line = Told(At("First contact", 0), At("First visit", 2) with { By = Wanda });
        line.Without(line.Passages[1], Wanda, Monday.AddHours(3)).Passages.Select(p => p.Stage).ShouldBe(["First contact"]);
        line.Without(line.Passages[1], Marta, Monday.AddHours(3)).Here!.Stage.Name.ShouldBe("First contact");
        Should.Throw<BrokenRule>(() => line.Without(line.Passages[1], Stranger, Monday.AddHours(3))).Why.ShouldBe(Broken.NotYours);
        Should.Throw<BrokenRule>(() => line.Without(line.Passages[1], Wanda, Monday.AddHours(27))).Why.ShouldBe(Broken.NotNow);
        var round = Told(At("First contact", 0), At("First visit", 2), At("First contact", 4));
        Should.Throw<BrokenRule>(() => round.Without(round.Passages[1], Marta, Monday.AddHours(5))).Why.ShouldBe(Broken.NotNow);
    }

    private static Passage At(string stage, int hours) => new(Workspace, Id.New(Monday.AddHours(hours)), Roaster.Id, stage) { EnteredAt = Monday.AddHours(hours), ToldAt = Monday.AddHours(hours), By = Marta };

    private static SaleLine Line() => new(Roaster, Known, []);

    private static SaleLine Told(params Passage[] passages) => new(Roaster with { Stage = passages[^1].Stage }, Known, passages);

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), default, TimeSpan.Zero);
}
