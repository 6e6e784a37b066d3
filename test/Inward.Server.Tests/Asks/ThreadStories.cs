using Inward.Customers;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>The thread: from what a customer said to the thank-you, by two people, through each door.</summary>
public abstract class ThreadStories(TestHouse house)
{
    private static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    private static object AnAsk(Id? verbatim = null, string what = "Could you send Elin a photo of how the Swallow is packed?") => new
    {
        what, performer = Cast.Wanda.Id, reason = "The last ten metres are by hand.", effect = "Two people lift it safely.",
        conditions = new[] { "One photo with a person beside it", "Its weight is written on the crate" }, answerBy = Day(2), neededBy = Day(9), verbatim,
    };

    [Fact]
    public async Task Two_people_play_the_whole_thread_over_the_api()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var (_, _, words) = await CustomerSays("Could you send me a picture of how it will be packed?");

        var ask = (await marta.Post("asks", AnAsk(words))).Expect(201);
        ask["state"].GetString().ShouldBe("requested");
        ask["turn"].GetProperty("kind").GetString().ShouldBe("person");
        ask["turn"].GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        ask["terms"][0].GetProperty("by").GetString().ShouldBe(Day(9).ToString("O"));
        ask.Location.ShouldBe($"/api/v1/asks/{ask.Id}");

        var promised = (await wanda.Post($"asks/{ask.Id}/promise", new { by = Day(3), firstStep = "Piotr weighs it" })).Expect(200);
        promised["state"].GetString().ShouldBe("promised");
        promised["promise"].GetProperty("firstBy").GetString().ShouldBe(Day(3).ToString("O"));
        (await wanda.Post($"asks/{ask.Id}/delivery", new { note = "Photo sent." })).Expect(200)["turn"].GetProperty("id").GetString().ShouldBe(Cast.Marta.Id.ToString());
        (await marta.Post($"asks/{ask.Id}/acceptance")).Expect(200)["state"].GetString().ShouldBe("accepted");
        (await marta.Post($"asks/{ask.Id}/telling", new { words = "It is on its way, here is the photo.", channel = "mail" })).Expect(200);
        (await marta.Post($"asks/{ask.Id}/thanks", new { text = "Thank you for the photo.", effect = "Elin's cousin said yes.", @public = true })).Expect(201);

        var whole = (await wanda.Get($"asks/{ask.Id}")).Expect(200);
        whole["turn"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        whole["thanks"][0].GetProperty("effect").GetString().ShouldBe("Elin's cousin said yes.");
        whole["happenings"].EnumerateArray().Select(h => h.GetProperty("kind").GetString())
            .ShouldBe(["ask.asked", "ask.promised", "ask.delivered", "ask.accepted", "ask.customer-told"]);
        (await wanda.Get("thanks")).Items.ShouldContain(t => t.GetProperty("text").GetString() == "Thank you for the photo.");
    }

    [Fact]
    public async Task Two_people_play_it_on_pages()
    {
        var (marta, wanda) = (await house.Browse(Cast.Marta), await house.Browse(Cast.Wanda));
        var (_, _, words) = await CustomerSays("Will it fit through the door?");
        var form = await marta.Open($"/asks/new?verbatim={words}");
        form.Expect(200).Text.ShouldContain("Will it fit through the door?");
        var ask = await marta.Submit(form, "form[data-draft]", new
        {
            to = "Wanda Lorenz", what = "Would you measure the crate?", reason = "The door is 91 cm wide.", effect = "No second delivery.",
            conditions = new[] { "Width and height in centimetres" }, answerBy = Day(2).ToString("O"), neededBy = Day(5).ToString("O"),
        });
        ask.Expect(200).Path.ShouldStartWith("/asks/");
        ask.Text.ShouldContain("It is Wanda Lorenz's turn. Nobody has answered yet.");

        (await wanda.Open("/")).Text.ShouldContain("Would you measure the crate?");
        var hers = await wanda.Open(ask.Path);
        hers.Text.ShouldContain("Will it fit through the door?");
        hers.Text.ShouldContain("It is your turn.");
        var promised = await wanda.Submit(hers, ".moves > form", new { move = "promise", by = Day(4).ToString("O") });
        promised.Expect(200).Text.ShouldContain("Wanda Lorenz promised it by Friday");
        (await wanda.Submit(promised, "details form[method=post]:has(input[value=delivery])", new { note = "88 cm." })).Expect(200).Text.ShouldContain("88 cm.");
        var accepted = await marta.Submit(await marta.Open(ask.Path), "form:has(input[value=acceptance])");
        accepted.Expect(200).Text.ShouldContain("Thank Wanda Lorenz");
        var thank = await marta.Open(accepted.Find("a.thx[href^='/thanks/new']")!.GetAttribute("href")!);
        thank.Text.ShouldContain("Will it fit through the door?");
        var thanked = await marta.Submit(thank, "form[data-draft]", new { text = "Thank you for measuring.", effect = "It went in at once.", @public = "true" });
        thanked.Expect(200).Text.ShouldContain("It went in at once.");
        (await wanda.Open("/thanks")).Text.ShouldContain("Thank you for measuring.");
        (await marta.Submit(thanked, ".toast form")).Path.ShouldBe("/thanks/new");
        (await wanda.Open("/thanks")).Text.ShouldNotContain("Thank you for measuring.");
    }

