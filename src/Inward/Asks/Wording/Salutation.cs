namespace Inward.Asks.Wording;

/// <summary>What people say before they say what they want: "Hi Wanda, also …".</summary>
internal static class Salutation
{
    private static readonly HashSet<string> Passed =
    [
        "and", "also", "so", "but", "then", "ok", "okay", "again", "well", "finally", "next", "secondly", "lastly", "additionally", "therefore",
        "just", "anyway",
        "yes", "no", "sorry", "now", "hi", "hey", "hello", "dear", "all", "guys", "everyone", "thanks", "und", "auch", "aber", "dann", "ja",
        "nein", "nun", "hallo",
        "liebe", "lieber", "moin", "servus", "außerdem", "zudem", "danke",
    ];

    // These open a sentence of their own: "Please, …" and "If so, …" are no names.
    private static readonly HashSet<string> NeverNames =
    [
        "please", "if", "when", "what", "why", "can", "could", "let", "once", "bitte", "wenn", "falls", "sobald", "warum", "wieso", "was",
    ];

    public static int After(Spoken spoken, int first)
    {
        var at = first;
        while (at < spoken.Tokens.Count && (Passed.Contains(spoken.Word(at)) || !spoken.Tokens[at].IsWord || char.IsAsciiDigit(spoken.Word(at)[0])))
            at++;
        if (at >= spoken.Tokens.Count)
            return first;
        var pause = IsPause(spoken.Word(at + 1)) ? at + 1 : IsPause(spoken.Word(at + 2)) && spoken.IsCapital(at + 1) ? at + 2 : 0;
        return pause > 0 && pause + 1 < spoken.Tokens.Count && MayBeName(spoken.Word(at)) ? After(spoken, pause + 1) : at;
    }

    private static bool IsPause(string word) => word is "," or ":" or "-" or "–" or "!";

    private static bool MayBeName(string word) => !NeverNames.Contains(word) && !EnglishVerbs.IsVerb(word) && !GermanVerbs.IsOrder(word);
}
