using Inward.House;
using Inward.Notes;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Inward.Server.Trash;

namespace Inward.Server.Notes;

/// <summary>
/// Asking for the notes about oneself. Whoever asks learns neither who has notes nor how many: a request looks the same and
/// lasts as long whether there are none or many.
/// </summary>
public static class NoteRequestDesk
{
    public static async Task<NoteRequest> AskFor(Unit unit, Me me)
    {
        var request = NoteRequest.Of(me.Workspace, Id.New(unit.Now), me.Person, await unit.OpenNoteRequest(me.Workspace, me.Person), unit.Now);
        unit.Write("insert into note_request (workspace, id, subject, at) values (@Workspace, @Id, @Subject, @At)", request);
        unit.ShowTo(request.Id, [new Reader(me.Person)]);
        var made = unit.Append("note-request.made", request.Id, new { });
        unit.DoLater(NoteRequestJob.Name, request.Id, new { }, unit.Now);
        unit.DoLater(NoteRequestJob.Name, request.Id, new { }, request.EndsAt);
        foreach (var author in (await Covered(unit, request)).Select(n => n.Author).Distinct())
            unit.TellAskedForNotes(request, author, made);
        return request;
    }

    /// <summary>Nobody is left who could release them.</summary>
    public static async Task AuthorLeft(Unit unit, Id author)
    {
        foreach (var asked in await unit.NotesAskedOf(unit.Workspace, author))
        {
            if (await unit.OpenNoteRequest(unit.Workspace, asked.About) is { } request)
                await DeleteLeft(unit, request, note => note.Author == author);
        }
    }

    /// <summary>Deletes what those wrote who have left, and on the last day all that nobody released.</summary>
    internal static async Task Settle(Unit unit, Id id)
    {
        if (await unit.NoteRequest(unit.Workspace, id) is not { IsOpen: true } request)
            return;
        var isDue = unit.Now >= request.EndsAt;
        await DeleteLeft(unit, request, note => isDue || note.AuthorLeft);
        if (!isDue)
            return;
        var closed = request.Closed(unit.Now);
        unit.Write("update note_request set closed_at = @ClosedAt where workspace = @Workspace and id = @Id and closed_at is null", closed, 1);
        unit.Append("note-request.closed", id, new { });
    }

    private static async Task DeleteLeft(Unit unit, NoteRequest request, Func<Row, bool> which)
    {
        foreach (var row in (await Covered(unit, request)).Where(which))
        {
            if (await unit.Note(unit.Workspace, row.Author, row.Id) is { } note)
                unit.Delete(note);
            else if (await unit.Trashed(unit.Workspace, row.Id) is { } trashed)
                unit.EmptyOf(trashed);
        }
    }

    private static Task<List<Row>> Covered(Unit unit, NoteRequest request) => unit.All<Row>($"""
        select n.id as id, n.author, case when p.left_on <= @today then 1 else 0 end as author_left
        from note n join note_request r on {NoteTable.Covered} join person p on p.workspace = n.workspace and p.id = n.author
        where n.workspace = @Workspace and r.id = @Id
        union all select t.id as id, t.owner as author, case when p.left_on <= @today then 1 else 0 end as author_left
        from trash t join note_request r on {NoteTable.CoveredInTrash} join person p on p.workspace = t.workspace and p.id = t.owner
        where t.workspace = @Workspace and r.id = @Id order by id
        """, new { request.Workspace, request.Id, today = DateOnly.FromDateTime(unit.Now.UtcDateTime) });

    private sealed record Row(Id Id, Id Author, bool AuthorLeft);
}

/// <summary>At once, for what leavers wrote; and on the last day.</summary>
public sealed class NoteRequestJob : IJobKind
{
    public const string Name = "note-request";

    public string Kind => Name;

    public Task Inside(Job job, Unit unit) => NoteRequestDesk.Settle(unit, job.OnId!.Value);
}
