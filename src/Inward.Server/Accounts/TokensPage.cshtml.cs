using System.Globalization;
using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Accounts;

/// <summary>My tokens: what programs may do in my name.</summary>
public sealed class TokensPage : RoomPage
{
    private const int UsualDays = 90;

    [TempData]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    [BindProperty]
    public string? EndsOn { get; set; }

    public IReadOnlyList<Token> Tokens { get; private set; } = [];

    public async Task OnGetAsync()
    {
        // The secret stands on this page once: no cache may keep it.
        if (Secret is not null)
            Response.Headers.CacheControl = "no-store";
        Scopes = ["read", "write"];
        EndsOn = Today.AddDays(UsualDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ShowTokens();
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        var (_, secret) = await TokenDesk.Make(unit, Me, new TokenTerms(Name ?? "", Scopes, Query.Day("endsOn", EndsOn)));
        Secret = secret;
        return true;
    }, _ => "/settings/tokens", ShowTokens);

    public Task<IActionResult> OnPostRevokeAsync(Id token, int version) => Change(async unit =>
    {
        await TokenDesk.Revoke(unit, Me, token, version);
        return true;
    }, _ => "/settings/tokens", OnGetAsync);

    private async Task ShowTokens() => Tokens = await Read(session => session.Tokens(Me.Workspace, Me.Person, Now));
}
