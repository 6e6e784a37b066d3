using Inward.AfterSales;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.AfterSales;

/// <summary>Names the asks behind what came back from a customer. Each ask hears of it, so that whoever asked and whoever did it see what became of their work.</summary>
internal static class BehindDesk
{
    /// <param name="what">complaint or purchase.</param>
    public static async Task<AsksBehind> Name(Unit unit, Me me, (Id Record, string What) came, Id customer, IReadOnlyCollection<Id> told)
    {
        AsksBehind.CheckCount(told);
        var before = await unit.AsksBehind(me.Workspace, came.Record);
        var behind = AsksBehind.Told(told, await AskLines.OfCustomer(unit, me, customer, [.. told, .. before]), before);
        unit.Save(came.Record, behind);
        foreach (var ask in behind.Named)
            unit.Append($"ask.{came.What}-named", ask, new { came.Record });
        foreach (var ask in behind.Dropped)
            unit.Append($"ask.{came.What}-dropped", ask, new { came.Record });
        return behind;
    }

    /// <summary>All of them, also those that I do not see: what they lay behind is gone.</summary>
    public static async Task DropAll(Unit unit, (Id Record, string What) came)
    {
        foreach (var ask in await unit.AsksBehind(unit.Workspace, came.Record))
            unit.Append($"ask.{came.What}-dropped", ask, new { came.Record });
    }
}
