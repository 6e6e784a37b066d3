using Inward.House;

namespace Inward.Relationships;

/// <summary>When two last had to do with each other.</summary>
/// <param name="By">hello, visit, call, chat, mail, meeting or thanks.</param>
/// <param name="On">The talk or the thank-you.</param>
public sealed record Contact(DateTimeOffset At, string By, Id On);

/// <summary>Mine alone: how I keep in touch with a colleague or a team.</summary>
/// <param name="Since">The day from which days are counted while we have not met yet.</param>
public sealed record Relationship(Id Workspace, Id Id, Id Person, Id Other, bool IsTeam, DateOnly Since)
{
    private const int LongestSnooze = 366;

    /// <summary>Null while the default serves.</summary>
    public Cadence? Chosen { get; init; }

    public Contact? Last { get; init; }

    /// <summary>Not shown in "See next" before this day.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>As it was planned, also once it has taken place; see <see cref="Plan"/>.</summary>
    public PlannedTalk? Planned { get; init; }

    /// <summary>The talk that is still to be had.</summary>
    public PlannedTalk? Plan => Planned is { } plan && !plan.IsMetBy(Last) ? plan : null;

    /// <summary>The one colleague to win over now.</summary>
    public DateOnly? FocusSince { get; init; }

    /// <summary>0 while nothing was chosen.</summary>
    public int Version { get; init; }

    public Cadence Cadence => Chosen ?? Cadence.Default;

    /// <summary>Put off, or a talk is planned for a later day.</summary>
    public bool SleepsOn(DateOnly today, TimeZoneInfo zone) => SnoozedUntil > today || Plan?.DayIn(zone) > today;

    /// <summary>Between me and a colleague or a team.</summary>
    public static Relationship Begin(Id workspace, Id id, Id me, Id other, bool isTeam, DateOnly today) => me == other
        ? throw Rule.Invalid("other", "This is about you and a colleague.")
        : new Relationship(workspace, id, me, other, isTeam, today);

    /// <summary>With null, the default serves again.</summary>
    public Relationship Keeping(Cadence? cadence) => this with { Chosen = cadence };

    /// <summary>With null, it is shown again.</summary>
    public Relationship Snoozed(DateOnly? until, DateOnly today)
    {
        if (until <= today)
            throw Rule.Invalid("until", "Choose a day to come.");
        if (until > today.AddDays(LongestSnooze))
            throw Rule.Invalid("until", "A year is the longest.");
        return this with { SnoozedUntil = until };
    }

    /// <summary>Plans a talk, or with null lets it go.</summary>
    public Relationship Planning(PlannedTalk? plan) => this with { Planned = plan };

    public Relationship InFocus(DateOnly today) => IsTeam
        ? throw Rule.Invalid("other", "Choose one person. A team is won one by one.")
        : this with { FocusSince = FocusSince ?? today };

    public Relationship OutOfFocus() => this with { FocusSince = null };

    /// <summary>Days since the last contact, or since the relationship was begun; as the calendar of <paramref name="zone"/> counts them.</summary>
    public int Days(DateOnly today, TimeZoneInfo zone) =>
        Math.Max(0, today.DayNumber - (Last is { } last ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(last.At, zone).DateTime) : Since).DayNumber);
}
