using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using Inward.House;
using Inward.Server.House;
using Microsoft.Data.Sqlite;

namespace Inward.Server.Storage;

/// <summary>
/// A backup is one zip file that both engines write and read: a list of rows as JSON for each table, all of one moment, and a
/// manifest with their counts and digests. It holds secrets (hashes, keys, private notes), so only its owner may read the file.
/// </summary>
public static class Backup
{
    public const int Format = 1;
    internal const string ManifestName = "manifest.json";

    /// <param name="Schema">The newest step of the store it was taken from.</param>
    public sealed record Manifest(int Format, int Schema, string Inward, DateTimeOffset MadeAt, IReadOnlyList<Kept> Tables);

    /// <param name="Digest">The sum of the rows' SHA-256, in hex.</param>
    public sealed record Kept(string Name, IReadOnlyList<Column> Columns, long Rows, string Digest);

    /// <summary>Takes a backup while others go on writing. The file appears when it is whole and on disk.</summary>
    public static async Task<Manifest> Take(Store store, string file, DateTimeOffset now)
    {
        if (File.Exists(file))
            throw Rule.NotNow(new Sentence("There is a file {0} already; a backup overwrites nothing.", file));
        var part = file + ".part";
        try
        {
            Manifest? manifest = null;
            var own = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
                own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var disk = new FileStream(part, own))
            {
                await using (var zip = new ZipArchive(disk, ZipArchiveMode.Create, leaveOpen: true))
                    await store.Administer(async connection => manifest = await Write(store.Engine, connection, zip, now));
                disk.Flush(flushToDisk: true);
            }
            File.Move(part, file, overwrite: false);
            return manifest!;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Counts and digests of what is in the store now, without writing anything.</summary>
    internal static async Task<List<Kept>> Sums(Engine engine, DbConnection connection, DbTransaction moment)
    {
        var kept = new List<Kept>();
        foreach (var table in await Table.All(engine, connection))
        {
            var sum = await table.Read(connection, moment, _ => ValueTask.CompletedTask);
            kept.Add(new Kept(table.Name, table.Columns, sum.Rows, sum.Digest));
        }
        return kept;
    }

    /// <summary>One moment for all tables, without holding up anyone who writes.</summary>
    internal static async Task<DbTransaction> Moment(DbConnection connection) =>
        connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);

    private static async Task<Manifest> Write(Engine engine, DbConnection connection, ZipArchive zip, DateTimeOffset now)
    {
        await using var moment = await Moment(connection);
        var schema = await Migrator.Present(connection, moment);
        var kept = new List<Kept>();
        foreach (var table in await Table.All(engine, connection))
        {
            await using var entry = await zip.CreateEntry($"{table.Name}.jsonl", CompressionLevel.Fastest).OpenAsync();
            var sum = await table.Read(connection, moment, async line =>
            {
                await entry.WriteAsync(line);
                entry.WriteByte((byte)'\n');
            });
            kept.Add(new Kept(table.Name, table.Columns, sum.Rows, sum.Digest));
        }
        var manifest = new Manifest(Format, schema, typeof(Backup).Assembly.GetName().Version!.ToString(3), now, kept);
        await using var last = await zip.CreateEntry(ManifestName).OpenAsync();
        await JsonSerializer.SerializeAsync(last, manifest, Wire.Json);
        return manifest;
    }
}
