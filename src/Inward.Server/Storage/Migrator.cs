using System.Data.Common;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Inward.Server.Storage;

/// <summary>
/// Numbered SQL files, each beside the room whose tables it makes. All missing ones run in one transaction, which is checked
/// before it is committed; a store from a newer Inward is refused untouched.
/// </summary>
public static partial class Migrator
{
    internal sealed record Step(int Number, string Name, string Sql);

    internal static IReadOnlyList<Step> Steps { get; } = [.. Read()];

    public static int Newest => Steps[^1].Number;

    /// <summary>Brings the store up to <see cref="Newest"/> and says which steps it took.</summary>
    public static Task<IReadOnlyList<string>> Migrate(Store store) => Migrate(store, Steps);

    internal static async Task<IReadOnlyList<string>> Migrate(Store store, IReadOnlyList<Step> steps)
    {
        var taken = new List<string>();
        await store.Administer(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            if (store.Engine == Engine.Postgres)
                await Run(connection, transaction, "select pg_advisory_xact_lock(4711)");
            await Run(connection, transaction, "create table if not exists schema_step (number integer primary key, name text not null)");
            var present = await Present(connection, transaction);
            Refuse(present, steps[^1].Number);
            foreach (var (number, name, sql) in steps.Where(f => f.Number > present))
            {
                await Run(connection, transaction, Spell(store.Engine, sql));
                await Run(connection, transaction, $"insert into schema_step (number, name) values ({number}, '{name}')");
                taken.Add(name);
            }
            // Reading the whole store takes seconds once it is large: only when it was changed.
            if (taken.Count > 0)
                await Check(store.Engine, connection, transaction);
            await transaction.CommitAsync();
        });
        return taken;
    }

    /// <summary>The number of the newest step in the store; 0 when it is empty.</summary>
    public static async Task<int> Version(Store store)
    {
        var version = 0;
        await store.Administer(async connection =>
        {
            try
            {
                version = await Present(connection, null);
            }
            catch (DbException)
            {
                version = 0;
            }
        });
        return version;
    }

    private static void Refuse(int present, int newest)
    {
        if (present > newest)
            throw new InvalidOperationException($"This store was made by a newer Inward (schema {present}, this one knows {newest}). Nothing was changed; start the newer version.");
    }

    internal static async Task<int> Present(DbConnection connection, DbTransaction? transaction)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select coalesce(max(number), 0) from schema_step";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Check(Engine engine, DbConnection connection, DbTransaction transaction)
    {
        if (engine != Engine.Sqlite)
            return;
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "pragma quick_check";
        if (await command.ExecuteScalarAsync() is not "ok")
            throw new InvalidOperationException("The store did not pass its check after migrating. Nothing was changed.");
    }

    private static async Task Run(DbConnection connection, DbTransaction transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string Spell(Engine engine, string sql)
    {
        var text = new StringBuilder();
        var mine = true;
        foreach (var line in sql.Split('\n'))
        {
            if (line.StartsWith("-- [", StringComparison.Ordinal))
                mine = line.StartsWith("-- [end]", StringComparison.Ordinal)
                    || line.StartsWith($"-- [{engine.ToString().ToLowerInvariant()}]", StringComparison.Ordinal);
            else if (mine)
                text.Append(line).Append('\n');
        }
        return engine == Engine.Postgres
            ? text.Replace("/*clustered*/", "").ToString()
            : SqliteType().Replace(text.Replace("/*clustered*/", " without rowid").ToString(), type => type.Value switch
            {
                "uuid" or "bytea" => "blob",
                _ => "integer",
            });
    }

    private static IEnumerable<Step> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new Step(int.Parse(name.AsSpan(0, 3), provider: null), Path.GetFileNameWithoutExtension(name), reader.ReadToEnd());
        }
    }

    [GeneratedRegex(@"\b(uuid|bigint|bytea)\b(?=[ ,)\n])")]
    private static partial Regex SqliteType();
}
