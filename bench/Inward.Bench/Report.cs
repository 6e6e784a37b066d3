using System.Globalization;
using Inward.Server.Storage;

namespace Inward.Bench;

/// <summary>The figures as tables that can stand in docs/performance.md as they are.</summary>
internal static class Report
{
    private const double MostGrowth = 1.3, MostSearchGrowth = 1.5, LeastRate = 0.7, MostTail = 6, MostStart = 2, MostMemory = 2, MostBytes = 25 * 1024, LeastEvents = 200_000, MostFigures = 2_000, MostTarget = 50;

    public static void Costs(IEnumerable<Stand> stands, IReadOnlyList<Measured> chosen, Dictionary<(Stand, string), Cost> costs)
    {
        Head("CPU a request, one caller", "request", "engine", "Inward ms", "floor ms", "ratio", "at most", "");
        foreach (var stand in stands)
        {
            foreach (var measured in chosen)
            {
                var cost = costs[(stand, measured.Name)];
                var most = stand.Engine == Engine.Sqlite ? measured.Most.Sqlite : measured.Most.Postgres;
                Row(measured.Name, stand.Engine, N(cost.Inward, 3), N(cost.Floor, 3), N(cost.Ratio, 2), N(most, 1), Verdict(cost.Ratio <= most));
            }
        }
    }

    public static void Crowds(IEnumerable<(Stand Stand, Measured Measured, Crowd Inward, Crowd Floor)> seen)
    {
        Head("Sixteen callers", "request", "engine", "Inward /s", "floor /s", "rate ratio", "p50 ms", "p99 ms", "p99 / p50", "");
        foreach (var (stand, measured, inward, floor) in seen)
        {
            var (rate, tail) = (inward.Rate / floor.Rate, inward.P99 / inward.P50);
            Row(measured.Name, stand.Engine, N(inward.Rate, 0), N(floor.Rate, 0), N(rate, 2), N(inward.P50, 1), N(inward.P99, 1), N(tail, 1),
                Verdict(tail <= MostTail && (!measured.IsCreate || rate >= LeastRate)));
        }
    }

    public static void Growth(List<Stand> small, List<Stand> large, IReadOnlyList<Measured> chosen, Dictionary<(Stand, string), Cost> costs)
    {
        Head($"From {small[0].Size} asks to {large[0].Size}", "request", "engine", "small ms", "large ms", "grows", "floor grows", "at most", "");
        foreach (var (from, to) in small.Zip(large))
        {
            foreach (var measured in chosen)
            {
                var (before, after) = (costs[(from, measured.Name)], costs[(to, measured.Name)]);
                var (grows, floor) = (after.Inward / before.Inward, after.Floor / before.Floor);
                var most = measured.IsSearch ? MostSearchGrowth * floor : MostGrowth;
                Row(measured.Name, from.Engine, N(before.Inward, 3), N(after.Inward, 3), N(grows, 2), N(floor, 2), N(most, 2), Verdict(grows <= most));
            }
        }
    }

    public static void Memory(IEnumerable<Stand> stands)
    {
        Head("Memory after all this", "engine", "Inward MB", "floor MB", "ratio", "at most", "");
        foreach (var stand in stands)
        {
            var (inward, floor) = (stand.Inward.Memory, stand.Floor.Memory);
            Row(stand.Engine, N(inward, 0), N(floor, 0), N(inward / floor, 2), N(MostMemory, 1), Verdict(inward <= MostMemory * floor));
        }
    }

    public static void Bytes(IReadOnlyList<(string Path, int Bytes)> sent)
    {
        Head("List page on a cold cache", "file", "bytes, heads included");
        foreach (var (path, bytes) in sent)
            Row(path, bytes);
        var all = sent.Sum(s => s.Bytes);
        Row($"together (at most {MostBytes:F0}) {Verdict(all <= MostBytes)}", all);
    }

    public static void Starts(Stand stand, List<((double Seconds, double Cpu, double Memory) Inward, (double Seconds, double Cpu, double Memory) Floor)> seen)
    {
        Head($"Start to first own list, {stand.Engine}", "", "Inward", "floor", "ratio", "at most", "");
        var ratio = Measuring.Median(seen.Select(s => s.Inward.Seconds / s.Floor.Seconds));
        Row("seconds", N(Measuring.Median(seen.Select(s => s.Inward.Seconds)), 2), N(Measuring.Median(seen.Select(s => s.Floor.Seconds)), 2), N(ratio, 2), N(MostStart, 1), Verdict(ratio <= MostStart));
        Row("seconds of CPU", N(Measuring.Median(seen.Select(s => s.Inward.Cpu)), 2), N(Measuring.Median(seen.Select(s => s.Floor.Cpu)), 2), N(Measuring.Median(seen.Select(s => s.Inward.Cpu / s.Floor.Cpu)), 2), "", "");
        Row("MB then", N(Measuring.Median(seen.Select(s => s.Inward.Memory)), 0), N(Measuring.Median(seen.Select(s => s.Floor.Memory)), 0), "", "", "");
    }

    public static void Events(string engine, int events, long bytes, EventCost inward, double floor)
    {
        Head($"An event log of {N(events, 0)} events ({bytes / 1024 / 1024} MB), {engine}", "", "Inward", "floor", "ratio", "goal", "");
        Row("brought in, s", N(inward.Seconds, 1), N(floor, 1), N(inward.Seconds / floor, 1), "", "");
        Row("events a second", N(events / inward.Seconds, 0), N(events / floor, 0), "", N(LeastEvents, 0), Verdict(events / inward.Seconds >= LeastEvents));
        Row("CPU, s", N(inward.Cpu, 1), "", "", "", "");
        Row("most memory, MB", N(inward.Megabytes, 0), "", "", "", "");
        Row("the same again, s (adds nothing)", N(inward.Again, 1), "", "", "", "");
        Row("all its figures, ms", N(inward.Figures, 1), "", "", N(MostFigures, 0), Verdict(inward.Figures <= MostFigures));
    }

    public static void Targets(int targets, int weeks, double next, double corrected, double everything)
    {
        Head($"A tree of {N(targets, 0)} targets of {weeks} weeks", "", "Inward, ms of CPU", "everything anew", "ratio", "at most", "");
        Row("after a check-in of the last week", N(next, 3), N(everything, 1), N(next / everything, 4), N(MostTarget, 0), Verdict(next <= MostTarget));
        Row("after a correction of the first week", N(corrected, 3), N(everything, 1), N(corrected / everything, 4), N(MostTarget, 0), Verdict(corrected <= MostTarget));
    }

    private static void Head(string title, params string[] columns)
    {
        Console.WriteLine($"\n## {title}\n");
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    private static void Row(params object[] cells) =>
        Console.WriteLine($"| {string.Join(" | ", cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)))} |");

    private static string Verdict(bool reached) => reached ? "ok" : "MISSED";

    private static string N(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
