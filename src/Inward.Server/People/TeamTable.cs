using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Where teams and who is in them are kept.</summary>
public static class TeamTable
{
    public static async Task<Team?> Team(this Session session, Id workspace, Id id) =>
        (await session.One<Row>("select workspace, id, name, parent, own_words, field_values, version from team where workspace = @workspace and id = @id", new { workspace, id }))?.Team();

    public static async Task<List<Team>> Teams(this Session session, Id workspace) =>
        [.. (await session.All<Row>("select workspace, id, name, parent, own_words, field_values, version from team where workspace = @workspace order by name_key", new { workspace })).Select(r => r.Team())];

    /// <summary>Those of the two that are there.</summary>
    public static async Task<List<Team>> TeamsOf(this Session session, Id workspace, Id team, Id other) =>
        [.. (await session.All<Row>("select workspace, id, name, parent, own_words, field_values, version from team where workspace = @workspace and id in @two", new { workspace, two = new List<Id> { team, other } })).Select(r => r.Team())];

    /// <summary>Teams of this id or name.</summary>
    public static Task<List<Named>> TeamsCalled(this Session session, Id workspace, string words) =>
        session.All<Named>("select id, name from team where workspace = @workspace and (id = @id or name_key = @key) order by id",
            new { workspace, key = Inward.People.Team.Key(words), id = Id.TryParse(words, null, out var id) ? id : (Id?)null });

    /// <summary>A few teams in whose name these words stand.</summary>
    public static Task<List<Named>> TeamsCalledLike(this Session session, Id workspace, string words) =>
        session.All<Named>("select id, name from team where workspace = @workspace and name_key like @part order by name_key, id limit 3",
            new { workspace, part = $"%{words.ToLowerInvariant().Replace("%", "", StringComparison.Ordinal)}%" });

    public static async Task<List<Membership>> Memberships(this Session session, Id workspace, Id? team = null, Id? person = null) =>
        [.. (await session.All<Stay>($"""
            select workspace, id, person, team, from_day, to_day, lead from membership where workspace = @workspace
            {(team is null ? "" : "and team = @team")} {(person is null ? "" : "and person = @person")} order by id
            """, new { workspace, team, person })).Select(s => s.Membership())];

    public static async Task<Roster> Roster(this Session session, Id workspace) =>
        new(workspace, await session.AllPeople(workspace), await session.Teams(workspace), await session.Memberships(workspace)) { Fields = await session.CompanyFields(workspace) };

    public static void Save(this Unit unit, Team team, bool isNew)
    {
        var row = new { team.Workspace, team.Id, team.Name, nameKey = Inward.People.Team.Key(team.Name), team.Parent, ownWords = JsonSerializer.Serialize(team.OwnWords, Wire.Json), fieldValues = JsonSerializer.Serialize(team.Fields, Wire.Json), team.Version, before = team.Version - 1, unit.Now };
        if (isNew)
            unit.Write("insert into team (workspace, id, name, name_key, parent, own_words, field_values, version, made_at) values (@Workspace, @Id, @Name, @nameKey, @Parent, @ownWords, @fieldValues, @Version, @Now)", row);
        else
            unit.Write("update team set name = @Name, name_key = @nameKey, parent = @Parent, own_words = @ownWords, field_values = @fieldValues, version = @Version where workspace = @Workspace and id = @Id and version = @before", row, 1);
        unit.ShowTo(team.Id, [new Reader(team.Workspace)]);
        unit.MakeFindable(team.Id, "team", team.Name, string.Join('\n', [.. team.OwnWords.Answers.Select(a => a.Words), .. team.Fields.Findable]));
    }

    public static void Save(this Unit unit, Membership stay) =>
        unit.Write("""
            insert into membership (workspace, id, person, team, from_day, to_day, lead) values (@Workspace, @Id, @Person, @Team, @From, @To, @Lead)
            on conflict (workspace, id) do update set from_day = excluded.from_day, to_day = excluded.to_day, lead = excluded.lead
            """, stay);

    private sealed record Row(Id Workspace, Id Id, string Name, Id? Parent, string OwnWords, string FieldValues, int Version)
    {
        public Team Team() => new(Workspace, Id, Name) { Parent = Parent, OwnWords = JsonSerializer.Deserialize<OwnWords>(OwnWords, Wire.Json)!, Fields = PersonTable.ValuesIn(FieldValues), Version = Version };
    }

    private sealed record Stay(Id Workspace, Id Id, Id Person, Id Team, DateOnly? FromDay, DateOnly? ToDay, bool Lead)
    {
        public Membership Membership() => new(Workspace, Id, Person, Team, FromDay, ToDay, Lead);
    }
}
