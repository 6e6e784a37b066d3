using System.Text.Json;
using Inward.House;
using Inward.People;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.House;

public static class WorkspaceTable
{
    /// <summary>The first run: a company and its administrator, who signs in with a password.</summary>
    public static async Task<Person> Found(this Unit unit, Workspace workspace, Person administrator, string password, bool demo = false)
    {
        unit.Insert(workspace.Checked(), demo);
        var person = (administrator with { Administrator = true }).Checked();
        await unit.Save(person, isNew: true);
        await unit.SetPassword(person.Id, password, person.Name, person.Email, person.UserName, workspace.Name);
        unit.Append("workspace.founded", workspace.Id, new { workspace.Name, administrator = person.Id });
        return person;
    }

    public static void Insert(this Unit unit, Workspace workspace, bool demo) =>
        unit.Write("""
            insert into workspace (id, name, language, zone, calendar, made_at, demo) values (@Id, @Name, @Language, @Zone, @calendar, @Now, @demo)
            """, new { workspace.Id, workspace.Name, workspace.Language, workspace.Zone, calendar = JsonSerializer.Serialize(new { }, Wire.Json), unit.Now, demo });

    public static Task<List<Id>> Workspaces(this Session session) => session.All<Id>("select id from workspace order by id");
}
