using System.Text;
using Inward.House;
using Inward.House.Imports;

namespace Inward.Server.House.Imports;

/// <summary>
/// Reads address cards (vCard 2.1, 3.0 and 4.0, as phones and mail programs write them) as a table of people: one card, one row, in
/// bounded memory. What Inward has no field for, pictures above all, is passed over.
/// </summary>
public static class VCardFile
{
    private static readonly string[] Columns = ["name", "email", "key", "title", "team"];

    public static bool Is(Func<Stream> open)
    {
        using var stream = open();
        var start = new byte[64];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(start, 0, length).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens it as a table whose columns Inward knows. The stream is opened anew each time its rows are read.</summary>
    public static Table Open(string file, Func<Stream> open, Noticings noticed)
    {
        using var sniffed = open();
        var encoding = TextEncoding.Of(sniffed);
        return Table.Of(file, Columns, Cards(open, encoding), noticed);
    }

    private static IEnumerable<Row> Cards(Func<Stream> open, Encoding encoding)
    {
        using var reader = new StreamReader(open(), encoding);
        var lines = new VCardLines(reader);
        VCardRead? card = null;
        var (number, within) = (0, 0);
        while (lines.Next() is { } line)
        {
            if (line.Name == "BEGIN")
            {
                // A card inside a card is somebody's assistant (AGENT in 2.1), who is not listed here.
                if (++within == 1)
                    (card, number) = (new VCardRead(), number + 1);
            }
            else if (line.Name == "END" && within > 0)
            {
                if (--within == 0)
                    yield return new Row(number, card!.Cells(), card.Unreadable);
            }
            else if (within == 1)
            {
                card!.Add(line);
            }
        }
        if (within > 0)
            yield return new Row(number, [], new Sentence("The card is cut off: it has no end."));
    }
}

/// <summary>A property of a card: its name without group, its parameters in capitals, its value as it stands.</summary>
internal sealed record VCardLine(string Name, IReadOnlyList<string> Parameters, string Value, bool IsTooLong)
{
    public bool Has(string parameter) => Parameters.Contains(parameter);

    /// <summary>1 to 100, the first choice being 1 (4.0), or PREF alone (2.1, 3.0); 101 for the others.</summary>
    public int Preference => Parameters.Select(p => p is "PREF" ? 1 : p.StartsWith("PREF=", StringComparison.Ordinal) && int.TryParse(p.AsSpan(5), out var rank) ? rank : 101).DefaultIfEmpty(101).Min();

    /// <summary>The parts between semicolons, each as it was meant.</summary>
    public IReadOnlyList<string> Parts()
    {
        var text = Has("QUOTED-PRINTABLE") ? Unquoted() : Value;
        var (parts, part) = (new List<string>(), new StringBuilder());
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                part.Append(text[++i] is 'n' or 'N' ? '\n' : text[i]);
            else if (text[i] == ';')
                parts.Add(Taken(part));
            else
                part.Append(text[i]);
        }
        parts.Add(Taken(part));
        return parts;
    }

    private static string Taken(StringBuilder part)
    {
        var said = part.ToString().Trim();
        part.Clear();
        return said;
    }

    private string Unquoted()
    {
        var bytes = new List<byte>(Value.Length);
        for (var i = 0; i < Value.Length; i++)
        {
            if (Value[i] == '=' && i + 2 < Value.Length && byte.TryParse(Value.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, null, out var octet))
                (bytes, i) = (Added(bytes, octet), i + 2);
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(Value, i, 1));
        }
        return Charset().GetString([.. bytes]);
    }

    private static List<byte> Added(List<byte> bytes, byte octet)
    {
        bytes.Add(octet);
        return bytes;
    }

    private Encoding Charset()
    {
        var named = Parameters.FirstOrDefault(p => p.StartsWith("CHARSET=", StringComparison.Ordinal))?[8..];
        try
        {
            return named is null ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(named) ?? Encoding.GetEncoding(named);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}

/// <summary>What one card says that Inward has a field for.</summary>
internal sealed class VCardRead
{
    private string? formatted, composed, title, team, key, email;
    private int preferred = int.MaxValue;

    public Sentence? Unreadable { get; private set; }

    public void Add(VCardLine line)
    {
        if (line.Name is not ("FN" or "N" or "TITLE" or "ORG" or "UID" or "EMAIL"))
            return;
        if (line.IsTooLong)
        {
            Unreadable ??= new Sentence("It has a value of more than 1 MB.");
            return;
        }
        var parts = line.Parts();
        switch (line.Name)
        {
            case "FN": formatted ??= Filled(string.Join(';', parts)); break;
            // Family name; given name; further names.
            case "N": composed ??= Filled(string.Join(' ', new[] { parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2), parts[0] }.Where(p => !string.IsNullOrEmpty(p)))); break;
            case "TITLE": title ??= Filled(string.Join(';', parts)); break;
            // The company, then the unit in it.
            case "ORG": team ??= parts.Count > 1 ? Filled(parts[1]) : null; break;
            case "UID": key ??= Filled(parts[0]); break;
            default: Address(line, parts[0]); break;
        }
    }

    /// <summary>A card's own id tells people apart only where no e-mail address does: the next program gives another.</summary>
    public IReadOnlyList<string> Cells() => [Line(formatted ?? composed), email ?? "", email is null ? key ?? "" : "", Line(title), Line(team)];

    private void Address(VCardLine line, string said)
    {
        if (said.Length > 0 && line.Preference < preferred)
            (email, preferred) = (said, line.Preference);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Line(string? text) => text is null ? "" : text.ReplaceLineEndings(" ").Trim();
}
