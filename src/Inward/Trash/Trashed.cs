using Inward.House;

namespace Inward.Trash;

/// <summary>What can be taken out of the trash again.</summary>
public enum TrashKind
{
    /// <summary>A draft of an ask, with its files.</summary>
    Draft,

    /// <summary>A private note that nobody was let read.</summary>
    Note,

    /// <summary>A saved view.</summary>
    View,

    /// <summary>A talk that was planned.</summary>
    Plan,

    /// <summary>A journey that no sale followed.</summary>
    Journey,

    /// <summary>The template of a chain.</summary>
    Chain,

    /// <summary>A draft of an objective.</summary>
    Objective,
}

/// <summary>Something its owner deleted: nobody else sees it, nothing else finds it, and after thirty days it is gone.</summary>
/// <param name="Record">What it was. The one who restores it has it again as it was.</param>
/// <param name="EndsAt">Earlier than in thirty days where its own time is over sooner.</param>
public sealed record Trashed(Id Workspace, Id Id, Id Record, Id Owner, TrashKind Kind, string Title, DateTimeOffset DeletedAt, DateTimeOffset EndsAt)
{
    public const int Days = 30;

    /// <param name="limit">When it would have ended anyway: the trash makes nothing live longer.</param>
    public static DateTimeOffset Until(DateTimeOffset now, DateTimeOffset? limit) => limit is { } end && end < now.AddDays(Days) ? end : now.AddDays(Days);

    public void CheckRestoring(DateTimeOffset now)
    {
        if (now >= EndsAt)
            throw Rule.NotVisible();
    }
}
