using System.Globalization;
using Inward.Asks.Wording;

namespace Inward.Objectives;

/// <summary>A word in lower case and its place in the text (UTF-16 units).</summary>
internal readonly record struct ClarityWord(string Text, int Start, int Length);

/// <summary>Parts a text into words and sentences. Any text can be read, half characters too.</summary>
internal static class ClarityWords
{
    private const string Closers = "\"'”“’»«)]";
    private const string Ends = ".!?…;:。！？";
    private const string Bullets = "-*•–—·";

    // A full stop after these ends no sentence; a single letter ("z. B.", "U. S.") is none either.
    private static readonly HashSet<string> Abbreviations = Phrases.WordsOf(
        "mr mrs ms dr prof st vs etc inc ltd approx sec no nr ca bzw inkl evtl ggf usw tel str abs art mio mrd vgl e.g i.e u.s z.b d.h u.a o.ä").ToHashSet();

    private static readonly HashSet<string> Months = Phrases.WordsOf(
        "januar februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun jul aug sep okt nov dez quartal").ToHashSet();

    public static (List<ClarityWord> Words, List<SentenceRead> Sentences) Read(string text)
    {
        var (words, sentences) = (new List<ClarityWord>(), new List<SentenceRead>());
        var (first, at, isLineStart) = (0, 0, true);
        void End()
        {
            if (words.Count > first)
                sentences.Add(new SentenceRead(words[first].Start, words[^1].Start + words[^1].Length - words[first].Start, words.Count - first));
            first = words.Count;
        }
        while (at < text.Length)
        {
            if (isLineStart && ListMark(text, at) is > 0 and var mark)
            {
                End();
                (at, isLineStart) = (at + mark, false);
            }
            else if (IsOfWord(text[at]))
            {
                var length = WordLength(text, at);
                words.Add(new ClarityWord(text.Substring(at, length).ToLowerInvariant(), at, length));
                (at, isLineStart) = (at + length, false);
            }
            else
            {
                isLineStart = text[at] == '\n' || (isLineStart && char.IsWhiteSpace(text[at]));
                if (text[at] == '\n' ? EndsLine(text, at) : EndsSentence(text, at, words))
                    End();
                at++;
            }
        }
        End();
        return (words, sentences);
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || (letter > 127 && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    // "home-made", "don't", "12,000", "1.4" and "cms.gov" are one word each, as they are said.
    private static int WordLength(string text, int start)
    {
        var at = start + 1;
        while (at < text.Length && (IsOfWord(text[at]) || ("'’-‑.,:@_".Contains(text[at], StringComparison.Ordinal) && Joins(text, at))))
            at++;
        return at - start;
    }

    private static bool Joins(string text, int at) =>
        at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && IsOfWord(text[at - 1])
        && (text[at] is not (',' or ':') || (char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));

    private static bool EndsSentence(string text, int at, List<ClarityWord> words)
    {
        // The first of "..." decides for all.
        if (!Ends.Contains(text[at], StringComparison.Ordinal) || (at > 0 && Ends.Contains(text[at - 1], StringComparison.Ordinal)))
            return false;
        // A few marks at most, or a line of a million dots would be read a million times.
        var (next, last) = (at + 1, Math.Min(text.Length, at + 6));
        while (next < last && (Closers.Contains(text[next], StringComparison.Ordinal) || Ends.Contains(text[next], StringComparison.Ordinal)))
            next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
            return text[at] > 127;
        return text[at] != '.' || !IsInside(text, at, Next(text, next), words);
    }

    /// <summary>A full stop that ends no sentence: of an abbreviation, of "3. März", or before a small letter.</summary>
    private static bool IsInside(string text, int at, int next, List<ClarityWord> words)
    {
        if (next >= text.Length || words.Count == 0 || words[^1].Start + words[^1].Length != at)
            return false;
        var last = words[^1].Text;
        return char.IsLower(text[next]) || (last.Length == 1 && char.IsLetter(last[0])) || Abbreviations.Contains(last)
            || (last.Length <= 2 && last.All(char.IsDigit) && IsOfWord(text[next]) && Months.Contains(text.Substring(next, WordLength(text, next)).ToLowerInvariant()));
    }

    /// <summary>The end of a line ends a sentence, unless the next one goes on in small letters.</summary>
    private static bool EndsLine(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        return next >= text.Length || !char.IsLower(text[next]) || ListMark(text, next) > 0;
    }

    private static int Next(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
            at++;
        return at;
    }

    /// <summary>"- ", "• ", "1. ", "a) " or "(ii) " at the start of a line: its length, or 0.</summary>
    private static int ListMark(string text, int at)
    {
        var end = at;
        if (Bullets.Contains(text[at], StringComparison.Ordinal))
            end++;
        else
        {
            end += text[at] == '(' ? 1 : 0;
            var inner = end;
            while (end < text.Length && end - inner < 3 && char.IsLetterOrDigit(text[end]))
                end++;
            if (end == inner || end >= text.Length || !(text[end] == ')' || (text[end] == '.' && char.IsDigit(text[inner]))))
                return 0;
            end++;
        }
        return end < text.Length && text[end] is ' ' or '\t' ? end - at : 0;
    }
}
