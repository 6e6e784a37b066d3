using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Ideas;
using Inward.Server.Mail;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Asks;

/// <summary>What one can do with asks. Every door comes here, and every move is one happening.</summary>
public static class AskDesk
{
    /// <summary>Keeps a draft, which its requester alone sees.</summary>
    public static async Task<Ask> Keep(Unit unit, Me me, Asking asking)
    {
        await CheckReferences(unit, me, asking);
        var ask = Ask.Draft(me.Workspace, Id.New(unit.Now), me.Person, asking, unit.Now);
        unit.Save(ask, before: null);
        unit.Append("ask.drafted", ask.Id, new { });
        return ask;
    }

    /// <summary>Writes and sends in one go.</summary>
    public static async Task<Ask> Send(Unit unit, Me me, Asking asking)
    {
        await CheckReferences(unit, me, asking);
        var draft = Ask.Draft(me.Workspace, Id.New(unit.Now), me.Person, asking, unit.Now);
        var ask = draft.Do(new Sending(), await unit.Circumstances(me, draft, new Sending())).Ask;
        unit.Save(ask, before: null);
        await ShowToThoseBehind(unit, ask);
        unit.TellOf(ask, null, "ask.asked", unit.Append("ask.asked", ask.Id, asking));
        return ask;
    }

    public static async Task<Ask> Redraft(Unit unit, Me me, Id id, Asking asking, int? version)
    {
        await CheckReferences(unit, me, asking);
        var ask = await Open(unit, me, id, version);
        var redrafted = ask.Redraft(asking, await unit.Circumstances(me, ask, new Sending()));
        unit.Save(redrafted, ask);
        unit.Append("ask.redrafted", id, new { });
        return redrafted;
    }

    /// <summary>Deletes a draft into its writer's trash; its files wait there with it.</summary>
    public static async Task Discard(Unit unit, Me me, Id id, int? version)
    {
        var ask = await Open(unit, me, id, version);
        ask.Discard(await unit.Circumstances(me, ask, null));
        unit.Write("delete from ask where workspace = @Workspace and id = @id", new { unit.Workspace, id }, 1);
        unit.Write("delete from bulk_ask where workspace = @Workspace and ask = @id", new { unit.Workspace, id });
        unit.Write("delete from ask_behind where workspace = @Workspace and ask = @id", new { unit.Workspace, id });
        unit.Forget(id);
        unit.PutInTrash(me.Person, TrashKind.Draft, id, ask.Terms.What, ask);
        unit.Append("ask.discarded", id, new { });
    }

    internal static async Task Restore(Unit unit, Trashed trashed) => unit.Save(await unit.TrashedAs<Ask>(trashed), before: null);

    /// <summary>Makes a move. With <paramref name="version"/>, only if nobody moved since.</summary>
    public static async Task<Ask> Move(Unit unit, Me me, Id id, Move move, int? version = null)
    {
        var ask = await Open(unit, me, id, version);
        return await Made(unit, ask, move, await unit.Circumstances(me, ask, move));
    }

    /// <summary>Takes back what a bulk change made of an ask; false when it has moved on since.</summary>
    public static async Task<bool> PutBack(Unit unit, Me me, Id id, int version, TimeSpan undoFor)
    {
        if (await unit.AskToMove(me, id, undoFor) is not { } ask || ask.Version != version)
            return false;
        await Made(unit, ask, new Undoing(), (await unit.Circumstances(me, ask, new Undoing())) with { UndoFor = undoFor });
        return true;
    }

    private static async Task<Ask> Made(Unit unit, Ask ask, Move move, Circumstances circumstances)
    {
        var id = ask.Id;
        var moved = ask.Do(move, circumstances);
        unit.Save(moved.Ask, ask);
        if (moved.Ask.State == AskState.Draft)
            await HideFromOthers(unit, moved.Ask);
        if (move is Sending)
            await ShowToThoseBehind(unit, moved.Ask);
        if (moved.Child is { } child)
            await SaveChild(unit, moved.Ask, child);
        await ShowChildrenTo(unit, moved.Ask, ask);
        if (move is Delivering)
            unit.DoLater(QuietJob.Name, id, new { }, moved.Ask.QuietAfter(circumstances.Calendar));
        if (move is Accepting)
            await IdeaDesk.CameTrue(unit, moved.Ask);
        unit.TellOf(moved.Ask, ask, move.Happened, unit.Append(move.Happened, id, move));
        return moved.Ask;
    }

