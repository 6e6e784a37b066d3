using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Customers;

/// <summary>Sales through every door. The house opens on Monday, 23 November 2026.</summary>
public abstract class SaleStories(TestHouse house)
{
    private async Task<string> Customer(string name) => (await house.Call(Cast.Marta).Post("customers", new { name })).Expect(201).Id;

    [Fact]
    public async Task A_sale_is_told_whole_and_read_with_the_names_it_refers_to()
    {
        var tidewrack = await Customer("Tidewrack");
        var opened = (await house.Call(Cast.Marta).Post("sales", new
        {
            customer = tidewrack, name = "Heron 15 for the net loft", owner = Cast.Marta.Id, value = 74800.5m, stage = "After-sales",
            promisedOn = "2026-12-04", openedOn = "2026-11-02",
        })).Expect(201);
        opened.Location.ShouldBe($"/api/v1/sales/{opened.Id}");
        var read = (await house.Call(Cast.Wanda).Get($"sales/{opened.Id}")).Expect(200);
        read["customer"].GetProperty("name").GetString().ShouldBe("Tidewrack");
        read["owner"].GetProperty("name").GetString().ShouldBe("Marta Kowal");
        read["value"].GetDecimal().ShouldBe(74800.5m);
        read["promisedOn"].GetString().ShouldBe("2026-12-04");
        read["outcome"].GetString().ShouldBe("open");
        read["closedOn"].ValueKind.ShouldBe(JsonValueKind.Null);
        read["late"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_closed_was_won_unless_it_is_said_to_be_lost()
    {
        var customer = await Customer("Closing");
        (await house.Call(Cast.Marta).Post("sales", new { customer, name = "Late", promisedOn = "2026-11-10", closedOn = "2026-11-12" })).Expect(201)["late"].GetBoolean().ShouldBeTrue();
        (await house.Call(Cast.Marta).Post("sales", new { customer, name = "On time", promisedOn = "2026-11-10", closedOn = "2026-11-10" })).Expect(201)["outcome"].GetString().ShouldBe("won");
        (await house.Call(Cast.Marta).Post("sales", new { customer, name = "Gone", closedOn = "2026-11-10", outcome = "lost" })).Expect(201)["outcome"].GetString().ShouldBe("lost");
        (await house.Call(Cast.Marta).Post("sales", new { customer, name = "Overdue", promisedOn = "2026-11-20" })).Expect(201);
        var refused = (await house.Call(Cast.Marta).Post("sales", new { customer, name = "Neither", closedOn = "2026-11-10", outcome = "open" })).Expect(422);
        refused["errors"].GetProperty("closedOn")[0].GetString().ShouldBe("An open sale has no closing day. Say whether it was won or lost.");
        (await Names($"sales?customer={customer}&late=true")).ShouldBe(["Late"]);
        (await Names($"sales?customer={customer}&overdue=true")).ShouldBe(["Overdue"]);
        (await Names($"sales?customer={customer}&outcome=lost")).ShouldBe(["Gone"]);
        (await Names($"sales?customer={customer}&outcome=won")).ShouldBe(["Late", "On time"]);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named()
    {
        var refused = (await house.Call(Cast.Marta).Post("sales", new { value = -1, openedOn = "2026-11-02", closedOn = "2026-11-01" })).Expect(422);
        refused["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["customer", "name", "value", "closedOn"]);
        (await house.Call(Cast.Marta).Post("sales", new { customer = Cast.Osterfenn, name = "x" })).Expect(422)["errors"].GetProperty("customer")[0].GetString().ShouldBe("There is no such customer here.");
        (await house.Call(Cast.Marta).Post("sales", "{\"name\":\"x\",\"promisedOn\":\"2026-02-29\"}")).Expect(400);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_leaves_the_rest()
    {
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer = await Customer("Patched"), name = "Crane 30", owner = Cast.Marta.Id, value = 168000, stage = "Purchase" })).Expect(201);
        var patched = (await house.Call(Cast.Wanda).Patch($"sales/{sale.Id}", new { stage = "Payment", value = (decimal?)null }, sale.ETag)).Expect(200);
        (patched["stage"].GetString(), patched["value"].ValueKind, patched["owner"].GetProperty("name").GetString()).ShouldBe(("Payment", JsonValueKind.Null, "Marta Kowal"));
        var put = (await house.Call(Cast.Marta).Put($"sales/{sale.Id}", new { customer = sale["customer"].GetProperty("id"), name = "Crane 30" }, patched.ETag)).Expect(200);
        (put["stage"].ValueKind, put["owner"].ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
    }

    [Fact]
    public async Task Only_the_owner_or_an_administrator_hands_a_sale_over()
    {
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer = await Customer("Handed over"), name = "Robin 8", owner = Cast.Marta.Id })).Expect(201);
        var refused = (await house.Call(Cast.Wanda).Patch($"sales/{sale.Id}", new { owner = Cast.Wanda.Id }, sale.ETag)).Expect(403);
        refused["detail"].GetString().ShouldBe("Only the owner of a sale or an administrator hands it over.");
        var handed = (await house.Call(Cast.Marta).Patch($"sales/{sale.Id}", new { owner = Cast.Gareth.Id }, sale.ETag)).Expect(200);
        var freed = (await house.Call(Cast.Priya).Patch($"sales/{sale.Id}", new { owner = (string?)null }, handed.ETag)).Expect(200);
        (await house.Call(Cast.Wanda).Patch($"sales/{sale.Id}", new { owner = Cast.Wanda.Id }, freed.ETag)).Expect(200);
    }

