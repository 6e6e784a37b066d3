using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// Finds the teams a file names, or plans them. One name alone is a team at the top, or the only one of that name
/// anywhere; "Operations > Warehouse" is a team inside another.
/// </summary>
internal sealed class PlannedTeams
{
    private readonly Roster roster;
    private readonly FieldColumns fields;
    private readonly Importable<Team> kind;
    private readonly DateTimeOffset now;
    private readonly Dictionary<(Id? Parent, string Name), Team> teams = [];
    private readonly Dictionary<string, List<Team>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Id, (Team? Before, Team After, List<PersonRow> Rows, List<PersonRow> OfIt)> planned = [];

    public PlannedTeams(Roster roster, FieldColumns fields, DateTimeOffset now)
    {
        (this.roster, this.fields, this.now, kind) = (roster, fields, now, PeopleFacts.TeamWith(roster.Fields));
        foreach (var team in roster.Teams)
            Know(team);
    }

    public IReadOnlyList<Change<Team>> Changes() =>
        [.. planned.Values.Select(plan => kind.Changed(plan.Before, plan.After with { Fields = fields.Filled(FieldAbout.Team, plan.OfIt, plan.After.Fields) }, [.. plan.Rows.Select(row => row.At)]))];

    /// <summary>The team at the end of the row's path.</summary>
    /// <exception cref="BrokenRule">The name is no name for a team, or could be one of several.</exception>
    public Team Of(PersonRow row)
    {
        var team = Outermost(row.Team[0]) ?? New(row.Team[0], null);
        Name(team, row);
        foreach (var step in row.Team.Skip(1))
        {
            team = teams.GetValueOrDefault((team.Id, Team.Key(step))) ?? New(step, team.Id);
            Name(team, row);
        }
        // What a row's columns say of a team, they say of the innermost.
        planned[team.Id].OfIt.Add(row);
        return team;
    }

    private Team? Outermost(string name)
    {
        if (teams.TryGetValue((null, Team.Key(name)), out var top) || !byName.TryGetValue(Team.Key(name), out var same))
            return top;
        return same.Count == 1 ? same[0] : throw Rule.Invalid("team", new Sentence(
            "{0} teams are called {1}. Say which, with the team it stands in: “Operations > {1}”.", same.Count, name));
    }

    private Team New(string name, Id? parent)
    {
        var team = new Team(roster.Workspace, Id.New(now), name) { Parent = parent }.Checked();
        planned.Add(team.Id, (null, team, [], []));
        Know(team);
        return team;
    }

    private void Know(Team team)
    {
        teams.TryAdd((team.Parent, Team.Key(team.Name)), team);
        (byName.TryGetValue(Team.Key(team.Name), out var same) ? same : byName[Team.Key(team.Name)] = []).Add(team);
    }

    private void Name(Team team, PersonRow row)
    {
        if (!planned.TryGetValue(team.Id, out var plan))
            planned.Add(team.Id, plan = (team, team, [], []));
        plan.Rows.Add(row);
    }
}
