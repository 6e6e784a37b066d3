using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Inward.House;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Inward.Server.Storage;

/// <summary>
/// Binds an anonymous object to the @names of a statement. Ids are 16 bytes on SQLite and uuid on PostgreSQL, instants are
/// milliseconds since 1970 (UTC), days are ISO text: so one text of SQL serves both.
/// </summary>
internal static class Arguments
{
    private static readonly ConcurrentDictionary<Type, (string Name, Func<object, object?> Value)[]> Known = new();

    public static (string Name, object? Value)[] Of(object? args)
    {
        if (args is null)
            return [];
        var readers = Known.GetOrAdd(args.GetType(), ReadersOf);
        var values = new (string, object?)[readers.Length];
        for (var i = 0; i < readers.Length; i++)
            values[i] = (readers[i].Name, readers[i].Value(args));
        return values;
    }

    private static (string, Func<object, object?>)[] ReadersOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p =>
        {
            var boxed = Expression.Parameter(typeof(object));
            var body = Expression.Convert(Expression.Property(Expression.Convert(boxed, type), p), typeof(object));
            return (p.Name, Expression.Lambda<Func<object, object?>>(body, boxed).Compile());
        })];

    /// <summary>Spells out `in @list` for the engine: `= any(@list)` on PostgreSQL, one name a value on SQLite.</summary>
    public static string Spell(Engine engine, string sql, ref (string Name, object? Value)[] args)
    {
        if (Array.TrueForAll(args, a => a.Value is not IEnumerable<Id> and not IEnumerable<string> || a.Value is string))
            return sql;
        var flat = new List<(string, object?)>();
        foreach (var (name, value) in args)
        {
            if (value is string || value is not (IEnumerable<Id> or IEnumerable<string>))
            {
                flat.Add((name, value));
                continue;
            }
            if (engine == Engine.Postgres)
            {
                sql = sql.Replace($"in @{name}", $"= any(@{name})", StringComparison.Ordinal);
                flat.Add((name, value));
                continue;
            }
            var values = value is IEnumerable<Id> ids ? ids.Select(id => (object?)id).ToList() : [.. (IEnumerable<string>)value];
            // Pad to a power of two: a handful of texts then serves lists of every length, and stays prepared.
            var size = 1;
            while (size < values.Count)
                size *= 2;
            var names = new StringBuilder("in (");
            for (var i = 0; i < size; i++)
            {
                names.Append(i == 0 ? "@" : ",@").Append(name).Append('_').Append(i);
                flat.Add(($"{name}_{i}", values.Count == 0 ? null : values[Math.Min(i, values.Count - 1)]));
            }
            sql = sql.Replace($"in @{name}", names.Append(')').ToString(), StringComparison.Ordinal);
        }
        args = [.. flat];
        return sql;
    }

    public static void Bind(SqliteCommand command, (string Name, object? Value)[] args)
    {
        foreach (var (name, value) in args)
        {
            var stored = ForSqlite(value);
            var at = command.Parameters.IndexOf("@" + name);
            if (at >= 0)
                command.Parameters[at].Value = stored;
            else
                command.Parameters.Add(new SqliteParameter("@" + name, stored));
        }
    }

    public static void Bind(NpgsqlParameterCollection parameters, (string Name, object? Value)[] args)
    {
        foreach (var (name, value) in args)
            parameters.Add(ForPostgres(name, value));
    }

    private static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Id id => id.Value.ToByteArray(bigEndian: true),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        DateOnly day => day.ToString("O"),
        bool flag => flag ? 1L : 0L,
        Enum word => word.ToString().ToLowerInvariant(),
        _ => value,
    };

    private static NpgsqlParameter ForPostgres(string name, object? value) => value switch
    {
        null => new NpgsqlParameter(name, DBNull.Value),
        Id id => new NpgsqlParameter<Guid>(name, NpgsqlDbType.Uuid) { TypedValue = id.Value },
        DateTimeOffset instant => new NpgsqlParameter<long>(name, NpgsqlDbType.Bigint) { TypedValue = instant.ToUnixTimeMilliseconds() },
        DateOnly day => new NpgsqlParameter<string>(name, NpgsqlDbType.Text) { TypedValue = day.ToString("O") },
        bool flag => new NpgsqlParameter<int>(name, NpgsqlDbType.Integer) { TypedValue = flag ? 1 : 0 },
        Enum word => new NpgsqlParameter<string>(name, NpgsqlDbType.Text) { TypedValue = word.ToString().ToLowerInvariant() },
        string text => new NpgsqlParameter<string>(name, NpgsqlDbType.Text) { TypedValue = text },
        int number => new NpgsqlParameter<int>(name, NpgsqlDbType.Integer) { TypedValue = number },
        long number => new NpgsqlParameter<long>(name, NpgsqlDbType.Bigint) { TypedValue = number },
        IEnumerable<Id> ids => new NpgsqlParameter<Guid[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = [.. ids.Select(id => id.Value)] },
        byte[] bytes => new NpgsqlParameter<byte[]>(name, NpgsqlDbType.Bytea) { TypedValue = bytes },
        IEnumerable<string> texts => new NpgsqlParameter<string[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = [.. texts] },
        _ => new NpgsqlParameter(name, value),
    };
}
