using Inward.AfterSales;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.AfterSales;

/// <summary>A repeat purchase as somebody tells it.</summary>
/// <param name="After">The earlier sale with the same customer.</param>
/// <param name="Asks">The asks that made the customer come back; null leaves those that are named.</param>
public sealed record RepeatTold(Id? After, IReadOnlyList<Id>? Asks = null);

/// <summary>What one can say of a customer who came back. Everybody keeps it up to date, as they keep the sale.</summary>
public static class RepeatDesk
{
    private const string What = "purchase";

    public static async Task<RepeatPurchase> Tell(Unit unit, Me me, Id id, int? version, RepeatTold told)
    {
        // Two colleagues who tell two sales at once make no circle.
        await unit.OneAtATime();
        var sale = await unit.Sale(me.Workspace, id) ?? throw Rule.NotVisible();
        var known = await unit.RepeatPurchase(me.Workspace, id);
        if (known is not null)
            Rule.Fresh(version, known.Version);
        var earlier = told.After is { } after ? await unit.Sale(me.Workspace, after) : null;
        var repeat = RepeatPurchase.Told(sale, earlier, await unit.RepeatPurchasesOf(me.Workspace, sale.Customer), me.Person, unit.Now);
        if (known is not null)
            repeat = repeat with { ToldBy = known.ToldBy, ToldAt = known.ToldAt, Version = known.Version + 1 };
        var behind = await BehindDesk.Name(unit, me, (id, What), sale.Customer, told.Asks ?? await unit.AsksBehind(me.Workspace, id));
        if (behind.IsNothing && known?.After == repeat.After)
            return known;
        unit.Save(repeat, known is null);
        unit.Append("sale.bought-again", id, new { repeat.After, behind.Named, behind.Dropped });
        return repeat;
    }

    /// <summary>It was no repeat purchase.</summary>
    public static async Task Drop(Unit unit, Me me, Id id, int? version)
    {
        var repeat = await unit.RepeatPurchase(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, repeat.Version);
        await BehindDesk.DropAll(unit, (id, What));
        unit.Remove("repeat_purchase", id, repeat.Version);
        unit.Append("sale.not-bought-again", id, new { repeat.After });
    }
}
