using Inward.House;

namespace Inward.Objectives;

/// <summary>Where in the company somebody stands. No level is worth more than another: advice is asked of all of them.</summary>
public enum Level
{
    /// <summary>Leads nobody: closest to the work.</summary>
    FrontLine,

    /// <summary>Leads a team that has no team below it.</summary>
    Lead,

    /// <summary>Leads a team with teams below it.</summary>
    Above,
}

/// <param name="Team">The team they have been in longest; null for whoever is in none.</param>
public sealed record Placed(Id Person, string Name, Id? Team, Level Level);

/// <summary>Of a level or a team: how many of its people are asked, and how many have answered.</summary>
public sealed record Covered(int People, int Asked, int Answered);

/// <summary>Whom one might ask so that every level and many teams are heard, and whom one has asked.</summary>
public static class AdviceMix
{
    /// <summary>How many are suggested at once.</summary>
    public const int Suggested = 6;

    /// <summary>
    /// Levels and teams that are heard least come first; among equals the choice is the same for the same objective, and nobody's
    /// merit. They are told by their names.
    /// </summary>
    public static IReadOnlyList<Placed> Suggest(Id objective, IReadOnlyList<Placed> people, IReadOnlyCollection<Id> asked, int most = Suggested)
    {
        var (levels, teams) = (new Dictionary<Level, int>(), new Dictionary<Id, int>());
        void Count(Placed one)
        {
            levels[one.Level] = levels.GetValueOrDefault(one.Level) + 1;
            if (one.Team is { } team)
                teams[team] = teams.GetValueOrDefault(team) + 1;
        }
        foreach (var one in people.Where(one => asked.Contains(one.Person)))
            Count(one);
        var left = people.Where(one => !asked.Contains(one.Person)).OrderBy(one => Draw(objective, one.Person)).ToList();
        var chosen = new List<Placed>();
        while (chosen.Count < most && left.Count > 0)
        {
            // The front line is asked twice as often as who leads it: there are more of them, and they are asked least.
            var next = left.MinBy(one => ((one.Team is { } team ? teams.GetValueOrDefault(team) : 0, levels.GetValueOrDefault(one.Level) * (one.Level == Level.FrontLine ? 1 : 2))))!;
            Count(next);
            chosen.Add(next);
            left.Remove(next);
        }
        return [.. chosen.OrderBy(one => one.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    public static IReadOnlyDictionary<Level, Covered> ByLevel(IReadOnlyList<Placed> people, IReadOnlyList<Advice> advice) => By(people, advice, one => one.Level);

    public static IReadOnlyDictionary<Id, Covered> ByTeam(IReadOnlyList<Placed> people, IReadOnlyList<Advice> advice) => By([.. people.Where(one => one.Team is not null)], advice, one => one.Team!.Value);

    private static Dictionary<TKey, Covered> By<TKey>(IReadOnlyList<Placed> people, IReadOnlyList<Advice> advice, Func<Placed, TKey> key)
        where TKey : notnull
    {
        var said = advice.ToDictionary(one => one.Person, one => one.AnsweredAt is not null);
        return people.GroupBy(key).ToDictionary(group => group.Key, group => new Covered(
            group.Count(), group.Count(one => said.ContainsKey(one.Person)), group.Count(one => said.GetValueOrDefault(one.Person))));
    }

    private static uint Draw(Id objective, Id person)
    {
        var (one, other) = (objective.Value.ToByteArray(), person.Value.ToByteArray());
        var hash = 2166136261;
        foreach (var part in one.Concat(other))
            hash = unchecked((hash ^ part) * 16777619);
        return hash;
    }
}
