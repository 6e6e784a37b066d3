using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>What one does every day: look at today, find something, keep a customer's words, log a talk, say thank you.</summary>
internal static class DayVerbs
{
    private static readonly (string Name, string Says)[] Lists =
        [("toAnswer", "To answer"), ("owed", "Owed by you"), ("waiting", "Waiting for"), ("toTell", "The customer does not know yet"), ("toThank", "To thank")];

    public static IEnumerable<Command> All() => [Today(), Search(), Verbatim(), Talk(), Note(), Thank(), Happenings()];

    /// <summary>For whatever has no verb of its own.</summary>
    public static Command Call()
    {
        var (method, path) = (Id("method", "GET, POST, PUT, PATCH or DELETE"), Id("path", "Such as asks/ID/promise"));
        var body = new Argument<string?>("body") { Arity = ArgumentArity.ZeroOrOne, Description = "JSON" };
        var match = new Option<string?>("--if-match") { Description = "The ETag that you read" };
        return Verb("call", "Call the API directly", [method, path, body, match], (api, said) =>
        {
            if (!Enum.TryParse<Method>(said.GetValue(method), ignoreCase: true, out var verb))
                throw new WrongUse($"“{said.GetValue(method)}” is none of GET, POST, PUT, PATCH, DELETE.");
            // An address of another host would carry the token there.
            if (!Uri.TryCreate(said.GetRequiredValue(path).TrimStart('/'), UriKind.Relative, out var below))
                throw new WrongUse("Write the path below /api/v1, such as asks/ID/promise.");
            return api.Send(new HttpMethod(verb.ToString().ToUpperInvariant()), below.ToString(), said.GetValue(body) is { } json ? JsonContent.Create(Read(json)) : null, said.GetValue(match));
        }, answer => [answer.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })]);
    }

    private static Command Today() => Verb("today", "What today holds", [], (api, _) => api.Get("today"), day => Lists
        .Where(l => day[l.Name]!.AsArray().Count > 0)
        .SelectMany(l => new[] { l.Says }.Concat(day[l.Name]!.AsArray().Select(r => "  " + Tell.Ask(r!))))
        .Concat(day["notesAsked"]!.AsArray().Select(n => $"{n!["about"]!["name"]} asks for your notes about them ({n["count"]}): release or delete them by {n["until"]}"))
        .Concat(Promised(day["promises"]!.AsArray())).DefaultIfEmpty("Nothing waits for you."));

    private static IEnumerable<string> Promised(JsonArray promises) => promises.Count == 0 ? []
        : ["Promised in talks", .. promises.Select(p => $"  {p!["conversation"]} {p["n"]}  {p["text"]}  (to {Tell.Value(p["to"])})")];

    private static Command Search()
    {
        var words = new Argument<string[]>("words") { Arity = ArgumentArity.OneOrMore };
        Field[] kind = [Text("kind", "--kind", "ask, person, team, customer, sale, verbatim, journey, thanks or conversation")];
        return Verb("search", "Search everything I may see", [words, .. kind.Select(k => k.Option)], async (api, said) =>
        {
            var query = await Query(api, said, kind);
            return await api.Get($"search{query}{(query.Length == 0 ? '?' : '&')}q={Uri.EscapeDataString(string.Join(' ', said.GetRequiredValue(words)))}");
        }, found => Tell.List(found, f => $"{f["id"]}  {f["kind"],-12} {f["title"]}"));
    }

    private static Command Verbatim() => Verb("verbatim", "Keep what a customer said, word for word", [],
        [One("customer", "--customer", Called.Customer, "Who: a name", required: true), .. RecordVerbs.Said(required: true)], (api, _, body) => api.Post("verbatims", body), kept => [$"{kept["id"]}  kept"]);

    private static Command Talk() => Verb("talk", "Log a talk with colleagues", [],
        [
            People("people", "--with", "With whom"), Text("text", "--text", "What was said; “hello” needs no words"),
            Text("channel", "--channel", "visit, call, chat, mail, meeting or hello", required: true), Text("at", "--at", "When, such as 2026-11-21T14:00:00Z, if not now"), Flag("private", "--private", "For me alone"),
        ], (api, _, body) => api.Post("conversations", body), talk => [$"{talk["id"]}  logged"]);

    private static Command Note() => Verb("note", "Write a private note on a colleague; I alone read it", [],
        [One("about", "--about", Called.Person, "On whom", required: true), Text("text", "--text", "What to remember", required: true), RecordVerbs.KeptFor], (api, _, body) => api.Post("notes", body), note => [$"{note["id"]}  kept until {note["endsAt"]}"]);

    private static Command Thank()
    {
        var ask = new Option<string?>("--ask") { Description = "The accepted ask it thanks for" };
        Field[] fields = [One("to", "--to", Called.Person, "Whom, when it is for no ask"), Text("text", "--text", "What they did", true), Text("effect", "--effect", "What it changed"), Flag("public", "--public", "Everyone may read it")];
        return Verb("thank", "Thank a colleague for what they did and what it changed", [ask, .. fields.Select(f => f.Option)], async (api, said) =>
        {
            var body = await Body(api, said, fields);
            if (said.GetValue(ask) is { } id)
                return await api.Post($"asks/{Uri.EscapeDataString(id)}/thanks", body);
            return body.ContainsKey("to") ? await api.Post("thanks", body) : throw new WrongUse("Say whom with --to, or for which ask with --ask.");
        }, thanks => [$"{thanks["id"]}  said{((bool)thanks["public"]! ? "" : ", in private")}"]);
    }

    private static Command Happenings() => List("happenings", "What happened, oldest first", "happenings", [Text("on", "--on", "The id of the record"), Text("after", "--after", "What followed this one")],
        h => $"{h["at"]}  {h["kind"],-24} {h["on"]}");

    private static JsonNode? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException unreadable)
        {
            throw new WrongUse($"The body is not JSON: {unreadable.Message}");
        }
    }

    private enum Method
    {
        Get,
        Post,
        Put,
        Patch,
        Delete,
    }
}
