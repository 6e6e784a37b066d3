using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Two teams together, and what one needs of the other.</summary>
internal static class TeamVerbs
{
    private static readonly Field Words = Text("words", "--words", "What the team needs", required: true);

    public static Command With()
    {
        var (team, other) = (Id("team", "A team"), Id("other", "The other team"));
        return Verb("with", "Two teams: what each needs of the other, open asks, obstacles and thanks between them", [team, other],
            async (api, said) => await api.Get($"teams/{await Called.Team.Id(api, said.GetRequiredValue(team))}/with/{await Called.Team.Id(api, said.GetRequiredValue(other))}"), BothTeams);
    }

    public static Command Need()
    {
        var (team, other) = (Id("team", "A team of mine"), Id("other", "The other team"));
        return Verb("need", "Write what a team of mine needs of another one", [team, other, Words.Option, RecordVerbs.Version], async (api, said) =>
            await api.Change("PUT", $"teams/{await Called.Team.Id(api, said.GetRequiredValue(team))}/needs/{await Called.Team.Id(api, said.GetRequiredValue(other))}", await Body(api, said, [Words]), said.GetValue(RecordVerbs.Version)), Tell.Record);
    }

    public static Command Wishes()
    {
        var team = Id("team", "A team that you lead, or one below it");
        Field[] quarter = [Text("quarter", "--quarter", "Such as 2026-Q3; the newest when left out")];
        return Verb("wishes", "What moves the people of a team, pooled by ten and more", [team, .. quarter.Select(q => q.Option)],
            async (api, said) => await api.Get($"teams/{await Called.Team.Id(api, said.GetRequiredValue(team))}/wishes{await Query(api, said, quarter)}"), Pooled);
    }

    private static IEnumerable<string> Pooled(JsonNode wishes) => wishes["quarter"] is null ? ["No quarter is pooled yet."]
        : wishes["words"]!.AsArray().Select(w => $"- {w}").Prepend((int)wishes["asked"]! == 0 ? $"{wishes["quarter"]}: too few to say anything" : $"{wishes["quarter"]}: {wishes["asked"]} of {wishes["of"]} were asked");

    public static Command Mail()
    {
        Field[] quarter = [Text("quarter", "--quarter", "Such as 2026-Q3; the newest when left out")];
        return Verb("mail", "Mail between teams in a quarter, by five people or more", quarter.Select(q => q.Option), async (api, said) => await api.Get("teams/mail" + await Query(api, said, quarter)),
            by => by["cells"]!.AsArray().SelectMany(to => to!["from"]!.AsArray().Select(from => $"{from!["mails"],7}  {Tell.Value(from["units"])} to {Tell.Value(to["units"])}").Prepend($"{to["mails"],7}  to {Tell.Value(to["units"])}"))
                .DefaultIfEmpty((bool)by["on"]! ? "Nothing is counted yet." : "Your company keeps no mail logs."));
    }

    private static IEnumerable<string> BothTeams(JsonNode both)
    {
        JsonNode[] sides = [both["one"]!, both["other"]!];
        foreach (var side in sides)
            yield return $"{side["name"]} needs: {((string?)side["needOfOther"]!["words"] is { Length: > 0 } words ? $"{words}  ({Tell.Value(side["needOfOther"]!["by"])})" : "nothing written yet")}";
        foreach (var ask in both["asks"]!.AsArray())
            yield return Tell.Ask(ask!["ask"]!);
        foreach (var way in both["inTheWay"]!.AsArray())
            yield return $"{way!["ask"]}  {((bool)way["isObstacle"]! ? "obstacle" : "concern")}: {way["text"]}  ({Tell.Value(way["who"])})";
        foreach (var thanks in both["thanks"]!.AsArray())
            yield return $"{Tell.Value(thanks!["from"])} thanked {Tell.Value(thanks["to"])}: {thanks["text"]}";
    }
}
