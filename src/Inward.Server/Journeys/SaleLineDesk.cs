using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>What one can do with the way of a sale. Every member tells it; a sale stands where its last passage says.</summary>
public static class SaleLineDesk
{
    /// <param name="version">Of the sale.</param>
    public static async Task<Passage> Enter(Unit unit, Me me, Id id, int? version, PassageTold told)
    {
        var sale = await Sale(unit, me, id, version);
        var known = await unit.KnownStages(me.Workspace);
        var (journey, word) = known.Meant(null, told.Stage);
        var standing = sale with { Journey = journey ?? (word is null || known.Of(sale.Journey, word) is not null ? sale.Journey : null) };
        var line = new SaleLine(standing, known, await unit.PassagesOf(me.Workspace, id));
        var passage = line.Enter(told with { Stage = word }, me.Person, me.Today, unit.Now);
        var dated = line.Dated(passage);
        if (line.Untold is { } untold && dated is null)
            unit.Save(Known(untold, unit), isNew: true);
        else if (dated is not null && dated != line.Untold)
            unit.Remove(dated);
        unit.Save(passage, isNew: true);
        Touch(unit, line.EndsWith(passage) ? standing with { Stage = passage.Stage } : sale);
        unit.Append("sale.entered", id, new { sale.Name, passage.Stage, passage.EnteredAt, passage.Reason });
        return passage;
    }

    public static async Task<Passage> Correct(Unit unit, Me me, (Id Sale, Id Passage) which, int? version, Func<PassageTimes, PassageTimes> tell)
    {
        var (sale, line, passage) = await Passage(unit, me, which, version);
        var (entered, left) = tell(new PassageTimes(passage.EnteredAt, passage.LeftAt));
        var corrected = line.Corrected(passage, entered, left, me.Today, unit.Now);
        unit.Save(corrected, isNew: false);
        Touch(unit, sale);
        unit.Append("sale.passage-corrected", which.Sale, new { corrected.Stage, corrected.EnteredAt, corrected.LeftAt, before = new { passage.EnteredAt, passage.LeftAt } });
        return corrected;
    }

    /// <summary>A wrong entry goes, and the sale stands where the line ends then.</summary>
    public static async Task TakeBack(Unit unit, Me me, (Id Sale, Id Passage) which, int? version)
    {
        var (sale, line, passage) = await Passage(unit, me, which, version);
        var rest = line.Without(passage, me.Person, unit.Now);
        unit.Remove(passage);
        Touch(unit, line.Passages[^1] == passage ? sale with { Stage = rest.Passages.Count > 0 ? rest.Passages[^1].Stage : null } : sale);
        unit.Append("sale.passage-taken-back", which.Sale, new { passage.Stage, passage.EnteredAt });
    }

    /// <summary>A sale was told whole: where it stands otherwise now, it went there now.</summary>
    /// <param name="before">Null for one that was just opened.</param>
    /// <param name="reason">Why, where it goes back.</param>
    public static async Task Follow(this Unit unit, Sale? before, Sale sale, string? reason)
    {
        if (before is not null && Measured(sale) != Measured(before))
            unit.CountOwnSalesLater();
        if (sale.Stage == before?.Stage || (before is null && sale.OpenedOn is { } opened && opened < DateOnly.FromDateTime(unit.Now.UtcDateTime).AddDays(-1)))
            return;
        var passages = before is null ? [] : await unit.PassagesOf(sale.Workspace, sale.Id);
        var line = new SaleLine((before ?? sale with { Stage = null }) with { Journey = sale.Journey }, await unit.KnownStages(sale.Workspace), passages);
        if (sale.Stage is { } stage)
        {
            var gone = line.GoneTo(stage, reason, unit.Act.Who, unit.Now);
            if (line.Untold is { } untold)
                unit.Save(Known(untold, unit), isNew: true);
            unit.Save(gone, isNew: true);
            unit.CountOwnSalesLater();
        }
        else if (passages is [.., { LeftAt: null, EnteredAt: not null } last])
        {
            unit.Save(last with { LeftAt = unit.Now, Version = last.Version + 1 }, isNew: false);
        }
    }

    // What figures of our own sales depend on.
    private static (string?, Outcome, DateOnly?, DateOnly?, DateOnly?) Measured(Sale sale) => (sale.Stage, sale.Outcome, sale.OpenedOn, sale.PromisedOn, sale.ClosedOn);

    private static Passage Known(Passage untold, Unit unit) => untold with { Id = Id.New(unit.Now), ToldAt = unit.Now };

    // Whatever is told of its way is a change of the sale: two who tell it at once meet here.
    private static void Touch(Unit unit, Sale sale)
    {
        unit.Save(sale with { Version = sale.Version + 1 }, isNew: false);
        unit.CountOwnSalesLater();
    }

    private static async Task<Sale> Sale(Unit unit, Me me, Id id, int? version)
    {
        var sale = await unit.Sale(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, sale.Version);
        return sale;
    }

    private static async Task<(Sale, SaleLine, Passage)> Passage(Unit unit, Me me, (Id Sale, Id Passage) which, int? version)
    {
        var sale = await Sale(unit, me, which.Sale, null);
        var line = await unit.LineOf(sale);
        var passage = line.Passage(which.Passage) ?? throw Rule.NotVisible();
        Rule.Fresh(version, passage.Version);
        return (sale, line, passage);
    }
}

/// <summary>What of a passage can be told otherwise later.</summary>
public sealed record PassageTimes(DateTimeOffset? EnteredAt, DateTimeOffset? LeftAt);
