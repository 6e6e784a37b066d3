using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>A list of asks by several values of a field, by several fields, and by one of many.</summary>
public abstract class FilterStories(TestHouse house)
{
    [Fact]
    public async Task Of_one_field_any_value_will_do_fields_must_all_fit_and_of_any_one_is_enough()
    {
        var marta = house.Call(Cast.Marta);
        var promised = await Asked("Promised to Wanda", new { performer = Cast.Wanda.Id }, 9);
        (await house.Call(Cast.Wanda).Post($"asks/{promised}/promise", new { by = Day(3) })).Expect(200);
        var blocked = await Asked("Blocked at Piotr's", new { performer = Cast.Piotr.Id }, 40);
        (await house.Call(Cast.Piotr).Post($"asks/{blocked}/obstacles", new { what = "No crane", owner = Cast.Piotr.Id, by = Day(5), cause = "capacity" })).Expect(200);
        var team = await Asked("Asked of the warehouse", new { team = Cast.Warehouse }, 40);
        var customer = (await marta.Post("customers", new { name = "Gull & Sons" })).Expect(201).Id;
        var sale = (await marta.Post("sales", new { customer, name = "A gull", owner = Cast.Marta.Id })).Expect(201).Id;
        var sold = await Asked("For the gull", new { performer = Cast.Noor.Id, sale }, 40);

        (await Found(marta, "state=promised,blocked")).ShouldBe([promised, blocked], ignoreOrder: true);
        (await Found(marta, "state=promised&state=blocked")).ShouldBe([promised, blocked], ignoreOrder: true);
        (await Found(marta, $"state=promised,blocked&person={Cast.Piotr.Id}")).ShouldBe([blocked]);
        (await Found(marta, "due=week,late")).ShouldBe([promised]);
        (await Found(marta, $"any=due:week,team:{Cast.Warehouse}")).ShouldBe([promised, team], ignoreOrder: true);
        (await Found(marta, $"any=state:blocked,customer:{customer}")).ShouldBe([blocked, sold], ignoreOrder: true);
        (await Found(marta, $"any=sale:{sale},person:{Cast.Piotr.Id}&role=requester")).ShouldBe([sold, blocked], ignoreOrder: true);
        (await Found(marta, $"state=requested&any=due:week,team:{Cast.Warehouse}")).ShouldBe([team]);
        (await Found(marta, $"customer={customer}&any=state:blocked")).ShouldBeEmpty();
        (await Found(house.Call(Cast.Piotr), "any=turn:me")).ShouldBe([blocked, team], ignoreOrder: true);
        (await Found(house.Call(Cast.Noor), $"role=all&any=team:{Cast.Warehouse},state:blocked")).ShouldBeEmpty("a filter shows nobody more than they may see");
        var two = (await marta.Get($"asks?limit=1&any=state:blocked,team:{Cast.Warehouse}")).Expect(200);
        (await marta.Get($"asks?limit=1&any=state:blocked,team:{Cast.Warehouse}&after={Uri.EscapeDataString(two["next"].GetString()!)}")).Expect(200).Items.Count.ShouldBe(1);
        (await marta.Get("asks?any=late")).Expect(422)["errors"].GetProperty("any")[0].GetString()!.ShouldContain("“late” is no choice here");
        (await marta.Get("asks?state=gone")).Expect(422);
    }

    [Fact]
    public async Task On_the_page_a_filter_is_put_together_and_goes_into_the_address()
    {
        var ask = await Asked("Could you tar the roof?", new { performer = Cast.Wanda.Id }, 5, Cast.Gareth);
        var gareth = await house.Browse(Cast.Gareth);
        var page = await gareth.Submit(await gareth.Open("/asks?due=week"), "form.bar", button: "button[formaction='/asks/filter']");
        page.Find("#each input[name=due][value=week][checked]").ShouldNotBeNull();
        page = await gareth.Submit(page, "main form", new { who = "Nobody Atall", anyWho = "Wanda Lorenz", q = "roof" });
        page.Expect(422).Find("#who-err")!.TextContent.ShouldContain("Nobody here is called “Nobody Atall”.");
        page.Find("#who")!.GetAttribute("value").ShouldBe("Nobody Atall");
        page.Find($"#any input[name=any][value='person:{Cast.Wanda.Id}'][checked]").ShouldNotBeNull("what was understood is kept");
        page.Find("#q")!.GetAttribute("value").ShouldBe("roof");
        page = await gareth.Submit(page, "main form", new { who = "" });
        page.Expect(200).PathAndQuery.ShouldBe($"/asks?due=week&any=person:{Cast.Wanda.Id}&q=roof");
        page.Find("#further")!.TextContent.ShouldContain("at least one of: Wanda Lorenz");
        page.Find($"#asks a[href='/asks/{ask}']").ShouldNotBeNull();
        page.Find("form.bar input[type=hidden][name=any]").ShouldNotBeNull("the bar keeps what it does not show");
        page = (await gareth.Submit(page, "form.bar", new { q = "no such word" })).Expect(200);
        page.PathAndQuery.ShouldContain($"any=person%3A{Cast.Wanda.Id}");

        (await gareth.Open("/asks/filter?go=1&state=accepted")).PathAndQuery.ShouldBe("/asks?show=closed&state=accepted", "where nothing is open, the open ones would be none");
        page = (await gareth.Open("/asks?state=gone&due=late")).Expect(422);
        page.Find("#errors")!.TextContent.ShouldContain("“gone” is none of");
        page.Find("select[name=due] option[value=late][selected]").ShouldNotBeNull();
        (await gareth.Open("/asks")).Find("#further").ShouldBeNull();
    }

    private static string Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days).ToString("O");

    private async Task<string> Asked(string what, object whom, int neededIn, Colleague? by = null)
    {
        var ask = JsonSerializer.SerializeToNode(whom)!.AsObject();
        ask["what"] = what;
        (ask["reason"], ask["effect"]) = ("It leaves soon.", "It arrives.");
        ask["conditions"] = new System.Text.Json.Nodes.JsonArray("It is done");
        (ask["answerBy"], ask["neededBy"]) = (Day(2), Day(neededIn));
        return (await house.Call(by ?? Cast.Marta).Post("asks", ask.ToJsonString())).Expect(201).Id;
    }

    private static async Task<List<string>> Found(Caller who, string filter) => [.. (await who.Get($"asks?{filter}")).Expect(200).Items.Select(a => a.GetProperty("id").GetString()!)];
}

public sealed class FiltersOnSqlite(SqliteHouse house) : FilterStories(house), IClassFixture<SqliteHouse>;

public sealed class FiltersOnPostgres(PostgresHouse house) : FilterStories(house), IClassFixture<PostgresHouse>;
