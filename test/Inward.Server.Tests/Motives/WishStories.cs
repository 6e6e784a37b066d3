using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Motives;

/// <summary>What moves people reaches whoever leads them pooled, and never by ones, twos or nines.</summary>
public abstract class WishStories(TestHouse home)
{
    [Fact]
    public async Task A_lead_reads_the_wishes_of_ten_with_how_many_were_asked_and_offers_a_trade()
    {
        await using var house = await TestHouse.Open(home.Engine);
        var (team, lead) = await Team(house, people: 12);
        await Say(house, team.People.Take(10), "wants: to learn welding");
        await Say(house, team.People.Skip(10).Take(1), "wants: alone with me", isPrivate: true);
        (await house.Call(lead).Get($"teams/{team.Id}/wishes")).Expect(200)["asked"].GetInt32().ShouldBe(0);
        await Quarter(house);
        var pooled = (await house.Call(lead).Get($"teams/{team.Id}/wishes")).Expect(200);
        (pooled["asked"].GetInt32(), pooled["of"].GetInt32()).ShouldBe((10, 13));
        pooled["words"].EnumerateArray().Select(w => w.GetString()).Distinct().ShouldBe(["to learn welding"]);
        pooled.Body.ShouldNotContain("alone with me");
        foreach (var person in team.People)
            pooled.Body.ShouldNotContain(person);

        var wanda = await house.Browse(lead);
        var page = await wanda.Open($"/teams/{team.Id}/wishes");
        page.Text.ShouldContain("10 of 13 colleagues were asked");
        var ask = await wanda.Submit(page, "form[action='/asks/new']", new { gets = "to learn welding", company = "two more people for the big hatch" });
        ask.Find("#effect")!.TextContent.Trim().ShouldBe("You get: to learn welding\nThe company gets: two more people for the big hatch");
        (await wanda.Submit(ask, "form[data-coach]", new { what = "Weld the hatch of June", reason = "The customer waits." })).Path.ShouldStartWith("/asks/");
    }

    [Fact]
    public async Task Nine_are_not_told_and_nobody_else_reads_it()
    {
        await using var house = await TestHouse.Open(home.Engine);
        var (team, lead) = await Team(house, people: 12);
        await Say(house, team.People.Take(9), "wants: quiet mornings");
        // The tenth's is disputed by one who was there.
        var talk = await Log(house, Cast.Helen, [team.People[9], $"{Cast.Piotr.Id}"], "wants: quiet mornings");
        (await house.Call(Cast.Piotr).Post($"conversations/{talk}/dispute", new { text = "I never said that." })).Expect(200);
        await Quarter(house);
        var pooled = (await house.Call(lead).Get($"teams/{team.Id}/wishes")).Expect(200);
        (pooled["quarter"].GetString(), pooled["asked"].GetInt32(), pooled["words"].GetArrayLength()).ShouldBe(("2026-Q4", 0, 0), pooled.Body);
        (await (await house.Browse(lead)).Open($"/teams/{team.Id}/wishes")).Text.ShouldContain("Too few to say anything");
        foreach (var other in new[] { Cast.Marta, Cast.Priya })
        {
            (await house.Call(other).Get($"teams/{team.Id}/wishes")).Expect(403);
            (await (await house.Browse(other)).Open($"/teams/{team.Id}")).Find($"a[href='/teams/{team.Id}/wishes']").ShouldBeNull();
        }
        (await house.Call(lead).Get($"teams/{team.Id}/wishes?quarter=summer")).Expect(422);
        (await house.Call(Cast.Stranger).Get($"teams/{team.Id}/wishes")).Expect(404);
    }

    private static async Task<((string Id, List<string> People) Team, Colleague Lead)> Team(TestHouse house, int people)
    {
        var priya = house.Call(Cast.Priya);
        var team = (await priya.Post("teams", new { name = "Yard" })).Expect(201).Id;
        var ids = new List<string>();
        for (var i = 0; i < people; i++)
            ids.Add((await priya.Post("people", new { name = $"Yard Hand {i}" })).Expect(201).Id);
        foreach (var person in ids)
            (await priya.Post($"teams/{team}/memberships", new { person })).Expect(201);
        (await priya.Post($"teams/{team}/memberships", new { person = Cast.Helen.Id, lead = true })).Expect(201);
        return ((team, ids), Cast.Helen);
    }

    private static async Task Say(TestHouse house, IEnumerable<string> people, string text, bool isPrivate = false)
    {
        foreach (var person in people)
            await Log(house, Cast.Wanda, [person], text, isPrivate);
    }

    private static async Task<string> Log(TestHouse house, Colleague author, IEnumerable<string> people, string text, bool isPrivate = false) =>
        (await house.Call(author).Post("conversations", new { people, text, Private = isPrivate })).Expect(201).Id;

    private static async Task Quarter(TestHouse house)
    {
        house.Clock.MoveOn(TimeSpan.FromDays(120));
        await house.DoJobs();
    }
}

public sealed class WishesOnSqlite(SqliteHouse house) : WishStories(house), IClassFixture<SqliteHouse>;

public sealed class WishesOnPostgres(PostgresHouse house) : WishStories(house), IClassFixture<PostgresHouse>;
