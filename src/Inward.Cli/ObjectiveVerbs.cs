using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>What the company wants to reach.</summary>
internal static class ObjectiveVerbs
{
    private static readonly Argument<string> Which = Id("objective", "What shall be reached, or its id"), N = Id("n", "Which of the things of the day after, 1 the first"), AdviceId = Id("advice", "Its id, as advice names it");

    private static readonly Field[] Objective =
    [
        Text("what", "--what", "What shall be reached"), Text("measure", "--measure", "What is measured"), Number("baseline", "--baseline", "Where it stands now"), Number("target", "--target", "Where it shall stand"),
        Text("unit", "--unit", "In which unit it is counted"), Day("by", "--by", "By when"), Text("because", "--because", "Why"), Text("dayAfter", "--day-after", "What the company looks like the day after"),
        Many("observables", "--see", "A thing that anybody can see that day; three at most"), One("owner", "--owner", Called.Person, "Who owns it; “me” is me"), Ids("editors", "--editor", Called.Person, "Who may change it, too"),
        One("parent", "--serves", Called.Objective, "The objective that it serves"), Flag("addsUp", "--adds-up", "Its figures are part of the sum of that one"),
    ];

    public static Command Objectives() => List("objectives", "What we want to reach", "objectives",
        [Text("q", "--q", "Words in it"), Text("state", "--state", "draft, advice, published or closed"), One("owner", "--owner", Called.Person, "Whose; “me” is mine"), One("parent", "--serves", Called.Objective, "Those that serve this one"), .. Paged],
        Tell.Row("state", "what", "baseline", "target", "unit", "by", "owner"),
        Verb("show", "Show one", [Which], async (api, said) => await api.Get(await Path(api, said)), Shown),
        Verb("open", "Write the draft of one; --what is enough", [], Objective, (api, _, body) => api.Post("objectives", body), Shown),
        Changing("change", "Change what is named, and leave the rest", [Which], Objective, "PATCH", Path),
        Verb("delete", "Delete a draft; it waits in my trash", [Which, RecordVerbs.Version], async (api, said) => await api.Change("DELETE", await Path(api, said), null, said.GetValue(RecordVerbs.Version)), Tell.Done),
        Changing("publish", "Show it to everybody", [Which], [], "POST", async (api, said) => $"{await Path(api, said)}/publishing"),
        Changing("close", "It is over", [Which], [Text("learned", "--learned", "What was learned", required: true)], "POST", async (api, said) => $"{await Path(api, said)}/closing"),
        Changing("see", "One of the things of the day after can be seen", [Which, N], [Text("words", "--words", "What can be seen", required: true), Text("link", "--link", "Where one can look")], "POST", Seen),
        Verb("strategies", "How it is sold inside: what use has left, what is missing, what to do next", [Which], async (api, said) => await api.Get($"{await Path(api, said)}/strategies"), Sold),
        Verb("advice", "Who was asked for advice, what they said, and what became of it", [Which], async (api, said) => await api.Get($"{await Path(api, said)}/advice"), Advised),
        Verb("invite", "Ask colleagues for advice", [Which], [People("people", "--person", "Whom"), Day("answerBy", "--answer-by", "By when it is hoped for")], async (api, said, body) => await api.Post($"{await Path(api, said)}/advice", body), Advised),
        Verb("suggest", "Whom one might ask, so that every level and many teams are heard", [Which], async (api, said) => await api.Get($"{await Path(api, said)}/advice/suggestions"), list => Tell.List(list, Tell.Row("person", "level", "team"))),
        Verb("advise", "Give the advice that I am asked for", [Which], [Text("text", "--text", "What I advise", required: true)], async (api, said, body) => await api.Post($"{await Path(api, said)}/advice/answer", body), Advised),
        Verb("reply", "Say what became of an advice", [Which, AdviceId], [Flag("used", "--used", "It was used (--used false: it was not)"), Text("because", "--because", "How, or why not")],
            async (api, said, body) => await api.Post($"{await Path(api, said)}/advice/{said.Part(AdviceId)}/reply", body), Advised),
        Verb("unsee", "That was said too early", [Which, N, RecordVerbs.Version], async (api, said) => await api.Change("DELETE", await Seen(api, said), null, said.GetValue(RecordVerbs.Version)), Shown));

    private static Command Changing(string name, string description, Argument<string>[] parts, Field[] fields, string method, Func<Api, ParseResult, Task<string>> path) =>
        Verb(name, description, [.. parts, .. fields.Select(f => f.Option), RecordVerbs.Version],
            async (api, said) => await api.Change(method, await path(api, said), await Body(api, said, fields), said.GetValue(RecordVerbs.Version)), Shown);

    private static IEnumerable<string> Sold(JsonNode strategies)
    {
        foreach (var one in strategies["items"]!.AsArray())
        {
            yield return $"{one!["name"]}: {string.Join(", ", one["evidence"]!.AsArray().Select(trace => $"{trace!["says"]}"))}";
            if (one["gap"] is { } gap)
                yield return $"  {gap}{(one["next"] is JsonObject next ? $" → {next["says"]}" : "")}";
        }
        yield return $"{strategies["clarity"]} of 100 points for clarity";
    }

    private static IEnumerable<string> Advised(JsonNode advice)
    {
        yield return $"{advice["asked"]} asked, {advice["answered"]} answered{((bool)advice["sealed"]! ? "; you read what others said once you have answered" : "")}";
        foreach (var one in advice["items"]!.AsArray())
        {
            var reply = one!["reply"] is JsonObject told ? $"  ({((bool)told["used"]! ? "used" : "not used")}{(told["because"] is { } why ? $": {why}" : "")})" : "";
            yield return $"{one["id"]}  {Tell.Value(one["person"])}: {one["answer"] ?? "…"}{reply}";
        }
    }

    private static IEnumerable<string> Shown(JsonNode objective)
    {
        foreach (var observable in objective["observables"]?.AsArray() ?? [])
        {
            if (observable!["seen"] is JsonObject seen)
                observable["text"] = $"{observable["text"]}: seen by {Tell.Value(seen["by"])}, {seen["words"]} {seen["link"]}".TrimEnd();
        }
        return Tell.Record(objective);
    }

    private static async Task<string> Path(Api api, ParseResult said) => $"objectives/{await Called.Objective.Id(api, said.GetRequiredValue(Which))}";

    private static async Task<string> Seen(Api api, ParseResult said) => $"{await Path(api, said)}/observables/{said.Part(N)}/seen";
}
