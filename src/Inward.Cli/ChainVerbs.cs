using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>What follows a sale: templates, the chain of one sale, and what its customer may see of it.</summary>
internal static class ChainVerbs
{
    private static readonly Argument<string> Template = Id("chain", "What it is called, or its id"), Sale = Id("sale", "The sale's name"), StepNamed = Id("step", "Its name, or its id"), Link = Id("link", "Its id, as links names it");

    private static readonly Field[] Head = [Text("name", "--name", "The name"), One("owner", "--owner", Called.Person, "Who owns it; “me” is me")];

    private static readonly Field[] Step =
    [
        Text("name", "--name", "The name"), One("team", "--team", Called.Team, "The team that does it"), Number("days", "--days", "How many working days it usually takes"), Many("after", "--after", "A step that it waits for"),
        Text("question", "--question", "Only when this is answered with yes, sale by sale"), Text("reason", "--reason", "What the team is told: why"), Text("effect", "--effect", "What it changes"), Many("conditions", "--condition", "It counts as done when"),
    ];

    private static readonly Field Reason = Text("reason", "--reason", "Why", required: true);

    public static Command Chains() => List("chains", "Templates of what follows a sale", "chains", [Text("q", "--q", "Part of the name"), .. Paged], Tell.Row("name", "days", "owner", "steps"),
        Verb("show", "Show one", [Template], async (api, said) => await api.Get(await Path(api, said)), Shown),
        Verb("add", "Make one: with the eight steps, or another's", [], [.. Head, One("copyOf", "--copy-of", Called.Chain, "A template whose steps it takes over")], (api, _, body) => api.Post("chains", body), Shown),
        Changing("change", "Change its name or owner", [Template], Head, "PATCH", Path), Deleting("delete", "Delete one; it waits in my trash", [Template], Path),
        Changing("step", "Add a step", [Template], Step, "POST", async (api, said) => $"{await Path(api, said)}/steps"),
        Changing("restep", "Change what is named of a step, and leave the rest", [Template, StepNamed], Step, "PATCH", StepPath), Deleting("unstep", "Remove a step", [Template, StepNamed], StepPath));

    public static Command OfSale()
    {
        var chain = new Command("chain", "What follows a sale, step by step");
        foreach (var verb in Steering().Concat(Links()))
            chain.Add(verb);
        return chain;
    }

    private static IEnumerable<Command> Steering()
    {
        yield return Verb("show", "What follows it, with its days as things stand", [Sale], async (api, said) => await api.Get(await Chain(api, said)), Stands);
        yield return Begin();
        yield return Steer("skip", "Do without a step; its ask is withdrawn", "skipping", [Reason]);
        yield return Steer("decide", "Say whether this sale needs a step", "answer", [Flag("needed", "--needed", "It does (--needed false: it does not)")]);
        yield return Steer("ask", "Ask a team for a step that nobody is asked for", "asking", [One("team", "--team", Called.Team, "Another team than before")]);
        yield return Verb("end", "End it; what nobody has delivered is withdrawn", [Sale], [Reason], async (api, said, body) => await api.Post($"{await Chain(api, said)}/ending", body), Stands);
    }

    private static IEnumerable<Command> Links()
    {
        yield return Verb("links", "Links for its customer", [Sale], async (api, said) => await api.Get($"{await Chain(api, said)}/links"), list => Tell.List(list, Tell.Row("id", "title", "steps", "endsAt", "revokedAt", "openedOn")));
        yield return MakeLink();
        yield return Verb("unlink", "Revoke one", [Sale, Link], async (api, said) => await api.Post($"{await Chain(api, said)}/links/{said.Part(Link)}/revocation", new JsonObject()), Tell.Record);
    }

    private static Command Begin()
    {
        Field[] fields =
        [
            One("template", "--chain", Called.Chain, "Which template; may be left out where there is one"), Day("startOn", "--start-on", "When the first steps may begin; today when left out"),
            Values("teams", "--team", "A step and the team that does it, such as \"Pick=Warehouse\""), Many("yes", "--yes", "A step that this sale needs"), Many("no", "--no", "A step that it does not need"),
            Values("skips", "--skip", "A step to do without, and why, such as \"Banking=Paid in cash\""),
        ];
        return Verb("begin", "Begin a chain: every team is asked at once", [Sale], fields, async (api, said, body) =>
        {
            var template = body["template"] is { } chosen ? await api.Get($"chains/{chosen}") : (await api.Get("chains"))!["items"]!.AsArray() is [var only] ? only : throw new WrongUse("Say --chain: there are several, or none.");
            var choices = new Dictionary<string, JsonObject>();
            JsonObject Of(string name) => choices.TryGetValue(StepId(template!, name), out var known) ? known : choices[StepId(template!, name)] = new JsonObject { ["step"] = StepId(template!, name) };
            foreach (var (name, team) in Taken(body, "teams"))
                Of(name)["team"] = await Called.Team.Id(api, $"{team}");
            foreach (var (name, why) in Taken(body, "skips"))
                Of(name)["skip"] = $"{why}";
            foreach (var (words, needed) in new[] { ("yes", true), ("no", false) })
            {
                foreach (var name in (body[words] as JsonArray ?? []).Select(one => $"{one}").ToList())
                    Of(name)["needed"] = needed;
                body.Remove(words);
            }
            body["template"] = (string)template!["id"]!;
            body["steps"] = new JsonArray([.. choices.Values]);
            return await api.Post(await Chain(api, said), body);
        }, Stands);
    }

