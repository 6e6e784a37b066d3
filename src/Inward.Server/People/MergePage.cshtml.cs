using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.People;

/// <summary>Which entry is the same colleague, then every field side by side, then one of them.</summary>
public sealed class MergePage : MergingPage<MergePreview>
{
    public Person Kept { get; private set; } = null!;

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>Others of the same name.</summary>
    public IReadOnlyList<Colleague> Alike { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(Id id) => Change(async unit =>
    {
        MergeDesk.CheckKeeper(Me);
        return await MergeDesk.Merge(unit, Me, id, await Whom.Colleague(unit, Me, "other", Other), Taken, (KeptVersion, GoneVersion));
    }, _ => "/people/merges", () => OnGetAsync(id));

    protected override async Task Load(Id id)
    {
        await Offer(id);
        if (string.IsNullOrWhiteSpace(Other))
            return;
        Preview = await Read(async session => await MergeDesk.Preview(session, Me, id, await Whom.Colleague(session, Me, "other", Other) ?? throw Rule.NotVisible(), Taken, Now));
        if (Preview.Refused is { Why: Broken.Invalid } same)
            throw same;
        Fields = MergeFields.All(Preview, T);
    }

    private Task Offer(Id id) => Read(async session =>
    {
        MergeDesk.CheckKeeper(Me);
        Kept = await session.Person(Me.Workspace, id) ?? throw Rule.NotVisible();
        Colleagues = await Whom.Suggested(session, Me, Today);
        Alike = await session.All<Colleague>("""
            select id, name, coalesce(title, email, user_name, external_key) as title from person
            where workspace = @Workspace and search_name = @name and id <> @id and merged_into is null and erased_at is null order by id limit 10
            """, new { Me.Workspace, name = Kept.Name.ToLowerInvariant(), id });
        return true;
    });
}

/// <summary>Entries that were merged, and parting them again.</summary>
public sealed class MergesPage : MergedPage
{
    public override string Where => "/people/";

    public Task<IActionResult> OnPostUndoAsync(Id merge) => Change(unit => MergeDesk.Part(unit, Me, merge), _ => "/people/merges", OnGetAsync);

    protected override Task<List<MergeRow>> All(Session session) => MergeDesk.All(session, Me);
}