    [Fact]
    public async Task A_new_owner_sees_what_was_asked_for_the_sale()
    {
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer = await Customer("With asks"), name = "Stork", owner = Cast.Marta.Id })).Expect(201);
        var ask = (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could you keep a crate for the Stork", performer = Cast.Wanda.Id, reason = "It leaves on Friday.", effect = "The customer roasts on Monday.",
            conditions = new[] { "The crate stands at gate two" }, answerBy = "2026-11-24", neededBy = "2026-11-27", sale = sale.Id,
        })).Expect(201);
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}")).Expect(404);
        (await house.Call(Cast.Marta).Patch($"sales/{sale.Id}", new { owner = Cast.Noor.Id }, sale.ETag)).Expect(200);
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}")).Expect(200);
    }

    [Fact]
    public async Task The_page_of_a_sale_says_who_waits_for_whom_and_shows_only_asks_one_may_see()
    {
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer = await Customer("Waiting"), name = "Magpie", owner = Cast.Marta.Id, promisedOn = "2026-12-04", stage = "First visit" })).Expect(201);
        (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could you measure the lane", performer = Cast.Piotr.Id, reason = "It is narrow.", effect = "The lorry fits.",
            conditions = new[] { "Measured at both ends" }, answerBy = "2026-11-25", neededBy = "2026-11-27", sale = sale.Id,
        })).Expect(201);
        var marta = await (await house.Browse(Cast.Marta)).Open($"/sales/{sale.Id}");
        marta.Expect(200).Text.ShouldContain("Marta Kowal waits for Piotr Nowak to answer.");
        marta.Text.ShouldContain("The customer was promised");
        marta.Find(".stages [aria-current=step]")!.TextContent.ShouldBe("First visit");
        var noor = await (await house.Browse(Cast.Noor)).Open($"/sales/{sale.Id}");
        noor.Expect(200).Text.ShouldNotContain("measure the lane");
        (await (await house.Browse(Cast.Stranger)).Open($"/sales/{sale.Id}")).Expect(404);
    }

    [Fact]
    public async Task Somebody_opens_a_sale_on_the_page()
    {
        await Customer("Bäckerei Blum");
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open("/sales/new");
        form.Find("#owner")!.GetAttribute("value").ShouldBe("Marta Kowal");
        var wrong = (await marta.Submit(form, "form.card", new { customer = "Nobody here", name = "Wren 3", value = "3200.50", promisedOn = "2026-12-24" })).Expect(422);
        wrong.Find("#errors")!.TextContent.ShouldContain("There is no customer called Nobody here.");
        wrong.Find("#value")!.GetAttribute("value").ShouldBe("3200.50");
        wrong.Find("#promisedOn")!.GetAttribute("value").ShouldBe("2026-12-24");
        var opened = await marta.Submit(wrong, "form.card", new { customer = "bäckerei blum" });
        opened.Expect(200).Find("h1")!.TextContent.ShouldBe("Wren 3");
        opened.Text.ShouldContain("3,200.5");
        var list = (await marta.Open("/sales?q=blum&owner=me&outcome=open")).Expect(200);
        list.Find("th.main")!.TextContent.ShouldBe("Wren 3");
        (await marta.Open("/sales?q=blum&outcome=lost")).Text.ShouldContain("No sale is like that");
    }

    [Fact]
    public async Task Two_who_change_a_sale_at_once_choose_field_by_field()
    {
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer = await Customer("Both"), name = "Heron", owner = Cast.Marta.Id, value = 10 })).Expect(201);
        var marta = await house.Browse(Cast.Marta);
        var slow = await marta.Open($"/sales/{sale.Id}/edit");
        (await house.Call(Cast.Gareth).Patch($"sales/{sale.Id}", new { value = 20, stage = "Payment" }, sale.ETag)).Expect(200);
        var both = (await marta.Submit(slow, "form.card", new { name = "Heron 15", value = "30" })).Expect(412);
        both.Text.ShouldContain("Gareth Pryce changed this");
        both.All("fieldset").Select(f => f.Id).ShouldBe(["name", "value", "stage"], ignoreOrder: true);
        var chosen = (await marta.Submit(both, "form.card", new { name = "Heron 15", value = "20", stage = "Payment" })).Expect(200);
        chosen.Path.ShouldBe($"/sales/{sale.Id}");
        var now = (await house.Call(Cast.Marta).Get($"sales/{sale.Id}")).Expect(200);
        (now["name"].GetString(), now["value"].GetDecimal(), now["stage"].GetString(), now["owner"].GetProperty("name").GetString()).ShouldBe(("Heron 15", 20m, "Payment", "Marta Kowal"));
    }

    private async Task<IEnumerable<string?>> Names(string path) => (await house.Call(Cast.Marta).Get(path)).Expect(200).Items.Select(i => i.GetProperty("name").GetString());
}

public sealed class SalesOnSqlite(SqliteHouse house) : SaleStories(house), IClassFixture<SqliteHouse>;

public sealed class SalesOnPostgres(PostgresHouse house) : SaleStories(house), IClassFixture<PostgresHouse>;