    private static Command MakeLink()
    {
        Field[] fields =
        [
            Text("title", "--title", "What the customer reads above the steps", required: true), Number("days", "--days", "Good for how many days, up to 90; 30 when left out"), Text("language", "--language", "en or de"),
            Values("shown", "--step", "A step that they see, in words for them, such as \"Ship=On its way to you\""),
        ];
        return Verb("link", "Make a link with which its customer follows chosen steps; its address is told once", [Sale], fields, async (api, said, body) =>
        {
            var (chain, path) = (await api.Get(await Chain(api, said)), await Chain(api, said));
            body["steps"] = new JsonArray([.. Taken(body, "shown").Select(one => (JsonNode)new JsonObject { ["step"] = StepId(chain!, one.Key), ["words"] = $"{one.Value}" })]);
            return await api.Post($"{path}/links", body);
        }, link => [$"{Url?.TrimEnd('/')}/follow/{link["secret"]}"]);
    }

    private static Command Steer(string name, string description, string move, Field[] fields) => Verb(name, description, [Sale, StepNamed], fields, async (api, said, body) =>
    {
        var path = await Chain(api, said);
        return await api.Post($"{path}/steps/{StepId((await api.Get(path))!, said.GetRequiredValue(StepNamed))}/{move}", body);
    }, Stands);

    private static Command Changing(string name, string description, Argument<string>[] parts, Field[] fields, string method, Func<Api, ParseResult, Task<string>> path) =>
        Verb(name, description, [.. parts, .. fields.Select(f => f.Option), RecordVerbs.Version],
            async (api, said) => await api.Change(method, await path(api, said), await Body(api, said, fields), said.GetValue(RecordVerbs.Version)), Shown);

    private static Command Deleting(string name, string description, Argument<string>[] parts, Func<Api, ParseResult, Task<string>> path) =>
        Verb(name, description, [.. parts, RecordVerbs.Version], async (api, said) => await api.Change("DELETE", await path(api, said), null, said.GetValue(RecordVerbs.Version)), Tell.Done);

    // What was typed as pairs, taken out of what is sent.
    private static List<KeyValuePair<string, JsonNode?>> Taken(JsonObject body, string name)
    {
        var pairs = (body[name] as JsonObject)?.ToList() ?? [];
        body.Remove(name);
        return pairs;
    }

    private static string StepId(JsonNode chain, string named) => Guid.TryParse(named, out _) ? named
        : (string?)chain["steps"]!.AsArray().FirstOrDefault(step => string.Equals((string?)step!["name"], named, StringComparison.OrdinalIgnoreCase))?["id"]
        ?? throw new WrongUse($"This chain has no step “{named}”: {string.Join(", ", chain["steps"]!.AsArray().Select(step => (string?)step!["name"]))}.");

    private static async Task<string> Path(Api api, ParseResult said) => $"chains/{await Called.Chain.Id(api, said.GetRequiredValue(Template))}";

    private static async Task<string> StepPath(Api api, ParseResult said)
    {
        var path = await Path(api, said);
        return $"{path}/steps/{StepId((await api.Get(path))!, said.GetRequiredValue(StepNamed))}";
    }

    private static async Task<string> Chain(Api api, ParseResult said) => $"sales/{await Called.Sale.Id(api, said.GetRequiredValue(Sale))}/chain";

    private static IEnumerable<string> Shown(JsonNode template) =>
        [$"{template["id"]}  {template["name"]}, {template["days"]} working days", .. template["steps"]!.AsArray().Select(step => $"  {step!["name"]}: {Parted(Tell.Value(step["team"]), $"{step["days"]} days", After(step), Tell.Value(step["question"]))}")];

    private static IEnumerable<string> Stands(JsonNode chain) =>
    [
        $"{chain["template"]}, until {chain["until"]}{(chain["ended"] is { } ended ? $"; ended: {ended}" : "")}",
        .. chain["promised"]!.AsArray().Select(day => $"  promised for {day!["by"]}{((int)day["daysLate"]! > 0 ? $": {day["daysLate"]} working days too late" : ": kept")}"),
        .. chain["steps"]!.AsArray().Select(step => $"  {((bool)step!["longest"]! ? "*" : " ")} {step["name"]}: {Parted($"{step["state"]}", Tell.Value(step["team"]), $"{step["from"]} to {step["until"]} ({step["basis"]})", After(step), Tell.Value(step["skipped"]))}"),
    ];

    private static string After(JsonNode step) => step["after"]!.AsArray() is { Count: > 0 } before ? $"after {Tell.Value(before)}" : "";

    private static string Parted(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
