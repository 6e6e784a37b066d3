using System.Text;

namespace Inward.Server.House;

/// <summary>
/// The lines of which calendars (RFC 5545) and address cards (RFC 6350) are made: of 75 octets that never part a letter, with texts
/// that cannot pass for a property.
/// </summary>
public sealed class ContentLines
{
    private const int LongestLine = 75;
    private readonly StringBuilder text = new();

    public ContentLines Line(string property, string value)
    {
        var octets = 0;
        foreach (var letter in $"{property}:{value}".EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(letter);
            octets += letter.Utf8SequenceLength;
        }
        text.Append("\r\n");
        return this;
    }

    /// <summary>Somebody's words.</summary>
    public ContentLines Text(string property, string words) => Line(property, Escaped(words));

    /// <summary>Nothing where there is none.</summary>
    public ContentLines TextIf(string property, string? words) => string.IsNullOrWhiteSpace(words) ? this : Text(property, words);

    /// <summary>Words as a part of a value. Control characters but the line break have no place in it.</summary>
    public static string Escaped(string words)
    {
        var said = new StringBuilder(words.Length + 8);
        foreach (var letter in words.ReplaceLineEndings("\n"))
        {
            if (letter == '\n')
                said.Append("\\n");
            else if (letter is '\\' or ';' or ',')
                said.Append('\\').Append(letter);
            else if (letter == '\t' || !char.IsControl(letter))
                said.Append(letter);
        }
        return said.ToString();
    }

    public override string ToString() => text.ToString();
}
