using Inward.House;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>Askers see how much is promised on the days to come: a team's, and a colleague's who shares it.</summary>
public abstract class PromisedStories(TestHouse house)
{
    private static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    [Fact]
    public async Task A_colleague_shows_how_much_they_have_promised_only_if_they_share_it()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        await Promise(Cast.Wanda, Day(3));
        await Promise(Cast.Wanda, Day(3));
        await Promise(Cast.Wanda, Day(40));
        (await marta.Get($"people/{Cast.Wanda.Id}/promised")).Expect(403)["detail"].GetString().ShouldBe("This colleague keeps to themselves how much they have promised.");
        Counts(await wanda.Get($"people/{Cast.Wanda.Id}/promised")).ShouldBe([(Day(3), 2)]);
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Wanda.Id}")).Text.ShouldNotContain("2 promises");

        (await wanda.Patch("me", new { sharesWork = true }, (await wanda.Get("me")).ETag)).Expect(200);
        var shown = await marta.Get($"people/{Cast.Wanda.Id}/promised");
        Counts(shown).ShouldBe([(Day(3), 2)]);
        shown.Body.ShouldNotContain("Could you");
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Wanda.Id}")).Text.ShouldContain("2 promises");
        (await house.Call(Cast.Stranger).Get($"people/{Cast.Wanda.Id}/promised")).Expect(404);
    }

    [Fact]
    public async Task A_team_shows_it_when_it_is_large_enough_to_hide_each_of_its_people()
    {
        var (marta, priya) = (house.Call(Cast.Marta), house.Call(Cast.Priya));
        await Promise(Cast.Noor, Day(4));
        var small = (await marta.Get($"teams/{Cast.Finance}/promised")).Expect(403);
        small["detail"].GetString().ShouldBe("A team of fewer than 5 shows how much it has promised only if everybody in it shares theirs.");
        (await (await house.Browse(Cast.Marta)).Open($"/teams/{Cast.Finance}")).Text.ShouldNotContain("Promised for the next two weeks");

        for (var i = 0; i < 4; i++)
            (await priya.Post("people", new { name = $"Clerk {i}", team = "Finance and Purchasing" })).Expect(201);
        Counts(await marta.Get($"teams/{Cast.Finance}/promised")).ShouldBe([(Day(4), 1)]);
        (await (await house.Browse(Cast.Marta)).Open($"/teams/{Cast.Finance}")).Text.ShouldContain("one promise");
        (await marta.Get($"teams/{Cast.Marta.Id}/promised")).Expect(404);
    }

    [Fact]
    public async Task Whoever_writes_an_ask_sees_it_beside_the_coach()
    {
        await Promise(Cast.Piotr, Day(5));
        var (marta, piotr) = (await house.Browse(Cast.Marta), house.Call(Cast.Piotr));
        var form = await marta.Open("/asks/new");
        (await Coached(marta, form, "Piotr Nowak")).ShouldNotContain("Promised for the next two weeks");
        (await piotr.Patch("me", new { sharesWork = true }, (await piotr.Get("me")).ETag)).Expect(200);
        (await Coached(marta, form, "Piotr Nowak")).ShouldContain("one promise");
        (await Coached(marta, form, "Nobody of that name")).ShouldNotContain("Promised for the next two weeks");
    }

    private static async Task<string> Coached(Browser browser, Page form, string to) =>
        (await browser.Post("/asks/coach", [new("__RequestVerificationToken", form.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("to", to), new("what", "Could you weigh it?")])).Expect(200).Text;

    private static IEnumerable<(DateOnly, int)> Counts(Answer answer) =>
        answer.Expect(200).Items.Select(d => (DateOnly.Parse(d.GetProperty("day").GetString()!, System.Globalization.CultureInfo.InvariantCulture), d.GetProperty("promises").GetInt32()));

    private async Task Promise(Colleague by, DateOnly day)
    {
        var ask = (await house.Call(Cast.Marta).Post("asks", new
        {
            what = "Could you weigh it?", performer = by.Id, reason = "It leaves.", effect = "It arrives.", conditions = new[] { "A weight" }, answerBy = Day(2), neededBy = Day(60),
        })).Expect(201).Id;
        (await house.Call(by).Post($"asks/{ask}/promise", new { by = day })).Expect(200);
    }
}

public sealed class PromisedOnSqlite(SqliteHouse house) : PromisedStories(house), IClassFixture<SqliteHouse>;

public sealed class PromisedOnPostgres(PostgresHouse house) : PromisedStories(house), IClassFixture<PostgresHouse>;
