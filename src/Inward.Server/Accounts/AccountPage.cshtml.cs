using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>Somebody's way in: invite, make an administrator, sign out everywhere, and leave.</summary>
public sealed class AccountPage(OwnAddress address) : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id Person { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>The whole name, typed to confirm an erasure.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [TempData]
    public string? Link { get; set; }

    public AccountRow Row { get; private set; } = null!;

    /// <summary>What stands where an erased name stood: in the company's language, because it is kept so.</summary>
    public string CalledThen { get; private set; } = "";

    public bool IsMe => Row.Person == Me.Person;

    public async Task OnGetAsync()
    {
        if (Link is not null)
            Response.Headers.CacheControl = "no-store";
        (Row, CalledThen) = await Read(async session => (await AccountList.One(session, Me, Person, Now), await ErasureDesk.Called(session, Me.Workspace)));
    }

    public Task<IActionResult> OnPostInviteAsync() => Do(async unit => Link = AccountApi.Link(address, await AccountDesk.Invite(unit, Me, Person)).ToString());

    public Task<IActionResult> OnPostAdministratorAsync(bool administers) => Do(unit => AccountDesk.Administer(unit, Me, Person, administers, Version));

    public Task<IActionResult> OnPostSessionsAsync() => Do(unit => AccountDesk.EndSessionsOf(unit, Me, Person, Version));

    public Task<IActionResult> OnPostLeaveAsync() => Do(unit => AccountDesk.Leave(unit, Me, Person, Version));

    public Task<IActionResult> OnPostEraseAsync() => Do(unit => ErasureDesk.Erase(unit, Me, Person, Name));

    private Task<IActionResult> Do(Func<Unit, Task> change) => Change(async unit =>
    {
        await change(unit);
        return true;
    }, _ => Person == Me.Person ? "/settings" : $"/settings/people/{Person}", OnGetAsync);
}
