using System.Text.Json;
using Inward.House;
using Inward.Notes;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Notes;

/// <param name="EndsAt">Then it is deleted.</param>
/// <param name="AskedUntil">The colleague asked for it: until then its author releases or deletes it.</param>
/// <param name="ReleasedAt">Since then the colleague can read it too.</param>
public sealed record NoteOut(Id Id, Named About, string Text, DateTimeOffset At, int Days, DateTimeOffset EndsAt, DateTimeOffset? AskedUntil, DateTimeOffset? ReleasedAt, int Version)
{
    public static NoteOut Of(NoteRow row) => new(row.Id, new Named(row.About, row.AboutName), row.Text, row.At, row.Days, row.EndsAt, row.AskedUntil, row.ReleasedAt, row.Version);
}

/// <summary>/api/v1/notes and what one asks about oneself; all of it needs the scope notes but the asking.</summary>
public static class NotesApi
{
    /// <param name="Days">How long it is kept: 30, 90, 180 or 365 (when left out).</param>
    public sealed record NoteIn(Id? About, string? Text, int? Days = null);

    public sealed record ReleasedNoteOut(Id Id, Named Author, string Text, DateTimeOffset At, DateTimeOffset ReleasedAt, DateTimeOffset EndsAt);

    /// <param name="EndsAt">Until then authors release or delete; what is left is deleted, and the request closes.</param>
    public sealed record NoteRequestOut(Id Id, DateTimeOffset At, DateTimeOffset EndsAt, DateTimeOffset? ClosedAt)
    {
        public static NoteRequestOut Of(NoteRequest request) => new(request.Id, request.At, request.EndsAt, request.ClosedAt);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var notes = api.MapGroup("/notes").WithTags("notes");
        notes.MapGet("", async (Door door, string? about, string? asked, string? after, string? limit) =>
        {
            NoteDesk.CheckScope(door.Me);
            var (rows, next) = await door.Read(s => s.Notes(door.Me, Query.Id("about", about), Query.Flag("asked", asked), after, Cursor.Size(limit)));
            return door.List(rows.ConvertAll(NoteOut.Of), next);
        }).WithName("listNotes").WithSummary("My private notes, newest first; by `about`, and those that were `asked` for").Produces<Listed<NoteOut>>().ProducesProblem(403);
        notes.MapGet("/{id}", (Door door, Id id) => door.Show(s => Shown(s, door.Me, id))).WithName("readNote").WithSummary("One of my private notes").Produces<NoteOut>().ProducesProblem(403).ProducesProblem(404);
        notes.MapPost("", (Door door, NoteIn body) => door.Change(body, async unit =>
        {
            var note = await NoteDesk.Write(unit, door.Me, body.About, body.Text, body.Days);
            var (shown, version) = await Shown(unit, door.Me, note.Id);
            return Reply.Created($"/api/v1/notes/{note.Id}", shown, version) with { IsSecret = true };
        })).WithName("writeNote").WithSummary("Write a private note on a colleague; I alone read it").Produces<NoteOut>(201).ProducesProblem(403).ProducesProblem(422);
        notes.MapPatch("/{id}", (Door door, Id id, JsonElement body) => door.Edit(body, async unit =>
        {
            await NoteDesk.Change(unit, door.Me, id, door.IfMatch(), told => Patch.Over(told, body));
            return await Done(unit, door.Me, id);
        }, s => Shown(s, door.Me, id))).Accepts<NoteTold>("application/json", "application/merge-patch+json")
            .WithName("changeNote").WithSummary("Change a note; only its newest text is kept").Produces<NoteOut>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        notes.MapDelete("/{id}", (Door door, Id id) => door.Change(null, async unit =>
        {
            await NoteDesk.Delete(unit, door.Me, id, door.IfMatch());
            return Reply.Nothing();
        })).WithName("deleteNote").WithSummary("Delete a note").Produces(204).ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        notes.MapPost("/{id}/release", (Door door, Id id) => door.Change(null, async unit =>
        {
            await NoteDesk.Release(unit, door.Me, id, door.IfMatch());
            return await Done(unit, door.Me, id);
        })).WithName("releaseNote").WithSummary("Let the colleague who asked for it read a note").Produces<NoteOut>().ProducesProblem(404).ProducesProblem(409);
        MapMine(api.MapGroup("/me").WithTags("me"));
    }

    private static void MapMine(RouteGroupBuilder mine)
    {
        mine.MapGet("/notes", async (Door door) =>
        {
            NoteDesk.CheckScope(door.Me);
            var notes = await door.Read(s => s.NotesReleasedTo(door.Me));
            return door.List(notes.ConvertAll(n => new ReleasedNoteOut(n.Id, new Named(n.Author, n.AuthorName), n.Text, n.At, n.ReleasedAt, n.At.AddDays(n.Days))), null);
        }).WithName("listNotesAboutMe").WithSummary("Notes about me that their authors released").Produces<Listed<ReleasedNoteOut>>().ProducesProblem(403);
        mine.MapGet("/note-requests", async (Door door) => door.List((await door.Read(s => s.NoteRequests(door.Me.Workspace, door.Me.Person))).ConvertAll(NoteRequestOut.Of), null))
            .WithName("listNoteRequests").WithSummary("When I asked for the notes about me").Produces<Listed<NoteRequestOut>>();
        mine.MapPost("/note-requests", (Door door) => door.Change(null, async unit =>
        {
            var request = await NoteRequestDesk.AskFor(unit, door.Me);
            return Reply.Created("/api/v1/me/note-requests", NoteRequestOut.Of(request), 1);
        })).WithName("askForNotes").WithSummary("Ask for the notes about me: each author releases or deletes theirs within 14 days").Produces<NoteRequestOut>(201).ProducesProblem(409);
    }

    private static async Task<Reply> Done(Unit unit, Me me, Id id)
    {
        var (note, version) = await Shown(unit, me, id);
        return Reply.Done(note, version) with { IsSecret = true };
    }

    private static async Task<(NoteOut Note, int Version)> Shown(Session session, Me me, Id id)
    {
        NoteDesk.CheckScope(me);
        var row = await session.MyNote(me, id);
        return (NoteOut.Of(row), row.Version);
    }
}
