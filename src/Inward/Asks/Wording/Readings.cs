namespace Inward.Asks.Wording;

/// <summary>Whether a text asks for something.</summary>
/// <param name="Likelihood">0 to 1, as fitted to labelled e-mail sentences.</param>
/// <param name="IsAsk">Whether it counts as an ask.</param>
/// <param name="Reasons">What speaks for and against it, the weightiest first.</param>
public sealed record AskReading(double Likelihood, bool IsAsk, IReadOnlyList<Reason> Reasons);

/// <summary>How warm a text sounds. It is about words, shown to their writer alone and kept nowhere.</summary>
/// <param name="Score">About −2 (cold) to 2 (warm); 0 is the mean of the requests it was fitted to (Wikipedia editors).</param>
/// <param name="Reasons">What warms and what cools, the weightiest first.</param>
public sealed record ToneReading(double Score, IReadOnlyList<Reason> Reasons);

/// <summary>Readings of a text by weighed signs; each reading names its reasons.</summary>
internal static class Reading
{
    /// <summary>Whether a sentence asks for something. The language is found from its words when null.</summary>
    public static AskReading OfAsk(string? sentence, Language? language = null)
    {
        var spoken = Spoken.Read(sentence);
        if (spoken.IsBlank)
            return new AskReading(0, false, []);
        var reasons = Weigh(AskSigns.All, spoken, language);
        var odds = AskSigns.Start + reasons.Sum(reason => reason.Share);
        return new AskReading(1 / (1 + Math.Exp(-odds)), odds > AskSigns.Threshold, reasons);
    }

    /// <summary>How warm a text sounds. The language is found from its words when null.</summary>
    public static ToneReading OfTone(string? text, Language? language = null)
    {
        var spoken = Spoken.Read(text);
        if (spoken.IsBlank)
            return new ToneReading(0, []);
        var reasons = Weigh(ToneSigns.All, spoken, language);
        return new ToneReading(ToneSigns.Start + reasons.Sum(reason => reason.Share), reasons);
    }

    private static List<Reason> Weigh(IReadOnlyList<Sign> signs, Spoken spoken, Language? language) =>
        Sign.Found(signs, spoken, language ?? SmallWords.LanguageOf([spoken])).OrderByDescending(reason => Math.Abs(reason.Share)).ToList();
}
