using Inward.AfterSales;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.AfterSales;

/// <summary>What customers complained of: what still stands, or all of it.</summary>
public sealed class ComplaintsPage : RoomPage
{
    public IReadOnlyList<ComplaintSeen> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool ShowsAll { get; private set; }

    public Task OnGetAsync(string? state, string? after) => Read(async session =>
    {
        ShowsAll = state == "all";
        (Rows, Next) = await CameBack.Complaints(session, Me, (null, null, ShowsAll ? null : true), after, 30);
        return true;
    });
}

/// <summary>Writes a complaint down in the customer's words, with the asks behind it.</summary>
public sealed class NewComplaintPage : VerbatimForm
{
    /// <summary>Words that are kept already and complain.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Verbatim { get; set; }

    [BindProperty(Name = "asks")]
    public IReadOnlyList<string> Behind { get; set; } = [];

    public VerbatimRow? Kept { get; private set; }

    /// <summary>The sale it was opened from.</summary>
    public Named? Of { get; private set; }

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    public Task OnGetAsync()
    {
        SaidOn = Today.ToString("O");
        return Load();
    }

    public Task<IActionResult> OnPostAsync() => Change(async unit =>
    {
        var (asks, told) = (Query.Ids("asks", Behind), Query.Id("verbatim", Verbatim) is null ? await Told(unit) : null);
        return await ComplaintDesk.Hear(unit, Me, told is null ? new ComplaintTold(Query.Id("verbatim", Verbatim), Asks: asks)
            : new ComplaintTold(null, told.Customer, told.Words, told.SaidBy, told.SaidOn, told.Stage, told.Sale, asks));
    }, complaint => $"/complaints/{complaint.Id}", Load);

    private Task Load() => Read(async session =>
    {
        Kept = Id.TryParse(Verbatim, null, out var words) ? await VerbatimsList.One(session, Me, words) ?? throw Rule.NotVisible() : null;
        if (Id.TryParse(Sale, null, out var about) && await SalesList.One(session, Me, about) is { } sale)
            (Of, Customer) = (new Named(sale.Id, sale.Name), Customer ?? sale.CustomerName);
        var customer = Kept?.Customer ?? (string.IsNullOrWhiteSpace(Customer) || await Choices.CustomersCalled(session, Me, Customer) is not [var called] ? null : called.Id);
        Asks = customer is { } known ? await AskLines.OfCustomer(session, Me, known) : [];
        if (Kept is null)
            await Offer(session, customer);
        return true;
    });
}

/// <summary>A complaint: the words, the asks behind it, and what was done about it.</summary>
public sealed class ComplaintPage : RoomPage
{
    [BindProperty(Name = "asks")]
    public IReadOnlyList<string> Named { get; set; } = [];

    [BindProperty]
    public string? How { get; set; }

    public ComplaintSeen Complaint { get; private set; } = null!;

    /// <summary>Those that were named, as far as I see them.</summary>
    public IReadOnlyList<AskLine> Behind { get; private set; } = [];

    /// <summary>Every ask for this customer that I see.</summary>
    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    public Task OnGetAsync(Id id) => Load(id);

    public Task<IActionResult> OnPostAsksAsync(Id id) => Do(id, unit => ComplaintDesk.NameAsks(unit, Me, id, null, Query.Ids("asks", Named)));

    public Task<IActionResult> OnPostRightAsync(Id id) => Do(id, unit => ComplaintDesk.Settle(unit, Me, id, null, Query.Typed(How)));

    public Task<IActionResult> OnPostReopenAsync(Id id) => Do(id, unit => ComplaintDesk.Reopen(unit, Me, id, null));

    public Task<IActionResult> OnPostDropAsync(Id id) => Change(async unit =>
    {
        await ComplaintDesk.Drop(unit, Me, id, null);
        return true;
    }, _ => $"/verbatims/{id}", () => Load(id));

    private Task<IActionResult> Do(Id id, Func<Unit, Task<Complaint>> change) => Change(change, _ => $"/complaints/{id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Complaint = await CameBack.Complaint(session, Me, id);
        Behind = await AskLines.Behind(session, Me, id);
        Asks = await AskLines.OfCustomer(session, Me, Complaint.Customer);
        return true;
    });
}

/// <summary>A customer came back: after which sale, and for which asks.</summary>
public sealed class RepeatPage : RoomPage
{
    [BindProperty]
    public string? After { get; set; }

    [BindProperty(Name = "asks")]
    public IReadOnlyList<string> Named { get; set; } = [];

    public SaleRow Sale { get; private set; } = null!;

    public RepeatSeen? Told { get; private set; }

    /// <summary>What they bought from us besides.</summary>
    public IReadOnlyList<SaleChoice> Others { get; private set; } = [];

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        After = Told?.Earlier.ToString() ?? (Others is [var one] ? one.Id.ToString() : null);
        Named = [.. (await Read(session => session.AsksBehind(Me.Workspace, id))).Select(ask => ask.ToString())];
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(
        unit => RepeatDesk.Tell(unit, Me, id, null, new RepeatTold(Query.Id("after", After), Query.Ids("asks", Named))), _ => $"/sales/{id}#came-back", () => Load(id));

    public Task<IActionResult> OnPostDropAsync(Id id) => Change(async unit =>
    {
        await RepeatDesk.Drop(unit, Me, id, null);
        return true;
    }, _ => $"/sales/{id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Sale = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
        Told = (await CameBack.Repeats(session, Me, id)).FirstOrDefault(r => r.Id == id);
        Others = [.. (await Choices.SalesWith(session, Me, Sale.Customer)).Where(other => other.Id != id)];
        Asks = await AskLines.OfCustomer(session, Me, Sale.Customer);
        return true;
    });
}
