using Inward.Conversations;
using Inward.House;
using Inward.Motives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Motives;

/// <summary>The pooled wishes of each quarter, by the id of a team.</summary>
public static class WishCuts
{
    public static readonly QuarterCuts<Dictionary<string, PooledWishes>> Kept = new("wish_cut");

    /// <summary>Somebody's wish was noted: its quarter will be cut.</summary>
    public static void PoolLater(this Unit unit, Conversation talk, IReadOnlyList<Item> items)
    {
        if (!talk.Private && items.Any(i => i.Kind == ItemKind.Want))
            WishCutJob.Later(unit, talk.At);
    }

    public static async Task Cut(Unit unit, Quarter quarter)
    {
        var calendar = await unit.CalendarOf(unit.Workspace, null);
        var teams = await unit.All<Branch>("select id, parent from team where workspace = @Workspace", new { unit.Workspace });
        // Whoever is in several teams counts for the one they have been in longest.
        var stays = await unit.All<Stay>("""
            select person, team from membership where workspace = @Workspace and coalesce(from_day, '') <= @day and coalesce(to_day, '9999') >= @day order by coalesce(from_day, ''), id
            """, new { unit.Workspace, day = quarter.Last });
        // A talk that is private, or that somebody in it disputes, is in no pool.
        var wishes = await unit.All<Wish>("""
            select i.person, i.text from conversation_item i join conversation c on c.workspace = i.workspace and c.id = i.conversation
            where i.workspace = @Workspace and i.kind = 'want' and c.is_private = 0 and i.at >= @from and i.at < @until
              and not exists (select 1 from dispute d where d.workspace = i.workspace and d.record = i.conversation)
            """, new { unit.Workspace, from = calendar.EndOf(quarter.First.AddDays(-1)), until = calendar.EndOf(quarter.Last) });
        var known = teams.Select(t => t.Id).ToHashSet();
        var cut = WishCut.Of(teams.ToDictionary(t => t.Id, t => t.Parent is { } above && known.Contains(above) ? above : (Id?)null),
            stays.Where(s => known.Contains(s.Team)).DistinctBy(s => s.Person).ToDictionary(s => s.Person, s => s.Team), wishes);
        Kept.Keep(unit, quarter, cut.ToDictionary(c => c.Key.ToString(), c => c.Value));
    }

    private sealed record Branch(Id Id, Id? Parent);

    private sealed record Stay(Id Person, Id Team);
}

/// <summary>Pools the wishes of a quarter that is over. A talk is told within a week, or its wishes are left out.</summary>
public sealed class WishCutJob() : QuarterCutJob(Name, WishCuts.Cut)
{
    public const string Name = "wish-cut";
    private const int DaysAfter = 7;

    public static void Later(Unit unit, DateTimeOffset at) => Later(unit, Name, at, DaysAfter);
}
