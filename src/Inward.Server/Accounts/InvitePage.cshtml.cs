using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.Accounts;

/// <summary>Where an invitation leads: its person chooses a password. Opening it changes nothing; the link is used up by the password.</summary>
[AllowAnonymous]
public sealed class InvitePage(SignInDesk desk, Limits limits, Store store, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public string? Name { get; private set; }

    public string? Company { get; private set; }

    /// <summary>What they sign in with later; password managers keep it beside the password.</summary>
    public string? UserName { get; private set; }

    public BrokenRule? Mistake { get; private set; }

    public string? Wrong(string field) =>
        Mistake?.Fields.FirstOrDefault(f => f.Name == field) is { } wrong ? HttpContext.Tongue()[wrong.Sentence] : null;

    public async Task<IActionResult> OnGetAsync()
    {
        // The code stands in the address: the page is kept nowhere, and no other page is told of it.
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return await Stopped() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (await Stopped() is { } stopped)
            return stopped;
        try
        {
            var hash = Passwords.Hash("password", password, Name, UserName, Company);
            var now = clock.GetUtcNow();
            var invitation = await store.Read(session => session.Invitation(Code, now)) ?? throw Rule.Stale();
            var account = await store.Write(new Act(invitation.Workspace, invitation.Person, now, "link", HttpContext.TraceIdentifier),
                unit => AccountDesk.Accept(unit, invitation, hash));
            await House.SignIn.Enter(HttpContext, desk, new Try(account, default, Allowed: true, OnKnownDevice: false));
            return Redirect("/");
        }
        catch (BrokenRule mistake)
        {
            Mistake = mistake;
            Response.StatusCode = Problem.Of(mistake, HttpContext.Tongue()).Status;
            return Page();
        }
    }

    private async Task<IActionResult?> Stopped()
    {
        if (limits.Wait(HttpContext) is { } wait)
        {
            Limits.Refuse(HttpContext, wait);
            Mistake = Rule.NotNow("Too many tries from your network. Wait a minute and try again.");
            return Page();
        }
        var now = clock.GetUtcNow();
        var (me, person) = await store.Read(async session =>
        {
            var invitation = await session.Invitation(Code, now);
            var invited = invitation is null ? null : await Keys.Of(session, invitation.Workspace, invitation.Person, now);
            return (invited, invited is null ? null : await session.Person(invited.Workspace, invited.Person));
        });
        if (me is not null)
        {
            (Name, Company, UserName) = (me.Name, me.Company, person?.Email ?? person?.UserName);
            return null;
        }
        limits.CountWrongGuess(HttpContext);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
