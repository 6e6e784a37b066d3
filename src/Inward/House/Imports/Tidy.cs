using System.Text;

namespace Inward.House.Imports;

/// <summary>How words from files are compared and tidied.</summary>
public static class Tidy
{
    /// <summary>One line without blanks at its ends or doubled inside; spreadsheets add no-break and zero-width ones.</summary>
    public static string Squeezed(this string text)
    {
        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '\u200B' or '\uFEFF')
            {
                gap = line.Length > 0;
                continue;
            }
            if (gap)
            {
                line.Append(' ');
                gap = false;
            }
            line.Append(letter);
        }
        return line.Length == text.Length ? text : line.ToString();
    }

    /// <summary>The letters and digits alone, in small letters: "Employee #", "employee_" and "Employee" are one word.</summary>
    public static string Bare(this string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public static bool Says(this string text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null instead of nothing.</summary>
    public static string? OrNull(this string text) => text.Length == 0 ? null : text;
}
