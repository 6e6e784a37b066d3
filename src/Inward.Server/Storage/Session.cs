using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Inward.Server.Storage;

/// <summary>
/// One connection to ask questions on. The same text of SQL runs on both engines; on SQLite statements stay prepared with
/// their connection, on PostgreSQL the driver prepares them.
/// </summary>
public class Session(Engine engine, DbConnection connection, PreparedStatements? prepared)
{
    public Engine Engine => engine;

    protected DbConnection Connection => connection;

    /// <summary>Hears every statement that is said to the engine.</summary>
    internal Action<string, object?>? Heard { get; init; }

    public required WhoIsWho Who { get; init; }

    /// <summary>All rows, each read by <see cref="Rows"/> as <typeparamref name="T"/>.</summary>
    public async Task<List<T>> All<T>(string sql, object? args = null)
    {
        await using var question = await Question(sql, args);
        await using var reader = await question.Command.ExecuteReaderAsync();
        var rows = new List<T>();
        if (!reader.HasRows)
            return rows;
        var read = question.Statement.Rows<T>(engine, reader);
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first row, or the default when there is none.</summary>
    public async Task<T?> One<T>(string sql, object? args = null)
    {
        await using var question = await Question(sql, args);
        await using var reader = await question.Command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? question.Statement.Rows<T>(engine, reader)(reader) : default;
    }

    /// <summary>A count or another single number; 0 when there is no row.</summary>
    public async Task<long> Count(string sql, object? args = null)
    {
        await using var question = await Question(sql, args);
        return await question.Command.ExecuteScalarAsync() switch
        {
            null or DBNull => 0,
            var number => Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private async ValueTask<Asked> Question(string sql, object? args)
    {
        await BeforeQuestion();
        Heard?.Invoke(sql, args);
        var (statement, values) = Arguments.Of(engine, sql, args);
        if (prepared is not null)
            return new Asked(statement, prepared.Take(statement, values), Kept: true);
        var fresh = ((NpgsqlConnection)connection).CreateCommand();
        fresh.CommandText = statement.Text;
        statement.Bind(fresh.Parameters, values);
        return new Asked(statement, fresh, Kept: false);
    }

    private protected virtual Task BeforeQuestion() => Task.CompletedTask;

    private readonly record struct Asked(Statement Statement, DbCommand Command, bool Kept) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Kept ? ValueTask.CompletedTask : Command.DisposeAsync();
    }
}

/// <summary>The statements a SQLite connection has already prepared. Not shared between threads.</summary>
public sealed class PreparedStatements(SqliteConnection connection)
{
    private readonly Dictionary<Statement, SqliteCommand> kept = [];

    internal SqliteCommand Take(Statement statement, object?[] values)
    {
        if (!kept.TryGetValue(statement, out var command))
        {
            Forget(most: 500);
            command = connection.CreateCommand();
            command.CommandText = statement.Text;
            kept[statement] = command;
        }
        statement.Bind(command, values);
        return command;
    }

    /// <summary>A statement without arguments: begin, commit.</summary>
    public void Say(string sql) => Take(Arguments.Of(Engine.Sqlite, sql, null).Statement, []).ExecuteNonQuery();

    private void Forget(int most)
    {
        if (kept.Count < most)
            return;
        foreach (var old in kept.Values)
            old.Dispose();
        kept.Clear();
    }
}
