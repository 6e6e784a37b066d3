using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.People;

/// <summary>People through every door. The house opens on Monday, 23 November 2026.</summary>
public abstract class PeopleStories(TestHouse house)
{
    private async Task<Answer> Added(string name, object? more = null) => (await house.Call(Cast.Priya).Post("people", more ?? new { name })).Expect(201);

    [Fact]
    public async Task Everybody_reads_a_colleague_and_a_stranger_does_not()
    {
        var read = (await house.Call(Cast.Noor).Get($"people/{Cast.Wanda.Id}")).Expect(200);
        read["name"].GetString().ShouldBe("Wanda Lorenz");
        read["teams"].EnumerateArray().Select(t => (t.GetProperty("name").GetString(), t.GetProperty("lead").GetBoolean())).ShouldBe([("Warehouse", true)]);
        (await house.Call(Cast.Stranger).Get($"people/{Cast.Wanda.Id}")).Expect(404);
        (await house.Call(Cast.Stranger).Get("people")).Expect(200).Items.Single().GetProperty("name").GetString().ShouldBe("Sten Ander");
    }

    [Fact]
    public async Task A_reply_about_a_person_holds_no_score_no_rank_and_no_last_seen()
    {
        var read = (await house.Call(Cast.Noor).Get($"people/{Cast.Marta.Id}")).Expect(200);
        read.Json.EnumerateObject().Select(f => f.Name).ShouldBe(
            ["id", "name", "email", "userName", "key", "title", "teams", "manager", "language", "zone", "administrator", "leftOn", "away", "sharesWork", "fields", "words", "version"]);
    }

    [Fact]
    public async Task An_administrator_adds_a_colleague_with_team_and_manager()
    {
        var added = (await house.Call(Cast.Priya).Post("people", new { name = "Tomas Lind", email = "tomas@osterfenn.example", title = "Driver", team = "warehouse", manager = "wanda@osterfenn.example" })).Expect(201);
        added.Location.ShouldBe($"/api/v1/people/{added.Id}");
        added["manager"].GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        added["teams"][0].GetProperty("id").GetString().ShouldBe(Cast.Warehouse.ToString());
        (await house.Call(Cast.Marta).Get("people?q=tomas@")).Expect(200).Items.Single().GetProperty("title").GetString().ShouldBe("Driver");
    }

    [Fact]
    public async Task Nobody_else_adds_people()
    {
        var refused = (await house.Call(Cast.Helen).Post("people", new { name = "Somebody" })).Expect(403);
        refused["detail"].GetString().ShouldBe("Only an administrator adds people.");
    }

