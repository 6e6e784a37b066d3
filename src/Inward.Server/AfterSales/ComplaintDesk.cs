using Inward.AfterSales;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.AfterSales;

/// <summary>A complaint as somebody tells it: words that are kept already, or words that are kept with it.</summary>
/// <param name="Verbatim">The words that complain, where they are kept already; the rest is left out then.</param>
/// <param name="Asks">The asks that lie behind it.</param>
public sealed record ComplaintTold(Id? Verbatim = null, Id? Customer = null, string? Words = null, string? SaidBy = null, DateOnly? SaidOn = null, string? Stage = null, Id? Sale = null, IReadOnlyList<Id>? Asks = null)
{
    public VerbatimTold AsWords => new(Customer, Words, SaidBy, SaidOn, Stage, Sale);
}

/// <summary>What one can do with a customer's complaint. Everybody keeps it up to date, as they keep the customer's words.</summary>
public static class ComplaintDesk
{
    private const string What = "complaint";

    public static async Task<Complaint> Hear(Unit unit, Me me, ComplaintTold told)
    {
        if (told.Verbatim is { } kept && await unit.Complaint(me.Workspace, kept) is not null)
            throw Rule.NotNow("These words are a complaint already.");
        var words = told.Verbatim is { } known
            ? await unit.Verbatim(me.Workspace, known) ?? throw Rule.Invalid("verbatim", "These words of a customer are not kept here.")
            : await VerbatimDesk.Keep(unit, me, told.AsWords);
        var complaint = new Complaint(me.Workspace, words.Id, me.Person, unit.Now);
        unit.Save(complaint, isNew: true);
        var behind = await BehindDesk.Name(unit, me, (complaint.Id, What), words.Customer, told.Asks ?? []);
        unit.Append("verbatim.complaint-heard", complaint.Id, new { words.Customer, words.Sale, asks = behind.Named });
        return complaint;
    }

    /// <summary>Names the asks behind it; those that I do not see stay.</summary>
    public static async Task<Complaint> NameAsks(Unit unit, Me me, Id id, int? version, IReadOnlyCollection<Id>? asks)
    {
        var complaint = await Fresh(unit, me, id, version);
        var words = (await unit.Verbatim(me.Workspace, id))!;
        var behind = await BehindDesk.Name(unit, me, (id, What), words.Customer, asks ?? throw Rule.Invalid("asks", "Say which asks lie behind it; none is an empty list."));
        if (behind.IsNothing)
            return complaint;
        var next = complaint with { Version = complaint.Version + 1 };
        unit.Save(next, isNew: false);
        unit.Append("verbatim.complaint-asks-named", id, new { behind.Named, behind.Dropped });
        return next;
    }

    public static async Task<Complaint> Settle(Unit unit, Me me, Id id, int? version, string? how)
    {
        var settled = (await Fresh(unit, me, id, version)).Settle(me.Person, how, unit.Now);
        unit.Save(settled, isNew: false);
        unit.Append("verbatim.complaint-put-right", id, new { settled.PutRight!.How });
        return settled;
    }

    public static async Task<Complaint> Reopen(Unit unit, Me me, Id id, int? version)
    {
        var open = (await Fresh(unit, me, id, version)).Reopen();
        unit.Save(open, isNew: false);
        unit.Append("verbatim.complaint-reopened", id, new { });
        return open;
    }

    /// <summary>It was no complaint; the words stay among the customer's words.</summary>
    public static async Task Drop(Unit unit, Me me, Id id, int? version)
    {
        var dropped = (await Fresh(unit, me, id, version)).Dropped();
        await BehindDesk.DropAll(unit, (id, What));
        unit.Remove("complaint", id, dropped.Version);
        unit.Append("verbatim.complaint-dropped", id, new { });
    }

    private static async Task<Complaint> Fresh(Unit unit, Me me, Id id, int? version)
    {
        var complaint = await unit.Complaint(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, complaint.Version);
        return complaint;
    }
}
