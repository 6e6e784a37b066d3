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

    private static readonly Argument<string?> Done = new("stage") { Description = "A stage of the log", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string> Activity = Id("activity", "What the log calls it"), Stage = Id("stage", "A stage of the journey by its name or id; “none” for none, “name” for whichever is called so");

    private static readonly Option<string?> Journey = new("--journey") { Description = "What the journey is called, or its id; else the oldest" };

    public static Command Passages()
    {
        var which = Id("id", "The log's id, as `inward passages` lists it");
        return List("passages", "What event logs measured, stage by stage", "passages/logs", [], Tell.Row("name", "cases", "events", "stages"),
            Verb("finish", "Choose the stage that finishes a case; nothing for where most cases stand last", [which, Done, RecordVerbs.Version], async (api, said) =>
                await api.Change("PATCH", $"passages/logs/{said.Part(which)}", new JsonObject { ["done"] = said.GetValue(Done) }, said.GetValue(RecordVerbs.Version)), Stages),
            Verb("beside", "What a journey assumes beside what a log measured, disagreements first", [which, Journey], async (api, said) => await api.Get(await BesidePath(api, said, which)), Compared),
            Verb("pair", "Say which stage of a journey an activity is", [which, Activity, Stage, Journey, RecordVerbs.Version], async (api, said) => await Pair(api, said, which), Compared),
            Verb("show", "The stages of one log", [which, .. Cut.Select(field => field.Option)], async (api, said) => await api.Get($"passages/logs/{said.Part(which)}{await Fields.Query(api, said, Cut)}"), Stages));
    }

    private static async Task<string> BesidePath(Api api, ParseResult said, Argument<string> which)
    {
        var journey = said.GetValue(Journey) is { } named ? await Called.Journey.Id(api, named) : (string)(await api.Get("journeys?limit=1"))!["items"]![0]!["id"]!;
        return $"passages/logs/{said.Part(which)}/beside/{journey}";
    }

    private static async Task<JsonNode?> Pair(Api api, ParseResult said, Argument<string> which)
    {
        var (path, named) = (await BesidePath(api, said, which), said.GetRequiredValue(Stage));
        var pair = new JsonObject { ["activity"] = said.GetRequiredValue(Activity), ["byName"] = named == "name" };
        if (named is not ("name" or "none"))
            pair["stage"] = await JourneyVerbs.StageId(api, $"journeys/{path.Split('/')[^1]}", named);
        return await api.Change("PATCH", path, new JsonObject { ["pairs"] = new JsonArray(pair) }, said.GetValue(RecordVerbs.Version));
    }

    private static IEnumerable<string> Compared(JsonNode both)
    {
        yield return $"{Tell.Value(both["journey"])} beside {Tell.Value(both["log"])}: {both["formula"]}";
        foreach (var stage in both["stages"]!.AsArray())
            yield return $"{(double)stage!["apart"]!,6:0.#}  {stage["name"]}: assumed {stage["assumed"]} (rank {stage["assumedRank"]}), {(double)stage["share"]! * 100:0.#} % of the time (rank {stage["shareRank"]})";
        foreach (var (kind, words) in new[] { ("notSaid", "measured, worth not said"), ("notMeasured", "assumed, not measured"), ("inNoStage", "measured, in no stage") })
        {
            if (both[kind]!.AsArray() is { Count: > 0 } some)
                yield return $"{words}: {string.Join(", ", some.Select(one => one!["name"]))}";
        }
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
