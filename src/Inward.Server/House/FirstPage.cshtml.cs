using Inward.House;
using Inward.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.House;

[AllowAnonymous]
public sealed class FirstPage(FirstRun first, Store store, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Company { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public bool MayFound => first.Fits(Code);

    public BrokenRule? Mistake { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await first.IsNeeded() ? Page() : Redirect("/");

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (!await first.IsNeeded() || !MayFound)
            return Redirect("/");
        try
        {
            var now = clock.GetUtcNow();
            var workspace = new Workspace(Id.New(now), Company ?? "", HttpContext.Tongue().Code, "Europe/Berlin");
            var account = await store.Write(new Act(workspace.Id, null, now, "page", HttpContext.TraceIdentifier), async unit =>
            {
                if (await unit.Count("select count(*) from workspace") > 0)
                    throw Rule.NotNow("This Inward has its company already. Sign in, or ask its administrator for an invitation.");
                var person = await unit.Found(workspace, new Person(workspace.Id, Id.New(now), Name ?? "") { Email = Email, Language = workspace.Language }, password ?? "");
                return person;
            });
            var opened = (await store.Read(session => session.Accounts(account.Email!)))[0];
            House.SignIn.Open(HttpContext, await store.Write(new Act(workspace.Id, account.Id, now, "page"), unit => Task.FromResult(unit.OpenSession(opened, Request.Headers.UserAgent.ToString()))), now + AccountTable.SessionEnds);
            return Redirect("/");
        }
        catch (BrokenRule mistake)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            return Page();
        }
    }

    public async Task<IActionResult> OnPostExampleAsync([FromServices] Demo.Example example)
    {
        if (!await first.IsNeeded() || !MayFound)
            return Redirect("/");
        await example.Load(clock.GetUtcNow());
        return Redirect("/signin");
    }
}
