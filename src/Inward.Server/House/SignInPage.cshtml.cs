using Inward.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.House;

[AllowAnonymous]
public sealed class SignInPage(Store store, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public BrokenRule? Mistake { get; private set; }

    /// <summary>The people of the example company that one may sign in as without a password; empty in any other.</summary>
    public IReadOnlyList<(Id Person, string Name, string Title)> Demo { get; private set; } = [];

    public async Task OnGetAsync() => Demo = await DemoPeople();

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var accounts = Name is { Length: > 0 and <= 254 } ? await store.Read(session => session.Accounts(Name)) : [];
        if (accounts.FirstOrDefault(a => a.Fits(password ?? "")) is { } account)
            return await Enter(account);
        Mistake = Rule.Invalid("name", "That name and password do not fit together.");
        Response.StatusCode = 422;
        Demo = await DemoPeople();
        return Page();
    }

    public async Task<IActionResult> OnPostAsAsync(Id person)
    {
        if ((await DemoPeople()).All(p => p.Person != person))
            return NotFound();
        var account = await store.Read(session => session.One<Account>(
            "select workspace, person, password_hash, stamp, failures, locked_until from account where person = @person", new { person }));
        return await Enter(account!);
    }

    private async Task<IActionResult> Enter(Account account)
    {
        var now = clock.GetUtcNow();
        var secret = await store.Write(new Act(account.Workspace, account.Person, now, "page", HttpContext.TraceIdentifier),
            unit => Task.FromResult(unit.OpenSession(account, Request.Headers.UserAgent.ToString())));
        House.SignIn.Open(HttpContext, secret, now + AccountTable.SessionEnds);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }

    private async Task<IReadOnlyList<(Id Person, string Name, string Title)>> DemoPeople() =>
        [.. (await store.Read(session => session.All<DemoRow>("""
            select p.id, p.name, coalesce(p.title, '') as title from workspace w
            join person p on p.workspace = w.id join account a on a.workspace = p.workspace and a.person = p.id where w.demo = 1 order by a.person
            """))).Select(r => (r.Id, r.Name, r.Title))];

    private sealed record DemoRow(Id Id, string Name, string Title);
}
