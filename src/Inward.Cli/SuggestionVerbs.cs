using System.CommandLine;
using System.Text.Json.Nodes;
using static Inward.Cli.Fields;
using static Inward.Cli.Verbs;

namespace Inward.Cli;

/// <summary>Answers that colleagues suggest for one another's pages.</summary>
internal static class SuggestionVerbs
{
    public static IEnumerable<Command> All() => [Suggest(), Suggestions()];

    private static Command Suggest()
    {
        var whose = Id("whose", "The colleague or team, or their id");
        return Verb("suggest", "Suggest an answer for a colleague's page, or a team's", [whose],
            [Text("question", "--question", "doAndWhy, needFromOthers, howToReach, bestTime, strengths or howToThank", required: true), Text("words", "--words", "The answer as it could stand there", required: true)],
            async (api, said, body) =>
            {
                body["about"] = (await Called.Receiver(api, said.GetRequiredValue(whose))).Id;
                return await api.Post("suggestions", body);
            }, Tell.Record);
    }

    private static Command Suggestions()
    {
        var id = Id("id", "Its id");
        return List("suggestions", "What I suggested, or what is suggested for a page of mine; `suggest` makes one", "suggestions",
            [One("about", "--about", Called.Person, "For this colleague's page; “me” is me"), One("by", "--by", Called.Person, "Made by; “me” is me"), Text("state", "--state", "open, accepted, changed, declined or withdrawn"), .. Paged],
            Tell.Row("about", "question", "words", "by", "state", "reply"),
            Verb("accept", "Put one on my page, or my team's", [id], [Text("words", "--words", "In other words than it was suggested")], (api, said, body) => api.Post($"suggestions/{said.Part(id)}/acceptance", body), Tell.Done),
            Verb("decline", "Say no to one, kindly", [id], [Text("reply", "--reply", "A kind word")], (api, said, body) => api.Post($"suggestions/{said.Part(id)}/decline", body), Tell.Done),
            Verb("withdraw", "Take back what I suggested", [id], (api, said) => api.Post($"suggestions/{said.Part(id)}/withdrawal"), Tell.Done));
    }
}
