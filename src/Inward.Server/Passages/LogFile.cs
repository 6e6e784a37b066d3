using Inward.House;
using Inward.House.Imports;
using Inward.Passages;
using Inward.Server.Imports;

namespace Inward.Server.Passages;

/// <summary>A file of events on its way in, and what there is to say about it.</summary>
public sealed class LogFile
{
    // A million rows may be wrong in the same way; nobody reads them all.
    private const int MostNoticed = 20_000;

    private readonly ImportSource source;
    private readonly LogWords words;
    private readonly Noticings noticed = new(MostNoticed);
    private readonly EventReading reading;

    private long cases;
    private int parts;

    public LogFile(ImportSource source, LogWords words, Hands hands, DateOnly today)
    {
        this.words = words;
        this.source = source with { Map = WideMap.Spread(source.Map) };
        reading = new EventReading(source.Map, this.source.Rows(new Noticings(1)), today, words, hands, noticed);
    }

    /// <summary>Fills the open cases; each time it stops they are to be kept and forgotten.</summary>
    public IEnumerable<OpenCases> Into(OpenCases open)
    {
        foreach (var row in source.Rows(noticed))
        {
            reading.Read(row, open);
            if (!open.AreFull)
                continue;
            Counted(open);
            yield return open;
        }
        Counted(open);
        if (reading.Rows == 0 && !noticed.LeftOut.Any())
            throw Rule.Invalid("file", new Sentence("“{0}” has no rows to import.", source.File));
        yield return open;
    }

    public Sentence Says() => parts == 1
        ? new Sentence("Events: {0}, of {1} cases, in {2} stages.", reading.Events, cases, words.Stages.Words.Count)
        : new Sentence("Events: {0}, in {1} stages.", reading.Events, words.Stages.Words.Count);

    public IReadOnlyList<Noticed> Noticed()
    {
        foreach (var sentence in reading.Whole())
            noticed.Tell(source.File, 0, sentence);
        if (noticed.LeftOut.Count() + noticed.More > reading.Rows / 2)
            noticed.Tell(source.File, 0, "More than half of the rows could not be read. Are these the right columns, all through the file?");
        return noticed.More == 0 ? noticed.All : [.. noticed.All, new Noticed(Weight.Told, source.File, 0, new Sentence("And {0} more lines like these.", noticed.More))];
    }

    private void Counted(OpenCases open)
    {
        parts++;
        cases += open.Cases.Count;
    }
}
