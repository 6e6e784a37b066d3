using System.Security.Cryptography;
using Inward.House;
using Inward.House.Imports;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Imports;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>
/// Brings logs of events in. What a log says already is not added again, so the same file twice, or one that overlaps the last, adds
/// only what is new. Files are read once through and never held.
/// </summary>
public static class LogKeeping
{
    /// <summary>What the file would bring; nothing is written.</summary>
    public static ImportPlan Look(ImportSource source, DateOnly today)
    {
        var (file, open) = (new LogFile(source, new LogWords(), new Hands([]), today), new OpenCases());
        foreach (var _ in file.Into(open))
            open.Forget();
        return new ImportPlan([file.Says(), new Sentence("They go to the log “{0}”.", source.LogName())], file.Noticed(), []);
    }

    public static async Task<ImportPlan> Keep(Unit unit, Id import, ImportSource source, DateOnly today)
    {
        var (log, words, hands, isNew) = await LogOf(unit, source.LogName());
        var (file, open) = (new LogFile(source, words, hands, today), new OpenCases());
        var (part, added) = (0, 0L);
        foreach (var _ in file.Into(open))
        {
            if (!isNew)
                await WithoutKnown(unit, log, import, open);
            added += await Keep(unit, log, import, part++, open);
            open.Forget();
        }
        unit.Save(log, words);
        unit.KeepImport(import, log, added);
        await LogCounting.Count(unit, log, words);
        return new ImportPlan([file.Says(), new Sentence("Of these, {0} are new in the log “{1}”.", added, source.LogName())], file.Noticed(), []) { Events = added };
    }

    /// <summary>As if the file had not been brought in; a log of which nothing is left goes with it.</summary>
    public static async Task TakeBack(Unit unit, Id import)
    {
        if (await unit.LogOf(unit.Workspace, import) is not { } log)
            return;
        unit.Write("delete from passage_case where workspace = @Workspace and log = @log and import = @import", new { unit.Workspace, log, import });
        unit.Write("delete from passage_import where workspace = @Workspace and import = @import", new { unit.Workspace, import });
        if (await unit.Count("select count(*) from passage_import where workspace = @Workspace and log = @log", new { unit.Workspace, log }) > 0)
        {
            await LogCounting.Count(unit, log, await unit.WordsOf(unit.Workspace, log));
            return;
        }
        foreach (var table in new[] { "passage_case", "passage_cut", "passage_word", "passage_pair" })
            unit.Write($"delete from {table} where workspace = @Workspace and log = @log", new { unit.Workspace, log });
        unit.Write("delete from passage_log where workspace = @Workspace and id = @log", new { unit.Workspace, log });
    }

    private static async Task<(Id Log, LogWords Words, Hands Hands, bool IsNew)> LogOf(Unit unit, string name)
    {
        if (name == OwnSales.LogName)
            throw Rule.Invalid("log", new Sentence("The log “{0}” is told by your own sales. Give this one another name.", name));
        if (await unit.LogNamed(unit.Workspace, name) is var (known, salt))
            return (known, await unit.WordsOf(unit.Workspace, known), new Hands(salt), false);
        var (log, secret) = (Id.New(unit.Now), RandomNumberGenerator.GetBytes(16));
        unit.Begin(log, name, secret);
        return (log, new LogWords(), new Hands(secret), true);
    }

    /// <summary>Leaves of the open cases what no other file has told.</summary>
    private static async Task WithoutKnown(Unit unit, Id log, Id import, OpenCases open)
    {
        await foreach (var (@case, kept) in KeptCases.Of(unit, unit.Workspace, log, import))
        {
            if (!open.Cases.TryGetValue(@case, out var told))
                continue;
            var added = new KnownPassings(kept).NewOf(told);
            told.Clear();
            told.AddRange(added);
        }
    }

    private static async Task<long> Keep(Unit unit, Id log, Id import, int part, OpenCases open)
    {
        var cases = open.Cases.Where(one => one.Value.Count > 0).OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        await unit.Keep(log, import, part, cases.Select(one => (one.Key, PackedCase.Pack(one.Value))));
        return cases.Sum(one => (long)one.Value.Count(passing => passing.Stage != 0));
    }
}
