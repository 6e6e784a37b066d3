using Inward.House;

namespace Inward.Relationships;

/// <summary>A talk I mean to have with a colleague or a team: mine alone, as everything about keeping in touch.</summary>
/// <param name="At">To the minute.</param>
/// <param name="About">What to bring up; null for nothing in particular.</param>
public sealed record PlannedTalk(DateTimeOffset At, string? About)
{
    public const int LongestAbout = 200;
    private const int MostDays = 366;

    /// <summary>How much before its hour a talk still is the planned one.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(12);

    public static PlannedTalk Checked(DateTimeOffset? at, string? about, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        if (at is null)
            wrong.Add(new Wrong("at", "Say when: a day and an hour."));
        else if (at <= now)
            wrong.Add(new Wrong("at", "That has passed already. What has taken place is logged as a talk."));
        else if (at > now.AddDays(MostDays))
            wrong.Add(new Wrong("at", "A year is the longest."));
        Text.Check(wrong, "about", about, LongestAbout);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong)
            : new PlannedTalk(new DateTimeOffset(at!.Value.UtcTicks - at.Value.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero), string.IsNullOrWhiteSpace(about) ? null : about.Trim());
    }

    /// <summary>It took place. A thank-you is no talk.</summary>
    public bool IsMetBy(Contact? last) => last is { By: not "thanks" } && last.At >= At - Early;

    public DateOnly DayIn(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(At, zone).DateTime);
}
