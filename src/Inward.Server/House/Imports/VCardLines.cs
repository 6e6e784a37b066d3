using System.Text;

namespace Inward.Server.House.Imports;

/// <summary>Reads the properties of cards one by one: folded lines joined, soft breaks of quoted-printable too, and of a value too long only its beginning.</summary>
internal sealed class VCardLines(TextReader reader)
{
    /// <summary>A megabyte is a picture, never a name.</summary>
    private const int LongestValue = 1024 * 1024;

    private readonly StringBuilder line = new();
    private bool isTooLong;

    /// <summary>Null at the end. What is no property is passed over.</summary>
    public VCardLine? Next()
    {
        while (Read())
        {
            if (Split() is { } property)
                return property;
        }
        return null;
    }

    private bool Read()
    {
        line.Clear();
        isTooLong = false;
        if (reader.Peek() < 0)
            return false;
        Append();
        for (; ; )
        {
            if (line.Length > 0 && line[^1] == '=' && IsQuoted())
                line.Length--;
            else if (reader.Peek() is ' ' or '\t')
                _ = reader.Read();
            else
                return true;
            if (reader.Peek() < 0)
                return true;
            Append();
        }
    }

    private void Append()
    {
        for (int letter; (letter = reader.Read()) >= 0;)
        {
            if (letter is '\n' or '\r')
            {
                if (letter == '\r' && reader.Peek() == '\n')
                    _ = reader.Read();
                return;
            }
            if (line.Length < LongestValue)
                line.Append((char)letter);
            else
                isTooLong = true;
        }
    }

    private bool IsQuoted()
    {
        const string Quoted = "QUOTED-PRINTABLE";
        for (var (i, fits) = (0, 0); i < line.Length && line[i] != ':'; i++)
        {
            fits = char.ToUpperInvariant(line[i]) == Quoted[fits] ? fits + 1 : 0;
            if (fits == Quoted.Length)
                return true;
        }
        return false;
    }

    // item1.EMAIL;type=INTERNET;type="pref,work":john@example.com
    private VCardLine? Split()
    {
        var text = line.ToString();
        var (colon, quoted) = (-1, false);
        for (var i = 0; i < text.Length && colon < 0; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == ':' && !quoted)
                colon = i;
        }
        if (colon <= 0)
            return null;
        var said = text[..colon].ToUpperInvariant().Replace("\"", "", StringComparison.Ordinal).Split(';', StringSplitOptions.TrimEntries);
        var parameters = said.Skip(1).SelectMany(p => p.StartsWith("TYPE=", StringComparison.Ordinal) ? p[5..].Split(',') : p.StartsWith("ENCODING=", StringComparison.Ordinal) ? [p[9..]] : [p]);
        return new VCardLine(said[0][(said[0].LastIndexOf('.') + 1)..], [.. parameters], text[(colon + 1)..].Trim(), isTooLong);
    }
}
