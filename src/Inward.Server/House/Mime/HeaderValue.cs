using System.Text;

namespace Inward.Server.House.Mime;

/// <summary>Headers with parameters, lists of addresses, and dates.</summary>
public static class HeaderValue
{
    private const int MostAddresses = 500, LongestAddress = 320;

    /// <summary>“text/plain; charset="utf-8"”: the value in small letters, and its parameters by name.</summary>
    public static (string Value, IReadOnlyDictionary<string, string> Parameters) Read(string header)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pieces = Split(header, ';');
        foreach (var piece in pieces.Skip(1).Take(50))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parameters.TryAdd(piece[..equals].Trim(), Unquoted(piece[(equals + 1)..].Trim()));
        }
        return (pieces[0].Trim().ToLowerInvariant(), parameters);
    }

    /// <summary>The addresses of a list, without names, in small letters.</summary>
    public static IEnumerable<string> Addresses(string header)
    {
        foreach (var piece in Split(header, ',').Take(MostAddresses))
        {
            // “Group: a, b;” is its members; a route before an address is history.
            var said = piece.LastIndexOf('<') is >= 0 and var open ? piece[(open + 1)..].Split('>')[0] : piece;
            said = said[(said.LastIndexOf(':') + 1)..].Trim(' ', '\t', ';', '"', '\'').ToLowerInvariant();
            var at = said.LastIndexOf('@');
            if (at > 0 && at < said.Length - 1 && said.Length <= LongestAddress && !said.Any(char.IsWhiteSpace))
                yield return said;
        }
    }

    // Not inside quotes or an address; what stands in brackets is a comment.
    private static List<string> Split(string header, char at)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var (quoted, angled, comment) = (false, false, 0);
        for (var i = 0; i < header.Length; i++)
        {
            var letter = header[i];
            if (letter == '\\' && (quoted || comment > 0) && i + 1 < header.Length)
            {
                if (comment == 0)
                    piece.Append(letter).Append(header[i + 1]);
                i++;
                continue;
            }
            if (letter == '"' && comment == 0)
                quoted = !quoted;
            if (letter == '(' && !quoted)
                comment++;
            if (letter is '<' or '>' && !quoted && comment == 0)
                angled = letter == '<';
            if (comment == 0 && letter == at && !quoted && !angled)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else if (comment == 0)
            {
                piece.Append(letter);
            }
            if (letter == ')' && !quoted && comment > 0)
                comment--;
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Unquoted(string value)
    {
        if (!value.StartsWith('"'))
            return value.Split(' ', 2)[0];
        var end = value.LastIndexOf('"');
        return (end > 0 ? value[1..end] : value[1..]).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }
}
