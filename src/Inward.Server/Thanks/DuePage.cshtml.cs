using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>Whom I have not thanked yet for what they did for me.</summary>
public sealed class DuePage : RoomPage
{
    public IReadOnlyList<DueThanks> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after)
    {
        (Rows, Next) = await Read(session => DueThanks.Mine(session, Me, after));
        return PageOr("due", "/Thanks/_Due.cshtml");
    }
}
