using Inward.House;

namespace Inward.Thanks;

/// <summary>A delivery that was accepted, and whether anybody said thank you for it.</summary>
/// <param name="Asking">The unit it was asked from; null for somebody in no team.</param>
/// <param name="Serving">The unit that delivered.</param>
public sealed record AcceptedDelivery(Id? Asking, Id? Serving, Id Requester, Id Performer, bool Thanked);

/// <summary>Units counted together: one, or several of which one alone would be too few. A null stands for those in no team.</summary>
/// <param name="From">The same deliveries by the units that asked; empty where those would be too few.</param>
public sealed record ThanksCell(IReadOnlyList<Id?> Units, int Accepted, int Thanked, IReadOnlyList<ThanksCell> From)
{
    public int Unthanked => Accepted - Thanked;
}

/// <summary>
/// The thanks of a quarter by unit: cut once when all its thanks were due, and never again. Every cell, and every difference of
/// cells, holds at least five who delivered and five who asked; no person is in it.
/// </summary>
/// <param name="Cells">Each delivery is in one of them; empty while the whole company is too few.</param>
public sealed record ThanksCut(int Accepted, int Thanked, IReadOnlyList<ThanksCell> Cells)
{
    /// <summary>How many different people must have delivered, and as many have asked, before a cell is shown.</summary>
    public const int Fewest = Pooling.Fewest;

    /// <summary>Deliveries below which nothing is said about a unit's share.</summary>
    public const int EnoughToPrompt = 10;

    /// <summary>A unit below this share of the company's thanks per delivery is named as unseen.</summary>
    public const double Unseen = 0.5;

    public static readonly ThanksCut TooFew = new(0, 0, []);

    public static ThanksCut Of(IReadOnlyCollection<AcceptedDelivery> all) => !AreEnough(all) ? TooFew
        : new ThanksCut(all.Count, all.Count(d => d.Thanked), [.. Pooling.By(all, d => d.Serving, AreEnough).Select(group => Cell(group, Inside(group.All)))]);

    /// <summary>A cell's thanks per delivery over the company's; null where the company said none.</summary>
    public double? Equity(ThanksCell cell) => Thanked == 0 || cell.Accepted == 0 ? null : (double)cell.Thanked / cell.Accepted / ((double)Thanked / Accepted);

    /// <summary>Whether many would be glad to see what these units do. A prompt, never a ranking.</summary>
    public bool IsUnseen(ThanksCell cell) => cell.Accepted >= EnoughToPrompt && Equity(cell) < Unseen;

    private static IReadOnlyList<ThanksCell> Inside(IReadOnlyCollection<AcceptedDelivery> deliveries) =>
        Pooling.By(deliveries, d => d.Asking, AreEnough) is { Count: > 1 } groups ? [.. groups.Select(group => Cell(group, []))] : [];

    private static bool AreEnough(IEnumerable<AcceptedDelivery> deliveries) => Pooling.AreEnough(deliveries, d => (d.Performer, d.Requester));

    private static ThanksCell Cell(Pool<AcceptedDelivery> group, IReadOnlyList<ThanksCell> from) => new(group.Units, group.All.Count, group.All.Count(d => d.Thanked), from);
}
