using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Inward.House;

namespace Inward.Server.Storage;

/// <summary>
/// How columns become values again; the other half of <see cref="Arguments"/>. A record is made by its constructor, each
/// parameter from the column of its name (customer_name for CustomerName); anything else from the first column.
/// </summary>
internal static class Rows
{
    private static readonly Dictionary<Type, string> Plain = new()
    {
        [typeof(Id)] = nameof(IdAt), [typeof(string)] = nameof(TextAt), [typeof(int)] = nameof(IntAt), [typeof(long)] = nameof(LongAt), [typeof(bool)] = nameof(FlagAt),
        [typeof(DateTimeOffset)] = nameof(InstantAt), [typeof(DateOnly)] = nameof(DayAt), [typeof(TimeOnly)] = nameof(TimeAt), [typeof(byte[])] = nameof(BytesAt),
    };

    /// <summary>Compiled for the columns this reader has; ids differ between the engines.</summary>
    public static Func<DbDataReader, T> Of<T>(Engine engine, DbDataReader reader)
    {
        var row = Expression.Parameter(typeof(DbDataReader), "row");
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(i => reader.GetName(i).Replace("_", "", StringComparison.Ordinal), i => i, StringComparer.OrdinalIgnoreCase);
        return Expression.Lambda<Func<DbDataReader, T>>(IsPlain(typeof(T)) ? Column(typeof(T), 0) : Record(), row).Compile();

        Expression Record()
        {
            var made = typeof(T).GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!;
            return Expression.New(made, made.GetParameters().Select(p => columns.TryGetValue(p.Name!, out var at) ? Column(p.ParameterType, at)
                : throw new InvalidOperationException($"No column is called {p.Name}, which {typeof(T).Name} needs.")));
        }

        Expression Column(Type type, int at)
        {
            var (plain, index) = (Nullable.GetUnderlyingType(type) ?? type, Expression.Constant(at));
            Expression read = plain == typeof(Id) && engine == Engine.Postgres ? Call(nameof(UuidAt))
                : plain == typeof(bool) && engine == Engine.Postgres && reader.GetFieldType(at) == typeof(bool) ? Call(nameof(TruthAt))
                : plain.IsEnum ? Expression.Call(typeof(Rows), nameof(WordAt), [plain], row, index)
                : Plain.TryGetValue(plain, out var name) ? Call(name)
                : Expression.Call(row, nameof(DbDataReader.GetFieldValue), [plain], index);
            if (plain.IsValueType && plain == type)
                return read;
            return Expression.Condition(Expression.Call(row, nameof(DbDataReader.IsDBNull), [], index), Expression.Default(type), Expression.Convert(read, type));

            MethodCallExpression Call(string method) => Expression.Call(typeof(Rows), method, [], row, index);
        }
    }

    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain && (Plain.ContainsKey(plain) || plain.IsPrimitive || plain.IsEnum || plain == typeof(decimal));

    private static Id IdAt(DbDataReader row, int at) => new(new Guid(row.GetFieldValue<byte[]>(at), bigEndian: true));

    private static Id UuidAt(DbDataReader row, int at) => new(row.GetGuid(at));

    private static string TextAt(DbDataReader row, int at) => row.GetString(at);

    private static int IntAt(DbDataReader row, int at) => row.GetInt32(at);

    private static long LongAt(DbDataReader row, int at) => row.GetInt64(at);

    private static bool FlagAt(DbDataReader row, int at) => row.GetInt32(at) != 0;

    private static bool TruthAt(DbDataReader row, int at) => row.GetBoolean(at);

    private static DateTimeOffset InstantAt(DbDataReader row, int at) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at));

    private static DateOnly DayAt(DbDataReader row, int at) => DateOnly.ParseExact(row.GetString(at), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeOnly TimeAt(DbDataReader row, int at) => TimeOnly.ParseExact(row.GetString(at), "HH:mm", CultureInfo.InvariantCulture);

    private static byte[] BytesAt(DbDataReader row, int at) => row.GetFieldValue<byte[]>(at);

    private static T WordAt<T>(DbDataReader row, int at)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(at), ignoreCase: true);
}
