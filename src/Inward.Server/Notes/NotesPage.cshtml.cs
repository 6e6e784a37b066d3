using Inward.House;
using Inward.Notes;
using Inward.Server.House;
using Inward.Server.People;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Notes;

/// <summary>My private notes: on all colleagues, or on one.</summary>
public sealed class NotesPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id? About { get; set; }

    /// <summary>Where no colleague was chosen yet: a name.</summary>
    [BindProperty]
    public string? Who { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public int Days { get; set; } = Note.MostDays;

    public NotesSeen Notes { get; private set; } = null!;

    public string? Name { get; private set; }

    public string? Next { get; private set; }

    public DateTimeOffset? AskedUntil => Notes.Rows.FirstOrDefault(r => r.AskedAt is not null)?.AskedUntil;

    public Task OnGetAsync(string? after) => Load(after);

    public Task<IActionResult> OnPostAsync() => Change(
        async unit => await NoteDesk.Write(unit, Me, About ?? await Whom.Colleague(unit, Me, "about", Who), Query.Typed(Text), Days),
        note => About is null ? "/notes" : $"/people/{note.About}#notes", () => Load(null));

    private Task<bool> Load(string? after) => Read(async session =>
    {
        if (About is { } about)
            Name = (await session.Person(Me.Workspace, about) ?? throw Rule.NotVisible()).Name;
        (var rows, Next) = await session.Notes(Me, About, after: after);
        Notes = new NotesSeen(About, Name, rows);
        return true;
    });
}
