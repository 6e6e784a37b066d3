using Inward.AfterSales;
using Inward.Customers;
using Inward.House;

namespace Inward.Tests.AfterSales;

public class AfterSalesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id Company = Id.New(Now), Customer = Id.New(Now), Marta = Id.New(Now), One = Id.New(Now), Two = Id.New(Now), Unseen = Id.New(Now);

    private readonly Complaint complaint = new(Company, Id.New(Now), Marta, Now);
    private readonly Sale first = new(Company, Id.New(Now), Customer, "Drum roaster") { OpenedOn = new(2026, 10, 1) };
    private readonly Sale second = new(Company, Id.New(Now), Customer, "Second roaster") { OpenedOn = new(2026, 11, 1) };

    [Fact]
    public void A_complaint_is_put_right_by_saying_what_was_done_once()
    {
        var righted = complaint.Settle(Marta, " A new drum ", Now);
        (righted.IsOpen, righted.PutRight!.How, righted.Version).ShouldBe((false, "A new drum", 2));
        Should.Throw<BrokenRule>(() => righted.Settle(Marta, "Again", Now)).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => complaint.Settle(Marta, " ", Now)).Fields.Single().Name.ShouldBe("how");
        Should.Throw<BrokenRule>(() => complaint.Settle(Marta, new string('x', Complaint.Longest + 1), Now)).Fields.Single().Name.ShouldBe("how");
    }

    [Fact]
    public void What_was_done_about_a_complaint_is_not_dropped_with_it()
    {
        complaint.Dropped().ShouldBe(complaint);
        var righted = complaint.Settle(Marta, "A new drum", Now);
        Should.Throw<BrokenRule>(righted.Dropped).Why.ShouldBe(Broken.NotNow);
        righted.Reopen().Dropped().IsOpen.ShouldBeTrue();
        Should.Throw<BrokenRule>(complaint.Reopen).Why.ShouldBe(Broken.NotNow);
    }

    [Fact]
    public void Asks_are_named_and_dropped_but_not_those_that_one_does_not_see()
    {
        var behind = AsksBehind.Told([One, One], new HashSet<Id> { One, Two }, [Two, Unseen]);
        (behind.Named.Single(), behind.Dropped.Single()).ShouldBe((One, Two));
        AsksBehind.Told([Unseen], new HashSet<Id> { One }, [Unseen]).IsNothing.ShouldBeTrue();
        Should.Throw<BrokenRule>(() => AsksBehind.Told([Unseen], new HashSet<Id> { One }, [])).Fields.Single().Name.ShouldBe("asks");
        var many = Enumerable.Range(0, AsksBehind.Most + 1).Select(_ => Id.New(Now)).ToList();
        Should.Throw<BrokenRule>(() => AsksBehind.Told(many, many.ToHashSet(), [])).Fields.Single().Name.ShouldBe("asks");
        Should.Throw<BrokenRule>(() => AsksBehind.CheckCount(many)).Fields.Single().Name.ShouldBe("asks");
        AsksBehind.Told(many[1..], many.ToHashSet(), []).Named.Count.ShouldBe(AsksBehind.Most);
    }

    [Fact]
    public void A_repeat_purchase_follows_an_earlier_sale_with_the_same_customer_that_was_not_lost()
    {
        RepeatPurchase.Told(second, first, new Dictionary<Id, Id>(), Marta, Now).After.ShouldBe(first.Id);
        Refused(second, null);
        Refused(second, second);
        Refused(first, second);
        Refused(second, first with { Customer = Id.New(Now) });
        Refused(second, first with { Outcome = Outcome.Lost });
    }

    [Fact]
    public void Repeat_purchases_make_no_circle()
    {
        var third = second with { Id = Id.New(Now) };
        Refused(second with { OpenedOn = null }, third, new() { [third.Id] = first.Id, [first.Id] = second.Id });
        RepeatPurchase.Told(third, second, new Dictionary<Id, Id> { [second.Id] = first.Id }, Marta, Now).After.ShouldBe(second.Id);
    }

    private static void Refused(Sale later, Sale? earlier, Dictionary<Id, Id>? before = null) =>
        Should.Throw<BrokenRule>(() => RepeatPurchase.Told(later, earlier, before ?? [], Marta, Now)).Fields.Single().Name.ShouldBe("after");
}
