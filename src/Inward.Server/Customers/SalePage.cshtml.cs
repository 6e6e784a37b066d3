using Inward.Customers;
using Inward.Handovers;
using Inward.House;
using Inward.Server.AfterSales;
using Inward.Server.Chains;
using Inward.Server.Handovers;
using Inward.Server.House;
using Inward.Server.Journeys;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>One sale: where it stands, who waits for whom, and every promise made for it.</summary>
public sealed class SalePage : RoomPage
{
    public SaleRow Row { get; private set; } = null!;

    public Sale Sale => Row.Sale(Me.Workspace);

    /// <summary>The way it has come through its journey.</summary>
    public SaleLineSeen Line { get; private set; } = null!;

    public IReadOnlyList<VerbatimRow> Words { get; private set; } = [];

    public string? MoreWords { get; private set; }

    /// <summary>What the customer was told, spoken words too.</summary>
    public IReadOnlyList<CustomerPromise> Promised { get; private set; } = [];

    /// <summary>What follows it; null while nothing was begun.</summary>
    public ChainSeen? Chain { get; private set; }

    /// <summary>Complaints, and whether they came back.</summary>
    public SaleCameBack CameBack { get; private set; } = null!;

    public IReadOnlyList<AskLine> Asks { get; private set; } = [];

    /// <summary>What colleagues gave their word on, by the day.</summary>
    public IEnumerable<AskLine> Promises => Asks.Where(a => a.IsPromised).OrderBy(a => a.Due);

    public IEnumerable<AskLine> Waiting => Asks.Where(a => a.IsOpen);

    public IReadOnlyList<AskLine> Closed => [.. Asks.Where(a => !a.IsOpen)];

    public async Task<IActionResult> OnGetAsync(Id id, string? after)
    {
        await Read(async session =>
        {
            Row = await SalesList.One(session, Me, id) ?? throw Rule.NotVisible();
            Line = await SaleLineSeen.Of(session, Me, Sale, Now);
            (Words, MoreWords) = await VerbatimsList.Ask(session, Me, null, id, after, 20);
            Promised = await session.CustomerPromises(Me.Workspace, id);
            Chain = await ChainSeen.Of(session, Me, Sale, Now);
            CameBack = await SaleCameBack.Of(session, Me, id);
            Asks = await AskLines.OfSale(session, Me, id);
            return true;
        });
        return PageOr("waiting", "/Customers/_Waiting.cshtml");
    }
}
