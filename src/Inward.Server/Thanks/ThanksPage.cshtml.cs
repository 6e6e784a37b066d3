using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>The feed of thanks: the company's, a team's or a person's.</summary>
public sealed class ThanksPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id? Team { get; set; }

    /// <summary>Whose feed it is; null for the company's.</summary>
    public string? Of { get; private set; }

    public IReadOnlyList<Named> MyTeams { get; private set; } = [];

    public IReadOnlyList<ThanksRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string ThankHref => Person is { } person && person != Me.Person ? $"/thanks/new?person={person}" : "/thanks/new";

    public string Address(string? after) => "/thanks" + (string.Join('&', new[] { Person is null ? null : $"person={Person}", Team is null ? null : $"team={Team}", after is null ? null : $"after={after}" }.OfType<string>()) is { Length: > 0 } query ? $"?{query}" : "");

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        await Read(async session =>
        {
            var names = await session.Names(Me.Workspace, [.. Me.Teams, .. new[] { Person, Team }.OfType<Id>()]);
            Of = (Team ?? Person) is { } about ? names.GetValueOrDefault(about.ToString()) ?? throw Rule.NotVisible() : null;
            MyTeams = [.. Me.Teams.Select(t => new Named(t, names.GetValueOrDefault(t.ToString(), "")))];
            (Rows, Next) = await ThanksFeed.Ask(session, Me, Today, Person, Team, after);
            return true;
        });
        return PageOr("feed", "/Thanks/_Feed.cshtml");
    }
}
