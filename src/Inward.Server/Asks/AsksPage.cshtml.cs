using Inward.Asks;
using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>My asks as a list, a board or a calendar: one set of filters, three ways to look.</summary>
public sealed class AsksPage(TimeProvider clock) : RoomPage
{
    public string? View => Said("view");

    public string? Role => Said("role");

    public string? Show => Said("show");

    public string? Turn => Said("turn");

    public string? Due => Said("due");

    public string? Q => Said("q");

    public string? Month => Said("month");

    /// <summary>Boxes to pick several; only then the page carries a form, and its token.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Pick { get; set; }

    public IReadOnlyList<AskRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<ViewRow> Views { get; private set; } = [];

    public AskFilter Filter { get; private set; } = new();

    /// <summary>What is chosen beyond the bar above the list, in words; empty when nothing is.</summary>
    public string Further { get; private set; } = "";

    /// <summary>What the bar does not show goes along with it.</summary>
    public IEnumerable<(string Name, string Value)> Hidden =>
        new[] { "view", "turn", "state", "person", "team", "sale", "customer", "any" }.Select(name => (name, Said(name) ?? "")).Where(f => f.Item2.Length > 0);

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
        try
        {
            Filter = AskFilter.Typed(Said);
            (Rows, Next) = await Read(session => AskList.Ask(session, Me, Filter, Today, Said("after"), size));
        }
        catch (BrokenRule mistake)
        {
            (Mistake, Response.StatusCode) = (Mistake ?? mistake, 422);
        }
        if (WantsFragment("asks"))
        {
            Response.Headers.Vary = "X-Fragment";
            return Partial("/Asks/_Asks.cshtml", this);
        }
        Views = await Read(session => SavedViews.Mine(session, Me, ListRoom.Asks));
        if (Filter.IsFurther)
            Further = FilterWords.Of(Filter, T, await Read(session => FilterWords.Names(session, Me, Filter)));
        return Page();
    }

    /// <summary>One move for the picked asks: what one refuses does not hold up the others.</summary>
    public async Task<IActionResult> OnPostAsync(List<Id> ask, string move)
    {
        BulkChange? made = null;
        var answer = await Change(async unit => made = await BulkDesk.Make(unit, Me, new BulkAsked(Asks: ask, Move: move)), bulk => $"/asks/bulk/{bulk.Id}", OnGetAsync);
        if (made is not null && Mistake is null)
            await BulkDesk.Go(Store, clock, Me.Workspace, made.Id, BulkApi.AtOnce);
        return answer;
    }

    /// <summary>This page with another value for one of its filters.</summary>
    public string Link(params IReadOnlyList<(string Name, string? Value)> changed)
    {
        var query = new List<string>();
        foreach (var name in (string[])["view", .. AskFilter.Fields, "month", "pick"])
        {
            var now = changed.Any(c => c.Name == name) ? changed.First(c => c.Name == name).Value : name == "pick" ? Pick ? "true" : null : Said(name);
            if (!string.IsNullOrEmpty(now))
                query.Add($"{name}={Uri.EscapeDataString(now).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal)}");
        }
        query.AddRange(changed.Where(c => c.Name == "after" && c.Value is not null).Select(c => $"after={Uri.EscapeDataString(c.Value!)}"));
        return query.Count == 0 ? "/asks" : "/asks?" + string.Join('&', query);
    }

    /// <summary>The filter of this page as it stands in its address, to be handed on.</summary>
    public string AsQuery => Uri.EscapeDataString(Link(("view", null), ("month", null), ("pick", null)) is { Length: > 6 } link ? link[6..] : "");

    /// <summary>The page on which all of it is chosen.</summary>
    public string FilterLink => Link(("pick", null)).Replace("/asks", "/asks/filter", StringComparison.Ordinal);

    // A field may stand several times in an address: its values then are parted by commas.
    private string? Said(string name) => Request.Query[name].ToString() is { Length: > 0 } said ? said : null;
}
