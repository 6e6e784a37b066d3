using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Today;

/// <summary>One screen that a seller reads on a phone in the lift.</summary>
public sealed class TodayPage : RoomPage
{
    public MyDay Day { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Day = await Read(session => MyDay.Ask(session, Me, Today));
        if (!WantsFragment("day"))
            return Page();
        Response.Headers.Vary = "X-Fragment";
        return Partial("/Today/_Day.cshtml", this);
    }
}
