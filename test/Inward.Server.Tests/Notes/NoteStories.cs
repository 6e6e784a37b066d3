using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Notes;

/// <summary>A private note from the first word to its end, on page, by program and in the terminal.</summary>
public abstract class NoteStories(TestHouse house)
{
    [Fact]
    public async Task Its_author_writes_changes_and_deletes_a_note()
    {
        var marta = await house.NotesOf(Cast.Marta);
        var note = (await marta.Post("notes", new { about = Cast.Wanda.Id, text = "Come before nine." })).Expect(201);
        note.Location.ShouldBe($"/api/v1/notes/{note.Id}");
        note["about"].GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        note["days"].GetInt32().ShouldBe(365);
        (await marta.Get($"notes/{note.Id}", note.ETag)).Expect(304);
        var changed = (await marta.Patch($"notes/{note.Id}", new { text = "Come before eight.", days = 30 }, note.ETag)).Expect(200);
        (changed["text"].GetString(), changed["at"].GetString()).ShouldBe(("Come before eight.", note["at"].GetString()));
        (await marta.Patch($"notes/{note.Id}", new { text = "Too late" }, note.ETag)).Expect(412);
        (await marta.Delete($"notes/{note.Id}", null)).Expect(428);
        (await marta.Get($"notes?about={Cast.Wanda.Id}")).Expect(200).Items.Select(n => n.GetProperty("id").GetString()).ShouldContain(note.Id);
        (await marta.Delete($"notes/{note.Id}", changed.ETag)).Expect(204);
        (await marta.Get($"notes/{note.Id}")).Expect(404);
        (await house.Read(s => s.Count("select count(*) from happening where workspace = @Osterfenn and kind like 'note.%' and payload <> '{}'", new { Cast.Osterfenn }))).ShouldBe(0);
        (await marta.Get($"happenings?on={note.Id}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(["note.written", "note.changed", "note.deleted"]);
    }

    [Fact]
    public async Task What_is_wrong_with_a_note_is_said_field_by_field()
    {
        var marta = await house.NotesOf(Cast.Marta);
        (await marta.Post("notes", new { text = "About nobody" })).Expect(422)["errors"].TryGetProperty("about", out _).ShouldBeTrue();
        (await marta.Post("notes", new { about = Cast.Stranger.Id, text = "Elsewhere" })).Expect(422)["errors"].TryGetProperty("about", out _).ShouldBeTrue();
        (await marta.Post("notes", new { about = Cast.Marta.Id, text = " ", days = 400 })).Expect(422)["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["about", "text", "days"]);
    }

    [Fact]
    public async Task A_program_without_the_scope_finds_no_note_and_no_operator_gives_it()
    {
        var note = await (await house.NotesOf(Cast.Helen)).Note(Cast.Gareth, "He listens in the morning.");
        var plain = house.Call(Cast.Helen);
        foreach (var answer in new[] { await plain.Get("notes"), await plain.Get($"notes/{note}"), await plain.Post("notes", new { about = Cast.Gareth.Id, text = "x" }), await plain.Delete($"notes/{note}", "*"), await plain.Post($"notes/{note}/release"), await plain.Get("me/notes") })
            answer.Expect(403)["detail"].GetString()!.ShouldContain("scope notes");
        (await plain.Get("happenings")).Body.ShouldNotContain(note);
        (await (await house.NotesOf(Cast.Helen)).Get($"happenings?on={note}")).Items.Count.ShouldBe(1);
        (await plain.Post("tokens", new { name = "wider", scopes = new[] { "notes" } })).Expect(403);
        (await new Terminal(null, null).Operate(house.Settings, "token", "create", "--person", Cast.Helen.Email, "--scopes", "read notes")).Expect(1).Complained.ShouldContain("only they can make a token that reads them");
    }

    [Fact]
    public async Task A_note_is_kept_on_the_colleagues_page_and_only_I_see_it_there()
    {
        var browser = await house.Browse(Cast.Gareth);
        var page = await browser.Submit(await browser.Open($"/people/{Cast.Noor.Id}"), "#notes form", new { text = "Ten or three,\r\nnever at noon.", days = "90" });
        page.Expect(200).Path.ShouldBe($"/people/{Cast.Noor.Id}");
        page.Find("#notes")!.TextContent.ShouldContain("never at noon.");
        (await (await house.Browse(Cast.Priya)).Open($"/people/{Cast.Noor.Id}")).Html.ShouldNotContain("never at noon");
        (await browser.Open($"/people/{Cast.Gareth.Id}")).Find("#notes").ShouldBeNull();

        page = await browser.Open(page.Find("#notes .rows a.btn")!.GetAttribute("href")!);
        page.Find("#text")!.TextContent.ShouldBe("Ten or three,\nnever at noon.");
        page = await browser.Submit(page, "form.form", new { text = "" });
        page.Expect(422).Text.ShouldContain("Write the note first.");
        page = await browser.Submit(page, "form.form", new { text = "Ten or three." });
        page.Expect(200).Find("#notes")!.TextContent.ShouldContain("Ten or three.");
        page = await browser.Open(page.Find("#notes .rows a.btn")!.GetAttribute("href")!);
        page = await browser.Submit(page, "form[action*=delete]");
        page.Expect(200).Path.ShouldBe("/notes");
        page.Text.ShouldNotContain("Ten or three.");
    }

    [Fact]
    public async Task The_list_of_all_notes_takes_one_on_whomever_is_named()
    {
        var browser = await house.Browse(Cast.Birgit);
        var page = await browser.Submit(await browser.Open("/notes"), "form.form", new { who = "Niemand Sonst", text = "Ruft an, statt zu schreiben" });
        page.Expect(422).Find("#text")!.TextContent.ShouldBe("Ruft an, statt zu schreiben");
        page.Text.ShouldContain("Wer kann das lesen?");
        page = await browser.Submit(page, "form.form", new { who = "Marta Kowal" });
        page.Expect(200).Text.ShouldContain("Ruft an, statt zu schreiben");
        (await browser.Open($"/notes?about={Cast.Marta.Id}")).Expect(200).Find("h1")!.TextContent.ShouldBe("Deine Notizen über Marta Kowal");
        (await browser.Open($"/notes?about={Cast.Stranger.Id}")).Expect(404);
    }

    [Fact]
    public async Task A_note_is_deleted_once_when_its_time_is_over()
    {
        await using var later = await TestHouse.Open(house.Engine);
        var marta = await later.NotesOf(Cast.Marta);
        var brief = await marta.Note(Cast.Wanda, "Brief", 30);
        var shortened = await marta.Note(Cast.Wanda, "Shortened");
        var lengthened = await marta.Note(Cast.Wanda, "Lengthened", 30);
        (await marta.Patch($"notes/{shortened}", new { days = 30 }, "*")).Expect(200);
        (await marta.Patch($"notes/{lengthened}", new { days = 90 }, "*")).Expect(200);
        later.Clock.MoveOn(TimeSpan.FromDays(29));
        await later.DoJobs();
        (await Left(later)).ShouldBe(3);
        later.Clock.MoveOn(TimeSpan.FromDays(1).Add(TimeSpan.FromMinutes(1)));
        await later.DoJobs();
        (await Left(later)).ShouldBe(1);
        (await marta.Get($"notes/{lengthened}")).Expect(200);
        (await marta.Get($"notes/{brief}")).Expect(404);
        (await later.Read(s => s.Count("select count(*) from happening where workspace = @Osterfenn and kind = 'note.deleted'", new { Cast.Osterfenn }))).ShouldBe(2);
        later.Clock.MoveOn(TimeSpan.FromDays(60));
        await later.DoJobs();
        (await Left(later)).ShouldBe(0);
        (await later.Read(s => s.Count("select count(*) from happening where workspace = @Osterfenn and kind = 'note.deleted'", new { Cast.Osterfenn }))).ShouldBe(3);
        (await Check.Run(later.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Notes_are_kept_in_the_terminal_too()
    {
        var terminal = new Terminal(house.Address.ToString(), await house.NotesToken(Cast.Noor));
        var note = await terminal.Json("note", "--about", "Gareth Pryce", "--text", "Bring a number 🦉", "--days", "90");
        note.GetProperty("days").GetInt32().ShouldBe(90);
        var id = note.GetProperty("id").GetString()!;
        (await terminal.Type("notes", "--about", "Gareth Pryce")).Expect(0).Said.ShouldContain("Bring a number 🦉");
        (await terminal.Json("notes", "change", id, "--text", "Bring two numbers")).GetProperty("text").GetString().ShouldBe("Bring two numbers");
        (await terminal.Type("notes", "release", id)).Expect(1).Complained.ShouldContain("Nobody has asked for this note.");
        await terminal.Json("notes", "delete", id);
        (await terminal.Type("notes", "show", id)).Expect(1).Complained.ShouldContain("There is nothing here that you can see.");
    }

    private static Task<long> Left(TestHouse there) => there.Read(s => s.Count("select count(*) from note where workspace = @Osterfenn", new { Cast.Osterfenn }));
}

public sealed class NotesOnSqlite(SqliteHouse house) : NoteStories(house), IClassFixture<SqliteHouse>;

public sealed class NotesOnPostgres(PostgresHouse house) : NoteStories(house), IClassFixture<PostgresHouse>;
