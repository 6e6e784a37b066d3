using System.Diagnostics;

namespace Inward.Bench;

/// <summary>CPU a request in milliseconds: Inward's, the floor's, and their ratio, each the median of the rounds.</summary>
internal sealed record Cost(double Inward, double Floor, double Ratio);

/// <summary>Sixteen callers at once: requests a second, and how long one waits in milliseconds.</summary>
internal sealed record Crowd(double Rate, double P50, double P99);

internal static class Measuring
{
    // Enough CPU that the kernel's steps of ten milliseconds are small beside it.
    private const double BatchCpu = 400;
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(600);

    /// <summary>
    /// Asks until both have compiled what they need, and finds how many requests fill a batch. .NET compiles what is used often
    /// a second and a third time, in the background and only once nothing new was compiled for a moment: so it pauses, too.
    /// </summary>
    public static (int Inward, int Floor) WarmUp(Stand stand, Measured measured, bool quick)
    {
        return (Of(stand.Inward, measured.Inward), Of(stand.Floor, measured.Floor));

        int Of(Running server, Func<int, byte[]> request)
        {
            for (var i = 0; i < 5; i++)
            {
                // A create leaves rows behind, so a store is not warmed up with more of them than it needs.
                var burst = Stopwatch.StartNew();
                for (var asked = 0; asked < (measured.IsCreate ? 300 : 1_000) && burst.Elapsed < Burst; asked += 50)
                    Batch(stand, server, request, 50, measured.Status);
                Thread.Sleep(quick ? 200 : 300);
            }
            var each = Batch(stand, server, request, 100, measured.Status);
            return (int)Math.Clamp(BatchCpu / Math.Max(each, 0.01), 50, measured.IsCreate ? 400 : 4_000);
        }
    }

    /// <summary>One batch after the other, by one caller: CPU of the server, and of the engine behind it, for each request.</summary>
    public static double Batch(Stand stand, Running server, Func<int, byte[]> request, int requests, int status)
    {
        using var line = server.Connect();
        var before = stand.Cpu(server);
        for (var i = 0; i < requests; i++)
        {
            line.Ask(request(i));
            if (line.Status != status)
                throw new InvalidOperationException($"{line.Status} instead of {status}: {line.Head}");
        }
        return (stand.Cpu(server) - before) / requests;
    }

    /// <summary>Sixteen callers, each asking again as soon as it is answered.</summary>
    public static Crowd Sixteen(Running server, Func<int, byte[]> request, TimeSpan time)
    {
        var waits = new List<double>[16];
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, waits.Length).Select(n => new Thread(() =>
        {
            var mine = waits[n] = new List<double>(20_000);
            using var line = server.Connect();
            for (var i = n; clock.Elapsed < time; i++)
            {
                var words = request(i);
                var asked = Stopwatch.GetTimestamp();
                line.Ask(words);
                mine.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var elapsed = clock.Elapsed.TotalSeconds;
        var all = waits.SelectMany(w => w).Order().ToList();
        return new Crowd(all.Count / elapsed, all[all.Count / 2], all[all.Count * 99 / 100]);
    }

    /// <summary>From the start of a process to the first answer: seconds on the clock, and of CPU.</summary>
    public static (double Seconds, double Cpu, double Memory) FirstAnswer(Stand stand, Running server, byte[] request, Stopwatch since)
    {
        using var line = server.Connect();
        line.Ask(request);
        if (line.Status != 200)
            throw new InvalidOperationException($"{line.Status} for the first list: {line.Head}");
        return (since.Elapsed.TotalSeconds, server.Cpu / 1000, server.Memory);
    }

    /// <summary>The bytes a browser with an empty cache receives for a page: the page and all it names.</summary>
    public static IReadOnlyList<(string Path, int Bytes)> Bytes(Running server, Requests requests, string path)
    {
        using var line = server.Connect();
        line.Ask(requests.Page(0, path));
        var sent = new List<(string, int)> { (path, line.Bytes) };
        foreach (var asset in Named(Unpacked(line)))
        {
            line.Ask(Requests.Asset(asset));
            if (line.Status != 200)
                throw new InvalidOperationException($"{line.Status} for {asset}");
            sent.Add((asset, line.Bytes));
        }
        return sent;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static IEnumerable<string> Named(string html) =>
        System.Text.RegularExpressions.Regex.Matches(html, """(?:href|src)="(/[^"#?]*\.(?:css|js|svg)(?:\?[^"#]*)?)[#"]""", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static string Unpacked(Line line)
    {
        using var body = new MemoryStream(line.Body());
        using Stream plain = line.Head.Contains("Content-Encoding: br", StringComparison.OrdinalIgnoreCase) ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
            : line.Head.Contains("Content-Encoding: gzip", StringComparison.OrdinalIgnoreCase) ? new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress) : body;
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }
}
