using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>The feed of thanks: the company's, a team's or a person's.</summary>
public sealed class ThanksPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public Id? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id? Team { get; set; }

    public IReadOnlyList<ThanksRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(string? after) => (Rows, Next) = await Read(session => ThanksFeed.Ask(session, Me, Person, Team, after));
}
