using Inward.Server.Tests.House;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Journeys;

/// <summary>The way of a sale in a real browser: one tap on a phone, and a colleague's open page follows.</summary>
public abstract class SaleLineInChromium(TestHouse house) : InChromium(house)
{
    [Fact, Shows("B6")]
    public async Task One_tap_on_a_phone_moves_a_sale_on_and_open_pages_follow()
    {
        var caller = House.Call(Cast.Marta);
        var customer = (await caller.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        var sale = (await caller.Post("sales", new { customer, name = "Drum roaster", owner = Cast.Marta.Id })).Expect(201).Id;
        var marta = await SignIn(Cast.Marta);
        var wanda = await SignIn(Cast.Wanda);
        await wanda.GotoAsync($"/sales/{sale}");
        await marta.SetViewportSizeAsync(390, 780);
        await marta.GotoAsync($"/sales/{sale}");
        await marta.ClickAsync("#line button:has-text('Now in “Search for information”')");
        await marta.ClickAsync("#line button:has-text('Now in “First contact”')");
        await Assertions.Expect(marta.Locator("#line [aria-current=step]")).ToContainTextAsync("First contact");
        await Assertions.Expect(wanda.Locator("#line [aria-current=step]")).ToContainTextAsync("First contact");
        await marta.ClickAsync("#line a:has-text('Another stage')");
        await marta.SelectOptionAsync("#stage", new SelectOptionValue { Label = "Search for information" });
        await marta.ClickAsync("button:has-text('Say so')");
        await Assertions.Expect(marta.Locator("#reason-err")).ToBeVisibleAsync();
        await marta.FillAsync("#reason", "They look around once more");
        await marta.ClickAsync("button:has-text('Say so')");
        await Assertions.Expect(marta.Locator("#line [aria-current=step]")).ToContainTextAsync("Search for information");
        foreach (var width in new[] { 390, 320 })
        {
            await marta.SetViewportSizeAsync(width, 780);
            await marta.GotoAsync($"/sales/{sale}/stages");
            (await marta.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
        Errors.RemoveAll(error => error.Contains("422", StringComparison.Ordinal));
        Errors.ShouldBeEmpty();
    }
}

public sealed class SaleLineInChromiumOnSqlite(SqliteHouse house) : SaleLineInChromium(house), IClassFixture<SqliteHouse>;

public sealed class SaleLineInChromiumOnPostgres(PostgresHouse house) : SaleLineInChromium(house), IClassFixture<PostgresHouse>;
