using Inward.House;

namespace Inward.Relationships;

/// <summary>Mails of two people with the units they were in; null for somebody in none.</summary>
public sealed record MailBetweenUnits(Id? FromUnit, Id? ToUnit, Id From, Id To, int Count);

/// <summary>Units counted together, and what came to them.</summary>
/// <param name="From">The same mails by the units that wrote; empty where those would be too few.</param>
public sealed record MailCell(IReadOnlyList<Id?> Units, int Mails, IReadOnlyList<MailCell> From);

/// <summary>
/// The mails of a quarter between units: counted once. Every cell, and every difference of cells, stands for five people or more who
/// wrote and as many who were written to; no person is in it.
/// </summary>
/// <param name="AlongLines">Of all mails of the quarter, the share between somebody and whom they report to; null where too few wrote so, or otherwise.</param>
/// <param name="Cells">By the unit that was written to; each mail from one unit to another is in one of them.</param>
public sealed record MailCut(double? AlongLines, IReadOnlyList<MailCell> Cells)
{
    public static readonly MailCut TooFew = new(null, []);

    /// <param name="managers">Whom somebody reports to.</param>
    public static MailCut Of(IReadOnlyCollection<MailBetweenUnits> all, Func<Id, Id?> managers)
    {
        if (!AreEnough(all))
            return TooFew;
        var between = all.Where(m => m.FromUnit != m.ToUnit).ToList();
        var along = all.ToLookup(m => IsAlong(m.From, m.To, managers));
        return new MailCut(AreEnough(along[true]) && AreEnough(along[false]) ? ShareAlong(all.Select(m => (m.From, m.To, m.Count)), managers) : null,
            AreEnough(between) ? [.. Pooling.By(between, m => m.ToUnit, AreEnough).Select(pool => Cell(pool, Inside(pool.All)))] : []);
    }

    /// <summary>The share of mails that went to whom one reports to, or from them.</summary>
    public static double ShareAlong(IEnumerable<(Id From, Id To, int Count)> mails, Func<Id, Id?> managers)
    {
        var (along, all) = (0L, 0L);
        foreach (var (from, to, count) in mails)
        {
            all += count;
            along += IsAlong(from, to, managers) ? count : 0;
        }
        return all == 0 ? 0 : (double)along / all;
    }

    private static bool IsAlong(Id from, Id to, Func<Id, Id?> managers) => managers(from) == to || managers(to) == from;

    private static IReadOnlyList<MailCell> Inside(IReadOnlyCollection<MailBetweenUnits> mails) =>
        Pooling.By(mails, m => m.FromUnit, AreEnough) is { Count: > 1 } pools ? [.. pools.Select(pool => Cell(pool, []))] : [];

    private static bool AreEnough(IEnumerable<MailBetweenUnits> mails) => Pooling.AreEnough(mails, m => (m.From, m.To));

    private static MailCell Cell(Pool<MailBetweenUnits> pool, IReadOnlyList<MailCell> from) => new(pool.Units, pool.All.Sum(m => m.Count), from);
}
