using System.Text;

namespace Inward.House;

/// <summary>Text is data: anything may be written, except what no text is (half a character, NUL) and more than fits.</summary>
public static class Text
{
    /// <summary>The most characters (UTF-16) of a long text such as the customer's words.</summary>
    public const int Longest = 20_000;

    public static void Check(ICollection<Wrong> wrong, string field, string? text, int longest = Longest, Sentence? required = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required is not null)
                wrong.Add(new Wrong(field, required));
            return;
        }
        if (text.Length > longest)
            wrong.Add(new Wrong(field, new Sentence("This is too long: {0} characters, and at most {1} fit.", text.Length, longest)));
        if (!IsWhole(text))
            wrong.Add(new Wrong(field, "This text holds a broken character. Type or paste it again."));
    }

    /// <summary>The words of a text, letters and digits only: whatever else is typed cannot become an operator of a search.</summary>
    public static IEnumerable<string> Words(string? text)
    {
        var word = new StringBuilder();
        foreach (var letter in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(letter))
            {
                word.Append(letter);
                continue;
            }
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    /// <summary>No NUL and no lone half of a surrogate pair: neither store could give them back.</summary>
    public static bool IsWhole(string text)
    {
        if (!text.Contains('\0') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]) || (char.IsHighSurrogate(text[i]) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))))
                return false;
            if (char.IsHighSurrogate(text[i]))
                i++;
        }
        return true;
    }
}