    [Fact]
    public async Task What_is_wrong_with_a_colleague_is_named_field_by_field()
    {
        (await house.Call(Cast.Priya).Post("people", new { name = " ", email = "nobody", zone = "Europe/Atlantis" })).Expect(422)["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["name", "email", "zone"]);
        (await house.Call(Cast.Priya).Post("people", new { name = "Double", email = "WANDA@osterfenn.example" })).Expect(422)["errors"].GetProperty("email")[0].GetString().ShouldBe("Somebody here has this e-mail address already.");
        (await house.Call(Cast.Priya).Post("people", new { name = "Lost", team = "No such team" })).Expect(422)["errors"].TryGetProperty("team", out _).ShouldBeTrue();
        (await house.Call(Cast.Priya).Post("people", new { name = "Led by nobody", manager = "nobody@osterfenn.example" })).Expect(422)["errors"].TryGetProperty("manager", out _).ShouldBeTrue();
        (await house.Call(Cast.Marta).Get("people?q=lost")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_change_what_is_said_in_a_sentence()
    {
        var added = await Added("Ruth", new { name = "Ruth Brandt", email = "ruth@osterfenn.example" });
        (await house.Call(Cast.Marta).Patch($"people/{added.Id}", new { title = "Boss" }, added.ETag)).Expect(403)["detail"].GetString().ShouldBe("Only Ruth Brandt or an administrator changes this.");
        (await house.Call(Cast.Marta).Patch($"people/{added.Id}", new { email = "r@osterfenn.example" }, added.ETag)).Expect(403)["detail"].GetString()!.ShouldStartWith("Only an administrator");
        (await house.Call(Cast.Priya).Patch($"people/{added.Id}", new { sharesWork = true }, added.ETag)).Expect(403)["detail"].GetString().ShouldBe("Only Ruth Brandt decides this.");
        var changed = (await house.Call(Cast.Priya).Patch($"people/{added.Id}", new { title = "Fitter", email = "r@osterfenn.example" }, added.ETag)).Expect(200);
        (changed["title"].GetString(), changed["email"].GetString(), changed["name"].GetString()).ShouldBe(("Fitter", "r@osterfenn.example", "Ruth Brandt"));
        (await house.Call(Cast.Priya).Patch($"people/{added.Id}", new { title = "Welder" }, added.ETag)).Expect(412)["current"].GetProperty("title").GetString().ShouldBe("Fitter");
        (await house.Call(Cast.Priya).Send(HttpMethod.Patch, $"people/{added.Id}", new { title = "Welder" })).Expect(428);
    }

    [Fact]
    public async Task Nobody_reports_in_a_circle()
    {
        var top = await Added("Top");
        var middle = await Added("", new { name = "Middle", manager = top.Id });
        var low = await Added("", new { name = "Low", manager = middle.Id });
        var refused = (await house.Call(Cast.Priya).Patch($"people/{top.Id}", new { manager = low.Id }, top.ETag)).Expect(422);
        refused["errors"].GetProperty("manager")[0].GetString()!.ShouldStartWith("Low already reports to Top");
    }

    [Fact]
    public async Task Own_words_are_written_by_the_person_alone_and_carry_their_day()
    {
        var before = (await house.Call(Cast.Piotr).Get($"people/{Cast.Piotr.Id}")).Expect(200);
        (await house.Call(Cast.Priya).Put($"people/{Cast.Piotr.Id}/words", new { doAndWhy = "He idles." }, before.ETag)).Expect(403)["detail"].GetString()!.ShouldStartWith("Only Piotr Nowak writes these words.");
        var said = (await house.Call(Cast.Piotr).Put($"people/{Cast.Piotr.Id}/words", new { doAndWhy = "I build crates.", bestTime = "Before ten." }, before.ETag)).Expect(200);
        said["words"].GetProperty("doAndWhy").GetProperty("on").GetString().ShouldBe("2026-11-23");
        var changed = (await house.Call(Cast.Piotr).Patch($"people/{Cast.Piotr.Id}/words", new { bestTime = (string?)null, strengths = "Wood." }, said.ETag)).Expect(200);
        changed["words"].GetProperty("doAndWhy").GetProperty("words").GetString().ShouldBe("I build crates.");
        changed["words"].GetProperty("bestTime").ValueKind.ShouldBe(JsonValueKind.Null);
        (await house.Call(Cast.Piotr).Put($"people/{Cast.Piotr.Id}/words", new { }, said.ETag)).Expect(412);
    }

    [Fact]
    public async Task A_filter_by_team_finds_the_teams_below_and_a_search_finds_titles()
    {
        var names = (await house.Call(Cast.Marta).Get($"people?team={Cast.Leadership}&limit=200")).Expect(200).Items.Select(i => i.GetProperty("name").GetString()).ToList();
        names.ShouldContain("Helen Marwick");
        names.ShouldContain("Piotr Nowak");
        (await house.Call(Cast.Marta).Get($"people?team={Cast.Finance}")).Expect(200).Items.Select(i => i.GetProperty("name").GetString()).ShouldBe(["Noor Rahimi"]);
        (await house.Call(Cast.Marta).Get("people?q=CRATING")).Expect(200).Items.Select(i => i.GetProperty("name").GetString()).ShouldBe(["Piotr Nowak"]);
        (await house.Call(Cast.Marta).Get("people?language=de")).Expect(200).Items.Select(i => i.GetProperty("name").GetString()).ShouldBe(["Birgit Stahl"]);
        (await house.Call(Cast.Marta).Get($"people?team={Cast.Elsewhere}")).Expect(422);
        (await house.Call(Cast.Marta).Get("people?q=&team=&language=&left=")).Expect(200).Items.Count.ShouldBeGreaterThan(7);
    }

    [Fact]
    public async Task The_page_of_a_colleague_begins_with_their_own_words()
    {
        var page = await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Helen.Id}");
        page.Expect(200).Find(".own")!.TextContent.ShouldContain("Helen Marwick has not written anything here yet.");
        page.Find(".own a[href$='/words']").ShouldBeNull();
        page.Text.ShouldContain("Nothing is open between you and Helen Marwick.");
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Elsewhere}")).Expect(404);
        (await (await house.Browse(Cast.Stranger)).Open($"/people/{Cast.Helen.Id}")).Expect(404);
    }

    [Fact]
    public async Task Somebody_writes_their_own_words_and_a_colleague_is_told_that_they_may_not()
    {
        var noor = await house.Browse(Cast.Noor);
        var said = await noor.Submit(await noor.Open($"/people/{Cast.Noor.Id}/words"), "form.card", new { doAndWhy = "\n I chase no one.\r\nI ask. ", howToThank = "Quietly." });
        said.Expect(200).Find(".own .says")!.TextContent.ShouldBe("\n I chase no one.\nI ask. ");
        said.Find(".own")!.TextContent.ShouldContain("Quietly.");
        var again = await noor.Open($"/people/{Cast.Noor.Id}/words");
        again.Find("#doAndWhy")!.TextContent.ShouldBe("\n I chase no one.\nI ask. ");
        again.Find("#doAndWhy-hint time")!.GetAttribute("datetime").ShouldBe("2026-11-23");
        var refused = (await (await house.Browse(Cast.Priya)).Open($"/people/{Cast.Noor.Id}/words")).Expect(403);
        refused.Html.ShouldContain("Only Noor Rahimi writes these words.");
    }

    [Fact]
    public async Task Two_windows_with_the_same_words_end_in_a_choice()
    {
        var gareth = await house.Browse(Cast.Gareth);
        var (one, other) = (await gareth.Open($"/people/{Cast.Gareth.Id}/words"), await gareth.Open($"/people/{Cast.Gareth.Id}/words"));
        (await gareth.Submit(one, "form.card", new { strengths = "Patience." })).Expect(200);
        var both = (await gareth.Submit(other, "form.card", new { strengths = "Stamina." })).Expect(412);
        both.All("input[type=radio][name=strengths]").Select(r => r.GetAttribute("value")).ShouldBe(["Stamina.", "Patience."]);
        (await gareth.Submit(both, "form.card", new { strengths = "Stamina." })).Expect(200).Find(".own")!.TextContent.ShouldContain("Stamina.");
    }

    [Fact]
    public async Task The_timeline_tells_what_was_between_us_and_nothing_between_others()
    {
        var ask = (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could you hold the crate until Friday", performer = Cast.Piotr.Id, reason = "The ferry moved.", effect = "Nothing rusts.",
            conditions = new[] { "It stands inside" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201);
        (await house.Call(Cast.Piotr).Post($"asks/{ask.Id}/promise", new { by = "2026-11-26" })).Expect(200);
        (await house.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "He has the felt ready.", at = "2026-11-23T07:30:00Z" })).Expect(201);
        (await house.Call(Cast.Noor).Post("thanks", new { to = Cast.Piotr.Id, text = "For the pallet.", effect = "It stood.", @public = true })).Expect(201);
        var marta = await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Piotr.Id}");
        var steps = marta.Expect(200).All(".tl strong").Select(s => s.TextContent).ToList();
        steps.ShouldContain("Marta Kowal asked");
        steps.ShouldContain("Piotr Nowak promised it by Thursday");
        steps.ShouldContain("Marta Kowal noted a talk");
        steps.ShouldContain("Noor Rahimi thanked Piotr Nowak");
        marta.Find("#between")!.TextContent.ShouldContain("hold the crate");
        var helen = await (await house.Browse(Cast.Noor)).Open($"/people/{Cast.Piotr.Id}");
        helen.Text.ShouldNotContain("hold the crate");
        helen.Text.ShouldNotContain("felt ready");
        helen.Text.ShouldContain("For the pallet.");
        // His lead may open the ask; on his page it is still not told, because it is not hers.
        var wanda = await (await house.Browse(Cast.Wanda)).Open($"/people/{Cast.Piotr.Id}");
        wanda.Text.ShouldNotContain("hold the crate");
        (await house.Call(Cast.Wanda).Get($"asks/{ask.Id}")).Expect(200);
    }

    [Fact]
    public async Task A_private_note_of_a_talk_is_on_the_page_for_its_author_alone()
    {
        (await house.Call(Cast.Marta).Post("conversations", new Dictionary<string, object> { ["people"] = new[] { Cast.Birgit.Id }, ["channel"] = "call", ["text"] = "She worries about customs.", ["private"] = true })).Expect(201);
        var marta = await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Birgit.Id}");
        marta.Text.ShouldContain("She worries about customs.");
        marta.Text.ShouldContain("only you see this");
        foreach (var other in new[] { Cast.Birgit, Cast.Wanda, Cast.Priya })
            (await (await house.Browse(other)).Open($"/people/{Cast.Birgit.Id}")).Text.ShouldNotContain("customs.");
    }

    [Fact]
    public async Task The_list_says_what_is_open_between_you_and_what_was_promised_to_you()
    {
        var zelda = await Added("", new { name = "Zelda Quist", email = "zelda@osterfenn.example", title = "Painter" });
        (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could you paint the hood", performer = zelda.Id, reason = "It is scratched.", effect = "It looks new.",
            conditions = new[] { "RAL 7016" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201);
        var marta = await house.Browse(Cast.Marta);
        var list = await marta.Submit(await marta.Open("/people"), "form[data-live=people]", new { q = "zelda" });
        list.Expect(200).Find(".count")!.TextContent.ShouldBe("one colleague");
        list.Find("td.num")!.TextContent.ShouldBe("1");
        (await (await house.Browse(Cast.Noor)).Open("/people?q=zelda")).Find("td.num")!.TextContent.ShouldBe("");
        (await marta.Open("/people?q=nobody+at+all")).Text.ShouldContain("Nobody is like that");
    }

    [Fact]
    public async Task An_administrator_adds_and_changes_a_colleague_on_pages_and_others_are_told_that_they_may_not()
    {
        var priya = await house.Browse(Cast.Priya);
        var wrong = (await priya.Submit(await priya.Open("/people/new"), "form.card", new { name = "Ödön Kovács", email = "not an address", team = "Warehouse" })).Expect(422);
        wrong.Find("#email")!.GetAttribute("aria-invalid").ShouldBe("true");
        wrong.Find("#team")!.GetAttribute("value").ShouldBe("Warehouse");
        var added = (await priya.Submit(wrong, "form.card", new { email = "odon@osterfenn.example", manager = "Wanda Lorenz" })).Expect(200);
        added.Find("h1")!.TextContent.ShouldBe("Ödön Kovács");
        added.Text.ShouldContain("Wanda Lorenz");
        var changed = (await priya.Submit(await priya.Open($"{added.Path}/edit"), "form.card", new { title = "Fitter" })).Expect(200);
        changed.Text.ShouldContain("Fitter");
        changed.Text.ShouldContain("Wanda Lorenz");
        (await (await house.Browse(Cast.Marta)).Open("/people/new")).Expect(403).Html.ShouldContain("Only an administrator adds people.");
        (await (await house.Browse(Cast.Marta)).Open($"{added.Path}/edit")).Expect(403);
    }

    [Fact]
    public async Task The_list_goes_by_name_page_by_page()
    {
        for (var i = 0; i < 5; i++)
            await Added($"Zorro {i}");
        var names = new List<string?>();
        for (var path = "people?q=zorro&limit=2"; path.Length > 0;)
        {
            var page = (await house.Call(Cast.Marta).Get(path)).Expect(200);
            names.AddRange(page.Items.Select(i => i.GetProperty("name").GetString()));
            path = page["next"].GetString() is { } next ? $"people?q=zorro&limit=2&after={next}" : "";
        }
        names.ShouldBe(["Zorro 0", "Zorro 1", "Zorro 2", "Zorro 3", "Zorro 4"]);
    }
}

public sealed class PeopleOnSqlite(SqliteHouse house) : PeopleStories(house), IClassFixture<SqliteHouse>;

public sealed class PeopleOnPostgres(PostgresHouse house) : PeopleStories(house), IClassFixture<PostgresHouse>;
