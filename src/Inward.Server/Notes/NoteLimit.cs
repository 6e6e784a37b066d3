using Inward.House;
using Inward.Notes;
using Inward.Server.Storage;

namespace Inward.Server.Notes;

/// <summary>Deletes a note when its time is over.</summary>
public sealed class NoteLimit : IJobKind
{
    public const string Name = "note-limit";

    public string Kind => Name;

    public static void Await(Unit unit, Note note) => unit.DoLater(Name, note.Id, new { }, note.EndsAt);

    // Its author may have deleted it, or given it another time, which has a job of its own.
    public async Task Inside(Job job, Unit unit)
    {
        var author = await unit.One<Id?>("select author from note where workspace = @Workspace and id = @id", new { unit.Workspace, id = job.OnId!.Value });
        if (author is { } whose && await unit.Note(unit.Workspace, whose, job.OnId!.Value) is { } note && note.EndsAt <= unit.Now)
            unit.Delete(note);
    }
}
