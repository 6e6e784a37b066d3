using Inward.Server.House;
using Inward.Server.Relationships;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Today;

/// <summary>One screen that a seller reads on a phone in the lift.</summary>
public sealed class TodayPage : RoomPage
{
    private const int Shown = 3;

    public MyDay Day { get; private set; } = null!;

    /// <summary>The first of whom I might see next.</summary>
    public IReadOnlyList<NextRow> Next { get; private set; } = [];

    /// <summary>Talks of mine that are planned for the week to come.</summary>
    public IReadOnlyList<PlannedRow> Planned { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        (Day, Next, Planned) = await Read(async session => (await MyDay.Ask(session, Me, Today, Now - MyDay.News), await SeeNext.Ask(session, Me, Today, Shown), await session.PlannedTalks(Me, Now)));
        Planned = [.. Planned.Where(p => p.Plan.At < Now.AddDays(7))];
        if (!WantsFragment("day"))
            return Page();
        Response.Headers.Vary = "X-Fragment";
        return Partial("/Today/_Day.cshtml", this);
    }
}
