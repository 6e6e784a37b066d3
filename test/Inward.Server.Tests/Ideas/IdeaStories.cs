using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Mail;

namespace Inward.Server.Tests.Ideas;

/// <summary>Marta has ideas; Gareth leads her, Wanda the warehouse, Helen the company.</summary>
public abstract class IdeaStories(Engine engine) : IAsyncLifetime
{
    private MailHouse house = null!;
    private Caller marta = null!, gareth = null!, wanda = null!, piotr = null!;

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await MailHouse.Open(engine);
        (marta, gareth, wanda, piotr) = (house.Call(Cast.Marta), house.Call(Cast.Gareth), house.Call(Cast.Wanda), house.Call(Cast.Piotr));
    }

    [Fact, Shows("E8")]
    public async Task An_idea_is_answered_by_whose_it_is_about_else_by_the_lead_of_a_team_within_ten_working_days()
    {
        var bare = (await marta.Post("ideas", new { text = "A tarpaulin over the gate" })).Expect(201);
        (Who(bare), bare["answersAs"].GetString(), bare["answerBy"].GetString(), bare["state"].GetString()).ShouldBe(("Gareth Pryce", "authorsLead", "2026-12-07", "waiting"));
        Who((await marta.Post("ideas", new { text = "A tarpaulin", team = Cast.Warehouse })).Expect(201)).ShouldBe("Wanda Lorenz");
        var ask = await house.Ask(Cast.Piotr, "Weigh the drum");
        var about = (await piotr.Post("ideas", new { text = "Weigh it twice", about = ask })).Expect(201);
        (Who(about), about["about"].GetProperty("kind").GetString(), about["about"].GetProperty("name").GetString()).ShouldBe(("Marta Kowal", "ask", "Weigh the drum"));
        Who((await marta.Post("ideas", new { text = "Weigh it once", about = ask })).Expect(201)).ShouldBe("Piotr Nowak", "nobody answers their own idea");
        (await house.Call(Cast.Noor).Get($"ideas/{about.Id}")).Expect(200)["about"].ValueKind.ShouldBe(JsonValueKind.Null, "the ask is not hers to see");
        (await house.Call(Cast.Noor).Post("ideas", new { text = "x", about = ask })).Expect(422)["detail"].GetString()!.ShouldContain("that you can see");
        var sale = await Sale();
        Who((await piotr.Post("ideas", new { text = "A crane", about = sale })).Expect(201)).ShouldBe("Marta Kowal");
        var objective = (await house.Call(Cast.Helen).Post("objectives", new { what = "No wet crate" })).Expect(201).Id;
        (await house.Call(Cast.Helen).Post("ideas", new { text = "A tent", about = objective })).Expect(201)["about"].GetProperty("kind").GetString().ShouldBe("objective");
        (await marta.Post("ideas", new { text = "A tent", about = objective })).Expect(422)["detail"].GetString()!.ShouldContain("that you can see", customMessage: "a draft is its writer's");
        var journey = (await house.Call(Cast.Helen).Post("journeys", new { name = "Boats", stages = new[] { new { name = "Afloat", teams = new[] { Cast.Warehouse } } } })).Expect(201);
        var stage = (await marta.Post("ideas", new { text = "Paint it", about = journey["stages"][0].GetProperty("id").GetString() })).Expect(201);
        (Who(stage), stage["about"].GetProperty("kind").GetString()).ShouldBe(("Wanda Lorenz", "stage"));
        Who((await gareth.Post("ideas", new { text = "For the lead" })).Expect(201)).ShouldBe("Helen Marwick", "who leads the team above");
        Who((await house.Call(Cast.Noor).Post("ideas", new { text = "Nobody leads us" })).Expect(201)).ShouldBe("Helen Marwick");
        (await wanda.Get("ideas?show=answer")).Items.Select(Text).ShouldBe(["Paint it", "A tarpaulin"]);
        (await marta.Get("ideas?q=tarpaulin")).Items.Count.ShouldBe(2);
        (await marta.Get($"ideas?about={ask}")).Items.Select(Text).ShouldBe(["Weigh it once", "Weigh it twice"]);
        (await marta.Get("search?q=tarpaulin")).Items.Count(hit => hit.GetProperty("kind").GetString() == "idea").ShouldBe(2);
        (await house.Call(Cast.Stranger).Get($"ideas/{bare.Id}")).Expect(404);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_private_idea_is_seen_by_its_author_and_whoever_answers_alone()
    {
        var idea = (await marta.Post("ideas", new { text = "The rota is unfair", @private = true })).Expect(201);
        (await gareth.Get($"ideas/{idea.Id}")).Expect(200);
        foreach (var other in new[] { Cast.Wanda, Cast.Priya, Cast.Helen })
        {
            var caller = house.Call(other);
            (await caller.Get($"ideas/{idea.Id}")).Expect(404);
            (await caller.Post($"ideas/{idea.Id}/wanting")).Expect(404);
            (await caller.Get("ideas?q=rota")).Items.ShouldBeEmpty();
            (await caller.Get("search?q=rota")).Items.ShouldBeEmpty();
            (await caller.Get($"happenings?on={idea.Id}")).Items.ShouldBeEmpty();
            (await (await house.Browse(other)).Open($"/ideas/{idea.Id}")).Expect(404);
            (await (await house.Browse(other)).Open("/ideas/csv")).Expect(200).Text.ShouldNotContain("rota");
        }
        (await marta.Get($"happenings?on={idea.Id}")).Body.ShouldNotContain("rota");
        (await gareth.Get("ideas?q=rota")).Items.Count.ShouldBe(1);
        (await house.Read(session => session.Count("select count(*) from search where record = @id", new { id = Inward.House.Id.Parse(idea.Id) }))).ShouldBe(0);
        await house.Until(new DateTime(2026, 12, 9, 9, 0, 0));
        var late = (await marta.Get($"ideas/{idea.Id}")).Expect(200);
        (late["overdue"].GetBoolean(), late["escalated"].GetProperty("to").ValueKind).ShouldBe((true, JsonValueKind.Null), "nobody else is told of a private one");
        (await house.Call(Cast.Helen).Get($"ideas/{idea.Id}")).Expect(404);
        (await marta.Post($"ideas/{idea.Id}/opening")).Expect(200)["private"].GetBoolean().ShouldBeFalse();
        (await wanda.Get("search?q=rota")).Items.Count.ShouldBe(1);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact, Shows("E8")]
    public async Task Declining_tells_everybody_who_wanted_it_why_by_mail_and_on_today()
    {
        var idea = (await marta.Post("ideas", new { text = "A tarpaulin over the gate" })).Expect(201).Id;
        (await wanda.Post($"ideas/{idea}/wanting")).Expect(200);
        (await wanda.Post($"ideas/{idea}/wanting")).Expect(200)["wanting"].GetArrayLength().ShouldBe(1);
        (await piotr.Post($"ideas/{idea}/wanting")).Expect(200);
        (await piotr.Delete($"ideas/{idea}/wanting", "*")).Expect(200)["wanting"].GetArrayLength().ShouldBe(1);
        (await marta.Post($"ideas/{idea}/wanting")).Expect(403)["detail"].GetString().ShouldBe("It is your idea: that you want it is known.");
        await house.MailLeaves();
        house.Sink.TakeAll().Single().Subject.ShouldBe("Marta Kowal had an idea that waits for your answer");
        (await gareth.Get("today"))["ideas"][0].GetProperty("waitsForMe").GetBoolean().ShouldBeTrue();

        (await wanda.Post($"ideas/{idea}/declining", new { reason = "No" })).Expect(403);
        (await gareth.Post($"ideas/{idea}/declining", new { reason = " " })).Expect(422)["detail"].GetString().ShouldBe("Say why. Everybody who wanted it reads it.");
        (await gareth.Post($"ideas/{idea}/declining", new { reason = "The gate goes in spring" }, etag: "\"1\"")).Expect(412);
        (await gareth.Post($"ideas/{idea}/declining", new { reason = "The gate goes in spring" })).Expect(200)["state"].GetString().ShouldBe("declined");
        (await gareth.Post($"ideas/{idea}/adoption", new { })).Expect(409)["detail"].GetString().ShouldBe("This idea was answered already.");
        await house.MailLeaves();
        var mails = house.Sink.TakeAll();
        mails.Select(m => m.To.Single()).ShouldBe([Cast.Marta.Email, Cast.Wanda.Email], ignoreOrder: true, "not who wants it no more, and not who answered");
        mails.ShouldAllBe(m => m.Text.Contains("The gate goes in spring", StringComparison.Ordinal));
        (await wanda.Get("today"))["ideas"][0].GetProperty("says").GetString().ShouldBe("Gareth Pryce declines it: The gate goes in spring");
        (await piotr.Get("today"))["ideas"].GetArrayLength().ShouldBe(0);
        (await (await house.Browse(Cast.Marta)).Open("/")).Text.ShouldContain("The gate goes in spring");
    }

    [Fact]
    public async Task Not_now_waits_for_an_answer_again_from_that_day_on()
    {
        var idea = (await marta.Post("ideas", new { text = "A tarpaulin" })).Expect(201).Id;
        (await gareth.Post($"ideas/{idea}/putting-off", new { until = "2026-11-23", reason = "x" })).Expect(422)["detail"].GetString().ShouldBe("Choose a day after today and within 24 months.");
        (await gareth.Post($"ideas/{idea}/putting-off", new { until = "2026-12-14", reason = "After the fair" })).Expect(200)["state"].GetString().ShouldBe("later");
        (await gareth.Get("ideas?show=answer")).Items.ShouldBeEmpty();
        (await gareth.Get("ideas?show=later")).Items.Count.ShouldBe(1);
        await house.Until(new DateTime(2026, 12, 14, 9, 0, 0));
        (await gareth.Get("ideas?show=answer")).Items.Single().GetProperty("answerBy").GetString().ShouldBe("2026-12-28");
        (await gareth.Post($"ideas/{idea}/declining", new { reason = "Too late" })).Expect(200)["answers"].GetArrayLength().ShouldBe(2);
    }

    [Fact, Shows("E8")]
    public async Task Two_that_are_the_same_are_merged_with_all_who_want_them_and_parted_as_they_were()
    {
        var (one, other) = ((await marta.Post("ideas", new { text = "A tarpaulin" })).Expect(201).Id, (await piotr.Post("ideas", new { text = "A roof of cloth" })).Expect(201).Id);
        (await wanda.Post($"ideas/{one}/wanting")).Expect(200);
        (await house.Call(Cast.Noor).Post($"ideas/{other}/wanting")).Expect(200);
        (await wanda.Post($"ideas/{other}/comments", new { text = "Sailcloth" })).Expect(200);
        (await house.Call(Cast.Noor).Post($"ideas/{one}/merging", new { into = other })).Expect(403);
        (await marta.Post($"ideas/{one}/merging", new { into = one })).Expect(422)["detail"].GetString()!.ShouldContain("ring");
        (await marta.Post($"ideas/{one}/merging", new { into = Cast.Warehouse })).Expect(422)["detail"].GetString().ShouldBe("There is no such idea that you can see.");
        (await marta.Post($"ideas/{one}/merging", new { into = other })).Expect(200)["state"].GetString().ShouldBe("merged");
        (await wanda.Post($"ideas/{other}/merging", new { into = one })).Expect(422)["detail"].GetString().ShouldBe("This would go round in a ring: the other idea went into this one, or is this one. Part them first.");
        var root = (await marta.Get($"ideas/{other}")).Expect(200);
        Names(root, "wanting").ShouldBe(["Marta Kowal", "Noor Rahimi", "Wanda Lorenz"]);
        root["same"][0].GetProperty("id").GetString().ShouldBe(one);
        (await marta.Get("ideas")).Items.Single().GetProperty("wanting").GetInt32().ShouldBe(3);
        (await (await house.Browse(Cast.Noor)).Open($"/ideas/{one}")).Expect(200).Path.ShouldBe($"/ideas/{other}", "the address leads to the one that stays");
        (await gareth.Post($"ideas/{one}/declining", new { reason = "x" })).Expect(409);

        // A third one into which both go: parted in the middle, what had come along comes along.
        var third = (await house.Call(Cast.Birgit).Post("ideas", new { text = "Ein Dach" })).Expect(201).Id;
        (await wanda.Post($"ideas/{other}/merging", new { into = third })).Expect(200);
        (await marta.Get($"ideas/{one}")).Expect(200)["root"].GetProperty("id").GetString().ShouldBe(third);
        Names((await marta.Get($"ideas/{third}")).Expect(200), "wanting").ShouldBe(["Marta Kowal", "Noor Rahimi", "Piotr Nowak", "Wanda Lorenz"]);
        (await wanda.Post($"ideas/{third}/merging", new { into = one })).Expect(422);
        (await piotr.Post($"ideas/{other}/parting")).Expect(200);
        Names((await marta.Get($"ideas/{third}")).Expect(200), "wanting").ShouldBeEmpty();
        (await marta.Get($"ideas/{one}")).Expect(200)["root"].GetProperty("id").GetString().ShouldBe(other);

        (await house.Call(Cast.Noor).Post($"ideas/{one}/parting")).Expect(403);
        (await marta.Post($"ideas/{one}/parting")).Expect(200)["state"].GetString().ShouldBe("waiting");
        (await marta.Post($"ideas/{one}/parting")).Expect(409);
        Names((await marta.Get($"ideas/{one}")).Expect(200), "wanting").ShouldBe(["Wanda Lorenz"]);
        var alone = (await marta.Get($"ideas/{other}")).Expect(200);
        (Names(alone, "wanting").Single(), alone["comments"].GetArrayLength(), alone["same"].GetArrayLength()).ShouldBe(("Noor Rahimi", 1, 0));
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact, Shows("E8")]
    public async Task An_adopted_idea_becomes_an_ask_and_its_author_is_named_to_the_result()
    {
        var idea = (await marta.Post("ideas", new { text = "A tarpaulin over the gate" })).Expect(201).Id;
        var adopted = (await gareth.Post($"ideas/{idea}/adoption", new { reason = "Good" })).Expect(200);
        (adopted["state"].GetString(), adopted["asks"][0].GetProperty("state").GetString()).ShouldBe(("adopted", "draft"));
        var ask = adopted["asks"][0].GetProperty("ask").GetString()!;
        (await marta.Get($"ideas/{idea}"))["asks"].GetArrayLength().ShouldBe(0, "a draft is its writer's");
        var draft = (await gareth.Get($"asks/{ask}")).Expect(200);
        (draft["idea"].GetString(), draft["reason"].GetString(), draft["open"].GetBoolean()).ShouldBe((idea, "Marta Kowal had this idea.", true));
        (await gareth.Put($"asks/{ask}", new { what = "Hang a tarpaulin", performer = Cast.Piotr.Id, reason = "It rains in", effect = "Crates stay dry", conditions = new[] { "No drop" }, answerBy = "2026-11-25", neededBy = "2026-11-30" }, "*")).Expect(200);
        (await gareth.Post($"asks/{ask}/sending")).Expect(200)["idea"].GetString().ShouldBe(idea);
        (await marta.Get($"asks/{ask}")).Expect(200);
        (await piotr.Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
        (await piotr.Post($"asks/{ask}/delivery", new { note = "It hangs" })).Expect(200);
        house.Sink.TakeAll();
        (await gareth.Post($"asks/{ask}/acceptance")).Expect(200);
        var line = (await marta.Get($"ideas/{idea}")).Expect(200)["asks"][0];
        (line.GetProperty("state").GetString(), line.GetProperty("promisedBy").GetString(), line.GetProperty("changed").GetString(), line.GetProperty("performer").GetProperty("name").GetString())
            .ShouldBe(("accepted", "2026-11-27", "Crates stay dry", "Piotr Nowak"));
        await house.MailLeaves();
        house.Sink.TakeAll().ShouldContain(m => m.To[0] == Cast.Marta.Email && m.Subject == "Your idea came true");
        var page = (await (await house.Browse(Cast.Gareth)).Open($"/ideas/{idea}")).Expect(200);
        page.Text.ShouldContain("Crates stay dry");
        page.Text.ShouldContain("Thank Marta Kowal for the idea");
        (await (await house.Browse(Cast.Piotr)).Open($"/asks/{ask}")).Text.ShouldContain("An idea of Marta Kowal");

        var atOnce = (await marta.Post("ideas", new { text = "A second gate" })).Expect(201).Id;
        (await gareth.Post($"ideas/{atOnce}/adoption", new { ask = new { what = "Build it" } })).Expect(422);
        (await marta.Get($"ideas/{atOnce}"))["state"].GetString().ShouldBe("waiting", "what the ask's rule refuses changes nothing");
        var sent = (await gareth.Post($"ideas/{atOnce}/adoption", new { ask = new { what = "Build it", team = Cast.Warehouse, reason = "Two lorries", effect = "No queue", conditions = new[] { "It opens" }, answerBy = "2026-11-25", neededBy = "2026-11-30" } })).Expect(200);
        sent["asks"][0].GetProperty("state").GetString().ShouldBe("requested");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact, Shows("E8")]
    public async Task Not_answered_in_time_it_is_escalated_once_to_who_stands_behind_them()
    {
        var idea = (await marta.Post("ideas", new { text = "A tarpaulin", days = 2 })).Expect(201).Id;
        await house.Until(new DateTime(2026, 11, 25, 18, 0, 0));
        (await marta.Get($"ideas/{idea}"))["escalated"].ValueKind.ShouldBe(JsonValueKind.Null, "its day is not over");
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 26, 8, 0, 0));
        var late = (await marta.Get($"ideas/{idea}")).Expect(200);
        (late["overdue"].GetBoolean(), late["escalated"].GetProperty("to").GetProperty("name").GetString()).ShouldBe((true, "Helen Marwick"));
        await house.MailLeaves();
        house.Sink.TakeAll().Select(m => m.To.Single()).ShouldBe([Cast.Marta.Email, Cast.Gareth.Email, Cast.Helen.Email], ignoreOrder: true);
        (await house.Call(Cast.Helen).Get("today"))["ideas"][0].GetProperty("says").GetString().ShouldBe("Marta Kowal had this idea, and nobody answered in time");
        await house.Until(new DateTime(2026, 12, 2, 8, 0, 0));
        house.Sink.TakeAll().ShouldNotContain(m => m.Subject.Contains("in time", StringComparison.Ordinal));
        (await marta.Get($"happenings?on={idea}")).Items.Count(h => h.GetProperty("kind").GetString() == "idea.escalated").ShouldBe(1);
        (await house.Call(Cast.Helen).Post($"ideas/{idea}/adoption", new { })).Expect(200);
    }

    [Fact]
    public async Task Whoever_was_to_answer_leaves_and_the_idea_goes_to_the_lead()
    {
        var card = (await piotr.Post("ideas/wanted", new { text = "Dry crates", until = "2026-12-04" })).Expect(201).Id;
        var idea = (await marta.Post("ideas", new { text = "A tarpaulin", wanted = card })).Expect(201);
        Who(idea).ShouldBe("Piotr Nowak");
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/departure")).Expect(200);
        var passed = (await wanda.Get($"ideas/{idea.Id}")).Expect(200);
        (Who(passed), passed["answersAs"].GetString()).ShouldBe(("Wanda Lorenz", "instead"));
        Who((await marta.Post("ideas", new { text = "Another", wanted = card })).Expect(201)).ShouldBe("Gareth Pryce", "whoever posted the card is gone");
        (await wanda.Post($"ideas/{idea.Id}/declining", new { reason = "No room" })).Expect(200);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Marta.Id}/departure")).Expect(200);
        (await wanda.Get($"ideas/{idea.Id}"))["author"].GetProperty("name").GetString().ShouldBe("Marta Kowal", "whoever had it stays named");
    }

    [Fact]
    public async Task Ideas_come_in_under_a_card_of_help_wanted_until_its_day()
    {
        var card = (await wanda.Post("ideas/wanted", new { text = "Who knows a dry hall?", kinds = new[] { "knowledge", "resources" }, answerer = Cast.Birgit.Id, until = "2026-11-27" })).Expect(201);
        card["kinds"].EnumerateArray().Select(kind => kind.GetString()).ShouldBe(["knowledge", "resources"]);
        var idea = (await marta.Post("ideas", new { text = "The old brewery", wanted = card.Id })).Expect(201);
        (Who(idea), idea["answersAs"].GetString()).ShouldBe(("Birgit Stahl", "wanted"));
        (await marta.Get($"ideas?wanted={card.Id}")).Items.Count.ShouldBe(1);
        (await marta.Get("search?q=hall")).Items.Single().GetProperty("kind").GetString().ShouldBe("help_wanted");
        (await marta.Post($"ideas/wanted/{card.Id}/closing")).Expect(403);
        await house.Until(new DateTime(2026, 11, 28, 9, 0, 0));
        (await marta.Post("ideas", new { text = "Too late", wanted = card.Id })).Expect(409);
        (await marta.Get("ideas/wanted")).Items.ShouldBeEmpty();
        (await marta.Get("ideas/wanted?open=false")).Items.Count.ShouldBe(1);
        (await wanda.Post($"ideas/wanted/{card.Id}/closing")).Expect(200)["open"].GetBoolean().ShouldBeFalse();
        (await wanda.Post($"ideas/wanted/{card.Id}/closing")).Expect(409);
        (await wanda.Post("ideas/wanted", new { text = "x", until = "2026-11-27" })).Expect(422)["detail"].GetString()!.ShouldStartWith("Choose a day from today on");
        (await wanda.Post("ideas/wanted", new { text = "x", until = "2026-12-27", answerer = Cast.Stranger.Id })).Expect(422)["detail"].GetString().ShouldBe("There is no such colleague here.");
        (await house.Call(Cast.Stranger).Get($"ideas/wanted/{card.Id}")).Expect(404);
    }

    [Fact]
    public async Task A_line_of_a_talk_becomes_the_idea_of_whoever_had_it_with_one_tap()
    {
        var talk = (await marta.Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "visit", text = "need: a corner\nidea: a tarpaulin over the gate" })).Expect(201).Id;
        (await wanda.Post($"conversations/{talk}/items/2/idea")).Expect(404);
        (await marta.Post($"conversations/{talk}/items/1/idea")).Expect(409);
        var browser = await house.Browse(Cast.Marta);
        var page = await browser.Open($"/conversations/{talk}");
        var idea = await browser.Submit(page, "form[action*='handler=idea']", new { });
        idea.Text.ShouldContain("An idea of Piotr Nowak");
        idea.Text.ShouldContain("passed on by Marta Kowal");
        var shown = (await piotr.Get($"ideas/{idea.Path.Split('/')[^1]}")).Expect(200);
        (shown["author"].GetProperty("name").GetString(), Who(shown), shown["about"].GetProperty("kind").GetString()).ShouldBe(("Piotr Nowak", "Wanda Lorenz", "talk"));
        (await piotr.Post($"conversations/{talk}/items/2/idea")).Expect(201).Id.ShouldBe(shown.Id, "once");
        (await browser.Open($"/conversations/{talk}")).Find($"a[href='/ideas/{shown.Id}']").ShouldNotBeNull();
        await house.MailLeaves();
        house.Sink.TakeAll().ShouldContain(m => m.To[0] == Cast.Piotr.Email && m.Subject == "Marta Kowal passed an idea of yours on");
        (await piotr.Post($"ideas/{shown.Id}/withdrawal", new { reason = "Not so" })).Expect(200)["state"].GetString().ShouldBe("withdrawn");
        (await marta.Get("search?q=tarpaulin")).Items.ShouldNotContain(hit => hit.GetProperty("kind").GetString() == "idea");
        var hidden = (await marta.Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "visit", text = "idea: hush", @private = true })).Expect(201).Id;
        (await marta.Post($"conversations/{hidden}/items/1/idea")).Expect(409);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Naughty_text_comes_back_as_it_went_in_and_what_cannot_be_is_refused()
    {
        foreach (var text in new[] { "<script>alert(1)</script>", "'; drop table idea; --", "{0} %s", "=1+1", "Ω≈ç√∫", "田中さん", "👾 💁🏽", "a\\\"b", "null" })
        {
            var idea = (await marta.Post("ideas", new { text })).Expect(201);
            idea["text"].GetString().ShouldBe(text);
            (await wanda.Post($"ideas/{idea.Id}/comments", new { text })).Expect(200)["comments"][0].GetProperty("text").GetString().ShouldBe(text);
            (await gareth.Post($"ideas/{idea.Id}/declining", new { reason = text })).Expect(200)["answers"][0].GetProperty("reason").GetString().ShouldBe(text);
            (await (await house.Browse(Cast.Wanda)).Open($"/ideas/{idea.Id}")).Expect(200).Text.ShouldContain(text);
        }
        (await marta.Get("ideas/csv")).Expect(200).Body.ShouldContain("'=1+1");
        (await marta.Post("ideas", new { text = "" })).Expect(422)["detail"].GetString().ShouldBe("Write the idea down, in a sentence or two.");
        (await marta.Post("ideas", new { text = new string('x', 4_001) })).Expect(422)["detail"].GetString()!.ShouldContain("too long");
        (await marta.Post("ideas", new { text = "x", days = 0 })).Expect(422);
        (await marta.Post("ideas", new { text = "x", team = Cast.Stranger.Id })).Expect(422);
        (await marta.Post("ideas", new { text = "x", wanted = Cast.Stranger.Id })).Expect(422);
        (await marta.Get("ideas?show=best")).Expect(422);
        var browser = await house.Browse(Cast.Marta);
        var again = await browser.Submit(await browser.Open("/ideas/new"), "form[action='/ideas/new']", new { text = "A kept idea", team = "Nowhere", days = "0" });
        again.Expect(422).Text.ShouldContain("No team here is called “Nowhere”.");
        again.Text.ShouldContain("A kept idea");
        (await (await house.Browse(Cast.Birgit)).Open("/ideas")).Expect(200).Text.ShouldContain("Jede Idee wird bis zu einem Tag mit einem Grund beantwortet.");
    }

    [Fact]
    public async Task The_command_line_shares_wants_answers_and_merges()
    {
        var (seller, lead) = (new Terminal(house.Address.ToString(), Cast.Marta.Token), new Terminal(house.Address.ToString(), Cast.Gareth.Token));
        (await seller.Type("ideas", "share", "--text", "A tarpaulin", "--team", "Warehouse")).Expect(0).Said.ShouldContain("Wanda Lorenz answers by 2026-12-07");
        var one = (await seller.Json("ideas", "share", "--text", "A roof")).GetProperty("id").GetString()!;
        (await lead.Type("ideas", "want", one)).Expect(0).Said.ShouldContain("wanted too by Gareth Pryce");
        var other = (await seller.Json("ideas")).GetProperty("items")[1].GetProperty("id").GetString()!;
        (await lead.Type("ideas", "merge", one, "--into", other)).Expect(0).Said.ShouldContain("merged");
        (await lead.Type("ideas", "part", one)).Expect(0);
        (await lead.Type("ideas", "decline", one)).Expect(1);
        (await lead.Type("ideas", "later", one, "--until", "2026-12-14", "--reason", "After the fair")).Expect(0).Said.ShouldContain("later: Gareth Pryce After the fair 2026-12-14");
        (await lead.Type("ideas", "adopt", one)).Expect(0).Said.ShouldContain("draft");
        (await seller.Type("ideas", "call", "--text", "Dry crates", "--kind", "knowledge", "--until", "2026-12-14")).Expect(0);
        (await seller.Type("ideas", "wanted")).Expect(0).Said.ShouldContain("Dry crates");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task<string> Sale() => (await marta.Post("sales", new { customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id, name = "Drum roaster", owner = Cast.Marta.Id })).Expect(201).Id;

    private static string? Who(Answer idea) => idea["answerer"].GetProperty("name").GetString();

    private static string? Text(JsonElement row) => row.GetProperty("text").GetString();

    private static IEnumerable<string?> Names(Answer idea, string of) => idea[of].EnumerateArray().Select(one => one.GetProperty("name").GetString()).Order();
}

public sealed class IdeasOnSqlite() : IdeaStories(Engine.Sqlite);

public sealed class IdeasOnPostgres() : IdeaStories(Engine.Postgres);
