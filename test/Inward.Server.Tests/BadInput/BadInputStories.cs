using System.Text;
using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.BadInput;

/// <summary>What people send by mistake: each time a clear sentence, and nothing lost.</summary>
public abstract class BadInputStories(TestHouse house)
{
    [Fact]
    public async Task The_29th_of_February_is_taken_where_it_is_and_refused_where_it_is_not()
    {
        var ask = (await house.Call(Cast.Marta).Post("asks", Ask(Cast.Piotr.Id, neededBy: "2028-02-29"))).Expect(201);
        ask["neededBy"].GetString().ShouldBe("2028-02-29");
        (await house.Call(Cast.Piotr).Post($"asks/{ask.Id}/promise", new { by = "2028-02-29" })).Expect(200)["promise"].GetProperty("by").GetString().ShouldBe("2028-02-29");
        (await house.Call(Cast.Marta).Post("asks", Ask(Cast.Piotr.Id, neededBy: "2027-02-29"))).Expect(400)["detail"].GetString()!.ShouldContain("neededBy");
        var page = await Typed(new() { ["neededBy"] = "2027-02-29" });
        page.Expect(422).Find("#errors")!.TextContent.ShouldContain("“2027-02-29” is not a day");
        page.Find("#neededBy")!.GetAttribute("value").ShouldBe("2027-02-29");
    }

    [Fact]
    public async Task A_day_that_ends_in_a_gap_of_the_clock_can_be_promised()
    {
        // In Havana the clocks go forward at midnight: the 14th of March 2027 begins at one.
        (await house.Call(Cast.Piotr).Patch("me", new { zone = "America/Havana" }, "*")).Expect(200);
        var ask = (await house.Call(Cast.Marta).Post("asks", Ask(Cast.Piotr.Id, neededBy: "2027-03-14"))).Expect(201);
        (await house.Call(Cast.Piotr).Post($"asks/{ask.Id}/promise", new { by = "2027-03-13" })).Expect(200)["state"].GetString().ShouldBe("promised");
        (await (await house.Browse(Cast.Piotr)).Open($"/asks/{ask.Id}")).Expect(200);
        (await house.Call(Cast.Piotr).Patch("me", new { zone = "Europe/Berlin" }, "*")).Expect(200);
        (await house.Call(Cast.Marta).Post("asks", Ask(Cast.Piotr.Id, answerBy: "2026-11-20"))).Expect(422)["errors"].GetProperty("answerBy")[0].GetString()!.ShouldContain("has already passed");
    }

    [Fact]
    public async Task Whom_nobody_can_ask_is_said_in_a_sentence()
    {
        var (marta, priya) = (house.Call(Cast.Marta), house.Call(Cast.Priya));
        (await marta.Post("asks", Ask(Cast.Marta.Id))).Expect(422)["errors"].GetProperty("performer")[0].GetString()!.ShouldContain("yourself");
        var left = (await priya.Post("people", new { name = "Ida Holm", userName = $"ida.{house.Engine}" })).Expect(201).Id;
        (await priya.Post($"accounts/{left}/departure")).Expect(200);
        (await marta.Post("asks", Ask(left))).Expect(422)["errors"].GetProperty("performer")[0].GetString()!.ShouldContain("no longer works here");
        var empty = (await priya.Post("teams", new { name = "Night shift" })).Expect(201).Id;
        (await marta.Post("asks", Ask(team: empty))).Expect(422)["errors"].GetProperty("team")[0].GetString()!.ShouldContain("Nobody is in this team");
        var page = await Typed(new() { ["to"] = "Night shift" });
        page.Expect(422).Find("#errors")!.TextContent.ShouldContain("Nobody is in this team");
        page.Find("#what")!.TextContent.ShouldBe("Would you measure the crate?");
    }

    [Fact]
    public async Task A_hundred_kilobytes_are_refused_and_stay_typed()
    {
        var long_ = string.Concat(Enumerable.Repeat("abcd 🦉 ", 12_500));
        (await house.Call(Cast.Marta).Post("asks", Ask(Cast.Piotr.Id, what: long_))).Expect(422)["errors"].GetProperty("what")[0].GetString()!.ShouldBe("This is too long: 100,000 characters, and at most 20,000 fit.");
        var page = await Typed(new() { ["what"] = long_ });
        page.Expect(422).Find("#errors")!.TextContent.ShouldContain("This is too long");
        page.Find("#what")!.TextContent.ShouldBe(long_);
        page.Find("#reason")!.TextContent.ShouldBe("The door is 91 cm wide.");
    }

    [Theory]
    [InlineData("=cmd|'/C calc'!A0")]
    [InlineData("👩‍👩‍👧‍👦 Bäckerei ﷽")]
    [InlineData("شركة البلوط")]
    [InlineData("\u202Egnp.exe")]
    public async Task Any_name_is_a_name(string name)
    {
        var customer = (await house.Call(Cast.Marta).Post("customers", new { name })).Expect(201);
        customer["name"].GetString().ShouldBe(name);
        (await (await house.Browse(Cast.Marta)).Open($"/customers/{customer.Id}")).Expect(200).Find("h1")!.TextContent.Trim().ShouldBe(name);
        (await house.Call(Cast.Marta).Get($"customers?q={Uri.EscapeDataString(name)}")).Items.Select(c => c.GetProperty("id").GetString()).ShouldContain(customer.Id);
    }

