using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Customers;

/// <summary>
/// What importing a file of sales would do, before anything is written. Customers it names and nobody knows are planned
/// with it; a sale without a customer stands under one called "Not named", so that it is counted and can be found.
/// </summary>
public sealed record SalesPlan(
    IReadOnlyList<Change<Customer>> Customers, IReadOnlyList<Change<Sale>> Sales, SalesFigures Figures, IReadOnlyList<Noticed> Noticed)
{
    public const string NotNamed = "Not named";

    /// <summary>In which stage the sales of the file stand, and since when.</summary>
    public IReadOnlyList<StageInFile> Stages { get; init; } = [];

    /// <param name="today">In the workspace's zone; only two-digit years depend on it.</param>
    public static SalesPlan For(
        IEnumerable<MappedRow> rows, ImportMap map, Id workspace, IEnumerable<Customer> customers, IEnumerable<Sale> sales, IReadOnlyList<Person> people,
        DateOnly today, DateTimeOffset now, Noticings noticed)
    {
        MappedRow[] mapped = [.. rows];
        var days = new DayColumns(mapped, SaleRow.Days, map.Dates, today, noticed);
        var plannedCustomers = new PlannedCustomers(workspace, customers, now, noticed);
        var planned = new PlannedSales(workspace, sales, people, plannedCustomers, today, now, noticed);
        foreach (var row in mapped.Select(row => SaleRow.Of(row, days, noticed)).OfType<SaleRow>())
            planned.Add(row);
        planned.TellSums();
        var changes = planned.Changes();
        var figures = new SalesFigures(mapped.Length, noticed.LeftOut.Count(), planned.NotNamed, [.. changes.Select(change => change.After)]);
        return new SalesPlan(plannedCustomers.Changes(), changes, figures, noticed.All) { Stages = planned.Stages };
    }

    /// <summary>The plan in a few sentences, for the top of the preview.</summary>
    public IEnumerable<Sentence> InWords()
    {
        yield return new Sentence("Rows read: {0}; left out: {1}.", Figures.Rows, Figures.LeftOut);
        yield return new Sentence("Sales: {0} new, {1} changed, {2} as they are. Customers: {3} new.",
            Sales.CountOf(Became.Created), Sales.CountOf(Became.Updated), Sales.CountOf(Became.Unchanged), Customers.CountOf(Became.Created));
        yield return new Sentence("Won: {0}, lost: {1}, open: {2}.", Figures.Won, Figures.Lost, Figures.Open);
        if (Figures.Promised > 0)
            yield return new Sentence("Promised for a day: {0}; closed late: {1}; not closed yet: {2}.", Figures.Promised, Figures.Late, Figures.PromisedOpen);
    }
}

/// <summary>A file says in which stage a sale stands.</summary>
/// <param name="Before">The sale as it was known; null for a new one.</param>
/// <param name="Since">Null where the file does not say.</param>
public sealed record StageInFile(Sale? Before, Sale Sale, DateOnly? Since);

/// <summary>The counts of a file of sales, for the preview and to check against other people's counts of the same file.</summary>
public sealed record SalesFigures(int Rows, int LeftOut, int NotNamed, IReadOnlyList<Sale> Sales)
{
    public int Won => Sales.Count(sale => sale.Outcome == Outcome.Won);

    public int Lost => Sales.Count(sale => sale.Outcome == Outcome.Lost);

    public int Open => Sales.Count(sale => sale.Outcome == Outcome.Open);

    public decimal WonValue => Sales.Where(sale => sale.Outcome == Outcome.Won).Sum(sale => sale.Value ?? 0);

    public int Promised => Sales.Count(sale => sale.PromisedOn is not null);

    public int PromisedOpen => Sales.Count(sale => sale is { PromisedOn: not null, ClosedOn: null });

    /// <summary>Closed after the day that was promised.</summary>
    public int Late => Sales.Count(sale => sale.IsLate);

    public IReadOnlyDictionary<string, int> ByStage => Sales.Where(sale => sale.Stage is not null)
        .GroupBy(sale => sale.Stage!, StringComparer.Ordinal).ToDictionary(stage => stage.Key, stage => stage.Count(), StringComparer.Ordinal);
}
