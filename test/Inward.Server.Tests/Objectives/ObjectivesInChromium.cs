using Inward.Server.Tests.House;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Objectives;

/// <summary>An objective in a real browser: written, published, seen by another, closed.</summary>
public abstract class ObjectivesInChromium(TestHouse house) : InChromium(house)
{
    [Fact, Shows("E1")]
    public async Task An_objective_is_written_published_and_what_was_foretold_is_seen()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/objectives/new");
        foreach (var (field, text) in new[] { ("#what", "Call once"), ("#because", "It costs friends"), ("#measure", "Calls"), ("#baseline", "58"), ("#target", "80"), ("#unit", "of 100"), ("#by", Day(90)), ("#dayAfter", "Owen goes home"), ("#observables", "One sheet") })
            await marta.FillAsync(field, text);
        await marta.ClickAsync("button:has-text('Keep the draft')");
        await marta.ClickAsync("button:has-text('Publish without advice')");
        await Assertions.Expect(marta.Locator("#standing")).ToContainTextAsync("It was published without asking anybody for advice.");

        var noor = await SignIn(Cast.Noor);
        await noor.GotoAsync(marta.Url);
        await Assertions.Expect(noor.Locator("#day-after")).ToContainTextAsync("not seen yet");
        await Assertions.Expect(noor.Locator("#day-after form")).ToHaveCountAsync(0);
        await marta.ClickAsync("#day-after summary");
        await marta.FillAsync("#words-1", "It fits on one");
        await marta.ClickAsync("#day-after button:has-text('It can be seen')");
        await Assertions.Expect(noor.Locator("#day-after")).ToContainTextAsync("It fits on one");
        Errors.ShouldBeEmpty();
    }

    [Fact, Shows("E3")]
    public async Task Advice_is_asked_for_given_unled_and_replied_to()
    {
        var objective = (await House.Call(Cast.Marta).Post("objectives", new { what = "Call twice", because = "It costs friends" })).Expect(201).Id;
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync($"/objectives/{objective}");
        await marta.ClickAsync("a:has-text('Ask for advice')");
        await marta.FillAsync("#people", "Piotr Nowak");
        await marta.ClickAsync("#invite button:has-text('Ask for advice')");

        var piotr = await SignIn(Cast.Piotr);
        await piotr.ClickAsync("#advice-asked a:has-text('Call twice')");
        await piotr.FillAsync("#text", "Give us the drawings");
        await piotr.ClickAsync("button:has-text('Give this advice')");
        await marta.ClickAsync("summary:has-text('Reply')");
        await marta.CheckAsync("input[name=used][value=true]", new() { Force = true });
        await marta.ClickAsync("#said button:has-text('Reply')");
        await Assertions.Expect(piotr.Locator("#said")).ToContainTextAsync("Used");
        Errors.ShouldBeEmpty();
    }

    [Fact, Shows("E2")]
    public async Task While_it_is_written_its_clarity_is_told_and_its_page_is_the_eight_strategies()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/objectives/new");
        var before = await marta.Locator("#coach .n").TextContentAsync();
        await marta.FillAsync("#what", "Whoever calls speaks to somebody who knows");
        await marta.FillAsync("#because", "A second call costs a friend.");
        await marta.PressAsync("#because", "Tab");
        await Assertions.Expect(marta.Locator("#coach .n")).Not.ToHaveTextAsync(before!);
        await marta.ClickAsync("button:has-text('Keep the draft')");
        await Assertions.Expect(marta.Locator("#strategies > ul > li")).ToHaveCountAsync(8);
        await Assertions.Expect(marta.Locator("#strategy-buyIn")).ToContainTextAsync("Nobody is asked for advice yet.");
        await marta.ClickAsync("#strategy-buyIn a.btn");
        await Assertions.Expect(marta.Locator("h1")).ToHaveTextAsync("Advice");
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Nothing_is_cut_off_on_a_phone(int width)
    {
        var objective = (await House.Call(Cast.Marta).Post("objectives", new { what = new string('m', 200), measure = new string('n', 200), unit = new string('u', 60), baseline = 123456789.25, target = 3, by = Day(30), because = new string('w', 200), observables = new[] { new string('o', 150) } })).Expect(201).Id;
        (await House.Call(Cast.Marta).Post("objectives", new { what = new string('c', 200), parent = objective })).Expect(201);
        (await House.Call(Cast.Marta).Post($"objectives/{objective}/publishing")).Expect(200);
        var marta = await SignIn(Cast.Marta);
        await marta.SetViewportSizeAsync(width, 780);
        foreach (var path in new[] { "/objectives", "/objectives/new", $"/objectives/{objective}", $"/objectives/{objective}/edit" })
        {
            await marta.GotoAsync(path);
            (await marta.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        }
        Errors.ShouldBeEmpty();
    }
}

public sealed class ObjectivesInChromiumOnSqlite(SqliteHouse house) : ObjectivesInChromium(house), IClassFixture<SqliteHouse>;

public sealed class ObjectivesInChromiumOnPostgres(PostgresHouse house) : ObjectivesInChromium(house), IClassFixture<PostgresHouse>;
