using Inward.Asks.Wording;
using Inward.Tests.Asks.Wording;

namespace Inward.Bench;

/// <summary>
/// What Inward costs beside the floor. `bin/bench [--quick] [--sizes 5000,50000,200000] [--engines sqlite,postgres]
/// [--rounds N] [--only list] [--events 1000000] [--stores FOLDER]`; the first size but one is the one the table is about, `--only events` measures event logs alone, and `--only targets` trees of targets.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["floor", var engine, var where, var url])
            return await Floor.Run(engine, where, url);
        var said = Said(args);
        var quick = said.ContainsKey("quick");
        var sizes = said.GetValueOrDefault("sizes", quick ? "50000" : "5000,50000,200000").Split(',').Select(int.Parse).Order().ToList();
        var engines = said.GetValueOrDefault("engines", "sqlite,postgres").Split(',');
        var rounds = int.Parse(said.GetValueOrDefault("rounds", quick ? "5" : "9"), provider: null);
        var kept = said.GetValueOrDefault("stores");
        var folder = kept ?? Directory.CreateTempSubdirectory("inward-bench-").FullName;
        try
        {
            var (only, events) = (said.GetValueOrDefault("only", ""), said.GetValueOrDefault("events", quick ? "1000000" : "1000000,3000000").Split(',').Select(int.Parse).ToList());
            if (only is "" or "targets")
                TargetTrees.Measure(rounds);
            if (only is not ("events" or "targets"))
            {
                Wording();
                await using var bench = new Bench(folder, sizes, engines, rounds, quick, only);
                await bench.Run();
            }
            if (only is "" or "events")
                await EventLogs.Measure(folder, engines, events);
        }
        finally
        {
            if (kept is null)
                Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private static Dictionary<string, string> Said(string[] args)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].TrimStart('-');
            said[name] = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : "";
        }
        return said;
    }

    private static void Wording()
    {
        Console.WriteLine("## Wording coach\n");
        Console.WriteLine(Corpora.EmailIntent() is { } sentences
            ? $"- Is there an ask (asks-email-intent, n = {sentences.Count}): F1 {F1(sentences):F3}, on the fifth kept away from fitting {F1([.. sentences.Where(s => s.IsHeldOut)]):F3}; to reach: 0.70"
            : "- Is there an ask: skipped, asks-email-intent is not on this machine (INWARD_DATA).");
        Console.WriteLine(Corpora.Politeness() is { } requests
            ? $"- Tone (asks-politeness, n = {requests.Count}): rank correlation {Tone(requests):F3}, on the fifth kept away {Tone([.. requests.Where(r => r.IsHeldOut)]):F3}"
            : "- Tone: skipped, asks-politeness is not on this machine (INWARD_DATA).");
        Console.WriteLine();
    }

    private static double F1(List<Labelled> sentences) =>
        Agreement.Of(sentences.ConvertAll(one => (WordingCoach.IsThereAnAsk(one.Text).IsAsk, one.Label > 0.5))).F1;

    private static double Tone(List<Labelled> requests) =>
        Agreement.Ranks(requests.ConvertAll(one => (WordingCoach.Tone(one.Text).Score, one.Label)));
}
