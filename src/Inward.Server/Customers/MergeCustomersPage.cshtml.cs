using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Customers;

/// <summary>Which entry is the same customer, then what they say side by side and what moves, then one of them.</summary>
public sealed class MergeCustomersPage : MergingPage<CustomerMergePreview>
{
    public Customer Kept { get; private set; } = null!;

    public IReadOnlyList<string> Names { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(Id id) => Change(
        async unit => await CustomerMergeDesk.Merge(unit, Me, id, await Meant(unit), Taken, (KeptVersion, GoneVersion)), merge => $"/customers/{merge.Kept}", () => OnGetAsync(id));

    protected override Task Load(Id id) => Read(async session =>
    {
        Kept = await session.Customer(Me.Workspace, id) ?? throw Rule.NotVisible();
        Names = await Choices.CustomerNames(session, Me);
        if (string.IsNullOrWhiteSpace(Other))
            return false;
        Preview = await CustomerMergeDesk.Preview(session, Me, id, await Meant(session), Taken);
        var (gone, merged) = (Preview.Merging.Gone, Preview.Merging.Merged);
        Fields = [new("name", T["Name"], Kept.Name, gone.Name, merged.Name), new(null, T["Key"], Kept.ExternalKey, gone.ExternalKey, merged.ExternalKey)];
        return true;
    });

    // Two of one name are what is looked for here: of those, the one that is not this one is meant.
    private async Task<Id?> Meant(Session session)
    {
        var called = string.IsNullOrWhiteSpace(Other) ? [] : await Choices.CustomersCalled(session, Me, Other.Trim());
        return called.Where(c => c.Id != Kept?.Id).ToList() is [var only] ? only.Id : await Choices.CustomerMeant(session, Me, Other);
    }
}

/// <summary>Customers that were merged, and parting them again.</summary>
public sealed class MergedCustomersPage : MergedPage
{
    public override string Where => "/customers/";

    public Task<IActionResult> OnPostUndoAsync(Id merge) => Change(unit => CustomerMergeDesk.Part(unit, Me, merge), _ => "/customers/merges", OnGetAsync);

    protected override Task<List<MergeRow>> All(Session session) => CustomerMergeDesk.All(session, Me);
}
