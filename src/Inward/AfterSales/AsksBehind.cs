using Inward.House;

namespace Inward.AfterSales;

/// <summary>The asks behind a complaint or a repeat purchase, as one colleague tells them now.</summary>
/// <param name="Named">Asks that were not named before.</param>
/// <param name="Dropped">Asks that were, and are not any more.</param>
public sealed record AsksBehind(IReadOnlyList<Id> Named, IReadOnlyList<Id> Dropped)
{
    public const int Most = 50;

    public bool IsNothing => Named.Count + Dropped.Count == 0;

    public static void CheckCount(IReadOnlyCollection<Id> asks)
    {
        if (asks.Count > Most)
            throw TooMany();
    }

    /// <summary>What changes. Asks that the teller does not see stay as they are: nobody drops what they were not shown.</summary>
    /// <param name="told">What the teller says.</param>
    /// <param name="ofCustomer">Of all these, the asks for this customer that the teller sees.</param>
    /// <param name="before">Those that were named.</param>
    public static AsksBehind Told(IReadOnlyCollection<Id> told, IReadOnlySet<Id> ofCustomer, IReadOnlyCollection<Id> before)
    {
        if (told.FirstOrDefault(ask => !ofCustomer.Contains(ask) && !before.Contains(ask)) is var other && other != default)
            throw Rule.Invalid("asks", "Only asks for this customer lie behind it. One of these is not, or you do not see it.");
        Id[] named = [.. told.Distinct().Except(before)], dropped = [.. before.Where(ofCustomer.Contains).Except(told)];
        return before.Count + named.Length - dropped.Length > Most
            ? throw TooMany()
            : new AsksBehind(named, dropped);
    }

    private static BrokenRule TooMany() => Rule.Invalid("asks", new Sentence("At most {0} asks lie behind it.", Most));
}
