namespace Inward.House.Imports;

/// <summary>As long as <paramref name="By"/> stays, <paramref name="Needed"/> stays as well.</summary>
internal sealed record Need(Id By, Id Needed, Sentence Why);

/// <summary>Finds what may go: nothing that is used, and nothing that something staying needs, which may make others stay.</summary>
internal static class Needless
{
    public static IReadOnlyList<T> Among<T>(
        IReadOnlyList<T> candidates, Func<T, Id> id, IReadOnlyDictionary<Id, Sentence> used, IEnumerable<Need> needs, Noticings noticed)
    {
        var going = candidates.Select(id).ToHashSet();
        foreach (var one in candidates.Select(id).Where(used.ContainsKey))
        {
            noticed.Tell(used[one]);
            going.Remove(one);
        }
        var pressing = needs.Where(need => going.Contains(need.Needed)).ToLookup(need => going.Contains(need.By));
        var dormant = pressing[true].ToLookup(need => need.By);
        var next = new Queue<Need>(pressing[false]);
        while (next.TryDequeue(out var need))
        {
            if (going.Remove(need.Needed))
            {
                noticed.Tell(need.Why);
                foreach (var woken in dormant[need.Needed])
                    next.Enqueue(woken);
            }
        }
        return [.. candidates.Where(one => going.Contains(id(one)))];
    }
}
