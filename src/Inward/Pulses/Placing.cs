using Inward.House;

namespace Inward.Pulses;

/// <summary>
/// The unit that will be written with an answer, decided when a pulse opens: the first one, from somebody's own team upwards,
/// for which at least five people are left. A team of one never stands beside an answer, not even in the store.
/// </summary>
public static class Placing
{
    /// <param name="people">How many people are in each team itself.</param>
    /// <returns>For each team that has people, the unit they answer in; the company where nothing closer is large enough.</returns>
    public static IReadOnlyDictionary<Id, Id> Of(FrozenTree tree, IReadOnlyDictionary<Id, int> people)
    {
        var rest = people.Where(team => team.Value > 0).ToDictionary(team => team.Key, team => new Group([team.Key], team.Value));
        var placed = new Dictionary<Id, Group>();
        foreach (var unit in tree.BottomUp)
        {
            if (!rest.Remove(unit, out var left))
                continue;
            if (left.People >= Pulse.FewestAnswers)
                placed[unit] = left;
            else if (tree.Above(unit) is { } above)
                rest[above] = rest.TryGetValue(above, out var there) ? there + left : left;
            else
                placed[unit] = TogetherWithTheSmallest(placed, left);
        }
        return placed.SelectMany(group => group.Value.Teams.Select(team => (team, group.Key))).ToDictionary(pair => pair.team, pair => pair.Key);
    }

    // Those few at the top would stand alone in the store, and would never count: the smallest group answers with them.
    private static Group TogetherWithTheSmallest(Dictionary<Id, Group> placed, Group few)
    {
        if (placed.Count == 0)
            throw Rule.NotNow(new Sentence("A pulse needs at least {0} people: with fewer, everybody would know who said what.", Pulse.FewestAnswers));
        var smallest = placed.OrderBy(group => group.Value.People).ThenBy(group => group.Key).First();
        placed.Remove(smallest.Key);
        return few + smallest.Value;
    }

    private sealed record Group(IReadOnlyList<Id> Teams, int People)
    {
        public static Group operator +(Group one, Group other) => new([.. one.Teams, .. other.Teams], one.People + other.People);
    }
}
