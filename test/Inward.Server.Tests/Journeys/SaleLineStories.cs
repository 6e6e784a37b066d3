using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Journeys;

/// <summary>The way of a sale through its journey, told live by those who work on it. The house opens on Monday, 23 November 2026, at nine in Berlin.</summary>
public abstract class SaleLineStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;
    private Caller marta = null!;
    private Caller wanda = null!;
    private string sale = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        sale = await Open("Drum roaster");
    }

    [Fact]
    public async Task A_sale_goes_from_stage_to_stage_and_everybody_reads_when_and_by_whom_it_was_told()
    {
        (await marta.Post($"sales/{sale}/passages", new { stage = "First visit" })).Expect(201)["here"].GetBoolean().ShouldBeTrue();
        house.Clock.MoveOn(TimeSpan.FromHours(3));
        var next = (await wanda.Post($"sales/{sale}/passages", new { })).Expect(201);
        (next["stage"].GetString(), next["place"].GetInt32(), next["toldBy"].GetProperty("name").GetString()).ShouldBe(("Selection and negotiation", 4, "Wanda Lorenz"));
        (await marta.Get($"sales/{sale}"))["stage"].GetString().ShouldBe("Selection and negotiation");
        var way = await Way();
        way.Select(p => p.GetProperty("stage").GetString()).ShouldBe(["First visit", "Selection and negotiation"]);
        TimeSpan.FromMilliseconds(way[0].GetProperty("lasted").GetInt64()).TotalHours.ShouldBe(3, 0.1);
        (await marta.Get($"happenings?on={sale}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(["sale.entered", "sale.entered", "sale.opened"], ignoreOrder: true);
        (await marta.Post($"sales/{sale}/passages", new { stage = "Selection and negotiation" })).Expect(409);
        (await marta.Post($"sales/{sale}/passages", new { stage = "First visit" })).Expect(422)["errors"].GetProperty("reason")[0].GetString()!.ShouldContain("Say why");
        (await marta.Post($"sales/{sale}/passages", new { stage = "First visit", reason = "They want to see it again" })).Expect(201)["back"].GetBoolean().ShouldBeTrue();
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Going_back_says_why_by_every_door()
    {
        (await marta.Post($"sales/{sale}/passages", new { stage = "Purchase" })).Expect(201);
        var now = (await marta.Get($"sales/{sale}")).Expect(200);
        (await marta.Patch($"sales/{sale}", new { stage = "First visit" }, now.ETag)).Expect(422)["errors"].GetProperty("reason")[0].GetString()!.ShouldContain("Say why");
        var browser = await house.Browse(Cast.Marta);
        var form = await browser.Open($"/sales/{sale}/edit");
        form.Find("#reason").ShouldBeNull();
        var chosen = form.All("#stage option").Single(option => option.TextContent.Trim() == "First visit").GetAttribute("value")!;
        var asked = await browser.Submit(form, "form.card", new { stage = chosen });
        asked.Expect(422).Find("#reason").ShouldNotBeNull();
        (await browser.Submit(asked, "form.card", new { reason = "They want to see it again" })).Path.ShouldBe($"/sales/{sale}");
        (await Way())[^1].GetProperty("reason").GetString().ShouldBe("They want to see it again");
        now = (await marta.Get($"sales/{sale}")).Expect(200);
        (await marta.Patch($"sales/{sale}", new { stage = "First contact", reason = "New buyer" }, now.ETag)).Expect(200);
        (await Way())[^1].GetProperty("reason").GetString().ShouldBe("New buyer");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_told_late_is_put_in_its_place_corrected_and_taken_back()
    {
        var first = (await marta.Post($"sales/{sale}/passages", new { stage = "First contact", enteredAt = "2026-11-20T10:00:00+01:00" })).Expect(201);
        var purchase = (await marta.Post($"sales/{sale}/passages", new { stage = "Purchase" })).Expect(201);
        var late = (await wanda.Post($"sales/{sale}/passages", new { stage = "First visit", enteredAt = "2026-11-21T09:00:00Z" })).Expect(201);
        (await Way()).Select(p => p.GetProperty("stage").GetString()).ShouldBe(["First contact", "First visit", "Purchase"]);
        (await marta.Get($"sales/{sale}"))["stage"].GetString().ShouldBe("Purchase");
        (await marta.Patch($"sales/{sale}/passages/{late.Id}", new { leftAt = "2026-11-21T12:00:00Z" }, null)).Expect(428);
        var left = (await marta.Patch($"sales/{sale}/passages/{late.Id}", new { leftAt = "2026-11-21T12:00:00Z" }, late.ETag)).Expect(200);
        left["lasted"].GetInt64().ShouldBe(3 * 3_600_000);
        (await marta.Patch($"sales/{sale}/passages/{late.Id}", new { leftAt = "2026-11-21T13:00:00Z" }, late.ETag)).Expect(412);
        foreach (var wrong in new object[] { new { enteredAt = "2026-11-19T10:00:00Z" }, new { enteredAt = "2026-12-24T10:00:00Z" }, new { leftAt = "2026-11-20T10:00:00Z" }, new { enteredAt = (string?)null } })
            (await marta.Patch($"sales/{sale}/passages/{late.Id}", wrong, left.ETag)).Expect(422);
        (await house.Call(Cast.Noor).Delete($"sales/{sale}/passages/{purchase.Id}", purchase.ETag)).Expect(403);
        (await marta.Delete($"sales/{sale}/passages/{purchase.Id}", purchase.ETag)).Expect(204);
        (await marta.Get($"sales/{sale}"))["stage"].GetString().ShouldBe("First visit");
        (await marta.Get($"sales/{sale}/passages/{purchase.Id}")).Expect(404);
        house.Clock.MoveOn(TimeSpan.FromDays(2));
        (await marta.Delete($"sales/{sale}/passages/{first.Id}", first.ETag)).Expect(409);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_door_that_moves_a_sale_tells_its_way_and_the_stage_it_came_from_is_kept()
    {
        (await marta.Patch($"sales/{sale}", new { stage = "Purchase" }, "*")).Expect(200);
        (await marta.Patch($"sales/{sale}", new { value = 12 }, "*")).Expect(200);
        (await marta.Patch($"sales/{sale}", new { stage = "Payment" }, "*")).Expect(200);
        (await Way()).Select(p => p.GetProperty("stage").GetString()).ShouldBe(["Purchase", "Payment"]);
        (await marta.Patch($"sales/{sale}", new { stage = (string?)null }, "*")).Expect(200);
        (await Way())[^1].GetProperty("leftAt").ValueKind.ShouldBe(JsonValueKind.String);
        var older = (await marta.Post("sales", new { customer = await Customer(), name = "Older", stage = "First visit", openedOn = "2026-01-15" })).Expect(201).Id;
        var stands = (await Way(older)).Single();
        (stands.GetProperty("id").ValueKind, stands.GetProperty("enteredAt").ValueKind, stands.GetProperty("here").GetBoolean()).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, true));
        (await marta.Post($"sales/{older}/passages", new { stage = "First visit", enteredAt = "2026-03-02T09:00:00Z" })).Expect(201);
        (await marta.Post($"sales/{older}/passages", new { })).Expect(201);
        (await Way(older)).Select(p => p.GetProperty("enteredAt").GetString()?[..10]).ShouldBe(["2026-03-02", "2026-11-23"]);
        var oldest = (await marta.Post("sales", new { customer = await Customer(), name = "Oldest", stage = "First visit", openedOn = "2026-01-15" })).Expect(201).Id;
        (await marta.Post($"sales/{oldest}/passages", new { })).Expect(201);
        (await Way(oldest)).Select(p => p.GetProperty("stage").GetString()).ShouldBe(["First visit", "Selection and negotiation"]);
    }

    [Fact]
    public async Task A_stage_that_is_renamed_or_goes_takes_the_ways_of_sales_along()
    {
        var journey = (await marta.Post("journeys", new { name = "Boats", stages = new[] { new { name = "Sketch" }, new { name = "Keel" }, new { name = "Launch" } } })).Expect(201);
        var stages = journey["stages"].EnumerateArray().Select(stage => stage.GetProperty("id").GetString()!).ToList();
        (await marta.Post($"sales/{sale}/passages", new { stage = stages[0] })).Expect(201)["journey"].GetProperty("name").GetString().ShouldBe("Boats");
        (await marta.Post($"sales/{sale}/passages", new { })).Expect(201)["stage"].GetString().ShouldBe("Keel");
        (await marta.Patch($"journeys/{journey.Id}/stages/{stages[0]}", new { name = "Drawing" }, "*")).Expect(200);
        (await marta.Delete($"journeys/{journey.Id}/stages/{stages[1]}?into={stages[2]}", "*")).Expect(200);
        (await Way()).Select(p => (p.GetProperty("stage").GetString(), p.GetProperty("place").GetInt32(), p.GetProperty("here").GetBoolean())).ShouldBe([("Drawing", 1, false), ("Launch", 2, true)]);
        (await marta.Delete($"journeys/{journey.Id}/stages/{stages[0]}", "*")).Expect(200);
        (await Way())[0].GetProperty("place").ValueKind.ShouldBe(JsonValueKind.Null, "a stage that is no more keeps the word it had");
    }

    [Fact]
    public async Task Two_who_tell_it_at_once_make_one_passage()
    {
        var told = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? marta : wanda).Post($"sales/{sale}/passages", new { stage = "Purchase" })));
        told.Count(one => one.Status == 201).ShouldBe(1);
        told.ShouldAllBe(one => one.Status == 201 || one.Status == 409 || one.Status == 412);
        (await Way()).Count.ShouldBe(1);
        var version = (await marta.Get($"sales/{sale}")).ETag;
        (await marta.Patch($"sales/{sale}", new { value = 3 }, "*")).Expect(200);
        (await marta.Post($"sales/{sale}/passages", new { stage = "Payment" }, etag: version)).Expect(412);
        (await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => marta.Post($"sales/{sale}/passages", new { stage = "Payment" }, key: "tap")))).ShouldAllBe(one => one.Status == 201);
        (await Way()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_says_since_when_a_sale_stands_where_it_stands_and_takes_it_along_when_it_is_taken_back()
    {
        var import = await Bring("key,customer,name,stage,Stage Since,openedOn\nK1,Fleet,Ketch,Purchase,2026-11-10,2026-10-01\nK2,Fleet,Yawl,Payment,,2026-10-01\nK3,Fleet,Sloop,Payment,2027-01-05,2026-10-01");
        var (ketch, yawl) = (await Named("Ketch"), await Named("Yawl"));
        (await Way(ketch)).Single().GetProperty("enteredAt").GetString()!.ShouldStartWith("2026-11-09T23:00");
        (await Way(yawl)).Single().GetProperty("enteredAt").ValueKind.ShouldBe(JsonValueKind.Null);
        var second = await Bring("key,customer,name,stage,Stage Since\nK1,Fleet,Ketch,Payment,2026-11-20\nK2,Fleet,Yawl,Payment,2026-11-18");
        (await Way(ketch)).Select(p => p.GetProperty("stage").GetString()).ShouldBe(["Purchase", "Payment"]);
        (await Way(yawl)).Single().GetProperty("enteredAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await house.Call(Cast.Priya).Post($"imports/{second}/undoing")).Expect(200);
        (await Way(ketch)).Select(p => p.GetProperty("stage").GetString()).ShouldBe(["Purchase"]);
        (await marta.Get($"sales/{ketch}"))["stage"].GetString().ShouldBe("Purchase");
        (await house.Call(Cast.Priya).Post($"imports/{import}/undoing")).Expect(200);
        (await marta.Get($"sales/{ketch}")).Expect(404);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_the_page_one_tap_moves_it_on_and_what_was_typed_wrong_is_kept()
    {
        var phone = await house.Browse(Cast.Marta);
        var page = await phone.Submit(await phone.Open($"/sales/{sale}"), "#line form", button: "button.pri");
        page.Expect(200).Path.ShouldBe($"/sales/{sale}");
        page.Find(".stages [aria-current=step]")!.TextContent.ShouldStartWith("Search for information");
        page = await phone.Submit(page, "#line form", button: "button.pri");
        page.Find("#line .meta")!.TextContent.ShouldContain("It stands in “First contact”.");
        page = await phone.Submit(await phone.Open($"/sales/{sale}/stages"), "form[action$=stages]:has(#reason)", new { stage = "Search for information", enteredAt = "2026-11-23", reason = "" });
        page.Expect(422).Find("#reason-err").ShouldNotBeNull();
        page.Find("#enteredAt")!.GetAttribute("value").ShouldBe("2026-11-23");
        page = await phone.Submit(page, "form[action$=stages]:has(#reason)", new { reason = "They <b>asked</b> again" });
        page.Expect(200).Path.ShouldBe($"/sales/{sale}");
        page = await phone.Open($"/sales/{sale}/stages");
        page.Text.ShouldContain("They <b>asked</b> again");
        page.All("#way li").Count.ShouldBe(3);
        page = await phone.Submit(page, "#way li:nth-child(2) form[action$=Correct]", new { enteredAt = "2027-01-01" });
        page.Expect(422).Find("#way li:nth-child(2) details")!.HasAttribute("open").ShouldBeTrue();
        page = await phone.Submit(page, "#way li:last-child form[action$=TakeBack]", button: "button");
        page.Expect(200).All("#way li").Count.ShouldBe(2);
        page = await phone.Submit(page, "form[action$=Close]", button: "button[value=lost]");
        page.Expect(200).Find("#line .meta")!.TextContent.ShouldContain("It was lost.");
        page = await phone.Submit(await phone.Open($"/sales/{sale}/stages"), "form[action$=Close]", button: "button[value=open]");
        page.Find("#line .meta")!.TextContent.ShouldContain("It stands in “First contact”.");
        (await (await house.Browse(Cast.Stranger)).Open($"/sales/{sale}/stages")).Expect(404);
        (await (await house.Browse(Cast.Birgit)).Open($"/sales/{sale}")).Find("#line")!.TextContent.ShouldContain("Er steht in „");
    }

    [Fact, Shows("B6")]
    public async Task Our_own_sales_are_measured_as_any_log_is()
    {
        (await marta.Get("passages/logs")).Expect(200).Items.ShouldBeEmpty();
        foreach (var (name, hours) in new[] { ("Ketch", 4), ("Yawl", 6), ("Sloop", 11) })
        {
            var one = await Open(name);
            var day = new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero);
            (await marta.Post($"sales/{one}/passages", new { stage = "First visit", enteredAt = day, leftAt = day.AddHours(hours - 1) })).Expect(201);
            (await marta.Post($"sales/{one}/passages", new { stage = "Purchase", enteredAt = day.AddHours(hours) })).Expect(201);
            (await marta.Post($"sales/{one}/passages", new { stage = "First visit", enteredAt = day.AddHours(20), reason = "Once more" })).Expect(201);
        }
        await Measure();
        var log = (await wanda.Get("passages/logs")).Items.Single();
        (log.GetProperty("name").GetString(), log.GetProperty("cases").GetInt64(), log.GetProperty("events").GetInt64()).ShouldBe(("Our own sales", 3, 9));
        var read = (await wanda.Get($"passages/logs/{log.GetProperty("id").GetString()}")).Expect(200);
        var visit = read["figures"].GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("name").GetString() == "First visit");
        (visit.GetProperty("time").GetProperty("median").GetDouble(), visit.GetProperty("again").GetProperty("of").GetInt64()).ShouldBe((5 * 3_600_000d, 3));
        var purchase = read["figures"].GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("name").GetString() == "Purchase");
        purchase.GetProperty("wait").GetProperty("median").GetDouble().ShouldBe(3_600_000d);
        (await (await house.Browse(Cast.Birgit)).Open("/passages")).Expect(200).Text.ShouldContain("Eigene Verkäufe");
        (await house.Call(Cast.Priya).Post("imports?kind=events&name=Our%20own%20sales.csv", new ByteArrayContent("case,activity,time\n1,packed,2026-11-20"u8.ToArray()))).Expect(201);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_works_in_the_terminal()
    {
        var seller = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        (await seller.Type("sales", "enter", "Drum roaster")).Expect(0);
        var passage = (await seller.Json("sales", "enter", "Drum roaster", "--stage", "Purchase")).GetProperty("id").GetString()!;
        (await seller.Type("sales", "enter", "Drum roaster", "--stage", "First visit")).Expect(1);
        (await seller.Type("sales", "retime", "Drum roaster", passage, "--entered-at", "2026-12-24T09:00Z")).Expect(1);
        (await seller.Type("sales", "way", "Drum roaster")).Expect(0).Said.ShouldContain("* 2026-11-23T");
        (await seller.Type("sales", "unenter", "Drum roaster", passage)).Expect(0);
        (await seller.Type("sales", "way", "Drum roaster")).Expect(0).Said.ShouldNotContain("Purchase");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task Measure()
    {
        house.Clock.MoveOn(TimeSpan.FromSeconds(31));
        await house.DoJobs();
    }

    private async Task<string> Customer() => (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;

    private async Task<string> Open(string name) => (await marta.Post("sales", new { customer = await Customer(), name, owner = Cast.Marta.Id, openedOn = "2026-11-20" })).Expect(201).Id;

    private async Task<List<JsonElement>> Way(string? of = null) => [.. (await wanda.Get($"sales/{of ?? sale}/passages")).Expect(200).Items];

    private async Task<string> Named(string name) => (await marta.Get($"sales?q={name}")).Items.Single().GetProperty("id").GetString()!;

    private async Task<string> Bring(string csv)
    {
        var import = (await house.Call(Cast.Priya).Post("imports?kind=sales&name=sales.csv", new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(csv)))).Expect(201).Id;
        (await house.Call(Cast.Priya).Post($"imports/{import}/application")).Expect(200);
        return import;
    }
}

public sealed class SaleLineOnSqlite() : SaleLineStories(Engine.Sqlite);

public sealed class SaleLineOnPostgres() : SaleLineStories(Engine.Postgres);
