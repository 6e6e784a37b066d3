using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Tests.Imports;

public class UndoTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Id Workspace = Id.New(Now);
    private static readonly Dictionary<Id, Sentence> Unused = [];

    [Fact]
    public void An_import_undone_at_once_leaves_everything_as_it_was()
    {
        var random = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            var before = After(Plan(Lines.AnyPeople(random), Roster.Empty(Workspace)), Roster.Empty(Workspace));
            var file = Lines.AnyPeople(random);
            var plan = Plan(file, before);
            var after = After(plan, before);
            var undone = After(Undo(plan, after), after);
            Told(undone).ShouldBe(Told(before), file);
        }
    }

    [Fact]
    public void What_was_changed_since_stays_and_is_named()
    {
        var before = After(Plan("name,key,title\nAnn,1,Buyer\nBob,2,Clerk"), Roster.Empty(Workspace));
        var plan = Plan("name,key,title\nAnn Ray,1,Head\nBob,2,Driver\nCy,3,Cook\nDee,4,Cook", before);
        var after = After(plan, before);
        var changed = after with { People = [.. after.People.Select(person => person.ExternalKey is "1" or "3" ? person with { Title = "Chief" } : person)] };
        var undo = Undo(plan, changed);
        undo.People.PutBack.Select(person => (person.Name, person.Title)).ShouldBe([("Ann", "Chief"), ("Bob", "Clerk")]);
        undo.People.Removed.Select(person => person.Name).ShouldBe(["Dee"]);
        undo.Noticed.Select(noticed => noticed.ToString()).ShouldBe(
            ["Ann Ray: Title was changed since the import and stays.", "Cy was changed since the import (Title) and stays."], ignoreOrder: true);
    }

    [Fact]
    public void What_the_person_wrote_since_is_not_the_imports_to_take()
    {
        var before = After(Plan("name,key,title\nAnn,1,Buyer"), Roster.Empty(Workspace));
        var plan = Plan("name,key,title\nAnn,1,Head", before);
        var after = After(plan, before);
        var words = OwnWords.None with { DoAndWhy = new("I buy what the yard needs.", Today) };
        var undo = Undo(plan, after with { People = [after.People[0] with { OwnWords = words }] });
        undo.People.PutBack.ShouldHaveSingleItem().ShouldBe(before.People[0] with { OwnWords = words });
        undo.Noticed.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_is_used_or_needed_stays_with_team_and_manager()
    {
        var plan = Plan("name,key,managerKey,team\nOlga,1,,Office\nAnn,2,1,Office > Stores\nBob,3,1,Yard\nCy,4,,Fleet");
        var after = After(plan, Roster.Empty(Workspace));
        var ann = after.People.Single(person => person.Name == "Ann");
        var undo = Undo(plan, after, new() { [ann.Id] = new Sentence("{0} has signed in since and stays.", ann.Name) });
        undo.People.Removed.Select(person => person.Name).ShouldBe(["Bob", "Cy"]);
        undo.Teams.Removed.Select(team => team.Name).ShouldBe(["Yard", "Fleet"]);
        undo.Memberships.Removed.Count.ShouldBe(2);
        undo.Noticed.Select(noticed => noticed.ToString()).ShouldBe(
        [
            "Ann has signed in since and stays.", "Olga is the manager of Ann and stays.", "Office is the team of Olga and stays.", "Stores is the team of Ann and stays.",
        ]);
    }

    [Fact]
    public void Teams_and_managers_others_were_given_since_stay()
    {
        var plan = Plan("name,key,team\nAnn,1,Stores\nBob,2,Yard");
        var after = After(plan, Roster.Empty(Workspace));
        var per = new Person(Workspace, Id.New(Now), "Per") { Manager = after.People[0].Id };
        var stay = new Membership(Workspace, Id.New(Now), per.Id, after.Teams.Single(team => team.Name == "Yard").Id, null, null, Lead: false);
        var undo = Undo(plan, after with { People = [.. after.People, per], Memberships = [.. after.Memberships, stay] });
        undo.People.Removed.Select(person => person.Name).ShouldBe(["Bob"]);
        undo.Teams.Removed.ShouldBeEmpty();
        undo.Noticed.Select(noticed => noticed.ToString()).ShouldBe(
            ["Ann is the manager of Per and stays.", "Stores is the team of Ann and stays.", "Yard is the team of Per and stays."], ignoreOrder: true);
    }

    [Fact]
    public void What_was_before_is_not_put_back_where_it_has_become_impossible()
    {
        var before = After(Plan("name,key,email,managerKey\nAnn,1,a@x.example,2\nBob,2,,\nCy,3,,"), Roster.Empty(Workspace));
        var plan = Plan("name,key,email,managerKey\nAnn,1,ann@x.example,3", before);
        var after = After(plan, before);
        var (ann, bob) = (after.People[0], after.People[1]);
        var since = after with { People = [ann, bob with { Manager = ann.Id, Email = "A@x.example" }, after.People[2]] };
        var undo = Undo(plan, since);
        undo.People.PutBack.ShouldHaveSingleItem().ShouldBe(ann);
        undo.Noticed.Select(noticed => noticed.ToString()).ShouldBe(
            ["Ann: E-mail address “a@x.example” belongs to somebody else by now. Today's stays.", "Ann: the manager of before would close a circle. Today's stays."]);
        var withoutBob = Undo(plan, since with { People = [ann, after.People[2]] });
        withoutBob.People.PutBack.ShouldHaveSingleItem().Manager.ShouldBe(ann.Manager);
        withoutBob.Noticed.ShouldHaveSingleItem().ToString().ShouldBe("Ann: the manager of before is no longer here. Today's stays.");
    }

    [Fact]
    public void Sales_go_with_their_customers_unless_one_stays()
    {
        var before = Sales("key,name,customer,value\n1,Pumps,Acme,10", [], []);
        var (customers, sales) = (before.Customers.Select(change => change.After).ToList(), before.Sales.Select(change => change.After).ToList());
        var plan = Sales("key,name,customer,value\n1,Pumps,Bora,11\n2,Hose,Calla,20\n3,Belt,Dorn,30\n4,Nuts,Eskil,40", customers, sales);
        List<Sale> now = [.. plan.Sales.Select(change => change.After.Name == "Belt" ? change.After with { Stage = "Offer" } : change.After)];
        List<Customer> there = [.. customers, .. plan.Customers.Select(change => change.After)];
        var eskil = there.Single(customer => customer.Name == "Eskil");
        var undo = SalesUndo.For(plan.Customers, plan.Sales, there, now, new Dictionary<Id, Sentence> { [eskil.Id] = "Eskil said something since and stays." });
        undo.Sales.PutBack.ShouldHaveSingleItem().ShouldBe(sales[0]);
        undo.Sales.Removed.Select(sale => sale.Name).ShouldBe(["Hose", "Nuts"]);
        undo.Customers.Removed.Select(customer => customer.Name).ShouldBe(["Bora", "Calla"]);
        undo.Noticed.Select(noticed => noticed.ToString()).ShouldBe(
            ["Belt was changed since the import (Stage) and stays.", "Eskil said something since and stays.", "Dorn is the customer of Belt and stays."]);
    }

    [Fact]
    public void Rows_left_out_are_kept_with_their_reason()
    {
        var noticed = new Noticings();
        const string file = "name,from\nAnn,soon\nBob,\n,\nCy,2026-01-01,more";
        var map = Lines.Proposed(ImportKind.People, file);
        var plan = PeoplePlan.For(Lines.Rows(map, file, noticed), map, Roster.Empty(Workspace), Today, Now, noticed);
        ErrorRows.Of(Lines.Table("people.csv", file, new Noticings()), plan.Noticed)!.Told(sentence => sentence.ToString()).ShouldBe(
        [
            ["name", "from", "what is wrong"],
            ["Ann", "soon", "First day: “soon” is not a day."],
            ["Cy", "2026-01-01", "It has 3 cells where the header has 2.", "more"],
        ]);
        ErrorRows.Of(Lines.Table("people.csv", file, new Noticings()), []).ShouldBeNull();
    }

    private static PeoplePlan Plan(string file, Roster? roster = null)
    {
        var noticed = new Noticings();
        var map = Lines.Proposed(ImportKind.People, file);
        return PeoplePlan.For(Lines.Rows(map, file, noticed), map, roster ?? Roster.Empty(Workspace), Today, Now, noticed);
    }

    private static SalesPlan Sales(string file, IReadOnlyList<Customer> customers, IReadOnlyList<Sale> sales)
    {
        var noticed = new Noticings();
        var map = Lines.Proposed(ImportKind.Sales, file);
        return SalesPlan.For(Lines.Rows(map, file, noticed), map, Workspace, customers, sales, [], Today, Now, noticed);
    }

    private static PeopleUndo Undo(PeoplePlan plan, Roster now, Dictionary<Id, Sentence>? used = null) =>
        PeopleUndo.For(plan.People, plan.Teams, plan.Memberships, now, used ?? Unused);

    private static Roster After(PeoplePlan plan, Roster before) => new(Workspace,
        Merged(before.People, plan.People.Select(change => change.After), [], person => person.Id),
        Merged(before.Teams, plan.Teams.Select(change => change.After), [], team => team.Id),
        Merged(before.Memberships, plan.Memberships.Select(change => change.After), [], stay => stay.Id));

    private static Roster After(PeopleUndo undo, Roster before) => new(Workspace,
        Merged(before.People, undo.People.PutBack, undo.People.Removed, person => person.Id),
        Merged(before.Teams, undo.Teams.PutBack, undo.Teams.Removed, team => team.Id),
        Merged(before.Memberships, undo.Memberships.PutBack, undo.Memberships.Removed, stay => stay.Id));

    private static List<T> Merged<T>(IEnumerable<T> before, IEnumerable<T> changed, IEnumerable<T> removed, Func<T, Id> id) =>
        [.. changed.Concat(before).DistinctBy(id).ExceptBy(removed.Select(id), id)];

    private static string[] Told(Roster roster) =>
        [.. roster.People.Select(person => person.ToString()).Concat(roster.Teams.Select(team => team.ToString()))
            .Concat(roster.Memberships.Select(stay => stay.ToString())).Order(StringComparer.Ordinal)];
}
