using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Keeping in touch with colleagues and teams: mine alone.</summary>
internal static class RelationshipVerbs
{
    private static readonly Argument<string> Who = Id("whom", "What they are called, or their id");

    public static IEnumerable<Command> All() => [Next(), Touch(), Snooze(), Plan(), Plans(), Focus(), Brief(), Balance(), Mailed()];

    private static Command Next() => List("next", "Whom to see next, and why", "me/next", [],
        row => $"{row["other"]!["id"]}  {row["other"]!["name"]}: {string.Join(", ", row["why"]!.AsArray().Select(w => (string)w!))}");

    private static Command Touch()
    {
        Field[] days = [Number("ideal", "--ideal", "Every so many days"), Number("limit", "--limit", "At the latest after so many")];
        var usual = new Option<bool>("--default") { Description = "As for everybody: 30 and 60" };
        return Verb("touch", "How I keep in touch with a colleague or a team; with --ideal and --limit, choose it", [Who, usual, .. days.Select(d => d.Option)], async (api, said) =>
        {
            var path = $"me/relationships/{(await Called.Receiver(api, said.GetRequiredValue(Who))).Id}";
            var body = await Body(api, said, days);
            return body.Count == 0 && !said.GetValue(usual) ? await api.Get(path) : await api.Change("PUT", path, body, null);
        }, Tell.Record);
    }

    private static Command Snooze() => Verb("snooze", "Leave them out of what comes next until a day; without a day, show them again", [Who], [Day("until", "--until", "The day they are shown again")],
        async (api, said, body) => await api.Post($"me/relationships/{(await Called.Receiver(api, said.GetRequiredValue(Who))).Id}/snooze", body), Tell.Record);

    private static Command Plan() => Verb("plan", "Plan a talk with a colleague or a team; without a time, let it go", [Who],
        [Text("at", "--at", "When, such as 2026-11-26T10:00+01:00"), Text("about", "--about", "What to bring up")],
        async (api, said, body) => await api.Post($"me/relationships/{(await Called.Receiver(api, said.GetRequiredValue(Who))).Id}/plan", body), Tell.Record);

    private static Command Plans() => List("plans", "Talks that I planned", "me/plans", [], row => $"{row["at"]}  {row["other"]!["name"]}{(row["about"] is { } about ? $": {about}" : "")}");

    private static Command Focus()
    {
        var who = new Argument<string?>("whom") { Arity = ArgumentArity.ZeroOrOne, Description = "The colleague to win over now" };
        var end = new Option<bool>("--end") { Description = "Nobody any more" };
        return Verb("focus", "Whom I want to win over now, and where I stand", [who, end], async (api, said) =>
            said.GetValue(end) ? await api.Change("DELETE", "me/focus", null, null)
            : said.GetValue(who) is { } name ? await api.Post("me/focus", new JsonObject { ["person"] = await Called.Person.Id(api, name) })
            : await api.Get("me/focus"), guide => guide["steps"] is not JsonArray steps ? ["Nobody is in your focus."]
            : steps.Select(s => $"{((bool)s!["evident"]! ? "+" : "-")} {s["finding"]}").Prepend((string)guide["person"]!["name"]!));
    }

    private static Command Balance() => Verb("balance", "What a colleague and I did for each other within a year; for my eyes", [Who],
        async (api, said) => await api.Get($"me/relationships/{await Called.Person.Id(api, said.GetRequiredValue(Who))}/balance"), both => [(string)both["says"]!]);

    private static Command Mailed() => Verb("mailed", "How much a colleague and I write to each other, as mail logs tell it; the two of us alone see it", [Who],
        async (api, said) => await api.Get($"me/relationships/{await Called.Person.Id(api, said.GetRequiredValue(Who))}/mail"), both => (bool)both["on"]! ? Tell.Record(both) : ["Your company keeps no mail logs."]);

    private static Command Brief() => Verb("brief", "Before I meet a colleague: talks, open asks, thanks, questions never answered", [Who],
        async (api, said) => await api.Get($"people/{await Called.Person.Id(api, said.GetRequiredValue(Who))}/brief"), Tell.Record);
}
