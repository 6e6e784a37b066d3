using System.Data.Common;
using System.Globalization;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>After an erasure: what was deleted does not linger in free pages of the file, and the list of the erased stands beside it for the next restore.</summary>
public sealed class TidyJob(Store store) : IJobKind
{
    public const string Name = "tidy";

    /// <summary>A line for each: workspace, person, and when. Ids only.</summary>
    public const string ListName = "erased.txt";

    public string Kind => Name;

    public Task Outside(Job job, CancellationToken stop) => Tidy(store);

    public static async Task Tidy(Store store)
    {
        if (store is SqliteStore sqlite)
        {
            await File.WriteAllLinesAsync(Path.Combine(Path.GetDirectoryName(sqlite.File)!, ListName), (await store.Read(ErasureDesk.All)).Select(Line));
            await store.Administer(connection => Say(connection, "insert into search_words (search_words) values ('optimize')", "vacuum", "pragma wal_checkpoint(truncate)"));
        }
        else
        {
            await store.Administer(connection => Say(connection, "vacuum"));
        }
    }

    public static string Line(Erased erased) => string.Create(CultureInfo.InvariantCulture, $"{erased.Workspace} {erased.Person} {erased.At:O}");

    public static IEnumerable<Erased> Read(string file) => File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Split(' ') is [var workspace, var person, var at]
        && Id.TryParse(workspace, null, out var company) && Id.TryParse(person, null, out var id) && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var on)
        ? new Erased(company, id, on) : throw Rule.Invalid("erased", new Sentence("“{0}” is no line of a list of the erased.", line)));

    private static async Task Say(DbConnection connection, params string[] statements)
    {
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.CommandTimeout = 3600;
            await command.ExecuteNonQueryAsync();
        }
    }
}
