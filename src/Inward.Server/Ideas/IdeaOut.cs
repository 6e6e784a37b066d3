using Inward.Asks;
using Inward.House;
using Inward.Ideas;
using Inward.Server.Asks;
using Inward.Server.House;

namespace Inward.Server.Ideas;

/// <summary>What an idea is about.</summary>
/// <param name="Kind">ask, sale, stage, talk or objective.</param>
public sealed record AboutOut(AboutKind Kind, Id Id, string Name)
{
    public static AboutOut? Of(AboutSeen? about) => about is null ? null : new(about.About.Kind, about.About.Id, about.Name);
}

public sealed record IdeaAnswerOut(AnswerKind Kind, string Reason, DateOnly? Until, Named By, DateTimeOffset At);

public sealed record IdeaCommentOut(Named By, string Text, DateTimeOffset At);

/// <summary>An ask that carries the idea out.</summary>
/// <param name="Changed">What it was for, once it is accepted.</param>
/// <param name="Told">What the customer was told of it.</param>
public sealed record IdeaLineOut(Id Ask, string What, string State, Named? Performer, DateTimeOffset? AskedAt, DateOnly? PromisedBy, DateOnly? DeliveredOn, DateTimeOffset? AcceptedAt, string? Changed, string? Told);

/// <param name="To">Who may answer too since then; null where the idea is private.</param>
public sealed record EscalatedOut(Named? To, DateTimeOffset At);

/// <param name="Into">The idea it went into; at the end of that way, `root`.</param>
public sealed record MergedOut(Id Into, Named By, DateTimeOffset At);

/// <summary>An idea as programs read it.</summary>
/// <param name="State">waiting, later, adopted, declined, merged or withdrawn.</param>
/// <param name="About">Null where it is about nothing that I may see.</param>
/// <param name="Answerer">Who answers.</param>
/// <param name="AnswersAs">Why they do: wanted, owner, teamLead, authorsLead, above, administrator, instead or nobody.</param>
/// <param name="StandsInFor">Who would answer, and is away.</param>
/// <param name="Overdue">Its day has passed without an answer.</param>
/// <param name="Wanting">Who wants it too.</param>
/// <param name="Same">Ideas that went into this one.</param>
/// <param name="Unseen">How many asks carry it out that I may not see.</param>
/// <param name="Possible">What I may do with it now.</param>
public sealed record IdeaOut(
    Id Id, string Text, Named Author, Named? PassedOnBy, DateTimeOffset At, bool Private, IdeaState State, AboutOut? About, Named? Wanted, Named Answerer, AnswersAs AnswersAs, Named? StandsInFor, DateOnly AnswerBy, bool Overdue,
    EscalatedOut? Escalated, IReadOnlyList<IdeaAnswerOut> Answers, MergedOut? Merged, Named? Root, IReadOnlyList<Named> Same, IReadOnlyList<Named> Wanting, IReadOnlyList<IdeaCommentOut> Comments, IReadOnlyList<IdeaLineOut> Asks,
    int Unseen, IReadOnlyList<string> Possible, int Version)
{
    public static IdeaOut Of(IdeaSeen seen, Me me)
    {
        var idea = seen.Idea;
        return new(
            idea.Id, idea.Text, seen.Called(idea.Author), Maybe(idea.PassedOnBy), idea.At, idea.Private, seen.State, AboutOut.Of(seen.About), seen.Card is { } card ? new Named(card.Id, card.Text) : null, seen.Called(idea.Answering.Who),
            idea.Answering.As, Maybe(idea.Answering.For), idea.DueOn, idea.IsOverdue(seen.Today), idea.Escalated is { } escalated ? new(Maybe(escalated.To), escalated.At) : null,
            [.. idea.Answers.Select(answer => new IdeaAnswerOut(answer.Kind, answer.Reason, answer.Until, seen.Called(answer.By), answer.At))], idea.Merged is { } merged ? new(merged.Into, seen.Called(merged.By), merged.At) : null, seen.Root,
            [.. seen.Same.Select(same => new Named(same.Id, same.Text))], [.. seen.Wanting.Select(seen.Called)], [.. seen.Comments.Select(comment => new IdeaCommentOut(seen.Called(comment.Author), comment.Text, comment.At))],
            [.. seen.Lines.Select(line => new IdeaLineOut(line.Ask, line.What, WholeAsk.Wired(line.State), Maybe(line.Performer ?? line.Team), line.AskedAt, line.PromisedBy, line.DeliveredOn, line.AcceptedAt, line.Changed, line.Told))],
            seen.Unseen, seen.PossibleFor(me.Person), idea.Version);

        Named? Maybe(Id? id) => id is { } one ? seen.Called(one) : null;
    }
}

/// <summary>An idea of a list.</summary>
public sealed record IdeaRowOut(Id Id, string Text, Named Author, DateTimeOffset At, bool Private, IdeaState State, AboutOut? About, Named Answerer, DateOnly AnswerBy, bool Overdue, long Wanting, string? Reason)
{
    public static IdeaRowOut Of(IdeaRow row) => new(
        row.Idea.Id, row.Idea.Text, new(row.Idea.Author, row.AuthorName), row.Idea.At, row.Idea.Private, row.State, AboutOut.Of(row.About), new(row.Idea.Answering.Who, row.AnswererName), row.Idea.DueOn, row.Idea.IsOverdue(row.Today), row.Wanting,
        row.Idea.Last?.Reason);
}
