using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>What runs beside the requests: sealing the audit chain, doing jobs, hearing the other nodes.</summary>
public sealed class Background(Store store, Bell bell, Jobs jobs, TimeProvider clock, ILogger<Background> log) : BackgroundService
{
    private readonly ConcurrentDictionary<Id, bool> unsealed = new();

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        bell.Rang += ring => unsealed[ring.Workspace] = true;
        foreach (var workspace in await store.Read(session => session.All<Id>("select id from workspace")))
            unsealed[workspace] = true;
        await Task.WhenAll(
            Every(TimeSpan.FromMilliseconds(500), Seal, stop),
            Every(TimeSpan.FromSeconds(2), () => jobs.DoWhatIsDue(stop), stop),
            store is PostgresStore postgres ? postgres.Listen(stop) : Task.CompletedTask);
    }

    private async Task Seal()
    {
        foreach (var workspace in unsealed.Keys)
        {
            unsealed.TryRemove(workspace, out _);
            try
            {
                while (await Audit.Seal(store, workspace))
                {
                }
            }
            catch
            {
                unsealed[workspace] = true;
                throw;
            }
        }
    }

    private async Task Every(TimeSpan pause, Func<Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, clock, stop);
                await work();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                // The store may be away for a moment; the next round tries again.
                log.LogWarning(failure, "Background work failed and will be tried again");
            }
        }
    }
}
