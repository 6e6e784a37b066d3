namespace Inward.House;

/// <summary>Units that are counted together. A null stands for those in no unit.</summary>
public sealed record Pool<T>(IReadOnlyList<Id?> Units, IReadOnlyCollection<T> All);

/// <summary>
/// Counts by unit from which nobody is found: groups too small are pooled, and while the pool itself is too small, the smallest group
/// joins it: else it would be found by subtraction.
/// </summary>
public static class Pooling
{
    /// <summary>How many different people must stand behind a figure, on each side of it.</summary>
    public const int Fewest = 5;

    public static List<Pool<T>> By<T>(IEnumerable<T> all, Func<T, Id?> unit, Func<IEnumerable<T>, bool> areEnough)
    {
        var groups = all.GroupBy(unit).Select(g => new Pool<T>([g.Key], [.. g])).OrderBy(g => g.All.Count).ThenBy(g => g.Units[0]).ToList();
        var (shown, pool) = (groups.FindAll(g => areEnough(g.All)), groups.FindAll(g => !areEnough(g.All)));
        while (pool.Count > 0 && shown.Count > 0 && !areEnough(pool.SelectMany(g => g.All)))
        {
            pool.Add(shown[0]);
            shown.RemoveAt(0);
        }
        return pool.Count == 0 ? shown : [.. shown, new Pool<T>([.. pool.SelectMany(g => g.Units)], [.. pool.SelectMany(g => g.All)])];
    }

    /// <summary>Whether enough different people stand on both sides.</summary>
    public static bool AreEnough<T>(IEnumerable<T> all, Func<T, (Id One, Id Other)> sides)
    {
        var (ones, others) = (new HashSet<Id>(), new HashSet<Id>());
        foreach (var (one, other) in all.Select(sides))
        {
            ones.Add(one);
            others.Add(other);
        }
        return ones.Count >= Fewest && others.Count >= Fewest;
    }
}
