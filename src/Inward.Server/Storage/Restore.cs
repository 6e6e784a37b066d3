using System.Data.Common;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Inward.Server.Storage;

/// <summary>
/// Brings a backup into an empty store of either engine, whole or not at all, and reads it back before it is committed. The
/// restored workspaces are silent: a copy for trying things out must not write to real people.
/// </summary>
public static class Restore
{
    /// <summary>A manifest that lost a name or a value on the way is damaged, not a manifest with a hole.</summary>
    private static readonly JsonSerializerOptions Whole = new(Wire.Json) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public static async Task<Backup.Manifest> From(Store store, string file)
    {
        await using var zip = await Opened(file);
        var manifest = await ManifestOf(zip);
        await RefuseWhatDoesNotFit(store, manifest);
        await Migrator.Migrate(store, [.. Migrator.Steps.Where(step => step.Number <= manifest.Schema)]);
        await store.Administer(connection => Fill(store.Engine, connection, zip, manifest));
        await Migrator.Migrate(store);
        return manifest;
    }

    private static async Task<ZipArchive> Opened(string file)
    {
        if (!File.Exists(file))
            throw Rule.Invalid("file", new Sentence("There is no file {0}.", file));
        return await OrDamaged(() => ZipFile.OpenReadAsync(file));
    }

    private static Task<Backup.Manifest> ManifestOf(ZipArchive zip) => OrDamaged(async () =>
    {
        await using var entry = await (zip.GetEntry(Backup.ManifestName) ?? throw new InvalidDataException("it has no manifest")).OpenAsync();
        return await JsonSerializer.DeserializeAsync<Backup.Manifest>(entry, Whole) switch
        {
            null => throw new InvalidDataException("its manifest is empty"),
            { Schema: < 1 } => throw new InvalidDataException("its manifest names no schema"),
            { Tables: var tables } when tables.DistinctBy(t => t.Name).Count() < tables.Count => throw new InvalidDataException("its manifest names a table twice"),
            var manifest => manifest,
        };
    });

    private static async Task RefuseWhatDoesNotFit(Store store, Backup.Manifest manifest)
    {
        if (manifest.Format != Backup.Format || manifest.Schema > Migrator.Newest)
            throw Rule.NotNow(new Sentence("This backup was made by a newer Inward ({0}). Restore it with that one.", manifest.Inward));
        var version = await Migrator.Version(store);
        if (version != 0 && (version != manifest.Schema || await store.Read(s => s.Count("select count(*) from workspace")) > 0))
            throw Rule.NotNow("This store is not empty. A backup is restored into an empty folder or database.");
    }

    private static async Task Fill(Engine engine, DbConnection connection, ZipArchive zip, Backup.Manifest manifest)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in await Table.All(engine, connection))
        {
            var kept = manifest.Tables.SingleOrDefault(t => t.Name == table.Name);
            if (kept is null || !kept.Columns.Select(c => (c.Name, c.Holds)).SequenceEqual(table.Columns.Select(c => (c.Name, c.Holds))))
                throw Damaged($"its table {table.Name} is not the one of schema {manifest.Schema}");
            await using Sink sink = connection is NpgsqlConnection postgres ? await CopySink.Open(postgres, table) : new InsertSink((SqliteConnection)connection, (SqliteTransaction)transaction, table);
            var sum = await OrDamaged(() => Pour(zip, table, sink));
            if (sum.Rows != kept.Rows || sum.Digest != kept.Digest)
                throw Damaged($"its table {table.Name} has {sum.Rows} rows that do not add up to the {kept.Rows} of its manifest");
        }
        foreach (var (read, kept) in (await Backup.Sums(engine, connection, transaction)).Join(manifest.Tables, r => r.Name, k => k.Name, (r, k) => (r, k)))
        {
            if (read.Rows != kept.Rows || read.Digest != kept.Digest)
                throw new InvalidOperationException($"Table {read.Name} could not be read back as it was written. Nothing was restored.");
        }
        await using (var silence = connection.CreateCommand())
        {
            silence.Transaction = transaction;
            silence.CommandText = "update workspace set silent = 1";
            await silence.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    private static async Task<Sum> Pour(ZipArchive zip, Table table, Sink sink)
    {
        await using var entry = await (zip.GetEntry($"{table.Name}.jsonl") ?? throw new InvalidDataException($"table {table.Name} is missing")).OpenAsync();
        using var lines = new StreamReader(entry, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var sum = new Sum();
        while (await lines.ReadLineAsync() is { } line)
        {
            sum.Add(Encoding.UTF8.GetBytes(line));
            using var row = JsonDocument.Parse(line);
            await sink.Write(table.Values(row.RootElement));
        }
        await sink.Finish();
        return sum;
    }

    private static async Task<T> OrDamaged<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or FormatException or DecoderFallbackException or EndOfStreamException or InvalidOperationException or DbException or ArgumentException or OverflowException)
        {
            throw Damaged(broken.Message.TrimEnd('.'));
        }
    }

    private static BrokenRule Damaged(string why) => Rule.NotNow(new Sentence("The backup is damaged: {0}. Nothing was restored.", why));

    private abstract class Sink : IAsyncDisposable
    {
        public abstract Task Write(object?[] row);

        public virtual Task Finish() => Task.CompletedTask;

        public abstract ValueTask DisposeAsync();
    }

    private sealed class InsertSink : Sink
    {
        private readonly SqliteCommand insert;

        public InsertSink(SqliteConnection connection, SqliteTransaction transaction, Table table)
        {
            insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText = $"insert into {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) values ({string.Join(", ", table.Columns.Select((_, i) => $"@{i}"))})";
            for (var i = 0; i < table.Columns.Count; i++)
                insert.Parameters.Add(new SqliteParameter($"@{i}", null));
        }

        public override Task Write(object?[] row)
        {
            for (var i = 0; i < row.Length; i++)
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            return insert.ExecuteNonQueryAsync();
        }

        public override ValueTask DisposeAsync() => insert.DisposeAsync();
    }

    private sealed class CopySink(NpgsqlBinaryImporter copy, Table table) : Sink
    {
        public static async Task<CopySink> Open(NpgsqlConnection connection, Table table) =>
            new(await connection.BeginBinaryImportAsync($"copy {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) from stdin (format binary)"), table);

        public override async Task Write(object?[] row)
        {
            await copy.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
                await (row[i] is null ? copy.WriteNullAsync() : Write(row[i]!, table.Columns[i].Type));
        }

        public override async Task Finish() => await copy.CompleteAsync();

        public override ValueTask DisposeAsync() => copy.DisposeAsync();

        private Task Write(object value, string type) => type switch
        {
            "uuid" => copy.WriteAsync(new Guid((byte[])value, bigEndian: true), NpgsqlDbType.Uuid),
            "bytea" => copy.WriteAsync((byte[])value, NpgsqlDbType.Bytea),
            "bigint" => copy.WriteAsync((long)value, NpgsqlDbType.Bigint),
            "integer" => copy.WriteAsync(checked((int)(long)value), NpgsqlDbType.Integer),
            _ => copy.WriteAsync((string)value, NpgsqlDbType.Text),
        };
    }
}
