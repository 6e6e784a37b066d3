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
            ["id", "name", "email", "userName", "key", "title", "teams", "manager", "language", "zone", "administrator", "leftOn", "away", "sharesWork", "words", "version"]);
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
