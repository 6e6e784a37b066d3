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

    /// <summary>A few people over and over, so that files agree, contradict each other and themselves.</summary>
    public static string AnyPeople(Random random)
    {
        string Any(params string[] words) => words[random.Next(words.Length)];
        var rows = Enumerable.Range(0, random.Next(1, 9)).Select(_ => string.Join(',',
            Any("Ann", "Bob", "Cy", "Dee", "Vacant", "N/D", ""), Any("1", "2", "3", "4", "5", ""), Any("a@x.example", "b@x.example", "c@x.example", "", ""),
            Any("Buyer", "Head", ""), Any("1", "2", "3", "4", "9", "XX", ""), Any("Office", "Office > Stores", "Yard", "Yard > Stores", ""),
            Any("2020-01-01", "2024-05-01", "", "", "soon"), Any("2025-12-31", "9999-01-01", "", ""), Any("yes", "", "")));
        return "name,key,email,title,managerKey,team,from,to,lead\n" + string.Join('\n', rows);
    }
}
