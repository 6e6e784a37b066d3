using Inward.House;
using Inward.Server.House;
using Inward.Trash;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Trash;

/// <summary>What I deleted, when, and until when I can have it again.</summary>
public sealed class TrashPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Trashed> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public Task OnGetAsync() => Read(async session =>
    {
        (Rows, Next) = await session.Trash(Me, After);
        return true;
    });

    public Task<IActionResult> OnPostRestoreAsync(Id id) => Change(unit => TrashDesk.Restore(unit, Me, id), Place, OnGetAsync);

    public Task<IActionResult> OnPostDeleteAsync(Id id) => Change(async unit =>
    {
        await TrashDesk.Delete(unit, Me, id);
        return true;
    }, _ => "/trash", OnGetAsync);

    public static string Word(TrashKind kind) => kind switch
    {
        TrashKind.Draft => "Draft",
        TrashKind.Note => "Private note",
        TrashKind.View => "Saved view",
        TrashKind.Journey => "Journey",
        TrashKind.Chain => "Chain",
        TrashKind.Objective => "Objective",
        _ => "Planned talk",
    };

    // Where it stands again.
    private static string Place(Trashed trashed) => trashed.Kind switch
    {
        TrashKind.Draft => "/asks?show=drafts",
        TrashKind.Note => $"/notes/{trashed.Record}",
        TrashKind.View => "/views",
        TrashKind.Journey => $"/journeys/{trashed.Record}",
        TrashKind.Chain => $"/chains/{trashed.Record}",
        TrashKind.Objective => $"/objectives/{trashed.Record}",
        _ => "/next",
    };
}
