using Inward.House;
using Inward.Server.House;
using Inward.Thanks;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>Reads along while somebody thanks: local, at once, kept nowhere.</summary>
public sealed class ThanksCoachPage : RoomPage
{
    public ThanksReading Reading { get; private set; } = ThanksReading.Of(null, null);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(Id? ask, string? text, string? effect)
    {
        Reading = ThanksReading.Of(text, effect, ask is { } id ? await Read(session => ThankedFor.Names(session, Me, id)) : null);
        return WantsFragment("coach") ? Partial("/Thanks/_Coach.cshtml", Reading) : Page();
    }
}
