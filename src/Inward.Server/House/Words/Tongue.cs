using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Inward.House;

namespace Inward.Server.House.Words;

/// <summary>
/// One language. The English sentence in the code is the key; a language is one JSON file of English → its own words.
/// A sentence it lacks is said in English. The pseudo-language marks everything it says, so a test can find what nobody asked it.
/// </summary>
public sealed class Tongue
{
    public static readonly Tongue English = new("en", FrozenDictionary<string, string>.Empty);
    public static readonly Tongue German = new("de", Load("de"));
    public static readonly Tongue Pseudo = new("qps", FrozenDictionary<string, string>.Empty);

    private readonly FrozenDictionary<string, string> sentences;

    private Tongue(string code, FrozenDictionary<string, string> sentences)
    {
        Code = code;
        this.sentences = sentences;
        Culture = CultureInfo.GetCultureInfo(code == "de" ? "de-DE" : "en-GB");
    }

    public string Code { get; }

    public CultureInfo Culture { get; }

    public IReadOnlyDictionary<string, string> Sentences => sentences;

    public string this[string english] => Say(english);

    public string this[string english, params object?[] gaps] =>
        string.Format(Culture, Say(english), [.. gaps.Select(Said)]);

    public string this[Sentence sentence] =>
        sentence.Gaps.Length == 0 ? Say(sentence.Template) : string.Format(Culture, Say(sentence.Template), [.. sentence.Gaps.Select(Said)]);

    public static Tongue Of(string? code) => code switch
    {
        "de" => German,
        "qps" => Pseudo,
        _ => English,
    };

    /// <summary>By Accept-Language, whose first language counts.</summary>
    public static Tongue Asked(string header) => header.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    /// <summary>As the terminal is set up: LC_ALL, LC_MESSAGES or LANG.</summary>
    public static Tongue OfTerminal() => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>The count, in words that agree with it: `T.Count(n, "one ask", "{0} asks")`.</summary>
    public string Count(long n, string one, string many) => this[n == 1 ? one : many, n];

    public string Date(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    private object? Said(object? gap) => gap switch
    {
        DateOnly day => Date(day),
        Sentence inner => this[inner],
        // A year is read as it is; a count of so many rows is not.
        int or long when Math.Abs(Convert.ToDouble(gap, Culture)) >= 10_000 => Convert.ToInt64(gap, Culture).ToString("#,0", Culture),
        _ => gap,
    };

    private string Say(string english) =>
        ReferenceEquals(this, Pseudo) ? Mark(english) : sentences.GetValueOrDefault(english, english);

    private static string Mark(string english)
    {
        var text = new StringBuilder("⟦");
        foreach (var letter in english)
            text.Append(letter switch { 'a' => 'á', 'e' => 'é', 'i' => 'í', 'o' => 'ó', 'u' => 'ú', _ => letter });
        return text.Append('⟧').ToString();
    }

    private static FrozenDictionary<string, string> Load(string code)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"words.{code}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