    [Fact]
    public async Task Half_a_character_is_unreadable_by_every_door()
    {
        var marta = house.Call(Cast.Marta);
        (await marta.Post("customers", "{\"name\":\"a\\ud800b\"}")).Expect(400).Type.ShouldBe("application/problem+json");
        (await marta.Post("customers", new ByteArrayContent([.. "{\"name\":\"a"u8, 0xFF, 0xFE, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } })).Expect(400);
        (await marta.Post("customers", "{\"name\":\"a\\u0000b\"}")).Expect(422)["errors"].GetProperty("name")[0].GetString()!.ShouldContain("broken character");
        (await marta.Get("customers?q=a%00b")).Status.ShouldBeOneOf(200, 422);
        (await marta.Get("search?kind=a%00b&q=a")).Expect(422)["detail"].GetString()!.ShouldContain("broken character");
        (await marta.Post("customers", "{\"name\":")).Expect(400);
        (await marta.Post("customers", "[]")).Expect(400);
    }

    [Fact]
    public async Task Two_uploads_at_once_are_two_imports()
    {
        var priya = house.Call(Cast.Priya);
        var planned = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => priya.Post($"imports?kind=customers&name={i}.csv", new ByteArrayContent(Encoding.UTF8.GetBytes($"name\nTwin {i}\nShared Twin\n")))));
        var applied = await Task.WhenAll(planned.Select(p => priya.Post($"imports/{p.Expect(201).Id}/application")));
        applied.ShouldAllBe(a => a.Status == 200);
        var names = (await priya.Get("customers?q=twin&limit=200")).Items.Select(c => c.GetProperty("name").GetString()).ToList();
        names.ShouldBe(["Shared Twin", "Twin 0", "Twin 1", "Twin 2", "Twin 3"], ignoreOrder: true);
        (await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => priya.Post($"imports/{planned[0].Id}/undoing")))).Select(a => a.Status).Order().ShouldBe([200, 409]);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("to[")]
    [InlineData("]")]
    [InlineData("")]
    public async Task A_field_may_be_called_anything(string name)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new(name, "x")]);
        using var sent = await http.PostAsync(new Uri(house.Address, "/briefs/stop"), form);
        ((int)sent.StatusCode).ShouldBe(404);
        (await (await house.Browse(Cast.Marta)).Open($"/people?{Uri.EscapeDataString(name)}=x")).Expect(200);
    }

    [Fact]
    public async Task A_page_that_is_asked_for_wrongly_says_so()
    {
        var marta = await house.Browse(Cast.Marta);
        var token = (await marta.Open("/signout")).Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await marta.Post($"/people/{Cast.Piotr.Id}", [new("__RequestVerificationToken", token)])).Expect(404).Text.ShouldContain("There is nothing here that you can see.");
        (await marta.Post($"/asks/{Cast.Piotr.Id}?handler=Nothing", [new("__RequestVerificationToken", token)])).Expect(404);
        var foreign = (await house.Call(Cast.Marta).Post("customers", new ByteArrayContent("{}"u8.ToArray()) { Headers = { { "Content-Type", "application/json; charset=klingon" } } })).Expect(415);
        foreign["detail"].GetString().ShouldBe("Send the body as UTF-8.");
        (await house.Call(Cast.Marta).Post("views", new { name = "x", query = "a=b\r\nSet-Cookie: c=d" })).Expect(422)["errors"].GetProperty("query")[0].GetString()!.ShouldContain("such as due=late");
        (await house.Call(Cast.Marta).Get("asks?q=%22%22")).Items.ShouldBeEmpty();
    }

    private static object Ask(object? performer = null, object? team = null, string what = "Would you measure the crate?", string answerBy = "2026-11-25", string neededBy = "2026-11-30") =>
        new { what, performer, team, reason = "The door is 91 cm wide.", effect = "No second delivery.", conditions = new[] { "In centimetres" }, answerBy, neededBy };

    private async Task<Page> Typed(Dictionary<string, object?> also)
    {
        var marta = await house.Browse(Cast.Marta);
        var fields = new Dictionary<string, object?>
        {
            ["to"] = "Piotr Nowak", ["what"] = "Would you measure the crate?", ["reason"] = "The door is 91 cm wide.", ["effect"] = "No second delivery.", ["conditions"] = "In centimetres", ["answerBy"] = "2026-11-25", ["neededBy"] = "2026-11-30",
        };
        foreach (var (name, value) in also)
            fields[name] = value;
        return await marta.Submit(await marta.Open("/asks/new"), "form[data-draft]", fields);
    }
}

public sealed class BadInputOnSqlite(SqliteHouse house) : BadInputStories(house), IClassFixture<SqliteHouse>;

public sealed class BadInputOnPostgres(PostgresHouse house) : BadInputStories(house), IClassFixture<PostgresHouse>;
