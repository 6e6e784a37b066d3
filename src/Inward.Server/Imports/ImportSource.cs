using Inward.House;
using Inward.House.Imports;
using Inward.Server.House.Imports;

namespace Inward.Server.Imports;

/// <summary>The files of one import: the main one, and others that stand beside it and are joined by key.</summary>
/// <param name="Map">Null: Inward proposes one from the headers.</param>
public sealed record ImportSource(ImportKind Kind, string File, IReadOnlyDictionary<string, Func<Stream>> Files, ImportMap? Map)
{
    /// <summary>A file on this machine; its neighbours are at hand when the map names them.</summary>
    public static ImportSource OnDisk(string kind, string path, string? map)
    {
        if (!System.IO.File.Exists(path))
            throw new ArgumentException($"There is no file {path}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var files = Directory.EnumerateFiles(folder).ToDictionary(f => Path.GetFileName(f), f => (Func<Stream>)(() => System.IO.File.OpenRead(f)), StringComparer.Ordinal);
        return new ImportSource(ImportKind.Named(kind), Path.GetFileName(path), files, map is null ? null : MapFile.Read(map));
    }

    public Table Open(string? beside, Noticings noticed) =>
        CsvFile.Open(beside ?? File, Files.TryGetValue(beside ?? File, out var open) ? open : throw Rule.Invalid("file", new Sentence("“{0}” is missing.", beside ?? File)), noticed);

    /// <summary>The map that was given, or the one that the headers suggest; refused when what is needed is not there.</summary>
    public ImportMap MapOrProposal()
    {
        if (Map is { } given)
            return given.Kind == Kind ? given : throw Rule.Invalid("map", new Sentence("“{0}” cannot be imported. What can: {1}.", given.Kind.Name, Kind.Name));
        var proposals = Proposals.For(Kind, Open(null, new Noticings()).Headers);
        return proposals.Lacking is { } lacking ? throw Rule.Invalid("map", lacking) : proposals.Map;
    }

    public IEnumerable<MappedRow> Rows(ImportMap map, Noticings noticed) => new Mapping(map, beside => Open(beside, noticed), noticed).Rows();
}
