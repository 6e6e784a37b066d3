namespace Inward.House.Imports;

/// <summary>
/// Reads the rows of an import through its map. Files are opened by name, as often as needed; null is the file handed in.
/// </summary>
public sealed class Mapping(ImportMap map, Func<string?, Table> open, Noticings noticed)
{
    /// <summary>The most characters that the rows of one import may hold together; what no field takes is not counted.</summary>
    public const int MostText = 64 * 1024 * 1024;

    private long text;

    public IEnumerable<MappedRow> Rows() => map.Tables.SelectMany(RowsOf);

    private IEnumerable<MappedRow> RowsOf(TableMap tableMap)
    {
        var table = open(tableMap.File);
        var reading = new SourceReading(table, file => open(file), noticed);
        var fields = tableMap.Fields.Select(field => (Name: field.Key, Read: reading.Of(field.Value))).ToArray();
        var places = fields.Index().ToDictionary(field => field.Item.Name, field => field.Index, StringComparer.Ordinal);
        var passes = tableMap.Only.Select(only => Passes(only, tableMap.File, reading)).ToList();
        foreach (var row in table.ReadableRows(noticed, map.Kind.IsStream ? long.MaxValue : Table.MostRows))
        {
            if (passes.TrueForAll(pass => pass(row.Cells)))
            {
                var values = new string[fields.Length];
                for (var at = 0; at < values.Length; at++)
                    values[at] = tableMap.Values.Count == 0 ? fields[at].Read(row.Cells) : Instead(tableMap, fields[at].Name, fields[at].Read(row.Cells));
                if (!map.Kind.IsStream && (text += values.Sum(value => (long)value.Length)) > MostText)
                    throw Rule.Invalid("file", new Sentence("“{0}” holds more text than one import takes. Split it and import the parts one after the other.", table.File));
                TellUnreadable(table.File, row.Number, values);
                yield return new MappedRow(table.File, row.Number, places, values);
            }
        }
    }

    private static string Instead(TableMap tableMap, string field, string value) =>
        tableMap.Values.TryGetValue(field, out var words)
            && words.FirstOrDefault(word => word.Key.Says(value)) is { Key: not null } found
            ? found.Value
            : value;

    private Predicate<IReadOnlyList<string>> Passes(Only only, string? file, SourceReading reading)
    {
        var cell = reading.CellOf(only.Column);
        switch (only)
        {
            case Only.Is wanted:
                return cells => cell(cells).Says(wanted.Word);
            case Only.IsNot unwanted:
                return cells => !cell(cells).Says(unwanted.Word);
            default:
                var latest = LatestOf(only.Column, file);
                noticed.Tell(new Sentence("Only the rows where {0} is {1} are read, the latest of the file.", only.Column, latest));
                return cells => cell(cells).Says(latest);
        }
    }

    // One pass more over the file, rather than all of its snapshots in memory.
    private string LatestOf(string column, string? file)
    {
        var unheard = new Noticings();
        var table = open(file);
        var cell = new SourceReading(table, other => open(other), unheard).CellOf(column);
        return table.ReadableRows(unheard).Select(row => cell(row.Cells)).Max(StringComparer.Ordinal) ?? "";
    }

    private void TellUnreadable(string file, int row, string[] values)
    {
        foreach (var value in values)
        {
            if (value.Contains('\uFFFD', StringComparison.Ordinal))
                noticed.Tell(file, row, new Sentence(
                    "“{0}” holds a character that could not be read; it is kept as �. Saving the file as UTF-8 helps.", value));
        }
    }
}
