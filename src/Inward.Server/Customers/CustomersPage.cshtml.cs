using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>Who buys from us, by name.</summary>
public sealed class CustomersPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<CustomerRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        (Rows, Next) = await Read(session => CustomersList.Ask(session, Me, Q, After, 50));
        return PageOr("customers", "/Customers/_Customers.cshtml");
    }
}
