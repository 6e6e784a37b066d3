using System.IO.Compression;
using Inward.Server.Accounts;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Live;
using Inward.Server.Tests.SignIn;

namespace Inward.Server.Tests.Notes;

/// <summary>
/// Marta keeps a note on Piotr. Everybody else knocks at every door of Inward with a session and with a token that has every
/// scope, and finds no word of it: the administrator, her lead, his lead, himself, a colleague and a stranger.
/// </summary>
public abstract class PrivacyStories(TestHouse house)
{
    private const string Typed = "quinquennial";
    private static readonly Colleague[] Others = [Cast.Priya, Cast.Gareth, Cast.Wanda, Cast.Piotr, Cast.Noor, Cast.Stranger];

    // A word of its own for each story, because they share a house.
    private readonly string secret = $"zibeline{Guid.CreateVersion7():N}";

    private string Words => $"His {Typed} mood is {secret}";

    [Fact]
    [Shows("A2")]
    public async Task A_note_is_found_nowhere_but_with_its_author()
    {
        var author = await house.NotesOf(Cast.Marta);
        var note = (await author.Post("notes", new { about = Cast.Piotr.Id, text = Words }, key: "once")).Expect(201).Id;
        (await author.Post("notes", new { about = Cast.Piotr.Id, text = Words }, key: "once")).Expect(201).Id.ShouldBe(note);
        (await house.Call(Cast.Piotr).Post("me/note-requests")).Expect(201);
        await house.DoJobs();
        var doors = await Doors(note);
        doors.Count.ShouldBeGreaterThan(90);
        foreach (var who in Others)
            (await Found(doors, who)).ShouldBeEmpty(who.Name);
        (await Found(doors, Cast.Marta)).ShouldContain($"/people/{Cast.Piotr.Id}");
        house.Log.ShouldAllBe(line => !line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shared_talk_would_be_found_so()
    {
        var talk = (await house.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = Words })).Expect(201).Id;
        var doors = await Doors(talk);
        // The records that the doors need came after it: said once more, it is the last that Marta did.
        (await house.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = Words })).Expect(201);
        var found = await Found(doors, Cast.Piotr);
        foreach (var door in new[] { $"/api/v1/search?q={Typed}", $"/search?q={Typed}", $"/api/v1/conversations/{talk}", $"/api/v1/happenings?on={talk}", $"/people/{Cast.Marta.Id}" })
            found.ShouldContain(door);
        (await Found(doors, Cast.Noor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_keeps_it_in_one_place_which_the_backup_holds()
    {
        (await (await house.NotesOf(Cast.Marta)).Post("notes", new { about = Cast.Piotr.Id, text = Words }, key: "kept")).Expect(201);
        var file = Path.Combine(Place.NewFolder(), "all.zip");
        await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
        using var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        var holding = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            if ((await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Contains(secret, StringComparison.Ordinal))
                holding.Add(Path.GetFileNameWithoutExtension(entry.Name));
        }
        holding.ShouldBe(["note"]);
    }

    [Fact]
    public async Task No_open_page_hears_of_it()
    {
        var pages = new List<OpenPage>();
        foreach (var who in Others.Append(Cast.Marta).Where(w => w != Cast.Stranger))
            pages.Add(await OpenPage.Open(house.Address, who.Token));
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Piotr, Words);
        var ask = (await house.Call(Cast.Helen).Post("asks", new
        {
            what = "Sweep the dock", performer = Cast.Wanda.Id, reason = "Visitors", effect = "They stay", conditions = new[] { "Clean" }, answerBy = "2026-12-01", neededBy = "2026-12-03", open = true,
        })).Expect(201).Id;
        foreach (var page in pages)
        {
            (await page.Next()).ShouldContain(ask);
            page.Dispose();
        }
    }

    [Fact]
    public async Task No_terminal_prints_it()
    {
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Birgit, $"The {Typed} one is {secret} too");
        var priya = new Terminal(house.Address.ToString(), await house.NotesToken(Cast.Priya));
        foreach (var line in new string[][] { ["search", Typed], ["happenings"], ["people", "show", "Birgit Stahl"], ["notes"], ["talks"], ["aboutme"], ["accounts", "show", "Birgit Stahl"] })
            (await priya.Type([.. line, "--json"])).Expect(0).Said.ShouldNotContain(secret);
        (await priya.Operate(house.Settings, "check")).Said.ShouldNotContain(secret);
    }

    /// <summary>Every page and every route that reads, with records that are there, and what one would type to find it.</summary>
    private async Task<List<string>> Doors(string record)
    {
        var doors = new List<string>
        {
            $"/api/v1/search?q={Typed}", $"/search?q={Typed}", $"/api/v1/people?q={Typed}", $"/people?q={Typed}", $"/api/v1/asks?q={Typed}", $"/api/v1/notes?about={Cast.Piotr.Id}", $"/notes?about={Cast.Piotr.Id}",
            $"/api/v1/notes/{record}", $"/notes/{record}", $"/api/v1/conversations/{record}", $"/conversations/{record}", $"/api/v1/happenings?on={record}", $"/api/v1/happenings?on={Cast.Piotr.Id}", $"/people/{Cast.Piotr.Id}",
            $"/people/{Cast.Marta.Id}", $"/api/v1/people/{Cast.Piotr.Id}", $"/api/v1/conversations?person={Cast.Piotr.Id}", "/api/v1/notes?asked=true",
        };
        foreach (var route in (await Routes.Of(house)).Where(r => r.Method == "GET" && r.Path is not "/live"))
        {
            if (Access.All.FirstOrDefault(o => o.Routes.Contains(route.ToString())) is { } row)
                doors.Add(await new Knocking(house, row).Filled(route.Path));
        }
        return [.. doors.Distinct()];
    }

    private async Task<List<string>> Found(List<string> doors, Colleague who)
    {
        var (program, browser) = (await house.NotesOf(who), await house.Browse(who));
        var found = new List<string>();
        foreach (var door in doors)
        {
            var said = door.StartsWith("/api/", StringComparison.Ordinal) ? (await program.Get(door)).Body : (await browser.Open(door)).Html;
            if (said.Contains(secret, StringComparison.Ordinal))
                found.Add(door);
        }
        return found;
    }
}

public sealed class PrivacyOnSqlite(SqliteHouse house) : PrivacyStories(house), IClassFixture<SqliteHouse>;

public sealed class PrivacyOnPostgres(PostgresHouse house) : PrivacyStories(house), IClassFixture<PostgresHouse>;
