using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>What the customer of a sale was promised, and the sale's way through other hands.</summary>
internal static class HandoverVerbs
{
    private static readonly Argument<string> Sale = Id("sale", "The sale's name"), Promise = Id("promise", "The promise's id, as promised names it"), Handover = Id("handover", "The handover's id, as handovers names it");
    private static readonly Field Of = Text("promise", "--promise", "Of which promise, by its id", required: true);

    public static IEnumerable<Command> All()
    {
        Field[] told =
        [
            Text("what", "--what", "What the customer was promised", required: true), Day("by", "--by", "By which day"), One("saidBy", "--said-by", Called.Person, "Who said it; you when left out"),
            Day("saidOn", "--said-on", "The day it was said; today when left out"), Flag("spoken", "--spoken", "Nothing was written"),
        ];
        yield return Verb("promised", "What the customer was promised, spoken words too", [Sale], async (api, said) => await api.Get($"{await Path(api, said)}/promises"),
            list => Tell.List(list, Tell.Row("id", "what", "by", "saidBy", "state")));
        yield return Verb("promise", "Write down what the customer was promised", [Sale], told, async (api, said, body) => await api.Post($"{await Path(api, said)}/promises", body), Tell.Record);
        yield return Settle("kept", "keeping", "It was kept", [Text("note", "--note", "What happened")]);
        yield return Settle("letgo", "release", "Let it go", [Text("reason", "--reason", "Why; the customer knows", required: true)]);
        yield return Settle("reopen", "reopening", "It was a slip: open it again", []);
        yield return Verb("handovers", "Through whose hands it went", [Sale], async (api, said) => await api.Get($"{await Path(api, said)}/handovers"),
            list => Tell.List(list, row => string.Join(Environment.NewLine, Tell.Row("id", "from", "to", "by", "at")(row).Split('\n').Concat(row["items"]!.AsArray().Select(item => $"  {item!["state"]}: {item["what"]} ({item["promise"]})")))));
        yield return Verb("handover", "Hand it over with every open promise", [Sale], [One("team", "--team", Called.Team, "Which team takes over", required: true), Text("note", "--note", "What they should know")],
            async (api, said, body) => await api.Post($"{await Path(api, said)}/handovers", body), Tell.Record);
        yield return Move("take", "acceptance", "Take promises over; all that wait when none is named", [Many("promises", "--promise", "One of them, by its id; again for the next")]);
        yield return Move("query", "query", "Ask before taking a promise over", [Of, Text("question", "--question", "What you need to know", required: true)]);
        yield return Move("tell", "answer", "Answer a question", [Of, Text("text", "--text", "The answer", required: true)]);
        yield return Move("takeback", "withdrawal", "Take a handover back", []);
    }

    private static Command Settle(string name, string move, string description, Field[] fields) => Verb(name, description, [Sale, Promise], fields,
        async (api, said, body) => await api.Post($"{await Path(api, said)}/promises/{said.Part(Promise)}/{move}", body), Tell.Record);

    private static Command Move(string name, string move, string description, Field[] fields) => Verb(name, description, [Sale, Handover], fields,
        async (api, said, body) => await api.Post($"{await Path(api, said)}/handovers/{said.Part(Handover)}/{move}", body), Tell.Record);

    private static async Task<string> Path(Api api, ParseResult said) => $"sales/{await Called.Sale.Id(api, said.GetRequiredValue(Sale))}";
}
