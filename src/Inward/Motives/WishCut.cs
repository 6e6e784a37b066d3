using Inward.House;

namespace Inward.Motives;

/// <summary>What moves a colleague, as it was noted in a talk that is not private.</summary>
public sealed record Wish(Id Person, string Text);

/// <summary>What is shown of a team with all teams below it.</summary>
/// <param name="Teams">The teams whose people it holds: where they were too few, they are found further up, if at all.</param>
/// <param name="Asked">How many of these people have a wish in it.</param>
/// <param name="Of">How many people are in these teams: "asked 34 of 60".</param>
/// <param name="Words">The wishes in alphabetical order: whose they are is not kept.</param>
public sealed record PooledWishes(IReadOnlyList<Id> Teams, int Asked, int Of, IReadOnlyList<string> Words);

/// <summary>
/// The wishes of a quarter, pooled up the tree of teams; cut once when the quarter is over, and never again. Where fewer than
/// ten people have a wish, they are carried up to the first team where they are enough together. So groups that are shown lie
/// inside each other, and each difference of two is empty or ten people and more; the usual threshold alone would let small
/// teams be found by subtraction.
/// </summary>
public static class WishCut
{
    /// <summary>How many people stand behind words that are shown: twice as many as behind a figure, for words sound like somebody.</summary>
    public const int Fewest = 10;

    /// <param name="parents">Each team with the team above it, null at the top. A circle, in a damaged store, ends where it began.</param>
    /// <param name="members">The one team each person counts for.</param>
    /// <returns>Only teams of which something is shown.</returns>
    public static IReadOnlyDictionary<Id, PooledWishes> Of(IReadOnlyDictionary<Id, Id?> parents, IReadOnlyDictionary<Id, Id> members, IEnumerable<Wish> wishes) =>
        new Pooling(parents, members, wishes).Shown;

    private sealed class Pooling
    {
        private readonly ILookup<Id, Id> below;
        private readonly ILookup<Id, Id> people;
        private readonly ILookup<Id, string> said;
        private readonly Dictionary<Id, Group> groups = [];

        public Pooling(IReadOnlyDictionary<Id, Id?> parents, IReadOnlyDictionary<Id, Id> members, IEnumerable<Wish> wishes)
        {
            below = parents.Where(p => p.Value is not null).ToLookup(p => p.Value!.Value, p => p.Key);
            people = members.ToLookup(m => m.Value, m => m.Key);
            said = wishes.ToLookup(w => w.Person, w => w.Text);
            foreach (var top in parents.Where(p => p.Value is null))
                Left(top.Key);
        }

        public IReadOnlyDictionary<Id, PooledWishes> Shown => groups.Where(g => g.Value.People.Count > 0).ToDictionary(g => g.Key, g => Told(g.Value));

        // What could not be shown at this team or below it.
        private Group Left(Id team)
        {
            var (left, shown) = (new Group([team], [.. people[team]]), Group.Nobody);
            groups[team] = shown;
            foreach (var child in below[team].Where(child => !groups.ContainsKey(child)))
            {
                left += Left(child);
                shown += groups[child];
            }
            var isEnough = left.People.Count(said.Contains) >= Fewest;
            groups[team] = isEnough ? shown + left : shown;
            return isEnough ? Group.Nobody : left;
        }

        private PooledWishes Told(Group group) =>
            new(group.Teams, group.People.Count(said.Contains), group.People.Count, [.. group.People.SelectMany(p => said[p]).Order(StringComparer.Ordinal)]);
    }

    private sealed record Group(IReadOnlyList<Id> Teams, IReadOnlyList<Id> People)
    {
        public static readonly Group Nobody = new([], []);

        public static Group operator +(Group one, Group other) => new([.. one.Teams, .. other.Teams], [.. one.People, .. other.People]);
    }
}
