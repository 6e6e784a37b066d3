namespace Inward.Conversations;

/// <summary>What a mail says that was not said before: without the mail it answers and without a signature.</summary>
/// <param name="QuoteLeftOut">The mail that it answers stood below it, or between its lines.</param>
public sealed record MailWords(string Text, bool QuoteLeftOut = false, bool SignatureLeftOut = false)
{
    private const int LongestAttribution = 4;

    private static readonly string[] Originals = ["original message", "original-nachricht", "ursprüngliche nachricht", "originalnachricht", "urspr. nachricht", "message d'origine"];
    private static readonly string[] Froms = ["from:", "von:", "de:"], Sents = ["sent:", "gesendet:", "date:", "datum:", "envoyé:"], Tos = ["to:", "an:", "subject:", "betreff:", "cc:", "à:"];
    private static readonly string[] Wrote = ["wrote:", "schrieb", "a écrit"];
    private static readonly string[] Devices = ["sent from my ", "von meinem ", "gesendet von ", "gesendet mit ", "get outlook for ", "outlook für ", "holen sie sich outlook", "diese nachricht wurde von meinem "];

    /// <param name="isForwarded">Then what is quoted is what is told, and all of it stays.</param>
    public static MailWords Of(string text, bool isForwarded)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd('\u00A0', '\t', '\r')).ToList();
        if (isForwarded)
            return new MailWords(Joined(lines));
        var isQuoted = CutOriginal(lines);
        isQuoted |= CutQuotes(lines);
        var isSigned = CutSignature(lines);
        // Nothing but a quote: then that is what was meant.
        return lines.TrueForAll(string.IsNullOrWhiteSpace) && isQuoted ? new MailWords(text.Trim()) : new MailWords(Joined(lines), isQuoted, isSigned);
    }

    // As Outlook writes it: a line that says so, or the other mail's headers.
    private static bool CutOriginal(List<string> lines)
    {
        var at = lines.FindIndex(IsOriginal);
        for (var i = 0; i < (at < 0 ? lines.Count : at); i++)
        {
            if (IsHeaders(lines, i))
            {
                at = i > 0 && lines[i - 1].Length > 3 && lines[i - 1].Trim().All(c => c is '_' or '-') ? i - 1 : i;
                break;
            }
        }
        if (at < 0)
            return false;
        lines.RemoveRange(at, lines.Count - at);
        return true;
    }

    private static bool IsOriginal(string line) => line.TrimStart().StartsWith("--", StringComparison.Ordinal) && Originals.Contains(line.Trim().Trim('-').Trim().ToLowerInvariant());

    private static bool IsHeaders(List<string> lines, int at)
    {
        if (!Begins(lines[at], Froms))
            return false;
        var next = lines.Skip(at + 1).Take(6).ToList();
        return next.Exists(l => Begins(l, Sents)) && next.Exists(l => Begins(l, Tos));
    }

    private static bool CutQuotes(List<string> lines)
    {
        var kept = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith('>'))
                kept.Add(lines[i]);
            else if (i > 0 && !lines[i - 1].StartsWith('>'))
                CutAttribution(kept);
        }
        if (kept.Count == lines.Count)
            return false;
        lines.Clear();
        lines.AddRange(kept);
        return true;
    }

    // “On Friday Wanda wrote:”, which programs break over several lines.
    private static void CutAttribution(List<string> kept)
    {
        var last = kept.Count - 1;
        while (last >= 0 && last > kept.Count - LongestAttribution && string.IsNullOrWhiteSpace(kept[last]))
            last--;
        if (last < 0 || !kept[last].TrimEnd().EndsWith(':'))
            return;
        for (var first = last; first >= 0 && first > last - LongestAttribution && kept[first].Length > 0; first--)
        {
            var whole = string.Join(' ', kept[first..(last + 1)]);
            if (!Wrote.Any(w => whole.Contains(w, StringComparison.OrdinalIgnoreCase)) || !(Begins(kept[first], ["on ", "am ", "le "]) || whole.Contains('@') || whole.Any(char.IsAsciiDigit)))
                continue;
            kept.RemoveRange(first, kept.Count - first);
            return;
        }
    }

    // RFC 3676: two hyphens and a space alone on a line; some programs lose the space.
    private static bool CutSignature(List<string> lines)
    {
        var at = lines.FindIndex(line => line.TrimEnd() == "--");
        if (at >= 0)
            lines.RemoveRange(at, lines.Count - at);
        var last = lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        if (last <= 0 || !Begins(lines[last], Devices))
            return at >= 0;
        lines.RemoveRange(last, lines.Count - last);
        return true;
    }

    private static bool Begins(string line, IEnumerable<string> words) => line.TrimStart(' ', '*', '\u00A0') is var said && words.Any(word => said.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    // No more than one empty line in a row.
    private static string Joined(List<string> lines) => string.Join('\n', lines.Where((line, i) => i == 0 || line.Length > 0 || lines[i - 1].Length > 0)).Trim();
}
