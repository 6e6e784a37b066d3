using Inward.House;

namespace Inward.Pulses;

public enum QuestionKind
{
    /// <summary>A score of 1, not at all, to 5, fully.</summary>
    Scale,

    /// <summary>An answer in words of one's own.</summary>
    Comment,
}

/// <summary>One question of a pulse. Whoever answers may pass it by.</summary>
public sealed record Question(Id Id, string Text, QuestionKind Kind)
{
    public const int LongestText = 300;
}

/// <summary>What somebody says to one question: a score or a comment, as the question wants it.</summary>
public sealed record Answer(Id Question, int? Score, string? Comment)
{
    public const int LongestComment = 2000;
}
