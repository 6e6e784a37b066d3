using System.Globalization;
using Inward.Server.House;

namespace Inward.Server.Calendars;

/// <summary>Days, moments and zones as iCalendar writes them (RFC 5545).</summary>
public static class ICalendar
{
    private const string Clock = "yyyyMMdd'T'HHmmss";

    public static ContentLines Day(this ContentLines lines, string property, DateOnly day) => lines.Line($"{property};VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    /// <summary>
    /// An instant as the clocks of a zone show it. In UTC it needs no zone, nor does it where clocks are changed around it: an hour that
    /// comes twice would mean its first coming, and IsAmbiguousTime misses Dublin's.
    /// </summary>
    public static ContentLines Moment(this ContentLines lines, string property, DateTimeOffset at, TimeZoneInfo zone) => IsUtc(zone) || zone.GetUtcOffset(at.AddHours(-3)) != zone.GetUtcOffset(at.AddHours(3))
        ? lines.Line(property, Utc(at))
        : lines.Line($"{property};TZID={zone.Id}", TimeZoneInfo.ConvertTime(at, zone).ToString(Clock, CultureInfo.InvariantCulture));

    /// <summary>Every change of the clocks between two days, each as an observance of its own: no rule to guess, also where the law changed.</summary>
    public static ContentLines Zone(this ContentLines lines, TimeZoneInfo zone, DateOnly from, DateOnly to)
    {
        if (IsUtc(zone))
            return lines;
        lines.Line("BEGIN", "VTIMEZONE").Line("TZID", zone.Id);
        var at = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        Observance(lines, at, zone.GetUtcOffset(at), zone);
        for (; DateOnly.FromDateTime(at.DateTime) < to; at = at.AddDays(1))
        {
            if (zone.GetUtcOffset(at) is var before && before != zone.GetUtcOffset(at.AddDays(1)))
                Observance(lines, Change(zone, at, before), before, zone);
        }
        return lines.Line("END", "VTIMEZONE");
    }

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString(Clock, CultureInfo.InvariantCulture) + "Z";

    private static bool IsUtc(TimeZoneInfo zone) => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;

    private static void Observance(ContentLines lines, DateTimeOffset at, TimeSpan before, TimeZoneInfo zone)
    {
        var kind = zone.IsDaylightSavingTime(at) ? "DAYLIGHT" : "STANDARD";
        // It begins by the clock that was right until then.
        lines.Line("BEGIN", kind).Line("DTSTART", (at.UtcDateTime + before).ToString(Clock, CultureInfo.InvariantCulture))
            .Line("TZOFFSETFROM", Offset(before)).Line("TZOFFSETTO", Offset(zone.GetUtcOffset(at))).Line("END", kind);
    }

    // Within a day of a change: its first minute by the new clock.
    private static DateTimeOffset Change(TimeZoneInfo zone, DateTimeOffset from, TimeSpan before)
    {
        var (low, high) = (0, 24 * 60);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = zone.GetUtcOffset(from.AddMinutes(middle)) == before ? (middle, high) : (low, middle);
        }
        return from.AddMinutes(high);
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
