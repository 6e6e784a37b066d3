using Inward.Ideas;
using Inward.Server.House.Words;

namespace Inward.Server.Ideas;

/// <summary>What stands of ideas on pages, in words.</summary>
public static class IdeaWords
{
    public static readonly IReadOnlyList<(HelpKind Kind, string Word)> Kinds = [(HelpKind.Ideas, "Ideas"), (HelpKind.Knowledge, "Knowledge"), (HelpKind.Resources, "Resources"), (HelpKind.Actions, "Suggested actions")];

    public static string Show(string show) => show switch
    {
        "answer" => "Wait for my answer",
        "mine" => "Mine, and what I want too",
        "waiting" => "Wait for an answer",
        "later" => "Not now",
        "adopted" => "Adopted",
        _ => "Declined",
    };

    /// <summary>A word and its colour.</summary>
    public static (string Word, string? Colour) Word(IdeaState state, bool overdue) => state switch
    {
        IdeaState.Waiting => overdue ? ("Overdue", "bad") : ("Waits for an answer", null),
        IdeaState.Later => ("Not now", "due"),
        IdeaState.Adopted => ("Adopted", "ok"),
        IdeaState.Declined => ("Declined", null),
        IdeaState.Merged => ("Went into another", null),
        _ => ("Taken back", null),
    };

    /// <summary>Why it is this colleague who answers.</summary>
    public static string Because(Answering answering, string name, string standsInFor, Tongue t)
    {
        var why = answering.As switch
        {
            AnswersAs.Wanted => t["{0} answers: it is their card.", answering.For is null ? name : standsInFor],
            AnswersAs.Owner => t["{0} answers: what it is about is theirs.", answering.For is null ? name : standsInFor],
            AnswersAs.TeamLead => t["{0} answers: they lead the team it lies with.", answering.For is null ? name : standsInFor],
            AnswersAs.AuthorsLead => t["{0} answers: they lead a team of whoever had the idea.", answering.For is null ? name : standsInFor],
            AnswersAs.Above => t["{0} answers: they stand above whoever had the idea.", answering.For is null ? name : standsInFor],
            AnswersAs.Administrator => t["{0} answers as an administrator: nobody leads here.", answering.For is null ? name : standsInFor],
            AnswersAs.Instead => t["{0} answers in place of somebody who left.", answering.For is null ? name : standsInFor],
            _ => t["Nobody else is here who could answer."],
        };
        return answering.For is null ? why : $"{why} {t["{0} is away, and {1} stands in.", standsInFor, name]}";
    }
}
