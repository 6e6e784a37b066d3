using System.Diagnostics;
using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Bench;

/// <summary>One engine and one size: Inward and the floor side by side, each in a process of its own on a copy of the same store.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly Cluster? cluster;
    private readonly string[] inwardIs;
    private readonly string[] floorIs;

    private Stand(Engine engine, int size, Cluster? cluster, string[] inwardIs, string[] floorIs)
    {
        (Engine, Size, this.cluster, this.inwardIs, this.floorIs) = (engine, size, cluster, inwardIs, floorIs);
        Inward = StartInward();
        Floor = StartFloor();
    }

    public Engine Engine { get; }

    public int Size { get; }

    public Running Inward { get; }

    public Running Floor { get; }

    public static Stand OnSqlite(string folder, int size)
    {
        var (inward, floor) = (Copy("inward"), Copy("floor"));
        return new Stand(Engine.Sqlite, size, null, ["--data", inward], ["floor", "sqlite", Path.Combine(floor, "inward.db")]);

        string Copy(string whose)
        {
            var own = new DirectoryInfo(Path.Combine(folder, $"{whose}-{size}"));
            // A journal that a run before left there belongs to another file.
            if (own.Exists)
                own.Delete(recursive: true);
            own.Create();
            File.Copy(Loading.File(folder, size), Path.Combine(own.FullName, "inward.db"));
            return own.FullName;
        }
    }

    public static async Task<Stand> OnPostgres(Cluster cluster, string folder, int size)
    {
        var (inward, floor) = ($"inward_{size}", $"floor_{size}");
        await cluster.Say($"create database {inward}");
        await Pouring.Pour(Loading.File(folder, size), cluster.Connection(inward));
        await cluster.Say($"create database {floor} template {inward}");
        return new Stand(Engine.Postgres, size, cluster, ["--database", cluster.Connection(inward)], ["floor", "postgres", cluster.Connection(floor)]);
    }

    public Running StartInward() => Running.Start(Path.Combine(Root(), "src/Inward.Server/bin/Release/net10.0/Inward.Server.dll"), [.. inwardIs, "--urls"]);

    public Running StartFloor() => Running.Start(typeof(Stand).Assembly.Location, floorIs);

    /// <summary>CPU in milliseconds that this server and the engine behind it have used so far.</summary>
    public double Cpu(Running server) => server.Cpu + (cluster is null ? 0 : Running.CpuOf(cluster.Postmaster, children: true));

    /// <summary>Both answer the same, or nothing that is measured means anything.</summary>
    public void Check(Requests requests)
    {
        using var inward = Inward.Connect();
        using var floor = Floor.Connect();
        for (var i = 0; i < Company.Callers; i++)
        {
            var whole = Ask(inward, requests.Api(i, "asks"));
            Same("list", i, Ids(whole, "items", "id"), Ids(Ask(floor, requests.FloorList(i)), "items", "id"));
            if (whole.GetProperty("items").GetArrayLength() != 50)
                throw new InvalidOperationException($"The list of caller {i} is not full.");
            foreach (var measured in requests.All.Where(m => m.Name is "ask API" or "search API"))
            {
                var (array, id) = measured.IsSearch ? ("items", "record") : ("happenings", "id");
                var own = Ids(Ask(inward, measured.Inward(i)), array, measured.IsSearch ? "id" : id);
                Same(measured.Name, i, own, Ids(Ask(floor, measured.Floor(i)), array, id));
                if (!measured.IsSearch && own.Count != 20)
                    throw new InvalidOperationException($"The ask of caller {i} has {own.Count} happenings, not 20.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Inward.DisposeAsync();
        await Floor.DisposeAsync();
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Inward.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("bin/bench runs from a clone of Inward.");
    }

    private static JsonElement Ask(Line line, byte[] request)
    {
        line.Ask(request);
        return line.Status == 200 ? JsonDocument.Parse(line.Body()).RootElement
            : throw new InvalidOperationException($"{line.Status} for {System.Text.Encoding.ASCII.GetString(request).Split('\r')[0]}");
    }

    private static List<string> Ids(JsonElement json, string array, string id) => [.. json.GetProperty(array).EnumerateArray().Select(e => e.GetProperty(id).GetString()!)];

    private static void Same(string what, int caller, List<string> inward, List<string> floor)
    {
        if (!inward.SequenceEqual(floor))
            throw new InvalidOperationException($"Inward and the floor differ in the {what} of caller {caller}: {inward.Count} and {floor.Count} rows.");
    }
}
