using System.Diagnostics;
using System.Globalization;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Bench;

/// <summary>One run: fills the stores, starts every server, measures round by round with Inward and the floor in turn, and prints.</summary>
internal sealed class Bench(string folder, IReadOnlyList<int> sizes, string[] engines, int rounds, bool quick, string only) : IAsyncDisposable
{
    private readonly List<Stand> stands = [];
    private readonly Dictionary<(Stand, string), Cost> costs = [];
    private Cluster? cluster;

    /// <summary>The size that the main table is about; smaller and larger ones say how costs grow.</summary>
    private int Main => sizes[sizes.Count / 2];

    public async Task Run()
    {
        var known = await Loading.Fill(folder, sizes, TimeProvider.System.GetUtcNow());
        Say($"stores of {string.Join(", ", sizes)} asks are filled");
        await Start();
        var requests = new Requests(known);
        var chosen = requests.All.Where(m => m.Name.Contains(only, StringComparison.Ordinal)).ToList();
        foreach (var stand in stands)
            stand.Check(requests);
        Say("Inward and the floor answer the same");
        var batches = stands.SelectMany(s => chosen.Select(m => (Stand: s, Measured: m, Size: Measuring.WarmUp(s, m, quick)))).ToList();
        Say("warm");
        Measure(batches);
        Report.Costs(stands.Where(s => s.Size == Main), chosen, costs);
        Crowds(chosen);
        if (sizes.Count > 1)
            Report.Growth([.. stands.Where(s => s.Size == sizes[0])], [.. stands.Where(s => s.Size == sizes[^1])], chosen, costs);
        Report.Memory(stands.Where(s => s.Size == Main));
        Report.Bytes(Measuring.Bytes(stands.First(s => s.Size == Main).Inward, requests, "/asks"));
        await Stop();
        await Starts(requests);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    private async Task Start()
    {
        if (engines.Contains("sqlite"))
            stands.AddRange(sizes.Select(size => Stand.OnSqlite(folder, size)));
        if (!engines.Contains("postgres"))
            return;
        if (Cluster.Missing is { } missing)
        {
            Console.WriteLine($"PostgreSQL is skipped: {missing}.");
            return;
        }
        cluster = await Cluster.Start();
        foreach (var size in sizes)
        {
            stands.Add(await Stand.OnPostgres(cluster, folder, size));
            Say($"PostgreSQL holds {size}");
        }
    }

    private void Measure(List<(Stand Stand, Measured Measured, (int Inward, int Floor) Size)> batches)
    {
        var seen = batches.ToDictionary(b => (b.Stand, b.Measured.Name), _ => new List<(double Inward, double Floor)>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (stand, measured, size) in batches)
            {
                var floor = Measuring.Batch(stand, stand.Floor, measured.Floor, size.Floor, measured.Status);
                var inward = Measuring.Batch(stand, stand.Inward, measured.Inward, size.Inward, measured.Status);
                seen[(stand, measured.Name)].Add((inward, floor));
            }
            Say($"round {round + 1} of {rounds}");
        }
        foreach (var (key, pairs) in seen)
            costs[key] = new Cost(Measuring.Median(pairs.Select(p => p.Inward)), Measuring.Median(pairs.Select(p => p.Floor)), Measuring.Median(pairs.Select(p => p.Inward / p.Floor)));
    }

    private void Crowds(List<Measured> chosen)
    {
        var time = TimeSpan.FromSeconds(quick ? 1 : 2);
        var times = quick ? 2 : 3;
        var seen = new List<(Stand, Measured, Crowd Inward, Crowd Floor)>();
        foreach (var stand in stands.Where(s => s.Size == Main))
        {
            foreach (var measured in chosen)
            {
                var pairs = Enumerable.Range(0, times).Select(_ => (Floor: Measuring.Sixteen(stand.Floor, measured.Floor, time), Inward: Measuring.Sixteen(stand.Inward, measured.Inward, time))).ToList();
                seen.Add((stand, measured, Middle(pairs.ConvertAll(p => p.Inward)), Middle(pairs.ConvertAll(p => p.Floor))));
            }
        }
        Report.Crowds(seen);
    }

    // Starting is measured on stores that nobody serves.
    private async Task Stop()
    {
        foreach (var stand in stands)
            await stand.DisposeAsync();
    }

    private async Task Starts(Requests requests)
    {
        foreach (var stand in stands.Where(s => s.Size == Main))
        {
            var seen = new List<((double Seconds, double Cpu, double Memory) Inward, (double Seconds, double Cpu, double Memory) Floor)>();
            for (var i = 0; i < (quick ? 3 : 7); i++)
                seen.Add((await First(stand, stand.StartInward, requests.Page(i, "/asks")), await First(stand, stand.StartFloor, requests.FloorList(i))));
            Report.Starts(stand, seen);
        }
    }

    private static async Task<(double, double, double)> First(Stand stand, Func<Running> start, byte[] request)
    {
        var since = Stopwatch.StartNew();
        await using var server = start();
        return Measuring.FirstAnswer(stand, server, request, since);
    }

    private static Crowd Middle(List<Crowd> crowds) =>
        new(Measuring.Median(crowds.Select(c => c.Rate)), Measuring.Median(crowds.Select(c => c.P50)), Measuring.Median(crowds.Select(c => c.P99)));

    private static readonly Stopwatch Since = Stopwatch.StartNew();

    private static void Say(string what) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Since.Elapsed.TotalSeconds,6:F0} s  {what}"));
}
