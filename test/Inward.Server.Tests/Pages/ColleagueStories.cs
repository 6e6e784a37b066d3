using System.Text;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Motives;
using Inward.Server.Tests.Thanks;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Pages;

/// <summary>Knowing one's colleagues and thanking them, each feature in a real Chromium as its user would come upon it.</summary>
public abstract class ColleagueStories(TestHouse house) : InChromium(house)
{
    [Fact]
    [Shows("A1")]
    public async Task A_colleague_suggests_an_answer_the_person_puts_it_on_their_page_and_it_says_from_whom_and_when()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync($"/people/{Cast.Wanda.Id}");
        await marta.ClickAsync("a:has-text('Suggest an answer')");
        await marta.SelectOptionAsync("#question", new SelectOptionValue { Value = "Strengths" });
        await marta.FillAsync("#words", "Crates for odd doors.");
        await marta.ClickAsync("button:has-text('Suggest it')");

        var wanda = await SignIn(Cast.Wanda);
        await wanda.GotoAsync($"/people/{Cast.Wanda.Id}");
        await wanda.ClickAsync("button:has-text('Put it there')");
        await wanda.GotoAsync($"/people/{Cast.Wanda.Id}/words");
        await wanda.FillAsync("#doAndWhy", "We pack so that it arrives whole.");
        await wanda.ClickAsync("main button.pri:has-text('Save')");
        await wanda.GotoAsync($"/teams/{Cast.Warehouse}/with/{Cast.SalesNorth}");
        await wanda.ClickAsync("summary:has-text('Write it'), summary:has-text('Change it')");
        await wanda.FillAsync($"#words-{Cast.Warehouse}", "The door's width with every order.");
        await wanda.ClickAsync("button:has-text('Save')");

