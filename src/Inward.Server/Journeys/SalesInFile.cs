using Inward.Customers;
using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>
/// What a file says of the stages in which sales stand becomes passages, and goes with the import when it is taken back. Of a new sale
/// whose file does not say since when, nothing is told; a known one that moved on did so by now.
/// </summary>
internal static class SalesInFile
{
    public static async Task Tell(Unit unit, Id import, IReadOnlyList<StageInFile> stages)
    {
        unit.CountOwnSalesLater();
        var calendar = await unit.CalendarOf(unit.Workspace, null);
        var known = (await unit.PassagesOfSales(unit.Workspace)).ToLookup(passage => passage.Sale);
        foreach (var told in stages.Where(told => told.Before is not null || told.Since is not null))
        {
            var entered = told.Since is { } day ? calendar.EndOf(day.AddDays(-1)) : unit.Now;
            var line = new SaleLine(told.Before ?? told.Sale with { Stage = null }, new KnownStages([]), known[told.Sale.Id]);
            var stands = line.Passages.Count > 0 && line.Passages[^1] is var last && Stage.Key(last.Stage) == Stage.Key(told.Sale.Stage!) ? last : null;
            if (stands?.EnteredAt is not null)
                continue;
            // Whoever told it live knew better since when; what the file says of today prevails.
            if (line.Passages.Count > 0 && line.Passages[^1].EnteredAt > entered)
                entered = unit.Now;
            if (line.Untold is { } untold && stands is null)
                unit.Save(untold with { Id = Id.New(unit.Now), ToldAt = unit.Now }, isNew: true, import);
            else if (stands is not null && stands != line.Untold)
                unit.Remove(stands);
            unit.Save(new Passage(unit.Workspace, Id.New(unit.Now), told.Sale.Id, told.Sale.Stage!) { EnteredAt = entered, ToldAt = unit.Now }, isNew: true, import);
        }
    }
}
