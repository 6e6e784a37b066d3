using Inward.Server.House;
using Inward.Server.Mail;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Calendars;

/// <summary>Where I make the address of my calendar, once, and end it.</summary>
public sealed class CalendarPage(OwnAddress own) : RoomPage
{
    [TempData]
    public string? Address { get; set; }

    public DateTimeOffset? MadeAt { get; private set; }

    public async Task OnGetAsync()
    {
        // The secret stands on this page once: no cache may keep it.
        if (Address is not null)
            Response.Headers.CacheControl = "no-store";
        await Show();
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        Address = own.To(await CalendarDesk.Make(unit, Me)).AbsoluteUri;
        return true;
    }, _ => "/settings/calendar", Show);

    public Task<IActionResult> OnPostEndAsync() => Change(async unit =>
    {
        await CalendarDesk.End(unit, Me);
        return true;
    }, _ => "/settings/calendar", Show);

    private async Task Show() => MadeAt = await Read(session => CalendarDesk.MadeAt(session, Me));
}
