using System.Text;
using CsvHelper;
using Inward.House;
using Inward.House.Imports;

namespace Inward.Server.House.Imports;

/// <summary>
/// Reads a delimited file, row by row in bounded memory: comma, semicolon, tab or bar, whichever it uses; lines ended by
/// LF, CR LF or CR alone; quotes as in RFC 4180. CsvHelper reads, we say in words what it could not.
/// </summary>
public static class CsvFile
{
    /// <summary>A megabyte in one cell is a lost quote or a file inside a file, never a name.</summary>
    public const int LongestCell = 1024 * 1024;

    private const int LongestRow = 8 * LongestCell;

    /// <summary>Opens a table. The stream is opened anew, and closed again, each time its rows are read.</summary>
    public static Table Open(string file, Func<Stream> open, Noticings noticed)
    {
        using var sniffed = open();
        var encoding = TextEncoding.Of(sniffed);
        var header = Rows(open, encoding).FirstOrDefault(row => row.Unreadable is not null || row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
            ?? throw Rule.Invalid("file", new Sentence("“{0}” is empty.", file));
        return header.Unreadable is { } why
            ? throw Rule.Invalid("file", new Sentence("The header of “{0}” cannot be read. {1}", file, why))
            : Table.Of(file, header.Cells, Rows(open, encoding).Where(row => row.Number > header.Number), noticed);
    }

    private static IEnumerable<Row> Rows(Func<Stream> open, Encoding encoding)
    {
        CsvMalformedReason? malformed = null;
        using var reader = CsvReader.Create(open(), new CsvReaderOptions
        {
            Encoding = encoding,
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = LongestRow,
            OnMalformedRecord = record => malformed = record.Reason,
        });
        for (var number = 1; ; number++)
        {
            malformed = null;
            var (cells, unreadable) = Next(reader, () => malformed);
            if (cells is not null || unreadable is not null)
                yield return new Row(number, cells ?? [], unreadable);
            if (cells is null)
                yield break;
        }
    }

    /// <summary>The cells of the next row, or why it has none; neither at the end. Nothing can be read after a row without cells.</summary>
    private static (IReadOnlyList<string>? Cells, Sentence? Unreadable) Next(CsvReader reader, Func<CsvMalformedReason?> malformed)
    {
        try
        {
            if (!reader.Read())
                return (null, null);
            if (malformed() == CsvMalformedReason.UnterminatedQuote)
                return (null, new Sentence("It opens a quote that is never closed, so nothing from here on could be read."));
            var cells = new string[reader.FieldCount];
            for (var field = 0; field < cells.Length; field++)
            {
                if (reader.GetSpan(field).Length > LongestCell)
                    return ([], new Sentence("It has a cell of more than 1 MB."));
                cells[field] = reader.GetString(field);
            }
            return (cells, null);
        }
        catch (CsvFormatException)
        {
            return (null, new Sentence("It is longer than 8 MB, so nothing from here on could be read. A quote that is never closed can cause this."));
        }
    }
}
