using Inward.Asks.Moves;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>My asks as a list, a board or a calendar: one set of filters, three ways to look.</summary>
public sealed class AsksPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Turn { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>Boxes to pick several; only then the page carries a form, and its token.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Pick { get; set; }

    /// <summary>How many of the picked asks moved; null before.</summary>
    public int? Done { get; private set; }

    public IReadOnlyList<(string What, string Why)> Refused { get; private set; } = [];

    public IReadOnlyList<AskRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ViewRow> Views { get; private set; } = [];

    public AskFilter Filter => new(Blank(Role), Blank(Show), Blank(State), Blank(Turn), Blank(Due), Q: Blank(Q));

    /// <summary>The lanes of the board: what stands where, in the order of its life.</summary>
    public IEnumerable<(string Name, IReadOnlyList<AskRow> Rows)> Lanes =>
        new (string Name, string[] States)[]
        {
            ("To answer", ["requested", "blocked"]), ("Negotiating", ["countered", "renegotiating"]), ("Promised", ["promised"]), ("Delivered", ["delivered", "unconfirmed"]),
        }.Select(lane => (lane.Name, (IReadOnlyList<AskRow>)[.. Rows.Where(r => lane.States.Contains(r.State))]));

    public DateOnly FirstOfMonth => DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", out var first) ? first : new DateOnly(Today.Year, Today.Month, 1);

    public async Task<IActionResult> OnGetAsync()
    {
        var size = View is "board" or "calendar" ? 200 : AskList.PageSize;
        (Rows, Next) = await Read(session => AskList.Ask(session, Me, Filter, Today, After, size));
        if (WantsFragment("asks"))
        {
            Response.Headers.Vary = "X-Fragment";
            return Partial("/Asks/_Asks.cshtml", this);
        }
        Views = await Read(session => SavedViews.Mine(session, Me));
        return Page();
    }

    /// <summary>One move for each picked ask, each in a unit of its own: what one refuses does not hold up the others.</summary>
    public async Task<IActionResult> OnPostAsync(List<Id> ask, string move)
    {
        var refused = new List<(string, string)>();
        foreach (var id in ask.Take(200))
        {
            try
            {
                await Store.Write(new Act(Me.Workspace, Me.Person, Now, "page", HttpContext.TraceIdentifier), async unit =>
                {
                    var before = await unit.Ask(Me, id) ?? throw Rule.NotVisible();
                    Move made = move switch
                    {
                        "promise" => new Promising(before.Terms.By),
                        "acceptance" => new Accepting(),
                        "withdrawal" => new Withdrawing(),
                        _ => throw Rule.NotVisible(),
                    };
                    return await AskDesk.Move(unit, Me, id, made);
                });
            }
            catch (BrokenRule rule)
            {
                var what = await Read(session => session.Ask(Me, id));
                refused.Add((what?.Terms.What ?? "", T[rule.Sentence]));
            }
        }
        (Done, Refused) = (ask.Count - refused.Count, refused);
        return await OnGetAsync();
    }

    /// <summary>This page with another value for one of its filters.</summary>
    public string Link(params (string Name, string? Value)[] changed)
    {
        var query = new List<string>();
        foreach (var (name, value) in new[] { ("view", View), ("role", Role), ("show", Show), ("turn", Turn), ("state", State), ("due", Due), ("q", Q), ("month", Month), ("pick", Pick ? "true" : null) })
        {
            var now = changed.Any(c => c.Name == name) ? changed.First(c => c.Name == name).Value : value;
            if (!string.IsNullOrEmpty(now))
                query.Add($"{name}={Uri.EscapeDataString(now)}");
        }
        query.AddRange(changed.Where(c => c.Name == "after" && c.Value is not null).Select(c => $"after={Uri.EscapeDataString(c.Value!)}"));
        return query.Count == 0 ? "/asks" : "/asks?" + string.Join('&', query);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
