using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Asking, answering, delivering: one verb for each move.</summary>
internal static class AskVerbs
{
    private const string Causes = "waiting, information, capacity, material, priority, changed, estimate or absence";

    private static readonly Argument<string> Ask = Id("ask", "The ask's id");

    private static readonly Field[] Words =
    [
        Text("what", "--what", "What you ask for"), Text("reason", "--reason", "Why it matters"), Text("effect", "--effect", "What it changes"),
        Many("conditions", "--condition", "When it counts as done"), Day("answerBy", "--answer-by", "By when you need an answer"), Day("neededBy", "--needed-by", "By when you need it"),
    ];

    private static readonly Field[] Asked =
    [
        .. Words, Text("verbatim", "--verbatim", "The id of the customer's words it comes from"), One("sale", "--sale", Called.Sale, "The sale it is for"),
        Flag("open", "--open", "Everyone here may see it"),
    ];

    private static readonly Field[] Filters =
    [
        Text("role", "--role", "performer, requester, team or all"), Text("show", "--show", "open, closed or drafts"), Text("state", "--state", "One state, or several parted by commas"),
        Text("turn", "--turn", "me: what waits for me"), Text("due", "--due", "late, week or undecided, or several parted by commas"), Text("q", "--q", "Words in it"),
        AnyOf("person", "--person", Called.Person, "With this colleague"), AnyOf("team", "--team", Called.Team, "Asked of this team"),
        AnyOf("sale", "--sale", Called.Sale, "For this sale"), AnyOf("customer", "--customer", Called.Customer, "For this customer"),
        Pairs("any", "--any", "At least one of these, such as due:late or team:Warehouse"),
    ];

    public static IEnumerable<Command> Asking() =>
    [
        Verb("ask", "Ask a colleague or a team", [], [Receiver("Whom: a name or an e-mail address, or a team", required: true), .. Asked, Flag("draft", "--draft", "Keep it as a draft, seen by nobody else")],
            (api, _, body) => api.Post("asks", body), Told),
        List("asks", "My asks", "asks", [.. Filters, .. Paged], Tell.Ask),
        Verb("show", "One ask with its history", [Ask], (api, said) => api.Get($"asks/{said.Part(Ask)}"), AskTold.Whole),
        Verb("redraft", "Change a draft", [Ask], [Receiver("Whom instead", required: false), .. Asked], Redraft, Told),
        Move("send", "sending", "Send a draft"),
        Move("withdraw", "withdrawal", "No longer ask", Text("reason", "--reason", "Why")),
        Verb("discard", "Delete a draft", [Ask], (api, said) => api.Change("DELETE", $"asks/{said.Part(Ask)}", null, null), Tell.Done),
        Verb("coach", "What an ask lacks and how it sounds; nothing is sent or kept", [], Words, (api, _, body) => api.Post("asks/coach", body),
            hints => hints["items"]!.AsArray().Select(h => $"{h!["field"]}: {h["explanation"]}{((string?)h["example"] is { Length: > 0 } example ? $" Such as: {example}" : "")}").DefaultIfEmpty("Nothing is missing.")),
        Verb("who", "Who to go to: colleagues and teams whose own words fit, by name", [], [Text("what", "--what", "What you need", required: true)], (api, _, body) => api.Post("asks/who", body),
            fits => fits["items"]!.AsArray().Select(f => $"{f!["id"]}  {f["name"]}{((string?)f["title"] is { } title ? $", {title}" : "")}: {Tell.Value(f["words"])}").DefaultIfEmpty("Nobody's own words fit.")),
        Views(),
        Bulk(),
    ];

    public static IEnumerable<Command> Answering() =>
    [
        Move("take", "taking", "Take an ask for my team"),
        Move("release", "release", "Give it back to the team"),
        Move("promise", "promise", "Promise it for a day", Day("by", "--by", "By when, such as 2026-11-26", true), Text("firstStep", "--first-step", "My first step")),
        Move("question", "question", "Ask back", Text("text", "--text", "The question", true)),
        Move("obstacle", "obstacles", "Name what is in the way", Text("what", "--what", "What is in the way", true), One("owner", "--owner", Called.Person, "Who can remove it"), Day("by", "--by", "By when"), Text("cause", "--cause", Causes)),
        Move("decline", "decline", "Say no, with a reason", Text("reason", "--reason", "Why not", true)),
        Move("delegate", "delegation", "Ask somebody to help with it; my promise stays mine", [Receiver("Who shall help: a name, an e-mail address, or a team", required: true), .. Words]),
        Move("deliver", "delivery", "Say that it is delivered", Text("note", "--note", "What was done"), Text("lateCause", "--cause", $"If late, why: {Causes}")),
        Move("retract", "retraction", "Take the delivery back"),
        Move("revoke", "revocation", "Take the promise back, with a reason", Text("reason", "--reason", "Why", true), Text("lateCause", "--cause", Causes)),
    ];

