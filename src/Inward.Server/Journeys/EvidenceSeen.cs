using Inward.House;
using Inward.Journeys;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>What speaks for a stage, as the one who looks may see it.</summary>
/// <param name="Title">Null where it is a record that one cannot see.</param>
/// <param name="Href">Where it leads; null for what is no address.</param>
public sealed record EvidenceSeen(Evidence Evidence, string? Title, string? Href, string ByName)
{
    public static async Task<IReadOnlyList<EvidenceSeen>> Ask(Session session, Me me, Stage stage)
    {
        var records = stage.Evidence.Select(one => one.Record).OfType<Id>().Distinct().ToList();
        var titles = (records.Count == 0 ? [] : await session.All<Titled>($"""
            select id, words as title from verbatim where workspace = @Workspace and id in @records
            union all select id, name as title from sale where workspace = @Workspace and id in @records
            union all select x.id, x.what as title from ask x where x.workspace = @Workspace and x.id in @records and {Me.MaySee("x.id")}
            """, new { me.Workspace, me.Sees, me.Led, records })).ToDictionary(row => row.Id, row => VerbatimTable.Opening(row.Title, 120));
        var names = await session.Names(me.Workspace, stage.Evidence.Select(one => one.By));
        return [.. stage.Evidence.Select(one =>
        {
            var title = one.Record is { } record ? titles.GetValueOrDefault(record) : one.Words;
            return new EvidenceSeen(one, title, one.Record is null ? one.Address : title is null ? null : $"/{one.Kind.ToString().ToLowerInvariant()}s/{one.Record}", names.GetValueOrDefault(one.By.ToString(), "?"));
        })];
    }

    /// <summary>The record is there, and whoever names it may see it.</summary>
    public static async Task CheckVisible(Session session, Me me, Evidence evidence)
    {
        if (evidence.Record is null)
            return;
        var bare = new Stage(default, "") { Evidence = [evidence] };
        if ((await Ask(session, me, bare))[0] is { Title: null })
            throw Rule.Invalid("record", "There is no such record here that you can see.");
    }

    private sealed record Titled(Id Id, string Title);
}
