using Inward.Server.Tests.House;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Pages;

/// <summary>People with a real Chromium each, and axe to look over their shoulders.</summary>
public abstract class InChromium(TestHouse house) : IAsyncLifetime
{
    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>What scripts failed at, on any page.</summary>
    protected List<string> Errors { get; } = [];

    protected TestHouse House => house;

    public async ValueTask InitializeAsync()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);
        if (program is null)
            return;
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (chromium is not null)
            await chromium.CloseAsync();
        playwright?.Dispose();
    }

    protected static string Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days).ToString("O");

    protected static string AxeSource()
    {
        var file = Place.InRepository("test", "browser", "node_modules", "axe-core", "axe.min.js");
        Assert.SkipUnless(File.Exists(file), "axe-core is not installed: bin/test does that.");
        return "async () => { const module = {}; " + File.ReadAllText(file)
            + "; const found = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });"
            + " return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')).join('\\n'); }";
    }

    protected async Task<IPage> SignIn(Colleague who, ColorScheme scheme = ColorScheme.Light, Uri? through = null)
    {
        Assert.SkipWhen(chromium is null, "chromium is not on the PATH: bin/test installs it where it may.");
        var context = await chromium!.NewContextAsync(new BrowserNewContextOptions { BaseURL = (through ?? house.Address).ToString(), ColorScheme = scheme, BypassCSP = through is null, Locale = "en-GB", ViewportSize = new ViewportSize { Width = 1280, Height = 860 } });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) =>
        {
            // A slow page is shown without its fade: the browser says so, and no script failed.
            if (!error.Contains("ViewTransition", StringComparison.Ordinal))
                Errors.Add(error);
        };
        await SignIn(page, who);
        return page;
    }

    protected static async Task SignIn(IPage page, Colleague who)
    {
        await page.GotoAsync("/signin");
        await page.FillAsync("#name", who.Email);
        await page.FillAsync("#password", who.Password);
        await page.ClickAsync("main button.pri");
        await page.WaitForURLAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }
}
