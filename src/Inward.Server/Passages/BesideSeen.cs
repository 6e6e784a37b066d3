using Inward.House;
using Inward.Passages;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Passages;

/// <summary>What a journey assumes beside what a log measured, as everybody reads it.</summary>
/// <param name="Activities">All of the log, the one that holds most time first.</param>
public sealed record BesideSeen(EventLog Log, JourneySeen Journey, Pairing Pairing, AssumedAndMeasured Both, IReadOnlyList<StageFigures> Activities)
{
    public static async Task<BesideSeen> Ask(Session session, Me me, Id id, Id journey, DateOnly today)
    {
        var log = await session.EventLog(me.Workspace, id);
        var seen = await JourneySeen.One(session, me, journey, today);
        var figures = await session.FiguresOf(me.Workspace, id, CutBy.All, "") ?? throw Rule.NotVisible();
        var pairing = await session.PairingOf(me.Workspace, id, journey);
        return new BesideSeen(log, seen, pairing, AssumedAndMeasured.Of(seen.Journey, figures, pairing), [.. figures.Stages.OrderByDescending(one => one.Held)]);
    }

    public StageSeen Of(StageCompared compared) => Journey.Stage(compared.Stage.Id)!;
}
