using Inward.House;

namespace Inward.Notes;

/// <summary>A private note on a colleague: its author alone reads it, until they release it. It lives for a time and is then deleted.</summary>
/// <param name="At">When it was first written: a change does not make it younger.</param>
/// <param name="Days">How long it is kept, from then on.</param>
public sealed record Note(Id Workspace, Id Id, Id Author, Id About, string Text, DateTimeOffset At, int Days)
{
    public const int Longest = 4_000;

    /// <summary>How long a note is kept when its author does not choose a shorter time.</summary>
    public const int MostDays = 365;

    public static readonly IReadOnlyList<int> Limits = [30, 90, 180, MostDays];

    /// <summary>When its author let the colleague read it; null while it is private.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    public int Version { get; init; } = 1;

    public DateTimeOffset EndsAt => At.AddDays(Days);

    public Note Checked(bool subjectHasLeft)
    {
        var wrong = new List<Wrong>();
        if (Author == About)
            wrong.Add(new Wrong("about", "A note is about a colleague, not about yourself."));
        if (subjectHasLeft)
            wrong.Add(new Wrong("about", "This colleague no longer works here."));
        return Kept(wrong, At);
    }

    /// <summary>Only the newest text is kept: a note is private, and has no history.</summary>
    public Note Changed(string text, int days, DateTimeOffset now)
    {
        if (ReleasedAt is not null)
            throw Rule.NotNow("You released this note: it stays as it was read. Delete it, or write another.");
        return (this with { Text = text, Days = days, Version = Version + 1 }).Kept([], now);
    }

    /// <summary>Lets the colleague read it, because they asked for the notes about them.</summary>
    public Note Released(NoteRequest? request, DateTimeOffset now)
    {
        if (ReleasedAt is not null)
            throw Rule.NotNow("You have released this note already.");
        return request?.Covers(this) == true ? this with { ReleasedAt = now, Version = Version + 1 } : throw Rule.NotNow("Nobody has asked for this note. It stays yours alone.");
    }

    private Note Kept(List<Wrong> wrong, DateTimeOffset now)
    {
        House.Text.Check(wrong, "text", Text, Longest, "Write the note first.");
        if (!Limits.Contains(Days))
            wrong.Add(new Wrong("days", new Sentence("A note is kept for one of these numbers of days: {0}.", string.Join(", ", Limits))));
        else if (EndsAt <= now)
            wrong.Add(new Wrong("days", "That time is over already. Delete the note instead."));
        return wrong.Count == 0 ? this with { Text = Text.Trim() } : throw Rule.Invalid(wrong);
    }
}
