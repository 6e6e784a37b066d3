using Inward.House;
using Inward.House.Imports;

namespace Inward.Passages;

/// <summary>The columns of moments in a log. Each tells by its first rows whether days or months come first.</summary>
public sealed class MomentColumns
{
    private readonly Dictionary<string, Column> columns;
    private readonly DateOnly today;
    private readonly Noticings noticed;

    public MomentColumns(IReadOnlyList<string> fields, IReadOnlyList<MappedRow> rows, DayOrder said, DateOnly today, Noticings noticed)
    {
        (this.today, this.noticed) = (today, noticed);
        columns = fields.ToDictionary(field => field, field => new Column(said != DayOrder.Unsaid ? said : OrderOf(field, rows)), StringComparer.Ordinal);
    }

    /// <summary>The moment in this field, null where it is empty; words leave the row out.</summary>
    public bool TryRead(MappedRow row, string field, out Moment? moment)
    {
        if (Read(row, field, out moment) is not { } wrong)
            return true;
        noticed.LeaveOut(row.File, row.Number, wrong);
        return false;
    }

    /// <summary>The same where the row counts without it.</summary>
    public bool TryTell(MappedRow row, string field, out Moment? moment)
    {
        if (Read(row, field, out moment) is not { } wrong)
            return true;
        noticed.Tell(row.File, row.Number, wrong);
        return false;
    }

    private Sentence? Read(MappedRow row, string field, out Moment? moment)
    {
        var column = columns[field];
        var text = row[field];
        // Dates of a case stand in each of its rows.
        if (text.Length == 0 || text == column.Last)
        {
            moment = text.Length == 0 ? null : column.Moment;
            return text.Length == 0 ? null : column.Wrong;
        }
        (moment, var wrong) = Moments.Read(text, column.Order, today);
        column.Last = text;
        column.Moment = moment;
        column.Wrong = wrong is null ? null : new Sentence("{0}: {1}", WordOf(field), wrong);
        return column.Wrong;
    }

    private DayOrder OrderOf(string field, IReadOnlyList<MappedRow> rows)
    {
        string[] cells = [.. rows.Select(row => row[field]).Where(cell => cell.Length > 0)];
        var order = Days.OrderOf(cells);
        if (order == DayOrder.Unsaid && Array.Find(cells, Days.IsAmbiguous) is { } unclear)
            noticed.Tell(rows[0].File, 0, new Sentence(
                "{0}: nothing tells whether “{1}” puts the day or the month first; it is read as month first. Choose the order if that is wrong.", WordOf(field), unclear));
        return order;
    }

    private static Sentence WordOf(string field) => field.StartsWith(WideMap.Prefix, StringComparison.Ordinal) ? field[WideMap.Prefix.Length..] : FieldWords.Of(field);

    private sealed class Column(DayOrder order)
    {
        public DayOrder Order => order;

        public string Last { get; set; } = "";
        public Moment? Moment { get; set; }
        public Sentence? Wrong { get; set; }
    }
}
