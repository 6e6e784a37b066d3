using Inward.House;

namespace Inward.Asks.Wording;

/// <summary>What the coach noticed. The last two are praise.</summary>
public enum HintKind
{
    Order,
    LeadingWhy,
    NoReason,
    NoEffect,
    NoDate,
    NoCondition,
    SeveralAsks,
    NoRoomForNo,
    LeadingPlease,
    WarmThanks,
    WarmQuestion,
}

/// <summary>A stretch of <see cref="Hint.Field"/>, in UTF-16 units from its beginning.</summary>
public sealed record Place(int Start, int Length);

/// <summary>
/// One thing the coach noticed. It never blocks: a form shows it beside <paramref name="Field"/> and sends the ask all the same.
/// </summary>
/// <param name="Kind">At most one hint of a kind is given.</param>
/// <param name="Field">The field on the wire, in camelCase: what, reason, effect, conditions, answerBy or neededBy.</param>
/// <param name="Explanation">Why it matters, in the reader's language (its template is the key of the translation).</param>
/// <param name="Example">How it could be said, in the language of the ask; never translated.</param>
/// <param name="Where">The words it is about, or null where something is missing.</param>
public sealed record Hint(HintKind Kind, string Field, Sentence Explanation, string Example, Place? Where = null)
{
    public bool IsPraise => Kind is HintKind.WarmThanks or HintKind.WarmQuestion;
}

/// <summary>An ask as far as it is written. Everything may be missing, empty or of any length.</summary>
/// <param name="AnswerBy">The day by which an answer is wanted.</param>
/// <param name="NeededBy">The day by which the thing itself is needed.</param>
/// <param name="Language">The language it is written in; found from its words when null.</param>
public sealed record AskWords(
    string? What,
    string? Reason = null,
    string? Effect = null,
    IReadOnlyList<string>? Conditions = null,
    DateOnly? AnswerBy = null,
    DateOnly? NeededBy = null,
    Language? Language = null);
