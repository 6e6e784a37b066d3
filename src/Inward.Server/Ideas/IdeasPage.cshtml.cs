using Inward.House;
using Inward.Ideas;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Ideas;

/// <summary>Ideas, and the cards on which help is wanted.</summary>
public sealed class IdeasPage : RoomPage
{
    private const int MostCards = 12;

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<IdeaRow> Rows { get; private set; } = [];

    public IReadOnlyList<HelpWanted> Cards { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>What the list is about, where it is about one thing.</summary>
    public AboutSeen? Of { get; private set; }

    public string? Next { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(Show) || !string.IsNullOrEmpty(About) || !string.IsNullOrWhiteSpace(Q) || Mistake is not null;

    public string Query => string.Join('&', new[] { ("show", Show), ("about", About), ("q", Q) }.Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}"));

    public async Task<IActionResult> OnGetAsync()
    {
        await Read(async session =>
        {
            try
            {
                var filter = IdeaFilter.Typed(Show, About, null, Q);
                (Rows, Next) = await IdeaList.Ask(session, Me, filter, Today, After);
                Of = filter.About is { } about ? await session.About(Me, about) : null;
            }
            catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
            {
                (Mistake, Response.StatusCode) = (mistake, 422);
            }
            if (!WantsFragment("ideas"))
                Cards = await session.HelpWanted(Me.Workspace, open: true, Today, MostCards);
            Names = await session.Names(Me.Workspace, Cards.SelectMany(card => new[] { card.Author, card.Answerer }));
            return true;
        });
        return PageOr("ideas", "/Ideas/_Ideas.cshtml");
    }
}
