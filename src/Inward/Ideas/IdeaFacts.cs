using Inward.House;

namespace Inward.Ideas;

/// <summary>What an idea can be about. A step of a chain is an ask.</summary>
public enum AboutKind
{
    Ask,
    Sale,
    Stage,
    Talk,
    Objective,
}

/// <summary>The record that an idea is about.</summary>
public readonly record struct About(AboutKind Kind, Id Id);

public enum IdeaState
{
    /// <summary>For its answer.</summary>
    Waiting,

    /// <summary>“Not now”, until a day.</summary>
    Later,

    Adopted,
    Declined,

    /// <summary>It went into another one.</summary>
    Merged,

    Withdrawn,
}

public enum AnswerKind
{
    Adopted,
    Declined,
    Later,
}

/// <param name="Reason">Empty only where it was adopted: then the ask says it.</param>
/// <param name="Until">Not before this day.</param>
public sealed record Answer(AnswerKind Kind, string Reason, DateOnly? Until, Id By, DateTimeOffset At);

/// <summary>Why it is this colleague who answers.</summary>
public enum AnswersAs
{
    /// <summary>They asked for it, or the one who asked said so.</summary>
    Wanted,

    /// <summary>What it is about is theirs.</summary>
    Owner,

    /// <summary>They lead the team that was chosen, or that owns the stage.</summary>
    TeamLead,

    /// <summary>They lead a team of its author.</summary>
    AuthorsLead,

    /// <summary>Its author reports to them, or their team lies above.</summary>
    Above,

    Administrator,

    /// <summary>Whoever was to answer has left, and they lead that colleague's team or stand above it.</summary>
    Instead,

    /// <summary>There is nobody else in this company.</summary>
    Nobody,
}

/// <param name="For">Who would answer and is away; this one stands in.</param>
public sealed record Answering(Id Who, AnswersAs As, Id? For = null)
{
    /// <summary>The first who is here and is not its author.</summary>
    public static Answering Of(Id author, IEnumerable<CouldAnswer> inOrder) => inOrder
        .Where(one => one.Who != author && one.IsHere)
        .Select(one => one.Deputy is { } deputy && deputy != author ? new Answering(deputy, one.As, one.Who) : new Answering(one.Who, one.As))
        .FirstOrDefault() ?? new Answering(author, AnswersAs.Nobody);
}

/// <param name="IsHere">Works here today.</param>
/// <param name="Deputy">Who stands in while they are away.</param>
public sealed record CouldAnswer(Id Who, AnswersAs As, bool IsHere = true, Id? Deputy = null);

/// <summary>Nobody answered in time.</summary>
/// <param name="To">Who may answer as well since then; null where the idea is private, and nobody else learns of it.</param>
public sealed record Escalation(Id? To, DateTimeOffset At);

/// <summary>It is the same as another idea.</summary>
/// <param name="Into">The one it went into.</param>
public sealed record IdeaMerging(Id Into, Id By, DateTimeOffset At);

public sealed record IdeaWithdrawal(string Reason, DateTimeOffset At);

/// <summary>Who answers what is wanted, if it is not the one who posted it, and what else belongs to a new idea.</summary>
/// <param name="About">An ask, a sale, a stage, a talk or an objective.</param>
/// <param name="Card">The card it answers.</param>
/// <param name="PassedOnBy">Who wrote it down for its author.</param>
/// <param name="Days">Working days until the answer.</param>
public sealed record IdeaShared(string? Text, bool Private = false, About? About = null, Id? Card = null, Id? PassedOnBy = null, int? Days = null);
