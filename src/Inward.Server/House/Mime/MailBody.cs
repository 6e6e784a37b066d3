using System.Text;

namespace Inward.Server.House.Mime;

/// <summary>What a mail says, as plain text, and how many files it brings.</summary>
public sealed class MailBody
{
    /// <summary>The most bytes of a text that are read; what follows is no talk any more.</summary>
    private const int Longest = 1024 * 1024;

    private readonly StringBuilder text = new();

    public int Attachments { get; private set; }

    public string Text => text.ToString();

    public static MailBody Of(MimePart mail)
    {
        var body = new MailBody();
        body.Read(mail);
        return body;
    }

    private void Read(MimePart part)
    {
        if (part.IsAttachment || part.Parts.Count == 0)
            Leaf(part);
        else if (part.Type == "multipart/alternative")
            Read(Best(part));
        else if (part.Type == "multipart/related")
            Read(part.Parts[0]);
        else
        {
            foreach (var each in part.Parts)
                Read(each);
        }
    }

    // The plain text says it without clothes; where a program left it empty, the HTML does.
    private static MimePart Best(MimePart part)
    {
        var plain = part.Parts.FirstOrDefault(p => p.Type == "text/plain" && !string.IsNullOrWhiteSpace(Words(p)));
        return plain ?? part.Parts.LastOrDefault(p => p.Type == "text/html" || p.Parts.Count > 0) ?? part.Parts[0];
    }

    private void Leaf(MimePart part)
    {
        if (part.IsAttachment || part.Type is not ("text/plain" or "text/html"))
        {
            if (part.Type is not ("application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature") && !part.Type.StartsWith("multipart/", StringComparison.Ordinal))
                Attachments++;
            return;
        }
        if (text.Length < Longest)
            text.Append(text.Length > 0 && text[^1] != '\n' ? "\n" : "").Append(Words(part));
    }

    private static string Words(MimePart part)
    {
        var raw = part.Body.Span;
        var bytes = Transfer.Read(part.Headers["Content-Transfer-Encoding"], raw.Length > 2 * Longest ? raw[..(2 * Longest)] : raw);
        var words = Charsets.Read(part.Parameters.GetValueOrDefault("charset"), bytes.Length > Longest ? bytes.AsSpan(0, Longest) : bytes);
        words = part.Type == "text/html" ? Charsets.Whole(HtmlText.Of(words)) : words.ReplaceLineEndings("\n");
        return part.Parameters.GetValueOrDefault("format")?.Equals("flowed", StringComparison.OrdinalIgnoreCase) == true
            ? Flowed(words, part.Parameters.GetValueOrDefault("delsp")?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true) : words;
    }

    // RFC 3676: a space at the end says that the line goes on; a space at its beginning was only stuffed in.
    private static string Flowed(string text, bool losesSpace)
    {
        var whole = new StringBuilder(text.Length);
        var (open, before) = (false, 0);
        foreach (var line in text.Split('\n'))
        {
            var depth = line.Length - line.TrimStart('>').Length;
            var said = line[depth..];
            said = said.StartsWith(' ') ? said[1..] : said;
            if (open && depth != before)
                whole.Append('\n');
            if (!open || depth != before)
                whole.Append(depth > 0 ? new string('>', depth) + " " : "");
            (open, before) = (said.EndsWith(' ') && said != "-- ", depth);
            whole.Append(open && losesSpace ? said[..^1] : said).Append(open ? "" : "\n");
        }
        return whole.ToString();
    }
}
