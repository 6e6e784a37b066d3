using Inward.Asks.Wording;

namespace Inward.Objectives;

/// <summary>A word of offices or of fashion, where it stands, and what people say instead.</summary>
public sealed record JargonWord(string Said, string Plain, int Start, int Length);

/// <summary>Where a sentence stands in its text (UTF-16 units), and its words.</summary>
public sealed record SentenceRead(int Start, int Length, int Words);

/// <summary>
/// How hard a text is to read. English by Flesch-Kincaid (Kincaid et al. 1975), German by the first Wiener Sachtextformel (Bamberger and
/// Vanecek 1984): both speak of school grades, so one scale serves both. Read once, in time that grows with the length of the text alone.
/// </summary>
/// <param name="Words">Numbers count as words of one syllable (Flesch 1948).</param>
/// <param name="Sentences">Ended by a full stop, question mark, exclamation mark, colon, semicolon (Flesch 1948), a paragraph or an item of a list.</param>
/// <param name="LongWords">Of more than six letters.</param>
public sealed record ClarityReading(
    Language Language, int Words, int Sentences, int Syllables, int LongWords, int OneSyllable, int ManySyllables, SentenceRead LongestSentence, IReadOnlyList<JargonWord> Jargon)
{
    private const int EnoughToTellTheLanguage = 4000;

    public double WordsASentence => Words == 0 ? 0 : (double)Words / Sentences;

    /// <summary>Of a hundred words.</summary>
    public double JargonShare => Words == 0 ? 0 : 100.0 * Jargon.Count / Words;

    /// <summary>The school grade, unclamped: a slogan is below 0 and a law above 20. 0 without a word.</summary>
    public double Grade => Words == 0 ? 0 : Language == Language.German ? WienerSachtextformel : FleschKincaid;

    private double FleschKincaid => (0.39 * WordsASentence) + (11.8 * Syllables / Words) - 15.59;

    private double WienerSachtextformel =>
        (0.1935 * Percent(ManySyllables)) + (0.1672 * WordsASentence) + (0.1297 * Percent(LongWords)) - (0.0327 * Percent(OneSyllable)) - 0.875;

    public static ClarityReading Of(string? text, Language? language = null)
    {
        text ??= "";
        var told = language ?? SmallWords.LanguageOf([Spoken.Read(text.Length > EnoughToTellTheLanguage ? text[..EnoughToTellTheLanguage] : text)]);
        var (words, sentences) = ClarityWords.Read(text);
        var (syllables, many, one, isLong) = (0, 0, 0, 0);
        foreach (var word in words)
        {
            var count = ClaritySyllables.In(word.Text, told);
            syllables += count;
            one += count == 1 ? 1 : 0;
            many += count >= 3 ? 1 : 0;
            isLong += word.Text.Count(char.IsLetter) > 6 ? 1 : 0;
        }
        return new ClarityReading(told, words.Count, sentences.Count, syllables, isLong, one, many,
            sentences.MaxBy(sentence => sentence.Words) ?? new SentenceRead(0, 0, 0), ClarityJargon.In(words, told));
    }

    /// <summary>
    /// Whether this says it more clearly than the other: the grade, the length of the sentences and the jargon, each as the share by which
    /// it is less; what neither has counts nothing.
    /// </summary>
    public bool IsClearerThan(ClarityReading other) =>
        Less(Grade, other.Grade) + Less(WordsASentence, other.WordsASentence) + Less(JargonShare, other.JargonShare) > 0;

    private static double Less(double mine, double other) => Math.Max(Math.Abs(mine), Math.Abs(other)) is > 0 and var most ? (other - mine) / most : 0;

    private double Percent(int count) => 100.0 * count / Words;
}
