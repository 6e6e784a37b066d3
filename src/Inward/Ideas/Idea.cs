using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Ideas;

/// <summary>An idea of a colleague. Somebody answers it with a reason by a day; its author is named to the end.</summary>
/// <param name="Private">Seen by its author and by whoever answers it, and nobody else.</param>
public sealed partial record Idea(Id Workspace, Id Id, Id Author, string Text, bool Private, DateTimeOffset At)
{
    public const int LongestText = 4_000, LongestReason = 2_000;

    /// <summary>Working days until an answer, where nobody says otherwise; and the most.</summary>
    public const int UsualDays = 10, MostDays = 60;

    /// <summary>Months that an idea can be put off at once.</summary>
    private const int MostMonthsLater = 24;

    public About? About { get; init; }

    /// <summary>The card of help wanted that it answers.</summary>
    public Id? Card { get; init; }

    /// <summary>Who wrote it down after a talk, where that was not its author.</summary>
    public Id? PassedOnBy { get; init; }

    public Answering Answering { get; init; } = new(Author, AnswersAs.Nobody);

    /// <summary>The day by which it is answered.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Every answer it was given, the last one counts.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    public Escalation? Escalated { get; init; }
    public IdeaMerging? Merged { get; init; }
    public IdeaWithdrawal? Withdrawn { get; init; }

    [JsonIgnore]
    public int Version { get; init; } = 1;

    [JsonIgnore]
    public Answer? Last => Answers.Count == 0 ? null : Answers[^1];

    /// <param name="days">Whose working days count: those of whoever answers.</param>
    public static Idea Of(Id workspace, Id id, Id author, IdeaShared told, Answering answering, WorkingCalendar days, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "text", told.Text, LongestText, "Write the idea down, in a sentence or two.");
        if (told.Days is < 1 or > MostDays)
            wrong.Add(new Wrong("days", new Sentence("An answer takes 1 to {0} working days.", MostDays)));
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : new Idea(workspace, id, author, told.Text!.Trim(), told.Private, now)
        {
            About = told.About, Card = told.Card, PassedOnBy = told.PassedOnBy, Answering = answering, DueOn = days.AddWorkingDays(days.Today(now), told.Days ?? UsualDays),
        };
    }

    public IdeaState State(DateOnly today) => this switch
    {
        { Withdrawn: not null } => IdeaState.Withdrawn,
        { Merged: not null } => IdeaState.Merged,
        { Last.Kind: AnswerKind.Adopted } => IdeaState.Adopted,
        { Last.Kind: AnswerKind.Declined } => IdeaState.Declined,
        { Last: { Kind: AnswerKind.Later, Until: var until } } when until > today => IdeaState.Later,
        _ => IdeaState.Waiting,
    };

    public bool IsOverdue(DateOnly today) => State(today) == IdeaState.Waiting && DueOn < today;

    /// <summary>Neither decided nor merged nor withdrawn; it may be put off.</summary>
    [JsonIgnore]
    public bool IsOpen => State(DateOnly.MaxValue) == IdeaState.Waiting;

    public bool IsAnsweredBy(Id person) => person == Answering.Who || (Escalated?.To is { } other && other == person);

    public Idea Adopt(string? reason, Id by, DateTimeOffset now)
    {
        CheckAnswers(by);
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "reason", reason, LongestReason);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : With(new Answer(AnswerKind.Adopted, reason?.Trim() ?? "", null, by, now));
    }

    public Idea Decline(string? reason, Id by, DateTimeOffset now)
    {
        CheckAnswers(by);
        return With(new Answer(AnswerKind.Declined, Why(reason, "Say why. Everybody who wanted it reads it."), null, by, now));
    }

    /// <summary>Not now: it waits again from that day on, as if it were new then.</summary>
    public Idea PutOff(DateOnly? until, string? reason, Id by, WorkingCalendar days, DateTimeOffset now)
    {
        CheckAnswers(by);
        var (today, wrong) = (days.Today(now), new List<Wrong>());
        if (until is not { } day)
            wrong.Add(new Wrong("until", "Say until which day."));
        else if (day <= today || day > today.AddMonths(MostMonthsLater))
            wrong.Add(new Wrong("until", new Sentence("Choose a day after today and within {0} months.", MostMonthsLater)));
        House.Text.Check(wrong, "reason", reason, LongestReason, "Say why not now. Everybody who wanted it reads it.");
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        return With(new Answer(AnswerKind.Later, reason!.Trim(), until, by, now)) with { DueOn = days.AddWorkingDays(until!.Value, UsualDays), Escalated = null };
    }

    /// <summary>Its day has passed without an answer; once.</summary>
    /// <param name="to">Who stands behind whoever should have answered.</param>
    public Idea? Escalate(Id? to, WorkingCalendar days, DateTimeOffset now) =>
        Escalated is null && IsOverdue(days.Today(now)) ? this with { Escalated = new Escalation(Private ? null : to, now) } : null;

    /// <summary>Whoever was to answer has left: somebody else does, with as much time as for a new one.</summary>
    public Idea PassOn(Answering to, WorkingCalendar days, DateTimeOffset now) => this with
    {
        Answering = to,
        Escalated = null,
        DueOn = Later(DueOn, days.AddWorkingDays(Last is { Kind: AnswerKind.Later, Until: { } until } ? Later(until, days.Today(now)) : days.Today(now), UsualDays)),
    };

    /// <summary>Its author takes it back while nobody has decided.</summary>
    public Idea Withdraw(string? reason, Id by, DateTimeOffset now)
    {
        if (by != Author)
            throw Rule.NotYours("Only whoever had this idea takes it back.");
        CheckOpen();
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "reason", reason, LongestReason);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Withdrawn = new IdeaWithdrawal(reason?.Trim() ?? "", now) };
    }

    /// <summary>Its author lets everybody read what was private.</summary>
    public Idea Open(Id by, WorkingCalendar days, DateTimeOffset now)
    {
        if (by != Author)
            throw Rule.NotYours("Only whoever had this idea opens it to everybody.");
        if (!Private)
            throw Rule.NotNow("Everybody can read this idea already.");
        return this with { Private = false, Escalated = null, DueOn = Later(DueOn, days.Today(now)) };
    }

    public void CheckWanting(Id by)
    {
        if (by == Author)
            throw Rule.NotYours("It is your idea: that you want it is known.");
        CheckOpen();
    }

    public static string Comment(string? text)
    {
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "text", text, LongestReason, "Write something first.");
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : text!.Trim();
    }

    private void CheckAnswers(Id by)
    {
        if (!IsAnsweredBy(by))
            throw Rule.NotYours("Only the colleague who is to answer this idea does that.");
        CheckOpen();
    }

    private void CheckOpen()
    {
        if (Withdrawn is not null)
            throw Rule.NotNow("This idea was taken back.");
        if (Merged is not null)
            throw Rule.NotNow("This idea went into another one. What is said there counts for both.");
        if (!IsOpen)
            throw Rule.NotNow("This idea was answered already.");
    }

    private Idea With(Answer answer) => this with { Answers = [.. Answers, answer] };

    private static string Why(string? reason, Sentence required)
    {
        var wrong = new List<Wrong>();
        House.Text.Check(wrong, "reason", reason, LongestReason, required);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : reason!.Trim();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
