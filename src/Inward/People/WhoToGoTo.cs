using Inward.House;

namespace Inward.People;

/// <summary>Somebody who might be asked: a colleague or a team, and what they say themselves about what they do and offer.</summary>
public sealed record Helper(Id Id, bool IsTeam, string Name, IReadOnlyList<string> Says);

/// <param name="Words">Which of their words fit, as they wrote them; one for each word of the ask.</param>
public sealed record FittingHelper(Helper Helper, IReadOnlyList<string> Words);

/// <param name="Helpers">By name: nobody is put before another.</param>
/// <param name="TooCommon">Words of the ask that stand with so many that they tell nothing; left out of account.</param>
public sealed record WhoFits(IReadOnlyList<FittingHelper> Helpers, IReadOnlyList<string> TooCommon);

/// <summary>
/// "Who to go to" for something wanted, told from people's own words alone: a word fits where it begins like one of theirs. No
/// figure and no order of merit; the words that fit are named, so that whoever asks can judge for themselves.
/// </summary>
public static class WhoToGoTo
{
    /// <summary>A word that stands with more than so many helps nobody to choose.</summary>
    public const int Most = 12;

    public const int MostWords = 16;

    // Compounds: "Versand" fits "Versandpapiere". Shorter words begin too many others.
    private const int ShortestBeginning = 4;
    private const int ShortestRest = 3;

    /// <summary>Endings of both languages, the longest first.</summary>
    private static readonly string[] Endings = ["ungen", "ing", "ung", "en", "es", "ed", "em", "s", "e"];

    /// <summary>What to look for: the words that carry meaning, without their endings.</summary>
    public static IReadOnlyList<string> Beginnings(string? wanted) => [.. Words(wanted).Select(Stem).Distinct().Take(MostWords)];

    public static WhoFits Of(string? wanted, IEnumerable<Helper> helpers)
    {
        var asked = Words(wanted).DistinctBy(Stem).Take(MostWords).Select(word => (Word: word, Stem: Stem(word))).ToList();
        var found = helpers.Select(helper => (Helper: helper, Fits: Fitting(helper, asked))).Where(f => f.Fits.Count > 0).ToList();
        var common = asked.Where(a => found.Count(f => f.Fits.Exists(fit => fit.Stem == a.Stem)) > Most).ToList();
        var helping = found.Select(f => new FittingHelper(f.Helper, [.. f.Fits.Where(fit => !common.Exists(c => c.Stem == fit.Stem)).DistinctBy(fit => fit.Stem).Select(fit => fit.Said).Distinct(StringComparer.OrdinalIgnoreCase)]))
            .Where(f => f.Words.Count > 0).OrderBy(f => f.Helper.Name, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Helper.Id);
        return new WhoFits([.. helping], [.. common.Select(c => c.Word)]);
    }

    private static List<(string Stem, string Said)> Fitting(Helper helper, List<(string Word, string Stem)> asked)
    {
        var says = helper.Says.SelectMany(Words).Select(said => (Said: said, Stem: Stem(said))).ToList();
        return [.. asked.SelectMany(a => says.Where(s => Fits(a.Stem, s.Stem)).Select(s => (a.Stem, s.Said)))];
    }

    private static bool Fits(string asked, string said) => asked == said || Begins(said, asked) || Begins(asked, said);

    private static bool Begins(string longer, string shorter) =>
        shorter.Length >= ShortestBeginning && longer.Length >= shorter.Length + ShortestRest && longer.StartsWith(shorter, StringComparison.Ordinal);

    private static string Stem(string word)
    {
        var low = word.ToLowerInvariant();
        return Endings.FirstOrDefault(e => low.Length >= e.Length + 3 && low.EndsWith(e, StringComparison.Ordinal)) is { } ending ? low[..^ending.Length] : low;
    }

    private static IEnumerable<string> Words(string? text) =>
        Text.Words(text).Where(word => word.Length >= 3 && !word.All(char.IsAsciiDigit) && !EverydayWords.Has(word));
}
