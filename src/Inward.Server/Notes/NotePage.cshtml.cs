using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Notes;

/// <summary>One of my notes: change, release or delete it.</summary>
public sealed class NotePage : RoomPage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int Days { get; set; } = Inward.Notes.Note.MostDays;

    [BindProperty]
    public int? Version { get; set; }

    public NoteRow Note { get; private set; } = null!;

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        (Text, Days) = (Note.Text, Note.Days);
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(
        unit => NoteDesk.Change(unit, Me, id, Version, _ => new NoteTold(Query.Typed(Text), Days)), note => $"/people/{note.About}#notes", () => Load(id));

    public Task<IActionResult> OnPostReleaseAsync(Id id) => Change(unit => NoteDesk.Release(unit, Me, id, Version), note => $"/notes?about={note.About}", () => OnGetAsync(id));

    public Task<IActionResult> OnPostDeleteAsync(Id id) => Change(async unit =>
    {
        await NoteDesk.Delete(unit, Me, id, Version);
        return true;
    }, _ => "/notes", () => OnGetAsync(id));

    private async Task Load(Id id) => Note = await Read(session => session.MyNote(Me, id));
}
