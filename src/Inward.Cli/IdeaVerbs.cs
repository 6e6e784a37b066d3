using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Ideas, their answers, and cards of help wanted.</summary>
internal static class IdeaVerbs
{
    private static readonly Argument<string> Idea = Id("idea", "Its id"), Card = Id("card", "Its id");

    private static readonly Field Reason = Text("reason", "--reason", "Why");

    private static readonly Field[] Told =
    [
        Text("text", "--text", "The idea, in a sentence or two", required: true), Text("about", "--about", "The id of an ask, a sale, a stage, a talk or an objective"), Flag("private", "--private", "Only whoever answers reads it"),
        Text("wanted", "--wanted", "The id of the card that it answers"), One("team", "--team", Called.Team, "Whose lead answers, where nobody owns what it is about"), Number("days", "--days", "Working days until the answer; ten when left out"),
    ];

    private static readonly Field[] Posted =
    [
        Text("text", "--text", "What you need", required: true), Many("kinds", "--kind", "ideas, knowledge, resources or actions"), One("answerer", "--answerer", Called.Person, "Who answers what comes in; you when left out"),
        Day("until", "--until", "The last day on which ideas are welcome", required: true), Text("about", "--about", "The id of what it is about"),
    ];

    public static Command Ideas() => List("ideas", "Ideas, the newest first", "ideas",
        [Text("show", "--show", "answer (wait for mine), mine, waiting, later, adopted or declined"), Text("about", "--about", "About this record, by its id"), Text("wanted", "--wanted", "Under this card, by its id"), Text("q", "--q", "Words"), .. Paged],
        Tell.Row("id", "text", "author", "state", "answerer", "answerBy", "wanting"),
        Verb("show", "Show one", [Idea], async (api, said) => await api.Get($"ideas/{said.Part(Idea)}"), Shown),
        Verb("share", "Share an idea; somebody answers it by a day", [], Told, (api, _, body) => api.Post("ideas", body), Shown),
        Move("want", "Say that you want it too", "wanting"),
        Verb("unwant", "Take back that you want it", [Idea], async (api, said) => await api.Change("DELETE", $"ideas/{said.Part(Idea)}/wanting", null, null), Shown),
        Move("comment", "Say something to it", "comments", Text("text", "--text", "What you say", required: true)),
        Move("adopt", "Adopt it: a draft of the ask waits for you", "adoption", Reason),
        Move("decline", "Decline it, and say why", "declining", Reason),
        Move("later", "Not now: it waits again from a day on", "putting-off", Day("until", "--until", "Not before this day"), Reason),
        Move("merge", "Say that it is the same as another, into which it goes", "merging", Text("into", "--into", "The id of the other", required: true)),
        Move("part", "Part it again from the one it went into", "parting"),
        Move("withdraw", "Take your idea back", "withdrawal", Reason),
        Move("open", "Let everybody read your private idea", "opening"),
        Verb("wanted", "Open cards of help wanted", [], (api, _) => api.Get("ideas/wanted"), list => Tell.List(list, Tell.Row("id", "text", "author", "answerer", "until"))),
        Verb("call", "Ask everybody for help", [], Posted, (api, _, body) => api.Post("ideas/wanted", body), Tell.Record),
        Verb("close", "Close your card", [Card], async (api, said) => await api.Post($"ideas/wanted/{said.Part(Card)}/closing", new JsonObject()), Tell.Record));

    private static Command Move(string name, string description, string move, params Field[] fields) =>
        Verb(name, description, [Idea], fields, async (api, said, body) => await api.Post($"ideas/{said.Part(Idea)}/{move}", body), Shown);

    private static IEnumerable<string> Shown(JsonNode idea) =>
    [
        $"{idea["id"]}  {idea["text"]}", $"  {Tell.Value(idea["author"])}, {idea["state"]}; {Tell.Value(idea["answerer"])} answers by {idea["answerBy"]}",
        .. idea["answers"]!.AsArray().Select(answer => $"  {answer!["kind"]}: {Tell.Value(answer["by"])} {answer["reason"]} {Tell.Value(answer["until"])}".TrimEnd()),
        .. idea["wanting"]!.AsArray() is { Count: > 0 } wanting ? [$"  wanted too by {Tell.Value(wanting)}"] : Array.Empty<string>(),
        .. idea["asks"]!.AsArray().Select(ask => $"  ask {ask!["ask"]}: {ask["state"]} {Tell.Value(ask["performer"])}".TrimEnd()),
    ];
}
