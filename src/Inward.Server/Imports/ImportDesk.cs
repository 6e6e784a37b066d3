using Inward.Asks;
using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Server.Accounts;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Passages;
using Inward.Server.People;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>Brings files in: understood first, written in one unit with one happening, and taken back as long as nothing has grown on it.</summary>
public static class ImportDesk
{
    /// <summary>Keeps the files and says what they would do. Nothing else is written.</summary>
    public static async Task<Import> Plan(Unit unit, Me me, ImportSource source)
    {
        Import.CheckKeeper(me.Administrator);
        source = source.AsKept();
        var import = await Look(unit, New(unit, source), source);
        unit.Keep(import.Id, source);
        unit.Append("import.planned", import.Id, new { source.Kind.Name, source.File });
        return import;
    }

    /// <summary>Looks at the same files by another choice of columns.</summary>
    public static async Task<Import> Replan(Unit unit, Me me, Id id, Func<ImportMap, ImportMap> choose)
    {
        var (import, source) = await Planned(unit, me, id);
        import = await Look(unit, import, source with { Map = choose(source.Map) });
        unit.Append("import.planned", id, new { source.Kind.Name, source.File });
        return import;
    }

    /// <summary>Writes what was planned. The plan is made anew in this unit, so it meets the records as they are now.</summary>
    /// <param name="watch">Looks over its shoulder while the files are read.</param>
    public static async Task<Import> Apply(Unit unit, Me me, Id id, Func<ImportSource, ImportSource>? watch = null)
    {
        var (import, source) = await Planned(unit, me, id);
        (import, _) = await Write(unit, import, watch is null ? source : watch(source));
        unit.ForgetFiles(id);
        return import;
    }

    /// <summary>Reads a file and writes it at once, as an operator does.</summary>
    public static Task<(Import Import, ImportPlan Plan)> Bring(Unit unit, ImportSource source) => Write(unit, New(unit, source), source);

    /// <summary>Takes the import back: what it made goes, what it changed returns, what others have come to need stays and is named.</summary>
    public static async Task<Import> Undo(Unit unit, Me me, Id id)
    {
        var import = await ToChange(unit, me, id);
        await unit.OneAtATime();
        var touched = await unit.TouchedBy(id);
        var used = await ImportUses.Since(unit, touched);
        if (import.Kind == ImportKind.Mails)
            await MailContacts.TakeBack(unit, id);
        if (import.Kind == ImportKind.Events)
            await LogKeeping.TakeBack(unit, id);
        var stayed = import.Kind == ImportKind.People ? await UndoPeople(unit, touched, used)
            : import.Kind == ImportKind.Asks ? await UndoAsks(unit, id, touched)
            : import.Kind == ImportKind.Events ? []
            : await UndoSales(unit, id, touched, used);
        var undone = import.Undone(stayed, unit.Now);
        unit.SaveUndone(undone);
        unit.Append("import.undone", id, new { kept = stayed.Count });
        return undone;
    }

    private static Import New(Unit unit, ImportSource source) => new(unit.Workspace, Id.New(unit.Now), source.Kind, source.File, unit.Now) { By = unit.Act.Who, Version = 0 };

    private static async Task<(Import, ImportSource)> Planned(Unit unit, Me me, Id id)
    {
        var import = await ToChange(unit, me, id);
        import.CheckPlanned();
        return (import, await unit.SourceOf(import));
    }

    private static async Task<Import> ToChange(Unit unit, Me me, Id id)
    {
        Import.CheckKeeper(me.Administrator);
        return await unit.ImportToChange(id) is { } import && import.IsShownTo(me.Person) ? import : throw Rule.NotVisible();
    }

    private static async Task<Import> Look(Unit unit, Import import, ImportSource source)
    {
        var plan = await ImportPlan.For(unit, unit.Workspace, source, unit.Now);
        var understood = import.Understood(plan.Said, plan.Noticed);
        unit.Save(understood, source.Map, plan.Errors(source));
        return understood;
    }

    private static async Task<(Import, ImportPlan)> Write(Unit unit, Import import, ImportSource source)
    {
        // Two imports at once would each make what the other is making: whom a name alone tells apart, no index could.
        await unit.OneAtATime();
        var plan = source.Kind == ImportKind.Events
            ? await LogKeeping.Keep(unit, import.Id, source, (await unit.CalendarOf(unit.Workspace, null)).Today(unit.Now))
            : await ImportPlan.For(unit, unit.Workspace, source, unit.Now);
        foreach (var touched in plan.Touched)
        {
            Save(unit, touched);
            unit.Save(import.Id, touched);
        }
        if (plan.Stages.Count > 0)
            await SalesInFile.Tell(unit, import.Id, plan.Stages);
        if (plan.Mails.Count > 0)
            await MailContacts.Keep(unit, import.Id, plan.Mails);
        // Only now, when all are saved: whoever leaves together hands nothing to each other.
        foreach (var left in plan.Touched.Select(t => Left(t, unit.Now)).OfType<Person>())
            await Leaving.Settle(unit, left);
        var applied = import.Understood(plan.Said, plan.Noticed).Applied(unit.Now);
        unit.Save(applied, source.Map, plan.Errors(source));
        unit.Append("import.applied", import.Id, new { source.Kind.Name, source.File, records = plan.Touched.Count + plan.Mails.Count + plan.Events });
        return (applied, plan);
    }

