using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>Filters kept under a name: mine alone, until I share them.</summary>
public abstract class ViewStories(TestHouse house)
{
    [Fact]
    public async Task A_view_is_its_owners_alone_until_it_is_shared_and_shows_nobody_more_than_they_may_see()
    {
        var (wanda, piotr, marta) = (house.Call(Cast.Wanda), house.Call(Cast.Piotr), house.Call(Cast.Marta));
        var view = (await wanda.Post("asks/views", new { name = "Late in the yard", query = "due=late&role=team" })).Expect(201);
        (await Shared(piotr)).ShouldBeEmpty();
        (await wanda.Post($"asks/views/{view.Id}/sharing", new { with = Cast.Warehouse })).Expect(200);
        (await Shared(piotr)).ShouldBe(["Late in the yard"]);
        (await Shared(marta)).ShouldBeEmpty("she is not of the warehouse");
        (await wanda.Post($"asks/views/{view.Id}/sharing", new { with = Cast.Osterfenn })).Expect(200);
        (await Shared(marta)).ShouldBe(["Late in the yard"]);
        (await Shared(house.Call(Cast.Stranger))).ShouldBeEmpty();
        (await Shared(wanda)).ShouldBeEmpty("it is her own");
        (await marta.Post($"asks/views/{view.Id}/sharing", new { with = Cast.Osterfenn })).Expect(404);
        (await marta.Delete($"asks/views/{view.Id}", "*")).Expect(404);
        (await wanda.Post($"asks/views/{view.Id}/sharing", new { with = Cast.SalesNorth })).Expect(422)["errors"].GetProperty("with")[0].GetString()!.ShouldContain("a team that you are in");
        (await wanda.Post($"asks/views/{view.Id}/sharing", new { })).Expect(200);
        (await Shared(marta)).ShouldBeEmpty();
        (await Shared(piotr)).ShouldBeEmpty();
        (await wanda.Get("asks/views")).Expect(200).Items.ShouldHaveSingleItem().GetProperty("with").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task On_the_page_it_is_kept_shared_taken_and_removed()
    {
        var gareth = await house.Browse(Cast.Gareth);
        var page = await gareth.Submit(await gareth.Open("/asks/views?query=due%3Dweek"), "form.form", new { name = " " });
        page.Expect(422).Find("#name-err").ShouldNotBeNull();
        page = await gareth.Submit(page, "form.form", new { name = "This week, all of us", with = Cast.Osterfenn.ToString() });
        page.Expect(200).Path.ShouldBe("/asks");
        page.Text.ShouldContain("This week, all of us");

        var noor = await house.Browse(Cast.Noor);
        page = await noor.Open("/asks/views");
        page.Find("#shared")!.TextContent.ShouldContain("This week, all of us");
        page = (await noor.Submit(page, "#shared form")).Expect(200);
        page.Find("#mine a")!.GetAttribute("href").ShouldBe("/asks?due=week");
        (await noor.Open("/asks")).Text.ShouldContain("This week, all of us");

        page = (await gareth.Submit(await gareth.Open("/asks/views"), "#mine form[action$=remove]")).Expect(200);
        page.Find("#mine").ShouldBeNull();
        page = await noor.Open("/asks/views");
        page.Find("#shared").ShouldBeNull();
        page.Find("#mine").ShouldNotBeNull("what was taken stays");
    }

    private static async Task<List<string>> Shared(Caller who) => [.. (await who.Get("asks/views?shared=true")).Expect(200).Items.Select(v => v.GetProperty("name").GetString()!)];
}

public sealed class ViewsOnSqlite(SqliteHouse house) : ViewStories(house), IClassFixture<SqliteHouse>;

public sealed class ViewsOnPostgres(PostgresHouse house) : ViewStories(house), IClassFixture<PostgresHouse>;
