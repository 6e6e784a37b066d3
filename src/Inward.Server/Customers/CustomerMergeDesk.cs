using Inward.Customers;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>What merging two customers would do, before anything is written.</summary>
/// <param name="Sales">How many sales move.</param>
/// <param name="Words">How many of their words move.</param>
public sealed record CustomerMergePreview(CustomerMerging Merging, long Sales, long Words);

/// <summary>Makes one of two entries of a customer, and parts them again. Everybody may, as everybody keeps customers up to date.</summary>
public static class CustomerMergeDesk
{
    private const string Kind = "customer";

    /// <summary>What names a customer moves with it: a new room's columns without a word here.</summary>
    private static readonly (string Table, string Column)[] Columns = [.. Check.References.Where(r => r.Names == Kind).Select(r => (r.Table, r.Column))];

    public static async Task<CustomerMergePreview> Preview(Session session, Me me, Id kept, Id? other, Taken taken)
    {
        var merging = (await Both(session, me, kept, other, taken)).Checked();
        var counts = (await session.One<Counts>("""
            select (select count(*) from sale where workspace = @Workspace and customer = @gone) as sales,
              (select count(*) from verbatim where workspace = @Workspace and customer = @gone) as words
            """, new { me.Workspace, gone = merging.Gone.Id }))!;
        return new CustomerMergePreview(merging, counts.Sales, counts.Words);
    }

    /// <param name="read">The versions that were previewed; null stands for whichever there are.</param>
    public static async Task<MergeRow> Merge(Unit unit, Me me, Id kept, Id? other, Taken taken, (int? Kept, int? Gone) read)
    {
        await unit.OneAtATime();
        var merging = (await Both(unit, me, kept, other, taken)).Checked();
        Rule.Fresh(read.Kept, merging.Kept.Version);
        Rule.Fresh(read.Gone, merging.Gone.Version);
        var (id, gone) = (Id.New(unit.Now), merging.Gone.Id);
        unit.Save(merging.Left, isNew: false);
        unit.Save(merging.Merged, isNew: false);
        unit.Keep(Kind, id, (kept, gone), new BothBefore<Customer>(merging.Kept, merging.Merged, merging.Gone));
        var rows = new MergedRows(unit, id, kept, gone);
        foreach (var (table, column) in Columns)
            rows.Move(table, column);
        rows.Rewrite("saved_view", "query");
        unit.Point(Kind, gone, kept);
        unit.Append("customer.merged", kept, new { merge = id, gone, name = merging.Gone.Name });
        return await One(unit, me, id);
    }

    public static async Task<MergeRow> Part(Unit unit, Me me, Id id)
    {
        await unit.OneAtATime();
        var row = await One(unit, me, id);
        row.Merge(me.Workspace).CheckParting(unit.Now);
        await unit.CheckStillOne(me.Workspace, Kind, row);
        var before = await unit.Before<Customer>(me.Workspace, id);
        var (now, gone) = ((await unit.Customer(me.Workspace, row.Kept))!, before.GoneBefore);
        unit.Save(CustomerMerging.Parted(now, before.KeptBefore, before.KeptAfter), isNew: false);
        await CheckKey(unit, gone);
        unit.Save(gone with { Version = gone.Version + 2 }, isNew: false);
        unit.Point(Kind, row.Gone, null);
        var rows = new MergedRows(unit, id, row.Kept, row.Gone);
        foreach (var (table, column) in Columns)
            rows.MoveBack(table, column);
        rows.WriteBack("saved_view", "query");
        unit.Parted(id);
        unit.Append("customer.parted", row.Kept, new { merge = id, gone = row.Gone, name = gone.Name });
        return await One(unit, me, id);
    }

    public static Task<List<MergeRow>> All(Session session, Me me) => session.Merges(me.Workspace, Kind);

    public static Task<MergeRow> One(Session session, Me me, Id id) => session.Merge(me.Workspace, Kind, id);

    private static async Task<CustomerMerging> Both(Session session, Me me, Id kept, Id? other, Taken taken)
    {
        var stays = await session.Customer(me.Workspace, kept) ?? throw Rule.NotVisible();
        var gone = other ?? throw Rule.Invalid("other", "Say which entry is the same customer.");
        return new CustomerMerging(stays, await session.Customer(me.Workspace, gone) ?? throw Rule.Invalid("other", "There is no such customer here.")) { Taken = taken };
    }

    // An import may have given it to another by now.
    private static async Task CheckKey(Unit unit, Customer gone)
    {
        if (gone.ExternalKey is { } key && await unit.Count("select count(*) from customer where workspace = @Workspace and external_key = @key and id <> @Id", new { unit.Workspace, key, gone.Id }) > 0)
            throw Rule.NotNow(new Sentence("The key {0} is another customer's by now.", key));
    }

    private sealed record Counts(long Sales, long Words);
}
