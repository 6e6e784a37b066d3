using System.Globalization;

namespace Inward.Asks.Wording;

/// <summary>One word or mark as it was read: in lower case, with its place in the text (UTF-16 units).</summary>
internal readonly record struct Token(string Word, int Start, int Length)
{
    public int End => Start + Length;

    public bool IsWord => Word.Length > 0 && char.IsLetterOrDigit(Word[0]);
}

/// <summary>
/// A stretch of tokens up to a full stop, a question mark or the end of a line. <paramref name="Opening"/> is the first
/// token after greetings, names and "and", where an order or a question shows itself.
/// </summary>
internal readonly record struct Utterance(int First, int Opening, int After, bool IsQuestion);

/// <summary>A text read once, from left to right, in time that grows with its length alone. Any text can be read.</summary>
internal sealed class Spoken
{
    // An abbreviation's full stop ends no sentence.
    private static readonly HashSet<string> Abbreviations =
    [
        "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "inc", "ltd", "approx", "nr", "no", "ca", "bzw", "inkl", "evtl", "ggf", "usw", "tel",
        "str",
    ];

    private readonly List<Token> tokens = [];
    private readonly List<Utterance> utterances = [];
    private readonly HashSet<int> openings = [];

    private Spoken(string text) => Text = text;

    public string Text { get; }

    public IReadOnlyList<Token> Tokens => tokens;

    public IReadOnlyList<Utterance> Utterances => utterances;

    public bool IsBlank => tokens.TrueForAll(token => !token.IsWord);

    public static Spoken Read(string? text)
    {
        var spoken = new Spoken(text ?? "");
        spoken.ReadTokens();
        return spoken;
    }

    /// <summary>The word at an index, or nothing beyond either end.</summary>
    public string Word(int index) => index >= 0 && index < tokens.Count ? tokens[index].Word : "";

    public bool IsCapital(int index) => index < tokens.Count && char.IsUpper(Text[tokens[index].Start]);

    /// <summary>Whether a sentence opens with this token.</summary>
    public bool Opens(int index) => openings.Contains(index);

    private void ReadTokens()
    {
        var at = 0;
        var first = 0;
        while (at < Text.Length)
        {
            if (Text[at] is '\n' or '\r')
            {
                first = Close(first);
                at++;
            }
            else if (char.IsWhiteSpace(Text[at]) || char.IsControl(Text[at]) || char.GetUnicodeCategory(Text[at]) == UnicodeCategory.Format)
            {
                at++;
            }
            else
            {
                var length = LengthAt(at);
                tokens.Add(new Token(Text.Substring(at, length).Replace('’', '\'').ToLowerInvariant(), at, length));
                at += length;
                if (EndsSentence(at))
                    first = Close(first);
            }
        }

        Close(first);
    }

    private int LengthAt(int start)
    {
        if (!IsLetter(start))
            return start + 1 < Text.Length && char.IsSurrogatePair(Text[start], Text[start + 1]) ? 2 : 1;
        var at = start + 1;
        while (at < Text.Length && (IsLetter(at) || JoinsAt(at)))
            at++;
        return at - start;
    }

    private bool IsLetter(int at) =>
        char.IsLetterOrDigit(Text[at]) || char.GetUnicodeCategory(Text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>"isn't", "e-mail", "12.5", "12:30" and "1/2" are one word each.</summary>
    private bool JoinsAt(int at)
    {
        if (at + 1 >= Text.Length || !char.IsLetterOrDigit(Text[at + 1]))
            return false;
        return Text[at] switch
        {
            '\'' or '’' or '-' => true,
            '.' or ',' or ':' or '/' => char.IsDigit(Text[at - 1]) && char.IsDigit(Text[at + 1]),
            _ => false,
        };
    }

    private bool EndsSentence(int next)
    {
        var mark = tokens[^1].Word;
        if (mark is "!" or "?" or "…" or ";")
            return next >= Text.Length || Text[next] is not ('!' or '?');
        if (mark != "." || (next < Text.Length && !char.IsWhiteSpace(Text[next])))
            return false;
        // "z. B.", "Dr. Kaya" and the German "21. November" go on.
        var before = Word(tokens.Count - 2);
        return !(before.Length == 1 && char.IsLetter(before[0])) && !Abbreviations.Contains(before) && !(IsDay(before) && next < Text.Length);
    }

    private static bool IsDay(string word) => word.Length is 1 or 2 && word.All(char.IsAsciiDigit);

    private int Close(int first)
    {
        if (tokens.Count > first)
        {
            var isQuestion = tokens[^1].Word == "?" || Word(tokens.Count - 2) == "?";
            var opening = Salutation.After(this, first);
            openings.Add(opening);
            utterances.Add(new Utterance(first, opening, tokens.Count, isQuestion));
        }

        return tokens.Count;
    }
}
