using Inward.House;

namespace Inward.Pulses;

/// <summary>What was asked, as it is told from outside.</summary>
/// <param name="Kind">Null stands for a scale.</param>
public sealed record QuestionTold(string? Text, QuestionKind? Kind = null);

/// <summary>A pulse as its owner tells it.</summary>
/// <param name="Name">What it is about; null where its questions say so.</param>
public sealed record PulseTold(string? Name, IReadOnlyList<QuestionTold>? Questions, DateTimeOffset? ClosesAt, IReadOnlyList<Id>? Editors = null);

/// <summary>What was done with what people said.</summary>
public sealed record WhatWeDid(string Text, Id By, DateTimeOffset At);

/// <summary>
/// A few questions to everybody in the company, answered without a name. A draft is told anew as often as one likes; once it is open,
/// its questions, its people and its teams stay as they are until it closes.
/// </summary>
public sealed record Pulse(Id Workspace, Id Id, Id Owner)
{
    /// <summary>How many must stand behind a figure, and behind whatever subtraction finds. Words sound like somebody: they need more.</summary>
    public const int FewestAnswers = 5, FewestComments = 10;

    public const int LongestName = 120, MostQuestions = 20, MostEditors = 30, MostDays = 90, LongestDid = 5000;

    public string Name { get; init; } = "";

    public IReadOnlyList<Question> Questions { get; init; } = [];

    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>Who may change it beside its owner.</summary>
    public IReadOnlyList<Id> Editors { get; init; } = [];

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public WhatWeDid? Did { get; init; }

    public int Version { get; init; } = 1;

    public bool IsDraft => OpenedAt is null;

    public bool IsOpen(DateTimeOffset now) => OpenedAt is not null && ClosedAt is null && now < ClosesAt;

    public Question? Question(Id id) => Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>Everybody is asked, so whoever answers for people asks.</summary>
    public static void CheckMaker(bool leadsATeam, bool administrator)
    {
        if (!leadsATeam && !administrator)
            throw Rule.NotYours("Whoever leads a team, and administrators, make a pulse: it goes to everybody.");
    }

    public static Pulse Begun(PulseTold told, Id workspace, Id owner, DateTimeOffset now) => new Pulse(workspace, Id.New(now), owner) { Version = 0 }.Retold(told, now);

