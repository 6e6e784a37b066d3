using System.Text;
using System.Text.RegularExpressions;
using Inward.House;

namespace Inward.People;

/// <summary>
/// Where a text names somebody: by the whole name or an address, as words of their own and whatever their case. A name of one word is
/// looked for nowhere: it may be anybody's, or an ordinary word.
/// </summary>
public sealed class Mentions
{
    private readonly Regex? named;

    public Mentions(IEnumerable<string?> names, IEnumerable<string?> addresses)
    {
        var words = names.OfType<string>().Where(name => name.Contains(' ', StringComparison.Ordinal)).Concat(addresses.OfType<string>())
            .SelectMany(word => (string[])[word.Normalize(NormalizationForm.FormC), word.Normalize(NormalizationForm.FormD)]).SelectMany(word => (string[])[word, InJson(word)])
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(word => word.Length).ToList();
        Runs = [.. words.Select(Run).Distinct(StringComparer.Ordinal)];
        named = words.Count == 0 ? null : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', words.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    /// <summary>Small letters and digits, one of which stands in every text that names them: so that a store need not read all it has.</summary>
    public IReadOnlyList<string> Runs { get; }

    public bool In(string text) => named?.IsMatch(text) ?? false;

    public string Replaced(string text, string by) => named?.Replace(text, by) ?? text;

    private static string InJson(string word) => word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    // Of an address the part before the @: the rest is everybody's.
    private static string Run(string word)
    {
        var own = word.Contains('@', StringComparison.Ordinal) ? word[..word.IndexOf('@', StringComparison.Ordinal)] : word;
        return Regex.Matches(own.ToLowerInvariant(), "[a-z0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(run => run.Value).MaxBy(run => run.Length) ?? "";
    }
}
