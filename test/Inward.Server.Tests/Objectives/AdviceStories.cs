using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Objectives;

/// <summary>Marta asks Wanda, Piotr and Noor for advice on an objective: each says it unled, each gets a reply, and everybody sees what became of it.</summary>
public abstract class AdviceStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;
    private Caller marta = null!;
    private Caller wanda = null!;
    private Caller piotr = null!;
    private Caller noor = null!;
    private string path = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        (marta, wanda, piotr, noor) = (house.Call(Cast.Marta), house.Call(Cast.Wanda), house.Call(Cast.Piotr), house.Call(Cast.Noor));
        path = $"objectives/{(await marta.Post("objectives", ObjectiveStories.Whole)).Expect(201).Id}";
    }

    [Fact, Shows("E3")]
    public async Task What_others_advise_is_sealed_until_one_has_said_it_oneself()
    {
        (await wanda.Get(path)).Expect(404);
        (await Invite(Cast.Wanda, Cast.Piotr, Cast.Noor)).Expect(201)["asked"].GetInt32().ShouldBe(3);
        (await house.Call(Cast.Birgit).Get($"{path}/advice")).Expect(404);
        var told = (await piotr.Post($"{path}/advice/answer", new { text = "Weld the drum first, says Zanzibar" })).Expect(200);
        var his = told["items"].EnumerateArray().Single(one => one.GetProperty("person").GetProperty("name").GetString() == "Piotr Nowak").GetProperty("id").GetString();

        var blind = (await wanda.Get($"{path}/advice")).Expect(200);
        (blind["sealed"].GetBoolean(), blind["answered"].GetInt32()).ShouldBe((true, 1));
        blind.Body.ShouldNotContain("Zanzibar");
        (await wanda.Get($"{path}/advice/{his}")).Expect(403)["detail"].GetString().ShouldBe("You read what others advise once you have said it yourself.");
        foreach (var door in new[] { $"happenings?on={path["objectives/".Length..]}", "happenings", "search?q=Zanzibar", path, $"{path}/advice", "today", "objectives" })
            (await wanda.Get(door)).Body.ShouldNotContain("Weld the drum", customMessage: door);
        foreach (var page in new[] { $"/{path}", $"/{path}/advice", "/search?q=Zanzibar", "/" })
            (await (await house.Browse(Cast.Wanda)).Open(page)).Text.ShouldNotContain("Weld the drum", customMessage: page);
        (await marta.Get($"{path}/advice")).Body.ShouldContain("Zanzibar");

        (await wanda.Post($"{path}/advice/answer", new { text = "Show the week on a board" })).Expect(200).Body.ShouldContain("Zanzibar");
        (await wanda.Get($"{path}/advice/{his}")).Expect(200)["answer"].GetString()!.ShouldContain("Zanzibar");
        (await wanda.Post($"{path}/advice/answer", new { text = "Now that I read his" })).Expect(409);
        (await noor.Get($"{path}/advice")).Body.ShouldNotContain("Zanzibar");
    }

    [Fact, Shows("E3")]
    public async Task Each_answer_gets_a_reply_and_everybody_sees_what_became_of_it()
    {
        await Invite(Cast.Wanda, Cast.Piotr);
        var his = (await piotr.Post($"{path}/advice/answer", new { text = "Weld the drum first" })).Expect(200)["items"].EnumerateArray().Single(one => one.TryGetProperty("answer", out var said) && said.ValueKind == System.Text.Json.JsonValueKind.String).GetProperty("id").GetString();
        (await piotr.Post($"{path}/advice/{his}/reply", new { used = true })).Expect(403);
        (await marta.Post($"{path}/advice/{his}/reply", new { used = false })).Expect(422)["detail"].GetString().ShouldBe("Say why it was not used: whoever took the trouble wants to know.");
        (await marta.Post($"{path}/advice/{his}/reply", new { })).Expect(422);
        (await marta.Post($"{path}/advice/{his}/reply", new { used = false, because = "It is welded already" })).Expect(200)["unreplied"].GetInt32().ShouldBe(0);
        (await marta.Post($"{path}/advice/answer", new { text = "I advise myself" })).Expect(403);

        (await marta.Post($"{path}/publishing")).Expect(200)["published"].GetProperty("answered").GetInt32().ShouldBe(1);
        var all = (await house.Call(Cast.Birgit).Get($"{path}/advice")).Expect(200);
        all.Body.ShouldContain("It is welded already");
        all["levels"].EnumerateArray().Select(one => one.GetProperty("level").GetString()).ShouldBe(["frontLine", "lead"]);
        (await wanda.Post($"{path}/advice/answer", new { text = "Too late" })).Expect(409)["detail"].GetString().ShouldBe("The round of advice is over.");
        (await Invite(Cast.Noor)).Expect(409);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact, Shows("E3")]
    public async Task Published_without_a_reply_it_says_so_for_good()
    {
        await Invite(Cast.Piotr);
        var his = (await piotr.Post($"{path}/advice/answer", new { text = "Weld the drum first" })).Expect(200)["items"][0].GetProperty("id").GetString();
        (await marta.Post($"{path}/publishing")).Expect(200)["published"].GetProperty("unreplied").GetInt32().ShouldBe(1);
        (await marta.Post($"{path}/advice/{his}/reply", new { used = true })).Expect(200);
        (await (await house.Browse(Cast.Noor)).Open($"/{path}")).Text.ShouldContain("It was published while one answer had no reply.");
    }

    [Fact]
    public async Task Whom_one_asks_is_a_colleague_who_does_not_write_it_and_is_asked_once()
    {
        (await marta.Post($"{path}/advice", new { people = Array.Empty<string>() })).Expect(422)["detail"].GetString().ShouldBe("Say whom you ask.");
        (await Invite(Cast.Marta)).Expect(422)["detail"].GetString().ShouldBe("Whoever writes an objective is not asked for advice on it.");
        (await Invite(Cast.Stranger)).Expect(422);
        (await marta.Post($"{path}/advice", new { people = new[] { Cast.Noor.Id }, answerBy = "2020-01-01" })).Expect(422)["errors"].EnumerateObject().Single().Name.ShouldBe("answerBy");
        (await marta.Get(path)).Expect(200)["state"].GetString().ShouldBe("draft");
        var suggested = (await marta.Get($"{path}/advice/suggestions")).Expect(200).Items;
        suggested.Select(one => one.GetProperty("level").GetString()).Distinct().Count().ShouldBeGreaterThan(1);
        suggested.Select(one => one.GetProperty("person").GetProperty("name").GetString()).ShouldBeInOrder();
        (await Invite(Cast.Noor)).Expect(201);
        (await Invite(Cast.Noor, Cast.Wanda)).Expect(201)["asked"].GetInt32().ShouldBe(2);
        (await noor.Get("today")).Expect(200)["advice"][0].GetProperty("what").GetString()!.ShouldContain("roasts");
        (await (await house.Browse(Cast.Noor)).Open("/")).Text.ShouldContain("Marta Kowal asks what you would advise");
        (await noor.Post($"{path}/advice/answer", new { text = " " })).Expect(422);
        (await noor.Post($"{path}/advice/answer", new { text = "Ask Agnes" })).Expect(200);
        (await noor.Get("today")).Expect(200)["advice"].GetArrayLength().ShouldBe(0);
    }

    [Fact, Shows("E2")]
    public async Task The_eight_strategies_say_what_use_has_left_what_is_missing_and_what_to_do_next()
    {
        var before = (await marta.Get($"{path}/strategies")).Expect(200);
        before.Items.Count.ShouldBe(8);
        before.Items[0].GetProperty("gap").GetString().ShouldBe("Nobody is asked for advice yet.");
        before.Items[0].GetProperty("next").GetProperty("href").GetString().ShouldBe($"/{path}/advice");
        before.Items.SelectMany(one => one.GetProperty("questions").EnumerateArray()).Count().ShouldBe(16);
        before["clarity"].GetInt32().ShouldBeInRange(30, 70);

        await Invite(Cast.Wanda, Cast.Piotr);
        foreach (var adviser in new[] { wanda, piotr })
            (await adviser.Post($"{path}/advice/answer", new { text = "Weld first" })).Expect(200);
        foreach (var one in (await marta.Get($"{path}/advice")).Items)
            (await marta.Post($"{path}/advice/{one.GetProperty("id").GetString()}/reply", new { used = true })).Expect(200);
        (await marta.Post($"{path}/publishing")).Expect(200);
        (await noor.Post("ideas", new { text = "A board at gate 2", about = path["objectives/".Length..] })).Expect(201);
        (await noor.Post("objectives", new { what = "Invoices on the day", parent = path["objectives/".Length..], addsUp = true, unit = "of 100", baseline = 0, target = 5 })).Expect(201);
        var after = (await noor.Get($"{path}/strategies")).Expect(200).Items.ToDictionary(one => one.GetProperty("key").GetString()!);
        after["buyIn"].GetProperty("gap").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        after["buyIn"].GetProperty("evidence").EnumerateArray().Select(one => one.GetProperty("says").GetString()).ShouldBe(["2 asked, 2 answered", "heard from teams: 1, levels: 2", "answers that were used: 2", "ideas about it: 1"]);
        after["ownTargets"].GetProperty("gap").GetString().ShouldBe("16 of 100 are not claimed by anybody yet.");
        after["crossFunctional"].GetProperty("evidence").GetArrayLength().ShouldBe(1);
        after["clarity"].GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await house.Call(Cast.Birgit).Get($"{path}/strategies")).Body.ShouldContain("Zustimmung");
        (await new Terminal(house.Address.ToString(), Cast.Marta.Token).Type("objectives", "strategies", "Every machine")).Expect(0).Said.ShouldContain("heard from teams: 1, levels: 2");
    }

    [Fact]
    public async Task Its_clarity_is_told_point_by_point_while_it_is_written_with_scripts_off_too()
    {
        var browser = await house.Browse(Cast.Marta);
        var page = await browser.Submit(await browser.Open("/objectives/new"), "form[data-draft]", new Dictionary<string, object?> { ["what"] = "Call once", ["target"] = "80" }, "button[formaction]");
        page.Expect(200).Text.ShouldContain("of 100");
        (await browser.Open($"/{path}/edit")).Text.ShouldContain("Three things to see on the day after");
        (await marta.Get($"{path}/strategies")).Expect(200)["points"].EnumerateArray().Sum(point => point.GetProperty("of").GetInt32()).ShouldBe(100);
    }

    [Fact, Shows("E3")]
    public async Task On_pages_and_in_the_terminal_it_is_the_same()
    {
        var browser = await house.Browse(Cast.Marta);
        var page = await browser.Submit(await browser.Open($"/{path}/advice"), "#invite", new Dictionary<string, object?> { ["people"] = new[] { "Piotr Nowak", "Nobody Known" } });
        page.Expect(422).Text.ShouldContain("Nobody here is called “Nobody Known”.");
        (await browser.Submit(page, "#invite", new Dictionary<string, object?> { ["people"] = new[] { "Piotr Nowak", Cast.Wanda.Id.ToString() } })).Expect(200).Text.ShouldContain("has not answered yet");
        var his = new Terminal(house.Address.ToString(), Cast.Piotr.Token);
        (await his.Type("objectives", "advise", "Every machine", "--text", "Weld first")).Expect(0).Said.ShouldContain("Weld first");
        var hers = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        var advice = (await hers.Json("objectives", "advice", "Every machine")).GetProperty("items").EnumerateArray().First(one => one.GetProperty("person").GetProperty("name").GetString() == "Piotr Nowak").GetProperty("id").GetString()!;
        (await hers.Type("objectives", "reply", "Every machine", advice, "--used", "--because", "The plan begins there")).Expect(0).Said.ShouldContain("used: The plan begins there");
        var wandas = await house.Browse(Cast.Wanda);
        var mine = await wandas.Submit(await wandas.Open($"/{path}/advice"), "#mine", new { text = "" });
        mine.Expect(422).Text.ShouldContain("Write what you would advise.");
        (await wandas.Submit(mine, "#mine", new { text = "A board at the gate" })).Expect(200).Text.ShouldContain("The plan begins there");
    }

    private Task<Answer> Invite(params Colleague[] people) => marta.Post($"{path}/advice", new { people = people.Select(one => one.Id) });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }
}

public sealed class AdviceOnSqlite() : AdviceStories(Engine.Sqlite);

public sealed class AdviceOnPostgres() : AdviceStories(Engine.Postgres);
