using System.Text.Json;
using Inward.Chains;
using Inward.House;
using Inward.Journeys;
using Inward.People;
using Inward.Server.Chains;
using Inward.Server.Journeys;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.House;

public static class WorkspaceTable
{
    /// <summary>The first run: a company with a journey and a chain to begin with, and its administrator, who signs in with a password.</summary>
    public static async Task<Person> Found(this Unit unit, Workspace workspace, Person administrator, string password, bool demo = false)
    {
        unit.Insert(workspace.Checked(), demo);
        var person = (administrator with { Administrator = true }).Checked();
        await unit.Save(person, isNew: true);
        await unit.SetPassword(person.Id, password, person.Name, person.Email, person.UserName, workspace.Name);
        unit.Save(Journey.First(workspace.Id, unit.Now), isNew: true);
        unit.Save(ChainTemplate.First(workspace.Id, unit.Now), isNew: true);
        unit.Append("workspace.founded", workspace.Id, new { workspace.Name, administrator = person.Id });
        return person;
    }

    public static void Insert(this Unit unit, Workspace workspace, bool demo) =>
        unit.Write("""
            insert into workspace (id, name, language, zone, calendar, made_at, demo) values (@Id, @Name, @Language, @Zone, @calendar, @Now, @demo)
            """, new { workspace.Id, workspace.Name, workspace.Language, workspace.Zone, calendar = JsonSerializer.Serialize(new { }, Wire.Json), unit.Now, demo });

    public static async Task<(Workspace Workspace, WorkingCalendar Calendar)> WorkspaceWithCalendar(this Session session, Id id)
    {
        var row = await session.One<Row>("select id, name, language, zone, calendar, mail_logs, version from workspace where id = @id", new { id }) ?? throw Rule.NotVisible();
        return (new Workspace(row.Id, row.Name, row.Language, row.Zone) { Version = row.Version, MailLogs = row.MailLogs }, CalendarTable.Read(row.Calendar, row.Zone));
    }

    public static void Save(this Unit unit, Workspace workspace, WorkingCalendar calendar) =>
        unit.Write("update workspace set name = @Name, language = @Language, zone = @Zone, calendar = @stored, mail_logs = @MailLogs, version = @Version where id = @Id and version = @before",
            new { workspace.Id, workspace.Name, workspace.Language, workspace.Zone, workspace.MailLogs, stored = JsonSerializer.Serialize(calendar, Wire.Json), workspace.Version, before = workspace.Version - 1 }, 1);

    public static Task<List<Id>> Workspaces(this Session session) => session.All<Id>("select id from workspace order by id");

    private sealed record Row(Id Id, string Name, string Language, string Zone, string Calendar, bool MailLogs, int Version);
}
