using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Inward.House;

namespace Inward.Server.Mail;

/// <summary>A line of a list in a mail: what it is about, what is said of it, and where it stands.</summary>
public sealed record LetterLine(string What, string Says, Uri Address);

/// <summary>A mail as it is thought: said once, and written both as plain text and as simple HTML.</summary>
/// <param name="Name">The job it comes from: a mail that is sent twice after a failure is known by it.</param>
/// <param name="Thread">What it is about: mail programs show letters about one ask together.</param>
public sealed record Letter(Id Name, Id Thread, MailAddress To, string Language, string Subject)
{
    /// <summary>Texts longer than this are cut in mails; the page has them whole.</summary>
    private const int LongestText = 2_000;

    public required string Headline { get; init; }

    /// <summary>Somebody's own words, and whose they are.</summary>
    public IReadOnlyList<(string Words, string By)> Quotes { get; init; } = [];

    public IReadOnlyList<(string Label, IReadOnlyList<string> Values)> Facts { get; init; } = [];

    public IReadOnlyList<(string Title, IReadOnlyList<LetterLine> Lines)> Lists { get; init; } = [];

    public string? Invitation { get; init; }

    public IReadOnlyList<(string Label, Uri Address)> Buttons { get; init; } = [];

    public required (string Label, Uri Address) Page { get; init; }

    public IReadOnlyList<string> Foot { get; init; } = [];

    /// <summary>Where to get no more of them. With <see cref="IsOneClick"/> it takes a POST from the mail program itself (RFC 8058).</summary>
    public required Uri Unsubscribe { get; init; }

    public bool IsOneClick { get; init; }

    public MailMessage Message(MailAddress from)
    {
        var message = new MailMessage { From = from, Subject = OneLine(Subject, 200), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.To.Add(To);
        message.Headers["Message-ID"] = $"<{Name}@{from.Host}>";
        message.Headers["References"] = $"<{Thread}@{from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["List-Unsubscribe"] = $"<{Unsubscribe.AbsoluteUri}>";
        if (IsOneClick)
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        message.AlternateViews.Add(View(Text(), MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(Html(), MediaTypeNames.Text.Html));
        return message;
    }

    /// <summary>One line without control characters: what a name or a subject may put into a header.</summary>
    public static string OneLine(string text, int longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var letter in text)
        {
            var plain = char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter;
            if (plain != ' ' || line.Length == 0 || line[^1] != ' ')
                line.Append(plain);
        }
        return Cut(line.ToString().Trim(), longest);
    }

    public string Text()
    {
        var text = new StringBuilder();
        text.Append(Headline).Append("\n\n");
        foreach (var (words, by) in Quotes)
            text.Append(Indented(words, "> ")).Append("\n  ").Append(by).Append("\n\n");
        foreach (var (label, values) in Facts)
        {
            text.Append(label).Append(":\n");
            foreach (var value in values)
                text.Append(Indented(value, values.Count > 1 ? "  - " : "  ")).Append('\n');
            text.Append('\n');
        }
        foreach (var (title, lines) in Lists)
        {
            text.Append(title).Append('\n');
            foreach (var line in lines)
                text.Append(Indented(line.What, "  - ")).Append("\n    ").Append(line.Says).Append("\n    ").Append(line.Address.AbsoluteUri).Append('\n');
            text.Append('\n');
        }
        if (Buttons.Count > 0)
            text.Append(Invitation).Append("\n\n");
        foreach (var (label, address) in Buttons)
            text.Append("  ").Append(label).Append(":\n  ").Append(address.AbsoluteUri).Append("\n\n");
        text.Append(Page.Label).Append(":\n").Append(Page.Address.AbsoluteUri).Append("\n\n-- \n");
        return text.AppendJoin('\n', Foot).Append('\n').ToString();
    }

    public string Html()
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html><html lang=\"{Language}\"><head><meta charset=\"utf-8\"><title>{Said(Subject)}</title></head>"
            + "<body style=\"margin:0;padding:24px;background:#fff;color:#1f2130;font:16px/1.5 sans-serif\"><div style=\"max-width:36rem;margin:0 auto\">");
        html.Append($"<p style=\"font-size:19px;font-weight:600\">{Said(Headline)}</p>");
        foreach (var (words, by) in Quotes)
            html.Append($"<blockquote style=\"margin:16px 0;padding:2px 16px;border-left:4px solid #0f766e\"><p>{Said(words)}</p><p style=\"color:#5b5e72;font-size:14px\">{Said(by)}</p></blockquote>");
        foreach (var (label, values) in Facts)
            html.Append($"<p style=\"margin:14px 0\"><span style=\"color:#5b5e72;font-size:14px\">{Said(label)}</span>{string.Concat(values.Select(v => $"<br>{(values.Count > 1 ? "• " : "")}{Said(v)}"))}</p>");
        foreach (var (title, lines) in Lists)
        {
            html.Append($"<h2 style=\"margin:24px 0 4px;font-size:16px\">{Said(title)}</h2><ul style=\"margin:0;padding-left:20px\">");
            foreach (var line in lines)
                html.Append($"<li style=\"margin:8px 0\"><a href=\"{Said(line.Address.AbsoluteUri)}\" style=\"color:#4338ca\">{Said(line.What)}</a><br><span style=\"color:#5b5e72;font-size:14px\">{Said(line.Says)}</span></li>");
            html.Append("</ul>");
        }
        if (Buttons.Count > 0)
            html.Append($"<p style=\"margin:24px 0 4px\">{Said(Invitation ?? "")}</p>");
        foreach (var (label, address) in Buttons)
            html.Append($"<p style=\"margin:12px 0\"><a href=\"{Said(address.AbsoluteUri)}\" style=\"display:inline-block;padding:10px 18px;border-radius:8px;background:#4338ca;color:#fff;text-decoration:none\">{Said(label)}</a></p>");
        html.Append($"<p style=\"margin:24px 0\"><a href=\"{Said(Page.Address.AbsoluteUri)}\">{Said(Page.Label)}</a></p>");
        html.Append($"<p style=\"color:#5b5e72;font-size:13px;border-top:1px solid #dcdde6;padding-top:12px\">{string.Join("<br>", Foot.Select(Said))}</p></div></body></html>");
        return html.ToString();
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    // Indented, so that no line of somebody's words passes for a line of Inward's.
    private static string Indented(string text, string first) =>
        first + Cut(text, LongestText).ReplaceLineEndings("\n").Replace("\n", "\n" + (first.StartsWith('>') ? first : new string(' ', first.Length)), StringComparison.Ordinal);

    private static string Said(string text) => WebUtility.HtmlEncode(Cut(text, LongestText)).ReplaceLineEndings("<br>");

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)] + "…";
}
