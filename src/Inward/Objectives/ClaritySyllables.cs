using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Inward.Asks.Wording;

namespace Inward.Objectives;

/// <summary>
/// Counts syllables by spelling: groups of vowels, corrected where a language says more of them (re-act, Ide-en) or fewer (stat(e)ment, Diens-t(e)).
/// Written by rules alone, so it errs on some words; the grade of a text takes their mean.
/// </summary>
internal static partial class ClaritySyllables
{
    private const string Vowels = "aeiouyäöüáàâéèêëíìîïóòôúùûãõåæøœ";

    /// <summary>What no rule of spelling tells.</summary>
    private static readonly FrozenDictionary<string, int> English = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["maybe"] = 2, ["recipe"] = 3, ["hundred"] = 2, ["business"] = 2, ["businesses"] = 3, ["evening"] = 2, ["wednesday"] = 2, ["every"] = 2, ["everyone"] = 3,
        ["everything"] = 3, ["everybody"] = 4, ["everywhere"] = 3, ["everyday"] = 3, ["people"] = 2, ["sometimes"] = 2, ["argue"] = 2, ["naked"] = 2, ["clothes"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> German = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["service"] = 2, ["online"] = 2, ["offline"] = 2, ["update"] = 2, ["updates"] = 2, ["team"] = 1, ["teams"] = 1, ["deal"] = 1, ["deals"] = 1, ["lead"] = 1, ["leads"] = 1,
        ["leader"] = 2, ["home"] = 1, ["software"] = 2, ["hardware"] = 2, ["deadline"] = 2, ["feature"] = 2, ["features"] = 2, ["e-mail"] = 2, ["museum"] = 3, ["idee"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="word">In lower case. A number is one syllable, however it is read aloud (Flesch 1948).</param>
    public static int In(string word, Language language)
    {
        var known = language == Language.German ? German : English;
        if (known.TryGetValue(word, out var told))
            return told;
        var (count, hasDigits) = (0, word.Any(char.IsDigit));
        foreach (var part in word.Split(NoLetters, StringSplitOptions.RemoveEmptyEntries))
            count += known.TryGetValue(part, out var inside) ? inside : count > 0 && part is "re" or "ve" ? 0 : OfPart(part, language, hasDigits || (count > 0 && part.Length <= 2));
        return Math.Max(1, count + (NotAfterConsonant().IsMatch(word) ? 1 : 0));
    }

    private static readonly char[] NoLetters = [.. "'’-‑.,:@_0123456789"];

    private static int OfPart(string part, Language language, bool isEnding)
    {
        var groups = Groups(part, isGerman: language == Language.German);
        // Without a vowel it is spelled out, as "CMS" is; the "s" of "it's" and the "th" of "25th" are not.
        if (groups == 0)
            return isEnding ? 0 : part.Length <= 5 ? part.Length : part.Length / 3;
        return Math.Max(1, language == Language.German
            ? groups + GermanMore().Count(part) - GermanFewer().Count(part)
            : groups + EnglishMore().Count(part) - EnglishFewer().Count(part));
    }

    private static int Groups(string part, bool isGerman)
    {
        var (count, inside) = (0, false);
        for (var at = 0; at < part.Length; at++)
        {
            var isVowel = IsVowel(part, at);
            var begins = isVowel && (!inside || (isGerman && IsHiatus(part, at)) || (!isGerman && part[at - 1] == 'y'));
            count += begins ? 1 : 0;
            // A group of German holds two letters at most: Bau-er, neu-e.
            inside = isVowel && !(isGerman && inside && !begins);
        }
        return count;
    }

    /// <summary>The u of "qu" is none, nor a y at the start of a syllable: year, be-yond.</summary>
    private static bool IsVowel(string part, int at) =>
        Vowels.Contains(part[at], StringComparison.Ordinal)
        && !(part[at] == 'u' && at > 0 && part[at - 1] == 'q')
        && !(part[at] == 'y' && at + 1 < part.Length && Vowels.Contains(part[at + 1], StringComparison.Ordinal) && (at == 0 || Vowels.Contains(part[at - 1], StringComparison.Ordinal)));

    // Two vowels that German says as one; all others are said apart: Ak-ti-on, The-a-ter.
    private static bool IsHiatus(string part, int at) =>
        (part[at - 1], part[at]) is not (('a' or 'e', 'i' or 'y' or 'u') or ('ä', 'u') or ('i', 'e') or ('o', 'i' or 'u' or 'y' or 'o') or ('a', 'a' or 'e') or ('e', 'e') or ('u' or 'o', 'e'));

    [GeneratedRegex("(?:d|s)n['’]t$")]
    private static partial Regex NotAfterConsonant();

    [GeneratedRegex("(?<![tcsgxnv]|ll)io|vio(?!r)|(?<![tcsg]|ll)ia(?!ge|r$)|[tc]iat(?!iv)|iu|(?<![tcsh])ien(?!d)|scien|iet|ierarch|(?<=[bcdfglmnprtvs])ie(?:r|st)$|(?<![qg])u(?:a|e[ln]|ous|ing|it[yi])"
        + "|^geo(?!r)|(?<!om|er|p|g)eo|creat(?!ur)|area|idea|react|realit|linear|nuclear|theat|[eo]ing|coop|coord|reimb|rein[fsv]|reuse|museum|poe[mt]|[aei]sms?$")]
    private static partial Regex EnglishMore();

    [GeneratedRegex("(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeiouysxzcg])(?<!sh|ch|[^aeiouy]l)es$|(?<=[^aeiouytd]|[aeou]y)(?<![^aeiouylr]l)ed$|(?<=[gq])ue[sd]?$"
        + "|(?<=[aeiouy][^aeiouyl]{1,2})e(?=ment|ly$|ful|less|ness|ty$)|(?<=^(?:som|hom|ther|wher|her|tim|lif|car|mor|els|bas|pip|mil|stak|shar|not|saf|guid|fram|whol|for))e(?=[^aeiouyds])|(?<=ic)a(?=lly$)")]
    private static partial Regex EnglishFewer();

    [GeneratedRegex("een$|zue(?=r)|be(?=en[dg]|erb|eh)|ge(?=ehr|erb|erd)|ie(?=rar)|tient|klient|hygie|variet|ient(?=ier)|[tlv]uell|ui(?=t)")]
    private static partial Regex GermanMore();

    [GeneratedRegex("ieur|eau|team|leader|deadl|(?<=[rtn])ware$|time$|(?<=l)ine$|(?<=v)ice$|(?<=[st]p)oo")]
    private static partial Regex GermanFewer();
}
