using Inward.House;

namespace Inward.Asks.Wording;

/// <summary>One reason for a reading: what was noticed, how often, and what that weighs.</summary>
public sealed record Reason(string Name, Sentence Says, double Strength, double Weight)
{
    public double Share => Strength * Weight;
}

/// <summary>
/// One thing that can be noticed in a text, its weight and the sentence that says so. The weights are those of linear models
/// fitted to labelled English texts; the German words borrow the weight of their English twins.
/// </summary>
internal sealed class Sign
{
    private readonly Func<Spoken, Language, double> strength;

    private Sign(string name, double weight, Sentence says, Func<Spoken, Language, double> strength)
    {
        Name = name;
        Weight = weight;
        Says = says;
        this.strength = strength;
    }

    public string Name { get; }

    public double Weight { get; }

    public Sentence Says { get; }

    /// <summary>A sign that lies in words; more than <paramref name="most"/> of them weigh no more.</summary>
    public static Sign Words(string name, double weight, string says, string english, string german, int most = 1)
    {
        var (inEnglish, inGerman) = (Phrases.Of(english), Phrases.Of(german));
        return new Sign(name, weight, says, (spoken, language) => (language == Language.English ? inEnglish : inGerman).CountIn(spoken, most));
    }

    /// <summary>A sign that lies in the form of the text.</summary>
    public static Sign Form(string name, double weight, string says, Func<Spoken, Language, double> strength) => new(name, weight, says, strength);

    public static Sign Form(string name, double weight, string says, Func<Spoken, double> strength) =>
        new(name, weight, says, (spoken, _) => strength(spoken));

    public static List<Reason> Found(IReadOnlyList<Sign> signs, Spoken spoken, Language language) =>
        signs.Select(sign => new Reason(sign.Name, sign.Says, sign.strength(spoken, language), sign.Weight))
            .Where(reason => reason.Strength != 0)
            .ToList();
}
