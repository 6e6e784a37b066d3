using Inward.Server.Accounts;
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
        await Reader();
        return Page();
    });

    /// <summary>Done twice it is done once; who has left gets no briefs anyway.</summary>
    public Task<IActionResult> OnPostAsync() => Guarded(async () =>
    {
        if (await Reader() is { } me)
            await store.Write(new Act(me.Workspace, me.Person, clock.GetUtcNow(), "link", HttpContext.TraceIdentifier), unit => MeDesk.Change(unit, me, told => told with { BriefAt = null }));
        Done = true;
        return Page();
    });

    private async Task<Me?> Reader()
    {
        var (workspace, person) = stops.Read(Code);
        var me = await store.Read(session => Keys.Of(session, workspace, person, clock.GetUtcNow()));
        readers = me is null ? null : Tongue.Of(me.Language);
        return me;
    }
}
