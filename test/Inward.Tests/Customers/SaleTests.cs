using Inward.Customers;
using Inward.House;

namespace Inward.Tests.Customers;

public class SaleTests
{
    private static readonly Id Osterfenn = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly Id Marta = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly Id Tomas = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly Sale heron = new(Osterfenn, Id.New(DateTimeOffset.UnixEpoch), Id.New(DateTimeOffset.UnixEpoch), "Heron 15 for the net loft") { Owner = Marta };

    [Fact]
    public void The_owner_hands_a_sale_over() =>
        heron.Retold(heron with { Owner = Tomas }, by: Marta, administrator: false).Owner.ShouldBe(Tomas);

    [Fact]
    public void An_administrator_hands_a_sale_over() =>
        heron.Retold(heron with { Owner = null }, by: Tomas, administrator: true).Owner.ShouldBeNull();

    [Fact]
    public void Nobody_else_takes_a_sale_away()
    {
        var refused = Should.Throw<BrokenRule>(() => heron.Retold(heron with { Owner = Tomas }, by: Tomas, administrator: false));
        refused.Why.ShouldBe(Broken.NotYours);
        refused.Sentence.ToString().ShouldBe("Only the owner of a sale or an administrator hands it over.");
    }

    [Fact]
    public void A_sale_without_an_owner_is_anybodys_to_take() =>
        (heron with { Owner = null }).Retold(heron with { Owner = Tomas }, by: Tomas, administrator: false).Owner.ShouldBe(Tomas);

    [Fact]
    public void Everybody_keeps_a_sale_up_to_date_and_every_telling_is_a_version()
    {
        var retold = heron.Retold(heron with { Stage = " Payment ", Value = 74_800 }, by: Tomas, administrator: false);
        retold.Stage.ShouldBe("Payment");
        retold.Version.ShouldBe(heron.Version + 1);
    }

    [Fact]
    public void A_retelling_changes_neither_id_nor_workspace_nor_key()
    {
        var kept = heron with { ExternalKey = "H-15" };
        var elsewhere = kept with { Id = Marta, Workspace = Tomas, ExternalKey = "other" };
        kept.Retold(elsewhere, by: Marta, administrator: false).ShouldBe(kept with { Version = 2 });
    }

    [Fact]
    public void An_open_sale_has_no_closing_day() =>
        Should.Throw<BrokenRule>(() => (heron with { ClosedOn = Today }).Settled()).Fields.Single().Name.ShouldBe("closedOn");

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_001)]
    public void A_value_is_never_negative_nor_beyond_counting(long value) =>
        Should.Throw<BrokenRule>(() => (heron with { Value = value }).Checked()).Fields.Single().Name.ShouldBe("value");

    [Fact]
    public void Every_wrong_field_is_named_at_once() =>
        Should.Throw<BrokenRule>(() => (heron with { Name = " ", Value = -1, OpenedOn = Today, ClosedOn = Today.AddDays(-1) }).Checked())
            .Fields.Select(f => f.Name).ShouldBe(["name", "value", "closedOn"]);

    [Fact]
    public void A_sale_is_late_when_it_closed_after_the_promised_day()
    {
        var promised = heron with { PromisedOn = Today, Outcome = Outcome.Won };
        (promised with { ClosedOn = Today }).IsLate.ShouldBeFalse();
        (promised with { ClosedOn = Today.AddDays(1) }).IsLate.ShouldBeTrue();
        promised.IsLate.ShouldBeFalse();
    }

    [Fact]
    public void A_sale_is_overdue_while_it_is_open_past_the_promised_day()
    {
        var promised = heron with { PromisedOn = Today };
        promised.IsOverdue(Today).ShouldBeFalse();
        promised.IsOverdue(Today.AddDays(1)).ShouldBeTrue();
        (promised with { Outcome = Outcome.Lost }).IsOverdue(Today.AddDays(1)).ShouldBeFalse();
        heron.IsOverdue(Today).ShouldBeFalse();
    }
}
