using Inward.House;
using Inward.House.Imports;

namespace Inward.Customers;

/// <summary>What importing a file of customers would do, before anything is written.</summary>
public sealed record CustomersPlan(IReadOnlyList<Change<Customer>> Customers, int Rows, IReadOnlyList<Noticed> Noticed)
{
    public static CustomersPlan For(IEnumerable<MappedRow> rows, Id workspace, IEnumerable<Customer> known, DateTimeOffset now, Noticings noticed)
    {
        var customers = new PlannedCustomers(workspace, known, now, noticed);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = 0;
        foreach (var row in rows)
        {
            read++;
            var (key, name, at) = (row["key"].Squeezed(), row["name"].Squeezed(), new RowAt(row.File, row.Number));
            if (WhyNot(key, name, customers, names) is { } why)
                noticed.LeaveOut(row.File, row.Number, why);
            else if (customers.At(key, name, at) is { } customer && key.Length > 0)
                names[key] = customer.Name;
        }
        return new CustomersPlan(customers.Changes(), read, noticed.All);
    }

    public IEnumerable<Sentence> InWords()
    {
        yield return new Sentence("Rows read: {0}; left out: {1}.", Rows, Noticed.Count(noticed => noticed.Weight == Weight.LeftOut));
        yield return new Sentence("Customers: {0} new, {1} changed, {2} as they are.",
            Customers.CountOf(Became.Created), Customers.CountOf(Became.Updated), Customers.CountOf(Became.Unchanged));
    }

    private static Sentence? WhyNot(string key, string name, PlannedCustomers customers, Dictionary<string, string> names) =>
        key.Length == 0 && name.Length == 0
            ? new Sentence("It has no name and no key: nobody to import.")
            : names.TryGetValue(key, out var taken) && name.Length > 0 && !taken.Says(name)
                ? new Sentence("The key {0} is {1} in row {2}; {3} cannot have it too.", key, taken, customers.FirstRowOf(key)!.Value.Number, name)
                : null;
}
