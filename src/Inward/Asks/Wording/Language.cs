namespace Inward.Asks.Wording;

/// <summary>The languages in which the coach reads an ask.</summary>
public enum Language
{
    English,
    German,
}

/// <summary>Tells the language by its small words, which nobody can write a sentence without.</summary>
internal static class SmallWords
{
    // Left out are words of both languages, such as "was", "also", "will", "in" and "an".
    private static readonly HashSet<string> English =
    [
        "the", "a", "of", "to", "and", "is", "are", "you", "your", "i", "we", "our", "me", "us", "my", "for", "with", "on", "by", "at", "from",
        "this", "that", "it",
        "if", "be", "have", "has", "can", "could", "would", "should", "please", "thanks", "thank", "do", "does", "did", "not", "what", "why",
        "how", "when", "who",
        "need", "let", "because", "as", "or", "but", "they", "there", "send", "call", "check", "make", "must", "were", "such", "tomorrow",
        "today",
    ];

    private static readonly HashSet<string> German =
    [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "aber", "ist", "sind", "bin", "bist",
        "ich", "du", "sie",
        "wir", "ihr", "mir", "mich", "dir", "dich", "uns", "euch", "ihnen", "mein", "meine", "dein", "deine", "unser", "unsere", "für", "mit",
        "von", "vom", "zu", "zum",
        "zur", "im", "auf", "aus", "bei", "bis", "nach", "nicht", "kein", "keine", "bitte", "danke", "dank", "warum", "wieso", "weshalb", "wann",
        "wer", "wie", "wo",
        "kannst", "könntest", "können", "könnten", "könnte", "würdest", "würden", "würde", "muss", "musst", "müssen", "soll", "sollte", "wenn",
        "falls", "damit", "weil",
        "dass", "es", "hallo", "heute", "morgen", "sofort", "noch", "schon", "auch", "habe", "haben", "wird", "werden", "ohne", "brauche",
    ];

    public static bool IsGerman(string word) => German.Contains(word);

    /// <summary>
    /// The language of the first text that gives itself away, else English; deterministic, and indifferent to the reader's own.
    /// </summary>
    public static Language LanguageOf(params IEnumerable<Spoken> texts) =>
        texts.Select(Germanness).FirstOrDefault(german => german != 0) > 0 ? Language.German : Language.English;

    private static int Germanness(Spoken spoken)
    {
        var german = 0;
        foreach (var token in spoken.Tokens)
        {
            if (English.Contains(token.Word) || EnglishVerbs.IsVerb(token.Word))
                german--;
            else if (German.Contains(token.Word) || GermanVerbs.IsOrder(token.Word) || token.Word.AsSpan().IndexOfAny("äöüß") >= 0)
                german++;
        }

        return german;
    }
}
