using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Chains;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Lists;
using Inward.Server.Notes;
using Inward.Server.Objectives;
using Inward.Server.Passages;
using Inward.Server.Relationships;
using Inward.Server.Storage;
using Inward.Trash;

namespace Inward.Server.Trash;

/// <summary>What one can do with one's own trash: have something again, or let it go for good.</summary>
public static class TrashDesk
{
    /// <summary>As it was. Its room says where that is not possible any more.</summary>
    public static async Task<Trashed> Restore(Unit unit, Me me, Id id)
    {
        var trashed = await Mine(unit, me, id);
        trashed.CheckRestoring(unit.Now);
        await (trashed.Kind switch
        {
            TrashKind.Draft => AskDesk.Restore(unit, trashed),
            TrashKind.Note => NoteDesk.Restore(unit, trashed),
            TrashKind.View => SavedViews.Restore(unit, me, trashed),
            TrashKind.Journey => JourneyDesk.Restore(unit, trashed),
            TrashKind.Chain => TemplateDesk.Restore(unit, trashed),
            TrashKind.Objective => ObjectiveDesk.Restore(unit, trashed),
            _ => RelationshipDesk.Restore(unit, me, trashed),
        });
        unit.TakeOut(trashed);
        unit.Append("trash.restored", trashed.Record, new { trashed.Kind });
        return trashed;
    }

    public static async Task Delete(Unit unit, Me me, Id id) => unit.EmptyOf(await Mine(unit, me, id));

    /// <summary>For good, with what was kept aside for it.</summary>
    internal static void EmptyOf(this Unit unit, Trashed trashed)
    {
        unit.TakeOut(trashed);
        if (trashed.Kind == TrashKind.Draft)
            unit.Write("delete from ask_file where workspace = @Workspace and ask = @Record", new { trashed.Workspace, trashed.Record });
        if (trashed.Kind == TrashKind.Journey)
        {
            unit.ForgetScoresOf(trashed.Record);
            unit.ForgetPairsOf(trashed.Record);
        }
        unit.Append("trash.emptied", trashed.Record, new { trashed.Kind });
    }

    private static async Task<Trashed> Mine(Unit unit, Me me, Id id)
    {
        var trashed = await unit.Trashed(me.Workspace, id);
        if (trashed is null || trashed.Owner != me.Person)
            throw Rule.NotVisible();
        if (trashed.Kind == TrashKind.Note)
            NoteDesk.CheckScope(me);
        return trashed;
    }
}
