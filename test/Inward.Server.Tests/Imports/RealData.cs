using System.Text.Json.Nodes;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.House.Imports;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>
/// Real files, kept outside of this repository, and figures counted from them by others. Tests that need them are
/// skipped where they are not.
/// </summary>
internal static class RealData
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("INWARD_DATA") ?? Place.InRepository("..", "shared", "data");

    public static JsonNode Answers(string set)
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Folder, "answers.json")), "The real data is not on this machine; INWARD_DATA says where it is.");
        return JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "answers.json")))![set]!;
    }

    public static ImportMap Map(string name) => MapFile.Read(File.ReadAllText(Place.InRepository("docs", "guide", "import-maps", name + ".json")));

    public static string PathOf(string set, string file) => Path.Combine(Folder, set, file);

    public static IEnumerable<string> Maps() => Directory.EnumerateFiles(Place.InRepository("docs", "guide", "import-maps"), "*.json");

    /// <summary>The rows of a file of a set, through a map; other files of the set stand beside it.</summary>
    public static IEnumerable<MappedRow> Rows(string set, string file, ImportMap map, Noticings noticed) =>
        new Mapping(map, beside => Open(set, beside ?? file, noticed), noticed).Rows();

    public static Table Open(string set, string file, Noticings noticed) =>
        CsvFile.Open(file, () => File.OpenRead(Path.Combine(Folder, set, file)), noticed);
}
