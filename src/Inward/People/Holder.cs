using Inward.House.Imports;

namespace Inward.People;

/// <summary>Who holds a post, as far as a file tells.</summary>
public enum Holder
{
    /// <summary>A person, by name or key.</summary>
    Named,

    /// <summary>Somebody whose name is withheld, or not given.</summary>
    Unnamed,

    /// <summary>Nobody at present.</summary>
    Vacant,

    /// <summary>Nobody any more: the post is gone.</summary>
    Abolished,
}

/// <summary>Words that stand where a name should. A whole cell must say so: a Ms Vacant keeps her first name.</summary>
public static class Holders
{
    private static readonly Dictionary<string, Holder> Words = Of(
        (Holder.Unnamed, "n/d, n.d., n/a, n.a., -, ?, not disclosed, undisclosed, withheld, name withheld, redacted, anonymous, unknown, unbekannt"),
        (Holder.Vacant, "vacant, vacancy, vacant post, vakant, unbesetzt, tbc, tba, tbd, to be appointed, to be confirmed, not in post"),
        (Holder.Abolished, "eliminated, abolished, post eliminated, post abolished, entfallen, gestrichen, weggefallen"));

    public static Holder Of(string name) =>
        name.Length == 0 ? Holder.Unnamed : Words.GetValueOrDefault(name.Squeezed().ToLowerInvariant(), Holder.Named);

    private static Dictionary<string, Holder> Of(params (Holder Holder, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(", ").Select(word => (word, list.Holder))).ToDictionary(pair => pair.word, pair => pair.Holder, StringComparer.Ordinal);
}
