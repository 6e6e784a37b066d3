using Inward.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inward.Server.House;

[AllowAnonymous]
public sealed class FirstPage(FirstRun first, SignInDesk desk, Limits limits, Store store, TimeProvider clock) : PageModel
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

    /// <summary>The example company is here already: only one's own is asked for.</summary>
    public bool HasExample { get; private set; }

    public BrokenRule? Mistake { get; private set; }

    public string? Wrong(string field) =>
        Mistake?.Fields.FirstOrDefault(f => f.Name == field) is { } wrong ? HttpContext.Tongue()[wrong.Sentence] : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await first.IsOpen())
            return Redirect("/");
        HasExample = !await first.IsNeeded();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (await Stopped() is { } stopped)
            return stopped;
        HasExample = !await first.IsNeeded();
        try
        {
            var now = clock.GetUtcNow();
            var zone = TimeZoneInfo.Local.HasIanaId ? TimeZoneInfo.Local.Id : "Etc/UTC";
            var workspace = new Workspace(Id.New(now), Company ?? "", HttpContext.Tongue().Code, zone);
            var administrator = new Inward.People.Person(workspace.Id, Id.New(now), Name ?? "") { Email = Email, Language = workspace.Language };
            var account = await store.Write(new Act(workspace.Id, null, now, "page", HttpContext.TraceIdentifier), async unit =>
            {
                if (await unit.Count("select count(*) from workspace where demo = 0") > 0)
                    throw Rule.NotNow("This Inward has its company already. Sign in, or ask its administrator for an invitation.");
                await unit.Found(workspace, administrator, password ?? "");
                return await unit.OpenAccount(administrator.Id);
            });
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

    public async Task<IActionResult> OnPostExampleAsync([FromServices] Demo.Example example)
    {
        if (await Stopped() is { } stopped)
            return stopped;
        if (await first.IsNeeded())
            await example.Load(clock.GetUtcNow());
        return Redirect("/signin");
    }

    // The code is all that keeps a stranger from becoming the administrator, so it cannot be guessed for long.
    private async Task<IActionResult?> Stopped()
    {
        if (!await first.IsOpen())
            return Redirect("/");
        if (limits.Wait(HttpContext) is { } wait)
        {
            Limits.Refuse(HttpContext, wait);
            Mistake = Rule.NotNow("Too many tries from your network. Wait a minute and try again.");
            return Page();
        }
        if (MayFound)
            return null;
        limits.CountWrongGuess(HttpContext);
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
