using Inward.House;

namespace Inward.Customers;

/// <summary>
/// Two entries of one customer become one: sales and words of both hang from it. Its key stays, and files that know the other's key or
/// name still find it.
/// </summary>
public sealed record CustomerMerging(Customer Kept, Customer Gone)
{
    /// <summary>What may be chosen from the entry that goes.</summary>
    public static readonly IReadOnlyList<string> Choices = ["name"];

    public Taken Taken { get; init; } = Taken.Nothing;

    public CustomerMerging Checked()
    {
        Taken.Check(Choices);
        return Kept.Id != Gone.Id ? this : throw Rule.Invalid("other", "Choose another entry: no customer is merged with itself.");
    }

    public Customer Merged => Kept with
    {
        Name = Taken.Of("name", Kept.Name, Gone.Name)!,
        ExternalKey = Kept.ExternalKey ?? Gone.ExternalKey,
        Version = Kept.Version + 1,
    };

    /// <summary>The entry that goes: its name and its key still find the one that stays.</summary>
    public Customer Left => Gone with { ExternalKey = Kept.ExternalKey is null ? null : Gone.ExternalKey, MergedInto = Kept.Id, Version = Gone.Version + 1 };

    /// <summary>The one that stays as before, except for what was changed since.</summary>
    /// <param name="now">As it is today.</param>
    /// <param name="merged">As the merging left it.</param>
    public static Customer Parted(Customer now, Customer before, Customer merged) => now with
    {
        Name = now.Name == merged.Name ? before.Name : now.Name,
        ExternalKey = now.ExternalKey == merged.ExternalKey ? before.ExternalKey : now.ExternalKey,
        Version = now.Version + 1,
    };
}
