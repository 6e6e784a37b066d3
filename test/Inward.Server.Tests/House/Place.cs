using System.Collections.Concurrent;
using Inward.Server.House;
using Inward.Server.Storage;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(Inward.Server.Tests.House.TheRun))]

namespace Inward.Server.Tests.House;

/// <summary>Where a store can stand: a folder or a database of its own, empty or with the <see cref="Cast"/> moved in. Both are copies, so cheap.</summary>
public static class Place
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task> PostgresTemplate = new(MakePostgresTemplate);
    private static readonly ConcurrentBag<string> Folders = [];
    private static int made;

    /// <summary>A file or folder of the repository, from its root.</summary>
    public static string InRepository(params string[] path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Inward.slnx")))
            root = root.Parent;
        return Path.Combine([root.FullName, .. path]);
    }

    /// <summary>With the cast; skips the story where the engine is missing.</summary>
    public static async Task<Settings> New(Engine engine)
    {
        if (engine == Engine.Postgres)
        {
            NeedsPostgres();
            await PostgresTemplate.Value;
            return await NewDatabase(await Cluster.Shared, "moved_in");
        }
        var place = await Empty(engine);
        File.Copy(await SqliteTemplate.Value, Path.Combine(place.Data!, "inward.db"));
        return place;
    }

    /// <summary>Nothing in it, not even tables.</summary>
    public static async Task<Settings> Empty(Engine engine)
    {
        if (engine == Engine.Sqlite)
            return At(NewFolder());
        NeedsPostgres();
        return await NewDatabase(await Cluster.Shared, "template0");
    }

    /// <summary>A folder that is gone after the run.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("inward-test-").FullName;
        Folders.Add(folder);
        return folder;
    }

    public static Settings At(string folder) => new(folder, null, "http://127.0.0.1:0", Demo: false);

    public static async Task<Settings> NewDatabase(Cluster cluster, string template, string also = "")
    {
        var name = $"house_{Interlocked.Increment(ref made)}";
        await cluster.Say($"create database {name} template {template} {also}");
        return new Settings(null, cluster.Connection(name), "http://127.0.0.1:0", Demo: false);
    }

    public static void NeedsPostgresIf(Engine engine)
    {
        if (engine == Engine.Postgres)
            NeedsPostgres();
    }

    public static void NeedsPostgres()
    {
        if (Cluster.Missing is { } why)
            throw SkipException.ForSkip(why);
    }

    internal static void Clear()
    {
        foreach (var folder in Folders)
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = Path.Combine(NewFolder(), "inward.db");
        await using (var store = new SqliteStore(file, new Bell(), TimeProvider.System))
            await Cast.MoveIn(store);
        return file;
    }

    private static async Task MakePostgresTemplate()
    {
        var cluster = await Cluster.Shared;
        await cluster.Say("create database moved_in");
        await using var store = new PostgresStore(cluster.Connection("moved_in"), new Bell(), TimeProvider.System);
        await Cast.MoveIn(store);
    }
}

/// <summary>What ends with the last story: the shared PostgreSQL and every folder.</summary>
public sealed class TheRun : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopShared();
        Place.Clear();
    }
}
