using System.Globalization;
using Inward.House;
using Inward.House.Imports;

namespace Inward.Passages;

/// <summary>A moment out of a file, in milliseconds since 1970 in UTC.</summary>
/// <param name="WholeDay">The file names a day and no hour.</param>
public readonly record struct Moment(long At, bool WholeDay)
{
    /// <summary>A day in milliseconds.</summary>
    public const long Day = 24 * 60 * 60 * 1000;

    /// <summary>What is promised for a day may be kept until it ends.</summary>
    public long Last => WholeDay ? At + Day - 1 : At;
}

/// <summary>
/// Reads moments as logs write them: 2026-03-31T16:59:42.000+02:00, 2026/03/31 16:59, 31.3.2026 16:59, 3/31/26 4:59 PM, a day alone,
/// seconds or milliseconds since 1970. Without an offset a moment is read as UTC; midnight without an offset is the day.
/// </summary>
public static class Moments
{
    // Seconds of the years 2001 to 2286, and the same in milliseconds.
    private const long FirstSecond = 1_000_000_000, LastSecond = 9_999_999_999;

    public static (Moment? Moment, Sentence? Wrong) Read(string text, DayOrder order, DateOnly today)
    {
        if (text.Length == 0)
            return (null, null);
        if (Plain(text) is { } plain)
            return (plain, null);
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && (text.Length == 13 ? since / 1000 : since) is >= FirstSecond and <= LastSecond)
            return (new Moment(text.Length == 13 ? since : since * 1000, WholeDay: false), null);
        var (day, wrong) = Days.Read(text, order, today);
        if (day is not { } read)
            return (null, wrong);
        var clock = Clock(text);
        return clock is null ? (null, new Sentence("“{0}” is not a time.", text)) : (Of(read, clock.Value.Time, clock.Value.Offset), null);
    }

    private static Moment Of(DateOnly day, TimeSpan time, TimeSpan? offset)
    {
        var at = (new DateTime(day, TimeOnly.MinValue, DateTimeKind.Utc) + time - (offset ?? TimeSpan.Zero) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        return new Moment(at, offset is null && time == TimeSpan.Zero);
    }

    /// <summary>The form that most programs write, without taking the text apart: files are long.</summary>
    private static Moment? Plain(ReadOnlySpan<char> text)
    {
        if (text.Length < 10 || text[4] is not ('-' or '/') || text[7] != text[4] || !Two(text[2..], out var year) || !Two(text, out var century)
            || !Two(text[5..], out var month) || !Two(text[8..], out var day) || century is < 19 or > 21 || month is < 1 or > 12)
            return null;
        year += century * 100;
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        if (text.Length == 10)
            return Of(new DateOnly(year, month, day), TimeSpan.Zero, null);
        return text[10] is 'T' or 't' or ' ' && TimeOf(text[11..]) is var (time, offset) ? Of(new DateOnly(year, month, day), time, offset) : null;
    }

    private static (TimeSpan Time, TimeSpan? Offset)? TimeOf(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[2] != ':' || !Two(text, out var hour) || !Two(text[3..], out var minute) || hour > 23 || minute > 59)
            return null;
        text = text[5..];
        var (second, fraction) = (0, 0.0);
        if (text.Length >= 3 && text[0] == ':')
        {
            if (!Two(text[1..], out second) || second > 59)
                return null;
            text = text[3..];
            if (text.Length > 1 && text[0] is '.' or ',')
            {
                var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
                var length = digits < 0 ? text.Length - 1 : digits;
                if (length is 0 or > 9)
                    return null;
                fraction = int.Parse(text.Slice(1, length), NumberStyles.None, CultureInfo.InvariantCulture) / Math.Pow(10, length);
                text = text[(1 + length)..];
            }
        }
        var time = new TimeSpan(0, hour, minute, second, (int)(fraction * 1000));
        return text.IsEmpty ? (time, null) : OffsetOf(text.TrimStart(' ')) is { } offset ? (time, offset) : null;
    }

    private static TimeSpan? OffsetOf(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z" or "UTC" or "GMT")
            return TimeSpan.Zero;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ('+' or '-') || !Two(text[1..], out var hours) || hours > 14)
            return null;
        var minutes = 0;
        if (text.Length > 3 && !Two(text[(text.Length - 2)..], out minutes))
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }

    private static bool Two(ReadOnlySpan<char> text, out int number)
    {
        number = text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]) ? -1 : ((text[0] - '0') * 10) + text[1] - '0';
        return number >= 0;
    }

    /// <summary>The hour that stands behind a day in any of its forms; midnight where none does.</summary>
    private static (TimeSpan Time, TimeSpan? Offset)? Clock(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return (TimeSpan.Zero, null);
        var start = text.LastIndexOfAny([' ', 'T', 't', ','], colon) + 1;
        var clock = text[start..];
        if (TimeOf(clock) is { } plain)
            return plain;
        return DateTime.TryParse("2000-01-01 " + clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read)
            ? (read - new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc), null)
            : null;
    }
}
