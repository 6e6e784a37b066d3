using System.Collections.Concurrent;
using System.Data.Common;
using Inward.House;
using Inward.Server.House;
using Microsoft.Data.Sqlite;

namespace Inward.Server.Storage;

/// <summary>SQLite in WAL mode with synchronous=FULL: as many readers as ask at once, and one <see cref="SqliteWriter"/>.</summary>
public sealed class SqliteStore : Store
{
    private readonly string source;
    private readonly TimeSpan patience;
    private readonly ConcurrentBag<Reader> readers = [];
    private readonly SqliteWriter writer;

    /// <param name="patience">How long to wait for another program that holds the database; 15 seconds when left out.</param>
    public SqliteStore(string file, Bell bell, TimeProvider clock, TimeSpan? patience = null)
        : base(bell, clock)
    {
        SQLitePCL.Batteries_V2.Init();
        File = file;
        this.patience = patience ?? TimeSpan.FromSeconds(15);
        source = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = Math.Max(1, (int)this.patience.TotalSeconds) }.ToString();
        writer = new SqliteWriter(() => Open(), (connection, prepared, act) => new Unit(Engine.Sqlite, connection, prepared, act) { Heard = Heard, Who = Who }, Who.Forget, bell);
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
            throw SqliteTrouble.Told(failure);
        }
    }

    public override async Task<T> Write<T>(Act act, Func<Unit, Task<T>> change)
    {
        try
        {
            return await writer.Write(act, change);
        }
        catch (SqliteException taken) when (SqliteTrouble.IsTaken(taken))
        {
            // There is one of this key already. The change looks again, and a rule says what is wrong.
            return await writer.Write(act, change);
        }
    }

    internal override async Task Administer(Func<DbConnection, Task> work)
    {
        await using var connection = Open();
        await work(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
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
}
