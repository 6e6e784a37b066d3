using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Lists;

/// <summary>Filters kept under a name: mine alone, until I share them.</summary>
public abstract class ViewStories(TestHouse house)
{
    [Fact]
    public async Task A_view_is_its_owners_alone_until_it_is_shared_and_shows_nobody_more_than_they_may_see()
    {
        var (wanda, piotr, marta) = (house.Call(Cast.Wanda), house.Call(Cast.Piotr), house.Call(Cast.Marta));
        var view = (await wanda.Post("views", new { name = "Late in the yard", query = "due=late&role=team" })).Expect(201);
        (await Shared(piotr)).ShouldBeEmpty();
        (await wanda.Post($"views/{view.Id}/sharing", new { with = Cast.Warehouse })).Expect(200);
        (await Shared(piotr)).ShouldBe(["Late in the yard"]);
        (await Shared(marta)).ShouldBeEmpty("she is not of the warehouse");
        (await wanda.Post($"views/{view.Id}/sharing", new { with = Cast.Osterfenn })).Expect(200);
        (await Shared(marta)).ShouldBe(["Late in the yard"]);
        (await Shared(house.Call(Cast.Stranger))).ShouldBeEmpty();
        (await Shared(wanda)).ShouldBeEmpty("it is her own");
        (await marta.Post($"views/{view.Id}/sharing", new { with = Cast.Osterfenn })).Expect(404);
        (await marta.Delete($"views/{view.Id}", "*")).Expect(404);
        (await wanda.Post($"views/{view.Id}/sharing", new { with = Cast.SalesNorth })).Expect(422)["errors"].GetProperty("with")[0].GetString()!.ShouldContain("a team that you are in");
        (await wanda.Post($"views/{view.Id}/sharing", new { })).Expect(200);
        (await Shared(marta)).ShouldBeEmpty();
        (await Shared(piotr)).ShouldBeEmpty();
        (await wanda.Get("views")).Expect(200).Items.ShouldHaveSingleItem().GetProperty("with").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task On_the_page_it_is_kept_shared_taken_and_removed()
    {
        var gareth = await house.Browse(Cast.Gareth);
        var page = await gareth.Submit(await gareth.Open("/views?of=asks&due=week&role=&q="), "form.form", new { name = " " });
        page.Expect(422).Find("#name-err").ShouldNotBeNull();
        page = await gareth.Submit(page, "form.form", new { name = "This week, all of us", with = Cast.Osterfenn.ToString() });
        page.Expect(200).Path.ShouldBe("/asks");
        page.Text.ShouldContain("This week, all of us");

        var noor = await house.Browse(Cast.Noor);
        page = await noor.Open("/views");
        page.Find("#shared")!.TextContent.ShouldContain("This week, all of us");
        page = (await noor.Submit(page, "#shared form")).Expect(200);
        page.Find("#mine a")!.GetAttribute("href").ShouldBe("/asks?due=week");
        (await noor.Open("/asks")).Text.ShouldContain("This week, all of us");

        page = (await gareth.Submit(await gareth.Open("/views"), "#mine form[action$=remove]")).Expect(200);
        page.Find("#mine").ShouldBeNull();
        page = await noor.Open("/views");
        page.Find("#shared").ShouldBeNull();
        page.Find("#mine").ShouldNotBeNull("what was taken stays");
    }

    [Theory]
    [InlineData("people", "/people", "?q=crat&language=", "q=crat", "Piotr Nowak")]
    [InlineData("talks", "/conversations", "?channel=visit&kind=need", "channel=visit&kind=need", "")]
    public async Task People_and_talks_are_kept_as_asks_are(string of, string list, string filter, string kept, string found)
    {
        var helen = await house.Browse(Cast.Helen);
        var page = await helen.Submit(await helen.Open(list + filter), "form[role=search]", button: "button[formaction='/views']");
        page.PathAndQuery.ShouldEndWith($"of={of}");
        page.Find("input[name=query]")!.GetAttribute("value").ShouldBe(kept, "what is empty is left out");
        page = (await helen.Submit(page, "form.form", new { name = $"My {of}", with = Cast.Leadership.ToString() })).Expect(200);
        page.PathAndQuery.ShouldBe($"{list}?{kept}");
        page.Find($".saved a.chip[href='{list}?{kept}']")!.TextContent.ShouldBe($"My {of}");
        page.Text.ShouldContain(found);
        (await helen.Open(list == "/people" ? "/conversations" : "/people")).Find($".saved a.chip[href^='{list}?']").ShouldBeNull();
        (await helen.Open("/asks")).Text.ShouldNotContain($"My {of}");
        var priya = house.Call(Cast.Priya);
        (await priya.Get($"views?shared=true&room={of}")).Expect(200).Items.ShouldHaveSingleItem().GetProperty("room").GetString().ShouldBe(of);
        (await priya.Get("views?shared=true&room=asks")).Items.ShouldNotContain(v => v.GetProperty("name").GetString() == $"My {of}");
        (await house.Call(Cast.Helen).Post("views", new { name = "x", query = "", room = "cellar" })).Expect(422)["errors"].GetProperty("room")[0].GetString()!.ShouldContain("“cellar”");
    }

    private static async Task<List<string>> Shared(Caller who) => [.. (await who.Get("views?shared=true")).Expect(200).Items.Select(v => v.GetProperty("name").GetString()!)];
}

public sealed class ViewsOnSqlite(SqliteHouse house) : ViewStories(house), IClassFixture<SqliteHouse>;

public sealed class ViewsOnPostgres(PostgresHouse house) : ViewStories(house), IClassFixture<PostgresHouse>;
