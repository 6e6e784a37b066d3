namespace Inward.House.Imports;

/// <summary>How to read a value out of the cells of a row; made once for a table, used for every row.</summary>
public delegate string Reading(IReadOnlyList<string> cells);

/// <summary>Turns sources into readings over the headers of one table; other files are asked for by name, once each.</summary>
internal sealed class SourceReading(Table table, Func<string, Table> other, Noticings noticed)
{
    public Reading Of(Source source) => source switch
    {
        Source.Column column => CellOf(column.Header),
        Source.Text text => WordsOf(text.Words),
        Source.FirstOf first => FirstOf([.. first.Sources.Select(Of)]),
        Source.LookUp lookUp => FoundBy(Of(lookUp.By), Found(lookUp)),
        _ => throw new InvalidOperationException($"No reading for {source}."),
    };

    public Reading CellOf(string header)
    {
        var column = table.Headers.ToList().FindIndex(name => name.Says(header));
        if (column < 0)
            throw Rule.Invalid("map", new Sentence("The map names the column “{0}”, which “{1}” does not have. It has: {2}.",
                header, table.File, string.Join(", ", table.Headers)));
        return cells => cells[column].Trim();
    }

    private Reading WordsOf(string words)
    {
        var pieces = words.Split('{', '}');
        if (pieces.Length % 2 == 0)
            throw Rule.Invalid("map", new Sentence("“{0}” opens a brace that it does not close.", words));
        // Splitting at braces leaves plain words at even places and column names at odd ones.
        var readings = pieces.Select((piece, at) => at % 2 == 0 ? _ => piece : CellOf(piece)).ToArray();
        if (readings.Length == 1)
            return _ => words;
        return cells =>
        {
            var said = Array.ConvertAll(readings, reading => reading(cells));
            return said.Where((_, at) => at % 2 == 1).All(cell => cell.Length == 0) ? "" : string.Concat(said).Squeezed();
        };
    }

    private static Reading FirstOf(Reading[] readings) => cells =>
        readings.Select(reading => reading(cells)).FirstOrDefault(value => value.Length > 0) ?? "";

    private static Reading FoundBy(Reading by, Dictionary<string, string> found) => cells =>
        found.GetValueOrDefault(by(cells), "");

    private Dictionary<string, string> Found(Source.LookUp lookUp)
    {
        var there = other(lookUp.In);
        var reading = new SourceReading(there, other, noticed);
        var match = reading.CellOf(lookUp.Match);
        var take = reading.Of(lookUp.Take);
        var order = lookUp.Latest is { } latest ? reading.CellOf(latest) : _ => "";
        var found = new Dictionary<string, (string Value, string Order)>(StringComparer.Ordinal);
        foreach (var row in there.ReadableRows(noticed))
        {
            var (key, rank) = (match(row.Cells), order(row.Cells));
            if (!found.TryGetValue(key, out var before) || string.CompareOrdinal(rank, before.Order) > 0)
                found[key] = (take(row.Cells), rank);
        }
        return found.ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal);
    }
}
