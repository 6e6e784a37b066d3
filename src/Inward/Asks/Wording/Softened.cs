using System.Text;

namespace Inward.Asks.Wording;

/// <summary>Turns a colleague's own order into a question, where grammar allows it without guessing.</summary>
internal static class Softened
{
    // A longer sentence would crowd the form; the example of the advice is shown instead.
    private const int LongestOrder = 120;

    private static readonly HashSet<string> Politeness = ["please", "pls", "kindly", "bitte", "mal", "doch"];
    private static readonly HashSet<string> Subjects = ["i", "i'll", "we", "we'll", "you", "he", "she", "they", "it"];

    /// <summary>"Send me the invoice." becomes "Could you send me the invoice?"; null where it cannot be said for sure.</summary>
    public static string? Order(Spoken spoken, Asked asked, Language language, bool withPlease = false)
    {
        var words = Enumerable.Range(asked.Verb, asked.Utterance.After - asked.Verb).Where(at => !Politeness.Contains(spoken.Word(at))).ToList();
        while (words.Count > 0 && spoken.Word(words[^1]) is "." or "!" or "…" or ";" or ":" or "," or "-")
            words.RemoveAt(words.Count - 1);
        if (words.Count < 2 || spoken.Tokens[words[^1]].End - spoken.Tokens[words[0]].Start > LongestOrder)
            return null;
        return language == Language.English ? English(spoken, words, withPlease) : German(spoken, words, withPlease);
    }

    private static string? English(Spoken spoken, List<int> words, bool withPlease)
    {
        var verb = spoken.Word(words[0]);
        if (verb is "don't" or "do" or "be" || words.Exists(at => IsBreak(spoken, at)))
            return null;
        if (!EnglishVerbs.IsVerb(verb) && !EnglishVerbs.OrdersAt(spoken, words[0]))
            return null;
        return $"Could you {(withPlease ? "please " : "")}{verb}{AsWritten(spoken, words[1..])}?";
    }

    private static string? German(Spoken spoken, List<int> words, bool withPlease)
    {
        // A second verb would need an end of its own, and "dich" would have to become "mich" or stay: not for us to guess.
        if (words.Exists(at => IsBreak(spoken, at) || spoken.Word(at) is "und" or "nicht" or "dich" or "euch"))
            return null;
        var (verb, last) = (spoken.Word(words[0]), spoken.Word(words[^1]));
        var formal = spoken.Word(words[1]) == "sie";
        var opening = (formal ? "Könnten Sie" : "Könntest du") + (withPlease ? " bitte" : "");
        if (!GermanVerbs.OrdersAt(spoken, words[0]))
            return GermanVerbs.IsInfinitive(last) ? $"{opening} {Inside(spoken, words[0])}{AsWritten(spoken, words[1..])}?" : null;
        var rest = words[(formal ? 2 : 1)..^(GermanVerbs.IsPart(last) ? 1 : 0)];
        return rest.Count == 0 ? null : $"{opening}{AsWritten(spoken, rest)} {GermanVerbs.InfinitiveOf(verb, last)}?";
    }

    /// <summary>The first word as it stands inside a sentence: "Die" loses its capital, "Rechnung" keeps it.</summary>
    private static string Inside(Spoken spoken, int at) =>
        SmallWords.IsGerman(spoken.Word(at)) ? spoken.Word(at) : spoken.Text.Substring(spoken.Tokens[at].Start, spoken.Tokens[at].Length);

    /// <summary>Behind a comma, or "and I", another sentence may begin, which is no part of the question.</summary>
    private static bool IsBreak(Spoken spoken, int at) =>
        spoken.Word(at) is "," or ":" or "–" or "-" || (spoken.Word(at) is "and" or "or" && Subjects.Contains(spoken.Word(at + 1)));

    /// <summary>The writer's own letters, each word after the space that stood before it.</summary>
    private static string AsWritten(Spoken spoken, List<int> words)
    {
        var text = new StringBuilder();
        foreach (var token in words.Select(at => (At: at, Token: spoken.Tokens[at])))
        {
            var apart = text.Length == 0 || token.Token.Start > spoken.Tokens[token.At - 1].End;
            text.Append(apart ? " " : "").Append(spoken.Text, token.Token.Start, token.Token.Length);
        }

        return text.ToString();
    }
}
