using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Relationships;

/// <summary>Whom I see next, how often, whom I want to win over: mine alone. Each story has a house of its own, whose clock it moves.</summary>
public abstract class RelationshipStories(Server.Storage.Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(engine);

    private Caller Marta => house.Call(Cast.Marta);

    private Caller Wanda => house.Call(Cast.Wanda);

    [Fact]
    [Shows("A4")]
    public async Task A_talk_a_hello_and_a_thank_you_count_from_anew_for_both()
    {
        (await Talk(Cast.Wanda, "call")).Expect(201);
        foreach (var contact in new Func<Task<Answer>>[]
        {
            () => Talk(Cast.Wanda, "hello", ""),
            () => Marta.Post("thanks", new { to = Cast.Wanda.Id, text = "You stayed late." }),
        })
        {
            house.Clock.MoveOn(TimeSpan.FromDays(40));
            (await Next(Cast.Marta)).ShouldBe(["Wanda Lorenz"]);
            (await Next(Cast.Wanda)).ShouldBe(["Marta Kowal"]);
            (await contact()).Expect(201);
            (await Next(Cast.Marta)).ShouldBeEmpty();
            (await Next(Cast.Wanda)).ShouldBeEmpty();
        }
        (await Marta.Get($"me/relationships/{Cast.Wanda.Id}")).Expect(200)["lastContact"].GetProperty("by").GetString().ShouldBe("thanks");
    }

    [Fact]
    [Shows("A4")]
    public async Task A_talk_that_is_told_late_never_moves_the_last_contact_back()
    {
        (await Talk(Cast.Wanda, "call")).Expect(201);
        var last = Last(await Marta.Get($"me/relationships/{Cast.Wanda.Id}"));
        (await Marta.Post("conversations", new { people = new[] { Cast.Wanda.Id }, at = house.Clock.GetUtcNow().AddDays(-5), channel = "visit", text = "At the gate" })).Expect(201);
        Last(await Marta.Get($"me/relationships/{Cast.Wanda.Id}")).ShouldBe(last);

        static DateTimeOffset Last(Answer kept) => kept.Expect(200)["lastContact"].GetProperty("at").GetDateTimeOffset();
    }

    [Fact]
    public async Task A_planned_talk_stands_on_my_day_until_we_talked_and_nobody_else_sees_it()
    {
        (await Talk(Cast.Wanda, "call")).Expect(201);
        house.Clock.MoveOn(TimeSpan.FromDays(40));
        (await Next(Cast.Marta)).ShouldBe(["Wanda Lorenz"]);
        var browser = await house.Browse(Cast.Marta);
        var on = house.Clock.GetUtcNow().AddDays(3);
        var page = await browser.Submit(await browser.Open($"/plan/{Cast.Wanda.Id}"), "form.card", new { day = "2026-11-01", hour = "10:00", about = "The crates" });
        page.Expect(422).Find("#at-err")!.TextContent.ShouldContain("passed already");
        page.Find("#about")!.GetAttribute("value").ShouldBe("The crates");
        page = await browser.Submit(page, "form.card", new { day = on.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), hour = "at noon" });
        page.Expect(422).Find("#hour-err").ShouldNotBeNull();
        page = await browser.Submit(page, "form.card", new { hour = "10:00" });
        page.Expect(200).Path.ShouldBe($"/people/{Cast.Wanda.Id}");
        page.Html.ShouldContain("A talk is planned for");

        (await Next(Cast.Marta)).ShouldBeEmpty("she has planned it");
        (await browser.Open("/")).Find("#planned")!.TextContent.ShouldContain("The crates");
        (await Marta.Get("me/plans")).Expect(200).Items.ShouldHaveSingleItem().GetProperty("about").GetString().ShouldBe("The crates");
        (await Wanda.Get("me/plans")).Expect(200).Items.ShouldBeEmpty();
        (await (await house.Browse(Cast.Wanda)).Open($"/people/{Cast.Marta.Id}")).Html.ShouldNotContain("The crates");
        (await Wanda.Get("happenings")).Body.ShouldNotContain("talk-planned");

        house.Clock.MoveOn(on - house.Clock.GetUtcNow());
        (await Next(Cast.Marta)).ShouldBe(["Wanda Lorenz"], "it is the day");
        (await Talk(Cast.Wanda, "visit")).Expect(201);
        (await Marta.Get("me/plans")).Expect(200).Items.ShouldBeEmpty();
        (await browser.Open("/")).Find("#planned").ShouldBeNull();
    }

    [Fact]
    public async Task A_private_talk_counts_for_its_author_alone()
    {
        (await Marta.Post("conversations", new { people = new[] { Cast.Wanda.Id }, channel = "call", text = "Between us", @private = true })).Expect(201);
        (await Marta.Get($"me/relationships/{Cast.Wanda.Id}")).Expect(200)["lastContact"].GetProperty("by").GetString().ShouldBe("call");
        (await Wanda.Get($"me/relationships/{Cast.Marta.Id}")).Expect(200)["lastContact"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    [Shows("A5")]
    public async Task The_list_says_why_and_how_it_stands()
    {
        (await Talk(Cast.Wanda, "call")).Expect(201);
        (await Keep(Cast.Wanda.Id, 14, 30)).Expect(200);
        house.Clock.MoveOn(TimeSpan.FromDays(20));
        var row = (await Marta.Get("me/next")).Expect(200).Items.Single();
        row.GetProperty("why").EnumerateArray().Select(w => w.GetString()).ShouldBe(["20 days since you talked, you wish for 14"]);
        row.GetProperty("warmth").GetString().ShouldBe("amber");
        var german = new Caller(house.Address, Cast.Marta.Token, house.Log) { Language = "de" };
        (await german.Get("me/next")).Items.Single().GetProperty("why")[0].GetString().ShouldBe("20 Tage seit dem letzten Gespräch, du wünschst dir 14");
    }

    [Fact]
    public async Task An_ask_whose_day_has_come_is_a_reason_of_its_own()
    {
        (await Marta.Post("asks", AnAsk(Cast.Wanda))).Expect(201);
        (await Next(Cast.Marta)).ShouldBeEmpty();
        house.Clock.MoveOn(TimeSpan.FromDays(3));
        (await Marta.Get("me/next")).Expect(200).Items.Single().GetProperty("why")[0].GetString().ShouldBe("an ask between you is due");
        (await Next(Cast.Wanda)).ShouldBe(["Marta Kowal"]);
        (await Next(Cast.Noor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_away_has_left_or_is_put_off_is_not_on_the_list_and_wakes_with_the_next_contact()
    {
        foreach (var colleague in new[] { Cast.Wanda, Cast.Piotr, Cast.Noor })
            (await Talk(colleague, "call")).Expect(201);
        house.Clock.MoveOn(TimeSpan.FromDays(40));
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        (await house.Call(Cast.Piotr).Post("me/absences", new { from = today, to = today.AddDays(3) })).Expect(201);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Noor.Id}/departure")).Expect(200);
        (await Next(Cast.Marta)).ShouldBe(["Wanda Lorenz"]);
        (await Marta.Post($"me/relationships/{Cast.Wanda.Id}/snooze", new { until = today.AddDays(7) })).Expect(200);
        (await Next(Cast.Marta)).ShouldBeEmpty();
        house.Clock.MoveOn(TimeSpan.FromDays(8));
        (await Next(Cast.Marta)).ShouldBe(["Piotr Nowak", "Wanda Lorenz"], ignoreOrder: true);
        (await Marta.Post($"me/relationships/{Cast.Wanda.Id}/snooze", new { until = today.AddDays(90) })).Expect(200);
        (await Talk(Cast.Wanda, "call")).Expect(201);
        (await Marta.Get($"me/relationships/{Cast.Wanda.Id}")).Expect(200)["snoozedUntil"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_team_is_met_when_anybody_of_it_is()
    {
        (await Keep(Cast.Warehouse, 10, 20)).Expect(200);
        house.Clock.MoveOn(TimeSpan.FromDays(11));
        (await Next(Cast.Marta)).ShouldBe(["Warehouse"]);
        (await Talk(Cast.Piotr, "call")).Expect(201);
        (await Next(Cast.Marta)).ShouldBeEmpty();
        (await Marta.Post("me/focus", new { person = Cast.Warehouse })).Expect(422);
    }

    [Fact]
    public async Task Nobody_else_finds_what_I_keep()
    {
        (await Keep(Cast.Wanda.Id, 5, 6)).Expect(200);
        (await Marta.Post("me/focus", new { person = Cast.Wanda.Id })).Expect(200);
        foreach (var other in new[] { Cast.Wanda, Cast.Gareth, Cast.Priya, Cast.Helen })
        {
            (await house.Call(other).Get($"me/relationships/{Cast.Wanda.Id}")).Body.ShouldNotContain("\"ideal\":5");
            (await house.Call(other).Get("happenings?limit=200")).Expect(200).Body.ShouldNotContain("relationship.");
            (await house.Call(other).Get("me/focus")).Expect(204);
            (await (await house.Browse(other)).Open($"/people/{Cast.Marta.Id}")).Html.ShouldNotContain("in your focus");
        }
        // A twin that could fail: whoever it belongs to does find it.
        (await Marta.Get("happenings?limit=200")).Expect(200).Body.ShouldContain("relationship.cadence-chosen");
    }

    [Fact]
    public async Task What_was_said_in_talks_stands_behind_the_steps_and_on_the_brief()
    {
        var talk = (await Marta.Post("conversations", new { people = new[] { Cast.Wanda.Id }, channel = "visit", text = "At the gate.\nneed: the order a day before the lorry\nobstacle: gate 2 is blocked till ten\npromise: the new plan by Friday" })).Expect(201);
        (await Wanda.Post("conversations", new { people = new[] { Cast.Marta.Id }, channel = "call", text = "promise: photographs of each crate" })).Expect(201);
        var guide = (await Marta.Post("me/focus", new { person = Cast.Wanda.Id })).Expect(200);
        var steps = guide["steps"].EnumerateArray().ToDictionary(s => s.GetProperty("step").GetString()!);
        steps["listening"].GetProperty("evident").GetBoolean().ShouldBeTrue();
        steps["listening"].GetProperty("evidence")[0].GetProperty("text").GetString().ShouldBe("the order a day before the lorry");
        steps["obstacles"].GetProperty("evident").GetBoolean().ShouldBeFalse();
        steps["obstacles"].GetProperty("evidence")[0].GetProperty("page").GetString().ShouldBe($"/conversations/{talk.Id}");
        var browser = await house.Browse(Cast.Marta);
        var page = await browser.Open($"/people/{Cast.Wanda.Id}/focus");
        page.Text.ShouldContain("gate 2 is blocked till ten");
        page.Find($"a[href='/conversations/{talk.Id}']").ShouldNotBeNull();

        (await Marta.Get($"people/{Cast.Wanda.Id}/brief")).Expect(200)["promises"].EnumerateArray().Select(p => p.GetProperty("text").GetString()).ShouldBe(["the new plan by Friday", "photographs of each crate"], ignoreOrder: true);
        var brief = await browser.Open($"/people/{Cast.Wanda.Id}/brief");
        brief.Text.ShouldContain("the new plan by Friday");
        brief.Text.ShouldContain("photographs of each crate");
        (await Marta.Post($"conversations/{talk.Id}/items/3/done")).Expect(200);
        (await browser.Open($"/people/{Cast.Wanda.Id}/brief")).All("ul.ticks a").Select(a => a.TextContent).ShouldNotContain("the new plan by Friday");
        (await house.Call(Cast.Piotr).Get($"people/{Cast.Wanda.Id}/brief")).Expect(200)["promises"].EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    [Shows("A6")]
    public async Task One_colleague_is_in_focus_and_the_guide_is_told_from_what_happened()
    {
        (await Marta.Post("me/focus", new { person = Cast.Piotr.Id })).Expect(200);
        var begun = (await Marta.Post("me/focus", new { person = Cast.Wanda.Id })).Expect(200);
        begun["next"].GetString().ShouldBe("relationship");
        begun["steps"].EnumerateArray().ShouldAllBe(s => !s.GetProperty("evident").GetBoolean());
        (await Talk(Cast.Wanda, "visit")).Expect(201);
        (await Wanda.Patch($"people/{Cast.Wanda.Id}/words", new { doAndWhy = "I send things off whole." }, "*")).Expect(200);
        (await Marta.Post("thanks", new { to = Cast.Wanda.Id, text = "You stayed late." })).Expect(201);
        var ask = (await Marta.Post("asks", AnAsk(Cast.Wanda))).Expect(201);
        (await Wanda.Post($"asks/{ask.Id}/promise", new { by = Day(3) })).Expect(200);
        var guide = (await Marta.Get("me/focus")).Expect(200);
        guide["person"].GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        guide["steps"].EnumerateArray().Where(s => s.GetProperty("evident").GetBoolean()).Select(s => s.GetProperty("step").GetString()).ShouldBe(["relationship", "doAndWhy", "appreciation", "decision"]);
        guide["neverAnswered"][0].GetString().ShouldBe("What do you need from us to serve well?");
        (await Marta.Delete("me/focus", "*")).Expect(204);
        (await Marta.Get("me/focus")).Expect(204);
        (await Marta.Delete("me/focus", "*")).Expect(409);
    }

    [Fact]
    [Shows("A7")]
    public async Task The_brief_holds_what_is_between_us_and_nothing_of_what_others_keep()
    {
        (await Talk(Cast.Wanda, "call", "The crate is too wide")).Expect(201);
        (await house.Call(Cast.Gareth).Post("conversations", new { people = new[] { Cast.Wanda.Id }, channel = "call", text = "Not for Marta" })).Expect(201);
        (await Wanda.Post("conversations", new { people = new[] { Cast.Marta.Id }, channel = "call", text = "Wanda's own", @private = true })).Expect(201);
        (await Marta.Post("asks", AnAsk(Cast.Wanda))).Expect(201);
        var brief = (await Marta.Get($"people/{Cast.Wanda.Id}/brief")).Expect(200);
        brief["talks"].EnumerateArray().Select(t => t.GetProperty("text").GetString()).ShouldBe(["The crate is too wide"]);
        brief["open"].GetArrayLength().ShouldBe(1);
        var page = (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Wanda.Id}/brief")).Expect(200);
        page.Html.ShouldContain("The crate is too wide");
        page.Html.ShouldNotContain("Not for Marta");
        page.Html.ShouldNotContain("Wanda's own");
    }

    [Fact]
    public async Task On_pages_a_rhythm_is_chosen_wrong_input_stays_and_the_list_is_put_off()
    {
        var browser = await house.Browse(Cast.Marta);
        var form = await browser.Open($"/cadence/{Cast.Wanda.Id}");
        var wrong = (await browser.Submit(form, "form.form", new { ideal = "20", limit = "10" })).Expect(422);
        wrong.Form("form.form").QuerySelector("#ideal")!.GetAttribute("value").ShouldBe("20");
        wrong.Html.ShouldContain("The limit is not below the days you wish for.");
        var kept = (await browser.Submit(wrong, "form.form", new { ideal = "10", limit = "20" })).Expect(200);
        kept.Path.ShouldBe($"/people/{Cast.Wanda.Id}");
        kept.Html.ShouldContain("Every 10 days, at the latest after 20.");
        house.Clock.MoveOn(TimeSpan.FromDays(11));
        (await browser.Open("/")).Html.ShouldContain("not met for 11 days, you wish for 10");
        var next = (await browser.Open("/next")).Expect(200);
        (await browser.Submit(next, "form[action*=Snooze]", button: "button[value='7']")).Expect(200).Html.ShouldContain("You are in touch with everybody");
        var focus = await browser.Open($"/people/{Cast.Wanda.Id}/focus");
        (await browser.Submit(focus, "form.acts")).Expect(200).Html.ShouldContain("in your focus since");
    }

    [Fact]
    public async Task A_rhythm_with_oneself_or_with_nobody_is_refused()
    {
        (await Keep(Cast.Marta.Id, 5, 6)).Expect(422);
        (await Keep(Cast.Stranger.Id, 5, 6)).Expect(404);
        (await Keep(Cast.Wanda.Id, 0, 6)).Expect(422)["errors"].TryGetProperty("ideal", out _).ShouldBeTrue();
        (await Marta.Get($"people/{Cast.Marta.Id}/brief")).Expect(422);
        (await Marta.Get($"people/{Cast.Stranger.Id}/brief")).Expect(404);
        (await Marta.Post("me/focus", new { })).Expect(422);
        (await Marta.Post($"me/relationships/{Cast.Wanda.Id}/snooze", new { until = "2020-01-01" })).Expect(422);
    }

    [Fact]
    public async Task Two_windows_that_choose_at_once_do_not_overwrite_each_other()
    {
        var read = (await Marta.Get($"me/relationships/{Cast.Wanda.Id}")).Expect(200);
        (await Marta.Put($"me/relationships/{Cast.Wanda.Id}", new { ideal = 5, limit = 6 }, read.ETag)).Expect(200);
        (await Marta.Put($"me/relationships/{Cast.Wanda.Id}", new { ideal = 7, limit = 8 }, read.ETag)).Expect(412)["current"].GetProperty("ideal").GetInt32().ShouldBe(5);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    private static object AnAsk(Colleague of) => new
    {
        what = "Could you weigh the crate?", performer = of.Id, reason = "It leaves on Thursday.", effect = "Elin can plan.", conditions = new[] { "In kilograms" }, answerBy = Day(2), neededBy = Day(9),
    };

    private Task<Answer> Talk(Colleague with, string channel, string text = "The crate") => Marta.Post("conversations", new { people = new[] { with.Id }, channel, text });

    private Task<Answer> Keep(Inward.House.Id other, int ideal, int limit) => Marta.Put($"me/relationships/{other}", new { ideal, limit }, "*");

    private async Task<List<string?>> Next(Colleague who) => [.. (await house.Call(who).Get("me/next")).Expect(200).Items.Select(n => n.GetProperty("other").GetProperty("name").GetString())];
}

public sealed class RelationshipsOnSqlite() : RelationshipStories(Server.Storage.Engine.Sqlite);

public sealed class RelationshipsOnPostgres() : RelationshipStories(Server.Storage.Engine.Postgres);
