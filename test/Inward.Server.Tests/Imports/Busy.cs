using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>Somebody who writes for as long as it takes, so that others who would write wait.</summary>
public sealed class Busy : IAsyncDisposable
{
    private readonly TaskCompletionSource goes = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task work = Task.CompletedTask;

    public static async Task<Busy> With(TestHouse house)
    {
        var (busy, begun) = (new Busy(), new TaskCompletionSource());
        busy.work = Task.Run(() => house.Store.Write(new Act(Cast.Osterfenn, null, house.Clock.GetUtcNow(), "system"), async unit =>
        {
            await unit.OneAtATime();
            begun.SetResult();
            await busy.goes.Task;
        }));
        await begun.Task;
        return busy;
    }

    public async ValueTask DisposeAsync()
    {
        goes.SetResult();
        await work;
    }
}
