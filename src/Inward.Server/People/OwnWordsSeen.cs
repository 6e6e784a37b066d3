using Inward.People;

namespace Inward.Server.People;

/// <summary>Own words as a page shows them, of a person or a team.</summary>
/// <param name="Edit">Where their owner writes them; null for everybody else.</param>
/// <param name="Invitation">What their owner is asked while nothing stands there.</param>
/// <param name="Suggest">Where everybody else suggests an answer; null where nobody does.</param>
public sealed record OwnWordsSeen(string Name, WordsShown Words, string? Edit, string Invitation, string? Suggest = null, bool IsTeam = false)
{
    public bool AreUnsaid => Enum.GetValues<WordsQuestion>().All(question => Words.To(question) is null);

    /// <summary>Every answer but the first, which stands on its own, each under what was asked.</summary>
    public IEnumerable<(string Label, AnswerShown Answer)> More =>
        Enum.GetValues<WordsQuestion>().Where(question => question != WordsQuestion.DoAndWhy && Words.To(question) is not null).Select(question => (Label(question, IsTeam), Words.To(question)!));

    /// <summary>The question as the page puts it: its owner speaks.</summary>
    public static string Label(WordsQuestion question, bool isTeam) => question switch
    {
        WordsQuestion.DoAndWhy => isTeam ? "What we do, and why" : "What I do, and why",
        WordsQuestion.NeedFromOthers => isTeam ? "What we need from others" : "What I need from others",
        WordsQuestion.HowToReach => isTeam ? "How to reach us" : "How to reach me",
        WordsQuestion.BestTime => "The best time",
        WordsQuestion.Strengths => isTeam ? "What we are good at" : "What I am good at",
        _ => isTeam ? "How we like to be thanked" : "How I like to be thanked",
    };
}