    public static IEnumerable<Command> Both() =>
    [
        Move("counter", "counter", "Offer other terms", Day("by", "--by", "By when", true), Text("what", "--what", "What instead"), Many("conditions", "--condition", "When it counts as done"), Text("note", "--note", "Why")),
        Move("agree", "agreement", "Agree to the terms that were offered"),
        Move("renegotiate", "renegotiation", "Ask for new terms of a promise", Day("by", "--by", "By when", true), Text("what", "--what", "What instead"), Many("conditions", "--condition", "When it counts as done"),
            Text("note", "--note", "Why"), Text("lateCause", "--cause", Causes)),
        Move("keep", "keeping", "Keep to the old promise"),
        Move("answer", "answer", "Answer the question", Text("text", "--text", "The answer", true)),
        Clear(),
        Move("concern", "concerns", "Say what could get in the way; it blocks nothing", Text("text", "--text", "The concern", true)),
        Move("remark", "remarks", "Write a plain message", Text("text", "--text", "The message", true)),
        Attach(), Files(),
        Move("undo", "undoing", "Take my last move back, within ten seconds"),
    ];

    public static IEnumerable<Command> Closing() =>
    [
        Move("accept", "acceptance", "Confirm that it is what I asked for"),
        Move("reject", "rejection", "Send it back, naming the condition that is not met", Text("condition", "--condition", "The condition, word for word", true), Text("note", "--note", "What is missing")),
        Move("tell", "telling", "Record what the customer was told", Text("words", "--words", "The words", true), Text("channel", "--channel", "How: call, visit, mail", true), Day("at", "--at", "The day, if not today")),
    ];

    // Several asks may be named: each is moved by itself, and what one refuses ends the row.
    private static Command Move(string verb, string noun, string description, params Field[] fields)
    {
        var asks = new Argument<string[]>("ask") { Description = "The ask's id, or several", Arity = ArgumentArity.OneOrMore };
        return Verb(verb, description, [asks], fields, async (api, said, body) =>
        {
            var moved = new List<JsonNode?>();
            foreach (var id in said.GetRequiredValue(asks))
                moved.Add(await api.Post($"asks/{Uri.EscapeDataString(id)}/{noun}", body.DeepClone()));
            return moved is [var one] ? one : new JsonArray([.. moved]);
        }, Told);
    }

    private static async Task<JsonNode?> Redraft(Api api, ParseResult said, JsonObject changed)
    {
        var draft = (await api.Get($"asks/{said.Part(Ask)}"))!;
        var whole = new JsonObject();
        foreach (var name in new[] { "what", "performer", "team", "reason", "effect", "conditions", "answerBy", "neededBy", "open", "verbatim", "sale", "initiative", "objective" })
            whole[name] = (changed.ContainsKey("team") || changed.ContainsKey("performer")) && name is "team" or "performer" ? null : draft[name]?.DeepClone();
        foreach (var (name, value) in changed)
            whole[name] = value?.DeepClone();
        return await api.Change("PUT", $"asks/{said.Part(Ask)}", whole, draft["version"]?.ToString());
    }

    private static Command Clear()
    {
        var n = new Argument<int>("n") { Description = "The obstacle's number" };
        return Verb("clear", "Say that an obstacle is out of the way", [Ask, n], (api, said) => api.Post($"asks/{said.Part(Ask)}/obstacles/{said.GetValue(n)}/clearance"), Told);
    }

    private static Command Attach()
    {
        var file = Id("file", "A file on this machine");
        return Verb("attach", "Add a file to an ask", [Ask, file], async (api, said) =>
        {
            var path = said.GetRequiredValue(file);
            return await api.Upload($"asks/{said.Part(Ask)}/files?name={Uri.EscapeDataString(Path.GetFileName(path))}", await File.ReadAllBytesAsync(path), "application/octet-stream");
        }, Tell.Done);
    }

    private static Command Files()
    {
        var file = Id("file", "The file's id");
        var to = new Option<string>("--to") { Description = "Where to put it; a file that is there is not overwritten", Required = true };
        var fetch = Verb("fetch", "Download one", [Ask, file, to], async (api, said) =>
        {
            var bytes = await api.Bytes($"asks/{said.Part(Ask)}/files/{said.Part(file)}");
            await using var there = new FileStream(said.GetRequiredValue(to), FileMode.CreateNew);
            await there.WriteAsync(bytes);
            return new JsonObject { ["file"] = said.GetRequiredValue(to), ["size"] = bytes.Length };
        }, Tell.Record);
        var list = Verb("list", "Which there are", [Ask], async (api, said) => new JsonObject { ["items"] = (await api.Get($"asks/{said.Part(Ask)}"))!["files"]!.DeepClone() }, answer => Tell.List(answer, Tell.Row("name", "type", "size")));
        return new Command("files", "The files of an ask") { list, fetch };
    }

