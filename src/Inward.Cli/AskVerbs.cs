using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Asking, answering, delivering: one verb for each move.</summary>
internal static class AskVerbs
{
    private static readonly Argument<string> Id = new("id") { Description = "The ask" };

    public static IEnumerable<Command> All() =>
    [
        Ask(), List(), Show(),
        Move("take", "taking", "Take an ask for my team"),
        Move("release", "release", "Give an ask back to the team"),
        Move("promise", "promise", "Promise it", Text("by", "--by", "By when, such as 2026-11-26", true), Text("firstStep", "--first-step", "My first step")),
        Move("counter", "counter", "Offer other terms", Text("by", "--by", "By when", true), Text("what", "--what", "What"), List("conditions", "--condition", "When it counts as done"), Text("note", "--note", "Why")),
        Move("question", "question", "Ask back", Text("text", "--text", "The question", true)),
        Move("answer", "answer", "Answer the question", Text("text", "--text", "The answer", true)),
        Move("obstacle", "obstacles", "Name an obstacle", Text("what", "--what", "What is in the way", true), Text("owner", "--owner", "The id of who can remove it"), Text("by", "--by", "By when"), Text("cause", "--cause", "waiting, information, capacity, material, priority, changed, estimate or absence")),
        Clear(),
        Move("concern", "concerns", "Say what could get in the way", Text("text", "--text", "The concern", true)),
        Move("remark", "remarks", "Write a remark", Text("text", "--text", "The message", true)),
        Move("decline", "decline", "Decline with a reason", Text("reason", "--reason", "Why not", true)),
        Delegate(),
        Move("agree", "agreement", "Agree to the offered terms"),
        Move("keep", "keeping", "Keep to the old promise"),
        Move("renegotiate", "renegotiation", "Ask for new terms", Text("by", "--by", "By when", true), Text("what", "--what", "What"), Text("note", "--note", "Why"), Text("lateCause", "--cause", "What changed")),
        Move("revoke", "revocation", "Take the promise back", Text("reason", "--reason", "Why", true), Text("lateCause", "--cause", "The cause")),
        Move("deliver", "delivery", "Say that it is delivered", Text("note", "--note", "What was done"), Text("lateCause", "--cause", "If late: why")),
        Move("retract", "retraction", "Retract the delivery"),
        Move("accept", "acceptance", "Accept the delivery"),
        Move("reject", "rejection", "Send the delivery back", Text("condition", "--condition", "The condition that is not met", true), Text("note", "--note", "What is missing")),
        Move("tell", "telling", "Record what the customer was told", Text("words", "--words", "The words", true), Text("channel", "--channel", "Call, visit, mail", true), Text("at", "--at", "The day")),
        Move("withdraw", "withdrawal", "Withdraw an ask", Text("reason", "--reason", "Why")),
        Move("send", "sending", "Send a draft"),
        Move("undo", "undoing", "Take the last move back, within ten seconds"),
    ];

    private sealed record Field(string Name, Option Option, Func<ParseResult, JsonNode?> Value);

    private static Field Text(string name, string option, string description, bool required = false)
    {
        var typed = new Option<string?>(option) { Description = description, Required = required };
        return new Field(name, typed, said => said.GetValue(typed) is { } text ? JsonValue.Create(text) : null);
    }

    private static Field List(string name, string option, string description)
    {
        var typed = new Option<string[]>(option) { Description = description + " (may be repeated)" };
        return new Field(name, typed, said => said.GetValue(typed) is { Length: > 0 } texts ? new JsonArray([.. texts.Select(t => (JsonNode)t)]) : null);
    }

    private static JsonObject Body(ParseResult said, IEnumerable<Field> fields)
    {
        var body = new JsonObject();
        foreach (var field in fields)
        {
            if (field.Value(said) is { } value)
                body[field.Name] = value;
        }
        return body;
    }

    private static Command Move(string verb, string noun, string description, params Field[] fields) =>
        Verb(verb, description, [Id, .. fields.Select(f => f.Option)], (api, said) => api.Post($"asks/{said.GetValue(Id)}/{noun}", Body(said, fields)), Told);

