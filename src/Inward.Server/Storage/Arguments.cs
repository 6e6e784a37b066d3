using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inward.House;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Inward.Server.Storage;

/// <summary>
/// Binds an anonymous object to the @names of a statement. Ids are 16 bytes on SQLite and uuid on PostgreSQL, instants are
/// milliseconds since 1970 (UTC), days and times of day are ISO text: so one text of SQL serves both.
/// </summary>
internal static class Arguments
{
    private static readonly ConcurrentDictionary<Type, Argument[]> Known = new();

    private sealed record Argument(string Name, Type Type, bool IsList, Func<object, object?> Value);

    /// <summary>The statement as the engine takes it, and its values in the order of the properties of <paramref name="args"/>.</summary>
    public static (Statement Statement, object?[] Values) Of(Engine engine, string sql, object? args)
    {
        var type = args?.GetType() ?? typeof(object);
        var known = Known.GetOrAdd(type, Read);
        var values = new object?[known.Length];
        ulong shape = 0;
        for (var i = 0; i < known.Length; i++)
        {
            values[i] = known[i].Value(args!);
            // Here for every door and both engines: PostgreSQL fails on such text, SQLite would keep something else.
            if (values[i] is string text && !Text.IsWhole(text))
                throw Rule.Invalid(JsonNamingPolicy.CamelCase.ConvertName(known[i].Name), "This text holds a broken character. Type or paste it again.");
            if (known[i].IsList)
                values[i] = Listed(engine, values[i], ref shape);
        }
        var statement = Statement.Of(engine, sql, type, shape, () => [.. known.Zip(values, (a, value) => (a.Name, a.Type, value is object?[] list ? list.Length : (int?)null))]);
        return (statement, values);
    }

    // SQLite takes a name for each value. Padded to a power of two, a handful of texts serves lists of every length.
    private static object? Listed(Engine engine, object? value, ref ulong shape)
    {
        if (engine == Engine.Postgres)
            return value;
        var boxed = value is IEnumerable<Id> ids ? ids.Select(id => (object?)id).ToList() : [.. (value as IEnumerable<string>) ?? []];
        var size = 1;
        for (shape = (shape << 5) + 1; size < boxed.Count; shape++)
            size *= 2;
        var padded = new object?[size];
        for (var i = 0; i < size && boxed.Count > 0; i++)
            padded[i] = boxed[Math.Min(i, boxed.Count - 1)];
        return padded;
    }

    private static Argument[] Read(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p =>
        {
            var boxed = Expression.Parameter(typeof(object));
            var body = Expression.Convert(Expression.Property(Expression.Convert(boxed, type), p), typeof(object));
            var isList = p.PropertyType != typeof(string) && (p.PropertyType.IsAssignableTo(typeof(IEnumerable<Id>)) || p.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)));
            return new Argument(p.Name, Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType, isList, Expression.Lambda<Func<object, object?>>(body, boxed).Compile());
        })];

    public static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Id id => id.Value.ToByteArray(bigEndian: true),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        DateOnly day => day.ToString("O"),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool flag => flag ? 1L : 0L,
        Enum word => word.ToString().ToLowerInvariant(),
        _ => value,
    };

    /// <summary>A null keeps the type of its property: PostgreSQL would plan the same statement afresh for every mixture of unknowns.</summary>
    public static NpgsqlParameter ForPostgres(Type type, object? value) => value switch
    {
        null => new NpgsqlParameter { NpgsqlDbType = Kind(type), Value = DBNull.Value },
        Id id => new NpgsqlParameter<Guid> { NpgsqlDbType = NpgsqlDbType.Uuid, TypedValue = id.Value },
        DateTimeOffset instant => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = instant.ToUnixTimeMilliseconds() },
        DateOnly day => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = day.ToString("O") },
        TimeOnly time => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = time.ToString("HH:mm", CultureInfo.InvariantCulture) },
        bool flag => new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = flag ? 1 : 0 },
        Enum word => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = word.ToString().ToLowerInvariant() },
        string text => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = text },
        int number => new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = number },
        long number => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = number },
        IEnumerable<Id> ids => new NpgsqlParameter<Guid[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, TypedValue = [.. ids.Select(id => id.Value)] },
        byte[] bytes => new NpgsqlParameter<byte[]> { NpgsqlDbType = NpgsqlDbType.Bytea, TypedValue = bytes },
        IEnumerable<string> texts => new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = [.. texts] },
        _ => new NpgsqlParameter { Value = value },
    };

    private static NpgsqlDbType Kind(Type type) =>
        type == typeof(Id) ? NpgsqlDbType.Uuid
        : type == typeof(DateTimeOffset) || type == typeof(long) ? NpgsqlDbType.Bigint
        : type == typeof(bool) || type == typeof(int) ? NpgsqlDbType.Integer
        : type == typeof(byte[]) ? NpgsqlDbType.Bytea
        : type == typeof(string) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type.IsEnum ? NpgsqlDbType.Text
        : NpgsqlDbType.Unknown;
}

