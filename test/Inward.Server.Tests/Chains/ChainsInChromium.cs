using Inward.Server.Tests.House;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Chains;

/// <summary>What follows a sale in a real browser: begun, walked through by the keyboard, heard of on another's open page, shown to the customer.</summary>
public abstract class ChainsInChromium(TestHouse house) : InChromium(house)
{
    [Fact, Shows("B7")]
    public async Task A_chain_is_begun_walked_through_by_the_keyboard_and_another_s_page_hears_of_a_promise()
    {
        var sale = await Sale();
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync($"/sales/{sale}");
        await marta.ClickAsync("a:has-text('Begin a chain')");
        foreach (var team in await marta.Locator("select[name=teams]").AllAsync())
            await team.SelectOptionAsync(Cast.Warehouse.ToString());
        await marta.ClickAsync("button:has-text('Begin, and ask the teams')");
        await Assertions.Expect(marta.Locator("svg.flow a")).ToHaveCountAsync(8);
        await Assertions.Expect(marta.Locator("#end")).ToContainTextAsync("too late");

        var wanda = await SignIn(Cast.Wanda);
        await wanda.GotoAsync(marta.Url);
        await wanda.Locator("svg.flow a").Nth(2).FocusAsync();
        await wanda.Keyboard.PressAsync("Enter");
        await Assertions.Expect(wanda.Locator("h1")).ToContainTextAsync("Manufacture: Drum roaster for Tidewrack");
        var ask = wanda.Url.Split('/')[^1];
        (await House.Call(Cast.Wanda).Post($"asks/{ask}/taking")).Expect(200);
        (await House.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = Day(3) })).Expect(200);
        await Assertions.Expect(marta.Locator("tbody tr:has-text('Manufacture')").First).ToContainTextAsync("Promised");
        Errors.ShouldBeEmpty();
    }

    [Fact, Shows("B8")]
    public async Task A_customer_follows_a_link_without_signing_in()
    {
        var sale = await Sale();
        await Begin(sale);
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync($"/sales/{sale}/chain/links");
        await marta.FillAsync("#title", "Your roaster");
        await marta.CheckAsync("input[name=steps] >> nth=5");
        await marta.FillAsync("input[name=words] >> nth=5", "On its way to you");
        await marta.ClickAsync("button:has-text('Make this link')");
        var address = await marta.InputValueAsync("#secret");

        var customer = await (await marta.Context.Browser!.NewContextAsync()).NewPageAsync();
        await customer.GotoAsync(address);
        await Assertions.Expect(customer.Locator("h1")).ToHaveTextAsync("Your roaster");
        await Assertions.Expect(customer.Locator("ol li")).ToHaveCountAsync(1);
        await Assertions.Expect(customer.Locator("ol")).ToContainTextAsync("On its way to you");
        (await customer.Context.CookiesAsync()).ShouldBeEmpty();
        (await customer.EvaluateAsync<string>(AxeSource())).ShouldBeEmpty();
        await marta.ClickAsync("button:has-text('Revoke')");
        await customer.ReloadAsync();
        await Assertions.Expect(customer.Locator("h1")).ToHaveTextAsync("This link does not open");
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task Nothing_is_cut_off_on_a_phone(int width)
    {
        var sale = await Sale(new string('m', 90));
        await Begin(sale);
        var marta = await SignIn(Cast.Marta);
        await marta.SetViewportSizeAsync(width, 780);
        foreach (var path in new[] { $"/sales/{sale}/chain", $"/sales/{sale}/chain/links", $"/sales/{await Sale()}/chain", "/chains", "/chains/new" })
        {
            await marta.GotoAsync(path);
            (await marta.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        }
        Errors.ShouldBeEmpty();
    }

    private async Task<string> Sale(string name = "Drum roaster")
    {
        var customer = (await House.Call(Cast.Marta).Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        return (await House.Call(Cast.Marta).Post("sales", new { customer, name, owner = Cast.Marta.Id, promisedOn = Day(4) })).Expect(201).Id;
    }

    private async Task Begin(string sale)
    {
        var steps = (await House.Call(Cast.Marta).Get("chains")).Items[0].GetProperty("steps").EnumerateArray().Select(step => new { step = step.GetProperty("id").GetString(), team = Cast.Warehouse });
        (await House.Call(Cast.Marta).Post($"sales/{sale}/chain", new { steps })).Expect(201);
    }
}

public sealed class ChainsInChromiumOnSqlite(SqliteHouse house) : ChainsInChromium(house), IClassFixture<SqliteHouse>;

public sealed class ChainsInChromiumOnPostgres(PostgresHouse house) : ChainsInChromium(house), IClassFixture<PostgresHouse>;
