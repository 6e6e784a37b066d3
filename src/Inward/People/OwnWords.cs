using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.People;

/// <summary>What own words answer, in the order of the page.</summary>
public enum WordsQuestion
{
    DoAndWhy,
    NeedFromOthers,
    HowToReach,
    BestTime,
    Strengths,
    HowToThank,
}

/// <summary>What the form of own words holds; an empty answer is none.</summary>
public sealed record WordsTold(
    string? DoAndWhy = null, string? NeedFromOthers = null, string? HowToReach = null, string? HowToThank = null, string? Strengths = null, string? BestTime = null);

/// <summary>What a person or a team says about their work, in their own words; each answer with the day it was given and its source.</summary>
public sealed record OwnWords(Answer? DoAndWhy, Answer? NeedFromOthers, Answer? HowToReach, Answer? HowToThank, Answer? Strengths, Answer? BestTime)
{
    public static readonly OwnWords None = new(null, null, null, null, null, null);

    [JsonIgnore]
    public bool AreUnsaid => this == None;

    [JsonIgnore]
    public IEnumerable<Answer> Answers => Enum.GetValues<WordsQuestion>().Select(question => this[question]).OfType<Answer>();

    public Answer? this[WordsQuestion question] => question switch
    {
        WordsQuestion.DoAndWhy => DoAndWhy,
        WordsQuestion.NeedFromOthers => NeedFromOthers,
        WordsQuestion.HowToReach => HowToReach,
        WordsQuestion.BestTime => BestTime,
        WordsQuestion.Strengths => Strengths,
        _ => HowToThank,
    };

    /// <summary>With another answer to one question.</summary>
    public OwnWords With(WordsQuestion question, Answer? answer) => question switch
    {
        WordsQuestion.DoAndWhy => this with { DoAndWhy = answer },
        WordsQuestion.NeedFromOthers => this with { NeedFromOthers = answer },
        WordsQuestion.HowToReach => this with { HowToReach = answer },
        WordsQuestion.BestTime => this with { BestTime = answer },
        WordsQuestion.Strengths => this with { Strengths = answer },
        _ => this with { HowToThank = answer },
    };

    /// <summary>An answer that stays the same keeps its day and its source.</summary>
    /// <param name="by">Who writes for a team; null for a person's own.</param>
    internal OwnWords Retold(WordsTold told, DateOnly today, Id? by = null)
    {
        var wrong = new List<Wrong>();
        var words = new OwnWords(
            Answered("doAndWhy", DoAndWhy, told.DoAndWhy), Answered("needFromOthers", NeedFromOthers, told.NeedFromOthers), Answered("howToReach", HowToReach, told.HowToReach),
            Answered("howToThank", HowToThank, told.HowToThank), Answered("strengths", Strengths, told.Strengths), Answered("bestTime", BestTime, told.BestTime));
        return wrong.Count == 0 ? words : throw Rule.Invalid(wrong);
        Answer? Answered(string field, Answer? before, string? said)
        {
            Text.Check(wrong, field, said, Answer.Longest);
            return string.IsNullOrWhiteSpace(said) ? null : said == before?.Words ? before : new Answer(said, today) { By = by };
        }
    }
}

/// <summary>One answer, word for word.</summary>
/// <param name="On">The day on which it was written, or accepted.</param>
public sealed record Answer(string Words, DateOnly On)
{
    public const int Longest = 2_000;

    /// <summary>Who wrote or accepted it for a team; null for a person's own.</summary>
    public Id? By { get; init; }

    /// <summary>The colleague who suggested exactly these words; null for words of their own.</summary>
    public Id? SuggestedBy { get; init; }
}