/// <summary>
/// One text of SQL, spelled for its engine once: `in @list` is `= any($1)` on PostgreSQL and one name a value on SQLite; what
/// the text does not name is not sent.
/// </summary>
internal sealed partial class Statement
{
    private static readonly ConcurrentDictionary<(string Sql, Type Args, ulong Shape), Statement> Sqlite = new(), Postgres = new();
    private readonly (string Name, Type Type, int Argument, int Element)[] places;
    private Delegate? rows;

    private Statement(string text, (string Name, Type Type, int Argument, int Element)[] places) => (Text, this.places) = (text, places);

    public string Text { get; }

    public static Statement Of(Engine engine, string sql, Type args, ulong shape, Func<(string Name, Type Type, int? Size)[]> named)
    {
        var known = engine == Engine.Sqlite ? Sqlite : Postgres;
        if (known.TryGetValue((sql, args, shape), out var statement))
            return statement;
        // Texts are constants of the program; filters make some hundreds of them at most.
        if (known.Count > 5_000)
            known.Clear();
        return known[(sql, args, shape)] = Spell(engine, sql, named());
    }

    /// <summary>Reads a row of this statement as <typeparamref name="T"/>.</summary>
    public Func<System.Data.Common.DbDataReader, T> Rows<T>(Engine engine, System.Data.Common.DbDataReader reader)
    {
        if (rows is Func<System.Data.Common.DbDataReader, T> known)
            return known;
        var made = Storage.Rows.Of<T>(engine, reader);
        rows = made;
        return made;
    }

    public void Bind(SqliteCommand command, object?[] values)
    {
        var bound = command.Parameters;
        for (var i = 0; i < places.Length; i++)
        {
            var stored = Arguments.ForSqlite(ValueAt(i, values));
            if (i < bound.Count)
                bound[i].Value = stored;
            else
                bound.Add(new SqliteParameter("@" + places[i].Name, stored));
        }
    }

    public void Bind(NpgsqlParameterCollection parameters, object?[] values)
    {
        for (var i = 0; i < places.Length; i++)
            parameters.Add(Arguments.ForPostgres(places[i].Type, ValueAt(i, values)));
    }

    private object? ValueAt(int place, object?[] values)
    {
        var (_, _, argument, element) = places[place];
        return element < 0 ? values[argument] : ((object?[])values[argument]!)[element];
    }

    private static Statement Spell(Engine engine, string sql, (string Name, Type Type, int? Size)[] named)
    {
        var spelled = new List<(string Name, Type Type, int Argument, int Element)>();
        var text = Name().Replace(sql, said =>
        {
            var argument = Array.FindIndex(named, n => said.Groups["name"].ValueSpan.SequenceEqual(n.Name));
            if (argument < 0)
                return said.Value;
            var (name, type, size) = named[argument];
            var isList = said.Groups["in"].Success;
            if (engine == Engine.Postgres)
                return isList ? $"= any(${Place(name, -1)})" : $"${Place(name, -1)}";
            return isList && size is { } most
                ? $"in ({string.Join(',', Enumerable.Range(0, most).Select(i => $"@{spelled[Place($"{name}_{i}", i) - 1].Name}"))})"
                : $"@{spelled[Place(name, -1) - 1].Name}";

            int Place(string called, int element)
            {
                var at = spelled.FindIndex(p => p.Name == called);
                if (at < 0)
                    spelled.Add((called, type, argument, element));
                return at < 0 ? spelled.Count : at + 1;
            }
        });
        return new Statement(text, [.. spelled]);
    }

    [GeneratedRegex(@"(?<in>\bin )?(?<![@\w])@(?<name>\w+)")]
    private static partial Regex Name();
}
