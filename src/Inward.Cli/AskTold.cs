using System.Text.Json.Nodes;

namespace Inward.Cli;

/// <summary>One ask as a person reads it: what and why, the terms, then what was said, with names instead of ids.</summary>
internal static class AskTold
{
    public static IEnumerable<string> Whole(JsonNode ask)
    {
        yield return $"{ask["what"]}";
        yield return $"  {ask["state"]}{(ask["turn"] is { } turn ? $"; it is {turn["name"]}'s turn" : "")}";
        yield return $"  asked by {Name(ask, ask["requester"])} of {Name(ask, ask["performer"] ?? ask["team"])}{((bool)ask["open"]! ? ", open to everyone" : "")}";
        foreach (var fact in new[] { "reason", "effect" }.Where(f => Tell.Value(ask[f]).Length > 0))
            yield return $"  {fact}: {ask[fact]}";
        foreach (var condition in ask["conditions"]!.AsArray())
            yield return $"  done when: {condition}";
        yield return $"  answer by {Tell.Value(ask["answerBy"])}, needed by {Tell.Value(ask["neededBy"])}{(ask["promise"] is { } promise ? $", promised by {promise["by"]}" : "")}";
        foreach (var line in Said(ask))
            yield return "  " + line;
        if (ask["possible"] is JsonArray { Count: > 0 } possible)
            yield return $"  possible for you: {string.Join(", ", possible.Select(p => (string)p!))}";
    }

    private static IEnumerable<string> Said(JsonNode ask)
    {
        foreach (var question in Each(ask, "questions"))
            yield return $"{Name(ask, question["by"])} asks: {question["text"]}{(question["answer"] is { } answer ? $" Answer: {answer["text"]}" : "")}";
        if (ask["offer"] is { } offer)
            yield return $"offered: {Tell.Value(offer)}";
        foreach (var obstacle in Each(ask, "obstacles"))
            yield return $"obstacle {obstacle["n"]}: {obstacle["what"]} ({Name(ask, obstacle["owner"])}, by {Tell.Value(obstacle["by"])}{(obstacle["clearance"] is null ? "" : ", out of the way")})";
        foreach (var concern in Each(ask, "concerns"))
            yield return $"concern of {Name(ask, concern["by"])}: {concern["text"]}";
        foreach (var remark in Each(ask, "remarks"))
            yield return $"{Name(ask, remark["by"])}: {remark["text"]}";
        foreach (var file in Each(ask, "files"))
            yield return $"file {file["id"]}: {file["name"]}";
        if (ask["delivery"] is { } delivery)
            yield return $"delivered on {delivery["on"]}{(Tell.Value(delivery["note"]) is { Length: > 0 } note ? $": {note}" : "")}";
        if (ask["telling"] is { } telling)
            yield return $"the customer was told on {telling["on"]} ({telling["channel"]}): {telling["words"]}";
        foreach (var thanks in Each(ask, "thanks"))
            yield return $"{Name(ask, thanks["from"])} thanks: {thanks["text"]} {thanks["effect"]}";
    }

    private static IEnumerable<JsonNode> Each(JsonNode ask, string name) => ask[name]!.AsArray().Select(one => one!);

    private static string Name(JsonNode ask, JsonNode? id) => id is null ? "nobody yet" : (string?)ask["names"]?[(string)id!] ?? (string)id!;
}
