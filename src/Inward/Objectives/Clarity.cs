using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inward.Asks.Wording;
using Inward.House;

namespace Inward.Objectives;

/// <summary>One colleague's try to say the objective in their own words, as the owner judged it; it names nobody.</summary>
/// <param name="TextKey">The <see cref="ClarityOf.TextKey"/> of the text that was told: another text has to be told anew.</param>
public sealed record TaughtBack(string TextKey, bool Passed);

/// <summary>What an objective says so far, as much as its clarity needs of it. Everything may be missing.</summary>
public sealed record ClarityOf
{
    public string? What { get; init; }
    public string? Measure { get; init; }
    public string? Unit { get; init; }
    public decimal? Baseline { get; init; }
    public decimal? Target { get; init; }
    public DateOnly? By { get; init; }
    public string? Because { get; init; }
    public string? DayAfter { get; init; }
    public IReadOnlyList<string> Observables { get; init; } = [];

    /// <summary>How many teams it is for, and how many of them have an example of their own and their own "what is in it for us".</summary>
    public int Teams { get; init; }
    public int TeamsWithExample { get; init; }
    public int TeamsWithMeaning { get; init; }

    /// <summary>Every try there was, of older texts too: those count no more.</summary>
    public IReadOnlyList<TaughtBack> TaughtBack { get; init; } = [];

    /// <summary>Found from the words when null.</summary>
    public Language? Language { get; init; }

    /// <summary>The sentences that people read.</summary>
    public string Prose => string.Join("\n\n", new[] { What, Because, DayAfter }.Concat(Observables).Where(HasWords));

    /// <summary>Changes with every word and number that is told, and not with blanks.</summary>
    public string TextKey
    {
        get
        {
            string?[] parts = [What, Measure, Unit, Number(Baseline), Number(Target), By?.ToString("O", CultureInfo.InvariantCulture), Because, DayAfter, .. Observables];
            var told = string.Join('\n', parts.Select(part => string.Join(' ', (part ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(told)));
        }
    }

    internal static bool HasWords(string? text) => text?.Any(char.IsLetter) == true;

    // 6 and 6.0 are one number.
    private static string? Number(decimal? number) => number?.ToString("0.#############################", CultureInfo.InvariantCulture);
}

/// <summary>One thing that makes an objective clear.</summary>
/// <param name="Key">Its name on the wire.</param>
/// <param name="Points">0 to <paramref name="Of"/>, whole, so that what is shown adds up.</param>
/// <param name="Suggestion">What would bring more; null when nothing would.</param>
public sealed record ClarityPoint(string Key, Sentence Name, int Points, int Of, Sentence Explanation, Sentence? Suggestion);

/// <summary>
/// How clear an objective is, 0 to 100, with every point explained. Readability weighs little on purpose: a slogan reads easily and says
/// nothing, and what ISO 24495-1 calls plain is what its readers can do with it, so telling it back weighs most.
/// </summary>
public sealed record Clarity(int Total, IReadOnlyList<ClarityPoint> Points, ClarityReading Reading)
{
    public static Clarity Of(ClarityOf said)
    {
        var reading = ClarityReading.Of(said.Prose, said.Language);
        ClarityPoint[] points =
        [
            ClarityPoints.Number(said), ClarityPoints.Because(said), ClarityPoints.Examples(said), ClarityPoints.Meaning(said),
            ClarityPoints.Observables(said), ClarityPoints.Readability(reading), ClarityPoints.TeachBack(said),
        ];
        return new Clarity(points.Sum(point => point.Points), points, reading);
    }
}
