using System.Text;

namespace Inward.Server.House.Mime;

/// <summary>Letters in headers as RFC 2047 spells them: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=.</summary>
public static class EncodedWords
{
    /// <summary>What is spelled wrongly stays as it is.</summary>
    public static string Read(string header)
    {
        var text = new StringBuilder(header.Length);
        var (pending, charset, at) = (new List<byte>(), "", 0);
        while (at < header.Length)
        {
            var start = header.IndexOf("=?", at, StringComparison.Ordinal);
            var word = start < 0 ? null : Word(header, start);
            var before = header[at..(start < 0 ? header.Length : word is null ? start + 2 : start)];
            // Space between two such words is none, and a letter may begin in one and end in the next.
            if (pending.Count > 0 && (word is null || before.Trim().Length > 0 || !word.Value.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase)))
                Settle(text, pending, charset);
            if (word is null || before.Trim().Length > 0 || at == 0)
                text.Append(before);
            at = word?.End ?? Math.Max(at + before.Length, 1);
            if (word is { } found)
            {
                charset = found.Charset;
                pending.AddRange(found.Bytes);
            }
        }
        Settle(text, pending, charset);
        return Charsets.Whole(text.ToString());
    }

    private static void Settle(StringBuilder text, List<byte> pending, string charset)
    {
        if (pending.Count > 0)
            text.Append(Charsets.Read(charset, pending.ToArray()));
        pending.Clear();
    }

    private static (string Charset, byte[] Bytes, int End)? Word(string header, int start)
    {
        var (how, begin) = (header.IndexOf('?', start + 2), 0);
        if (how < 0 || how + 2 >= header.Length || header[how + 2] != '?')
            return null;
        begin = how + 3;
        var end = header.IndexOf("?=", begin, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var said = header[begin..end];
        byte[]? bytes = char.ToLowerInvariant(header[how + 1]) switch
        {
            'b' => Transfer.Base64(Encoding.ASCII.GetBytes(said)),
            'q' => Transfer.QuotedPrintable(Encoding.Latin1.GetBytes(said.Replace('_', ' ')), keepsEnds: true),
            _ => null,
        };
        // A language may stand behind the charset (RFC 2231).
        return bytes is null ? null : (header[(start + 2)..how].Split('*')[0], bytes, end + 2);
    }
}
