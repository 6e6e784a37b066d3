using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

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

    public Task OnGetAsync(Id id, string? after) => Read(async session =>
    {
        Customer = await session.Customer(Me.Workspace, id) ?? throw Rule.NotVisible();
        (Words, MoreWords) = await VerbatimsList.Ask(session, Me, id, null, after, MostWords);
        (Sales, MoreSales) = await SalesList.Ask(session, Me, new SaleFilter(Customer: id), Today, null, 50);
        Asks = await AskLines.OfCustomer(session, Me, id);
        return true;
    });
}
