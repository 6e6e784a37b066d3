using System.Data.Common;
using Dapper;
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

    /// <summary>All rows, mapped by name to the constructor of <typeparamref name="T"/>.</summary>
    public async Task<List<T>> All<T>(string sql, object? args = null)
    {
        await using var question = await Question(sql, args);
        await using var reader = await question.Command.ExecuteReaderAsync();
        var rows = new List<T>();
        if (!reader.HasRows)
            return rows;
        var parse = reader.GetRowParser(typeof(T));
        while (await reader.ReadAsync())
            rows.Add((T)parse(reader));
        return rows;
    }

    /// <summary>The first row, or the default when there is none.</summary>
    public async Task<T?> One<T>(string sql, object? args = null)
    {
        await using var question = await Question(sql, args);
        await using var reader = await question.Command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (T)reader.GetRowParser(typeof(T))(reader) : default;
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

    private protected async ValueTask<Asked> Question(string sql, object? args)
    {
        await BeforeQuestion();
        var values = Arguments.Of(args);
        var text = Arguments.Spell(engine, sql, ref values);
        if (prepared is not null)
        {
            var command = prepared.Take(text);
            Arguments.Bind(command, values);
            return new Asked(command, Kept: true);
        }
        var fresh = ((NpgsqlConnection)connection).CreateCommand();
        fresh.CommandText = text;
        Arguments.Bind(fresh.Parameters, values);
        return new Asked(fresh, Kept: false);
    }

    private protected virtual Task BeforeQuestion() => Task.CompletedTask;

    private protected readonly record struct Asked(DbCommand Command, bool Kept) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Kept ? ValueTask.CompletedTask : Command.DisposeAsync();
    }
}

/// <summary>The statements a SQLite connection has already prepared. Not shared between threads.</summary>
public sealed class PreparedStatements(SqliteConnection connection)
{
    private readonly Dictionary<string, SqliteCommand> kept = new(StringComparer.Ordinal);

    public SqliteCommand Take(string sql)
    {
        if (kept.TryGetValue(sql, out var command))
            return command;
        // Texts are constants of the program; a list of filters makes some hundreds at most.
        if (kept.Count >= 500)
        {
            foreach (var old in kept.Values)
                old.Dispose();
            kept.Clear();
        }
        command = connection.CreateCommand();
        command.CommandText = sql;
        return kept[sql] = command;
    }
}
