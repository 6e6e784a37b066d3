using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Journeys and their stages.</summary>
internal static class JourneyVerbs
{
    private static readonly Field Name = Text("name", "--name", "The name");

    private static readonly Field[] Journey =
    [
        Name, Text("segment", "--segment", "Which customers it is for"), One("owner", "--owner", Called.Person, "Who owns it; “me” is me"), Ids("editors", "--editor", Called.Person, "Who may change it, too"),
    ];

    private static readonly Field[] Stage =
    [
        Name, Number("place", "--place", "Where it stands, 1 the first"), Number("customerValue", "--customer-value", "What it is worth to the customer, 0 to 5"), Number("ourValue", "--our-value", "What it is worth to us, 0 to 5"),
        Number("weight", "--weight", "How much it counts in what we mean to do, 0 to 5"), Text("control", "--control", "mine, shared or other"),
        Ids("teams", "--team", Called.Team, "A team that owns it"), Ids("people", "--person", Called.Person, "Somebody it depends on"),
    ];

    private static readonly Argument<string> Which = Id("journey", "What it is called, or its id");

    private static readonly Argument<string> StageNamed = Id("stage", "Its name, or its id");

    public static Command Journeys() => List("journeys", "The stages that customers pass", "journeys", [Text("q", "--q", "Part of the name or segment"), .. Paged], Tell.Row("name", "segment", "owner", "stages"),
        Verb("show", "Show one", [Which], async (api, said) => await api.Get(await Path(api, said)), Shown),
        Verb("add", "Make one: with the ten stages, or another's", [], [.. Journey, One("copyOf", "--copy-of", Called.Journey, "A journey whose stages it takes over")], (api, _, body) => api.Post("journeys", body), Shown),
        Changing("change", "Change its name, segment, owner or editors", [Which], Journey, "PATCH", (api, said) => Path(api, said)),
        Verb("delete", "Delete one; it waits in my trash", [Which, RecordVerbs.Version], async (api, said) => await api.Change("DELETE", await Path(api, said), null, said.GetValue(RecordVerbs.Version)), Tell.Done),
        First(), Beside(), File("csv", "One as CSV, a row a stage"), File("markdown", "One as Markdown"));

    public static Command Stages()
    {
        var stages = Verb("stages", "The stages of every journey", [], (api, _) => api.Get("journeys?limit=200"), all => all["items"]!.AsArray().SelectMany(journey => Shown(journey!)));
        foreach (var verb in new[]
        {
            Changing("add", "Add one", [Which], Stage, "POST", async (api, said) => $"{await Path(api, said)}/stages"),
            Changing("change", "Change what is named, and leave the rest", [Which, StageNamed], Stage, "PATCH", StagePath),
            Remove(), Order(), Score(), Scores(), Adopt(), Support(), Unsupport(),
        })
            stages.Add(verb);
        return stages;
    }

    private static Command Remove()
    {
        var into = new Option<string?>("--into") { Description = "The stage into which what stands there goes" };
        return Verb("remove", "Remove one", [Which, StageNamed, into, RecordVerbs.Version], async (api, said) =>
        {
            var to = said.GetValue(into) is { Length: > 0 } named ? $"?into={await StageId(api, said, named)}" : "";
            return await api.Change("DELETE", await StagePath(api, said) + to, null, said.GetValue(RecordVerbs.Version));
        }, Shown);
    }

    private static Command Order()
    {
        var order = new Argument<string[]>("stages") { Description = "Names or ids in the order in which they shall stand" };
        return Verb("order", "Put the stages into an order; those not named follow", [Which, order], async (api, said) =>
        {
            var ids = new JsonArray();
            foreach (var stage in said.GetRequiredValue(order))
                ids.Add((JsonNode)await StageId(api, said, stage));
            return await api.Post($"{await Path(api, said)}/stages/order", new JsonObject { ["stages"] = ids });
        }, Shown);
    }

    private static Command Score()
    {
        Field[] score = [Number("customerValue", "--customer-value", "What it is worth to the customer, 0 to 5"), Number("ourValue", "--our-value", "What it is worth to us, 0 to 5"), Number("weight", "--weight", "How much it counts, 0 to 5")];
        return Verb("score", "Score one blind; then I see what others think, without names", [Which, StageNamed], score, async (api, said, body) => await api.Post($"{await StagePath(api, said)}/score", body), Thought);
    }

    private static Command Scores() => Verb("scores", "My score of one, and once I have given one, all together", [Which, StageNamed], async (api, said) => await api.Get($"{await StagePath(api, said)}/score"), Thought);

    private static Command Adopt() => Verb("adopt", "The median of the scores is what the stage is worth from now on", [Which, StageNamed, RecordVerbs.Version],
        async (api, said) => await api.Change("POST", $"{await StagePath(api, said)}/adoption", new JsonObject(), said.GetValue(RecordVerbs.Version)), Shown);

