using Inward.House;

namespace Inward.Chains;

/// <summary>In which order steps can be done (Kahn 1962), and those that wait for each other in a ring.</summary>
public static class StepOrder
{
    /// <summary>Each after all it waits for; where several may come next, as they stand. Steps of a ring, and what waits for them, are left out.</summary>
    public static IReadOnlyList<Step> Of(IReadOnlyList<Step> steps)
    {
        var (ordered, done, left) = (new List<Step>(), new HashSet<Id>(), steps.ToList());
        while (left.Find(step => step.After.All(done.Contains)) is { } next)
        {
            ordered.Add(next);
            done.Add(next.Id);
            left.Remove(next);
        }
        return ordered;
    }

    /// <summary>A ring of steps, each waiting for the one named before it, from the first that was told; none where all can be done.</summary>
    public static IReadOnlyList<Step> Ring(IReadOnlyList<Step> steps)
    {
        var stuck = steps.Except(Of(steps)).ToDictionary(step => step.Id);
        if (stuck.Count == 0)
            return [];
        // Whoever is stuck waits for somebody who is stuck: walking back along it must come round.
        var walked = new List<Step>();
        for (var step = stuck.Values.First(); ; step = stuck[step.After.First(stuck.ContainsKey)])
        {
            if (walked.IndexOf(step) is >= 0 and var begin)
                return FromTheFirst([.. walked[begin..].AsEnumerable().Reverse()], steps);
            walked.Add(step);
        }
    }

    private static IReadOnlyList<Step> FromTheFirst(List<Step> ring, IReadOnlyList<Step> steps)
    {
        var first = ring.IndexOf(steps.First(ring.Contains));
        return [.. ring[first..], .. ring[..first]];
    }

    /// <summary>How far down each stands: below everything it waits for.</summary>
    public static IReadOnlyDictionary<Id, int> Layers(IReadOnlyList<Step> steps)
    {
        var layers = new Dictionary<Id, int>();
        foreach (var step in Of(steps))
            layers[step.Id] = step.After.Select(before => layers[before] + 1).DefaultIfEmpty(0).Max();
        return layers;
    }
}
