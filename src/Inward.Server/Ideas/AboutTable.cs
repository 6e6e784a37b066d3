using Inward.House;
using Inward.Ideas;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>What an idea is about, as I may see it.</summary>
/// <param name="Owners">Whose it is, the first asked first.</param>
/// <param name="Teams">The teams it lies with.</param>
public sealed record AboutSeen(About About, string Name, string Address, IReadOnlyList<Id> Owners, IReadOnlyList<Id> Teams)
{
    /// <summary>A stage that every company begins with is called in the reader's language.</summary>
    public string Called(Tongue t) => About.Kind == AboutKind.Stage ? t.Stage(Name) : Name;

    public string Icon => About.Kind switch
    {
        AboutKind.Ask => "asks",
        AboutKind.Sale => "sale",
        AboutKind.Stage => "board",
        AboutKind.Talk => "talk",
        _ => "objectives",
    };
}

/// <summary>Finds what ideas are about: asks, sales, stages, talks, objectives. What I may not see is not there.</summary>
public static class AboutTable
{
    private static readonly string Records = $"""
        select 'ask' as kind, x.id, x.what as name, x.requester as owner, x.performer as other, x.team from ask x
        where x.workspace = @Workspace and x.id in @ids and x.state <> 'draft' and {Me.MaySee("x.id")}
        union all select 'sale' as kind, x.id, x.name, x.owner, cast(null as uuid) as other, cast(null as uuid) as team from sale x where x.workspace = @Workspace and x.id in @ids and {Me.MaySee("x.id")}
        union all select 'talk' as kind, x.id, x.text as name, cast(null as uuid) as owner, cast(null as uuid) as other, cast(null as uuid) as team from conversation x where x.workspace = @Workspace and x.id in @ids and {Me.MaySee("x.id")}
        union all select 'objective' as kind, x.id, x.what as name, x.owner, cast(null as uuid) as other, cast(null as uuid) as team from objective x where x.workspace = @Workspace and x.id in @ids and {Me.MaySee("x.id")}
        """;

    /// <summary>Whatever this id names, if I may see it.</summary>
    public static async Task<AboutSeen?> About(this Session session, Me me, Id id)
    {
        if ((await session.Abouts(me, [id], withStages: false)).TryGetValue(id, out var found))
            return found;
        return (await session.Abouts(me, [id], withStages: true)).GetValueOrDefault(id);
    }

    /// <param name="withStages">Stages stand within journeys, which are read only when one is among them.</param>
    public static async Task<IReadOnlyDictionary<Id, AboutSeen>> Abouts(this Session session, Me me, IReadOnlyCollection<Id> ids, bool withStages)
    {
        if (ids.Count == 0)
            return new Dictionary<Id, AboutSeen>();
        var seen = withStages ? [] : (await session.All<Row>(Records, new { me.Workspace, ids, me.Sees, me.Led })).Select(row => row.Seen()).ToList();
        if (withStages)
        {
            foreach (var journey in await session.Journeys(me.Workspace))
            {
                seen.AddRange(journey.Stages.Where(stage => ids.Contains(stage.Id)).Select(stage =>
                    new AboutSeen(new About(AboutKind.Stage, stage.Id), stage.Name, $"/journeys/{journey.Id}/stages/{stage.Id}", stage.Teams.Count > 0 || journey.Owner is not { } owner ? [] : [owner], stage.Teams)));
            }
        }
        return seen.DistinctBy(one => one.About.Id).ToDictionary(one => one.About.Id);
    }

    /// <summary>Of several: two questions at most.</summary>
    public static async Task<IReadOnlyDictionary<Id, AboutSeen>> AboutsOf(this Session session, Me me, IEnumerable<About?> some)
    {
        var abouts = some.OfType<About>().Distinct().ToList();
        var (stages, others) = (abouts.Where(about => about.Kind == AboutKind.Stage).Select(about => about.Id).ToList(), abouts.Where(about => about.Kind != AboutKind.Stage).Select(about => about.Id).ToList());
        return (await session.Abouts(me, others, withStages: false)).Concat(await session.Abouts(me, stages, withStages: true)).ToDictionary();
    }

    private sealed record Row(AboutKind Kind, Id Id, string Name, Id? Owner, Id? Other, Id? Team)
    {
        public AboutSeen Seen() => new(new About(Kind, Id), VerbatimTable.Opening(Name, 120), Kind switch
        {
            AboutKind.Ask => $"/asks/{Id}",
            AboutKind.Sale => $"/sales/{Id}",
            AboutKind.Objective => $"/objectives/{Id}",
            _ => $"/conversations/{Id}",
        }, [.. new[] { Owner, Other }.OfType<Id>()], Team is { } team ? [team] : []);
    }
}
