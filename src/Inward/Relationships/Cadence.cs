using Inward.House;

namespace Inward.Relationships;

/// <summary>How often I want to have to do with somebody, counted in days since we last had.</summary>
/// <param name="Ideal">1 to 730. Up to this day all is well; after it, it is time.</param>
/// <param name="Limit">From <paramref name="Ideal"/> to 730. After this day it is late.</param>
public sealed record Cadence(int Ideal, int Limit)
{
    public const int Longest = 730;

    /// <summary>For whom nobody chose one.</summary>
    public static readonly Cadence Default = new(30, 60);

    public static Cadence Chosen(int? ideal, int? limit)
    {
        var wrong = new List<Wrong>();
        if (ideal is null or < 1 or > Longest)
            wrong.Add(new Wrong("ideal", new Sentence("A rhythm is a number of days, from 1 to {0}.", Longest)));
        if (limit is null or < 1 or > Longest)
            wrong.Add(new Wrong("limit", new Sentence("The limit is a number of days, from 1 to {0}.", Longest)));
        else if (limit < ideal)
            wrong.Add(new Wrong("limit", "The limit is not below the days you wish for."));
        return wrong.Count == 0 ? new Cadence(ideal!.Value, limit!.Value) : throw Rule.Invalid(wrong);
    }

    public Warmth After(int days) => days <= Ideal ? Warmth.Green : days <= Limit ? Warmth.Amber : Warmth.Red;
}

/// <summary>How a relationship stands against its cadence. Never shown as a colour alone.</summary>
public enum Warmth
{
    /// <summary>In touch.</summary>
    Green,

    /// <summary>Time to see each other.</summary>
    Amber,

    /// <summary>Too long ago.</summary>
    Red,
}
