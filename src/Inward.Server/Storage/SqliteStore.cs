using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.Channels;
using Inward.House;
using Inward.Server.House;
using Microsoft.Data.Sqlite;

namespace Inward.Server.Storage;

/// <summary>
/// SQLite in WAL mode with synchronous=FULL. One caller writes at a time, for all who wait by then: up to 64 units share a
/// transaction and its fsync (group commit), each in its own savepoint, so one that breaks a rule takes nobody along.
/// </summary>
public sealed class SqliteStore : Store
{
    private const int MostUnitsInACommit = 64;
    private readonly string source;
    private readonly TimeSpan patience;
    private readonly ConcurrentBag<Reader> readers = [];
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(4096);
    private readonly SemaphoreSlim writing = new(1);
    private (SqliteConnection Connection, PreparedStatements Prepared)? writer;

    /// <param name="patience">How long to wait for another program that holds the database; 15 seconds when left out.</param>
    public SqliteStore(string file, Bell bell, TimeProvider clock, TimeSpan? patience = null)
        : base(bell, clock)
    {
        SQLitePCL.Batteries_V2.Init();
        File = file;
        this.patience = patience ?? TimeSpan.FromSeconds(15);
        source = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = Math.Max(1, (int)this.patience.TotalSeconds) }.ToString();
    }

    public override Engine Engine => Engine.Sqlite;

    public string File { get; }

    public override async Task<T> Read<T>(Func<Session, Task<T>> ask)
    {
        Reader? reader = null;
        try
        {
            if (!readers.TryTake(out reader))
                reader = new Reader(Open("query_only=1"), (sql, args) => Heard?.Invoke(sql, args), Who);
            // One moment for all that is asked: a list and its count then agree.
            reader.Say("begin");
            var answer = await ask(reader.Session);
            reader.Say("commit");
            readers.Add(reader);
            return answer;
        }
        catch (BrokenRule)
        {
            reader!.Say("rollback");
            readers.Add(reader);
            throw;
        }
        catch (Exception failure)
        {
            reader?.Connection.Dispose();
            throw Translated(failure);
        }
    }

    public override async Task<T> Write<T>(Act act, Func<Unit, Task<T>> change)
    {
        try
        {
            return await WriteOnce(act, change);
        }
        catch (SqliteException taken) when (taken.SqliteExtendedErrorCode is 1555 or 2067)
        {
            // There is one of this key already. The change looks again, and a rule says what is wrong.
            return await WriteOnce(act, change);
        }
    }

    private async Task<T> WriteOnce<T>(Act act, Func<Unit, Task<T>> change)
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

    internal override async Task Administer(Func<DbConnection, Task> work)
    {
        await using var connection = Open();
        await work(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        while (queue.Reader.TryPeek(out _))
        {
            await Task.Delay(1);
            WriteForAll();
        }
        await writing.WaitAsync();
        writer?.Connection.Dispose();
        while (readers.TryTake(out var reader))
            await reader.Connection.DisposeAsync();
    }

    private SqliteConnection Open(string? also = null)
    {
        var connection = new SqliteConnection(source);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"""
            pragma busy_timeout={patience.TotalMilliseconds:0}; pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on;
            pragma cache_size=-8000; pragma temp_store=memory; pragma journal_size_limit=67108864;
            """) + (also is null ? "" : $" pragma {also};");
        command.ExecuteNonQuery();
        return connection;
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
            ThreadPool.UnsafeQueueUserWorkItem(static store => store.WriteForAll(), this, preferLocal: false);
    }

    private void Commit(List<Waiting> group)
    {
        try
        {
            var (connection, prepared) = writer ??= Writer();
            prepared.Say("begin immediate");
            // One that comes alone needs no savepoint, for which SQLite keeps every page as it was a second time.
            var kept = group is [var alone] ? Try(alone) : group.Count(TryInSavepoint) > 0;
            prepared.Say(kept ? "commit" : "rollback");

            bool Try(Waiting waiting)
            {
                var done = waiting.Try(new Unit(Engine.Sqlite, connection, prepared, waiting.Act) { Heard = Heard, Who = Who });
                if (!done)
                    Who.Forget();
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
            var refused = Translated(failure);
            foreach (var waiting in group)
                waiting.Fail(refused);
            writer?.Connection.Dispose();
            writer = null;
            return;
        }
        foreach (var waiting in group)
            waiting.Acknowledge(Bell);
    }

    private (SqliteConnection, PreparedStatements) Writer()
    {
        var connection = Open();
        return (connection, new PreparedStatements(connection));
    }

    private static Exception Translated(Exception failure) => failure is SqliteException { SqliteErrorCode: var code } sqlite && code switch
    {
        13 => "The disk is full. Nothing was saved; free some space and try again.",
        10 => "The disk could not be written. Nothing was saved.",
        5 or 6 => "Another program holds the database. Nothing was saved; try again in a moment.",
        8 => "The database can only be read here. Nothing was saved.",
        11 or 26 => "The database file is damaged. Restore a backup; `inward check` says more.",
        14 => "The database file could not be opened.",
        _ => null,
    } is { } sentence ? new StoreRefused(sentence, sqlite) : failure;

    private sealed class Reader
    {
        private readonly PreparedStatements prepared;

        public Reader(SqliteConnection connection, Action<string, object?> heard, WhoIsWho who)
        {
            prepared = new PreparedStatements(connection);
            Connection = connection;
            Session = new Session(Engine.Sqlite, connection, prepared) { Heard = heard, Who = who };
        }

        public SqliteConnection Connection { get; }

        public Session Session { get; }

        public void Say(string sql) => prepared.Say(sql);
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
                failure = Translated(broken);
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
