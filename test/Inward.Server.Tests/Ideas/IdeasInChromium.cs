using Inward.Server.Tests.House;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Ideas;

/// <summary>Ideas in a real browser: shared, wanted, adopted, carried out by an ask, and heard of on an open page.</summary>
public abstract class IdeasInChromium(TestHouse house) : InChromium(house)
{
    [Fact, Shows("E8")]
    public async Task An_idea_is_shared_wanted_adopted_and_becomes_an_ask_that_names_its_author()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/ideas");
        await marta.ClickAsync("main a:has-text('Share an idea') >> nth=0");
        await Assertions.Expect(marta.Locator("#answers")).ToBeVisibleAsync();
        await Assertions.Expect(marta.Locator("#answers")).ToContainTextAsync("Gareth Pryce answers");
        await marta.FillAsync("#text", "A tarpaulin over the gate");
        await marta.ClickAsync("button:has-text('Share the idea')");
        await Assertions.Expect(marta.Locator("h1")).ToHaveTextAsync("An idea of Marta Kowal");

        var wanda = await SignIn(Cast.Wanda);
        await wanda.GotoAsync(marta.Url);
        await wanda.ClickAsync("button:has-text(\"I'd want that too\")");
        await Assertions.Expect(marta.Locator("#wanting")).ToContainTextAsync("Wanda Lorenz");

        var gareth = await SignIn(Cast.Gareth);
        await gareth.GotoAsync("/");
        await gareth.ClickAsync("#ideas a:has-text('A tarpaulin over the gate')");
        await gareth.ClickAsync("summary:has-text('Adopt')");
        await gareth.FillAsync("#adopt-reason", "Before the rain");
        await gareth.ClickAsync("button:has-text('Adopt, and write the ask')");
        await Assertions.Expect(gareth.Locator("#reason")).ToHaveValueAsync("Marta Kowal had this idea.");
        await gareth.FillAsync("#performer", "Piotr Nowak");
        await gareth.FillAsync("#effect", "Crates stay dry");
        await gareth.FillAsync("#conditions", "No drop on a crate");
        await gareth.FillAsync("[name=answerBy]", Day(2));
        await gareth.FillAsync("[name=neededBy]", Day(7));
        await gareth.ClickAsync("form[data-draft='new-ask'] button.pri");
        await Assertions.Expect(gareth.Locator("main")).ToContainTextAsync("An idea of Marta Kowal");
        await Assertions.Expect(marta.Locator("#line")).ToContainTextAsync("Piotr Nowak");
        Errors.ShouldBeEmpty();
    }

    [Fact, Shows("E8")]
    public async Task A_card_of_help_wanted_is_posted_answered_and_two_same_ideas_are_merged_and_parted()
    {
        var wanda = await SignIn(Cast.Wanda);
        await wanda.GotoAsync("/ideas/wanted/new");
        await wanda.FillAsync("#text", "How do crates stay dry?");
        await wanda.CheckAsync("input[value=knowledge]");
        await wanda.ClickAsync("button:has-text('Post the card')");
        var marta = await SignIn(Cast.Marta);
        foreach (var text in new[] { "A roof of cloth", "A roof of sail" })
        {
            await marta.GotoAsync("/ideas");
            await marta.ClickAsync("#help-wanted a:has-text('I have an idea')");
            await marta.FillAsync("#text", text);
            await marta.ClickAsync("button:has-text('Share the idea')");
        }
        await wanda.GotoAsync(marta.Url);
        await wanda.ClickAsync("summary:has-text('The same as another')");
        await wanda.SelectOptionAsync("#into", new SelectOptionValue { Label = "A roof of cloth (Marta Kowal)" });
        await wanda.ClickAsync("button:has-text('Merge them')");
        await Assertions.Expect(wanda.Locator("#same")).ToContainTextAsync("A roof of sail");
        await wanda.ClickAsync("button:has-text('Part them again')");
        await Assertions.Expect(wanda.Locator("#same")).ToHaveCountAsync(0);
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Nothing_is_cut_off_on_a_phone(int width)
    {
        var card = (await House.Call(Cast.Wanda).Post("ideas/wanted", new { text = new string('w', 90), until = Day(10) })).Expect(201).Id;
        var idea = (await House.Call(Cast.Marta).Post("ideas", new { text = new string('m', 120), wanted = card })).Expect(201).Id;
        var wanda = await SignIn(Cast.Wanda);
        await wanda.SetViewportSizeAsync(width, 780);
        foreach (var path in new[] { "/ideas", $"/ideas/{idea}", $"/ideas/wanted/{card}", $"/ideas/new?wanted={card}", "/ideas/wanted/new", "/" })
        {
            await wanda.GotoAsync(path);
            (await wanda.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        }
        Errors.ShouldBeEmpty();
    }
}

public sealed class IdeasInChromiumOnSqlite(SqliteHouse house) : IdeasInChromium(house), IClassFixture<SqliteHouse>;

public sealed class IdeasInChromiumOnPostgres(PostgresHouse house) : IdeasInChromium(house), IClassFixture<PostgresHouse>;
