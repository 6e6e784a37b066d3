using Inward.House;
using Inward.Server.AfterSales;

namespace Inward.Server.Asks;

/// <summary>The sale for which somebody still works was lost: stop, or go on and say why.</summary>
/// <param name="On">Null where nobody said the day.</param>
public sealed record LostSale(Id Id, string Name, DateOnly? On)
{
    /// <summary>The moves that stop an ask, each by its own rule.</summary>
    public static readonly IReadOnlyList<string> Stops = ["withdrawal", "revocation", "decline"];

    /// <summary>Only of an ask that is open.</summary>
    public static LostSale? Of(IEnumerable<CameOf> came, AskOut ask) => ask.Turn is null ? null
        : came.Where(c => c.Kind == "lost").Select(c => new LostSale(c.Id, c.Words, c.On)).FirstOrDefault();
}
