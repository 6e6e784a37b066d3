using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Where an answer comes from.</summary>
public enum WordsSource
{
    /// <summary>The person, or somebody of the team, wrote it.</summary>
    Self,

    /// <summary>A colleague suggested it, and it was accepted.</summary>
    Suggested,
}

/// <summary>One answer in own words.</summary>
/// <param name="On">The day it was written, or accepted.</param>
/// <param name="WrittenBy">Who wrote or accepted it for a team; null for a person's own.</param>
public sealed record AnswerShown(string Words, DateOnly On, WordsSource Source, Named? WrittenBy, Named? SuggestedBy);

/// <summary>Own words as pages show and programs read them: each answer with its day and its source, by name.</summary>
public sealed record WordsShown(AnswerShown? DoAndWhy, AnswerShown? NeedFromOthers, AnswerShown? HowToReach, AnswerShown? HowToThank, AnswerShown? Strengths, AnswerShown? BestTime)
{
    public static async Task<WordsShown> Of(Session session, Id workspace, OwnWords words) => Of(words, await Names(session, workspace, [words]));

    public static WordsShown Of(OwnWords words, IReadOnlyDictionary<string, string> names)
    {
        return new WordsShown(Shown(words.DoAndWhy), Shown(words.NeedFromOthers), Shown(words.HowToReach), Shown(words.HowToThank), Shown(words.Strengths), Shown(words.BestTime));

        AnswerShown? Shown(Answer? answer) => answer is null ? null
            : new AnswerShown(answer.Words, answer.On, answer.SuggestedBy is null ? WordsSource.Self : WordsSource.Suggested, Who(answer.By), Who(answer.SuggestedBy));

        Named? Who(Id? id) => Named.Maybe(id, id is { } there ? names.GetValueOrDefault(there.ToString()) : null);
    }

    /// <summary>The names of all who wrote or suggested an answer in them.</summary>
    public static Task<IReadOnlyDictionary<string, string>> Names(Session session, Id workspace, IEnumerable<OwnWords> words) =>
        session.Names(workspace, words.SelectMany(w => w.Answers).SelectMany(a => new[] { a.By, a.SuggestedBy }).OfType<Id>());

    /// <summary>An answer by its question, as pages ask for it.</summary>
    public AnswerShown? To(WordsQuestion question) => question switch
    {
        WordsQuestion.DoAndWhy => DoAndWhy,
        WordsQuestion.NeedFromOthers => NeedFromOthers,
        WordsQuestion.HowToReach => HowToReach,
        WordsQuestion.BestTime => BestTime,
        WordsQuestion.Strengths => Strengths,
        _ => HowToThank,
    };
}
