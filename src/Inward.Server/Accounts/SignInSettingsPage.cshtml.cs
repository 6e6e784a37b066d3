using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>My way in: where I am signed in, my password, and what happened to both.</summary>
public sealed class SignInSettingsPage(SignInDesk desk) : RoomPage
{
    [TempData]
    public bool Changed { get; set; }

    public string? UserName { get; private set; }

    public IReadOnlyList<SignedIn> Sessions { get; private set; } = [];

    public string? ThisSession { get; private set; }

    public IReadOnlyList<AccountTold.Told> Told { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var (person, sessions, told) = await Read(async session => (
            await session.Person(Me.Workspace, Me.Person), await session.Sessions(Me.Workspace, Me.Person, Now), await AccountTold.Ask(session, Me, 50)));
        (UserName, Sessions, Told) = (person!.Email ?? person.UserName, sessions, told);
        ThisSession = House.SignIn.Session(HttpContext) is { } secret ? Convert.ToHexStringLower(Keys.Hash(secret)) : null;
    }

    public async Task<IActionResult> OnPostAsync(string? old, string? password)
    {
        var (account, person) = await Read(async session => (await session.Account(Me.Workspace, Me.Person), await session.Person(Me.Workspace, Me.Person)));
        var verdict = await desk.AskAgain(account!, old ?? "", House.SignIn.Device(HttpContext));
        if (verdict.LockedUntil is { } until)
        {
            Limits.Refuse(HttpContext, until - Now);
            return await Again(Rule.NotNow("Too many tries. Wait a quarter of an hour."));
        }
        if (verdict.Right.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Again(Rule.Invalid("old", "This is not your password."));
        }
        try
        {
            var hash = Passwords.Hash("password", password, person!.Name, person.Email, person.UserName, Me.Company);
            var changed = await Store.Write(Act(), async unit =>
            {
                await AccountDesk.ChangePassword(unit, Me, hash);
                return (await unit.Account(Me.Workspace, Me.Person))!;
            });
            await House.SignIn.Enter(HttpContext, desk, new Try(changed, default, Allowed: true, OnKnownDevice: true));
        }
        catch (BrokenRule mistake)
        {
            Response.StatusCode = Problem.Of(mistake, T).Status;
            return await Again(mistake);
        }
        Changed = true;
        return Redirect("/settings/sign-in");
    }

    public Task<IActionResult> OnPostEndAsync(string? session) => Change(async unit =>
    {
        await AccountDesk.EndSession(unit, Me, SignedIn.HashOf(session));
        return true;
    }, _ => "/settings/sign-in", OnGetAsync);

    public Task<IActionResult> OnPostEndAllAsync() => Change(async unit =>
    {
        await AccountDesk.EndMySessions(unit, Me);
        return true;
    }, _ => Out(), OnGetAsync);

    private string Out()
    {
        House.SignIn.Close(HttpContext);
        return "/signin";
    }

    private Act Act() => new(Me.Workspace, Me.Person, Now, "page", HttpContext.TraceIdentifier);

    private async Task<IActionResult> Again(BrokenRule mistake)
    {
        Mistake = mistake;
        await OnGetAsync();
        return Page();
    }
}
