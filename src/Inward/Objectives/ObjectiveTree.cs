using Inward.House;

namespace Inward.Objectives;

/// <summary>Objectives that serve another stand under it; none stands above itself.</summary>
public static class ObjectiveTree
{
    internal static void Check(Id id, ObjectiveTold told, IReadOnlyList<Objective> above, IReadOnlyList<Objective> below, List<Wrong> wrong)
    {
        if (told.Parent is null && told.AddsUp == true)
            wrong.Add(new Wrong("parent", "Say to which objective its figures add up."));
        if (above.Any(one => one.Id == id) || told.Parent == id)
            wrong.Add(new Wrong("parent", "An objective cannot serve itself, nor one that serves it."));
        else if (above.Count >= Objective.Deepest)
            wrong.Add(new Wrong("parent", new Sentence("At most {0} objectives stand above each other.", Objective.Deepest)));
        if (above.FirstOrDefault()?.Closed is not null)
            wrong.Add(new Wrong("parent", "The objective above is closed."));
        if (told is { Parent: not null, AddsUp: true } && above is [var parent, ..] && !IsSame(told.Unit, parent.Unit))
            wrong.Add(new Wrong("unit", parent.Unit is null ? "The objective above has no unit yet, so nothing can add up to it."
                : new Sentence("Figures that add up are in the same unit: the objective above counts in “{0}”.", parent.Unit)));
        if (below.FirstOrDefault(one => one.AddsUp && !IsSame(one.Unit, told.Unit)) is { } other)
            wrong.Add(new Wrong("unit", new Sentence("“{0}” adds up to it in “{1}”. Keep the unit, or let it stand by itself first.", other.What, other.Unit ?? "")));
    }

    /// <summary>Each with how deep it stands among those that are told, those below right after the one above.</summary>
    public static IReadOnlyList<(T One, int Depth)> InOrder<T>(IReadOnlyList<T> all, Func<T, Id> id, Func<T, Id?> parent)
    {
        var known = all.Select(id).ToHashSet();
        var below = all.Where(one => parent(one) is { } above && known.Contains(above)).ToLookup(one => parent(one)!.Value);
        var order = new List<(T, int)>();
        void Add(T one, int depth)
        {
            order.Add((one, depth));
            foreach (var child in below[id(one)])
                Add(child, depth + 1);
        }
        foreach (var top in all.Where(one => parent(one) is not { } above || !known.Contains(above)))
            Add(top, 0);
        return order;
    }

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