    public Pulse Retold(PulseTold told, DateTimeOffset now)
    {
        if (!IsDraft)
            throw Rule.NotNow("A pulse that has been opened stays as it is: people have answered what they read.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "name", told.Name?.Trim(), LongestName);
        if (told.Editors?.Count > MostEditors)
            wrong.Add(new Wrong("editors", new Sentence("At most {0} can be named here.", MostEditors)));
        if (WrongEnd(told.ClosesAt, now) is { } end)
            wrong.Add(new Wrong("closesAt", end));
        var questions = QuestionsTold([.. told.Questions ?? []], now, wrong);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        return this with
        {
            Name = told.Name?.Trim() ?? "",
            Questions = questions,
            ClosesAt = told.ClosesAt!.Value,
            Editors = [.. (told.Editors ?? []).Where(editor => editor != Owner).Distinct()],
            Version = Version + 1,
        };
    }

    /// <param name="last">The pulse that was opened last, if any.</param>
    public Pulse Opened(Pulse? last, DateTimeOffset now)
    {
        if (!IsDraft)
            throw Rule.NotNow("This pulse has been opened already.");
        if (WrongEnd(ClosesAt, now) is { } end)
            throw Rule.Invalid("closesAt", end);
        if (last is { ClosedAt: null })
            throw Rule.NotNow("Another pulse is still open. Two at a time would tell people apart.");
        if (last is { Did: null })
            throw Rule.NotNow("First say what was done with the last pulse: whoever answered waits to hear it.");
        return this with { OpenedAt = now, Version = Version + 1 };
    }

    /// <summary>Its day has come. Nobody closes it earlier, so that nobody waits for one answer.</summary>
    public Pulse Closed(DateTimeOffset now) => OpenedAt is not null && ClosedAt is null && now >= ClosesAt
        ? this with { ClosedAt = now, Version = Version + 1 } : throw Rule.NotNow("This pulse does not close yet.");

    /// <summary>What became of it; told again, the newer words stand.</summary>
    public Pulse Answered(string? text, Id by, DateTimeOffset now)
    {
        if (ClosedAt is null)
            throw Rule.NotNow("What was done is told once the pulse has closed.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "text", text?.Trim(), LongestDid, required: "Say what you did with what people said, also when it is little.");
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Did = new WhatWeDid(text!.Trim(), by, now), Version = Version + 1 };
    }

    public void CheckEditor(Id by, bool administrator)
    {
        if (!MayChange(by, administrator))
            throw Rule.NotYours("Only its owner, its editors and administrators change a pulse.");
    }

    public bool MayChange(Id by, bool administrator) => administrator || Owner == by || Editors.Contains(by);

    /// <summary>What somebody says, ready to be kept: what was passed by is left out.</summary>
    public IReadOnlyList<Answer> Checked(IEnumerable<Answer> answers, DateTimeOffset now)
    {
        if (!IsOpen(now))
            throw Rule.NotNow(IsDraft ? "This pulse has not been opened yet." : "This pulse is closed. What was said is counted.");
        var wrong = new List<Wrong>();
        var said = new Dictionary<Id, Answer>();
        foreach (var (answer, i) in answers.Select((answer, i) => (answer, i)))
        {
            if (Question(answer.Question) is not { } question || said.ContainsKey(answer.Question))
                wrong.Add(new Wrong($"answers[{i}].question", "Each question of the pulse is answered once at most."));
            else if (AnswerTo(question, answer, $"answers[{i}].", wrong) is { } told)
                said[question.Id] = told;
        }
        if (wrong.Count == 0 && said.Count == 0)
            wrong.Add(new Wrong("answers", "Answer at least one question. You may pass by the others."));
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : [.. said.Values];
    }

    private static Answer? AnswerTo(Question question, Answer told, string at, List<Wrong> wrong)
    {
        if (question.Kind == QuestionKind.Scale)
        {
            if (told.Score is < Tally.Lowest or > Tally.Highest)
                wrong.Add(new Wrong(at + "score", new Sentence("A score is a number from {0} to {1}.", Tally.Lowest, Tally.Highest)));
            if (!string.IsNullOrWhiteSpace(told.Comment))
                wrong.Add(new Wrong(at + "comment", "This question is answered with a score."));
            return told.Score is { } score ? new Answer(question.Id, score, null) : null;
        }
        if (told.Score is not null)
            wrong.Add(new Wrong(at + "score", "This question is answered in words."));
        Text.Check(wrong, at + "comment", told.Comment, Answer.LongestComment);
        return string.IsNullOrWhiteSpace(told.Comment) ? null : new Answer(question.Id, null, told.Comment.Trim());
    }

    private static Sentence? WrongEnd(DateTimeOffset? closesAt, DateTimeOffset now) => closesAt switch
    {
        null => "Say until when people can answer.",
        { } end when end <= now => "A pulse closes in the future.",
        { } end when end > now.AddDays(MostDays) => new Sentence("A pulse stays open for {0} days at most.", MostDays),
        _ => null,
    };

    private static List<Question> QuestionsTold(List<QuestionTold> told, DateTimeOffset now, List<Wrong> wrong)
    {
        if (told.Count is 0 or > MostQuestions)
            wrong.Add(new Wrong("questions", new Sentence("A pulse has 1 to {0} questions; the fewer, the more people answer.", MostQuestions)));
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (question, i) in told.Select((question, i) => (question, i)))
        {
            Text.Check(wrong, $"questions[{i}].text", question.Text?.Trim(), Pulses.Question.LongestText, required: "A question needs words.");
            if (!string.IsNullOrWhiteSpace(question.Text) && !texts.Add(question.Text.Trim()))
                wrong.Add(new Wrong($"questions[{i}].text", "This question is asked twice."));
        }
        return wrong.Count > 0 ? [] : told.ConvertAll(question => new Question(Id.New(now), question.Text!.Trim(), question.Kind ?? QuestionKind.Scale));
    }
}