    private static Command Support()
    {
        Field[] evidence = [Text("kind", "--kind", "verbatim, sale, ask or link", required: true), Text("record", "--record", "The id of the words, the sale or the ask"), Text("words", "--words", "What it shows, or the link")];
        return Verb("support", "Name what speaks for one", [Which, StageNamed], evidence, async (api, said, body) => await api.Post($"{await StagePath(api, said)}/evidence", body), Shown);
    }

    private static Command Unsupport()
    {
        var evidence = Id("evidence", "Its id, as the API lists it");
        return Verb("unsupport", "Take evidence away", [Which, StageNamed, evidence], async (api, said) => await api.Change("DELETE", $"{await StagePath(api, said)}/evidence/{said.Part(evidence)}", null, null), Shown);
    }

    private static Command First() => Verb("first", "Stages and teams to win first, with what it is worked out from", [Which], async (api, said) => await api.Get($"{await Path(api, said)}/first"),
        first => [$"{first["formula"]}", .. first["stages"]!.AsArray().Select(row => $"{row!["score"],8}  {Tell.Value(row["stage"])}  ({row["worth"]} × {row["weight"]} × {row["dependence"]}, support {row["support"]})"),
            .. first["teams"]!.AsArray().Select(row => $"{row!["score"],8}  {Tell.Value(row["team"])}  ({row["lies"]}, support {row["support"]?.ToString() ?? "too few to say"})")]);

    private static IEnumerable<string> Thought(JsonNode scores)
    {
        yield return (int)scores["count"]! == 1 ? "One has scored it." : $"{scores["count"]} have scored it.";
        if (scores["all"] is not JsonObject all)
            yield break;
        foreach (var (name, words) in new[] { ("customerValue", "to the customer"), ("ourValue", "to us"), ("weight", "weight") })
        {
            if (all[name] is { } spread)
                yield return $"{words,-16} median {spread["median"]}, {spread["lowest"]} to {spread["highest"]}{((bool)spread["disagreement"]! ? ": worth a talk" : "")}";
        }
    }

    private static Command Beside()
    {
        var other = Id("other", "The other journey");
        return Verb("with", "Two journeys side by side", [Which, other], async (api, said) => await api.Get($"{await Path(api, said)}/with/{await Called.Journey.Id(api, said.GetRequiredValue(other))}"),
            both => both["stages"]!.AsArray().Select(pair => $"{((bool)pair!["differs"]! ? "differs" : "the same"),-9} {pair["name"]}: {Line(pair["one"])} | {Line(pair["other"])}"));
    }

    private static Command File(string kind, string description) => Verb(kind, description, [Which],
        async (api, said) => JsonValue.Create(System.Text.Encoding.UTF8.GetString(await api.Bytes($"{await Path(api, said)}/{kind}"))), text => [$"{text}"]);

    private static Command Changing(string name, string description, Argument<string>[] parts, Field[] fields, string method, Func<Api, ParseResult, Task<string>> path) =>
        Verb(name, description, [.. parts, .. fields.Select(f => f.Option), RecordVerbs.Version],
            async (api, said) => await api.Change(method, await path(api, said), await Body(api, said, fields), said.GetValue(RecordVerbs.Version)), Shown);

    private static async Task<string> Path(Api api, ParseResult said) => $"journeys/{await Called.Journey.Id(api, said.GetRequiredValue(Which))}";

    private static async Task<string> StagePath(Api api, ParseResult said) => $"{await Path(api, said)}/stages/{await StageId(api, said, said.GetRequiredValue(StageNamed))}";

    private static async Task<string> StageId(Api api, ParseResult said, string named) => await StageId(api, await Path(api, said), named);

    internal static async Task<string> StageId(Api api, string journey, string named)
    {
        if (Guid.TryParse(named, out _))
            return named;
        var stages = (await api.Get(journey))!["stages"]!.AsArray();
        return (string?)stages.FirstOrDefault(stage => string.Equals((string?)stage!["name"], named, StringComparison.OrdinalIgnoreCase))?["id"]
            ?? throw new WrongUse($"This journey has no stage “{named}”: {string.Join(", ", stages.Select(stage => (string?)stage!["name"]))}.");
    }

    private static IEnumerable<string> Shown(JsonNode journey) =>
        [$"{journey["id"]}  {journey["name"]}{(journey["segment"] is { } segment ? $" ({segment})" : "")}{(journey["owner"] is { } owner ? $", owned by {Tell.Value(owner)}" : "")}",
            .. journey["stages"]!.AsArray().Select(stage => $"{stage!["place"],3}. {stage["name"]}: {Line(stage)}")];

    private static string Line(JsonNode? stage) => stage is null ? "none" : string.Join(", ", new[]
    {
        stage["customerValue"] is { } theirs ? $"to the customer {theirs}" : null, stage["ourValue"] is { } ours ? $"to us {ours}" : null, stage["weight"] is { } weight ? $"weight {weight}" : null,
        (string?)stage["control"], Tell.Value(stage["teams"]), Tell.Value(stage["people"]), (long)stage["openSales"]! is > 0 and var open ? $"{open} open" : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
