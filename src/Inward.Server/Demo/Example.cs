using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Demo;

/// <summary>Loads the invented company into an empty store, in one unit.</summary>
public sealed class Example(Store store)
{
    public Task Load(DateTimeOffset now)
    {
        var workspace = new Workspace(Id.New(now), "Example", "en", "Europe/Berlin");
        return store.Write(new Act(workspace.Id, null, now, "import"), async unit =>
        {
            await unit.Found(workspace, new Inward.People.Person(workspace.Id, Id.New(now), "Admin") { Email = "admin@example.example" }, "correct horse battery", demo: true);
        });
    }
}
