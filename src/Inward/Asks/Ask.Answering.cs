using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Asks;

/// <summary>What the one who was asked can answer: promise, other terms, a question, an honest no, or ask on.</summary>
public sealed partial record Ask
{
    /// <param name="by">Not in the past and not after the terms' day.</param>
    internal Ask Keep(DateOnly? by, string? firstStep, Circumstances c)
    {
        Manners.Allow(this, "promise", c);
        var wrong = Wrongs("firstStep", firstStep);
        if (CheckDay(wrong, "by", by, c.Today, "Say by when you promise it.") && by > Terms.By)
            wrong.Add(new Wrong("by", new Sentence("It is needed by {0}. To promise a later day, make a counter-offer instead.", Terms.By)));
        Require(wrong);
        return CloseQuestion(c.Now) with { Promise = new Promise(by!.Value, by.Value, Blank(firstStep), c.Now) };
    }

    /// <summary>Other terms before a promise; what is left out stays as it is. The asker's own go straight into force.</summary>
    internal Ask CounterWith(string? what, IReadOnlyList<string>? conditions, DateOnly? by, string? note, Circumstances c)
    {
        Manners.Allow(this, "counter", c);
        var terms = NewTerms(State == AskState.Countered ? OfferedTerms! : Terms, what, conditions, by, note, c);
        var next = With(terms);
        return c.Mover == Requester
            ? next with { TermsVersion = terms.Version, Offer = null, AnswerBy = Earlier(terms.By, AnswerBy < c.Today ? c.Calendar.AddWorkingDays(c.Today, 2) : AnswerBy) }
            : next.CloseQuestion(c.Now) with { Offer = new Offer(c.Mover, terms.Version, Blank(note), null, c.Now) };
    }

    internal Ask AskBack(string? text, Circumstances c)
    {
        Manners.Allow(this, "question", c);
        Require(Wrongs("text", text, "Write your question."));
        return this with { Questions = [.. Questions, new Question(c.Mover, text!, c.Now)] };
    }

    internal Ask Answer(string? text, Circumstances c)
    {
        Manners.Allow(this, "answer", c);
        Require(Wrongs("text", text, "Write your answer."));
        return ChangeQuestion(q => q with { Answer = new Answered(c.Mover, text!, c.Now) });
    }

    internal Ask Refuse(string? reason, Circumstances c)
    {
        Manners.Allow(this, "decline", c);
        Require(Wrongs("reason", reason, "Say why not: a no with its reason is an answer one can work with."));
        return Ended(c.Now) with { Decline = new Decline(c.Mover, reason!, c.Now) };
    }

    /// <summary>Asks somebody else for help: a child ask of mine. My own bond, the turn and the state stay as they are.</summary>
    internal Moved Delegate(Id childId, Asking help, Circumstances c)
    {
        Manners.Allow(this, "delegation", c);
        var neededBy = help.NeededBy ?? Due;
        var parts = help with
        {
            What = help.What ?? Terms.What,
            Reason = help.Reason ?? Reason,
            Effect = help.Effect ?? Effect,
            Conditions = help.Conditions ?? Terms.Conditions,
            AnswerBy = help.AnswerBy ?? Earlier(neededBy, Later(AnswerBy, c.Today)),
            NeededBy = neededBy,
            Open = Open,
            Verbatim = Verbatim,
            Sale = Sale,
            Initiative = Initiative,
            Objective = Objective,
        };
        var child = (Draft(Workspace, childId, c.Mover, parts, c.Now) with { Parent = Id }).Do(new Sending(), c with { PerformersBelow = [] });
        return new Moved(this with { Children = [.. Children, childId] }, child.Ask);
    }

    private Terms NewTerms(Terms from, string? what, IReadOnlyList<string>? conditions, DateOnly? by, string? note, Circumstances c)
    {
        var wrong = Wrongs("note", note);
        Text.Check(wrong, "what", what);
        var kept = conditions is null ? from.Conditions : new Asking(what, Conditions: conditions).CleanConditions;
        Asking.CheckConditions(wrong, kept);
        if (kept.Count == 0)
            wrong.Add(new Wrong("conditions", "Say when it counts as done: at least one condition."));
        CheckDay(wrong, "by", by, c.Today, "Say by when.");
        Require(wrong);
        return new Terms(NextTerms, Blank(what) ?? from.What, kept, by, c.Mover, c.Now) { Note = Blank(note) };
    }

    private Ask CloseQuestion(DateTimeOffset now) => ChangeQuestion(q => q with { ClosedAt = now });

    private Ask ChangeQuestion(Func<Question, Question> change) =>
        this with { Questions = [.. Questions.Select(q => q.IsOpen ? change(q) : q)] };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a < b ? a : b;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a > b ? a : b;
}
