using System.Threading.Channels;
using Inward.House;
using Inward.Server.House;
using Microsoft.Data.Sqlite;

namespace Inward.Server.Storage;

/// <summary>
/// One caller writes at a time, for all who wait by then: up to 64 units share a transaction and its fsync (group commit), each in
/// its own savepoint, so one that breaks a rule takes nobody along.
/// </summary>
internal sealed class SqliteWriter(Func<SqliteConnection> open, Func<SqliteConnection, PreparedStatements, Act, Unit> begin, Action forget, Bell bell) : IAsyncDisposable
{
    private const int MostUnitsInACommit = 64;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(4096);
    private readonly SemaphoreSlim writing = new(1);
    private (SqliteConnection Connection, PreparedStatements Prepared)? connected;

    public async Task<T> Write<T>(Act act, Func<Unit, Task<T>> change)
    {
        var waiting = new Waiting<T>(act, change);
        try
        {
            await queue.Writer.WriteAsync(waiting);
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreRefused("Inward is stopping. Nothing was saved; try again in a moment.", closed);
        }
        WriteForAll();
        return await waiting.Done;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        while (queue.Reader.TryPeek(out _))
        {
            await Task.Delay(1);
            WriteForAll();
        }
        await writing.WaitAsync();
        connected?.Connection.Dispose();
    }

    // A change that comes alone is written by its own caller: waking a thread for it would cost more than half of the change.
    private void WriteForAll()
    {
        if (!writing.Wait(0))
            return;
        var group = new List<Waiting>();
        try
        {
            while (group.Count < MostUnitsInACommit && queue.Reader.TryRead(out var next))
                group.Add(next);
            if (group.Count > 0)
                Commit(group);
        }
        finally
        {
            writing.Release();
        }
        // Whoever came meanwhile found somebody writing and went to wait. One of them must not be kept by writing for the others.
        if (queue.Reader.TryPeek(out _))
            ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.WriteForAll(), this, preferLocal: false);
    }

    private void Commit(List<Waiting> group)
    {
        try
        {
            var (connection, prepared) = connected ??= Connect();
            prepared.Say("begin immediate");
            // One that comes alone needs no savepoint, for which SQLite keeps every page as it was a second time.
            var kept = group is [var alone] ? Try(alone) : group.Count(TryInSavepoint) > 0;
            prepared.Say(kept ? "commit" : "rollback");

            bool Try(Waiting waiting)
            {
                var done = waiting.Try(begin(connection, prepared, waiting.Act));
                if (!done)
                    forget();
                return done;
            }

            bool TryInSavepoint(Waiting waiting)
            {
                prepared.Say("savepoint unit");
                var done = Try(waiting);
                if (!done)
                    prepared.Say("rollback to unit");
                prepared.Say("release unit");
                return done;
            }
        }
        catch (Exception failure)
        {
            var refused = SqliteTrouble.Told(failure);
            foreach (var waiting in group)
                waiting.Fail(refused);
            connected?.Connection.Dispose();
            connected = null;
            return;
        }
        foreach (var waiting in group)
            waiting.Acknowledge(bell);
    }

    private (SqliteConnection, PreparedStatements) Connect()
    {
        var connection = open();
        return (connection, new PreparedStatements(connection));
    }

    private abstract class Waiting(Act act)
    {
        public Act Act => act;

        /// <summary>False when the unit failed and must be rolled back alone.</summary>
        public abstract bool Try(Unit unit);

        public abstract void Acknowledge(Bell bell);

        public abstract void Fail(Exception failure);
    }

    private sealed class Waiting<T>(Act act, Func<Unit, Task<T>> change) : Waiting(act)
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private IReadOnlyList<Ring> rings = [];
        private Exception? failure;
        private T? result;

        public Task<T> Done => done.Task;

        public override bool Try(Unit unit)
        {
            try
            {
                result = change(unit).GetAwaiter().GetResult();
                rings = unit.Rings;
                return true;
            }
            catch (SqliteException broken) when (broken.SqliteErrorCode is 13 or 10 or 11)
            {
                throw;
            }
            catch (Exception broken)
            {
                failure = SqliteTrouble.Told(broken);
                return false;
            }
        }

        public override void Acknowledge(Bell bell)
        {
            if (failure is not null)
            {
                done.TrySetException(failure);
                return;
            }
            // Listeners first: nobody who is told that it is done meets a memory of how it was.
            foreach (var ring in rings)
                bell.Tell(ring);
            done.TrySetResult(result!);
        }

        public override void Fail(Exception refused) => done.TrySetException(failure ?? refused);
    }
}
