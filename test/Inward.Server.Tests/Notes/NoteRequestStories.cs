using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Mail;

namespace Inward.Server.Tests.Notes;

/// <summary>Somebody asks for the notes about them: authors release or delete, what is left is deleted, and nobody learns who had any.</summary>
public abstract class NoteRequestStories(Engine engine) : IAsyncLifetime
{
    private MailHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await MailHouse.Open(engine);
    }

    [Fact]
    [Shows("A2")]
    public async Task Authors_release_or_delete_and_what_is_left_is_deleted_on_the_last_day()
    {
        var (marta, gareth, wanda) = (await house.NotesOf(Cast.Marta), await house.NotesOf(Cast.Gareth), await house.NotesOf(Cast.Wanda));
        var (kept, gone, left) = (await marta.Note(Cast.Wanda, "Bring the crate photos"), await marta.Note(Cast.Wanda, "Coffee first"), await gareth.Note(Cast.Wanda, "Ask twice"));
        var other = await gareth.Note(Cast.Piotr, "Of no concern");
        var request = (await wanda.Post("me/note-requests")).Expect(201);
        var after = await marta.Note(Cast.Wanda, "Written afterwards");

        (await marta.Get("today"))["notesAsked"][0].GetProperty("count").GetInt64().ShouldBe(2);
        (await house.Call(Cast.Marta).Get("today"))["notesAsked"].GetArrayLength().ShouldBe(0);
        (await marta.Get("notes?asked=true")).Items.Select(n => n.GetProperty("id").GetString()).ShouldBe([gone, kept]);
        (await marta.Post($"notes/{after}/release")).Expect(409);
        (await marta.Post($"notes/{kept}/release")).Expect(200)["releasedAt"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await marta.Patch($"notes/{kept}", new { text = "Milder" }, "*")).Expect(409);
        (await marta.Delete($"notes/{gone}", "*")).Expect(204);
        var read = (await wanda.Get("me/notes")).Items.Single();
        (read.GetProperty("text").GetString(), read.GetProperty("author").GetProperty("name").GetString()).ShouldBe(("Bring the crate photos", "Marta Kowal"));

        await house.MoveOn(TimeSpan.FromDays(13));
        (await gareth.Get($"notes/{left}")).Expect(200);
        await house.MoveOn(TimeSpan.FromDays(1).Add(TimeSpan.FromMinutes(1)));
        (await gareth.Get($"notes/{left}")).Expect(404);
        (await gareth.Get($"notes/{other}")).Expect(200);
        (await marta.Get($"notes/{after}")).Expect(200);
        (await wanda.Get("me/notes")).Items.Count.ShouldBe(1);
        (await wanda.Get("me/note-requests")).Items.Single().GetProperty("closedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
        (await wanda.Get($"happenings?on={request.Id}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(["note-request.made", "note-request.closed"]);
        (await wanda.Post("me/note-requests")).Expect(201);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_looks_the_same_whether_there_are_notes_or_none()
    {
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Wanda, "One");
        await (await house.NotesOf(Cast.Gareth)).Note(Cast.Wanda, "Two");
        var pages = new List<string>();
        foreach (var who in new[] { Cast.Wanda, Cast.Noor })
        {
            (await house.Call(who).Post("me/note-requests")).Expect(201);
            var answer = (await house.Call(who).Post("me/note-requests")).Expect(409);
            pages.Add((await (await house.Browse(who)).Open("/settings/records")).Expect(200).Find("#private-notes")!.TextContent + answer["detail"].GetString());
        }
        pages[0].ShouldBe(pages[1]);
        pages[0].ShouldContain("You have asked already.");
        await (await house.NotesOf(Cast.Marta)).Delete($"notes/{(await (await house.NotesOf(Cast.Marta)).Get("notes")).Items[0].GetProperty("id").GetString()}", "*");
        await house.MoveOn(TimeSpan.FromDays(2));
        // All but one author have answered, or all of none: either is open as long as the other.
        foreach (var who in new[] { Cast.Wanda, Cast.Noor })
        {
            (await house.Call(who).Get("me/note-requests")).Items.Single().GetProperty("closedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            (await house.Call(who).Get("happenings")).Body.ShouldNotContain("note.");
        }
    }

    [Fact]
    public async Task Authors_are_told_by_mail_and_on_today_and_decide_on_the_page()
    {
        await (await house.NotesOf(Cast.Birgit)).Note(Cast.Marta, "Fragt immer zuerst nach dem Grund");
        var marta = await house.Browse(Cast.Marta);
        var page = await marta.Submit(await marta.Open("/settings/records"), "form[action*=ask]");
        page.Expect(200).Text.ShouldContain("You asked just now.");
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Birgit.Email, "Marta Kowal fragt");
        mail.Subject.ShouldBe("Marta Kowal fragt nach deinen Notizen über sich");
        mail.Text.ShouldNotContain("Grund");

        var birgit = await house.Browse(Cast.Birgit);
        var today = await birgit.Open("/");
        today.Find("#notes-asked")!.TextContent.ShouldContain("Marta Kowal fragt nach deinen Notizen über sich");
        page = await birgit.Open(today.Find("#notes-asked a.btn")!.GetAttribute("href")!);
        page.Find(".alert.due")!.TextContent.ShouldContain("Was übrig bleibt, wird gelöscht:");
        page.Find(".alert.due time")!.GetAttribute("datetime")!.ShouldStartWith("2026-12-07");
        page = await birgit.Submit(await birgit.Open(page.Find(".rows a.btn")!.GetAttribute("href")!), "form[action*=release]");
        page.Expect(200).Text.ShouldContain("Marta Kowal liest sie auch");
        (await birgit.Open("/")).Find("#notes-asked").ShouldBeNull();

        await house.MailLeaves();
        mail = await house.Sink.Next(Cast.Marta.Email, "Birgit Stahl");
        mail.Subject.ShouldBe("Birgit Stahl lets you read a note about you");
        mail.Text.ShouldNotContain("Grund");
        (await marta.Open("/settings/records")).Text.ShouldContain("Fragt immer zuerst nach dem Grund");
    }

    [Fact]
    public async Task What_somebody_wrote_who_has_left_is_deleted_at_once()
    {
        var before = await (await house.NotesOf(Cast.Piotr)).Note(Cast.Noor, "Left before");
        await Leaves(Cast.Piotr);
        (await Exists(before)).ShouldBeTrue();
        (await house.Call(Cast.Noor).Post("me/note-requests")).Expect(201);
        await house.MailLeaves();
        (await Exists(before)).ShouldBeFalse();

        var meanwhile = await (await house.NotesOf(Cast.Birgit)).Note(Cast.Wanda, "Leaves meanwhile");
        var spared = await (await house.NotesOf(Cast.Birgit)).Note(Cast.Helen, "Nobody asked");
        (await house.Call(Cast.Wanda).Post("me/note-requests")).Expect(201);
        await Leaves(Cast.Birgit);
        (await Exists(meanwhile)).ShouldBeFalse();
        (await Exists(spared)).ShouldBeTrue();
    }

    [Fact]
    public async Task When_whoever_asked_leaves_the_request_runs_to_its_end()
    {
        var note = await (await house.NotesOf(Cast.Marta)).Note(Cast.Piotr, "He hums while he packs");
        (await house.Call(Cast.Piotr).Post("me/note-requests")).Expect(201);
        await Leaves(Cast.Piotr);
        (await Exists(note)).ShouldBeTrue();
        await house.MoveOn(TimeSpan.FromDays(14).Add(TimeSpan.FromMinutes(1)));
        (await Exists(note)).ShouldBeFalse();
        (await house.Read(s => s.Count("select count(*) from note_request where workspace = @Osterfenn and closed_at is null", new { Cast.Osterfenn }))).ShouldBe(0);
    }

    [Fact]
    public async Task Asking_and_reading_works_in_the_terminal()
    {
        var (noor, marta) = (new Terminal(house.Address.ToString(), await house.NotesToken(Cast.Noor)), new Terminal(house.Address.ToString(), await house.NotesToken(Cast.Marta)));
        var note = (await marta.Json("note", "--about", "Noor Rahimi", "--text", "Ten or three")).GetProperty("id").GetString()!;
        (await noor.Type("aboutme", "ask")).Expect(0).Said.ShouldStartWith("Asked; it closes 2026-12-07");
        (await noor.Type("aboutme", "ask")).Expect(1).Complained.ShouldContain("You have asked already.");
        (await marta.Type("today")).Expect(0).Said.ShouldContain("Noor Rahimi asks for your notes about them (1)");
        await marta.Json("notes", "release", note);
        (await noor.Type("aboutme", "notes")).Expect(0).Said.ShouldContain("Marta Kowal, Ten or three");
        (await noor.Type("aboutme", "requests")).Expect(0).Said.ShouldContain("2026-12-07");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task Leaves(Colleague who) => (await house.Call(Cast.Priya).Post($"accounts/{who.Id}/departure")).Expect(200);

    private async Task<bool> Exists(string note) => await house.Read(s => s.Count("select count(*) from note where workspace = @Osterfenn and id = @id", new { Cast.Osterfenn, id = Inward.House.Id.Parse(note) })) > 0;
}

public sealed class NoteRequestsOnSqlite() : NoteRequestStories(Engine.Sqlite);

public sealed class NoteRequestsOnPostgres() : NoteRequestStories(Engine.Postgres);
