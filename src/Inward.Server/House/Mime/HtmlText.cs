using System.Net;
using System.Text;

namespace Inward.Server.House.Mime;

/// <summary>The words of an HTML mail as plain text, line by line; what it quotes begins with “>”. Reads forward only, so no mail can keep it busy.</summary>
internal sealed class HtmlText
{
    private const int DeepestQuote = 10;

    private static readonly HashSet<string> Blocks = ["p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section", "article", "header", "footer", "dt", "dd", "center", "address"];
    private static readonly HashSet<string> Unsaid = ["script", "style", "title", "template", "svg", "object"];

    private readonly StringBuilder text = new(), line = new();
    private int quotes;

    public static string Of(string html)
    {
        var reader = new HtmlText();
        reader.Read(html);
        reader.Break();
        return reader.text.ToString();
    }

    private void Read(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at);
            Say(html, at, open < 0 ? html.Length : open);
            if (open < 0)
                return;
            if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            {
                at = html.IndexOf("-->", open + 4, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : html.Length;
                continue;
            }
            if (open + 1 >= html.Length || !(char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!' or '?'))
            {
                line.Append('<');
                at = open + 1;
                continue;
            }
            at = Close(html, open + 1) + 1;
            at = Tag(html, open + 1, Math.Min(at - 1, html.Length), at);
        }
    }

    // “>” inside quotes closes nothing.
    private static int Close(string html, int at)
    {
        for (var quote = '\0'; at < html.Length; at++)
        {
            if (quote == '\0' && html[at] == '>')
                return at;
            if (html[at] is '"' or '\'' && (quote == '\0' || quote == html[at]))
                quote = quote == '\0' ? html[at] : '\0';
        }
        return html.Length;
    }

    private int Tag(string html, int from, int to, int next)
    {
        var isEnd = html[from] == '/';
        var name = new string([.. html[(isEnd ? from + 1 : from)..Math.Min(to, from + 20)].TakeWhile(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
        if (!isEnd && Unsaid.Contains(name))
            return Math.Min(html.Length, html.IndexOf($"</{name}", Math.Min(next, html.Length), StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : html.Length);
        if (name == "br")
            Break(even: true);
        if (name is "td" or "th" && line.Length > 0)
            line.Append(' ');
        if (!Blocks.Contains(name))
            return next;
        Break();
        if (name == "blockquote")
            quotes = Math.Clamp(quotes + (isEnd ? -1 : 1), 0, DeepestQuote);
        if (name == "p" && text.Length > 0 && isEnd)
            Break(even: true);
        if (name == "li" && !isEnd)
            line.Append("- ");
        return next;
    }

    private void Say(string html, int from, int to)
    {
        if (to <= from)
            return;
        foreach (var letter in WebUtility.HtmlDecode(html[from..to]))
        {
            var isSpace = letter is ' ' or '\n' or '\r' or '\t' or '\u00A0';
            if (!isSpace || (line.Length > 0 && line[^1] != ' '))
                line.Append(isSpace ? ' ' : letter);
        }
    }

    private void Break(bool even = false)
    {
        var said = line.ToString().TrimEnd();
        line.Clear();
        if (said.Length > 0 || even)
            text.Append(quotes > 0 ? new string('>', quotes) + " " : "").Append(said).Append('\n');
    }
}
