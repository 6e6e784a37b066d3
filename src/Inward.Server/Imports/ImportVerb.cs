using System.CommandLine;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.Accounts;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>`inward import KIND FILE [--map FILE] [--dry-run]`: from this machine's disk straight into the store.</summary>
public static class ImportVerb
{
    // What does not fit on a screen is on the page Imports.
    private const int MostLines = 50;

    public static Command Make(Func<ParseResult, Func<Store, Task<int>>, Task<int>> withStore)
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", ImportKind.All.Select(k => k.Name)) };
        var file = new Argument<string>("file") { Description = "A CSV file (a log of events may be XES); files that its map names stand beside it" };
        var map = new Option<string?>("--map") { Description = "A map of columns (docs/guide/import-maps has examples)" };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what it would do" };
        var company = new Option<string?>("--workspace") { Description = "Which company, by name or id, when there are several" };
        var verb = new Command("import", "Bring records in from a file") { kind, file, map, dry, company };
        verb.SetAction((said, stop) => withStore(said, async store =>
        {
            var mapFile = said.GetValue(map);
            if (mapFile is not null && !File.Exists(mapFile))
                throw new ArgumentException($"There is no file {mapFile}.");
            var workspace = await store.Read(session => session.CompanyMeant(said.GetValue(company)));
            var source = ImportSource.OnDisk(said.GetValue(kind)!, said.GetValue(file)!, mapFile is null ? null : await File.ReadAllTextAsync(mapFile), await store.Read(session => session.CompanyFields(workspace)));
            var t = Tongue.OfTerminal();
            Console.WriteLine(await Watched(source, t, watched => said.GetValue(dry) ? Look(store, workspace, watched, t) : Bring(store, workspace, watched, t)));
            return 0;
        }));
        return verb;
    }

    private static async Task<string> Watched(ImportSource source, Tongue t, Func<ImportSource, Task<string>> read)
    {
        using var progress = new Progress(t);
        return await read(progress.Of(source));
    }

    private static async Task<string> Look(Store store, Id workspace, ImportSource source, Tongue t)
    {
        var now = TimeProvider.System.GetUtcNow();
        Tell(await store.Read(session => ImportPlan.For(session, workspace, source, now)), t);
        return t["Nothing was written."];
    }

    private static async Task<string> Bring(Store store, Id workspace, ImportSource source, Tongue t)
    {
        var (import, plan) = await store.Write(new Act(workspace, null, TimeProvider.System.GetUtcNow(), "import"), unit => ImportDesk.Bring(unit, source));
        Tell(plan, t);
        return t["Imported as {0}; it can be taken back on the page Imports.", import.Id];
    }

    private static void Tell(ImportPlan plan, Tongue t)
    {
        foreach (var sentence in plan.Said)
            Console.WriteLine(t[sentence]);
        foreach (var noticed in plan.Noticed.Take(MostLines))
            Console.WriteLine($"  {Where(noticed, t)}{t[noticed.Sentence]}");
        if (plan.Noticed.Count > MostLines)
            Console.WriteLine($"  {t["And {0} more lines like these.", plan.Noticed.Count - MostLines]}");
    }

    private static string Where(Noticed noticed, Tongue t) =>
        noticed.File.Length == 0 ? "" : noticed.Row == 0 ? $"{noticed.File}: " : $"{t["{0}, row {1}", noticed.File, noticed.Row]}: ";
}
