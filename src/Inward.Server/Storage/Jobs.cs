using System.Buffers.Binary;
using System.Collections.Concurrent;
using Inward.House;

namespace Inward.Server.Storage;

/// <summary>Something to do later, as a worker holds it.</summary>
public sealed record Job(Id Workspace, Id Id, string Kind, Id? OnId, string Payload, DateTimeOffset DueAt, int Tries)
{
    /// <summary>When it was put down, as its id says: every try moves the time it is due.</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(Id.Value.ToByteArray(bigEndian: true)) >> 16);
}

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

    // They share commits, and a slow mail server holds up one of them.
    private const int AtOnce = 4;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private readonly Dictionary<string, IJobKind> known = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    /// <summary>Does what is due now, until nothing is left, and says how many jobs were finished.</summary>
    public async Task<int> DoWhatIsDue(CancellationToken stop = default)
    {
        var done = 0;
        while (await Take(clock.GetUtcNow()) is { Count: > 0 } taken)
        {
            var idle = new ConcurrentQueue<Job>();
            await Parallel.ForEachAsync(taken, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (job, _) =>
            {
                var outside = Outside(job, stop);
                if (outside is { IsCompletedSuccessfully: true, Result: true })
                    idle.Enqueue(job);
                else if (await outside)
                    Interlocked.Add(ref done, await Finish([job]));
            });
            // They had nothing to do outside, as notices have on a server without mail, and share one commit.
            foreach (var together in idle.GroupBy(job => job.Workspace))
                done += await Finish([.. together]);
        }
        return done;
    }

    // Only what this node knows: one of the next release may have added kinds already. A silent workspace, fresh from a backup, waits.
    private Task<List<Job>> Take(DateTimeOffset now) => known.Count == 0 ? Task.FromResult(new List<Job>()) : store.Write(store.System(default), unit => unit.All<Job>($"""
        with due as materialized (
          select workspace, id from job
          where due_at <= @now and (leased_until is null or leased_until < @now) and tries < {MostTries} and kind in @kinds
            and not exists (select 1 from workspace w where w.id = job.workspace and w.silent = 1)
          order by due_at limit 40{(unit.Engine == Engine.Postgres ? " for update skip locked" : "")})
        update job set leased_until = @until, tries = tries + 1 from due where job.workspace = due.workspace and job.id = due.id
        returning job.workspace, job.id, kind, on_id, payload, due_at, tries - 1 as tries
        """, new { now, until = now + Lease, kinds = known.Keys }));

    private async Task<bool> Outside(Job job, CancellationToken stop)
    {
        try
        {
            await known[job.Kind].Outside(job, stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await PutOff(job, clock.GetUtcNow(), null);
            throw;
        }
        catch (Exception failure)
        {
            await Failed(job, failure);
            return false;
        }
    }

    private async Task<int> Finish(IReadOnlyList<Job> jobs)
    {
        try
        {
            await store.Write(store.System(jobs[0].Workspace), async unit =>
            {
                foreach (var job in jobs)
                {
                    // Whoever deletes the row has done the job: a second worker, after a lease ran out, finds it gone and changes nothing.
                    unit.Write("delete from job where workspace = @Workspace and id = @Id", new { job.Workspace, job.Id }, 1);
                    await known[job.Kind].Inside(job, unit);
                }
            });
            return jobs.Count;
        }
        catch when (jobs.Count > 1)
        {
            // One that cannot be finished does not hold up the others.
            var done = 0;
            foreach (var job in jobs)
                done += await Finish([job]);
            return done;
        }
        catch (Exception failure)
        {
            await Failed(jobs[0], failure);
            return 0;
        }
    }

    private Task Failed(Job job, Exception failure)
    {
        log.LogWarning(failure, "Job {Kind} {Id} failed at try {Try}", job.Kind, job.Id, job.Tries + 1);
        // Twice as long after each try: 1, 2, 4 … minutes.
        return PutOff(job, clock.GetUtcNow() + TimeSpan.FromMinutes(Math.Pow(2, job.Tries)), failure.Message);
    }

    private Task PutOff(Job job, DateTimeOffset until, string? why) => store.Write(store.System(job.Workspace), unit =>
    {
        unit.Write("update job set leased_until = null, due_at = @until, failed = @why where workspace = @Workspace and id = @Id",
            new { until, why, job.Workspace, job.Id });
        return Task.CompletedTask;
    });
}
