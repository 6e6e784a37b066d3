using System.Globalization;

namespace Inward.House.Imports;

/// <summary>Reads sums of money as files write them: 1054, 1,054.50, 1.054,50, € 1 054, (12.00) for less than nothing.</summary>
public static class Amounts
{
    public static (decimal? Amount, Sentence? Wrong) Read(string text)
    {
        if (text.Length == 0)
            return (null, null);
        var digits = string.Concat(text.Where(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '-'));
        var words = text.Where(char.IsLetter).ToArray();
        // Up to three letters are a currency; "12 of 30" or "about 5" are no sum.
        return words.Length <= 3 && decimal.TryParse(WithPoint(digits), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? (text.StartsWith('(') ? -amount : amount, null)
            : (null, new Sentence("“{0}” is not a sum.", text));
    }

    private static string WithPoint(string digits)
    {
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return digits;
        var mark = digits[last];
        var other = mark == '.' ? ',' : '.';
        var once = digits.IndexOf(mark, StringComparison.Ordinal) == last;
        // 1,054 is a thousand and fifty-four; 1.054 alone is as programs write it.
        var groups = !once || (mark == ',' && digits.Length - last == 4 && !digits.Contains(other, StringComparison.Ordinal));
        return groups
            ? digits.Replace(mark.ToString(), "", StringComparison.Ordinal)
            : digits.Replace(other.ToString(), "", StringComparison.Ordinal).Replace(mark, '.');
    }
}
