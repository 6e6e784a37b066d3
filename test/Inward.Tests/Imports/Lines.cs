using Inward.House.Imports;

namespace Inward.Tests.Imports;

/// <summary>Small tables as tests write them: a line a row, commas between cells, quotes only around a blank.</summary>
internal static class Lines
{
    public static Table Table(string file, string text, Noticings noticed)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray()).ToList();
        return Inward.House.Imports.Table.Of(file, lines[0], lines.Skip(1).Select((cells, at) => new Row(at + 2, cells)), noticed);
    }

    public static List<MappedRow> Rows(ImportMap map, string text, Noticings noticed, Dictionary<string, string>? beside = null) =>
        [.. new Mapping(map, file => Table(file ?? "people.csv", file is null ? text : beside![file], noticed), noticed).Rows()];

    /// <summary>The map that the headers propose.</summary>
    public static ImportMap Proposed(ImportKind kind, string text) =>
        Proposals.For(kind, text[..text.IndexOf('\n', StringComparison.Ordinal)].Split(',')).Map;
}
