using Inward.House.Imports;

namespace Inward.Customers;

/// <summary>What an import may write about customers and sales; everything else of them it leaves alone.</summary>
public static class CustomerFacts
{
    public static readonly Importable<Customer> Customer = new("customer", customer => customer.Id,
    [
        new("name", customer => customer.Name, (customer, from) => customer with { Name = from.Name }),
        new("key", customer => customer.ExternalKey, (customer, from) => customer with { ExternalKey = from.ExternalKey }),
    ]);

    public static readonly Importable<Sale> Sale = new("sale", sale => sale.Id,
    [
        new("customer", sale => sale.Customer, (sale, from) => sale with { Customer = from.Customer }),
        new("name", sale => sale.Name, (sale, from) => sale with { Name = from.Name }),
        new("key", sale => sale.ExternalKey, (sale, from) => sale with { ExternalKey = from.ExternalKey }),
        new("value", sale => sale.Value, (sale, from) => sale with { Value = from.Value }),
        new("stage", sale => sale.Stage, (sale, from) => sale with { Stage = from.Stage }),
        new("outcome", sale => sale.Outcome, (sale, from) => sale with { Outcome = from.Outcome }),
        new("openedOn", sale => sale.OpenedOn, (sale, from) => sale with { OpenedOn = from.OpenedOn }),
        new("promisedOn", sale => sale.PromisedOn, (sale, from) => sale with { PromisedOn = from.PromisedOn }),
        new("closedOn", sale => sale.ClosedOn, (sale, from) => sale with { ClosedOn = from.ClosedOn }),
        new("owner", sale => sale.Owner, (sale, from) => sale with { Owner = from.Owner }),
    ]);
}
