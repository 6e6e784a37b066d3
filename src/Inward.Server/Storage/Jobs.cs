using Inward.House;

namespace Inward.Server.Storage;

/// <summary>Something to do later, as a worker holds it.</summary>
public sealed record Job(Id Workspace, Id Id, string Kind, Id? OnId, string Payload, DateTimeOffset DueAt, int Tries);

/// <summary>A kind of job. What changes records is done in the unit that finishes the job; effects outside come first and may repeat.</summary>
public interface IJobKind
{
    string Kind { get; }

    /// <summary>Effects outside of the store (a mail, a webhook): at least once, with the job's id as their stable name.</summary>
    Task Outside(Job job, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Effects inside the store, in the same unit that finishes the job: exactly once.</summary>
    Task Inside(Job job, Unit unit) => Task.CompletedTask;
}

/// <summary>
/// The job table with leases: every node takes what is due, and what a dead node had taken comes back after two minutes.
/// </summary>
public sealed class Jobs(Store store, IEnumerable<IJobKind> kinds, TimeProvider clock, ILogger<Jobs> log)
{
    private const int MostTries = 12;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly Dictionary<string, IJobKind> known = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    /// <summary>Does what is due now and says how many jobs were finished.</summary>
    public async Task<int> DoWhatIsDue(CancellationToken stop = default)
    {
        var done = 0;
        foreach (var job in await Take(clock.GetUtcNow()))
        {
            if (await Do(job, stop))
                done++;
        }
        return done;
    }

    private Task<List<Job>> Take(DateTimeOffset now) => store.Write(store.System(default), async unit =>
    {
        var due = await unit.All<Job>($"""
            select workspace, id, kind, on_id, payload, due_at, tries from job
            where due_at <= @now and (leased_until is null or leased_until < @now) and tries < {MostTries}
            order by due_at limit 20{(unit.Engine == Engine.Postgres ? " for update skip locked" : "")}
            """, new { now });
        foreach (var job in due)
            unit.Write("update job set leased_until = @until, tries = tries + 1 where workspace = @Workspace and id = @Id", new { until = now + Lease, job.Workspace, job.Id });
        return due;
    });

    private async Task<bool> Do(Job job, CancellationToken stop)
    {
        try
        {
            if (!known.TryGetValue(job.Kind, out var kind))
                throw new InvalidOperationException($"Nobody here knows jobs of the kind {job.Kind}.");
            await kind.Outside(job, stop);
            await store.Write(store.System(job.Workspace), async unit =>
            {
                unit.Write("delete from job where workspace = @Workspace and id = @Id", new { job.Workspace, job.Id }, 1);
                await kind.Inside(job, unit);
            });
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Twice as long after each try: 1, 2, 4 … minutes.
            var again = clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(2, job.Tries));
            log.LogWarning(failure, "Job {Kind} {Id} failed at try {Try}", job.Kind, job.Id, job.Tries + 1);
            await store.Write(store.System(job.Workspace), unit =>
            {
                unit.Write("update job set leased_until = null, due_at = @again, failed = @why where workspace = @Workspace and id = @Id",
                    new { again, why = failure.Message, job.Workspace, job.Id });
                return Task.CompletedTask;
            });
            return false;
        }
    }
}
