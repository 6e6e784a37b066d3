using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>The form of a customer: its name.</summary>
public abstract class CustomerForm : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    protected CustomerTold Told() => new(Name);
}

public sealed class NewCustomerPage : CustomerForm
{
    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync() => Change(unit => CustomerDesk.Add(unit, Me, Told()), customer => $"/customers/{customer.Id}");
}

public sealed class EditCustomerPage : CustomerForm
{
    [BindProperty]
    public int? Version { get; set; }

    public Id Id { get; private set; }

    public string Before { get; private set; } = "";

    public Conflict? Conflict { get; private set; }

    public async Task OnGetAsync(Id id)
    {
        await Load(id);
        Name = Before;
    }

    public Task<IActionResult> OnPostAsync(Id id) =>
        Change(unit => CustomerDesk.Rename(unit, Me, id, Version, _ => Told()), customer => $"/customers/{customer.Id}", () => Load(id));

    private Task Load(Id id) => Read(async session =>
    {
        var customer = await session.Customer(Me.Workspace, id) ?? throw Rule.NotVisible();
        (Id, Before) = (id, customer.Name);
        if (Mistake?.Why == Broken.Stale)
            Conflict = await Conflict.Over(session, Me.Workspace, id, customer.Version, new Both("name", T["Name"], Name, customer.Name));
        Version ??= customer.Version;
        return true;
    });
}
