using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>A cell of the cut, with the names of its units.</summary>
/// <param name="Equity">Its thanks per delivery over the company's.</param>
/// <param name="Unseen">Whether many would be glad to see what these units do.</param>
public sealed record UnitCell(IReadOnlyList<Named> Units, int Accepted, int Thanked, int Unthanked, double? Equity, bool Unseen, IReadOnlyList<UnitCell> From);

/// <summary>Thanks between units in one quarter, in the order of their names: no person, no rank.</summary>
public sealed record ThanksByUnit(string? Quarter, IReadOnlyList<string> Quarters, int Accepted, int Thanked, IReadOnlyList<UnitCell> Cells)
{
    /// <param name="quarter">Null for the newest that was counted.</param>
    public static async Task<ThanksByUnit> Ask(Session session, Me me, string? quarter, Tongue t)
    {
        var told = await ThanksCuts.Kept.Told(session, me.Workspace, quarter);
        if (told.Cut is not { } cut)
            return new ThanksByUnit(told.Quarter, told.Quarters, 0, 0, []);
        var names = await session.Names(me.Workspace, cut.Cells.SelectMany(c => c.From.Append(c)).SelectMany(c => c.Units).OfType<Id>().Distinct());
        return new ThanksByUnit(told.Quarter, told.Quarters, cut.Accepted, cut.Thanked, InOrder(cut.Cells.Select(Cell)));

        UnitCell Cell(ThanksCell cell) => new(
            [.. cell.Units.Select(u => new Named(u ?? default, u is null ? t["in no team"] : names.GetValueOrDefault(u.Value.ToString(), ""))).OrderBy(n => n.Name, StringComparer.Ordinal)],
            cell.Accepted, cell.Thanked, cell.Unthanked, cut.Equity(cell), cut.IsUnseen(cell), InOrder(cell.From.Select(Cell)));
    }

    // By name, those counted together last.
    private static List<UnitCell> InOrder(IEnumerable<UnitCell> cells) => [.. cells.OrderBy(c => c.Units.Count > 1).ThenBy(c => c.Units[0].Name, StringComparer.Ordinal)];
}
