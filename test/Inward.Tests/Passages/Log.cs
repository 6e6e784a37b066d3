using Inward.House;
using Inward.House.Imports;
using Inward.Passages;

namespace Inward.Tests.Passages;

/// <summary>A small log, read through its map as a file would be.</summary>
internal sealed class Log
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly OpenCases open = new();

    private Log(string[] lines, ImportMap? map)
    {
        var headers = lines[0].Split(',');
        Table Open(string? file) => new("log.csv", headers, lines.Skip(1).Select((line, at) => new Row(at + 2, line.Split(','))));
        Map = map ?? Proposals.For(ImportKind.Events, headers).Map;
        IEnumerable<MappedRow> Rows(Noticings to) => new Mapping(WideMap.Spread(Map), Open, to).Rows();
        Reading = new EventReading(Map, Rows(new Noticings()), Today, Words, new Hands([1, 2, 3]), Noticed);
        foreach (var row in Rows(Noticed))
            Reading.Read(row, open);
    }

    public ImportMap Map { get; }

    public LogWords Words { get; } = new();

    public Noticings Noticed { get; } = new();

    public EventReading Reading { get; }

    public OneCase this[string @case]
    {
        get
        {
            var one = new OneCase();
            one.Fill(Told(@case)).ShouldBeTrue();
            return one;
        }
    }

    public IReadOnlyList<Passing> Told(string @case) => open.Cases[@case];

    public static Log Of(params string[] lines) => new(lines, null);

    public static Log Of(ImportMap map, params string[] lines) => new(lines, map);

    public IEnumerable<string> Sentences => Noticed.All.Select(one => one.ToString());

    /// <param name="done">The stage that finishes a case, where it is chosen.</param>
    public IReadOnlyList<Cut> Cuts(string? done = null)
    {
        var told = new Told(done is null ? null : Words.Stages.Known(done));
        foreach (var one in open.Cases.Keys)
            told.Look(this[one]);
        var cuts = new Cuts(Words, told);
        foreach (var one in open.Cases.Keys)
            cuts.Add(this[one]);
        return [.. cuts.All()];
    }

    public Figures Figures(string? done = null) => Cuts(done)[0].Figures;

    public StageFigures Stage(string name) => Figures().Stages.Single(stage => stage.Name == name);
}
