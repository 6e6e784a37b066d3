using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>One customer: what they said, what they buy, what was asked for them.</summary>
public sealed class CustomerPage : RoomPage
{
    private const int MostWords = 30;

    public Customer Customer { get; private set; } = null!;

    public IReadOnlyList<VerbatimRow> Words { get; private set; } = [];

    public string? MoreWords { get; private set; }

    public IReadOnlyList<SaleRow> Sales { get; private set; } = [];

    public string? MoreSales { get; private set; }

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Id id, string? after) =>
        await Read(session => Load(session, id, after)) is { } kept ? Redirect($"/customers/{kept}") : Page();

    private async Task<Id?> Load(Session session, Id id, string? after)
    {
        if (await session.Customer(Me.Workspace, id) is not { } customer)
            return await session.KeptInstead(Me.Workspace, "customer", id) ?? throw Rule.NotVisible();
        Customer = customer;
        (Words, MoreWords) = await VerbatimsList.Ask(session, Me, id, null, after, MostWords);
        (Sales, MoreSales) = await SalesList.Ask(session, Me, new SaleFilter(Customer: id), Today, null, 50);
        Asks = await AskLines.OfCustomer(session, Me, id);
        return null;
    }
}
