using System.Globalization;
using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>How the values of each kind are written, kept, told to programs and asked for.</summary>
public static class FieldKinds
{
    public const int MostDecimals = 6;
    public const string Yes = "yes", No = "no";

    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>As it is kept: numbers with a point, days as 2026-11-21, yes or no, a choice in its own spelling.</summary>
    internal static (string? Value, Sentence? Wrong) Read(CompanyField field, string typed) => field.Kind switch
    {
        FieldKind.Number => Number(typed) is { } number ? (Written(number), null) : (null, new Sentence("“{0}” is not a number, such as 12.5.", typed)),
        FieldKind.Day => Day(typed) is not null ? (typed, null) : (null, new Sentence("“{0}” is not a day, such as 2026-11-21.", typed)),
        FieldKind.YesNo => typed.ToLowerInvariant() switch
        {
            Yes or "true" => (Yes, null),
            No or "false" => (No, null),
            _ => (null, new Sentence("“{0}” is neither yes nor no.", typed)),
        },
        FieldKind.Choice => field.Choices.FirstOrDefault(choice => choice.Says(typed)) is { } chosen ? (chosen, null) : (null, NoneOf(field, typed)),
        _ => TooLong(typed) is { } wrong ? (null, wrong) : (typed, null),
    };

    /// <summary>What a cell of a file says, in the way <see cref="Read"/> takes it; files write days and numbers in many ways.</summary>
    internal static string Tidy(FieldKind kind, string cell, DayOrder order, DateOnly today) => kind switch
    {
        // Our own files write -5 as '-5, so that no spreadsheet takes it for a formula.
        FieldKind.Number when Amounts.Read(cell.TrimStart('\'')).Amount is { } number => Written(number),
        FieldKind.Day when Days.Read(cell, order, today).Day is { } day => day.ToString("O", CultureInfo.InvariantCulture),
        FieldKind.YesNo => cell.ToLowerInvariant() switch { "y" or "1" or "x" or "ja" or "j" => Yes, "n" or "0" or "nein" => No, _ => cell },
        FieldKind.Choice => cell.Squeezed(),
        _ => cell,
    };

    /// <summary>The value as programs read it: a number, true or false, else text.</summary>
    public static object ForPrograms(FieldKind kind, string value) => kind switch
    {
        FieldKind.Number => decimal.Parse(value, CultureInfo.InvariantCulture),
        FieldKind.YesNo => value == Yes,
        _ => value,
    };

    /// <summary>The value as lists ask for it.</summary>
    public static string Sought(string value) => value.ToLowerInvariant();

    /// <summary>Whatever is a number, written so that numbers stand in the order of their letters; null for anything else.</summary>
    public static string? Ordered(string value) => Number(value) is { } number
        ? ((number + Largest) * 1_000_000m).ToString("00000000000000000000", CultureInfo.InvariantCulture) : null;

    private static decimal? Number(string typed) =>
        decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < Largest && decimal.Round(number, MostDecimals) == number ? number : null;

    private static string Written(decimal number) => number == 0 ? "0" : number.ToString("0.############", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200 ? day : null;

    private static Sentence NoneOf(CompanyField field, string typed) => new("“{0}” is none of {1}.", typed,
        string.Join(", ", field.Choices.Take(12)) + (field.Choices.Count > 12 ? ", …" : ""));

    private static Sentence? TooLong(string typed)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "", typed, CompanyField.LongestText);
        return wrong.Count == 0 ? null : wrong[0].Sentence;
    }
}