    private static Command Ask()
    {
        var to = new Option<string>("--to") { Description = "The colleague or team: a name or an e-mail address", Required = true };
        var draft = new Option<bool>("--draft") { Description = "Keep it as a draft" };
        var open = new Option<bool>("--open") { Description = "Everyone may see it" };
        Field[] fields =
        [
            Text("what", "--what", "What you ask for", true), Text("reason", "--reason", "Why it matters"), Text("effect", "--effect", "What it changes"),
            List("conditions", "--condition", "When it counts as done"), Text("answerBy", "--answer-by", "By when you need an answer"),
            Text("neededBy", "--needed-by", "By when you need it"), Text("verbatim", "--verbatim", "The id of the customer's words"), Text("sale", "--sale", "The id of the sale"),
        ];
        return Verb("ask", "Ask a colleague or a team", [to, draft, open, .. fields.Select(f => f.Option)], async (api, said) =>
        {
            var body = Body(said, fields);
            var (kind, id) = await api.Who(said.GetValue(to)!);
            body[kind == "team" ? "team" : "performer"] = id;
            body["draft"] = said.GetValue(draft);
            body["open"] = said.GetValue(open);
            return await api.Post("asks", body);
        }, Told);
    }

    private static Command Delegate()
    {
        var to = new Option<string>("--to") { Description = "Who shall help: a name or an e-mail address", Required = true };
        Field[] fields = [Text("what", "--what", "What you need"), Text("answerBy", "--answer-by", "By when you need an answer"), Text("neededBy", "--needed-by", "By when you need it")];
        return Verb("delegate", "Ask somebody to help with an ask of mine", [Id, to, .. fields.Select(f => f.Option)], async (api, said) =>
        {
            var body = Body(said, fields);
            var (kind, id) = await api.Who(said.GetValue(to)!);
            body[kind == "team" ? "team" : "performer"] = id;
            return await api.Post($"asks/{said.GetValue(Id)}/delegation", body);
        }, Told);
    }

    private static Command Clear()
    {
        var n = new Argument<int>("n") { Description = "The obstacle's number" };
        return Verb("clear", "Say that an obstacle is out of the way", [Id, n], (api, said) => api.Post($"asks/{said.GetValue(Id)}/obstacles/{said.GetValue(n)}/clearance"), Told);
    }

    private static Command List()
    {
        Field[] filters =
        [
            Text("role", "--role", "performer, requester, team or all"), Text("show", "--show", "open, closed or drafts"), Text("state", "--state", "One state"),
            Text("turn", "--turn", "me: what waits for me"), Text("due", "--due", "late, week or undecided"), Text("q", "--q", "Words in the ask"), Text("after", "--after", "The next page"), Text("limit", "--limit", "Up to 200"),
        ];
        return Verb("asks", "List my asks", [.. filters.Select(f => f.Option)],
            (api, said) => api.Get("asks?" + string.Join('&', filters.Select(f => (f.Name, Value: f.Value(said))).Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!.ToString())}"))),
            answer => answer!["items"]!.AsArray().Select(Line));
    }

    private static Command Show() => Verb("show", "Show one ask", [Id], (api, said) => api.Get($"asks/{said.GetValue(Id)}"), answer =>
    [
        $"{answer!["what"]}", $"state: {answer["state"]}, turn: {answer["turn"]?["name"] ?? "nobody"}", $"reason: {answer["reason"]}", $"effect: {answer["effect"]}",
        .. answer["conditions"]!.AsArray().Select(c => $"  - {c}"), $"answer by {answer["answerBy"]}, needed by {answer["neededBy"]}, promised by {answer["promise"]?["by"]}",
        $"possible: {string.Join(", ", answer["possible"]!.AsArray().Select(p => (string)p!))}",
    ]);

    private static IEnumerable<string> Told(JsonNode? ask) => [$"{ask!["id"]}  {ask["state"]}{(ask["turn"] is { } turn ? $"; it is {turn["name"]}'s turn" : "")}"];
}
