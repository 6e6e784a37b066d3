using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>Who has a way in.</summary>
public sealed class AccountsPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Administrators { get; set; }

    public IReadOnlyList<AccountRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync() =>
        (Rows, Next) = await Read(session => AccountList.Ask(session, Me, Q, Query.Flag("administrators", Administrators), After, Now));
}
