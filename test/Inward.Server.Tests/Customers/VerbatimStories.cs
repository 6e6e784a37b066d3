using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Customers;

/// <summary>What customers said, through every door. The house opens on Monday, 23 November 2026.</summary>
public abstract class VerbatimStories(TestHouse house)
{
    private const string Lane = "  The lane is eleven foot wide.\nNo lorry before ten, “please” — مرحبا 🎉  ";

    private async Task<string> Customer(string name) => (await house.Call(Cast.Marta).Post("customers", new { name })).Expect(201).Id;

    [Fact]
    public async Task Words_are_kept_to_the_last_space_with_day_speaker_and_stage()
    {
        var customer = await Customer("Tidewrack");
        var kept = (await house.Call(Cast.Marta).Post("verbatims", new { customer, words = Lane, saidBy = "Imogen Pell", saidOn = "2026-11-20", stage = "First visit" })).Expect(201);
        var read = (await house.Call(Cast.Noor).Get($"verbatims/{kept.Id}")).Expect(200);
        read["words"].GetString().ShouldBe(Lane);
        (read["saidBy"].GetString(), read["saidOn"].GetString(), read["stage"].GetString()).ShouldBe(("Imogen Pell", "2026-11-20", "First visit"));
        read["customer"].GetProperty("name").GetString().ShouldBe("Tidewrack");
        read["keptBy"].GetProperty("name").GetString().ShouldBe("Marta Kowal");
        read["versions"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var refused = (await house.Call(Cast.Marta).Post("verbatims", new { })).Expect(422);
        refused["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["customer", "words", "saidOn"]);
        (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer("Tomorrow"), words = "Hello", saidOn = "2026-11-25" })).Expect(422)["errors"].TryGetProperty("saidOn", out _).ShouldBeTrue();
        var long_ = (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer("Long"), words = new string('x', 100_000), saidOn = "2026-11-20" })).Expect(422);
        long_["errors"].GetProperty("words")[0].GetString()!.ShouldStartWith("This is too long: 100,000 characters");
    }

    [Fact]
    public async Task Words_about_a_sale_of_another_customer_are_refused()
    {
        var (mine, theirs) = (await Customer("Mine"), await Customer("Theirs"));
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer = theirs, name = "Heron" })).Expect(201).Id;
        (await house.Call(Cast.Marta).Post("verbatims", new { customer = mine, sale, words = "Hello", saidOn = "2026-11-20" })).Expect(422)["errors"].TryGetProperty("sale", out _).ShouldBeTrue();
        (await house.Call(Cast.Marta).Post("verbatims", new { sale, words = "Hello", saidOn = "2026-11-20" })).Expect(201)["customer"].GetProperty("name").GetString().ShouldBe("Theirs");
    }

    [Fact]
    public async Task A_correction_keeps_every_version_with_who_and_when()
    {
        var kept = (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer("Corrected"), words = "Eleven foot.", saidOn = "2026-11-20" })).Expect(201);
        var corrected = (await house.Call(Cast.Gareth).Patch($"verbatims/{kept.Id}", new { words = "Ten foot.", saidBy = "Ned Harker" }, kept.ETag)).Expect(200);
        corrected["words"].GetString().ShouldBe("Ten foot.");
        corrected["keptBy"].GetProperty("name").GetString().ShouldBe("Marta Kowal");
        var versions = corrected["versions"].EnumerateArray().Select(v => (v.GetProperty("version").GetInt32(), v.GetProperty("words").GetString(), v.GetProperty("by").GetProperty("name").GetString()));
        versions.ShouldBe([(2, "Ten foot.", "Gareth Pryce"), (1, "Eleven foot.", "Marta Kowal")]);
        var stale = (await house.Call(Cast.Marta).Patch($"verbatims/{kept.Id}", new { words = "Twelve foot." }, kept.ETag)).Expect(412);
        stale["current"].GetProperty("words").GetString().ShouldBe("Ten foot.");
        (await house.Call(Cast.Marta).Patch($"verbatims/{kept.Id}", new { words = "Ten foot." }, corrected.ETag)).Expect(200)["versions"].GetArrayLength().ShouldBe(2);
        (await house.Call(Cast.Marta).Delete($"verbatims/{kept.Id}", corrected.ETag)).Status.ShouldBeOneOf(404, 405);
    }

    [Fact]
    public async Task A_list_goes_from_the_newest_words_to_the_oldest()
    {
        var customer = await Customer("Talkative");
        foreach (var day in new[] { "2026-11-18", "2026-11-20", "2026-11-19" })
            (await house.Call(Cast.Marta).Post("verbatims", new { customer, words = day, saidOn = day })).Expect(201);
        var first = (await house.Call(Cast.Marta).Get($"verbatims?customer={customer}&limit=2")).Expect(200);
        var second = (await house.Call(Cast.Marta).Get($"verbatims?customer={customer}&limit=2&after={first["next"].GetString()}")).Expect(200);
        first.Items.Concat(second.Items).Select(i => i.GetProperty("words").GetString()).ShouldBe(["2026-11-20", "2026-11-19", "2026-11-18"]);
        second["next"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Somebody_writes_words_down_on_the_page_and_turns_them_into_an_ask()
    {
        var customer = await Customer("Skærbo");
        var sale = (await house.Call(Cast.Marta).Post("sales", new { customer, name = "Crane 30", stage = "Complaints" })).Expect(201).Id;
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open($"/verbatims/new?sale={sale}");
        form.Find("#customer")!.GetAttribute("value").ShouldBe("Skærbo");
        form.Find("#stage option[selected]")!.TextContent.ShouldBe("Complaints");
        form.Find("#saidOn")!.GetAttribute("value").ShouldBe("2026-11-23");
        var again = (await marta.Submit(form, "form.card", new { words = " ", saidBy = "Mads Rosvang" })).Expect(422);
        again.Find("#errors")!.TextContent.ShouldContain("Write down what the customer said");
        again.Find("#saidBy")!.GetAttribute("value").ShouldBe("Mads Rosvang");
        var kept = (await marta.Submit(again, "form.card", new { words = "\n  It smokes.\r\nEvery morning." })).Expect(200);
        kept.Find("blockquote")!.TextContent.ShouldBe("\n  It smokes.\nEvery morning.");
        kept.Find("a.btn.pri")!.GetAttribute("href").ShouldBe($"/asks/new?verbatim={kept.Path.Split('/')[^1]}");
        (await marta.Open($"/customers/{customer}")).Text.ShouldContain("Every morning.");
        (await marta.Open($"/sales/{sale}")).Text.ShouldContain("Every morning.");
    }

    [Fact]
    public async Task Words_survive_a_look_at_the_edit_page_unchanged()
    {
        var kept = (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer("Unchanged"), words = "\n" + Lane, saidOn = "2026-11-20" })).Expect(201);
        var marta = await house.Browse(Cast.Marta);
        await marta.Submit(await marta.Open($"/verbatims/{kept.Id}/edit"), "form.card");
        (await house.Call(Cast.Marta).Get($"verbatims/{kept.Id}")).Expect(200)["version"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_correct_at_once_see_both_texts()
    {
        var kept = (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer("Two texts"), words = "One.", saidOn = "2026-11-20" })).Expect(201);
        var marta = await house.Browse(Cast.Marta);
        var slow = await marta.Open($"/verbatims/{kept.Id}/edit");
        (await house.Call(Cast.Gareth).Patch($"verbatims/{kept.Id}", new { words = "Two.\nTwo." }, kept.ETag)).Expect(200);
        var both = (await marta.Submit(slow, "form.card", new { words = "Three." })).Expect(412);
        both.All("input[name=words]").Select(i => i.GetAttribute("value")).ShouldBe(["Three.", "Two.\nTwo."]);
        (await marta.Submit(both, "form.card", new { words = "Two.\r\nTwo." })).Expect(200);
        (await house.Call(Cast.Marta).Get($"verbatims/{kept.Id}")).Expect(200)["version"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_page_shows_every_version_side_by_side()
    {
        var kept = (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer("History"), words = "First words.", saidOn = "2026-11-20" })).Expect(201);
        (await house.Call(Cast.Gareth).Patch($"verbatims/{kept.Id}", new { words = "Second words." }, kept.ETag)).Expect(200);
        var page = (await (await house.Browse(Cast.Birgit)).Open($"/verbatims/{kept.Id}")).Expect(200);
        page.All(".tl p.said").Select(p => p.TextContent).ShouldBe(["Second words.", "First words."]);
        page.Find("html")!.GetAttribute("lang").ShouldBe("de");
    }
}

public sealed class VerbatimsOnSqlite(SqliteHouse house) : VerbatimStories(house), IClassFixture<SqliteHouse>;

public sealed class VerbatimsOnPostgres(PostgresHouse house) : VerbatimStories(house), IClassFixture<PostgresHouse>;
