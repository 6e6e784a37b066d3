using Inward.Notes;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Notes;

/// <summary>What is recorded about me, and the notes that I can ask for.</summary>
public sealed class RecordsPage : RoomPage
{
    private IReadOnlyList<NoteRequest> requests = [];

    public IReadOnlyList<ReleasedNote> Released { get; private set; } = [];

    public NoteRequest? Open => requests.FirstOrDefault(r => r.IsOpen);

    public NoteRequest? Last => requests.Count > 0 ? requests[0] : null;

    public Task OnGetAsync() => Read(async session =>
    {
        requests = await session.NoteRequests(Me.Workspace, Me.Person);
        Released = await session.NotesReleasedTo(Me);
        return true;
    });

    public Task<IActionResult> OnPostAskAsync() => Change(unit => NoteRequestDesk.AskFor(unit, Me), _ => "/settings/records", OnGetAsync);
}
