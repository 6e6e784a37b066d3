using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Motives;

/// <summary>What moves people reaches whoever leads them pooled, and never by ones, twos or nines.</summary>
public abstract class WishStories(TestHouse home)
{
    [Fact]
    [Shows("A8")]
    public async Task A_lead_reads_the_wishes_of_ten_with_how_many_were_asked_and_offers_a_trade()
    {
        await using var house = await TestHouse.Open(home.Engine);
        var (team, lead) = await Yard.Team(house, people: 12);
        await Yard.Say(house, team.People.Take(10), "wants: to learn welding");
        await Yard.Say(house, team.People.Skip(10).Take(1), "wants: alone with me", isPrivate: true);
        (await house.Call(lead).Get($"teams/{team.Id}/wishes")).Expect(200)["asked"].GetInt32().ShouldBe(0);
        await Yard.Quarter(house);
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
        var (team, lead) = await Yard.Team(house, people: 12);
        await Yard.Say(house, team.People.Take(9), "wants: quiet mornings");
        // The tenth's is disputed by one who was there.
        var talk = await Yard.Log(house, Cast.Helen, [team.People[9], $"{Cast.Piotr.Id}"], "wants: quiet mornings");
        (await house.Call(Cast.Piotr).Post($"conversations/{talk}/dispute", new { text = "I never said that." })).Expect(200);
        await Yard.Quarter(house);
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
}

public sealed class WishesOnSqlite(SqliteHouse house) : WishStories(house), IClassFixture<SqliteHouse>;

public sealed class WishesOnPostgres(PostgresHouse house) : WishStories(house), IClassFixture<PostgresHouse>;
