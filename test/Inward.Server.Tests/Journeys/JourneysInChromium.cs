using Inward.Server.Tests.House;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Journeys;

/// <summary>A journey in a real browser: made, shaped, scored, walked through by the keyboard, on a desk and on a phone.</summary>
public abstract class JourneysInChromium(TestHouse house) : InChromium(house)
{
    [Fact, Shows("B1"), Shows("B2"), Shows("B3"), Shows("B4"), Shows("B5")]
    public async Task A_journey_is_shaped_scored_and_walked_through_by_the_keyboard()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/journeys/new");
        await marta.FillAsync("#name", "Boats by river");
        await marta.ClickAsync("button:has-text('Make this journey')");
        await Assertions.Expect(marta.Locator("tbody th")).ToHaveCountAsync(10);

        await marta.ClickAsync("tbody th a:has-text('Payment')");
        await marta.ClickAsync("main a:has-text('Change')");
        await marta.FillAsync("#customerValue", "2");
        await marta.FillAsync("#ourValue", "4.5");
        await marta.FillAsync("#weight", "4");
        await marta.CheckAsync("input[name=control][value=other]");
        await marta.FillAsync("#teams", "Warehouse");
        await marta.ClickAsync("button:has-text('Save')");

        await marta.Locator(".matrix a").FocusAsync();
        await Assertions.Expect(marta.Locator(".matrix a")).ToHaveAttributeAsync("aria-label", "8. Payment: worth 3.25 of 5, In other hands, weight 4");
        await marta.Keyboard.PressAsync("Enter");
        await Assertions.Expect(marta.Locator("h1")).ToHaveTextAsync("Payment");

        await Assertions.Expect(marta.Locator("#scores")).ToContainTextAsync("Nobody has scored it yet.");
        await marta.ClickAsync("#customerValue label:has-text('4')");
        await marta.ClickAsync("#ourValue label:has-text('2')");
        await marta.ClickAsync("button:has-text('Score it')");
        await Assertions.Expect(marta.Locator("#scores")).ToContainTextAsync("Only you have scored it so far.");

        await marta.ClickAsync("nav a:has-text('Boats by river')");
        await marta.ClickAsync("main a:has-text('Win first')");
        await Assertions.Expect(marta.Locator("tbody").First).ToContainTextAsync("26");
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task The_picture_fits_a_phone(int width)
    {
        var journey = (await House.Call(Cast.Marta).Post("journeys", new
        {
            name = $"Phone {width}", stages = Enumerable.Range(1, 12).Select(i => new { name = $"Stage {i} {new string('x', 40)}", customerValue = i % 6, ourValue = 5, weight = 5, control = i % 3 == 0 ? "shared" : "other", people = new[] { Cast.Wanda.Id } }),
        })).Expect(201).Id;
        var marta = await SignIn(Cast.Marta);
        await marta.SetViewportSizeAsync(width, 780);
        await marta.GotoAsync($"/journeys/{journey}");
        (await marta.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        (await marta.EvaluateAsync<bool>("[...document.querySelectorAll('.matrix circle')].every(c => { const r = c.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth; })")).ShouldBeTrue();
        Errors.ShouldBeEmpty();
    }
}

public sealed class JourneysInChromiumOnSqlite(SqliteHouse house) : JourneysInChromium(house), IClassFixture<SqliteHouse>;

public sealed class JourneysInChromiumOnPostgres(PostgresHouse house) : JourneysInChromium(house), IClassFixture<PostgresHouse>;
