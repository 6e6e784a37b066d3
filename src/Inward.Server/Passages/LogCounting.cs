using Inward.House;
using Inward.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>Counts a log into its figures, in the unit that changed it: whoever reads finds them ready.</summary>
public static class LogCounting
{
    public static async Task Count(Unit unit, Id log, LogWords words)
    {
        var done = await unit.One<string>("select done from passage_log where workspace = @Workspace and id = @log", new { unit.Workspace, log });
        var (told, one) = (new Told(done is null ? null : words.Stages.Known(done)), new OneCase());
        await foreach (var (_, passings) in KeptCases.Of(unit, unit.Workspace, log))
        {
            if (one.Fill(passings))
                told.Look(one);
        }
        var cuts = new Cuts(words, told);
        await foreach (var (_, passings) in KeptCases.Of(unit, unit.Workspace, log))
        {
            if (one.Fill(passings))
                cuts.Add(one);
        }
        unit.Write("delete from passage_cut where workspace = @Workspace and log = @log", new { unit.Workspace, log });
        foreach (var cut in cuts.All())
        {
            unit.Keep(log, cut);
            if (cut.By == CutBy.All)
                Sum(unit, log, cut.Figures);
        }
    }

    private static void Sum(Unit unit, Id log, Figures figures) => unit.Write("""
        update passage_log set events = @Passings, cases = @Cases, stages = @stages, first_at = @first, last_at = @last, version = version + 1 where workspace = @Workspace and id = @log
        """, new
    {
        unit.Workspace, log, figures.Cases.Passings, figures.Cases.Cases, stages = figures.Stages.Count,
        first = figures.Cases.Cases == 0 ? (long?)null : figures.Cases.First, last = figures.Cases.Cases == 0 ? (long?)null : figures.Cases.Last,
    });
}
