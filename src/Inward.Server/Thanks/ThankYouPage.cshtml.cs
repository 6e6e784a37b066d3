using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>One thank-you, for whoever may read it; its giver takes back a slip here.</summary>
public sealed class ThankYouPage : RoomPage
{
    public ThanksRow Row { get; private set; } = null!;

    public bool CanTakeBack => Row.ThankYou(Me.Workspace).CanBeTakenBack(Me.Person, Now);

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostUndoAsync(Id id) =>
        Change(unit => ThanksDesk.TakeBack(unit, Me, id), thanks => thanks.Ask is { } ask ? $"/thanks/new?ask={ask}" : $"/thanks/new?person={thanks.To}", () => Load(id));

    private async Task Load(Id id) => Row = await Read(session => ThanksFeed.One(session, Me, id)) ?? throw Rule.NotVisible();
}
