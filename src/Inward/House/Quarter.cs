using System.Globalization;
using System.Text.RegularExpressions;

namespace Inward.House;

/// <summary>Three months of a year, written 2026-Q3.</summary>
/// <param name="Number">1 to 4.</param>
public readonly partial record struct Quarter(int Year, int Number)
{
    public DateOnly First => new(Year, Number * 3 - 2, 1);

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public Quarter Next => Number == 4 ? new Quarter(Year + 1, 1) : new Quarter(Year, Number + 1);

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public static Quarter? Read(string? text) => text is not null && Written().Match(text) is { Success: true } read
        ? new Quarter(int.Parse(read.Groups[1].ValueSpan, CultureInfo.InvariantCulture), read.Groups[2].ValueSpan[0] - '0') : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");

    [GeneratedRegex("^([12][0-9]{3})-Q([1-4])$")]
    private static partial Regex Written();
}
