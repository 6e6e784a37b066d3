using System.Text;
using Inward.House;

namespace Inward.Server.House.Mime;

/// <summary>A mail, or a part of it (RFC 2046): headers, and either bytes or parts.</summary>
public sealed class MimePart
{
    private const int Deepest = 20, MostParts = 500;

    private MimePart(MimeHeaders headers, ReadOnlyMemory<byte> body, string whenUnsaid)
    {
        (Headers, Body) = (headers, body);
        (Type, var parameters) = HeaderValue.Read(headers["Content-Type"] ?? whenUnsaid);
        if (!Type.Contains('/', StringComparison.Ordinal))
            Type = "text/plain";
        Parameters = parameters;
    }

    public MimeHeaders Headers { get; }

    /// <summary>As it travelled.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>In small letters, such as text/plain.</summary>
    public string Type { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public IReadOnlyList<MimePart> Parts { get; private set; } = [];

    public bool IsAttachment => HeaderValue.Read(Headers["Content-Disposition"] ?? "").Value == "attachment";

    public static MimePart Read(ReadOnlyMemory<byte> raw)
    {
        var count = 0;
        return Read(raw, "text/plain", 0, ref count);
    }

    private static MimePart Read(ReadOnlyMemory<byte> raw, string whenUnsaid, int depth, ref int count)
    {
        // A mail can be built to keep a reader busy: one in another, a thousand times.
        if (depth > Deepest || ++count > MostParts)
            throw Rule.Invalid("mail", "This mail is built of more parts than Inward reads.");
        var (headers, body) = MimeHeaders.Read(raw.Span);
        var part = new MimePart(headers, raw[body..], whenUnsaid);
        if (!part.Type.StartsWith("multipart/", StringComparison.Ordinal) || part.Parameters.GetValueOrDefault("boundary") is not { Length: > 0 and <= 200 } boundary)
            return part;
        var parts = new List<MimePart>();
        foreach (var piece in Pieces(part.Body, Encoding.UTF8.GetBytes($"--{boundary}"), MostParts - count))
            parts.Add(Read(piece, part.Type == "multipart/digest" ? "message/rfc822" : "text/plain", depth + 1, ref count));
        part.Parts = parts;
        return part;
    }

    private static List<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> body, byte[] mark, int most)
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        var begin = -1;
        for (var at = 0; at < body.Length;)
        {
            var rest = body.Span[at..];
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            var isMark = line.StartsWith(mark) && line[mark.Length..].TrimEnd(" \t\r"u8) is var behind && (behind.IsEmpty || behind.SequenceEqual("--"u8));
            if (isMark)
            {
                if (begin >= 0)
                    pieces.Add(body[begin..Math.Max(begin, BeforeLineEnd(body.Span, at))]);
                if (pieces.Count > most)
                    throw Rule.Invalid("mail", "This mail is built of more parts than Inward reads.");
                begin = at + (end < 0 ? rest.Length : end + 1);
                if (line[mark.Length..].StartsWith("--"u8))
                    return pieces;
            }
            at += end < 0 ? rest.Length : end + 1;
        }
        // Cut off on its way: what came is read.
        if (begin >= 0 && begin < body.Length)
            pieces.Add(body[begin..]);
        return pieces;
    }

    // The line end before a mark belongs to the mark.
    private static int BeforeLineEnd(ReadOnlySpan<byte> body, int at) => at > 1 && body[at - 2] == '\r' ? at - 2 : Math.Max(0, at - 1);
}
