using System.Globalization;

namespace Inward.Server.House.Mime;

/// <summary>“Fri, 20 Nov 2026 14:03:05 +0100 (CET)”, also as older programs write it.</summary>
public static class MailDate
{
    private static readonly string[] Clocks = ["d MMM yyyy HH:mm:ss", "d MMM yyyy HH:mm", "d MMM yyyy H:mm:ss", "d MMM yy HH:mm:ss", "d MMM yy HH:mm"];
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase) { ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7 };

    public static DateTimeOffset? Read(string? header)
    {
        var said = (header ?? "").Split('(')[0];
        var words = said[(said.IndexOf(',', StringComparison.Ordinal) + 1)..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is not (4 or 5) || !DateTime.TryParseExact(string.Join(' ', words[..4]), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return null;
        var offset = Offset(words.Length == 5 ? words[4] : "");
        // The first and the last day there is have no other zone.
        return clock.Year is > 1 and < 9999 ? new DateTimeOffset(clock, offset) : null;
    }

    // A zone that nobody knows is Greenwich's (RFC 5322, 4.3).
    private static TimeSpan Offset(string zone)
    {
        if (zone.Length == 5 && zone[0] is '+' or '-' && int.TryParse(zone.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var clock) && clock / 100 < 14 && clock % 100 < 60)
            return (zone[0] == '-' ? -1 : 1) * new TimeSpan(clock / 100, clock % 100, 0);
        return TimeSpan.FromHours(Zones.GetValueOrDefault(zone));
    }
}
