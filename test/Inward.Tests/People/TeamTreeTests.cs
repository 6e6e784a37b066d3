using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

public class TeamTreeTests
{
    private static readonly Id Workspace = Id.New(DateTimeOffset.UnixEpoch);
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly Team Company = Named("Company", null);
    private static readonly Team Operations = Named("Operations", Company);
    private static readonly Team Warehouse = Named("Warehouse", Operations);
    private static readonly Team Fleet = Named("Fleet", Operations);
    private static readonly Team Sales = Named("Sales", Company);

    private readonly TeamTree operations = new([Warehouse, Fleet, Sales, Operations, Company]);

    [Fact]
    public void A_team_knows_what_is_above_and_below_it()
    {
        operations.Roots.ShouldBe([Company]);
        operations.ChildrenOf(Company.Id).ShouldBe([Operations, Sales]);
        operations.AncestorsOf(Warehouse.Id).ShouldBe([Operations, Company]);
        operations.DescendantsOf(Company.Id).ShouldBe([Operations, Sales, Fleet, Warehouse]);
        operations.PathOf(Warehouse.Id).ShouldBe("Company > Operations > Warehouse");
    }

    [Fact]
    public void A_team_cannot_stand_below_itself()
    {
        foreach (var below in (Team[])[Company, Operations, Warehouse])
        {
            Should.Throw<BrokenRule>(() => operations.Placed(Company.Id, below.Id)).Fields.ShouldHaveSingleItem().Name.ShouldBe("parent");
        }

        operations.Placed(Warehouse.Id, Sales.Id).Parent.ShouldBe(Sales.Id);
        operations.Placed(Warehouse.Id, null).Parent.ShouldBeNull();
        Should.Throw<BrokenRule>(() => operations.Placed(Warehouse.Id, Workspace)).Why.ShouldBe(Broken.NotVisible);
    }

    [Fact]
    public void A_store_that_holds_a_circle_is_still_drawn()
    {
        var one = Named("One", null);
        var two = Named("Two", one);
        var tree = new TeamTree([one with { Parent = two.Id }, two]);
        tree.AncestorsOf(one.Id).ShouldBe([two]);
        tree.DescendantsOf(one.Id).ShouldBe([two]);
        tree.PathOf(one.Id).ShouldBe("Two > One");
    }

    [Fact]
    public void Members_are_counted_on_a_day_each_once()
    {
        var (ann, bob) = (Id.New(DateTimeOffset.UnixEpoch), Id.New(DateTimeOffset.UnixEpoch));
        Membership[] stays =
        [
            Stay(ann, Warehouse, null, null), Stay(ann, Fleet, null, null), Stay(ann, Warehouse, Monday, null) with { Lead = true },
            Stay(bob, Warehouse, null, Monday.AddDays(-1)), Stay(bob, Sales, Monday, Monday),
        ];
        operations.MembersOn(Monday, Warehouse.Id, stays).ShouldBe([ann]);
        operations.MembersOn(Monday.AddDays(-1), Warehouse.Id, stays).ShouldBe([ann, bob], ignoreOrder: true);
        operations.MembersOn(Monday, Operations.Id, stays).ShouldBeEmpty();
        operations.MembersOn(Monday, Company.Id, stays, withTeamsBelow: true).ShouldBe([ann, bob], ignoreOrder: true);
        operations.MembersOn(Monday.AddDays(1), Sales.Id, stays).ShouldBeEmpty();
    }

    private static Team Named(string name, Team? parent) => new(Workspace, Id.New(DateTimeOffset.UnixEpoch), name) { Parent = parent?.Id };

    private static Membership Stay(Id person, Team team, DateOnly? from, DateOnly? to) =>
        new(Workspace, Id.New(DateTimeOffset.UnixEpoch), person, team.Id, from, to, Lead: false);
}
