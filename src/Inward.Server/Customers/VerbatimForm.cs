using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>The form of what a customer said, as it was typed.</summary>
public abstract class VerbatimForm : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Customer { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sale { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? SaidBy { get; set; }

    [BindProperty]
    public string? SaidOn { get; set; }

    [BindProperty]
    public string? Stage { get; set; }

    public IReadOnlyList<string> CustomerNames { get; private set; } = [];

    public IReadOnlyList<string> Speakers { get; private set; } = [];

    public IReadOnlyList<SaleChoice> Sales { get; private set; } = [];

    public KnownStages Stages { get; private set; } = new([]);

    protected async Task<VerbatimTold> Told(Session session) => new(
        await Choices.CustomerMeant(session, Me, Customer), Query.Typed(Words), SaidBy, Query.Day("saidOn", SaidOn), Stage, Query.Id("sale", Sale));

    /// <summary>Suggestions: of this customer where one is known, else what I am selling.</summary>
    protected async Task Offer(Session session, Id? customer)
    {
        Stages = await session.KnownStages(Me.Workspace);
        CustomerNames = await Choices.CustomerNames(session, Me);
        Sales = customer is { } known ? await Choices.SalesWith(session, Me, known) : await Choices.MyOpenSales(session, Me);
        if (customer is { } speaking)
            Speakers = await Choices.Speakers(session, Me, speaking);
    }
}

public sealed class NewVerbatimPage : VerbatimForm
{
    /// <summary>Known already, so it need not be typed.</summary>
    public Named? Known { get; private set; }

    public Task OnGetAsync()
    {
        SaidOn = Today.ToString("O");
        return Load();
    }

    public Task<IActionResult> OnPostAsync() =>
        Change(async unit => await VerbatimDesk.Keep(unit, Me, await Told(unit)), verbatim => $"/verbatims/{verbatim.Id}", Load);

    private Task Load() => Read(async session =>
    {
        if (Id.TryParse(Sale, null, out var about) && await session.Sale(Me.Workspace, about) is { } sale)
        {
            Stage ??= sale.Stage;
            Customer ??= sale.Customer.ToString();
        }
        if (!string.IsNullOrWhiteSpace(Customer) && await Choices.CustomersCalled(session, Me, Customer) is [var customer])
            (Known, Customer) = (customer, customer.Name);
        await Offer(session, Known?.Id);
        return true;
    });
}

public sealed class EditVerbatimPage : VerbatimForm
{
    [BindProperty]
    public int? Version { get; set; }

    public VerbatimRow Row { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        (Customer, Sale, Words, SaidBy, SaidOn, Stage) = (Row.CustomerName, Row.Sale?.ToString(), Row.Words, Row.SaidBy, Row.SaidOn.ToString("O"), Stages.Chosen(null, Row.Stage));
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit =>
    {
        var told = await Told(unit);
        return await VerbatimDesk.Correct(unit, Me, id, Version, _ => told);
    }, verbatim => $"/verbatims/{verbatim.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Row = await VerbatimsList.One(session, Me, id) ?? throw Rule.NotVisible();
        await Offer(session, Row.Customer);
        if (Mistake?.Why == Broken.Stale)
        {
            Conflict = await Conflict.Over(session, Me.Workspace, id, Row.Version,
                new Both("words", T["Their words"], Query.Typed(Words), Row.Words), new Both("customer", T["Customer"], Customer, Row.CustomerName),
                new Both("saidBy", T["Who said it"], SaidBy, Row.SaidBy), new Both("saidOn", T["Said on"], SaidOn, Row.SaidOn.ToString("O")),
                new Both("stage", T["Stage"], Stage, Stages.Chosen(null, Row.Stage), T.Chosen(Stages, Stage), T.Chosen(Stages, Row.Stage)), new Both("sale", T["About the sale"], Sale, Row.Sale?.ToString(), NameOf(Sale), Row.SaleName));
        }
        Version ??= Row.Version;
        return true;
    });

    private string? NameOf(string? sale) => Sales.FirstOrDefault(s => s.Id.ToString() == sale)?.Name;
}
