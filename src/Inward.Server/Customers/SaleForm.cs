using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.People;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>The form of a sale, as it was typed.</summary>
public abstract class SaleForm : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Customer { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Owner { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Stage { get; set; }

    /// <summary>Why its stage goes back; asked for when it does.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public string? OpenedOn { get; set; }

    [BindProperty]
    public string? PromisedOn { get; set; }

    [BindProperty]
    public string? ClosedOn { get; set; }

    public IReadOnlyList<string> CustomerNames { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public KnownStages Stages { get; private set; } = new([]);

    protected async Task<SaleTold> Told(Session session) => new(
        await Choices.CustomerMeant(session, Me, Customer), Name, await Whom.Colleague(session, Me, "owner", Owner), Query.Number("value", Value), Stage,
        Query.Day("promisedOn", PromisedOn), Query.Day("openedOn", OpenedOn), Query.Day("closedOn", ClosedOn), Query.Word<Outcome>("outcome", Outcome), Reason: Query.Typed(Reason));

    protected void Fill(SaleRow row)
    {
        (Customer, Name, Owner, Value, Stage) = (row.CustomerName, row.Name, row.OwnerName, row.Value, Stages.Chosen(row.Journey, row.Stage));
        (Outcome, OpenedOn, PromisedOn, ClosedOn) = (row.Outcome.ToString().ToLowerInvariant(), row.OpenedOn?.ToString("O"), row.PromisedOn?.ToString("O"), row.ClosedOn?.ToString("O"));
    }

    protected async Task Offer(Session session)
    {
        CustomerNames = await Choices.CustomerNames(session, Me);
        Colleagues = await Whom.Suggested(session, Me, Today);
        Stages = await session.KnownStages(Me.Workspace);
    }
}

public sealed class NewSalePage : SaleForm
{
    public Task OnGetAsync() => Read(async session =>
    {
        (Owner, OpenedOn) = (Me.Name, Today.ToString("O"));
        if (Id.TryParse(Customer, null, out var id))
            Customer = (await session.Customer(Me.Workspace, id) ?? throw Rule.NotVisible()).Name;
        await Offer(session);
        return true;
    });

    public Task<IActionResult> OnPostAsync() => Change(async unit => await SaleDesk.Open(unit, Me, await Told(unit)), sale => $"/sales/{sale.Id}", () => Read(async session =>
    {
        await Offer(session);
        return true;
    }));
}

public sealed class EditSalePage : SaleForm
{
    [BindProperty]
    public int? Version { get; set; }

    public SaleRow Row { get; private set; } = null!;

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        Fill(Row);
    }

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit =>
    {
        var told = await Told(unit);
        return await SaleDesk.Retell(unit, Me, id, Version, _ => told);
    }, sale => $"/sales/{sale.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        Row = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
        await Offer(session);
        if (Mistake?.Why == Broken.Stale)
        {
            Conflict = await Conflict.Over(session, Me.Workspace, id, Row.Version,
                new Both("customer", T["Customer"], Customer, Row.CustomerName), new Both("name", T["What is being sold"], Name, Row.Name), new Both("owner", T["Owner"], Owner, Row.OwnerName),
                new Both("value", T["Value"], Value, Row.Value), new Both("stage", T["Stage"], Stage, Stages.Chosen(Row.Journey, Row.Stage), T.Chosen(Stages, Stage), T.Chosen(Stages, Row.Stage)),
                new Both("outcome", T["How it stands"], Outcome, Row.Outcome.ToString().ToLowerInvariant()), new Both("openedOn", T["Opened"], OpenedOn, Row.OpenedOn?.ToString("O")),
                new Both("promisedOn", T["Promised"], PromisedOn, Row.PromisedOn?.ToString("O")), new Both("closedOn", T["Closed"], ClosedOn, Row.ClosedOn?.ToString("O")));
        }
        Version ??= Row.Version;
        return true;
    });
}
