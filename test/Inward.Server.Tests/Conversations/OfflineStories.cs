using Inward.Server.Tests.House;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Conversations;

/// <summary>A phone in a cellar: what is kept there waits on the device and arrives once, under the name of whoever typed it.</summary>
public abstract class OfflineStories(TestHouse house) : InChromium(house)
{
    [Fact]
    public async Task A_talk_kept_without_a_network_waits_on_the_phone_and_arrives_once()
    {
        await using var line = new BadLine(House.Address);
        var marta = await Phone(line);
        line.Cut();
        await marta.GotoAsync("/asks");
        await Assertions.Expect(marta.Locator("h1")).ToHaveTextAsync("On this device");
        await Assertions.Expect(marta.Locator("#nothing")).ToBeVisibleAsync();
        await marta.ClickAsync("main a:has-text('Log a talk')");
        await Assertions.Expect(marta.Locator("[data-when-offline]")).ToBeVisibleAsync();
        foreach (var words in new[] { "In the cellar, one.", "In the cellar, two.\nneed: light" })
        {
            await marta.GotoAsync("/conversations/new");
            await Type(marta, Cast.Wanda.Name, words);
        }
        await Assertions.Expect(marta.Locator("#device li")).ToHaveCountAsync(2);
        await Assertions.Expect(marta.Locator("#device")).ToContainTextAsync("In the cellar, two.");
        (await Talks("In the cellar")).ShouldBe(0);

        line.Join();
        await marta.GotoAsync("/");
        await Assertions.Expect(marta.Locator("[data-waiting]")).ToBeHiddenAsync();
        await Arrive("In the cellar", 2);
        await marta.GotoAsync("/offline");
        await Assertions.Expect(marta.Locator("#nothing")).ToBeVisibleAsync();
        (await Talks("In the cellar")).ShouldBe(2);
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_talk_whose_reply_was_lost_is_not_logged_twice()
    {
        await using var line = new BadLine(House.Address);
        var marta = await Phone(line);
        await marta.GotoAsync("/conversations/new");
        line.LosesReplies = true;
        await Type(marta, Cast.Wanda.Name, "The lift doors closed");
        await Assertions.Expect(marta.Locator("#device li")).ToHaveCountAsync(1);
        (await Talks("The lift doors closed")).ShouldBe(1);
        line.Join();
        await marta.GotoAsync("/offline");
        await Assertions.Expect(marta.Locator("#nothing")).ToBeVisibleAsync();
        (await Talks("The lift doors closed")).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_refused_later_is_kept_with_the_reason_and_corrected()
    {
        await using var line = new BadLine(House.Address);
        var marta = await Phone(line);
        line.Cut();
        await marta.GotoAsync("/conversations/new");
        await Type(marta, "Nobody Known", "The name was wrong");
        await Assertions.Expect(marta.Locator("#device li")).ToHaveCountAsync(1);
        line.Join();
        await marta.GotoAsync("/offline");
        await Assertions.Expect(marta.Locator("#device [data-why]")).ToContainTextAsync("Nobody Known");
        await marta.ClickAsync("#device [data-correct]");
        await Assertions.Expect(marta.Locator("#text")).ToHaveValueAsync("The name was wrong");
        await marta.FillAsync("#people", "Still Nobody");
        await marta.ClickAsync("main button.pri");
        await Assertions.Expect(marta.Locator("#errors")).ToBeFocusedAsync();
        await marta.FillAsync("#people", Cast.Wanda.Name);
        await marta.ClickAsync("main button.pri");
        await Assertions.Expect(marta.Locator("h1")).ToContainTextAsync(Cast.Wanda.Name);
        await marta.GotoAsync("/offline");
        await Assertions.Expect(marta.Locator("#nothing")).ToBeVisibleAsync();
        (await Talks("The name was wrong")).ShouldBe(1);
    }

    [Fact]
    public async Task What_one_typed_is_never_sent_as_another_who_signs_in_here()
    {
        await using var line = new BadLine(House.Address);
        var marta = await Phone(line);
        line.Cut();
        await marta.GotoAsync("/conversations/new");
        await Type(marta, Cast.Piotr.Name, "Between Piotr and me");
        await Assertions.Expect(marta.Locator("#device li")).ToHaveCountAsync(1);
        line.Join();
        // The session ends without a sign-out, as on a phone that lay in a drawer, and Wanda takes it.
        await marta.Context.ClearCookiesAsync();
        await SignIn(marta, Cast.Wanda);
        await marta.GotoAsync("/offline");
        await Assertions.Expect(marta.Locator("#others")).ToBeVisibleAsync();
        (await marta.ContentAsync()).ShouldNotContain("Between Piotr and me");
        (await Talks("Between Piotr and me", Cast.Piotr)).ShouldBe(0);
        await marta.Context.ClearCookiesAsync();
        await SignIn(marta, Cast.Marta);
        await Arrive("Between Piotr and me", 1);
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_on_the_device_and_says_so_before()
    {
        await using var line = new BadLine(House.Address);
        var marta = await Phone(line);
        line.Cut();
        await marta.GotoAsync("/conversations/new");
        await Type(marta, "Nobody Known", "Nobody shall read this");
        line.Join();
        await marta.GotoAsync("/signout");
        await Assertions.Expect(marta.Locator("[data-waiting]")).ToContainTextAsync("deleted when you sign out: 1");
        await marta.ClickAsync("main button.pri");
        await marta.WaitForURLAsync("**/signin");
        (await marta.EvaluateAsync<string>("(async () => `${(await indexedDB.databases()).length} ${(await caches.keys()).length} ${(await navigator.serviceWorker.getRegistrations()).length}`)()")).ShouldBe("0 0 0");
    }

    private static async Task Type(IPage phone, string with, string words)
    {
        await phone.FillAsync("#people", with);
        await phone.FillAsync("#text", words);
        await phone.ClickAsync("main button.pri");
        await phone.WaitForURLAsync("**/offline");
    }

    private async Task<IPage> Phone(BadLine line)
    {
        var phone = await SignIn(Cast.Marta, through: line.Address);
        await phone.SetViewportSizeAsync(390, 780);
        await phone.GotoAsync("/");
        // Not WaitForFunction: it evaluates text, which the pages forbid.
        for (var patience = 0; patience < 300 && !await phone.EvaluateAsync<bool>("navigator.serviceWorker.controller?.state === 'activated'"); patience++)
            await Task.Delay(100);
        return phone;
    }

    private async Task Arrive(string words, int count)
    {
        for (var patience = 0; patience < 100 && await Talks(words) < count; patience++)
            await Task.Delay(100);
        (await Talks(words)).ShouldBe(count);
    }

    private async Task<int> Talks(string words, Colleague? reader = null) =>
        (await House.Call(reader ?? Cast.Marta).Get($"conversations?q={Uri.EscapeDataString(words)}")).Expect(200)["items"].GetArrayLength();
}

public sealed class OfflineOnSqlite(SqliteHouse house) : OfflineStories(house), IClassFixture<SqliteHouse>;

public sealed class OfflineOnPostgres(PostgresHouse house) : OfflineStories(house), IClassFixture<PostgresHouse>;
