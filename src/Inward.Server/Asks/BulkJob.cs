using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Goes on with a bulk change where its request stopped, or where a server died.</summary>
public sealed class BulkJob(Store store, TimeProvider clock) : IJobKind
{
    public const string Name = "bulk";

    // Less than a job is leased for. Whatever is left has another one.
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    public string Kind => Name;

    public Task Outside(Job job, CancellationToken stop) => BulkDesk.Go(store, clock, job.Workspace, job.OnId!.Value, AtMost);

    public async Task Inside(Job job, Unit unit)
    {
        if (await unit.Count("select count(*) from bulk_ask where workspace = @Workspace and bulk = @OnId and state in ('waiting', 'undoing')", new { job.Workspace, job.OnId }) > 0)
            unit.DoLater(Name, job.OnId, new { }, unit.Now);
    }
}
