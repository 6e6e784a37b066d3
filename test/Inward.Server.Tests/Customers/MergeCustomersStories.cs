using System.Text;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Customers;

/// <summary>A customer that stands here twice becomes one, with its sales and its words, and is parted again.</summary>
public abstract class MergeCustomersStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;
    private Caller marta = null!;
    private string kept = "";
    private string gone = "";
    private string sale = "";
    private string words = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        marta = house.Call(Cast.Marta);
        kept = await Customer("Tidewrack Roasters");
        gone = await Customer("Tidewrack GmbH");
        sale = (await marta.Post("sales", new { customer = gone, name = "Drum roaster" })).Expect(201).Id;
        words = (await marta.Post("verbatims", new { customer = gone, words = "We open on Monday", saidOn = "2026-11-20", sale })).Expect(201).Id;
        (await marta.Patch($"verbatims/{words}", new { words = "We open on Monday at six" }, "*")).Expect(200);
        (await marta.Post("views", new { name = "theirs", query = $"customer={gone}" })).Expect(201);
    }

    [Fact]
    public async Task Sales_words_and_saved_views_stand_with_the_one_that_is_kept()
    {
        await Merge();
        (await marta.Get($"sales/{sale}"))["customer"].ToString().ShouldContain(kept);
        (await marta.Get($"verbatims?customer={kept}")).Items.Single().GetProperty("id").GetString().ShouldBe(words);
        (await marta.Get("views")).Body.ShouldContain(kept);
        var browser = await house.Browse(Cast.Marta);
        (await browser.Open($"/verbatims/{words}")).Expect(200).Text.ShouldContain("We open on Monday at six");
        (await browser.Open($"/customers/{gone}")).Expect(200).Path.ShouldBe($"/customers/{kept}");
        var moved = await marta.Get($"customers/{gone}");
        (moved.Status, moved.Location).ShouldBe((307, $"/api/v1/customers/{kept}"));
        (await marta.Get("customers?q=tidewrack")).Items.Count.ShouldBe(1);
        (await marta.Get("customers?q=gmbh")).Items.Single().GetProperty("id").GetString().ShouldBe(kept);
        (await marta.Get("search?q=tidewrack")).Body.ShouldNotContain(gone);
        // Who types the old name means the one that is kept.
        var typed = await browser.Submit(await browser.Open("/sales/new"), "form.form", new { customer = "tidewrack gmbh", name = "Grinder" });
        typed.Expect(200);
        (await marta.Get($"sales?customer={kept}")).Items.Count.ShouldBe(2);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Parted_again_each_has_its_own_and_what_changed_since_stays()
    {
        var merge = await Merge("name");
        (await marta.Get($"customers/{kept}"))["name"].GetString().ShouldBe("Tidewrack GmbH");
        var third = await Customer("Quay Street");
        (await marta.Patch($"verbatims/{words}", new { customer = third, sale = (string?)null }, "*")).Expect(200);
        (await marta.Post($"customers/merges/{merge}/undoing")).Expect(200)["undoneAt"].GetString().ShouldNotBeNull();
        (await marta.Get($"customers/{kept}"))["name"].GetString().ShouldBe("Tidewrack Roasters");
        (await marta.Get($"customers/{gone}")).Expect(200)["name"].GetString().ShouldBe("Tidewrack GmbH");
        (await marta.Get($"sales/{sale}"))["customer"].ToString().ShouldContain(gone);
        (await marta.Get($"verbatims/{words}"))["customer"].ToString().ShouldContain(third);
        (await marta.Get("views")).Body.ShouldContain(gone);
        (await marta.Get("search?q=tidewrack")).Body.ShouldContain(gone);
        (await marta.Post($"customers/merges/{merge}/undoing")).Expect(409);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_not_merged_with_itself_nor_across_companies_nor_parted_too_late()
    {
        (await marta.Post($"customers/{kept}/merge", new { other = kept })).Expect(422)["detail"].GetString()!.ShouldContain("itself");
        (await marta.Post($"customers/{kept}/merge", new { other = "0198f3c2-0000-7000-8000-000000000000" })).Expect(422);
        (await marta.Post($"customers/{kept}/merge", new { })).Expect(422);
        (await house.Call(Cast.Stranger).Post($"customers/{kept}/merge", new { other = gone })).Expect(404);
        var foreign = (await house.Call(Cast.Stranger).Post("customers", new { name = "Elsewhere" })).Expect(201).Id;
        (await marta.Post($"customers/{kept}/merge", new { other = foreign })).Expect(422);
        (await marta.Post($"customers/{kept}/merge", new { other = gone, take = new[] { "key" } })).Expect(422);

        var merge = await Merge();
        (await house.Call(Cast.Stranger).Get($"customers/merges/{merge}")).Expect(404);
        var later = await Customer("Tidewrack");
        (await marta.Post($"customers/{later}/merge", new { other = kept })).Expect(201);
        (await marta.Get($"customers/{gone}")).Location.ShouldBe($"/api/v1/customers/{later}");
        (await marta.Post($"customers/merges/{merge}/undoing")).Expect(409)["detail"].GetString()!.ShouldContain("since");
        house.Clock.MoveOn(TimeSpan.FromDays(30));
        (await marta.Post($"customers/merges/{(await marta.Get("customers/merges")).Items.First().GetProperty("id").GetString()}/undoing")).Expect(409)["detail"].GetString()!.ShouldContain("too late");
    }

    [Fact]
    public async Task The_page_shows_what_moves_lets_one_choose_the_name_and_keeps_what_was_typed()
    {
        var browser = await house.Browse(Cast.Wanda);
        var page = await browser.Open($"/customers/{kept}/edit");
        page = await browser.Open(page.Find($"a[href='/customers/{kept}/merge']")!.GetAttribute("href")!);
        var wrong = await browser.Open($"/customers/{kept}/merge?other=Nobody%20%3Cb%3E");
        wrong.Expect(422).Find("#other")!.GetAttribute("value").ShouldBe("Nobody <b>");
        page = await browser.Open($"/customers/{kept}/merge?other=Tidewrack%20GmbH");
        page.Expect(200).Find("#moves")!.TextContent.ShouldContain("one sale");
        var merged = await browser.Submit(page, "form[method=post]", new Dictionary<string, string> { ["take.name"] = "gone" });
        merged.Expect(200).Path.ShouldBe($"/customers/{kept}");
        merged.Text.ShouldContain("Tidewrack GmbH");
        var list = await browser.Open("/customers/merges");
        list.Text.ShouldContain("“Tidewrack GmbH” was merged with this entry");
        (await browser.Submit(list, "form[action*=undo]", button: "button")).Expect(200).Text.ShouldContain("parted again");
    }

    [Fact]
    public async Task Two_of_one_name_find_each_other_on_the_page()
    {
        var twin = await Customer("Tidewrack Roasters");
        (await (await house.Browse(Cast.Marta)).Open($"/customers/{kept}/merge?other=Tidewrack%20Roasters")).Expect(200).Find("input[name=other]")!.GetAttribute("value").ShouldBe(twin);
    }

    [Fact]
    public async Task An_import_that_made_one_of_them_takes_neither_away()
    {
        var priya = house.Call(Cast.Priya);
        var planned = (await priya.Post("imports?kind=customers", new ByteArrayContent(Encoding.UTF8.GetBytes("name\nQuay Street\n")))).Expect(201);
        (await priya.Post($"imports/{planned.Id}/application")).Expect(200);
        var quay = (await marta.Get("customers?q=quay")).Items.Single().GetProperty("id").GetString()!;
        (await marta.Post($"customers/{kept}/merge", new { other = quay })).Expect(201);
        (await priya.Post($"imports/{planned.Id}/undoing")).Expect(200).Body.ShouldContain("Quay Street was merged with another entry and stays.");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_works_in_the_terminal()
    {
        var terminal = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        var preview = await terminal.Json("customers", "merge", "Tidewrack Roasters", "--other", "Tidewrack GmbH", "--take", "name", "--preview");
        (preview.GetProperty("becomes").GetProperty("name").GetString(), preview.GetProperty("sales").GetInt32()).ShouldBe(("Tidewrack GmbH", 1));
        var merge = (await terminal.Json("customers", "merge", "Tidewrack Roasters", "--other", "Tidewrack GmbH")).GetProperty("id").GetString()!;
        (await terminal.Type("customers", "merges")).Expect(0).Said.ShouldContain("Tidewrack GmbH");
        (await terminal.Type("customers", "merges", "part", merge)).Expect(0);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task<string> Customer(string name) => (await marta.Post("customers", new { name })).Expect(201).Id;

    private async Task<string> Merge(params string[] take) => (await marta.Post($"customers/{kept}/merge", new { other = gone, take })).Expect(201).Id;
}

public sealed class MergesOfCustomersOnSqlite() : MergeCustomersStories(Engine.Sqlite);

public sealed class MergesOfCustomersOnPostgres() : MergeCustomersStories(Engine.Postgres);
