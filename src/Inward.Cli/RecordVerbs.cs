using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Today, thanks, people, talks, customers and their words; and `call` for whatever has no verb of its own.</summary>
internal static class RecordVerbs
{
    public static IEnumerable<Command> All() => [Today(), Thank(), Thanks(), People(), Talk(), Customers(), Sales(), Verbatim(), Search(), Me(), Call()];

    private static Command Today() => Verb("today", "What today holds", [], (api, _) => api.Get("today"), day =>
        new[] { ("toAnswer", "To answer"), ("owed", "Owed by you"), ("waiting", "Waiting for"), ("toTell", "Customer not told"), ("toThank", "To thank") }
            .Where(l => day![l.Item1]!.AsArray().Count > 0)
            .SelectMany(l => new[] { l.Item2 }.Concat(day![l.Item1]!.AsArray().Select(r => "  " + Line(r)))));

    private static Command Thank()
    {
        var to = new Option<string?>("--to") { Description = "Whom: a name or an e-mail address" };
        var ask = new Option<string?>("--ask") { Description = "The accepted ask it thanks for" };
        var text = new Option<string>("--text") { Description = "What they did", Required = true };
        var effect = new Option<string?>("--effect") { Description = "What it changed" };
        var open = new Option<bool>("--public") { Description = "Everyone may read it" };
        return Verb("thank", "Thank a colleague", [to, ask, text, effect, open], async (api, said) =>
        {
            var body = new JsonObject { ["text"] = said.GetValue(text), ["effect"] = said.GetValue(effect), ["public"] = said.GetValue(open) };
            if (said.GetValue(ask) is { } id)
                return await api.Post($"asks/{id}/thanks", body);
            body["to"] = (await api.Who(said.GetValue(to) ?? throw new WrongUse("Say whom with --to, or for which ask with --ask."))).Id;
            return await api.Post("thanks", body);
        }, thanks => [$"{thanks!["id"]}  said{((bool)thanks["public"]! ? "" : ", in private")}"]);
    }

    private static Command Thanks() => Verb("thanks", "The feed of thanks", [], (api, _) => api.Get("thanks"), feed => feed!["items"]!.AsArray().Select(t => $"{t!["at"]}  {t["text"]}"));

    private static Command People()
    {
        var q = new Argument<string?>("query") { Arity = ArgumentArity.ZeroOrOne, Description = "Part of a name" };
        return Verb("people", "Colleagues", [q], (api, said) => api.Get($"people?q={Uri.EscapeDataString(said.GetValue(q) ?? "")}"), list =>
            list!["items"]!.AsArray().Select(p => $"{p!["id"]}  {p["name"]}, {p["title"]}"));
    }

    private static Command Talk()
    {
        var with = new Option<string[]>("--with") { Description = "With whom (may be repeated)", Required = true };
        var text = new Option<string>("--text") { Description = "What was said", Required = true };
        var channel = new Option<string>("--channel") { Description = "visit, call, chat, mail or meeting", DefaultValueFactory = _ => "call" };
        var mine = new Option<bool>("--private") { Description = "For me alone" };
        return Verb("talk", "Log a talk", [with, text, channel, mine], async (api, said) =>
        {
            var people = new JsonArray();
            foreach (var name in said.GetValue(with)!)
                people.Add((JsonNode)(await api.Who(name)).Id);
            return await api.Post("conversations", new JsonObject { ["people"] = people, ["text"] = said.GetValue(text), ["channel"] = said.GetValue(channel), ["private"] = said.GetValue(mine) });
        }, talk => [$"{talk!["id"]}  logged"]);
    }

    private static Command Customers()
    {
        var add = new Option<string?>("--add") { Description = "The name of a new one" };
        return Verb("customers", "Customers", [add], (api, said) => said.GetValue(add) is { } name ? api.Post("customers", new JsonObject { ["name"] = name }) : api.Get("customers"), Named);
    }

    private static Command Sales() => Verb("sales", "Sales", [], (api, _) => api.Get("sales"), Named);

    private static Command Verbatim()
    {
        var customer = new Option<string>("--customer") { Description = "The customer's id", Required = true };
        var words = new Option<string>("--words") { Description = "What they said, word for word", Required = true };
        var by = new Option<string?>("--said-by") { Description = "Who said it" };
        var on = new Option<string>("--said-on") { Description = "The day, such as 2026-11-21", Required = true };
        return Verb("verbatim", "Keep a customer's words", [customer, words, by, on], (api, said) => api.Post("verbatims", new JsonObject
        {
            ["customer"] = said.GetValue(customer), ["words"] = said.GetValue(words), ["saidBy"] = said.GetValue(by), ["saidOn"] = said.GetValue(on),
        }), verbatim => [$"{verbatim!["id"]}  kept"]);
    }

    private static Command Search()
    {
        var q = new Argument<string>("words");
        return Verb("search", "Search everything I may see", [q], (api, said) => api.Get($"search?q={Uri.EscapeDataString(said.GetValue(q)!)}"),
            list => list!["items"]!.AsArray().Select(f => $"{f!["id"]}  {f["kind"],-12} {f["title"]}"));
    }

    private static Command Me() => Verb("me", "Who I am", [], (api, _) => api.Get("me"), me => [$"{me!["id"]}  {me["name"]}"]);

    private static Command Call()
    {
        var method = new Argument<string>("method") { Description = "GET, POST, PUT, PATCH or DELETE" };
        var path = new Argument<string>("path") { Description = "Such as asks/ID/promise" };
        var body = new Argument<string?>("body") { Arity = ArgumentArity.ZeroOrOne, Description = "JSON" };
        var match = new Option<string?>("--if-match") { Description = "The ETag you read" };
        return Verb("call", "Call the API directly", [method, path, body, match], (api, said) =>
        {
            try
            {
                return api.Send(said.GetValue(method)!, said.GetValue(path)!, said.GetValue(body) is { } json ? JsonNode.Parse(json) : null, said.GetValue(match));
            }
            catch (JsonException unreadable)
            {
                throw new WrongUse($"The body is not JSON: {unreadable.Message}");
            }
        }, answer => [answer?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? ""]);
    }

    private static IEnumerable<string> Named(JsonNode? answer) =>
        answer!["items"] is JsonArray items ? items.Select(c => $"{c!["id"]}  {c["name"]}") : [$"{answer["id"]}  {answer["name"]}"];
}
