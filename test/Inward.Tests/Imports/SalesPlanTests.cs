using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Tests.Imports;

public class SalesPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Id Workspace = Id.New(Now);
    private static readonly Person Sol = new(Workspace, Id.New(Now), "Sol Reyes") { Email = "sol@osterfenn.example", ExternalKey = "5" };

    [Fact]
    public void Our_own_columns_become_sales_and_customers()
    {
        var plan = Plan("customer,name,value,stage,from,to,promisedOn,owner\nBaltic Ferries,Twelve pumps,1054.50,Won,2026-01-05,2026-03-02,2026-03-01,sol@osterfenn.example\nbaltic ferries,Service,,Offer,2026-02-01,,,");
        plan.Customers.ShouldHaveSingleItem().After.Name.ShouldBe("Baltic Ferries");
        plan.Sales.Count.ShouldBe(2);
        plan.Sales[0].After.ShouldBe(new Sale(Workspace, plan.Sales[0].After.Id, plan.Customers[0].After.Id, "Twelve pumps")
        {
            Value = 1054.50m, Stage = "Won", Outcome = Outcome.Won, Owner = Sol.Id,
            OpenedOn = new(2026, 1, 5), ClosedOn = new(2026, 3, 2), PromisedOn = new(2026, 3, 1),
        });
        (plan.Figures.Won, plan.Figures.Open, plan.Figures.Late).ShouldBe((1, 1, 1));
        plan.Noticed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Won", "", "", Outcome.Won)]
    [InlineData("closedwon", "", "", Outcome.Won)]
    [InlineData("Closed Won", "", "", Outcome.Won)]
    [InlineData("5 - Gewonnen", "", "", Outcome.Won)]
    [InlineData("Lost", "", "", Outcome.Lost)]
    [InlineData("closedlost", "", "", Outcome.Lost)]
    [InlineData("Closed Lost", "", "", Outcome.Lost)]
    [InlineData("Lost, won by another", "", "", Outcome.Lost)]
    [InlineData("Engaging", "", "", Outcome.Open)]
    [InlineData("Prospecting", "", "", Outcome.Open)]
    [InlineData("appointmentscheduled", "", "", Outcome.Open)]
    [InlineData("Wonderful", "", "", Outcome.Open)]
    [InlineData("Negotiation", "true", "TRUE", Outcome.Won)]
    [InlineData("Negotiation", "true", "false", Outcome.Lost)]
    [InlineData("Closed Won", "false", "false", Outcome.Open)]
    public void Every_program_says_won_lost_and_open_in_its_own_way(string stage, string isClosed, string isWon, Outcome outcome) =>
        Outcomes.Of(stage, isClosed, isWon, hasClosingDay: true).ShouldBe(outcome);

    [Fact]
    public void An_order_has_no_stage_and_is_open_until_it_is_shipped()
    {
        Outcomes.Of("", "", "", hasClosingDay: false).ShouldBe(Outcome.Open);
        Outcomes.Of("", "", "", hasClosingDay: true).ShouldBe(Outcome.Won);
    }

    [Theory]
    [InlineData("name,customer\nPumps,", "Sales without a customer: 1. They stand under “Not named” until someone knows better.", "Pumps/Not named")]
    [InlineData("name,customer,stage,closedOn\nPumps,Acme,Offer,2026-12-24", "Open sales with a closing day: 1. Such a day is a hope and is not kept.", "Pumps/Acme")]
    [InlineData("name,customer,owner\nPumps,Acme,Bo\nHose,Acme,bo", "Nobody in Inward is “Bo”. Sales imported without their owner: 2. Import the people first, then this file again.", "Pumps/Acme | Hose/Acme")]
    [InlineData("name,customer,key\nPumps,Acme,1\nHose,Acme,1", "people.csv, row 3: The key 1 stands in row 2 already, and one sale has one row.", "Pumps/Acme")]
    [InlineData("name,customer,value\nPumps,Acme,plenty", "people.csv, row 2: “plenty” is not a sum.", "")]
    [InlineData("name,customer,value\nPumps,Acme,-5", "people.csv, row 2: Value: A value is between 0 and 1,000,000,000,000. It is left out.", "Pumps/Acme")]
    [InlineData("name,customer,stage,openedOn,closedOn\nPumps,Acme,Won,2026-03-01,2026-02-01", "people.csv, row 2: Closed on: A sale does not close before it opens. It is left out.", "Pumps/Acme")]
    [InlineData("name,customer,openedOn\nPumps,Acme,soon", "people.csv, row 2: Opened on: “soon” is not a day.", "")]
    [InlineData("name,customer,value\n,Acme,7", "people.csv, row 2: It has no name and no key: no sale to import.", "")]
    [InlineData("name,customerKey\nPumps,K9", null, "Pumps/K9")]
    [InlineData("key,customer\n17,Acme", null, "Sale 17/Acme")]
    public void What_is_odd_is_said_in_words(string file, string? sentence, string sales)
    {
        var plan = Plan(file);
        var customers = plan.Customers.ToDictionary(change => change.After.Id, change => change.After.Name);
        string.Join(" | ", plan.Sales.Select(change => $"{change.After.Name}/{customers[change.After.Customer]}")).ShouldBe(sales);
        plan.Noticed.Select(noticed => noticed.ToString()).ShouldBe(sentence is null ? [] : [sentence]);
    }

    [Fact]
    public void Known_sales_are_found_by_key_or_by_customer_name_and_day()
    {
        const string file = "key,name,customer,value,openedOn\n1,Pumps,Acme,10,2026-01-01\n,Hose,Acme,20,2026-02-01\n,Hose,Acme,30,2026-02-01";
        var first = Plan(file);
        var again = Plan(file, first);
        again.Sales.ShouldAllBe(change => change.Became == Became.Unchanged);
        again.Customers.ShouldAllBe(change => change.Became == Became.Unchanged);
        again.Sales.Select(change => change.After.Id).ShouldBe(first.Sales.Select(change => change.After.Id));
        var changed = Plan(file.Replace("Pumps,Acme,10", "Pumps,Bora,11", StringComparison.Ordinal), first);
        CustomerFacts.Sale.Written(changed.Sales[0]).Select(written => written.Fact).ShouldBe(["customer", "value"]);
        changed.Customers.CountOf(Became.Created).ShouldBe(1);
    }

    [Fact]
    public void One_known_sale_is_told_by_one_row()
    {
        var first = Plan("key,name,customer,openedOn\n1,Pumps,Acme,2026-01-01");
        Plan("key,name,customer,openedOn\n,Pumps,Acme,2026-01-01\n1,Pumps,Acme,2026-01-01", first).Noticed.ShouldHaveSingleItem()
            .ToString().ShouldBe("people.csv, row 3: It is the sale of row 2 once more, and one sale has one row.");
    }

    [Fact]
    public void A_file_that_is_silent_about_the_stage_does_not_reopen_a_sale()
    {
        var won = Plan("key,name,customer,stage\n1,Pumps,Acme,Won");
        Plan("key,name,customer,value\n1,Pumps,Acme,12", won).Sales[0].After.Outcome.ShouldBe(Outcome.Won);
    }

    [Fact]
    public void Customers_are_known_by_key_or_name_and_two_keys_are_two_customers()
    {
        var known = new Customer(Workspace, Id.New(Now), "Acme");
        var noticed = new Noticings();
        const string file = "key,name\nA1,acme\nA2,Acme\nA1,Bora\nA3,\n,Calla\n,CALLA";
        var plan = CustomersPlan.For(Lines.Rows(Lines.Proposed(ImportKind.Customers, file), file, noticed), Workspace, [known], Now, noticed);
        plan.Customers.Select(change => (change.After.Name, change.After.ExternalKey, change.Became)).ShouldBe(
        [
            ("acme", "A1", Became.Updated), ("Acme", "A2", Became.Created), ("A3", "A3", Became.Created), ("Calla", null, Became.Created),
        ]);
        plan.Noticed.ShouldHaveSingleItem().ToString().ShouldBe("people.csv, row 4: The key A1 is acme in row 2; Bora cannot have it too.");
        plan.InWords().First().ToString().ShouldBe("Rows read: 6; left out: 1.");
    }

    private static SalesPlan Plan(string file, SalesPlan? before = null)
    {
        var noticed = new Noticings();
        var map = Lines.Proposed(ImportKind.Sales, file);
        return SalesPlan.For(Lines.Rows(map, file, noticed), map, Workspace,
            before?.Customers.Select(change => change.After) ?? [], before?.Sales.Select(change => change.After) ?? [], [Sol], Today, Now, noticed);
    }
}
