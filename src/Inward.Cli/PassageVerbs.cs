using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>What event logs measured.</summary>
internal static class PassageVerbs
{
    private static readonly Field[] Cut = [Text("by", "--by", "team, product or month"), Text("of", "--of", "Which one, such as 2026-03; nothing for all that are not told apart")];

    public static Command Passages()
    {
        var which = Id("id", "The log's id, as `inward passages` lists it");
        return List("passages", "What event logs measured, stage by stage", "passages/logs", [], Tell.Row("name", "cases", "events", "stages"),
            Verb("show", "The stages of one log", [which, .. Cut.Select(field => field.Option)], async (api, said) => await api.Get($"passages/logs/{said.Part(which)}{await Fields.Query(api, said, Cut)}"), Stages));
    }

    private static IEnumerable<string> Stages(JsonNode log)
    {
        var cases = log["figures"]!["cases"]!;
        yield return $"{log["log"]!["name"]}: {cases["cases"]} cases, {cases["passings"]} events, finished by {cases["done"] ?? "nothing"}, on time {Percent(cases["onTime"]!)}";
        foreach (var stage in log["figures"]!["stages"]!.AsArray())
            yield return $"  {stage!["name"]}: passed {stage["passings"]} times, time {Days(stage["time"])}, wait {Days(stage["wait"])}, again {Percent(stage["again"]!)}";
        foreach (var cut in log["cuts"]!.AsArray())
            yield return $"  --by {cut!["by"]} --of \"{cut["of"]}\": {cut["cases"]} cases";
    }

    private static string Days(JsonNode? length) => length is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{(double)length["median"]! / 86_400_000:0.##} days (9 of 10: {(double)length["p90"]! / 86_400_000:0.##})");

    private static string Percent(JsonNode share) => share["value"] is { } value ? string.Create(CultureInfo.InvariantCulture, $"{(double)value * 100:0.#} % of {share["total"]}") : "–";
}
