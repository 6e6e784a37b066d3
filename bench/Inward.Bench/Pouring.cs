using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Inward.Bench;

/// <summary>Pours the rows of a SQLite store into PostgreSQL, so that both engines hold the same.</summary>
internal static class Pouring
{
    public static async Task Pour(string file, string connection)
    {
        await using (var store = new PostgresStore(connection, new Bell(), TimeProvider.System))
            await Migrator.Migrate(store);
        await using var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await from.OpenAsync();
        await using var to = new NpgsqlConnection(connection + ";Pooling=false;Command Timeout=600");
        await to.OpenAsync();
        foreach (var table in (await Columns(to)).GroupBy(c => c.Table, StringComparer.Ordinal))
            await Pour(from, to, table.Key, [.. table.Select(c => (c.Name, Kind(c.Type)))]);
        await using var tidy = new NpgsqlCommand("vacuum analyze", to);
        await tidy.ExecuteNonQueryAsync();
    }

    private static async Task Pour(SqliteConnection from, NpgsqlConnection to, string table, (string Name, NpgsqlDbType Type)[] columns)
    {
        var names = string.Join(", ", columns.Select(c => c.Name));
        await using var select = from.CreateCommand();
        select.CommandText = $"select {names} from {table}";
        await using var rows = await select.ExecuteReaderAsync();
        await using var copy = await to.BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)");
        while (await rows.ReadAsync())
        {
            await copy.StartRowAsync();
            for (var i = 0; i < columns.Length; i++)
                await Write(copy, rows, i, columns[i].Type);
        }
        await copy.CompleteAsync();
    }

    private static Task Write(NpgsqlBinaryImporter copy, SqliteDataReader row, int i, NpgsqlDbType type) => row.IsDBNull(i) ? copy.WriteNullAsync() : type switch
    {
        NpgsqlDbType.Uuid => copy.WriteAsync(new Guid(row.GetFieldValue<byte[]>(i), bigEndian: true), type),
        NpgsqlDbType.Bytea => copy.WriteAsync(row.GetFieldValue<byte[]>(i), type),
        NpgsqlDbType.Bigint => copy.WriteAsync(row.GetInt64(i), type),
        NpgsqlDbType.Integer => copy.WriteAsync(row.GetInt32(i), type),
        _ => copy.WriteAsync(row.GetString(i), type),
    };

    private static NpgsqlDbType Kind(string type) => type switch
    {
        "uuid" => NpgsqlDbType.Uuid,
        "bytea" => NpgsqlDbType.Bytea,
        "bigint" => NpgsqlDbType.Bigint,
        "integer" => NpgsqlDbType.Integer,
        _ => NpgsqlDbType.Text,
    };

    private static async Task<List<(string Table, string Name, string Type)>> Columns(NpgsqlConnection to)
    {
        await using var command = new NpgsqlCommand("""
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'public' and table_name <> 'schema_step' and is_generated = 'NEVER' order by table_name, ordinal_position
            """, to);
        await using var rows = await command.ExecuteReaderAsync();
        var columns = new List<(string, string, string)>();
        while (await rows.ReadAsync())
            columns.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        return columns;
    }
}
