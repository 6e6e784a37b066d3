using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>What became of a bulk change, ask by ask where it was not as wished, and the way back.</summary>
public sealed class BulkDonePage(TimeProvider clock) : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id Id { get; set; }

    public BulkResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Result = await Read(session => BulkResult.Of(session, Me, Id));
        return PageOr("bulk", "/Asks/_BulkDone.cshtml");
    }

    public async Task<IActionResult> OnPostUndoAsync()
    {
        var answer = await Change(unit => BulkDesk.Undo(unit, Me, Id), bulk => $"/asks/bulk/{bulk.Id}", OnGetAsync);
        if (Mistake is null)
            await BulkDesk.Go(Store, clock, Me.Workspace, Id, BulkApi.AtOnce);
        return answer;
    }
}
