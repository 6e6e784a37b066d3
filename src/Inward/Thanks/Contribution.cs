using Inward.House;

namespace Inward.Thanks;

/// <summary>One line of the statement of a year: what somebody did towards a sale, and when it was delivered.</summary>
/// <param name="Parent">The ask that this one helped.</param>
public sealed record Contribution(Id Ask, Id? Parent, Id Person, string What, DateOnly On)
{
    /// <summary>
    /// As the chain of asks runs: each ask by the day of its delivery, followed by those that helped it. There are no totals
    /// and nothing is counted by person, so that a seller can share fairly without a table that ranks colleagues.
    /// </summary>
    public static IReadOnlyList<Contribution> InChainOrder(IReadOnlyCollection<Contribution> all)
    {
        var known = all.Select(c => c.Ask).ToHashSet();
        var below = all.Where(c => c.Parent is { } parent && known.Contains(parent)).ToLookup(c => c.Parent!.Value);
        return [.. ByDay(all.Where(c => c.Parent is not { } parent || !known.Contains(parent))).SelectMany(With)];

        IEnumerable<Contribution> With(Contribution one) => ByDay(below[one.Ask]).SelectMany(With).Prepend(one);
    }

    private static IOrderedEnumerable<Contribution> ByDay(IEnumerable<Contribution> some) => some.OrderBy(c => c.On).ThenBy(c => c.Ask);
}
