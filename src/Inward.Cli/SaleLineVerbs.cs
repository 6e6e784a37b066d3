using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>The way of a sale through its journey.</summary>
internal static class SaleLineVerbs
{
    private static readonly Argument<string> Sale = Id("sale", "The sale's name"), Passage = Id("passage", "The passage's id, as way names it");

    public static IEnumerable<Command> All()
    {
        Field entered = Text("enteredAt", "--entered-at", "Since when, such as 2026-11-21T09:00Z; now when left out"), left = Text("leftAt", "--left-at", "When it left, where it waited before the next stage");
        yield return Verb("way", "The stages it has come through, and when", [Sale], async (api, said) => await api.Get($"{await Path(api, said)}/passages"), list => Tell.List(list, Line));
        yield return Verb("enter", "It is now in a stage: the next one when none is named", [Sale], [Text("stage", "--stage", "Its name"), entered, left, Text("reason", "--reason", "Why, if it goes back")],
            async (api, said, body) => await api.Post($"{await Path(api, said)}/passages", body), Tell.Record);
        yield return Verb("retime", "Correct when a stage was entered or left", [Sale, Passage, entered.Option, left.Option, RecordVerbs.Version],
            async (api, said) => await api.Change("PATCH", $"{await Path(api, said)}/passages/{said.Part(Passage)}", await Body(api, said, [entered, left]), said.GetValue(RecordVerbs.Version)), Tell.Record);
        yield return Verb("unenter", "Take a wrong entry back, within a day", [Sale, Passage, RecordVerbs.Version],
            async (api, said) => await api.Change("DELETE", $"{await Path(api, said)}/passages/{said.Part(Passage)}", null, said.GetValue(RecordVerbs.Version)), Tell.Done);
    }

    private static string Line(JsonNode passage) => $"{((bool)passage["here"]! ? "*" : " ")} {passage["enteredAt"] ?? "nobody knows since when"}  {passage["stage"]}{((bool)passage["back"]! ? $"  (back: {passage["reason"]})" : "")}  {passage["id"]}";

    private static async Task<string> Path(Api api, ParseResult said) => $"sales/{await Called.Sale.Id(api, said.GetRequiredValue(Sale))}";
}
