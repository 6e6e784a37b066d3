using Inward.House;

namespace Inward.People;

/// <summary>When a colleague who wishes for a daily brief gets it: on their working days, at their hour, once.</summary>
public static class DailyBrief
{
    /// <summary>What tells the day begins is no news in the afternoon: a server that was away for longer lets it be.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(3);

    /// <summary>The moments between which Inward looks: every zone is a number of quarters away from UTC.</summary>
    public static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    public static void Check(ICollection<Wrong> wrong, TimeOnly? at)
    {
        if (at is { } time && time.Ticks % Quarter.Ticks != 0)
            wrong.Add(new Wrong("briefAt", "A brief comes at a full quarter of an hour, such as 07:30."));
    }

    /// <summary>The day whose brief is due now; null when none is.</summary>
    /// <param name="calendar">Theirs: their zone, and their days away among the holidays.</param>
    /// <param name="last">The day of the last one.</param>
    public static DateOnly? Due(TimeOnly at, WorkingCalendar calendar, DateOnly? last, DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, calendar.ZoneInfo()).DateTime;
        var (day, waited) = (DateOnly.FromDateTime(there), TimeOnly.FromDateTime(there).ToTimeSpan() - at.ToTimeSpan());
        return waited >= TimeSpan.Zero && waited < Latest && calendar.IsWorkingDay(day) && !(last >= day) ? day : null;
    }

    /// <summary>From when on things are news: since this hour of the working day before.</summary>
    public static DateTimeOffset NewsSince(WorkingCalendar calendar, DateTimeOffset now)
    {
        var today = calendar.Today(now);
        for (var back = 1; back <= 14; back++)
        {
            if (calendar.IsWorkingDay(today.AddDays(-back)))
                return now.AddDays(-back);
        }
        return now.AddDays(-1);
    }
}
