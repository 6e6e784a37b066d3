namespace Inward.House.Imports;

/// <summary>
/// The rows of a table that were left out, as they were, each with its reason in one column more. Corrected, the same file can
/// be imported again: the extra column means nothing to a map. Cells beyond the header follow the reason.
/// </summary>
public static class ErrorRows
{
    public const string Why = "what is wrong";

    /// <summary>The header first. Reads the table once more rather than keeping its rows; none where nothing was left out.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(Table table, IEnumerable<Noticed> noticed, Func<Sentence, string> say)
    {
        var wrong = noticed.Where(one => one.Weight == Weight.LeftOut && one.File == table.File)
            .ToLookup(one => one.Row, one => say(one.Sentence));
        if (wrong.Count == 0)
            yield break;
        yield return [.. table.Headers, Why];
        foreach (var row in table.Rows.Where(row => wrong.Contains(row.Number)))
        {
            var cells = table.Headers.Select((_, at) => at < row.Cells.Count ? row.Cells[at] : "");
            yield return [.. cells, string.Join(' ', wrong[row.Number]), .. row.Cells.Skip(table.Headers.Count)];
        }
    }
}
