using Inward.House;
using Inward.Journeys;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>What people say of a log after it was brought in: which stage finishes a case, and which stage of a journey each activity is.</summary>
public static class LogDesk
{
    /// <summary>Counts the log anew by another finishing stage.</summary>
    /// <param name="done">An activity of the log; null for where most cases stand last.</param>
    public static async Task<EventLog> Finish(Unit unit, Me me, Id id, int? version, string? done)
    {
        if (!me.Administrator)
            throw Rule.NotYours("Only an administrator says which stage finishes a case.");
        var log = await ToChange(unit, me, id, version);
        done = string.IsNullOrEmpty(done) ? null : done;
        var words = await unit.WordsOf(me.Workspace, id);
        if (done is not null && words.Stages.Known(done) is null)
            throw Rule.Invalid("done", new Sentence("The log has no stage “{0}”.", done));
        unit.Write("update passage_log set done = @done where workspace = @Workspace and id = @id", new { unit.Workspace, id, done });
        await LogCounting.Count(unit, id, words);
        unit.Append("passage.finished", id, new { log.Name, done });
        return await unit.EventLog(me.Workspace, id);
    }

    /// <summary>Says which stage of a journey some activities are. Whoever may change the journey may.</summary>
    public static async Task Pair(Unit unit, Me me, Id id, Id journey, int? version, IReadOnlyList<Pair> told)
    {
        var log = await ToChange(unit, me, id, version);
        var seen = await JourneySeen.One(unit, me, journey, me.Today(unit.Now));
        if (!seen.MayChange)
            throw Journey.NotYours();
        var activities = (await unit.WordsOf(me.Workspace, id)).Stages.Words;
        var after = (await unit.PairingOf(me.Workspace, id, journey)).With(told, activities, seen.Journey);
        unit.Save(id, journey, after);
        unit.Write("update passage_log set version = version + 1 where workspace = @Workspace and id = @id and version = @Version", new { unit.Workspace, id, log.Version }, 1);
        unit.Append("passage.paired", id, new { log.Name, journey, pairs = told.Count });
    }

    private static async Task<EventLog> ToChange(Unit unit, Me me, Id id, int? version)
    {
        await unit.OneAtATime();
        var log = await unit.EventLog(me.Workspace, id);
        Rule.Fresh(version, log.Version);
        return log;
    }
}
