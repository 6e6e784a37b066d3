using System.Text;
using Inward.House;

namespace Inward.Server.House.Mime;

/// <summary>The headers of a mail or of a part of it (RFC 5322), unfolded, in their order.</summary>
public sealed class MimeHeaders
{
    private const int LongestBlock = 256 * 1024, Most = 1_000;

    private readonly List<(string Name, string Value)> lines = [];

    public string? this[string name] => All(name).FirstOrDefault();

    public IEnumerable<string> All(string name) => lines.Where(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(l => l.Value);

    /// <summary>Reads them, and says where what follows them begins.</summary>
    public static (MimeHeaders Headers, int Body) Read(ReadOnlySpan<byte> raw)
    {
        var headers = new MimeHeaders();
        var (at, value) = (0, new StringBuilder());
        string? name = null;
        while (at < raw.Length)
        {
            var rest = raw[at..];
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            // Two line ends in a row end them; so does a line that is none, which some programs leave out the empty one before.
            if (line.IsEmpty || (line[0] is not (byte)' ' and not (byte)'\t' && line.IndexOf((byte)':') <= 0 && !IsEnvelope(line, at)))
            {
                headers.Add(name, value);
                return (headers, line.IsEmpty ? Math.Min(raw.Length, at + (end < 0 ? rest.Length : end + 1)) : at);
            }
            at += end < 0 ? rest.Length : end + 1;
            if (at > LongestBlock || headers.lines.Count > Most)
                throw Rule.Invalid("mail", "The headers of this mail are longer than Inward reads.");
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                value.Append(' ').Append(Letters(line).Trim());
                continue;
            }
            headers.Add(name, value);
            var colon = line.IndexOf((byte)':');
            name = colon <= 0 ? null : Letters(line[..colon]).Trim();
            value.Clear().Append(Letters(line[(colon + 1)..]).Trim());
        }
        headers.Add(name, value);
        return (headers, raw.Length);
    }

    // “From wanda@… Fri Nov 20 …”: the first line of a mail in a mailbox, and of what a pipe hands over.
    private static bool IsEnvelope(ReadOnlySpan<byte> line, int at) => at == 0 && line.StartsWith("From "u8);

    private void Add(string? name, StringBuilder value)
    {
        if (name is not null)
            lines.Add((name, value.ToString()));
    }

    private static string Letters(ReadOnlySpan<byte> bytes) => Charsets.Read("utf-8", bytes);
}
