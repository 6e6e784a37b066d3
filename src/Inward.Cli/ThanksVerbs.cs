using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Thanks: the feed, whom I still owe some, between teams, and who contributed to which sale.</summary>
internal static class ThanksVerbs
{
    private static readonly Argument<string> Which = Id("id", "Its id");

    public static Command Thanks() => List("thanks", "The feed of thanks; `thank` says one", "thanks",
        [One("person", "--person", Called.Person, "To or from this colleague"), One("team", "--team", Called.Team, "To this team"), .. Paged],
        Tell.Row("at", "text", "effect"),
        Verb("show", "Show one", [Which], (api, said) => api.Get($"thanks/{said.Part(Which)}"), Tell.Record),
        Verb("undo", "Take back one that I said in the last ten seconds", [Which], (api, said) => api.Post($"thanks/{said.Part(Which)}/undoing"), Tell.Done),
        List("due", "What was done for me and nobody has thanked for yet", "me/thanks-due", [.. Paged], row => $"{row["ask"]}  {row["performerName"]}: {row["what"]} (due {row["dueOn"]})"),
        Verb("coach", "What words of thanks name; nothing is said or kept", [], [Text("text", "--text", "What they did", true), Text("effect", "--effect", "What it changed"), Text("for", "--ask", "The ask it is for")],
            (api, _, body) => api.Post("thanks/coach", body), hints => hints["items"]!.AsArray().Select(h => $"{((bool)h!["named"]! ? "+" : "-")} {h["says"]}")),
        Units(), Statement());

    private static Command Units()
    {
        Field[] quarter = [Text("quarter", "--quarter", "Such as 2026-Q3; the newest when left out")];
        return Verb("units", "What teams delivered in a quarter and how much of it was thanked for", [.. quarter.Select(q => q.Option)], async (api, said) => await api.Get($"thanks/units{await Query(api, said, quarter)}"),
            by => by["cells"]!.AsArray().Select(c => $"{string.Join(", ", c!["units"]!.AsArray().Select(u => (string)u!["name"]!))}: {c["thanked"]} of {c["accepted"]} thanked")
                .Prepend(by["quarter"] is { } q ? $"{q}" : "No quarter is counted yet."));
    }

    private static Command Statement()
    {
        Field[] year = [Text("year", "--year", "Such as 2026; this year when left out")];
        var csv = new Option<bool>("--csv") { Description = "As CSV" };
        return Verb("statement", "Who contributed to the sales won in a year: my sales whole, of others' my own lines", [csv, .. year.Select(y => y.Option)], async (api, said) =>
        {
            var query = await Query(api, said, year);
            return said.GetValue(csv) ? JsonValue.Create(Encoding.UTF8.GetString(await api.Bytes($"me/statement/csv{query}"))) : await api.Get($"me/statement{query}");
        }, told => told is JsonValue ? [$"{told}"] : told["sales"]!.AsArray().SelectMany(s =>
            s!["lines"]!.AsArray().Select(l => $"  {l!["deliveredOn"]}  {l["person"]!["name"]}: {l["what"]}").Prepend($"{s["closedOn"]}  {s["customer"]}: {s["name"]}")).DefaultIfEmpty("Nothing to tell of that year."));
    }
}
