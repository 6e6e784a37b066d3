using Inward.House;

namespace Inward.People;

/// <summary>The teams of a workspace as a tree. Questions end even where a damaged store holds a circle.</summary>
public sealed class TeamTree
{
    public const string Step = " > ";

    private readonly Dictionary<Id, Team> teams;
    private readonly ILookup<Id, Team> children;

    public TeamTree(IEnumerable<Team> teams)
    {
        this.teams = teams.ToDictionary(team => team.Id);
        children = this.teams.Values.Where(team => team.Parent is not null)
            .OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase).ToLookup(team => team.Parent!.Value);
    }

    public IEnumerable<Team> All => teams.Values;

    public Team this[Id team] => teams[team];

    public IReadOnlyList<Team> Roots => [.. teams.Values.Where(team => ParentOf(team) is null).OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)];

    public IReadOnlyList<Team> ChildrenOf(Id team) => [.. children[team]];

    /// <summary>The teams above, nearest first.</summary>
    public IReadOnlyList<Team> AncestorsOf(Id team)
    {
        var above = new List<Team>();
        var seen = new HashSet<Id> { team };
        for (var at = ParentOf(teams[team]); at is not null && seen.Add(at.Id); at = ParentOf(at))
            above.Add(at);
        return above;
    }

    /// <summary>The teams below, however deep, without the team itself.</summary>
    public IReadOnlyList<Team> DescendantsOf(Id team)
    {
        var seen = new HashSet<Id> { team };
        var below = new List<Team>();
        var next = new Queue<Team>(children[team]);
        while (next.TryDequeue(out var child))
        {
            if (seen.Add(child.Id))
            {
                below.Add(child);
                foreach (var grandchild in children[child.Id])
                    next.Enqueue(grandchild);
            }
        }
        return below;
    }

    /// <summary>The name with the teams above it: "Operations > Warehouse". Imports read teams inside teams so.</summary>
    public string PathOf(Id team) => string.Join(Step, AncestorsOf(team).Reverse().Append(teams[team]).Select(one => one.Name));

    /// <summary>Every team by its path, so that two of one name are told apart.</summary>
    public IReadOnlyList<(Id Id, string Path)> Paths => [.. All.Select(team => (team.Id, PathOf(team.Id))).OrderBy(team => team.Item2, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The teams of this name, with those above it as far as they are named: "Warehouse", "Operations > Warehouse".</summary>
    public IReadOnlyList<Team> Called(string words) =>
        [.. teams.Values.Where(team => words.EndsWith(team.Name, StringComparison.OrdinalIgnoreCase) && (Step + PathOf(team.Id)).EndsWith(Step + words, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The team in its new place; refused where that place is the team itself or below it.</summary>
    public Team Placed(Id team, Id? parent)
    {
        if (parent is { } above && !teams.ContainsKey(above))
            throw Rule.NotVisible();
        return parent == team || (parent is { } place && AncestorsOf(place).Any(one => one.Id == team))
            ? throw Rule.Invalid("parent", new Sentence("{0} cannot stand below {1}, which is the same team or stands below it.",
                teams[team].Name, teams[parent!.Value].Name))
            : teams[team] with { Parent = parent };
    }

    /// <summary>Who is in the team on a day, each once, and if wanted in the teams below it too.</summary>
    public IReadOnlySet<Id> MembersOn(DateOnly day, Id team, IEnumerable<Membership> memberships, bool withTeamsBelow = false)
    {
        var counted = withTeamsBelow ? DescendantsOf(team).Select(one => one.Id).Append(team).ToHashSet() : [team];
        return memberships.Where(stay => counted.Contains(stay.Team) && stay.Covers(day)).Select(stay => stay.Person).ToHashSet();
    }

    private Team? ParentOf(Team team) => team.Parent is { } parent ? teams.GetValueOrDefault(parent) : null;
}
