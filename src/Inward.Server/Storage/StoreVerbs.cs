using System.CommandLine;
using Inward.House;
using Inward.Server.Accounts;
using Inward.Server.House;

namespace Inward.Server.Storage;

/// <summary>What an operator does with the store itself: backup, restore, check, silent.</summary>
public static class StoreVerbs
{
    public static IEnumerable<Command> All()
    {
        var file = new Argument<string>("FILE") { Description = "The backup: one zip file" };
        yield return Verb("backup", "Write everything to FILE while others go on working. It holds secrets: keep it safe", (store, said) => TakeBackup(store, said.GetValue(file)!), file);
        var from = new Argument<string>("FILE") { Description = "The backup to bring back" };
        var list = new Option<string?>("--erased") { Description = $"Who is erased again: a list as `inward erased` prints it; {TidyJob.ListName} in the folder of the records when left out" };
        var restore = Verb("restore", "Bring FILE into an empty store of either kind; the copy sends nothing until `silent off`", (store, said) => Bring(store, said.GetValue(from)!, said.GetValue(list)), from);
        restore.Add(list);
        yield return restore;
        yield return Verb("erased", "Of whom nothing is known any more: keep the list beside your backups", async (store, said) =>
        {
            foreach (var erased in await store.Read(ErasureDesk.All))
                Console.WriteLine(TidyJob.Line(erased));
            return 0;
        });
        yield return Verb("check", "Read the whole store and say what does not fit together", (store, said) => Look(store));
        var state = new Argument<string>("on|off") { Description = "on: no mail, no webhook, no reminder. off: send again, also what waited" };
        state.AcceptOnlyFromAmong("on", "off");
        yield return Verb("silent", "Whether Inward does things by itself", (store, said) => Silence(store, said.GetValue(state) == "on"), state);
    }

    private static async Task<int> TakeBackup(Store store, string file)
    {
        var manifest = await Backup.Take(store, Path.GetFullPath(file), TimeProvider.System.GetUtcNow());
        Console.WriteLine($"{file}: {manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables, schema {manifest.Schema}.");
        return 0;
    }

    private static async Task<int> Bring(Store store, string file, string? list)
    {
        list ??= store is SqliteStore kept && Path.Combine(Path.GetDirectoryName(kept.File)!, TidyJob.ListName) is var beside && File.Exists(beside) ? beside : null;
        var toErase = list is null ? [] : TidyJob.Read(list).ToList();
        using var alone = store is SqliteStore sqlite ? OnlyServer.Of(Path.GetDirectoryName(sqlite.File)!) : null;
        var manifest = await Restore.From(store, Path.GetFullPath(file));
        await EraseAgain(store, toErase);
        Console.WriteLine($"{manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables, as they were on {manifest.MadeAt:yyyy-MM-dd HH:mm} UTC. It is silent: `inward silent off` lets it send mail again.");
        return 0;
    }

    private static async Task EraseAgain(Store store, List<Erased> toErase)
    {
        var again = 0;
        foreach (var erased in toErase)
            again += await store.Write(new Act(erased.Workspace, null, TimeProvider.System.GetUtcNow(), "cli"), unit => ErasureDesk.Again(unit, erased)) ? 1 : 0;
        if (again == 0)
            return;
        await TidyJob.Tidy(store);
        Console.WriteLine($"Erased again, as they had been after this backup was made: {again}.");
    }

    private static async Task<int> Look(Store store)
    {
        var found = await Check.Run(store);
        foreach (var line in found.Notes.Concat(found.Faults))
            Console.WriteLine(line);
        Console.WriteLine(found.Faults.Count == 0 ? "Everything fits together." : $"{found.Faults.Count} faults.");
        return found.Faults.Count == 0 ? 0 : 1;
    }

    private static async Task<int> Silence(Store store, bool silent)
    {
        foreach (var workspace in await store.Read(s => s.Workspaces()))
        {
            await store.Write(new Act(workspace, null, TimeProvider.System.GetUtcNow(), "cli"), unit =>
            {
                unit.Write("update workspace set silent = @silent where id = @workspace and silent <> @silent", new { workspace, silent });
                unit.Append(silent ? "workspace.silenced" : "workspace.unsilenced", workspace, new { });
                return Task.CompletedTask;
            });
        }
        Console.WriteLine(silent ? "Inward sends nothing by itself now." : "Inward sends again.");
        return 0;
    }

    private static Command Verb(string name, string description, Func<Store, ParseResult, Task<int>> work, params Argument[] arguments)
    {
        var verb = new Command(name, description);
        foreach (var argument in arguments)
            verb.Add(argument);
        verb.SetAction((said, _) => Verbs.Guarded(() => Verbs.WithStore(said, store => work(store, said), mustExist: name != "restore")));
        return verb;
    }
}
