using System.CommandLine;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>`inward import KIND FILE [--map FILE] [--dry-run]`: from this machine's disk straight into the store.</summary>
public static class ImportVerb
{
    public static Command Make(Func<ParseResult, Func<Store, Task<int>>, Task<int>> withStore)
    {
        var kind = new Argument<string>("kind") { Description = "people, customers or sales" };
        var file = new Argument<string>("file") { Description = "A CSV file; files that its map names stand beside it" };
        var map = new Option<string?>("--map") { Description = "A map of columns (docs/guide/import-maps has examples)" };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what it would do" };
        var verb = new Command("import", "Bring people, customers or sales in from a file") { kind, file, map, dry };
        verb.SetAction((said, stop) => withStore(said, async store =>
        {
            var mapFile = said.GetValue(map);
            if (mapFile is not null && !File.Exists(mapFile))
                throw new ArgumentException($"There is no file {mapFile}.");
            var source = ImportSource.OnDisk(said.GetValue(kind)!, said.GetValue(file)!, mapFile is null ? null : await File.ReadAllTextAsync(mapFile));
            var workspace = (await store.Read(s => s.Workspaces())).SingleOrDefault();
            if (workspace == default)
                throw Rule.NotNow("This store has no company yet, or several. `inward init` makes one.");
            return said.GetValue(dry) ? await Look(store, workspace, source) : await Bring(store, workspace, source);
        }));
        return verb;
    }

    private static async Task<int> Look(Store store, Id workspace, ImportSource source)
    {
        var now = TimeProvider.System.GetUtcNow();
        Tell(await store.Read(session => ImportPlan.For(session, workspace, source, source.MapOrProposal(), now)));
        Console.WriteLine("Nothing was written.");
        return 0;
    }

    private static async Task<int> Bring(Store store, Id workspace, ImportSource source)
    {
        var (id, plan) = await store.Write(new Act(workspace, null, TimeProvider.System.GetUtcNow(), "import"), unit => ImportDesk.Bring(unit, source));
        Tell(plan);
        Console.WriteLine($"Imported as {id}; it can be taken back on the page Imports.");
        return 0;
    }

    private static void Tell(ImportPlan plan)
    {
        foreach (var sentence in plan.Said)
            Console.WriteLine(sentence);
        foreach (var noticed in plan.Noticed.Take(50))
            Console.WriteLine($"  {noticed}");
        if (plan.Noticed.Count > 50)
            Console.WriteLine($"  … and {plan.Noticed.Count - 50} more.");
    }
}