    // Who came and went before Inward knew them has nothing to hand over.
    private static Person? Left(Touched touched, DateTimeOffset now) =>
        touched.After is Person { LeftOn: { } on } person && (touched.Before is Person { LeftOn: null } || (touched.Before is null && on >= DateOnly.FromDateTime(now.UtcDateTime))) ? person : null;

    private static void Save(Unit unit, Touched touched)
    {
        var isNew = touched.Before is null;
        switch (touched.After)
        {
            case Person person: unit.Keep(isNew ? person : person with { Version = person.Version + 1 }, isNew); break;
            case Team team: unit.Save(isNew ? team : team with { Version = team.Version + 1 }, isNew); break;
            case Membership stay: unit.Save(stay); break;
            case Customer customer: unit.Save(isNew ? customer : customer with { Version = customer.Version + 1 }, isNew); break;
            case Ask ask: unit.Save(ask, before: null); break;
            case Sale sale: unit.Save(isNew ? sale : sale with { Version = sale.Version + 1 }, isNew); break;
        }
    }

    private static async Task<IReadOnlyList<Noticed>> UndoPeople(Unit unit, List<Touched> touched, IReadOnlyDictionary<Id, Sentence> used)
    {
        var undo = PeopleUndo.For(Touched.Of<Person>(touched), Touched.Of<Team>(touched), Touched.Of<Membership>(touched), await unit.Roster(unit.Workspace), used);
        foreach (var stay in undo.Memberships.Removed)
            unit.Write("delete from membership where workspace = @Workspace and id = @Id", new { unit.Workspace, stay.Id });
        foreach (var stay in undo.Memberships.PutBack)
            unit.Save(stay);
        foreach (var person in undo.People.PutBack)
            unit.Keep(person with { Version = person.Version + 1 }, isNew: false);
        foreach (var team in undo.Teams.PutBack)
            unit.Save(team with { Version = team.Version + 1 }, isNew: false);
        Remove(unit, "person", undo.People.Removed.Select(p => p.Id));
        Remove(unit, "team", undo.Teams.Removed.Select(t => t.Id));
        return undo.Noticed;
    }

    private static async Task<IReadOnlyList<Noticed>> UndoSales(Unit unit, Id import, List<Touched> touched, IReadOnlyDictionary<Id, Sentence> used)
    {
        var undo = SalesUndo.For(Touched.Of<Customer>(touched), Touched.Of<Sale>(touched), await unit.AllCustomers(unit.Workspace), await unit.Sales(unit.Workspace), used);
        foreach (var sale in undo.Sales.PutBack)
            unit.Save(sale with { Version = sale.Version + 1 }, isNew: false);
        foreach (var customer in undo.Customers.PutBack)
            unit.Save(customer with { Version = customer.Version + 1 }, isNew: false);
        unit.ForgetPassagesOf(import);
        Remove(unit, "sale", undo.Sales.Removed.Select(s => s.Id));
        Remove(unit, "customer", undo.Customers.Removed.Select(c => c.Id));
        return undo.Noticed;
    }

    private static async Task<IReadOnlyList<Noticed>> UndoAsks(Unit unit, Id import, List<Touched> touched)
    {
        var undo = AsksUndo.For(Touched.Of<Ask>(touched), await unit.AsksOf(import));
        Remove(unit, "ask", undo.Removed.Select(ask => ask.Id));
        return undo.Noticed;
    }

    private static void Remove(Unit unit, string table, IEnumerable<Id> ids)
    {
        foreach (var id in ids)
        {
            unit.Write($"delete from {table} where workspace = @Workspace and id = @id", new { unit.Workspace, id });
            unit.Write("delete from audience where workspace = @Workspace and record = @id", new { unit.Workspace, id });
            unit.Forget(id);
            if (table == "sale")
                unit.Write("delete from sale_passage where workspace = @Workspace and sale = @id", new { unit.Workspace, id });
            if (table == "person")
            {
                unit.ForgetValues(id);
                unit.Write("delete from person_photo where workspace = @Workspace and person = @id", new { unit.Workspace, id });
            }
        }
    }
}
