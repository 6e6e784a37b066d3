using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.Tests.Imports;

namespace Inward.Tests.Customers;

public class CustomerMergingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id Company = Id.New(Now);

    private readonly Customer kept = new(Company, Id.New(Now), "Tidewrack Roasters");
    private readonly Customer gone = new(Company, Id.New(Now), "Tidewrack GmbH") { ExternalKey = "C7" };

    [Fact]
    public void The_one_that_stays_keeps_its_name_or_takes_the_other_and_gets_a_missing_key()
    {
        var merging = new CustomerMerging(kept, gone).Checked();
        (merging.Merged.Name, merging.Merged.ExternalKey, merging.Left.ExternalKey, merging.Left.MergedInto).ShouldBe(("Tidewrack Roasters", "C7", null, kept.Id));
        (merging with { Taken = new(["name"]) }).Checked().Merged.Name.ShouldBe("Tidewrack GmbH");
        var keyed = new CustomerMerging(kept with { ExternalKey = "A1" }, gone);
        (keyed.Merged.ExternalKey, keyed.Left.ExternalKey).ShouldBe(("A1", "C7"));
    }

    [Fact]
    public void No_customer_is_merged_with_itself_and_only_a_name_is_chosen()
    {
        Should.Throw<BrokenRule>(() => new CustomerMerging(kept, kept).Checked()).Fields.Single().Name.ShouldBe("other");
        Should.Throw<BrokenRule>(() => new CustomerMerging(kept, gone) { Taken = new(["key"]) }.Checked()).Fields.Single().Name.ShouldBe("take");
    }

    [Fact]
    public void Parted_again_what_was_changed_since_stays()
    {
        var merged = new CustomerMerging(kept, gone).Merged;
        var parted = CustomerMerging.Parted(merged with { Name = "Tidewrack", Version = 9 }, kept, merged);
        (parted.Name, parted.ExternalKey, parted.Version).ShouldBe(("Tidewrack", null, 10));
    }

    [Fact]
    public void A_file_that_knows_the_old_name_or_key_finds_the_one_that_stays_and_renames_nothing()
    {
        const string file = "key,name\nC7,Tidewrack GmbH\n,tidewrack gmbh\nA1,Tidewrack Ltd\nZ9,Tidewrack GmbH\n";
        var noticed = new Noticings();
        var plan = CustomersPlan.For(Lines.Rows(Lines.Proposed(ImportKind.Customers, file), file, noticed), Company, [gone with { MergedInto = kept.Id }, kept with { ExternalKey = "A1" }], Now, noticed);
        plan.Customers.Select(change => (change.Became, change.After.Name, change.After.ExternalKey)).ShouldBe([(Became.Updated, "Tidewrack Ltd", "A1"), (Became.Created, "Tidewrack GmbH", "Z9")]);
        noticed.All.Where(notice => notice.Weight == Weight.LeftOut).ShouldBeEmpty();
    }
}
