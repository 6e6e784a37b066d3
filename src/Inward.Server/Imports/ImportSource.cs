using System.Text;
using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Server.House.Imports;

namespace Inward.Server.Imports;

/// <summary>The files of one import, the main one and others that stand beside it and are joined by key, and how they are understood.</summary>
public sealed record ImportSource(ImportKind Kind, string File, IReadOnlyDictionary<string, Func<Stream>> Files, ImportMap Map)
{
    /// <param name="map">As JSON; without one, Inward proposes a map from the headers, and refuses where what is needed is not there.</param>
    /// <param name="fields">The company's own fields, which a column may fill.</param>
    public static ImportSource Of(string kind, string file, IReadOnlyDictionary<string, Func<Stream>> files, string? map, IReadOnlyList<CompanyField>? fields = null)
    {
        var known = FieldColumns.Beside(ImportKind.Named(kind), fields ?? []);
        var source = new ImportSource(known, file, files, new ImportMap(known, []));
        return source with { Map = string.IsNullOrWhiteSpace(map) ? source.Proposed() : source.Given(MapFile.Read(map)) };
    }

    /// <summary>A file on this machine; its neighbours are at hand when the map names them.</summary>
    public static ImportSource OnDisk(string kind, string path, string? map, IReadOnlyList<CompanyField>? fields = null)
    {
        if (!System.IO.File.Exists(path))
            throw new ArgumentException($"There is no file {path}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Of(kind, Path.GetFileName(path), Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f), f => (Func<Stream>)(() => System.IO.File.OpenRead(f)), StringComparer.Ordinal), map, fields);
    }

    /// <summary>Files that were sent; the first is read row by row.</summary>
    public static ImportSource Sent(string kind, IReadOnlyList<(string Name, byte[] Content)> files, string? map, IReadOnlyList<CompanyField>? fields = null) => Of(
        kind, files.Count > 0 ? files[0].Name : throw Rule.Invalid("file", "Choose a file first."),
        files.DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => (Func<Stream>)(() => new MemoryStream(f.Content)), StringComparer.Ordinal), map, fields);

    /// <summary>Reads what is sent, once and without a copy where its length is known.</summary>
    public static async Task<byte[]> Read(Stream sent, long? length, CancellationToken stop)
    {
        using var content = new MemoryStream((int)Math.Min(length ?? 0, Import.LargestUpload));
        await sent.CopyToAsync(content, stop);
        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }

    /// <param name="beside">The name of a file beside the main one; null for the main one.</param>
    public Table Open(string? beside, Noticings noticed)
    {
        var file = beside ?? File;
        var open = Files.TryGetValue(file, out var there) ? there : throw Rule.Invalid("file", new Sentence("“{0}” is missing.", file));
        if (Kind == ImportKind.Events && XesFile.Is(open))
            return XesFile.Open(file, open, noticed);
        return Kind == ImportKind.People && VCardFile.Is(open) ? VCardFile.Open(file, open, noticed) : CsvFile.Open(file, open, noticed);
    }

    /// <summary>What of the files is kept until they are written: of a mail log the columns that are read, and no subject.</summary>
    public ImportSource AsKept()
    {
        if (Kind != ImportKind.Mails)
            return this;
        var table = Open(null, new Noticings());
        var read = Map.Tables[0].Fields.Values.SelectMany(source => source.Columns).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var places = Enumerable.Range(0, table.Headers.Count).Where(at => read.Contains(table.Headers[at])).ToList();
        var kept = new StringBuilder();
        foreach (var cells in table.ReadableRows(new Noticings()).Select(row => row.Cells).Prepend(table.Headers))
            kept.AppendJoin(',', places.Select(at => $"\"{cells[at].Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        var content = Encoding.UTF8.GetBytes(kept.ToString());
        return this with { Files = new Dictionary<string, Func<Stream>>(StringComparer.Ordinal) { [File] = () => new MemoryStream(content) } };
    }

    /// <summary>Which log of events it adds to: as its map says, or else as the file is called.</summary>
    public string LogName()
    {
        var said = Map.Tables[0].Fields.TryGetValue("log", out var log) && log is Source.Text text ? text.Words.Squeezed() : "";
        var name = said.Length > 0 ? said : System.IO.Path.GetFileName(File).Split('.')[0].Squeezed();
        return name.Length is > 0 and <= 200 ? name : throw Rule.Invalid("map", new Sentence("The log needs a name of at most {0} characters.", 200));
    }

    public IEnumerable<MappedRow> Rows(Noticings noticed) => new Mapping(Map, beside => Open(beside, noticed), noticed).Rows();

    private ImportMap Proposed()
    {
        var proposals = Proposals.For(Kind, Open(null, new Noticings()).Headers);
        return proposals.Lacking is { } lacking ? throw Rule.Invalid("map", lacking) : proposals.Map;
    }

    private ImportMap Given(ImportMap map) =>
        map.Kind == Kind ? map : throw Rule.Invalid("map", new Sentence("“{0}” cannot be imported. What can: {1}.", map.Kind.Name, Kind.Name));
}
