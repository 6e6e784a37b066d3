using Inward.House;

namespace Inward.Customers;

/// <summary>A company outside that buys.</summary>
public sealed record Customer(Id Workspace, Id Id, string Name)
{
    public string? ExternalKey { get; init; }

    /// <summary>The entry that was kept when this one was merged: this one is a name and a key that find it.</summary>
    public Id? MergedInto { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>What lists sort by and search in.</summary>
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    public Customer Renamed(string name) => (this with { Name = name, Version = Version + 1 }).Checked();

    public Customer Checked()
    {
        var wrong = new List<Wrong>();
        var named = this with { Name = Name.Trim() };
        Text.Check(wrong, "name", named.Name, 200, required: "A customer needs a name.");
        return wrong.Count == 0 ? named : throw Rule.Invalid(wrong);
    }
}
