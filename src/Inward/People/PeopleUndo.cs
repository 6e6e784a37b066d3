using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// Undoing an import of people. A person, team or stay that the import created goes, unless it was changed since, somebody
/// who stays needs it, or the door says what it has been used for. Whoever stays keeps team and manager.
/// </summary>
public sealed record PeopleUndo(Undone<Person> People, Undone<Team> Teams, Undone<Membership> Memberships, IReadOnlyList<Noticed> Noticed)
{
    /// <param name="roster">The workspace as it is now.</param>
    /// <param name="used">What people and teams have been used for since, said by the door: "Ann has signed in since and stays."</param>
    public static PeopleUndo For(
        IReadOnlyList<Change<Person>> people, IReadOnlyList<Change<Team>> teams, IReadOnlyList<Change<Membership>> memberships,
        Roster roster, IReadOnlyDictionary<Id, Sentence> used)
    {
        var noticed = new Noticings();
        // What was merged since is not put back by a file: the merging is undone for itself.
        var now = roster.People.Where(person => person.MergedInto is null).ToDictionary(person => person.Id);
        var teamsNow = roster.Teams.ToDictionary(team => team.Id);
        var staysNow = roster.Memberships.ToDictionary(stay => stay.Id);
        string Shown(Membership stay) => $"{now.GetValueOrDefault(stay.Person)?.Name} – {teamsNow.GetValueOrDefault(stay.Team)?.Name}";
        var stayUndo = new ImportUndo<Membership>(PeopleFacts.Membership, Shown, noticed);
        var staysBack = stayUndo.PutBack(memberships, staysNow.GetValueOrDefault);
        var staysGone = stayUndo.Removable(memberships, staysNow.GetValueOrDefault).Select(stay => stay.Id).ToHashSet();
        var personUndo = new ImportUndo<Person>(PeopleFacts.PersonWith(roster.Fields), person => person.Name, noticed);
        var peopleBack = personUndo.PutBack(people, now.GetValueOrDefault);
        var kept = roster.Memberships.Where(stay => !staysGone.Contains(stay.Id)).ToList();
        var peopleGone = Needless.Among(personUndo.Removable(people, now.GetValueOrDefault), person => person.Id, used,
            NeededPeople(After(roster.People, peopleBack, person => person.Id), kept, now), noticed);
        peopleBack = new PutBackPeople(roster.People, peopleGone, noticed).Possible(peopleBack);
        // Who stays keeps the team the import put them in.
        var leaving = peopleGone.Select(person => person.Id).ToHashSet();
        var created = people.Where(change => change.Became == Became.Created).Select(change => change.After.Id).ToHashSet();
        var staysOut = roster.Memberships.Where(stay => staysGone.Contains(stay.Id) && (leaving.Contains(stay.Person) || !created.Contains(stay.Person))).ToList();
        var staying = roster.Memberships.Except(staysOut).ToList();
        var teamUndo = new ImportUndo<Team>(PeopleFacts.TeamWith(roster.Fields), team => team.Name, noticed);
        var teamsBack = teamUndo.PutBack(teams, teamsNow.GetValueOrDefault);
        var teamsGone = Needless.Among(teamUndo.Removable(teams, teamsNow.GetValueOrDefault), team => team.Id, used,
            NeededTeams(After(roster.Teams, teamsBack, team => team.Id), staying, now, teamsNow), noticed);
        return new PeopleUndo(new(peopleBack, peopleGone), new(teamsBack, teamsGone), new(staysBack, staysOut), noticed.All);
    }

    private static IEnumerable<Need> NeededPeople(IEnumerable<Person> people, List<Membership> stays, Dictionary<Id, Person> names)
    {
        var managed = people.Where(person => person.Manager is { } manager && names.ContainsKey(manager)).Select(person => new Need(
            person.Id, person.Manager!.Value, new Sentence("{0} is the manager of {1} and stays.", names[person.Manager.Value].Name, person.Name)));
        return managed.Concat(stays.Where(stay => names.ContainsKey(stay.Person)).Select(stay => new Need(
            stay.Id, stay.Person, new Sentence("{0} has been put into a team since and stays.", names[stay.Person].Name))));
    }

    private static IEnumerable<Need> NeededTeams(IEnumerable<Team> teams, List<Membership> stays, Dictionary<Id, Person> people, Dictionary<Id, Team> names)
    {
        var above = teams.Where(team => team.Parent is { } parent && names.ContainsKey(parent)).Select(team => new Need(
            team.Id, team.Parent!.Value, new Sentence("{0} is the team above {1} and stays.", names[team.Parent.Value].Name, team.Name)));
        return stays.Where(stay => names.ContainsKey(stay.Team)).Select(stay => new Need(
            stay.Id, stay.Team, new Sentence("{0} is the team of {1} and stays.", names[stay.Team].Name, people.GetValueOrDefault(stay.Person)?.Name ?? "?"))).Concat(above);
    }

    private static IEnumerable<T> After<T>(IEnumerable<T> now, IEnumerable<T> putBack, Func<T, Id> id) where T : class
    {
        var back = putBack.ToDictionary(id);
        return now.Select(one => back.GetValueOrDefault(id(one)) ?? one);
    }
}
