using System.Text;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Imports;
using Inward.Server.Tests.Pages;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Passages;

/// <summary>An event log in a real browser: brought in, read, and held against what was assumed.</summary>
public abstract class PassagesInChromium(TestHouse house) : InChromium(house)
{
    [Fact, Shows("B6")]
    public async Task A_log_is_brought_in_and_held_against_what_was_assumed()
    {
        (await House.Call(Cast.Priya).Post("journeys", new
        {
            name = "Ferries", stages = new object[] { new { name = "Ordered", customerValue = 5, ourValue = 5, weight = 5, control = "mine" }, new { name = "Building", customerValue = 2, ourValue = 2, weight = 2, control = "other", teams = new[] { Cast.Warehouse } } },
        })).Expect(201);
        var priya = await SignIn(Cast.Priya);
        await priya.GotoAsync("/imports?kind=events");
        await priya.SetInputFilesAsync("#file", new FilePayload { Name = "Ferry orders.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("case,activity,time\n1,ordered,2026-10-01\n1,built,2026-10-02\n1,shipped,2026-10-30\n") });
        await priya.ClickAsync("button:has-text('Look what it says')");
        await priya.ClickAsync("form[action$='handler=apply'] button");
        await Assertions.Expect(priya.Locator("main")).ToContainTextAsync("3 are new in the log “Ferry orders”");

        await priya.GotoAsync("/passages");
        await priya.ClickAsync("a:has-text('Ferry orders')");
        await priya.ClickAsync("a:has-text('Beside what we assumed')");
        await priya.ClickAsync("nav a:has-text('Ferries')");
        await priya.ClickAsync("summary:has-text('Which activity is which stage?')");
        await priya.GetByLabel("built").SelectOptionAsync(new SelectOptionValue { Label = "Building" });
        await priya.ClickAsync("#pairing button:has-text('Save')");
        await Assertions.Expect(priya.Locator("#disagreements tbody tr").First).ToContainTextAsync("Building");
        await Assertions.Expect(priya.Locator("#disagreements tbody tr").First).ToContainTextAsync("1 apart: more time than its worth");
        await Assertions.Expect(priya.Locator("#activities")).ToContainTextAsync("28 days");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bar_shows_how_far_a_long_import_is_and_turns_into_its_result()
    {
        var priya = await SignIn(Cast.Priya);
        await priya.GotoAsync("/imports?kind=events");
        await priya.SetInputFilesAsync("#file", new FilePayload { Name = "A long one.csv", MimeType = "text/csv", Buffer = "case,activity,time\n1,ordered,2026-10-01\n"u8.ToArray() });
        await priya.ClickAsync("button:has-text('Look what it says')");
        await using (await Busy.With(House))
        {
            await priya.ClickAsync("form[action$='handler=apply'] button");
            await Assertions.Expect(priya.Locator("#underway progress")).ToBeAttachedAsync();
            (await priya.EvaluateAsync<string>(AxeSource())).ShouldBe("");
        }
        await Assertions.Expect(priya.Locator("main")).ToContainTextAsync("It has been written.");
        Errors.ShouldBeEmpty();
    }
}

public sealed class PassagesInChromiumOnSqlite(SqliteHouse house) : PassagesInChromium(house), IClassFixture<SqliteHouse>;

public sealed class PassagesInChromiumOnPostgres(PostgresHouse house) : PassagesInChromium(house), IClassFixture<PostgresHouse>;
