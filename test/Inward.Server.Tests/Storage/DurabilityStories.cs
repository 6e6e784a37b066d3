using System.Diagnostics;
using System.Globalization;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Microsoft.Data.Sqlite;
using Xunit.Sdk;

namespace Inward.Server.Tests.Storage;

/// <summary>
/// What is acknowledged is on disk. Killing the process proves little, for the system keeps what was written without fsync; so
/// strace watches this very process and counts.
/// </summary>
[Collection(nameof(Watched))]
public sealed class DurabilityStories
{
    [Fact]
    public async Task Each_acknowledged_group_was_synced_to_disk()
    {
        var place = await Place.New(Engine.Sqlite);
        await using var store = place.Open(new Bell(), new HouseClock());
        var file = Path.Combine(place.Data!, "inward.db-wal");
        (await Syncs(file, async () =>
        {
            for (var i = 0; i < 25; i++)
                await Write(store);
        })).ShouldBeGreaterThanOrEqualTo(25);
        // 640 at once, each from a thread of the pool as requests come, share transactions of at most 64, and so the wait for the disk.
        (await Syncs(file, () => Task.WhenAll(Enumerable.Range(0, 640).Select(_ => Task.Run(() => Write(store)))))).ShouldBeInRange(10, 320);
    }

    [Fact]
    public async Task Whoever_does_not_sync_is_found_out()
    {
        var file = Path.Combine(Place.NewFolder(), "careless.db");
        await using var careless = new SqliteConnection($"Data Source={file};Pooling=false");
        await careless.OpenAsync();
        Say("pragma journal_mode=wal; pragma synchronous=off; create table t (i integer)");
        (await Syncs($"{file}-wal", () =>
        {
            for (var i = 0; i < 25; i++)
                Say("insert into t values (1)");
            return Task.CompletedTask;
        })).ShouldBe(0);

        void Say(string sql)
        {
            using var command = careless.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static Task Write(Store store) => store.Write(store.System(Cast.Osterfenn), unit => Task.FromResult(unit.Append("sync.counted", Cast.Warehouse, new { })));

    private static async Task<int> Syncs(string file, Func<Task> work)
    {
        var (log, probe) = (Path.Combine(Place.NewFolder(), "log"), Path.Combine(Place.NewFolder(), "probe"));
        using var strace = Start(log);
        await using (var probing = File.Create(probe))
        {
            for (var i = 0; !(File.Exists(log) && (await File.ReadAllTextAsync(log)).Contains(probe, StringComparison.Ordinal)); i++)
            {
                if (strace.HasExited || i > 200)
                    throw SkipException.ForSkip("strace may not watch this process here.");
                await Task.Delay(50);
                probing.Flush(flushToDisk: true);
            }
        }
        await work();
        using (var stop = Process.Start("kill", ["-INT", strace.Id.ToString(CultureInfo.InvariantCulture)]))
            await stop.WaitForExitAsync();
        await strace.WaitForExitAsync();
        return (await File.ReadAllLinesAsync(log)).Count(line => line.Contains($"sync(", StringComparison.Ordinal) && line.Contains($"<{file}>", StringComparison.Ordinal));
    }

    private static Process Start(string log)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync", "-o", log, "-p", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
            {
                RedirectStandardError = true, UseShellExecute = false,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw SkipException.ForSkip("strace is not installed.");
        }
    }
}

/// <summary>Watching slows every call to the system: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(Watched), DisableParallelization = true)]
public sealed class Watched;
