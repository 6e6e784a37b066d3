using Inward.House;
using Inward.Notes;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Notes;

/// <summary>
/// What its author does with a private note. A happening says that there was one and never about whom or what; the search
/// index knows none.
/// </summary>
public static class NoteDesk
{
    /// <summary>A program needs the scope notes, which only the author can give it.</summary>
    public static void CheckScope(Me me)
    {
        if (!me.Can("notes"))
            throw Rule.NotYours("Private notes need a token with the scope notes. Only their author makes one, under Settings, Tokens.");
    }

    public static async Task<Note> Write(Unit unit, Me me, Id? about, string? text, int? days)
    {
        CheckScope(me);
        var subject = about is { } id ? await unit.Person(me.Workspace, id) : null;
        if (subject is null)
            throw Rule.Invalid("about", "Say whom the note is about.");
        var note = new Note(me.Workspace, Id.New(unit.Now), me.Person, subject.Id, text ?? "", unit.Now, days ?? Note.MostDays).Checked(subject.HasLeft(me.Today(unit.Now)));
        unit.Save(note);
        return note;
    }

    internal static void Save(this Unit unit, Note note)
    {
        unit.Insert(note);
        unit.Append("note.written", note.Id, new { });
        NoteLimit.Await(unit, note);
    }

    public static async Task<Note> Change(Unit unit, Me me, Id id, int? version, Func<NoteTold, NoteTold> told)
    {
        var before = await Mine(unit, me, id, version);
        var said = told(new NoteTold(before.Text, before.Days));
        var note = before.Changed(said.Text ?? "", said.Days ?? Note.MostDays, unit.Now);
        unit.Write("update note set text = @Text, days = @Days, version = @Version where workspace = @Workspace and id = @Id and version = @before",
            new { note.Workspace, note.Id, note.Text, note.Days, note.Version, before = before.Version }, 1);
        unit.Append("note.changed", id, new { });
        if (note.Days != before.Days)
            NoteLimit.Await(unit, note);
        return note;
    }

    /// <summary>Into its author's trash; for good where its colleague could read it already, or asks for it.</summary>
    public static async Task Delete(Unit unit, Me me, Id id, int? version)
    {
        var note = await Mine(unit, me, id, version);
        unit.Delete(note);
        if (note.ReleasedAt is null && (await unit.OpenNoteRequest(me.Workspace, note.About))?.Covers(note) != true)
            unit.PutInTrash(me.Person, TrashKind.Note, id, note.Text, note, note.About, note.At, note.EndsAt);
    }

    internal static async Task Restore(Unit unit, Trashed trashed)
    {
        var note = await unit.TrashedAs<Note>(trashed);
        unit.Insert(note with { About = await unit.One<Id>("select about from trash where workspace = @Workspace and id = @Id", new { trashed.Workspace, trashed.Id }), Version = note.Version + 1 });
        NoteLimit.Await(unit, note);
    }

    /// <summary>Lets the colleague who asked read it.</summary>
    public static async Task<Note> Release(Unit unit, Me me, Id id, int? version)
    {
        var before = await Mine(unit, me, id, version);
        var note = before.Released(await unit.OpenNoteRequest(me.Workspace, before.About), unit.Now);
        unit.Write("update note set released_at = @ReleasedAt, version = @Version where workspace = @Workspace and id = @Id and version = @before",
            new { note.Workspace, note.Id, note.ReleasedAt, note.Version, before = before.Version }, 1);
        unit.TellReleased(note, unit.Append("note.released", id, new { }));
        return note;
    }

    private static void Insert(this Unit unit, Note note)
    {
        unit.Write("""
            insert into note (workspace, id, author, about, text, at, days, version) values (@Workspace, @Id, @Author, @About, @Text, @At, @Days, @Version)
            """, note);
        unit.ShowTo(note.Id, [new Reader(note.Author)]);
    }

    internal static void Delete(this Unit unit, Note note)
    {
        unit.Write("delete from note where workspace = @Workspace and id = @Id and version = @Version", new { note.Workspace, note.Id, note.Version }, 1);
        unit.Append("note.deleted", note.Id, new { });
    }

    private static async Task<Note> Mine(Unit unit, Me me, Id id, int? version)
    {
        CheckScope(me);
        var note = await unit.Note(me.Workspace, me.Person, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, note.Version);
        return note;
    }
}

/// <summary>A note as its author tells it.</summary>
/// <param name="Days">30, 90, 180 or 365 from the day it was written; 365 when left out.</param>
public sealed record NoteTold(string? Text, int? Days);
