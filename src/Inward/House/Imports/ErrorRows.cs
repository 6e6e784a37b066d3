namespace Inward.House.Imports;

/// <summary>A row that was left out, as it was, with each reason.</summary>
public sealed record ErrorRow(IReadOnlyList<string> Cells, IReadOnlyList<Sentence> Why);

/// <summary>
/// The rows of a file that were left out. Corrected, they can be imported again as they are: the column of reasons means nothing to
/// a map. Cells beyond the header follow the reason.
/// </summary>
/// <param name="NotKept">How many rows more there were than are kept.</param>
public sealed record ErrorRows(IReadOnlyList<string> Headers, IReadOnlyList<ErrorRow> Rows, int NotKept)
{
    /// <summary>The most characters of all rows together; a file of which nothing fits must not be kept whole.</summary>
    public const int Longest = 4_000_000;

    private static readonly Sentence Reason = new Sentence("what is wrong");

    /// <summary>Reads the table once more rather than keeping its rows; null where nothing was left out.</summary>
    public static ErrorRows? Of(Table table, IEnumerable<Noticed> noticed)
    {
        var wrong = noticed.Where(one => one.Weight == Weight.LeftOut && one.File == table.File).ToLookup(one => one.Row, one => one.Sentence);
        if (wrong.Count == 0)
            return null;
        var kept = new List<ErrorRow>();
        var (length, notKept) = (0L, 0);
        foreach (var row in table.Rows.Where(row => wrong.Contains(row.Number)))
        {
            length += row.Cells.Sum(cell => (long)cell.Length);
            if (length > Longest)
                notKept++;
            else
                kept.Add(new ErrorRow(row.Cells, [.. wrong[row.Number]]));
        }
        return new ErrorRows(table.Headers, kept, notKept);
    }

    /// <summary>As a table, the header first, each reason in the words that <paramref name="say"/> has for it.</summary>
    public IEnumerable<IReadOnlyList<string>> Told(Func<Sentence, string> say)
    {
        yield return [.. Headers, say(Reason)];
        foreach (var row in Rows)
        {
            var cells = Headers.Select((_, at) => at < row.Cells.Count ? row.Cells[at] : "");
            yield return [.. cells, string.Join(' ', row.Why.Select(say)), .. row.Cells.Skip(Headers.Count)];
        }
        if (NotKept > 0)
            yield return [.. Headers.Select(_ => ""), say(new Sentence("{0} more rows were left out than fit into this file.", NotKept))];
    }
}
