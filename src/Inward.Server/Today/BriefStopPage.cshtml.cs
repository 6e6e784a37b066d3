using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Today;

/// <summary>
/// Ends the daily brief. To open it changes nothing, so mail scanners may; a POST with the letter's code does it, from the page's
/// button or from the mail program itself. Such a POST has no form of ours: the signed code stands for the token.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class BriefStopPage(Store store, TimeProvider clock, Limits limits, BriefStop stops) : LinkPage(limits)
{
    private Tongue? readers;

    public bool Done { get; private set; }

    public override Tongue T => readers ?? HttpContext.Tongue();

    public Task<IActionResult> OnGetAsync() => Guarded(async () =>
    {
        await Whose();
        return Page();
    });

    public Task<IActionResult> OnPostAsync() => Guarded(async () =>
    {
        var (workspace, person) = await Whose();
        await store.Write(new Act(workspace, person, clock.GetUtcNow(), "link", HttpContext.TraceIdentifier), unit => BriefStop.End(unit, person));
        Done = true;
        return Page();
    });

    private async Task<(Id Workspace, Id Person)> Whose()
    {
        var (workspace, person) = stops.Read(Code);
        readers = await store.Read(session => Keys.Of(session, workspace, person, clock.GetUtcNow())) is { } me ? Tongue.Of(me.Language) : null;
        return (workspace, person);
    }
}
