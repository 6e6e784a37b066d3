using Inward.Asks;
using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Asks;

/// <summary>My asks as a list, a board or a calendar: one set of filters, three ways to look.</summary>
public sealed class AsksPage(TimeProvider clock) : ListPage
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

    public AskFilter Filter { get; private set; } = new();

    public override ListRoom Of => ListRoom.Asks;

    /// <summary>The lanes of the board: what stands where, in the order of its life.</summary>
    public IEnumerable<(string Name, IReadOnlyList<AskRow> Rows)> Lanes =>
        new (string Name, string[] States)[]
        {
            ("To answer", ["requested", "blocked"]), ("Negotiating", ["countered", "renegotiating"]), ("Promised", ["promised"]), ("Delivered", ["delivered", "unconfirmed"]),
        }.Select(lane => (lane.Name, (IReadOnlyList<AskRow>)[.. Rows.Where(r => lane.States.Contains(r.State))]));

    public DateOnly FirstOfMonth => DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", out var first) ? first : new DateOnly(Today.Year, Today.Month, 1);

    protected override ListFilter Chosen => Filter;

    protected override IEnumerable<string> Filters => AskFilter.Fields;

    protected override IReadOnlyList<string> Bar => ["role", "show", "due", "q"];

    protected override (IEnumerable<string> Before, IEnumerable<string> After) Looks => (["view"], ["month", "pick"]);

    protected override (string Id, string Partial) Part => ("asks", "/Asks/_Asks.cshtml");

    /// <summary>One move for the picked asks: what one refuses does not hold up the others.</summary>
    public async Task<IActionResult> OnPostAsync(List<Id> ask, string move)
    {
        BulkChange? made = null;
        var answer = await Change(async unit => made = await BulkDesk.Make(unit, Me, new BulkAsked(Asks: ask, Move: move)), bulk => $"/asks/bulk/{bulk.Id}", OnGetAsync);
        if (made is not null && Mistake is null)
            await BulkDesk.Go(Store, clock, Me.Workspace, made.Id, BulkApi.AtOnce);
        return answer;
    }

    /// <summary>The filter of this page as it stands in its address, to be handed on.</summary>
    public string AsQuery => Uri.EscapeDataString(Link(("view", null), ("month", null), ("pick", null)) is { Length: > 6 } link ? link[6..] : "");

    protected override async Task Find(Session session)
    {
        Filter = AskFilter.Typed(Said);
        (Rows, Next) = await AskList.Ask(session, Me, Filter, Today, Said("after"), View is "board" or "calendar" ? 200 : AskList.PageSize);
    }

    protected override string Says(Condition condition, IReadOnlyDictionary<string, string> names) => AskFilterWords.Of(condition, T, names);
}
