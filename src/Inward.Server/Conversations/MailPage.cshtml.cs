using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Conversations;

/// <summary>Where I make my secret address for mail, once, end it, and see what became no talk.</summary>
public sealed class MailPage(MailInSettings settings) : RoomPage
{
    [TempData]
    public string? Address { get; set; }

    public bool IsOpen => settings.IsOpen;

    public DateTimeOffset? MadeAt { get; private set; }

    public IReadOnlyList<RefusedMail> Refused { get; private set; } = [];

    public async Task OnGetAsync()
    {
        // The secret stands on this page once: no cache may keep it.
        if (Address is not null)
            Response.Headers.CacheControl = "no-store";
        await Show();
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        Address = await MailApi.Make(unit, Me, settings);
        return true;
    }, _ => "/settings/mail", Show);

    public Task<IActionResult> OnPostEndAsync() => Change(async unit =>
    {
        await MailAddress.Of.End(unit, Me);
        return true;
    }, _ => "/settings/mail", Show);

    private Task Show() => Read(async session =>
    {
        MadeAt = await MailAddress.Of.MadeAt(session, Me);
        Refused = await MailDesk.Refused(session, Me);
        return true;
    });
}
