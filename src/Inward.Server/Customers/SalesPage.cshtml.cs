using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>What is being sold, to whom, by whom.</summary>
public sealed class SalesPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>me, or empty for everybody's.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Customer { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    /// <summary>overdue: open past the promised day; late: closed after it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? When { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<SaleRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool IsFiltered => !string.IsNullOrEmpty(Q + Owner + Customer + Outcome + When);

    public string AddressAfter(string after) => "?" + string.Join('&', new (string, string?)[] { ("q", Q), ("owner", Owner), ("customer", Customer), ("outcome", Outcome), ("when", When), ("after", after) }
        .Where(f => !string.IsNullOrEmpty(f.Item2)).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2!)}"));

    public async Task<IActionResult> OnGetAsync()
    {
        var filter = new SaleFilter(Q, Query.Id("customer", Customer), Owner == "me" ? Me.Person : Query.Id("owner", Owner),
            Query.Word<Outcome>("outcome", Outcome), When == "late", When == "overdue");
        (Rows, Next) = await Read(session => SalesList.Ask(session, Me, filter, Today, After, 50));
        return PageOr("sales", "/Customers/_Sales.cshtml");
    }
}
