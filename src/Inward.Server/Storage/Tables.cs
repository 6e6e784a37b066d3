using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using Inward.Server.House;

namespace Inward.Server.Storage;

/// <summary>What a column holds, in the words of a backup, which know no engine: an id is 16 bytes.</summary>
public enum Holds
{
    Text,
    Number,
    Bytes,
}

public sealed record Column(string Name, Holds Holds)
{
    /// <summary>As the engine calls it: uuid, bytea, bigint …</summary>
    internal string Type { get; init; } = "";
}

/// <summary>A column as the store tells of it.</summary>
internal sealed record KnownColumn(string AtTable, string AtColumn, string Type);

/// <summary>A table as it stands in the store: every room's, so that a new room is in the backup without a word about it.</summary>
public sealed record Table(string Name, IReadOnlyList<Column> Columns)
{
    private string Names => string.Join(", ", Columns.Select(c => c.Name));

    /// <summary>All tables but what the engine derives by itself: search words, row numbers, the list of steps.</summary>
    internal static async Task<List<Table>> All(Engine engine, DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Question(engine);
        var columns = new List<(string Table, Column Column)>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                columns.Add((reader.GetString(0), new Column(reader.GetString(1), Held(reader.GetString(2))) { Type = reader.GetString(2) }));
        }
        return [.. columns.GroupBy(c => c.Table, StringComparer.Ordinal).Select(t => new Table(t.Key, [.. t.Select(c => c.Column)]))];
    }

    /// <summary>Every column of every table, as <see cref="KnownColumn"/>.</summary>
    internal static string Question(Engine engine) => engine == Engine.Postgres
        ? """
          select table_name as at_table, column_name as at_column, data_type as type from information_schema.columns
          where table_schema = current_schema() and table_name <> 'schema_step' and is_generated = 'NEVER' order by table_name, ordinal_position
          """
        : """
          select t.name as at_table, c.name as at_column, lower(c.type) as type from sqlite_schema t join pragma_table_info(t.name) c
          where t.type = 'table' and t.name not like 'sqlite~_%' escape '~' and t.name not like 'search~_words%' escape '~' and t.name <> 'schema_step'
            and not (t.name = 'search' and c.name = 'row') order by t.name, c.cid
          """;

    /// <summary>Reads every row as a line of JSON, and says how many there were and their digest.</summary>
    internal async Task<Sum> Read(DbConnection connection, DbTransaction transaction, Func<ReadOnlyMemory<byte>, ValueTask> line)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select {Names} from {Name}";
        await using var reader = await command.ExecuteReaderAsync();
        var (sum, buffer) = (new Sum(), new ArrayBufferWriter<byte>());
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Wire.Json.Encoder });
        while (await reader.ReadAsync())
        {
            buffer.ResetWrittenCount();
            json.Reset();
            WriteRow(json, reader);
            await json.FlushAsync();
            sum.Add(buffer.WrittenSpan);
            await line(buffer.WrittenMemory);
        }
        return sum;
    }

    /// <summary>The values of a line in the order of the columns, each as string, long, bytes or null.</summary>
    internal object?[] Values(JsonElement line)
    {
        if (line.GetArrayLength() != Columns.Count)
            throw new JsonException($"A row of {Name} has {line.GetArrayLength()} values.");
        return [.. line.EnumerateArray().Select((value, i) => value.ValueKind == JsonValueKind.Null ? null : Columns[i].Holds switch
        {
            Holds.Number => (object)value.GetInt64(),
            Holds.Bytes => value.GetBytesFromBase64(),
            _ => value.GetString(),
        })];
    }

    private void WriteRow(Utf8JsonWriter json, DbDataReader reader)
    {
        json.WriteStartArray();
        for (var i = 0; i < Columns.Count; i++)
        {
            if (reader.IsDBNull(i))
                json.WriteNullValue();
            else if (Columns[i].Holds == Holds.Number)
                json.WriteNumberValue(reader.GetInt64(i));
            else if (Columns[i].Holds == Holds.Text)
                json.WriteStringValue(reader.GetString(i));
            else
                json.WriteBase64StringValue(reader.GetValue(i) is Guid id ? id.ToByteArray(bigEndian: true) : reader.GetFieldValue<byte[]>(i));
        }
        json.WriteEndArray();
    }

    private static Holds Held(string type) => type.ToLowerInvariant() switch
    {
        "text" => Holds.Text,
        "integer" or "bigint" => Holds.Number,
        "blob" or "uuid" or "bytea" => Holds.Bytes,
        _ => throw new InvalidOperationException($"A backup knows no columns of the type {type}."),
    };
}

/// <summary>
/// How many rows, and the sum of their SHA-256 modulo 2^256: the same in whatever order an engine gives them.
/// </summary>
internal sealed class Sum
{
    private readonly byte[] total = new byte[32];

    public long Rows { get; private set; }

    public string Digest => Convert.ToHexStringLower(total);

    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(row, hash);
        Rows++;
        var carry = 0;
        for (var i = 31; i >= 0; i--)
        {
            carry += total[i] + hash[i];
            total[i] = (byte)carry;
            carry >>= 8;
        }
    }
}
