namespace Inward.House.Imports;

/// <summary>The columns of days in the rows of an import. Each tells by its own values whether days or months come first.</summary>
public sealed class DayColumns
{
    private readonly Dictionary<(string File, string Field), DayOrder> orders = [];
    private readonly DateOnly today;
    private readonly Noticings noticed;

    public DayColumns(IReadOnlyList<MappedRow> rows, IReadOnlyList<string> fields, DayOrder said, DateOnly today, Noticings noticed)
    {
        (this.today, this.noticed) = (today, noticed);
        foreach (var table in rows.GroupBy(row => row.File, StringComparer.Ordinal))
        {
            foreach (var field in fields)
                orders[(table.Key, field)] = said != DayOrder.Unsaid ? said : OrderOf(table.Key, field, [.. table.Select(row => row[field])]);
        }
    }

    /// <summary>The day in this field; a word that is no day leaves the row out and says so.</summary>
    public bool TryRead(MappedRow row, string field, out DateOnly? day)
    {
        (day, var wrong) = Days.Read(row[field], orders[(row.File, field)], today);
        if (wrong is not null)
            noticed.LeaveOut(row.File, row.Number, new Sentence("{0}: {1}", FieldWords.Of(field), wrong));
        return wrong is null;
    }

    private DayOrder OrderOf(string file, string field, string[] column)
    {
        var order = Days.OrderOf(column);
        if (order == DayOrder.Unsaid && Array.Find(column, Days.IsAmbiguous) is { } unclear)
            noticed.Tell(file, 0, new Sentence(
                "{0}: nothing tells whether “{1}” puts the day or the month first; it is read as month first. Choose the order if that is wrong.", FieldWords.Of(field), unclear));
        return order;
    }
}
