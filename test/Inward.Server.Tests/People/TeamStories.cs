using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.People;

/// <summary>Teams through every door. The house opens on Monday, 23 November 2026.</summary>
public abstract class TeamStories(TestHouse house)
{
    private async Task<Answer> Founded(string name, string? parent = null) => (await house.Call(Cast.Priya).Post("teams", new { name, parent })).Expect(201);

    [Fact]
    public async Task Every_team_names_its_parent_its_leads_and_how_many_are_in_it()
    {
        var teams = (await house.Call(Cast.Noor).Get("teams")).Expect(200).Items;
        var warehouse = teams.Single(t => t.GetProperty("name").GetString() == "Warehouse");
        warehouse.GetProperty("parent").GetString().ShouldBe(Cast.Leadership.ToString());
        warehouse.GetProperty("leads")[0].GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        warehouse.GetProperty("members").GetInt32().ShouldBe(3);
        (await house.Call(Cast.Stranger).Get("teams")).Expect(200).Items.ShouldBeEmpty();
        (await house.Call(Cast.Stranger).Get($"teams/{Cast.Warehouse}")).Expect(404);
    }

    [Fact]
    public async Task Only_administrators_change_teams_and_who_is_in_them()
    {
        var team = await Founded("Assembly");
        const string Sentence = "Only an administrator changes teams and who is in them.";
        (await house.Call(Cast.Helen).Post("teams", new { name = "Mine" })).Expect(403)["detail"].GetString().ShouldBe(Sentence);
        (await house.Call(Cast.Helen).Patch($"teams/{team.Id}", new { name = "Mine" }, team.ETag)).Expect(403)["detail"].GetString().ShouldBe(Sentence);
        (await house.Call(Cast.Helen).Post($"teams/{team.Id}/memberships", new { person = Cast.Helen.Id })).Expect(403)["detail"].GetString().ShouldBe(Sentence);
    }

    [Fact]
    public async Task A_team_is_never_placed_below_itself()
    {
        var top = await Founded("Top");
        var middle = await Founded("Middle", top.Id);
        var low = await Founded("Low", middle.Id);
        (await house.Call(Cast.Priya).Patch($"teams/{top.Id}", new { parent = low.Id }, top.ETag)).Expect(422)["errors"].TryGetProperty("parent", out _).ShouldBeTrue();
        (await house.Call(Cast.Priya).Patch($"teams/{top.Id}", new { parent = top.Id }, top.ETag)).Expect(422);
        (await house.Call(Cast.Priya).Patch($"teams/{top.Id}", new { parent = Cast.Elsewhere }, top.ETag)).Expect(422);
        var moved = (await house.Call(Cast.Priya).Patch($"teams/{low.Id}", new { parent = (string?)null, name = "Free" }, low.ETag)).Expect(200);
        (moved["parent"].ValueKind, moved["name"].GetString()).ShouldBe((JsonValueKind.Null, "Free"));
        (await house.Call(Cast.Priya).Patch($"teams/{low.Id}", new { name = "Later" }, low.ETag)).Expect(412)["current"].GetProperty("name").GetString().ShouldBe("Free");
    }

