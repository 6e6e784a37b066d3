
namespace Inward.Server.House.Mime;

/// <summary>How bytes travel in mails (RFC 2045). What is damaged is read as far as it goes.</summary>
internal static class Transfer
{
    public static byte[] Read(string? encoding, ReadOnlySpan<byte> body) => (encoding ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    public static byte[] Base64(ReadOnlySpan<byte> said)
    {
        var bytes = new List<byte>(said.Length * 3 / 4);
        var (bits, held) = (0, 0);
        foreach (var letter in said)
        {
            var value = letter switch
            {
                >= (byte)'A' and <= (byte)'Z' => letter - 'A',
                >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                _ => -1,
            };
            // A second text may follow the end of a first; line ends and strays are no letters.
            if (letter == '=')
                (bits, held) = (0, 0);
            if (value < 0)
                continue;
            (bits, held) = ((bits << 6) | value, held + 6);
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }

    /// <param name="keepsEnds">In a header, a space at the end is meant.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> said, bool keepsEnds = false)
    {
        var bytes = new List<byte>(said.Length);
        // Where the line ends without the spaces that a server on the way may have added.
        var solid = 0;
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] == '=' && i + 2 < said.Length && IsHex(said[i + 1]) && IsHex(said[i + 2]))
            {
                bytes.Add((byte)((Hex(said[i + 1]) << 4) | Hex(said[i + 2])));
                (solid, i) = (bytes.Count, i + 2);
            }
            else if (said[i] == '=' && EndsSoftly(said, i) is { } next)
            {
                (solid, i) = (bytes.Count, next);
            }
            else
            {
                if (said[i] is (byte)'\r' or (byte)'\n' && !keepsEnds)
                    bytes.RemoveRange(solid, bytes.Count - solid);
                bytes.Add(said[i]);
                if (said[i] is not ((byte)' ' or (byte)'\t'))
                    solid = bytes.Count;
            }
        }
        return [.. bytes];
    }

    // “=” at the end of a line: the line goes on in the next.
    private static int? EndsSoftly(ReadOnlySpan<byte> said, int at)
    {
        for (var i = at + 1; i < said.Length; i++)
        {
            if (said[i] == '\n')
                return i;
            if (said[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r') || i > at + 80)
                return null;
        }
        return said.Length;
    }

    private static bool IsHex(byte letter) => char.IsAsciiHexDigit((char)letter);

    private static int Hex(byte letter) => Convert.ToInt32(((char)letter).ToString(), 16);
}
