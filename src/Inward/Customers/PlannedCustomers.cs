using Inward.House;
using Inward.House.Imports;

namespace Inward.Customers;

/// <summary>
/// Finds the customers a file names, or plans them: by key, else by name whatever its case. Two keys are two customers,
/// though they bear one name. What an entry was called before it was merged finds the one that was kept, and renames nothing.
/// </summary>
internal sealed class PlannedCustomers
{
    private readonly Id workspace;
    private readonly DateTimeOffset now;
    private readonly Noticings noticed;
    private readonly Dictionary<string, Customer> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Customer> oldKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Customer> oldNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Id, (Customer? Before, Customer After, List<RowAt> Rows)> planned = [];

    public PlannedCustomers(Id workspace, IEnumerable<Customer> known, DateTimeOffset now, Noticings noticed)
    {
        (this.workspace, this.now, this.noticed) = (workspace, now, noticed);
        var all = known.ToList();
        foreach (var customer in all.Where(customer => customer.MergedInto is null))
            Know(customer);
        var kept = all.ToDictionary(customer => customer.Id);
        foreach (var merged in all.Where(customer => customer.MergedInto is not null))
            KnowAs(merged, kept[merged.MergedInto!.Value]);
    }

    public IReadOnlyList<Change<Customer>> Changes() =>
        [.. planned.Values.Select(plan => CustomerFacts.Customer.Changed(plan.Before, plan.After, plan.Rows))];

    /// <summary>The row of this file that told first of the customer with this key; null when none did.</summary>
    public RowAt? FirstRowOf(string key) =>
        byKey.TryGetValue(key, out var customer) && planned.TryGetValue(customer.Id, out var plan) ? plan.Rows[0] : null;

    /// <summary>The customer of this row, renamed only by whoever knows the key; null when the rules refuse it and the row is left out.</summary>
    public Customer? At(string key, string name, RowAt row)
    {
        var (found, isOld) = Found(key, name);
        var start = found ?? new Customer(workspace, Id.New(now), name.Length > 0 ? name : key);
        var after = isOld ? start : start with { Name = name.Length == 0 || (key.Length == 0 && found is not null) ? start.Name : name, ExternalKey = key.OrNull() ?? start.ExternalKey };
        if (CustomerFacts.Customer.Sound(start, after, one => one.Checked(), row, noticed) is not { } sound)
            return null;
        var (before, _, rows) = planned.GetValueOrDefault(sound.Id, (found, sound, []));
        rows.Add(row);
        planned[sound.Id] = (before, sound, rows);
        Know(sound);
        return sound;
    }

    private (Customer? Customer, bool IsOld) Found(string key, string name)
    {
        if (key.Length > 0 && byKey.TryGetValue(key, out var keyed))
            return (keyed, false);
        if (key.Length > 0 && oldKeys.TryGetValue(key, out var merged))
            return (Now(merged), true);
        if (name.Length > 0 && byName.TryGetValue(name, out var named) && (key.Length == 0 || named.ExternalKey is null))
            return (named, false);
        return key.Length == 0 && oldNames.TryGetValue(name, out merged) ? (Now(merged), true) : (null, false);
    }

    private Customer Now(Customer customer) => planned.TryGetValue(customer.Id, out var plan) ? plan.After : customer;

    private void KnowAs(Customer merged, Customer kept)
    {
        if (merged.ExternalKey is { } key)
            oldKeys.TryAdd(key, kept);
        oldNames.TryAdd(merged.Name.Squeezed(), kept);
    }

    // A customer without a key is the better answer to a name alone: a keyed one may be one of several.
    private void Know(Customer customer)
    {
        if (customer.ExternalKey is { } key)
            byKey[key] = customer;
        if (!byName.TryGetValue(customer.Name.Squeezed(), out var same) || same.Id == customer.Id)
            byName[customer.Name.Squeezed()] = customer;
    }
}
