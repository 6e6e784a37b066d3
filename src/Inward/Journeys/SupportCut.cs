using Inward.House;

namespace Inward.Journeys;

/// <summary>What became of an ask, for the unit that was asked.</summary>
/// <param name="Answered">Promised or declined by the day on which an answer was wished for.</param>
/// <param name="Kept">Whether what was promised for that time was delivered by its day and not sent back; null where nothing was promised.</param>
public sealed record AskMet(Id? Unit, Id Requester, Id Performer, bool Answered, bool? Kept);

/// <summary>Units counted together: one, or several of which one alone would be too few.</summary>
public sealed record SupportCell(IReadOnlyList<Id?> Units, int Asked, int Answered, int Promised, int Kept)
{
    /// <summary>0 to 1: the share answered in time, and the share of promises kept, each for a half; answers alone where nothing was promised.</summary>
    public decimal Support => Promised == 0 ? (decimal)Answered / Asked : ((decimal)Answered / Asked + (decimal)Kept / Promised) / 2;
}

/// <summary>
/// How units met what was asked of them in a quarter: cut once when it is over, never again. Every cell, and every difference of cells,
/// holds five or more who were asked and five or more who asked; no person is in it.
/// </summary>
public sealed record SupportCut(IReadOnlyList<SupportCell> Cells)
{
    public static SupportCut Of(IReadOnlyCollection<AskMet> all) => new(AreEnough(all)
        ? [.. Pooling.By(all, ask => ask.Unit, AreEnough).Select(pool => new SupportCell(
            pool.Units, pool.All.Count, pool.All.Count(ask => ask.Answered), pool.All.Count(ask => ask.Kept is not null), pool.All.Count(ask => ask.Kept == true)))]
        : []);

    /// <summary>Null where too few people stand behind a figure.</summary>
    public decimal? Of(Id unit) => Cells.FirstOrDefault(cell => cell.Units.Contains(unit))?.Support;

    private static bool AreEnough(IEnumerable<AskMet> asks) => Pooling.AreEnough(asks, ask => (ask.Performer, ask.Requester));
}
