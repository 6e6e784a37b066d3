using Inward.House;

namespace Inward.Pulses;

/// <summary>
/// The teams of a company as they stood when a pulse opened, with the company itself on top: a reorganisation while it runs
/// changes nothing. A circle of teams, in a damaged store, stands directly below the company.
/// </summary>
public sealed class FrozenTree
{
    private readonly Dictionary<Id, Id> above = [];

    /// <param name="company">Stands for everybody; those in no team are in it alone.</param>
    public FrozenTree(Id company, IEnumerable<(Id Team, Id? Above)> teams)
    {
        Company = company;
        var told = teams.Where(team => team.Team != company).DistinctBy(team => team.Team).ToDictionary(team => team.Team, team => team.Above);
        var below = told.ToLookup(team => team.Value is { } parent && told.ContainsKey(parent) && parent != team.Key ? parent : company, team => team.Key);
        var order = new List<Id> { company };
        Walk(0);
        // What the walk from the top does not reach stands in a circle.
        foreach (var team in told.Keys.Order().Where(team => !above.ContainsKey(team)).ToList())
        {
            if (above.TryAdd(team, company))
            {
                order.Add(team);
                Walk(order.Count - 1);
            }
        }
        order.Reverse();
        BottomUp = order;

        void Walk(int from)
        {
            for (var i = from; i < order.Count; i++)
                order.AddRange(below[order[i]].Where(team => above.TryAdd(team, order[i])));
        }
    }

    public Id Company { get; }

    /// <summary>Every unit after all those below it; the company comes last.</summary>
    public IReadOnlyList<Id> BottomUp { get; }

    /// <summary>Null for the company.</summary>
    public Id? Above(Id unit) => unit != Company && above.TryGetValue(unit, out var higher) ? higher : null;

    public bool Holds(Id unit) => unit == Company || above.ContainsKey(unit);

    /// <summary>The unit and those above it, up to the company.</summary>
    public IEnumerable<Id> Upward(Id unit)
    {
        for (Id? at = unit; at is { } one; at = Above(one))
            yield return one;
    }
}