    private static Command Views()
    {
        var (name, query, view) = (Id("name", "What to call it"), Id("query", "The filters as in an address, such as due=late"), Id("view", "The view's id"));
        var room = Text("room", "--room", "Of which list: asks, people or talks");
        return List("views", "My saved views of lists", "views", [room], Tell.Row("room", "name", "query"),
            Verb("keep", "Keep filters under a name", [name, query], [Text("room", "--room", "Of which list: asks (when left out), people or talks")], (api, said, body) =>
            {
                (body["name"], body["query"]) = (said.GetValue(name), said.GetValue(query));
                return api.Post("views", body);
            }, Tell.Done),
            List("shared", "Those that colleagues share with me", "views?shared=true", [], v => $"{v["room"]}, {v["name"]}, {v["query"]}, by {v["by"]!["name"]}"),
            Verb("share", "Share one with a team of mine, or with everyone; with neither, keep it to myself", [view], [One("with", "--team", Called.Team, "A team of mine"), Flag("everyone", "--everyone", "Everyone in the company")], async (api, said, body) =>
            {
                var everyone = body["everyone"] is not null;
                body.Remove("everyone");
                if (everyone)
                    body["with"] = (string)(await api.Get("company"))!["id"]!;
                return await api.Post($"views/{said.Part(view)}/sharing", body);
            }, Tell.Record),
            Verb("remove", "Remove one", [view], (api, said) => api.Change("DELETE", $"views/{said.Part(view)}", null, null), Tell.Done));
    }

    // All results of a filter, or the asks that are named.
    private static Command Bulk()
    {
        var (move, bulk) = (Id("move", "promise, taking, release, delivery, acceptance, withdrawal, decline or remarks"), Id("bulk", "Its id"));
        Field[] said = [Text("text", "--text", "The reason, the note or the remark, once for all"), Day("by", "--by", "Until when all are promised"), Number("expect", "--expect", "How many you have looked at"), Many("asks", "--ask", "An ask's id, instead of a filter")];
        return List("bulk", "My last bulk changes", "asks/bulk", [], Tell.Row("move", "madeAt", "undoneAt"),
            Verb("preview", "What one move on all results of a filter would do; nothing is changed", [move], [.. Filters, .. said], (api, typed, body) => Post(api, typed, body, "asks/bulk/preview"), BulkTold),
            Verb("make", "Make one move on all results of a filter, or on some asks", [move], [.. Filters, .. said], (api, typed, body) => Post(api, typed, body, "asks/bulk"), BulkTold),
            Verb("show", "How far it has come, and what was passed over and why", [bulk], (api, typed) => api.Get($"asks/bulk/{typed.Part(bulk)}"), BulkTold),
            Verb("undo", "Take it back within thirty minutes, but for asks that moved on", [bulk], (api, typed) => api.Post($"asks/bulk/{typed.Part(bulk)}/undoing"), BulkTold));

        async Task<JsonNode?> Post(Api api, ParseResult typed, JsonObject body, string path)
        {
            if (body["asks"] is null)
                body["filter"] = (await Query(api, typed, Filters)).TrimStart('?');
            foreach (var name in Filters.Select(f => f.Option.Name.TrimStart('-')))
                body.Remove(name);
            body["move"] = typed.GetValue(move);
            var answer = await api.Post(path, body);
            // What a request does not finish goes on by itself; what came of it stands in the record.
            return (string?)answer?["id"] is { } id ? await api.Get($"asks/bulk/{id}") : answer;
        }
    }

    private static IEnumerable<string> BulkTold(JsonNode answer)
    {
        if (answer["found"] is { } found)
            yield return $"{answer["possible"]} of {found} asks would be changed.";
        else
            yield return $"{answer["id"]}  {answer["done"]} of {answer["total"]} asks changed, {answer["waiting"]} waiting, {answer["undone"]} taken back";
        foreach (var passed in answer["skipped"]!.AsArray().Concat(answer["left"]?.AsArray() ?? []))
            yield return $"{passed!["count"]} not: {passed["why"]} ({string.Join("; ", passed["asks"]!.AsArray().Take(3).Select(a => a!["what"]))})";
    }

    private static IEnumerable<string> Told(JsonNode answer) => answer is JsonArray several
        ? several.SelectMany(one => Told(one!))
        : [$"{answer["id"]}  {answer["state"]}{(answer["turn"] is { } turn ? $"; it is {turn["name"]}'s turn" : "")}"];
}
