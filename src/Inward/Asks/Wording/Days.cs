namespace Inward.Asks.Wording;

/// <summary>Finds a day or an hour in words: "by Thursday", "bis 12.11.", "2026-11-21", "end of the month".</summary>
internal static class Days
{
    private static readonly Phrases Named = Phrases.Of(
        "monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, tomorrow, tonight, noon, eod, next|this week|month, " +
        "end of the|this|next day|week|month|quarter|year, end of day|week|month|quarter|year, " +
        "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, donnerstagmittag, heute, übermorgen, bis morgen, " +
        "morgen früh|mittag|abend|nachmittag, ende der|dieser|nächster woche, ende des|dieses monats|quartals|jahres, " +
        "nächste|diese woche, monatsende, quartalsende, jahresende, wochenende");

    private static readonly HashSet<string> Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "jänner",
    ];

    public static bool AreIn(Spoken spoken) =>
        Named.FindIn(spoken) is not null || Enumerable.Range(0, spoken.Tokens.Count).Any(at => IsDate(spoken, at));

    private static bool IsDate(Spoken spoken, int at)
    {
        var word = spoken.Word(at);
        if (Months.Contains(word))
            return IsNumber(spoken.Word(at + 1)) || IsNumber(spoken.Word(at - 1)) || (spoken.Word(at - 1) == "." && IsNumber(spoken.Word(at - 2)));
        return IsNumber(word) && (DateOnly.TryParseExact(word, "yyyy-M-d", out _) || Parts(word, '.') || Parts(word, '/') || Parts(word, ':'));
    }

    private static bool Parts(string word, char mark)
    {
        var parts = word.Split(mark);
        if (parts.Length is not (2 or 3) || !Array.TrueForAll(parts, part => part.Length is 1 or 2 or 4 && part.All(char.IsAsciiDigit)))
            return false;
        // "12.5" may be a weight; "12.50" is a price.
        return mark != '.' || int.Parse(parts[1]) is >= 1 and <= 12;
    }

    private static bool IsNumber(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);
}
