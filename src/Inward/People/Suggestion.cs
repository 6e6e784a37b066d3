using Inward.House;

namespace Inward.People;

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    Open,

    /// <summary>It stands on the page, word for word.</summary>
    Accepted,

    /// <summary>It led to an answer in other words.</summary>
    Changed,

    Declined,

    /// <summary>Taken back by whoever made it.</summary>
    Withdrawn,
}

/// <summary>An answer that a colleague suggests for somebody's page, or a team's: only whose page it is puts it there.</summary>
/// <param name="About">Whose page it is.</param>
public sealed record Suggestion(Id Workspace, Id Id, Id About, bool IsTeam, WordsQuestion Question, string Words, Id By, DateTimeOffset At)
{
    public const int LongestReply = 500;

    public SuggestionState State { get; init; }

    /// <summary>A kind word with a no.</summary>
    public string? Reply { get; init; }

    public Id? AnsweredBy { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public int Version { get; init; } = 1;

    /// <param name="own">It is one's own page, or that of one's own team.</param>
    /// <param name="gone">Whose page it is has left.</param>
    /// <param name="waits">One's last suggestion for this question still waits.</param>
    public Suggestion Made(bool own, bool gone, bool waits)
    {
        if (own)
            throw Rule.NotNow("These are your own words: write them yourself.");
        if (gone)
            throw Rule.NotNow("This colleague no longer works here.");
        if (waits)
            throw Rule.NotNow("Your last suggestion for this question still waits for an answer. Take it back first.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "words", Words, Answer.Longest, "Write the answer as it could stand there.");
        return wrong.Count == 0 ? this : throw Rule.Invalid(wrong);
    }

    /// <summary>Puts it on the page, as it was suggested or in other words.</summary>
    public Suggestion Accepted(bool own, string? words, Id by, DateTimeOffset at)
    {
        CheckOwner(own);
        CheckOpen();
        var wrong = new List<Wrong>();
        Text.Check(wrong, "words", words, Answer.Longest);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        return Answered(IsAsSuggested(words) ? SuggestionState.Accepted : SuggestionState.Changed, by, at);
    }

    public Suggestion Declined(bool own, string? reply, Id by, DateTimeOffset at)
    {
        CheckOwner(own);
        CheckOpen();
        var wrong = new List<Wrong>();
        Text.Check(wrong, "reply", reply, LongestReply);
        return wrong.Count == 0
            ? Answered(SuggestionState.Declined, by, at) with { Reply = string.IsNullOrWhiteSpace(reply) ? null : reply.Trim() }
            : throw Rule.Invalid(wrong);
    }

    public Suggestion Withdrawn(Id by, DateTimeOffset at)
    {
        if (by != By)
            throw Rule.NotYours("Only whoever made a suggestion takes it back.");
        CheckOpen();
        return Answered(SuggestionState.Withdrawn, by, at);
    }

    /// <summary>How it stands on the page: other words are no longer whoever suggested them.</summary>
    public Answer AsAnswer(string? words, Id by, DateOnly today) => IsAsSuggested(words)
        ? new Answer(Words, today) { By = IsTeam ? by : null, SuggestedBy = By }
        : new Answer(words!, today) { By = IsTeam ? by : null };

    private bool IsAsSuggested(string? words) => string.IsNullOrWhiteSpace(words) || words.Trim() == Words.Trim();

    private Suggestion Answered(SuggestionState state, Id by, DateTimeOffset at) => this with { State = state, AnsweredBy = by, AnsweredAt = at, Version = Version + 1 };

    private void CheckOwner(bool own)
    {
        if (!own)
            throw Rule.NotYours(IsTeam ? "Only those who are in the team answer this." : "Only the colleague whose page it is answers this.");
    }

    private void CheckOpen()
    {
        if (State != SuggestionState.Open)
            throw Rule.NotNow("This has been answered already.");
    }
}
