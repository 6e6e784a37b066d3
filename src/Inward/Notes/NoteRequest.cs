using Inward.House;

namespace Inward.Notes;

/// <summary>
/// Somebody asks for the notes about them. Each author releases or deletes theirs; what is left on the last day is deleted. It
/// closes on that day and never earlier: an early end would tell how many notes there were.
/// </summary>
public sealed record NoteRequest(Id Workspace, Id Id, Id Subject, DateTimeOffset At)
{
    public const int Days = 14;

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset EndsAt => At.AddDays(Days);

    public bool IsOpen => ClosedAt is null;

    /// <summary>Notes written after it are not part of it; one that was changed meanwhile still is.</summary>
    public bool Covers(Note note) => IsOpen && note.About == Subject && note.At <= At && note.ReleasedAt is null;

    public NoteRequest Closed(DateTimeOffset now) => now >= EndsAt ? this with { ClosedAt = now } : throw Rule.NotNow("Its authors still have time.");

    /// <summary>One at a time.</summary>
    public static NoteRequest Of(Id workspace, Id id, Id subject, NoteRequest? open, DateTimeOffset now) => open is null
        ? new NoteRequest(workspace, id, subject, now)
        : throw Rule.NotNow(new Sentence("You have asked already. Until {0} the authors release or delete their notes; after that you can ask again.", DateOnly.FromDateTime(open.EndsAt.UtcDateTime)));
}