    [Fact]
    public async Task A_stay_is_dated_and_a_lead_leads_while_it_lasts()
    {
        var team = await Founded("Service");
        var stay = (await house.Call(Cast.Priya).Post($"teams/{team.Id}/memberships", new { person = Cast.Noor.Id, from = "2026-01-01", lead = true })).Expect(201);
        (await house.Call(Cast.Noor).Get($"teams/{team.Id}")).Expect(200)["leads"][0].GetProperty("name").GetString().ShouldBe("Noor Rahimi");
        (await house.Call(Cast.Priya).Post($"teams/{team.Id}/memberships", new { person = Cast.Noor.Id, from = "2026-06-01" })).Expect(422)["errors"].TryGetProperty("from", out _).ShouldBeTrue();
        (await house.Call(Cast.Priya).Patch($"teams/{team.Id}/memberships/{stay.Id}", new { to = "2026-11-22" }, team.ETag)).Expect(412);
        var ended = (await house.Call(Cast.Priya).Patch($"teams/{team.Id}/memberships/{stay.Id}", new { to = "2026-11-22" }, stay.ETag)).Expect(200);
        (ended["from"].GetString(), ended["to"].GetString(), ended["lead"].GetBoolean()).ShouldBe(("2026-01-01", "2026-11-22", true));
        var now = (await house.Call(Cast.Noor).Get($"teams/{team.Id}")).Expect(200);
        (now["members"].GetInt32(), now["leads"].GetArrayLength()).ShouldBe((0, 0));
        (await house.Call(Cast.Noor).Get($"teams/{team.Id}/memberships")).Expect(200).Items.Single().GetProperty("to").GetString().ShouldBe("2026-11-22");
        (await house.Call(Cast.Priya).Patch($"teams/{team.Id}/memberships/{stay.Id}", new { to = "2025-01-01" }, ended.ETag)).Expect(422)["errors"].TryGetProperty("to", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Joining_a_team_opens_what_the_team_may_see()
    {
        var team = await Founded("Night shift");
        (await house.Call(Cast.Priya).Post($"teams/{team.Id}/memberships", new { person = Cast.Piotr.Id })).Expect(201);
        var ask = (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could somebody be at the gate at six", team = team.Id, reason = "The ferry is early.", effect = "The Heron is on board.",
            conditions = new[] { "The gate is open" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201);
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}")).Expect(404);
        var stay = (await house.Call(Cast.Priya).Post($"teams/{team.Id}/memberships", new { person = Cast.Noor.Id, from = "2026-11-23" })).Expect(201);
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}")).Expect(200);
        (await house.Call(Cast.Priya).Patch($"teams/{team.Id}/memberships/{stay.Id}", new { from = "2026-01-01", to = "2026-11-20" }, stay.ETag)).Expect(200);
        (await house.Call(Cast.Noor).Get($"asks/{ask.Id}")).Expect(404);
    }

    [Fact]
    public async Task The_tree_shows_who_leads_and_how_many_belong_to_it()
    {
        var page = await (await house.Browse(Cast.Marta)).Open("/teams");
        var warehouse = page.Expect(200).All(".tree a").Single(a => a.TextContent == "Warehouse").ParentElement!;
        warehouse.TextContent.ShouldContain("led by Wanda Lorenz");
        warehouse.TextContent.ShouldContain("3 colleagues");
        page.Find("a[href='/teams/new']").ShouldBeNull();
    }

    [Fact]
    public async Task The_page_of_a_team_shows_who_is_in_it_and_what_it_was_asked_as_far_as_one_may_see()
    {
        (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could somebody weigh the Crane", team = Cast.Warehouse, reason = "The crane hire asks.", effect = "The hire is right.",
            conditions = new[] { "In kilos" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201);
        var wanda = await (await house.Browse(Cast.Wanda)).Open($"/teams/{Cast.Warehouse}");
        wanda.Expect(200).All(".rows .say a").Select(a => a.TextContent).ShouldContain("Piotr Nowak");
        wanda.Text.ShouldContain("weigh the Crane");
        (await (await house.Browse(Cast.Noor)).Open($"/teams/{Cast.Warehouse}")).Expect(200).Text.ShouldNotContain("weigh the Crane");
        (await (await house.Browse(Cast.Stranger)).Open($"/teams/{Cast.Warehouse}")).Expect(404);
    }

    [Fact]
    public async Task An_administrator_keeps_teams_on_pages()
    {
        var priya = await house.Browse(Cast.Priya);
        var added = (await priya.Submit(await priya.Open("/teams/new"), "form.card", new { name = "Paint shop", parent = Cast.Warehouse.ToString() })).Expect(200);
        added.Find("h1")!.TextContent.ShouldBe("Paint shop");
        var members = await priya.Open($"{added.Path}/memberships");
        var wrong = (await priya.Submit(members, "form.card", new { person = "Nobody Atall" })).Expect(422);
        wrong.Find("#person")!.GetAttribute("value").ShouldBe("Nobody Atall");
        var joined = (await priya.Submit(wrong, "form.card", new { person = "Birgit Stahl", from = "2026-11-01", lead = "true" })).Expect(200);
        var ended = (await priya.Submit(joined, "form.bar", new { from = "2026-11-01", to = "2026-11-20" })).Expect(200);
        ended.Find("form.bar input[name=to]")!.GetAttribute("value").ShouldBe("2026-11-20");
        (await priya.Submit(joined, "form.bar", new { from = "2026-11-01", to = "2026-11-10" })).Expect(412);
        var renamed = (await priya.Submit(await priya.Open($"{added.Path}/edit"), "form.card", new { name = "Paint and polish" })).Expect(200);
        renamed.Text.ShouldContain("Nobody is in this team today.");
        renamed.Text.ShouldContain("Birgit Stahl");
        (await (await house.Browse(Cast.Helen)).Open($"{added.Path}/memberships")).Expect(403);
        (await (await house.Browse(Cast.Helen)).Open("/teams/new")).Expect(403);
    }

    [Fact]
    public async Task A_circle_of_teams_in_a_damaged_store_is_still_a_page()
    {
        var one = await Founded("Circle one");
        var two = await Founded("Circle two", one.Id);
        await house.Store.Write(new Inward.Server.Storage.Act(Cast.Osterfenn, null, house.Clock.GetUtcNow(), "system"), unit =>
        {
            unit.Write("update team set parent = @two where workspace = @Osterfenn and id = @one", new { Cast.Osterfenn, one = Inward.House.Id.Parse(one.Id), two = Inward.House.Id.Parse(two.Id) });
            return Task.CompletedTask;
        });
        var marta = await house.Browse(Cast.Marta);
        (await marta.Open("/teams")).Expect(200).Text.ShouldContain("Circle one");
        (await marta.Open($"/teams/{one.Id}")).Expect(200);
        (await marta.Open($"/people?team={one.Id}")).Expect(200);
    }

    [Fact]
    public async Task A_teams_words_are_written_by_those_who_are_in_it_and_each_answer_says_by_whom()
    {
        var team = (await house.Call(Cast.Wanda).Get($"teams/{Cast.Warehouse}")).Expect(200);
        (await house.Call(Cast.Priya).Put($"teams/{Cast.Warehouse}/words", new { doAndWhy = "They idle." }, team.ETag)).Expect(403);
        var said = (await house.Call(Cast.Wanda).Put($"teams/{Cast.Warehouse}/words", new { doAndWhy = "We send out what leaves the house." }, team.ETag)).Expect(200);
        said = (await house.Call(Cast.Piotr).Patch($"teams/{Cast.Warehouse}/words", new { bestTime = "Before ten." }, said.ETag)).Expect(200);
        (said["words"].GetProperty("doAndWhy").GetProperty("words").GetString(), By(said, "doAndWhy"), By(said, "bestTime")).ShouldBe(("We send out what leaves the house.", "Wanda Lorenz", "Piotr Nowak"));
        var page = await (await house.Browse(Cast.Noor)).Open($"/teams/{Cast.Warehouse}");
        page.Expect(200).Find(".own")!.TextContent.ShouldContain("written by Piotr Nowak");
        page.Find(".own a[href$='/words']").ShouldBeNull();
        (await (await house.Browse(Cast.Noor)).Open($"/teams/{Cast.Warehouse}/words")).Expect(403);

        static string? By(Answer team, string question) => team["words"].GetProperty(question).GetProperty("writtenBy").GetProperty("name").GetString();
    }
}

public sealed class TeamsOnSqlite(SqliteHouse house) : TeamStories(house), IClassFixture<SqliteHouse>;

public sealed class TeamsOnPostgres(PostgresHouse house) : TeamStories(house), IClassFixture<PostgresHouse>;
