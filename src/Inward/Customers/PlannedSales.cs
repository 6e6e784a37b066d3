using Inward.House;
using Inward.House.Imports;
using Inward.People;

namespace Inward.Customers;

/// <summary>
/// Sets the sales of a file beside those already known: by key, else by customer, name and the day they opened. An empty
/// cell takes nothing away.
/// </summary>
internal sealed class PlannedSales
{
    private readonly Id workspace;
    private readonly PlannedCustomers customers;
    private readonly DateTimeOffset now;
    private readonly Noticings noticed;
    private readonly KnownPeople people;
    private readonly Dictionary<string, Sale> byKey;
    private readonly ILookup<(Id, string, DateOnly?), Sale> byName;
    private readonly Dictionary<Id, (Sale? Before, Sale After, RowAt Row)> planned = [];
    private readonly Dictionary<string, RowAt> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unknownOwners = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<StageInFile> stages = [];
    private readonly DateOnly today;
    private int hopes;

    public PlannedSales(Id workspace, IEnumerable<Sale> known, IReadOnlyList<Person> people, PlannedCustomers customers, DateOnly today, DateTimeOffset now, Noticings noticed)
    {
        (this.workspace, this.customers, this.today, this.now, this.noticed) = (workspace, customers, today, now, noticed);
        this.people = new KnownPeople(people);
        var sales = known.ToList();
        byKey = sales.Where(sale => sale.ExternalKey is not null).ToDictionary(sale => sale.ExternalKey!, StringComparer.Ordinal);
        byName = sales.ToLookup(sale => (sale.Customer, sale.Name.ToLowerInvariant(), sale.OpenedOn));
    }

    /// <summary>How many sales have no customer in the file.</summary>
    public int NotNamed { get; private set; }

    /// <summary>In which stage the sales of the file stand, and since when.</summary>
    public IReadOnlyList<StageInFile> Stages => stages;

    public IReadOnlyList<Change<Sale>> Changes() =>
        [.. planned.Values.Select(plan => CustomerFacts.Sale.Changed(plan.Before, plan.After, [plan.Row]))];

    public void Add(SaleRow row)
    {
        if (row.Key.Length > 0 && !keys.TryAdd(row.Key, row.At))
        {
            noticed.LeaveOut(row.At.File, row.At.Number, new Sentence("The key {0} stands in row {1} already, and one sale has one row.", row.Key, keys[row.Key].Number));
            return;
        }
        var before = row.Key.Length > 0 ? byKey.GetValueOrDefault(row.Key) : null;
        if (CustomerOf(row, before) is not { } customer)
            return;
        before ??= byName[(customer, row.Name.ToLowerInvariant(), row.OpenedOn)].FirstOrDefault(sale => !planned.ContainsKey(sale.Id) && (row.Key.Length == 0 || sale.ExternalKey is null));
        if (before is not null && planned.TryGetValue(before.Id, out var told))
        {
            noticed.LeaveOut(row.At.File, row.At.Number, new Sentence("It is the sale of row {0} once more, and one sale has one row.", told.Row.Number));
            return;
        }
        var start = before ?? new Sale(workspace, Id.New(now), customer, row.Name.Length > 0 ? row.Name : row.Key);
        if (CustomerFacts.Sale.Sound(start, Told(start, row, customer), sale => sale.Checked(), row.At, noticed) is { } sale)
        {
            planned.Add(sale.Id, (before, sale, row.At));
            if (sale.Stage is not null && (row.StageSince is not null || sale.Stage != before?.Stage))
                stages.Add(new StageInFile(before, sale, Since(row, sale)));
        }
    }

    /// <summary>Says once what would be tedious to hear for every row.</summary>
    public void TellSums()
    {
        if (NotNamed > 0)
            noticed.Tell(new Sentence("Sales without a customer: {0}. They stand under “{1}” until someone knows better.", NotNamed, SalesPlan.NotNamed));
        if (hopes > 0)
            noticed.Tell(new Sentence("Open sales with a closing day: {0}. Such a day is a hope and is not kept.", hopes));
        foreach (var (owner, count) in unknownOwners)
            noticed.Tell(new Sentence("Nobody in Inward is “{0}”. Sales imported without their owner: {1}. Import the people first, then this file again.", owner, count));
    }

    private Id? CustomerOf(SaleRow row, Sale? before)
    {
        if (row.Customer.Length > 0 || row.CustomerKey.Length > 0)
            return customers.At(row.CustomerKey, row.Customer, row.At)?.Id;
        NotNamed++;
        return before?.Customer ?? customers.At("", SalesPlan.NotNamed, row.At)?.Id;
    }

    private Sale Told(Sale start, SaleRow row, Id customer)
    {
        var outcome = row.TellsOutcome ? row.Outcome : start.Outcome;
        hopes += outcome == Outcome.Open && row.ClosedOn is not null ? 1 : 0;
        return start with
        {
            Customer = customer,
            Name = row.Name.Length > 0 ? row.Name : start.Name,
            ExternalKey = row.Key.OrNull() ?? start.ExternalKey,
            Value = row.Value ?? start.Value,
            Stage = row.Stage.OrNull() ?? start.Stage,
            Outcome = outcome,
            OpenedOn = row.OpenedOn ?? start.OpenedOn,
            PromisedOn = row.PromisedOn ?? start.PromisedOn,
            ClosedOn = outcome == Outcome.Open ? null : row.ClosedOn ?? start.ClosedOn,
            Owner = OwnerOf(row) ?? start.Owner,
        };
    }

    private DateOnly? Since(SaleRow row, Sale sale)
    {
        var wrong = row.StageSince > today ? new Sentence("{0} has not come yet; since when it stands in its stage is not kept.", row.StageSince!.Value)
            : row.StageSince < sale.OpenedOn ? new Sentence("It cannot stand in its stage since {0}, before it was opened; that day is not kept.", row.StageSince!.Value) : null;
        if (wrong is not null)
            noticed.Tell(row.At.File, row.At.Number, wrong);
        return wrong is null ? row.StageSince : null;
    }

    private Id? OwnerOf(SaleRow row)
    {
        if (row.Owner.Length == 0)
            return null;
        if (people.ByAnything(row.Owner) is { } owner)
            return owner.Id;
        unknownOwners[row.Owner] = unknownOwners.GetValueOrDefault(row.Owner) + 1;
        return null;
    }
}
