using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>Who to go to: while somebody writes what they want, people and teams whose own words fit are named, by name and unranked.</summary>
public abstract class WhoStories(TestHouse house) : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await Say(Cast.Piotr, new { doAndWhy = "I build crates for everything that leaves the house.", strengths = "Knots.", needFromOthers = "Drawings of the flange." });
        await Say(Cast.Birgit, new { doAndWhy = "Ich schreibe Versandpapiere und kenne den Zoll." });
        (await house.Call(Cast.Wanda).Patch($"teams/{Cast.Warehouse}/words", new { doAndWhy = "We crate and send." }, "*")).Expect(200);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    private async Task Say(Colleague who, object words) => (await house.Call(who).Patch($"people/{who.Id}/words", words, "*")).Expect(200);

    private async Task<List<string>> Fits(Colleague by, string what) => [.. (await house.Call(by).Post("asks/who", new { what })).Expect(200).Items
        .Select(f => $"{f.GetProperty("name")}: {string.Join(", ", f.GetProperty("words").EnumerateArray())}")];

    [Fact]
    [Shows("A1")]
    public async Task People_and_teams_are_named_by_name_with_their_words_that_fit()
    {
        (await Fits(Cast.Marta, "Could somebody crate the Swallow?")).ShouldBe(["Piotr Nowak: Crating", "Warehouse: crate"]);
        (await Fits(Cast.Marta, "Papiere für den Versand")).ShouldBe(["Birgit Stahl: Versandpapiere"]);
        (await Fits(Cast.Marta, "A crate, and the customs: Zoll")).ShouldBe(["Birgit Stahl: Zoll", "Piotr Nowak: Crating", "Warehouse: crate"]);
    }

    [Fact]
    public async Task Nobody_is_named_for_what_they_need_or_to_themselves_or_elsewhere()
    {
        (await Fits(Cast.Marta, "Drawings of a flange")).ShouldBeEmpty();
        (await Fits(Cast.Piotr, "A crate")).ShouldBe(["Warehouse: crate"]);
        (await Fits(Cast.Stranger, "A crate")).ShouldBeEmpty();
        (await Fits(Cast.Marta, "Could you please tell me what they need?")).ShouldBeEmpty();
        (await Fits(Cast.Marta, "'; drop table person; -- \" OR * NEAR(")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_a_button_names_them_and_a_choice_loses_nothing()
    {
        var marta = await house.Browse(Cast.Marta);
        var page = (await marta.Submit(await marta.Open("/asks/new"), "form[data-coach]", new { what = "Could you crate the Swallow?", reason = "It leaves on Thursday.", answerBy = "2026-11-25" }, "button[formaction*='handler=who']")).Expect(200);
        page.Find("#who")!.TextContent.ShouldContain("says: Crating");
        page = (await marta.Submit(page, "form[data-coach]", null, $"#who button[value='{Cast.Piotr.Email}']")).Expect(200);
        (page.Find("#performer")!.GetAttribute("value"), page.Find("#what")!.TextContent, page.Find("#reason")!.TextContent, page.Find("#answerBy")!.GetAttribute("value"))
            .ShouldBe((Cast.Piotr.Email, "Could you crate the Swallow?", "It leaves on Thursday.", "2026-11-25"));
        page.Find("#who").ShouldBeNull();
        var nobody = (await marta.Submit(await marta.Open("/asks/new"), "form[data-coach]", new { what = "Marzipan" }, "button[formaction*='handler=who']")).Expect(200);
        nobody.Find("#who")!.TextContent.ShouldContain("Nobody's own words fit yet.");
    }

    [Fact]
    public async Task Whoever_has_left_is_not_named()
    {
        var guest = (await house.Call(Cast.Priya).Post("people", new { name = "Ida Holm", userName = $"ida.{Guid.CreateVersion7():N}", title = "Upholstery" })).Expect(201);
        (await Fits(Cast.Marta, "upholstery")).ShouldBe(["Ida Holm: Upholstery"]);
        (await house.Call(Cast.Priya).Post($"accounts/{guest.Id}/departure", new { })).Status.ShouldBeInRange(200, 299);
        (await Fits(Cast.Marta, "upholstery")).ShouldBeEmpty();
    }
}

public sealed class WhoOnSqlite(SqliteHouse house) : WhoStories(house), IClassFixture<SqliteHouse>;

public sealed class WhoOnPostgres(PostgresHouse house) : WhoStories(house), IClassFixture<PostgresHouse>;