    [Fact]
    public async Task What_is_missing_is_named_field_by_field_and_nothing_typed_is_lost()
    {
        var refused = (await house.Call(Cast.Marta).Post("asks", new { what = "Measure it", performer = Cast.Wanda.Id })).Expect(422);
        refused.Type.ShouldBe("application/problem+json");
        refused["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["reason", "effect", "conditions", "answerBy", "neededBy"], ignoreOrder: true);

        var marta = await house.Browse(Cast.Marta);
        var page = await marta.Submit(await marta.Open("/asks/new"), "form[data-draft]", new { to = "Wanda Lorenz", what = "Measure <it> 🦉", reason = "", effect = "=cmd()" });
        page.Expect(422).Find("#errors")!.TextContent.ShouldContain("Say why it matters");
        page.Find("#what")!.TextContent.ShouldBe("Measure <it> 🦉");
        page.Find("#effect")!.TextContent.ShouldBe("=cmd()");
        page.Find("#performer")!.GetAttribute("value").ShouldBe("Wanda Lorenz");
    }

    [Fact]
    public async Task The_wrong_person_the_wrong_moment_and_the_invisible_are_told_apart()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var ask = (await marta.Post("asks", AnAsk())).Expect(201);
        (await marta.Post($"asks/{ask.Id}/promise", new { by = Day(3) })).Expect(403)["detail"].GetString().ShouldBe("Only the colleague who was asked can promise.");
        var early = (await wanda.Post($"asks/{ask.Id}/delivery", new { })).Expect(409);
        early["possible"].EnumerateArray().Select(m => m.GetString()).ShouldContain("promise");
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}")).Expect(404);
        (await house.Call(Cast.Noor).Post($"asks/{ask.Id}/promise", new { by = Day(3) })).Expect(404);
        (await house.Call(Cast.Stranger).Get($"asks/{ask.Id}")).Expect(404);
        // An administrator sees no ask by office; the direct leads of the two do.
        (await house.Call(Cast.Priya).Get($"asks/{ask.Id}")).Expect(404);
        (await house.Call(Cast.Gareth).Get($"asks/{ask.Id}")).Expect(200);
        (await wanda.Post($"asks/{ask.Id}/promise", new { by = Day(30) })).Expect(422)["errors"].GetProperty("by")[0].GetString()!.ShouldContain("counter-offer");
        (await wanda.Post($"asks/{ask.Id}/promise", "{\"by\":")).Expect(400);
    }

    [Fact]
    public async Task A_retry_with_its_key_happens_once_and_another_body_is_refused()
    {
        var marta = house.Call(Cast.Marta);
        var first = (await marta.Post("asks", AnAsk(what: "Once and only once"), key: "once")).Expect(201);
        for (var i = 0; i < 5; i++)
            (await marta.Post("asks", AnAsk(what: "Once and only once"), key: "once")).Expect(201).Body.ShouldBe(first.Body);
        (await marta.Post("asks", AnAsk(what: "Something else"), key: "once")).Expect(422);
        (await marta.Get("asks?q=%22once+and+only%22&limit=200")).Items.Count(a => a.GetProperty("what").GetString() == "Once and only once").ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_the_reply_of_a_read_is_cached_by_its_tag()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var ask = (await marta.Post("asks", AnAsk())).Expect(201);
        (await wanda.Post($"asks/{ask.Id}/question", new { text = "Which Swallow?" })).Expect(200);
        (await wanda.Post($"asks/{ask.Id}/promise", new { by = Day(3) }, etag: ask.ETag)).Expect(412);
        var now = (await marta.Get($"asks/{ask.Id}")).Expect(200);
        (await marta.Get($"asks/{ask.Id}", now.ETag)).Expect(304);
    }

    [Fact]
    public async Task A_team_is_asked_one_takes_it_and_may_give_it_back()
    {
        var (marta, piotr) = (house.Call(Cast.Marta), house.Call(Cast.Piotr));
        var ask = (await marta.Post("asks", new { what = "Who can crate it?", team = Cast.Warehouse, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9) })).Expect(201);
        ask["turn"].GetProperty("kind").GetString().ShouldBe("team");
        (await piotr.Post($"asks/{ask.Id}/promise", new { by = Day(3) })).Expect(403);
        (await piotr.Get("asks?turn=me")).Items.ShouldContain(a => a.GetProperty("id").GetString() == ask.Id);
        (await piotr.Post($"asks/{ask.Id}/taking")).Expect(200)["performer"].GetString().ShouldBe(Cast.Piotr.Id.ToString());
        (await house.Call(Cast.Birgit).Post($"asks/{ask.Id}/taking")).Expect(409);
        (await piotr.Post($"asks/{ask.Id}/release")).Expect(200)["turn"].GetProperty("kind").GetString().ShouldBe("team");
    }

    [Fact]
    public async Task Taken_back_within_ten_seconds_a_sent_ask_is_a_draft_that_nobody_else_sees()
    {
        var marta = house.Call(Cast.Marta);
        var ask = (await marta.Post("asks", AnAsk())).Expect(201);
        (await marta.Post($"asks/{ask.Id}/undoing")).Expect(200)["state"].GetString().ShouldBe("draft");
        (await house.Call(Cast.Wanda).Get($"asks/{ask.Id}")).Expect(404);
        (await house.Call(Cast.Gareth).Get($"asks/{ask.Id}")).Expect(404);
        (await marta.Post($"asks/{ask.Id}/sending")).Expect(200)["state"].GetString().ShouldBe("requested");
        (await house.Call(Cast.Wanda).Get($"asks/{ask.Id}")).Expect(200);
    }

    [Fact]
    public async Task Help_is_asked_for_and_the_first_promise_stays_whose_it_was()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var ask = (await marta.Post("asks", AnAsk())).Expect(201);
        (await wanda.Post($"asks/{ask.Id}/promise", new { by = Day(3) })).Expect(200);
        var child = (await wanda.Post($"asks/{ask.Id}/delegation", new { performer = Cast.Piotr.Id })).Expect(201);
        child["parent"].GetString().ShouldBe(ask.Id);
        child["requester"].GetString().ShouldBe(Cast.Wanda.Id.ToString());
        (await wanda.Get($"asks/{ask.Id}")).Expect(200)["performer"].GetString().ShouldBe(Cast.Wanda.Id.ToString());
        (await marta.Get($"asks/{child.Id}")).Expect(200);
        // Nobody who performs an ask above performs one below.
        (await house.Call(Cast.Piotr).Post($"asks/{child.Id}/delegation", new { performer = Cast.Wanda.Id })).Expect(422);
    }

    [Fact]
    public async Task The_sale_s_owner_sees_the_asks_of_the_sale_and_search_finds_only_what_one_may_see()
    {
        var (_, sale, _) = await CustomerSays("x");
        var ask = (await house.Call(Cast.Noor).Post("asks", new { what = "Quillfeather terms", performer = Cast.Wanda.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9), sale })).Expect(201);
        (await house.Call(Cast.Marta).Get($"asks/{ask.Id}")).Expect(200);
        (await house.Call(Cast.Wanda).Get("search?q=quillfeath")).Items.Count.ShouldBe(1);
        (await house.Call(Cast.Piotr).Get("search?q=quillfeath")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_goes_beside_the_ask_and_comes_back_as_a_download_for_those_who_see_it()
    {
        var (marta, browser) = (house.Call(Cast.Marta), await house.Browse(Cast.Wanda));
        var ask = (await marta.Post("asks", AnAsk())).Expect(201);
        var page = await browser.Submit(await browser.Open($"/asks/{ask.Id}"), "form[enctype]", new { file = new Upload("..\\..\\crate <1>.svg", "<svg onload=alert(1)>"u8.ToArray(), "image/svg+xml") });
        page.Expect(200).Text.ShouldContain("crate <1>.svg");
        var file = (await marta.Get($"asks/{ask.Id}")).Expect(200)["files"][0];
        var download = (await marta.Get($"asks/{ask.Id}/files/{file.GetProperty("id").GetString()}")).Expect(200);
        download.Body.ShouldBe("<svg onload=alert(1)>");
        download.Type.ShouldBe("application/octet-stream");
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}/files/{file.GetProperty("id").GetString()}")).Expect(404);
        (await marta.Post($"asks/{ask.Id}/files?name=big.bin", new ByteArrayContent(new byte[(5 * 1024 * 1024) + 1]))).Expect(422)["detail"].GetString()!.ShouldContain("5 MB");
        (await marta.Post($"asks/{ask.Id}/files?name=empty.bin", new ByteArrayContent([]))).Expect(422);
    }

    [Fact]
    public async Task Several_are_moved_at_once_and_what_one_refuses_does_not_hold_up_the_others()
    {
        var marta = house.Call(Cast.Marta);
        var one = (await marta.Post("asks", AnAsk(what: "First of several"))).Expect(201);
        var two = (await marta.Post("asks", AnAsk(what: "Second of several"))).Expect(201);
        var wanda = await house.Browse(Cast.Wanda);
        var moved = await wanda.Submit(await wanda.Open("/asks?pick=true&turn=me"), "form[method=post]", new { ask = new[] { one.Id, two.Id }, move = "promise" });
        moved.Expect(200).Text.ShouldContain("2 of 2 asks changed");
        (await marta.Get($"asks/{two.Id}"))["state"].GetString().ShouldBe("promised");
        var refused = await wanda.Submit(await wanda.Open("/asks?pick=true"), "form[method=post]", new { ask = new[] { one.Id }, move = "acceptance" });
        refused.Text.ShouldContain("One ask: Only the one who asked can do this. First of several");
    }

    [Fact]
    public async Task Who_leaves_takes_no_promise_along_it_is_asked_afresh_of_their_team()
    {
        await using var elsewhere = await TestHouse.Open(house.Engine);
        var (marta, piotr) = (elsewhere.Call(Cast.Marta), elsewhere.Call(Cast.Piotr));
        object ask = new { what = "Crate the Swallow", performer = Cast.Piotr.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9) };
        var promised = (await marta.Post("asks", ask)).Expect(201);
        (await piotr.Post($"asks/{promised.Id}/promise", new { by = Day(3) })).Expect(200);
        var waiting = (await marta.Post("asks", ask)).Expect(201);
        var his = (await piotr.Post("asks", new { what = "New blades", performer = Cast.Noor.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9) })).Expect(201);

        await elsewhere.Store.Write(new Act(Cast.Osterfenn, Cast.Priya.Id, elsewhere.Clock.GetUtcNow(), "page"), unit => Server.Asks.AskLeaving.PersonLeft(unit, Cast.Piotr.Id));

        (await marta.Get($"asks/{promised.Id}"))["state"].GetString().ShouldBe("revoked");
        var open = (await marta.Get("asks?role=requester")).Items;
        open.Count.ShouldBe(2);
        open.ShouldAllBe(a => a.GetProperty("turn").GetProperty("kind").GetString() == "team" && a.GetProperty("team").GetString() == Cast.Warehouse.ToString());
        open.Select(a => a.GetProperty("id").GetString()).ShouldContain(waiting.Id);
        (await elsewhere.Call(Cast.Wanda).Get($"asks/{his.Id}")).Expect(200)["requester"].GetString().ShouldBe(Cast.Wanda.Id.ToString());
    }

    private async Task<(Id Customer, Id Sale, Id Words)> CustomerSays(string words)
    {
        var now = house.Clock.GetUtcNow();
        var customer = new Customer(Cast.Osterfenn, Id.New(now), "Granhammar Kafferosteri");
        var sale = new Sale(Cast.Osterfenn, Id.New(now), customer.Id, "Swallow") { Owner = Cast.Marta.Id };
        var verbatim = new Verbatim(Cast.Osterfenn, Id.New(now), customer.Id, words, Day(-1)) { SaidBy = "Elin Sandvall" };
        await house.Store.Write(new Act(Cast.Osterfenn, Cast.Marta.Id, now, "system"), unit =>
        {
            unit.Save(customer, isNew: true);
            unit.Save(sale, isNew: true);
            unit.Save(verbatim, isNew: true, Cast.Marta.Id);
            return Task.CompletedTask;
        });
        return (customer.Id, sale.Id, verbatim.Id);
    }
}

public sealed class ThreadOnSqlite(SqliteHouse house) : ThreadStories(house), IClassFixture<SqliteHouse>;

public sealed class ThreadOnPostgres(PostgresHouse house) : ThreadStories(house), IClassFixture<PostgresHouse>;
