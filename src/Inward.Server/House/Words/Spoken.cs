using Inward.House;

namespace Inward.Server.House.Words;

/// <summary>Dates as people speak. The exact date belongs beside it: on hover, in print and in the datetime attribute.</summary>
public static class Spoken
{
    public static string Day(DateOnly day, DateOnly today, Tongue t) => (day.DayNumber - today.DayNumber) switch
    {
        0 => t["today"],
        1 => t["tomorrow"],
        -1 => t["yesterday"],
        > 1 and < 7 => day.ToString("dddd", t.Culture),
        >= 7 and < 14 => t["{0} next week", day.ToString("dddd", t.Culture)],
        < -1 and > -7 => t["last {0}", day.ToString("dddd", t.Culture)],
        _ => day.Year == today.Year ? day.ToString("d MMM", t.Culture) : day.ToString("d MMM yyyy", t.Culture),
    };

    public static string Moment(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone, Tongue t)
    {
        var there = TimeZoneInfo.ConvertTime(at, zone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var day = DateOnly.FromDateTime(there.DateTime);
        var minutes = (now - at).TotalMinutes;
        if (minutes is >= 0 and < 1)
            return t["just now"];
        if (minutes is >= 1 and < 60)
            return t.Count((long)minutes, "one minute ago", "{0} minutes ago");
        return day == today ? t["today at {0}", there.ToString("HH:mm", t.Culture)] : Day(day, today, t);
    }
}
