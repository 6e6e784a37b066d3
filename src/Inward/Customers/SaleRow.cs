using Inward.House;
using Inward.House.Imports;

namespace Inward.Customers;

/// <summary>What one row of a file of sales says, in our words.</summary>
internal sealed record SaleRow(MappedRow Row, decimal? Value, DateOnly? OpenedOn, DateOnly? PromisedOn, DateOnly? ClosedOn, DateOnly? StageSince)
{
    public static readonly string[] Days = ["openedOn", "from", "promisedOn", "closedOn", "to", "stageSince"];

    public RowAt At => new(Row.File, Row.Number);

    public string Key { get; } = Row["key"].Squeezed();

    public string Name { get; } = Row["name"].Squeezed();

    public string Customer { get; } = Row["customer"].Squeezed();

    public string CustomerKey { get; } = Row["customerKey"].Squeezed();

    public string Owner { get; } = Row["owner"].Squeezed();

    public string Stage { get; } = Row["stage"].Squeezed();

    public Outcome Outcome { get; } = Outcomes.Of(Row["stage"], Row["isClosed"], Row["isWon"], ClosedOn is not null);

    /// <summary>Whether the row says anything at all about how far the sale is.</summary>
    public bool TellsOutcome => Row.Has("stage") || Row.Has("isClosed") || Row.Has("isWon") || Row.Has("closedOn") || Row.Has("to");

    /// <summary>Reads a row, or leaves it out with its reason.</summary>
    public static SaleRow? Of(MappedRow row, DayColumns days, Noticings noticed)
    {
        if (!days.TryRead(row, "openedOn", out var opened) || !days.TryRead(row, "from", out var from)
            || !days.TryRead(row, "promisedOn", out var promised)
            || !days.TryRead(row, "closedOn", out var closed) || !days.TryRead(row, "to", out var to) || !days.TryRead(row, "stageSince", out var since))
            return null;
        var (value, wrong) = Amounts.Read(row["value"].Trim());
        var read = new SaleRow(row, value, opened ?? from, promised, closed ?? to, since);
        wrong ??= read.Name.Length == 0 && read.Key.Length == 0 ? new Sentence("It has no name and no key: no sale to import.") : null;
        if (wrong is not null)
            noticed.LeaveOut(row.File, row.Number, wrong);
        return wrong is null ? read : null;
    }
}
