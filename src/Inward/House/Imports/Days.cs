using System.Globalization;

namespace Inward.House.Imports;

/// <summary>
/// Reads days as files write them: 2026-03-31, 31.03.2026, 3/31/26, 31-Mar-26, March 31, 2026, 20260331, each with or
/// without a time of day, which is dropped: a day is the one written, whatever its offset. Years 1900 to 2199.
/// </summary>
public static class Days
{
    // Systems without null write "for ever" as a year nobody will see.
    private const int ForEver = 2900;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, string> GermanMonths = new(StringComparer.Ordinal)
    {
        ["mär"] = "mar", ["mrz"] = "mar", ["mae"] = "mar", ["mai"] = "may", ["okt"] = "oct", ["dez"] = "dec",
    };

    /// <summary>Finds out of a whole column whether its days or its months come first in 3/4/2026.</summary>
    public static DayOrder OrderOf(IEnumerable<string> column)
    {
        var seen = DayOrder.Unsaid;
        foreach (var parts in column.Where(text => !IsPlain(text) && !IsDotted(text)).Select(PartsOf).Where(IsShort))
        {
            var order = Number(parts[0]) > 12 ? DayOrder.DayFirst : Number(parts[1]) > 12 ? DayOrder.MonthFirst : DayOrder.Unsaid;
            if (order != DayOrder.Unsaid && seen != DayOrder.Unsaid && order != seen)
                return DayOrder.Unsaid;
            seen = order == DayOrder.Unsaid ? seen : order;
        }
        return seen;
    }

    /// <summary>Whether the order of day and month must be known to read this.</summary>
    public static bool IsAmbiguous(string text) =>
        !IsPlain(text) && !IsDotted(text) && PartsOf(text) is var parts && IsShort(parts) && Number(parts[0]) <= 12 && Number(parts[1]) <= 12 && Number(parts[0]) != Number(parts[1]);

    /// <summary>
    /// A day, null for an empty cell or the far future, or the reason why it is neither. Two-digit years are the last
    /// eighty years and the next twenty. An unsaid order reads 3/4/2026 as the fourth of March.
    /// </summary>
    public static (DateOnly? Day, Sentence? Wrong) Read(string text, DayOrder order, DateOnly today)
    {
        var parts = IsPlain(text) ? [text[..4], text[5..7], text[8..]] : PartsOf(text);
        if (parts.Length == 0)
            return (null, text.Length == 0 ? null : NoDay(text));
        if (parts is [{ Length: 5 } serial] && Number(serial) is > 20_000 and < 80_000)
            return (null, new Sentence("“{0}” looks like a spreadsheet's own day number. Format the column as a date and save again.", text));
        return Numbers(parts, IsDotted(text) ? DayOrder.DayFirst : order) is var (year, month, day) && Written(Century(year, today), month, day) is { } read
            ? read.Year >= ForEver ? (null, null) : read.Year is < 1900 or > 2199 ? (null, NoDay(text)) : (read, null)
            : (null, NoDay(text));
    }

    // Most files write 2026-03-31, and files are long.
    private static bool IsPlain(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-';

    private static Sentence NoDay(string text) => new("“{0}” is not a day.", text);

    // The words and numbers of the day, without the time; empty when what follows it is no time.
    private static string[] PartsOf(string text)
    {
        var words = text.Split([' ', ',', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var parts = new List<string>();
        foreach (var word in words)
        {
            var time = word.Length > 10 && word[10] is 'T' or 't' ? 10 : word.Contains(':', StringComparison.Ordinal) ? 0 : -1;
            var day = time < 0 ? word : word[..time];
            parts.AddRange(day.Split(['-', '/', '.'], StringSplitOptions.RemoveEmptyEntries));
            if (time >= 0)
                return IsTime(text[(text.IndexOf(word, StringComparison.Ordinal) + time)..].TrimStart('T', 't')) ? [.. parts] : [];
        }
        return [.. parts];
    }

    private static bool IsTime(string text) =>
        text.Length > 0 && DateTime.TryParse("2000-01-01 " + text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static (int Year, int Month, int Day)? Numbers(string[] parts, DayOrder order)
    {
        if (parts is [{ Length: 8 } digits] && digits.All(char.IsAsciiDigit))
            return (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]));
        if (parts.Length != 3)
            return null;
        return Array.FindIndex(parts, part => MonthNamed(part) > 0) switch
        {
            0 => (YearOf(parts[2]), MonthNamed(parts[0]), DayOf(parts[1])),
            1 when parts[0].Length == 4 => (YearOf(parts[0]), MonthNamed(parts[1]), DayOf(parts[2])),
            1 => (YearOf(parts[2]), MonthNamed(parts[1]), DayOf(parts[0])),
            2 => null,
            _ when parts[0].Length == 4 => (YearOf(parts[0]), Number(parts[1]), DayOf(parts[2])),
            _ when order == DayOrder.DayFirst || (order == DayOrder.Unsaid && Number(parts[0]) > 12) => (YearOf(parts[2]), Number(parts[1]), DayOf(parts[0])),
            _ => (YearOf(parts[2]), Number(parts[0]), DayOf(parts[1])),
        };
    }

    // 3.4.2026 puts the day first wherever dots are used at all; with slashes a dot belongs to the time.
    private static bool IsDotted(string text) =>
        text.Contains('.', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal);

    private static bool IsShort(string[] parts) =>
        parts.Length == 3 && parts[0].Length <= 2 && Number(parts[0]) > 0 && Number(parts[1]) > 0 && YearOf(parts[2]) >= 0;

    private static int MonthNamed(string word)
    {
        var start = word.Length < 3 ? "" : word[..3].ToLowerInvariant();
        return Array.IndexOf(Months, GermanMonths.GetValueOrDefault(start, start)) + 1;
    }

    private static int DayOf(string part) =>
        Number(part.EndsWith("st", StringComparison.Ordinal) || part.EndsWith("nd", StringComparison.Ordinal)
            || part.EndsWith("rd", StringComparison.Ordinal) || part.EndsWith("th", StringComparison.Ordinal) ? part[..^2] : part);

    private static int YearOf(string part) => part.Length is 2 or 4 ? Number(part) : -1;

    private static int Number(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static int Century(int year, DateOnly today) =>
        year is < 0 or > 99 ? year : year + 2000 <= today.Year + 20 ? year + 2000 : year + 1900;

    private static DateOnly? Written(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
