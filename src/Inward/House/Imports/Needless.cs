namespace Inward.House.Imports;

/// <summary>Finds what may go: nothing that is used, and nothing that something staying needs, which may make others stay.</summary>
internal static class Needless
{
    public static IReadOnlyList<T> Among<T>(
        IReadOnlyList<T> candidates, Func<T, Id> id, IReadOnlyDictionary<Id, Sentence> used, Noticings noticed,
        Func<IReadOnlySet<Id>, IEnumerable<(Id Needed, Sentence Why)>> whyStay)
    {
        var going = candidates.Select(id).ToHashSet();
        foreach (var one in candidates.Select(id).Where(used.ContainsKey))
        {
            noticed.Tell(used[one]);
            going.Remove(one);
        }

        while (whyStay(going).DistinctBy(need => need.Needed).ToList() is { Count: > 0 } needs)
        {
            foreach (var (needed, why) in needs)
            {
                noticed.Tell(why);
                going.Remove(needed);
            }
        }

        return [.. candidates.Where(one => going.Contains(id(one)))];
    }
}
