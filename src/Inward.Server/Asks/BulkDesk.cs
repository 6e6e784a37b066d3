using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>A bulk change as somebody asks for it.</summary>
/// <param name="Filter">All results of these filters, as they stand in an address; or else <paramref name="Asks"/>.</param>
/// <param name="Expect">How many asks one has looked at: with another number now, nothing is done.</param>
public sealed record BulkAsked(string? Filter = null, IReadOnlyList<Id>? Asks = null, string? Move = null, string? Text = null, DateOnly? By = null, int? Expect = null);

/// <summary>What a bulk change would do now.</summary>
public sealed record BulkPreview(int Found, int Possible, IReadOnlyList<BulkAsk> Skipped);

/// <summary>One move on many asks: looked at first, made in small units so that nobody waits for it, and taken back within half an hour.</summary>
public static class BulkDesk
{
    /// <summary>As many as others may wait for.</summary>
    private const int AtOnce = 50;

    // Taken back in time; the last of many asks may be reached a little later.
    private static readonly TimeSpan UndoFor = BulkChange.UndoFor + TimeSpan.FromMinutes(15);

    public static async Task<BulkPreview> Preview(Session session, Me me, BulkAsked asked, DateTimeOffset now)
    {
        var change = Change(me, asked, now);
        var found = await Found(session, me, asked, me.Today(now));
        BulkChange.CheckNumber(found.Count, asked.Expect);
        var skipped = new List<BulkAsk>();
        foreach (var some in found.Chunk(500))
        {
            foreach (var ask in await session.Asks(me, some))
            {
                var move = change.On(ask);
                if (Refusal(ask, move, await session.Circumstances(me, ask, move, now)) is { } why)
                    skipped.Add(new BulkAsk(ask.Id, ask.Terms.What, "skipped", why));
            }
        }
        return new BulkPreview(found.Count, found.Count - skipped.Count, skipped);
    }

    /// <summary>Decides which asks it is about. <see cref="Go"/> moves them.</summary>
    public static async Task<BulkChange> Make(Unit unit, Me me, BulkAsked asked)
    {
        var change = Change(me, asked, unit.Now);
        var found = await Found(unit, me, asked, me.Today(unit.Now));
        BulkChange.CheckNumber(found.Count, asked.Expect);
        unit.Save(change, found);
        unit.ShowTo(change.Id, [new Reader(me.Person)]);
        unit.Append("bulk.made", change.Id, new { change.Move, asks = found.Count });
        // Whoever asked begins at once; the job goes on where they stop.
        unit.DoLater(BulkJob.Name, change.Id, new { }, unit.Now + TimeSpan.FromSeconds(5));
        return change;
    }

    public static async Task<BulkChange> Mine(Session session, Me me, Id id) =>
        await session.Bulk(me.Workspace, id) is { } kept && kept.Change.Person == me.Person ? kept.Change : throw Rule.NotVisible();

    /// <summary>Takes it back, ask by ask, but for those that have moved on. What waits still is left as it is.</summary>
    public static async Task<BulkChange> Undo(Unit unit, Me me, Id id)
    {
        var change = (await Mine(unit, me, id)).Undone(unit.Now);
        unit.Write("update bulk set undone_at = @UndoneAt where workspace = @Workspace and id = @Id and undone_at is null", change, 1);
        unit.Write("update bulk_ask set state = case when state = 'done' then 'undoing' else 'undone' end where workspace = @Workspace and bulk = @id and state in ('done', 'waiting')", new { unit.Workspace, id });
        unit.Append("bulk.undone", id, new { });
        unit.DoLater(BulkJob.Name, id, new { }, unit.Now + TimeSpan.FromSeconds(5));
        return change;
    }

    /// <summary>Goes on until nothing is left, or for so long; true when all is done.</summary>
    public static async Task<bool> Go(Store store, TimeProvider clock, Id workspace, Id id, TimeSpan atMost)
    {
        if (await store.Read(session => session.Bulk(workspace, id)) is not { } kept)
            return true;
        for (var begun = clock.GetTimestamp(); clock.GetElapsedTime(begun) < atMost;)
        {
            var act = new Act(workspace, kept.Change.Person, clock.GetUtcNow(), kept.Door, id.ToString()) { Bulk = id };
            if (await store.Write(act, unit => Next(unit, kept.Change)) < AtOnce)
                return true;
        }
        return false;
    }

    private static async Task<int> Next(Unit unit, BulkChange change)
    {
        var next = await unit.NextOf(change.Id, AtOnce);
        var me = next.Count == 0 ? null : await Keys.Of(unit, change.Workspace, change.Person, unit.Now);
        foreach (var (ask, state, version) in next)
        {
            if (state == "undoing")
                await PutBack(unit, me, change, ask, version!.Value);
            else
                await Move(unit, me, change, ask);
        }
        return next.Count;
    }

    // A rule speaks before anything is written: what one ask refuses leaves the others as they are.
    private static async Task Move(Unit unit, Me? me, BulkChange change, Id id)
    {
        try
        {
            var before = me is null ? null : await unit.Ask(me, id);
            var moved = before is null ? throw Rule.NotVisible() : await AskDesk.Move(unit, me!, id, change.On(before));
            unit.Mark(change.Id, id, "done", moved.Version, null);
        }
        catch (BrokenRule why) when (why.Why != Broken.Stale)
        {
            unit.Mark(change.Id, id, "skipped", null, why.Sentence);
        }
    }

    private static async Task PutBack(Unit unit, Me? me, BulkChange change, Id id, int version)
    {
        try
        {
            if (me is not null && await AskDesk.PutBack(unit, me, id, version, UndoFor))
                unit.Mark(change.Id, id, "undone", version, null);
            else
                unit.Mark(change.Id, id, "left", version, "It has moved on since.");
        }
        catch (BrokenRule why) when (why.Why != Broken.Stale)
        {
            unit.Mark(change.Id, id, "left", version, why.Sentence);
        }
    }

    private static Sentence? Refusal(Ask ask, Inward.Asks.Moves.Move move, Circumstances circumstances)
    {
        try
        {
            ask.Do(move, circumstances);
            return null;
        }
        catch (BrokenRule why)
        {
            return why.Sentence;
        }
    }

    private static BulkChange Change(Me me, BulkAsked asked, DateTimeOffset now) =>
        new BulkChange(me.Workspace, Id.New(now), me.Person, (asked.Move ?? "").Trim(), asked.Text, asked.By, now).Checked();

    private static async Task<IReadOnlyList<Id>> Found(Session session, Me me, BulkAsked asked, DateOnly today)
    {
        if (asked.Filter is null)
            return [.. (await session.Asks(me, [.. (asked.Asks ?? []).Distinct().Take(BulkChange.Most + 1)])).Select(a => a.Id)];
        return await AskList.Ids(session, me, FilterAddress.Read(asked.Filter), today, BulkChange.Most + 1);
    }
}