        await marta.GotoAsync($"/people/{Cast.Wanda.Id}");
        await Says(marta, ".own", "We pack so that it arrives whole.", "Crates for odd doors.", "Marta Kowal", "written today");
        await marta.GotoAsync($"/teams/{Cast.SalesNorth}/with/{Cast.Warehouse}");
        await Says(marta, "main", "The door's width with every order.", "written by Wanda Lorenz");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A2")]
    public async Task A_private_note_is_on_the_page_of_its_author_alone_and_what_is_recorded_is_read_disputed_and_taken_along()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync($"/people/{Cast.Piotr.Id}");
        await marta.FillAsync("#note", "Ask about the new saw first");
        await marta.ClickAsync("#notes button:has-text('Keep')");
        await Says(marta, "#notes", "Ask about the new saw first", "only you see this");
        var talk = (await House.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Piotr.Id }, text = "He will not work on Saturdays." })).Expect(201).Id;

        var piotr = await SignIn(Cast.Piotr);
        await piotr.GotoAsync($"/people/{Cast.Piotr.Id}");
        (await piotr.ContentAsync()).ShouldNotContain("new saw");
        await piotr.GotoAsync("/settings/records");
        await Says(piotr, "main", "Saturdays");
        var download = await piotr.RunAndWaitForDownloadAsync(() => piotr.ClickAsync("a[download]"));
        var taken = await File.ReadAllTextAsync(await download.PathAsync());
        taken.ShouldContain("Saturdays");
        taken.ShouldNotContain("new saw");
        await piotr.GotoAsync($"/conversations/{talk}");
        await piotr.ClickAsync("form[action*=dispute] summary, details:has(form[action*=dispute]) summary");
        await piotr.FillAsync("form[action*=dispute] textarea", "This Saturday only.");
        await piotr.ClickAsync("form[action*=dispute] button");
        await marta.GotoAsync($"/conversations/{talk}");
        await Says(marta, ".alert.due", "Piotr Nowak disputes this", "This Saturday only.");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A4")]
    public async Task A_rhythm_is_chosen_on_a_phone_and_a_contact_counts_from_anew_and_never_back()
    {
        await Talked(Cast.Noor, Cast.Helen, daysAgo: 40);
        var noor = await SignIn(Cast.Noor);
        await noor.SetViewportSizeAsync(390, 780);
        await noor.GotoAsync($"/people/{Cast.Helen.Id}");
        await Says(noor, "main", "time to meet");
        await noor.ClickAsync($"a[href='/cadence/{Cast.Helen.Id}']");
        await noor.FillAsync("#ideal", "20");
        await noor.FillAsync("#limit", "7");
        await noor.ClickAsync("button:has-text('Keep')");
        await Assertions.Expect(noor.Locator("#errors")).ToBeFocusedAsync();
        await Assertions.Expect(noor.Locator("#ideal")).ToHaveValueAsync("20");
        await noor.FillAsync("#limit", "30");
        await noor.ClickAsync("button:has-text('Keep')");
        await Says(noor, "main", "too long ago");
        await noor.ClickAsync("button:has-text('Said hello')");
        await Says(noor, "main", "in touch");
        await Talked(Cast.Noor, Cast.Helen, daysAgo: 60);
        await noor.ReloadAsync();
        await Says(noor, "main", "in touch");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A5")]
    public async Task Whom_to_see_next_says_why_is_put_off_with_one_tap_and_is_nobody_elses()
    {
        await Talked(Cast.Gareth, Cast.Priya, daysAgo: 90);
        var gareth = await SignIn(Cast.Gareth);
        await gareth.GotoAsync("/next");
        var row = gareth.Locator("li", new() { HasText = "Priya Nair" });
        await Assertions.Expect(row).ToContainTextAsync("too long ago");
        await Assertions.Expect(row).ToContainTextAsync("90 days");
        await row.Locator("summary:has-text('Later')").ClickAsync();
        await row.Locator("button[name=days]").First.ClickAsync();
        await Assertions.Expect(gareth.Locator("main li", new() { HasText = "Priya Nair" })).ToHaveCountAsync(0);
        var birgit = await SignIn(Cast.Birgit);
        await birgit.GotoAsync("/next");
        (await birgit.ContentAsync()).ShouldNotContain("Priya Nair");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A6")]
    public async Task One_colleague_is_in_focus_and_each_step_is_told_from_what_happened()
    {
        var helen = await SignIn(Cast.Helen);
        await helen.GotoAsync($"/people/{Cast.Birgit.Id}/focus");
        var steps = helen.Locator("ol.rows > li");
        await Assertions.Expect(steps).ToHaveCountAsync(6);
        await Assertions.Expect(steps.Nth(0).Locator(".word.ok")).ToHaveCountAsync(0);
        await helen.ClickAsync("button:has-text('Put in focus')");
        await Says(helen, ".head", "in your focus since");
        (await House.Call(Cast.Helen).Post("conversations", new { people = new[] { Cast.Birgit.Id }, text = "We spoke of customs.\nneed: two days for the papers" })).Expect(201);
        (await House.Call(Cast.Helen).Post("thanks", new { to = Cast.Birgit.Id, text = "You found the missing stamp", effect = "The lorry left" })).Expect(201);
        await helen.ReloadAsync();
        await Says(helen, "ol.rows", "two days for the papers", "You found the missing stamp");
        (await steps.Locator(".word.ok").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        await helen.GotoAsync("/next");
        await Says(helen, "main", "in your focus");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A7")]
    public async Task The_brief_before_a_meeting_is_one_page_of_paper()
    {
        await Talked(Cast.Marta, Cast.Gareth, daysAgo: 3);
        (await House.Call(Cast.Marta).Post("asks", new { what = "Say yes to the early lorry", performer = Cast.Gareth.Id, reason = "The customer opens on Monday", effect = "They open", conditions = new[] { "A yes" }, answerBy = Day(2), neededBy = Day(9) })).Expect(201);
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync($"/people/{Cast.Gareth.Id}");
        await marta.ClickAsync("a:has-text('Brief')");
        await Says(marta, "main", "Before you meet Gareth Pryce", "Say yes to the early lorry", "We spoke.");
        await Assertions.Expect(marta.Locator("[data-print]")).ToBeVisibleAsync();
        var paper = Encoding.Latin1.GetString(await marta.PdfAsync(new() { Format = "A4" }));
        paper.Split("/Type /Page\n").Length.ShouldBe(2, "one page");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A8")]
    public async Task A_lead_reads_what_moves_the_team_and_offers_a_trade()
    {
        await using var house = await TestHouse.Open(House.Engine);
        var team = await house.Wished("to learn welding", people: 12);
        var helen = await SignIn(Cast.Helen, through: house.Address);
        await helen.GotoAsync($"/teams/{team}/wishes");
        await Says(helen, "#wishes", "12 of 13 colleagues were asked", "to learn welding");
        (await helen.ContentAsync()).ShouldNotContain("Yard Hand");
        await helen.FillAsync("#gets", "a course in welding");
        await helen.FillAsync("#company", "the big hatch in June");
        await helen.ClickAsync("button:has-text('Write the ask')");
        await Assertions.Expect(helen.Locator("#effect")).ToHaveValueAsync("You get: a course in welding\nThe company gets: the big hatch in June");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A9")]
    public async Task Today_says_what_to_answer_what_one_owes_whom_to_thank_and_what_moved_and_hears_of_more()
    {
        await using var house = await TestHouse.Open(House.Engine);
        async Task<string> Asked(Colleague from, Colleague to, string what) =>
            (await house.Call(from).Post("asks", new { what, performer = to.Id, reason = "The customer waits", effect = "They open", conditions = new[] { "It fits" }, answerBy = Day(0), neededBy = Day(9) })).Expect(201).Id;
        await Asked(Cast.Marta, Cast.Wanda, "Measure the hatch");
        (await house.Call(Cast.Wanda).Post($"asks/{await Asked(Cast.Marta, Cast.Wanda, "Crate the lathe")}/promise", new { by = Day(4) })).Expect(200);
        await Asked(Cast.Wanda, Cast.Marta, "Name the gate");
        await house.Done(Cast.Wanda, Cast.Piotr, "Sweep the yard");
        var wanda = await SignIn(Cast.Wanda, through: house.Address);
        await wanda.GotoAsync("/");
        await Says(wanda, "#to-answer", "Measure the hatch");
        await Says(wanda, "#owed", "Crate the lathe");
        await Says(wanda, "#waiting", "Name the gate");
        await Says(wanda, "#to-thank", "Sweep the yard");
        await Asked(Cast.Gareth, Cast.Wanda, "Weigh the pump");
        await Assertions.Expect(wanda.Locator("#to-answer")).ToContainTextAsync("Weigh the pump", new() { Timeout = 15_000 });
        await wanda.ClickAsync("#to-answer a.btn >> nth=0");
        await Assertions.Expect(wanda.Locator("#moves")).ToContainTextAsync("It is your turn.");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("D2")]
    public async Task Thanks_that_are_due_are_one_tap_away_and_teams_are_prompted_without_any_ranking_of_people()
    {
        await using var house = await TestHouse.Open(House.Engine);
        await house.Done(Cast.Marta, Cast.Wanda, "Crate the mixer");
        var marta = await SignIn(Cast.Marta, through: house.Address);
        await marta.GotoAsync("/thanks/due");
        await marta.ClickAsync("a.thx:has-text('Thank') >> nth=-1");
        await marta.FillAsync("#text", "You crated it overnight.");
        await marta.ClickAsync("main button.thx");
        await marta.GotoAsync("/thanks/due");
        await Says(marta, "#due", "Nobody waits for your thanks");
        await marta.GotoAsync("/thanks/units");
        await Says(marta, "main", "Teams in the order of their names, never people.");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("D3")]
    public async Task Who_contributed_to_a_sale_is_read_whole_by_its_owner_and_taken_along_as_a_file()
    {
        await using var house = await TestHouse.Open(House.Engine);
        await house.Won("Kestrel");
        var marta = await SignIn(Cast.Marta, through: house.Address);
        await marta.GotoAsync("/thanks/statement?year=2026");
        await Says(marta, "main", "Kestrel", "your sale, whole", "Crate the mixer", "Load the lorry");
        var file = await marta.RunAndWaitForDownloadAsync(() => marta.ClickAsync("a:has-text('As a file')"));
        (await File.ReadAllTextAsync(await file.PathAsync())).ShouldContain("Piotr Nowak,Load the lorry");
        var wanda = await SignIn(Cast.Wanda, through: house.Address);
        await wanda.GotoAsync("/thanks/statement?year=2026");
        await Says(wanda, "main", "your own lines", "Crate the mixer");
        (await wanda.ContentAsync()).ShouldNotContain("Piotr");
        Errors.ShouldBeEmpty();
    }

    private static async Task Says(IPage page, string where, params string[] words)
    {
        foreach (var said in words)
            await Assertions.Expect(page.Locator(where).First).ToContainTextAsync(said);
    }

    private async Task Talked(Colleague one, Colleague other, int daysAgo) =>
        (await House.Call(one).Post("conversations", new { people = new[] { other.Id }, text = "We spoke.", at = House.Clock.GetUtcNow().AddDays(-daysAgo) })).Expect(201);
}

public sealed class ColleaguesOnSqlite(SqliteHouse house) : ColleagueStories(house), IClassFixture<SqliteHouse>;

public sealed class ColleaguesOnPostgres(PostgresHouse house) : ColleagueStories(house), IClassFixture<PostgresHouse>;
