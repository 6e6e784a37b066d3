using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A team as an administrator tells it.</summary>
public sealed record TeamTold(string? Name, Id? Parent = null);

/// <summary>A stay in a team: days inclusive, an open end null.</summary>
public sealed record StayTold(Id? Person, DateOnly? From = null, DateOnly? To = null, bool Lead = false);

/// <summary>What one can do with teams. Every change of who is in a team is a new version of it, so that two administrators do not overwrite each other.</summary>
public static class TeamDesk
{
    public static async Task<Team> Found(Unit unit, Me me, TeamTold told)
    {
        Inward.People.Team.CheckKeeper(me.Administrator);
        var team = new Team(me.Workspace, Id.New(unit.Now), told.Name ?? "") { Parent = told.Parent }.Checked();
        if (told.Parent is { } parent && await unit.Team(me.Workspace, parent) is null)
            throw Rule.Invalid("parent", "There is no such team here.");
        unit.Save(team, isNew: true);
        unit.Append("team.founded", team.Id, new { team.Name, team.Parent });
        return team;
    }

    /// <summary>Renames a team or gives it another place in the tree.</summary>
    public static async Task<Team> Retell(Unit unit, Me me, Id id, int? version, Func<TeamTold, TeamTold> told)
    {
        Inward.People.Team.CheckKeeper(me.Administrator);
        var teams = await unit.Teams(me.Workspace);
        var team = teams.Find(t => t.Id == id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, team.Version);
        var wanted = told(new TeamTold(team.Name, team.Parent));
        if (wanted.Parent is { } parent && !teams.Exists(t => t.Id == parent))
            throw Rule.Invalid("parent", "There is no such team here.");
        var retold = (new TeamTree(teams).Placed(id, wanted.Parent) with { Name = wanted.Name ?? "", Version = team.Version + 1 }).Checked();
        unit.Save(retold, isNew: false);
        unit.Append("team.changed", id, new { retold.Name, retold.Parent, changed = Patch.Changed(new TeamTold(team.Name, team.Parent), wanted) });
        return retold;
    }

    /// <summary>The team's own words, by anybody who is in it today.</summary>
    public static async Task<Team> Say(Unit unit, Me me, Id id, int? version, Func<WordsTold, WordsTold> told)
    {
        var team = await unit.Team(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, team.Version);
        var said = team.Says(told(PersonDesk.Said(team.OwnWords)), me.Person, me.Teams.Contains(id), me.Today(unit.Now));
        unit.Save(said, isNew: false);
        unit.Append("team.words-written", id, new { changed = Patch.Changed(PersonDesk.Said(team.OwnWords), PersonDesk.Said(said.OwnWords)) });
        return said;
    }

    /// <summary>Fills in the company's own fields, by anybody who is in it today, and administrators.</summary>
    /// <param name="told">By the id of the field, or its name: what is named changes, null empties it.</param>
    public static async Task<Team> Fill(Unit unit, Me me, Id id, int? version, IReadOnlyDictionary<string, JsonElement>? told)
    {
        var team = await unit.Team(me.Workspace, id) ?? throw Rule.NotVisible();
        team.CheckFiller(me.Teams.Contains(id), me.Administrator);
        Rule.Fresh(version, team.Version);
        var filled = await unit.Filled(team, told, me.Teams.Contains(id), me.Administrator);
        if (filled.Fields.Equals(team.Fields))
            return team;
        unit.Save(filled, isNew: false);
        unit.Append("team.filled", id, new { changed = await FieldsTold.Changed(unit, unit.Workspace, team.Fields, filled.Fields) });
        return filled;
    }

    /// <summary>Somebody joins.</summary>
    public static async Task<(Membership Stay, int Version)> Join(Unit unit, Me me, Id id, int? version, StayTold told)
    {
        var team = await Kept(unit, me, id, version);
        if (told.Person is not { } person || await unit.Person(me.Workspace, person) is null)
            throw Rule.Invalid("person", "Say which colleague joins.");
        var stay = new Membership(me.Workspace, Id.New(unit.Now), person, id, told.From, told.To, told.Lead)
            .Beside(await unit.Memberships(me.Workspace, team: id, person: person));
        return (Save(unit, team, stay, "team.joined"), team.Version + 1);
    }

    /// <summary>A stay is told anew: other days, leading or not. It stays this person's and this team's.</summary>
    public static async Task<(Membership Stay, int Version)> Restay(Unit unit, Me me, Id id, Id stayed, int? version, Func<StayTold, StayTold> told)
    {
        var team = await Kept(unit, me, id, version);
        var stays = await unit.Memberships(me.Workspace, team: id);
        var stay = stays.Find(s => s.Id == stayed) ?? throw Rule.NotVisible();
        var wanted = told(new StayTold(stay.Person, stay.From, stay.To, stay.Lead));
        if (wanted.Person != stay.Person)
            throw Rule.Invalid("person", "A stay stays one colleague's. End it, and begin another one.");
        var next = (stay with { From = wanted.From, To = wanted.To, Lead = wanted.Lead }).Beside(stays);
        return (Save(unit, team, next, "team.stay-changed"), team.Version + 1);
    }

    private static Membership Save(Unit unit, Team team, Membership stay, string kind)
    {
        unit.Save(team with { Version = team.Version + 1 }, isNew: false);
        unit.Save(stay);
        unit.Append(kind, team.Id, new { stay.Person, stay.From, stay.To, stay.Lead });
        return stay;
    }

    private static async Task<Team> Kept(Unit unit, Me me, Id id, int? version)
    {
        Inward.People.Team.CheckKeeper(me.Administrator);
        var team = await unit.Team(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, team.Version);
        return team;
    }
}
