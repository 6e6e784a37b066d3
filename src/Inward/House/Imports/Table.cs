namespace Inward.House.Imports;

/// <summary>
/// One row of an imported file. <paramref name="Number"/> counts as a spreadsheet does: the header is row 1 and an
/// empty line is a row. A row that could not be read says why and has no cells to rely on.
/// </summary>
public sealed record Row(int Number, IReadOnlyList<string> Cells, Sentence? Unreadable = null);

/// <summary>
/// An imported file: its header and, once through and never all in memory, its rows. Reading it from bytes is the
/// door's work; understanding it is ours.
/// </summary>
public sealed record Table(string File, IReadOnlyList<string> Headers, IEnumerable<Row> Rows)
{
    /// <summary>People who export a million rows want another tool; the limit keeps a preview in memory.</summary>
    public const int MostRows = 200_000;

    /// <summary>A table as wide as this is a matrix of something, not a list of records.</summary>
    public const int MostColumns = 1_000;

    /// <summary>Gives every column a name of its own: an empty header is "#3", a repeated one "Name (2)".</summary>
    public static Table Of(string file, IReadOnlyList<string> header, IEnumerable<Row> rows, Noticings noticed)
    {
        if (header.Count > MostColumns)
            throw Rule.Invalid("file", new Sentence("“{0}” has {1} columns, and at most {2} can be read.", file, header.Count, MostColumns));
        var names = new List<string>(header.Count);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var cell in header)
            names.Add(NameOf(cell.Squeezed(), names.Count + 1, taken, said => noticed.Tell(file, 1, said)));
        return new Table(file, names, rows);
    }

    /// <summary>
    /// The rows that hold something and fit the header, cells padded to its width. What does not fit is left out, in words.
    /// </summary>
    /// <param name="most">How many rows a file may have.</param>
    public IEnumerable<Row> ReadableRows(Noticings noticed, long most = MostRows)
    {
        var read = 0L;
        foreach (var row in Rows)
        {
            if (row.Unreadable is { } why)
                noticed.LeaveOut(File, row.Number, why);
            else if (IsEmpty(row.Cells))
                continue;
            else if (++read > most)
                throw Rule.Invalid("file", new Sentence(
                    "“{0}” has more than {1} rows. Split it and import the parts one after the other.", File, most));
            else if (WhyUnfit(row) is { } unfit)
                noticed.LeaveOut(File, row.Number, unfit);
            else
                yield return row.Cells.Count == Headers.Count ? row : row with { Cells = Fitted(row.Cells) };
        }
    }

    private static string NameOf(string header, int column, HashSet<string> taken, Action<Sentence> tell)
    {
        var name = header.Length > 0 ? header : $"#{column}";
        if (taken.Add(name))
            return name;
        var copy = 2;
        while (!taken.Add($"{name} ({copy})"))
            copy++;
        tell(new Sentence("Two columns are called “{0}”. The later one is read as “{0} ({1})”.", name, copy));
        return $"{name} ({copy})";
    }

    // Loops, not queries: a log of events has millions of rows.
    private static bool IsEmpty(IReadOnlyList<string> cells)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            if (!string.IsNullOrWhiteSpace(cells[at]))
                return false;
        }
        return true;
    }

    private Sentence? WhyUnfit(Row row)
    {
        // Trailing separators without words are how spreadsheets pad; words beyond the header mean a lost quote.
        for (var at = 0; at < row.Cells.Count; at++)
        {
            if (at >= Headers.Count && !string.IsNullOrWhiteSpace(row.Cells[at]))
                return new Sentence("It has {0} cells where the header has {1}.", row.Cells.Count, Headers.Count);
            if (row.Cells[at].Contains('\0', StringComparison.Ordinal))
                return new Sentence("It holds a NUL character, which no text has.");
        }
        return null;
    }

    private IReadOnlyList<string> Fitted(IReadOnlyList<string> cells) =>
        [.. cells.Take(Headers.Count), .. Enumerable.Repeat("", Math.Max(0, Headers.Count - cells.Count))];
}