    /// <summary>Nobody has confirmed a delivery for ten working days. Looked at when that time has come: much may have happened.</summary>
    public static async Task GoneQuiet(Unit unit, Id id)
    {
        if (await unit.AskUnseen(unit.Workspace, id) is not { State: AskState.Delivered } ask)
            return;
        var circumstances = new Circumstances(null, unit.Now) { Calendar = await unit.CalendarOf(unit.Workspace, ask.Performer) };
        if (ask.QuietAfter(circumstances.Calendar) is var due && due > unit.Now)
        {
            unit.DoLater(QuietJob.Name, id, new { }, due);
            return;
        }
        var quiet = ask.GoneQuiet(circumstances);
        unit.Save(quiet, ask);
        unit.TellOf(quiet, ask, "ask.quiet", unit.Append("ask.quiet", id, new { }));
    }

    /// <summary>A sale has a new owner, who sees its asks from now on.</summary>
    public static async Task SaleOwnerChanged(Unit unit, Id sale, Id owner)
    {
        foreach (var ask in await unit.All<Id>("select id from ask where workspace = @Workspace and sale = @sale and state <> 'draft'", new { unit.Workspace, sale }))
            unit.ShowTo(ask, [new Reader(owner)]);
    }

    private static async Task<Ask> Open(Unit unit, Me me, Id id, int? version)
    {
        var ask = await unit.AskToMove(me, id) ?? throw Rule.NotVisible();
        return version is null || version == ask.Version ? ask : throw Rule.Stale();
    }

    private static async Task SaveChild(Unit unit, Ask parent, Ask child)
    {
        unit.Save(child, before: null);
        if (child.State != AskState.Draft)
            unit.ShowTo(child.Id, parent.Parties.Select(p => new Reader(p)));
        await ShowToThoseBehind(unit, child);
        unit.TellOf(child, null, "ask.asked", unit.Append("ask.asked", child.Id, new { child.Terms.What, child.Performer, child.Team, child.Parent }));
    }

    private static async Task ShowChildrenTo(Unit unit, Ask after, Ask before)
    {
        var arrived = after.Parties.Except(before.Parties).Select(p => new Reader(p)).ToList();
        if (arrived.Count == 0)
            return;
        foreach (var child in await unit.All<Id>("select id from ask where workspace = @Workspace and parent = @Id", new { unit.Workspace, after.Id }))
            unit.ShowTo(child, arrived);
    }

    // The owner of its sale, and whoever had the idea that it carries out.
    private static async Task ShowToThoseBehind(Unit unit, Ask ask)
    {
        if (ask.Sale is { } sale && await unit.One<Id?>("select owner from sale where workspace = @Workspace and id = @sale and owner is not null", new { unit.Workspace, sale }) is { } owner)
            unit.ShowTo(ask.Id, [new Reader(owner)]);
        await IdeaDesk.ShowToAuthor(unit, ask);
    }

    // Sent by a slip and taken back at once: it is a draft again, and nobody else's.
    private static Task HideFromOthers(Unit unit, Ask ask)
    {
        unit.Write("delete from audience where workspace = @Workspace and record = @Id and reader <> @Requester", new { unit.Workspace, ask.Id, ask.Requester });
        unit.Write("update audience set leads = 0 where workspace = @Workspace and record = @Id", new { unit.Workspace, ask.Id });
        return Task.CompletedTask;
    }

    private static async Task CheckReferences(Unit unit, Me me, Asking asking)
    {
        var wrong = new List<Wrong>();
        await Check("verbatim", asking.Verbatim, "These words of a customer are not kept here.");
        await Check("sale", asking.Sale, "There is no such sale here.");
        if (asking.Idea is { } idea && await unit.Idea(me, idea) is null)
            wrong.Add(new Wrong("idea", "There is no such idea that you can see."));
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);

        async Task Check(string record, Id? id, Sentence sentence)
        {
            if (id is not null && await unit.Count($"select count(*) from {record} where workspace = @Workspace and id = @id", new { me.Workspace, id }) == 0)
                wrong.Add(new Wrong(record, sentence));
        }
    }
}
