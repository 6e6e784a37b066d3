using Inward.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.House;

[AllowAnonymous]
public sealed class SignInPage(SignInDesk desk, SignInTicket tickets, Limits limits, Store store, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public BrokenRule? Mistake { get; private set; }

    /// <summary>The companies to choose from, when name and password open more than one.</summary>
    public IReadOnlyList<Try> Companies { get; private set; } = [];

    public string? Ticket { get; private set; }

    /// <summary>The people of the example company that one may sign in as without a password; empty in any other.</summary>
    public IReadOnlyList<DemoPerson> Demo { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Me() is not null)
            return Onward();
        Demo = await DemoPeople();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (limits.Wait(HttpContext) is { } wait)
            return await TooOften(wait, "Too many tries from your network. Wait a minute and try again.");
        var verdict = await desk.Try(Name ?? "", password ?? "", House.SignIn.Device(HttpContext));
        if (verdict.LockedUntil is { } until)
            return await TooOften(until - clock.GetUtcNow(), "Too many tries. Wait a quarter of an hour, or sign in where you have signed in before.");
        switch (verdict.Right.Count)
        {
            case 0:
                limits.CountWrongGuess(HttpContext);
                return await Again(SignInDesk.NoFit(), StatusCodes.Status422UnprocessableEntity);
            case 1:
                return await Enter(verdict.Right[0]);
            default:
                (Companies, Ticket) = (verdict.Right, tickets.Write(verdict.Right));
                return Page();
        }
    }

    public async Task<IActionResult> OnPostCompanyAsync(string? ticket, Id company) =>
        tickets.Read(ticket).FirstOrDefault(t => t.Account.Workspace == company) is { } chosen
            ? await Enter(chosen)
            : await Again(Rule.NotNow("That took too long. Sign in once more."), StatusCodes.Status409Conflict);

    public async Task<IActionResult> OnPostAsAsync(Id person)
    {
        if ((await DemoPeople()).FirstOrDefault(p => p.Id == person) is not { } chosen)
            return NotFound();
        var account = await store.Read(session => session.Account(chosen.Workspace, person));
        return await Enter(new Try(account!, default, Allowed: true, OnKnownDevice: true));
    }

    private async Task<IActionResult> Enter(Try right)
    {
        try
        {
            await House.SignIn.Enter(HttpContext, desk, right);
            return Onward();
        }
        catch (BrokenRule mistake)
        {
            return await Again(mistake, StatusCodes.Status422UnprocessableEntity);
        }
    }

    // Only to a page of ours: an address that leads away is where phishing begins.
    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");

    private async Task<IActionResult> TooOften(TimeSpan wait, Sentence sentence)
    {
        Limits.Refuse(HttpContext, wait);
        return await Again(Rule.NotNow(sentence), StatusCodes.Status429TooManyRequests);
    }

    private async Task<IActionResult> Again(BrokenRule mistake, int status)
    {
        (Mistake, Response.StatusCode) = (mistake, status);
        Demo = await DemoPeople();
        return Page();
    }

    private Task<List<DemoPerson>> DemoPeople() => store.Read(session => session.All<DemoPerson>("""
        select p.workspace, p.id, p.name, coalesce(p.title, '') as title from workspace w
        join person p on p.workspace = w.id and p.left_on is null
        join account a on a.workspace = p.workspace and a.person = p.id where w.demo = 1 order by a.id
        """));
}

public sealed record DemoPerson(Id Workspace, Id Id, string Name, string Title);
