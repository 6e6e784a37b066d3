using System.Text.Json;
using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>Brings files in: understood first, written in one unit with one happening, and taken back as long as nothing has grown on it.</summary>
public static class ImportDesk
{
    /// <summary>Keeps the files and says what they would do. Nothing else is written.</summary>
    public static async Task<Id> Plan(Unit unit, ImportSource source, IReadOnlyDictionary<string, byte[]> files)
    {
        var map = source.MapOrProposal();
        var plan = await ImportPlan.For(unit, unit.Workspace, source, map, unit.Now);
        var id = Keep(unit, source, map, plan);
        foreach (var (name, content) in files)
            unit.Write("insert into import_file (workspace, import, name, content) values (@Workspace, @id, @name, @content)", new { unit.Workspace, id, name, content });
        unit.Append("import.planned", id, new { source.Kind.Name, source.File });
        return id;
    }

    /// <summary>Writes what was planned. The plan is made anew in this unit, so it meets the records as they are now.</summary>
    public static async Task Apply(Unit unit, Id id)
    {
        var import = await unit.Import(id) ?? throw Rule.NotVisible();
        if (import.AppliedAt is not null)
            throw Rule.NotNow("This import has been written already.");
        var source = await unit.SourceOf(import);
        await Apply(unit, id, source, source.Map!);
        unit.Write("delete from import_file where workspace = @Workspace and import = @id", new { unit.Workspace, id });
    }

    /// <summary>Reads a file and writes it at once, as the command line does.</summary>
    public static async Task<(Id Import, ImportPlan Plan)> Bring(Unit unit, ImportSource source)
    {
        var map = source.MapOrProposal();
        var id = Keep(unit, source, map, await ImportPlan.For(unit, unit.Workspace, source, map, unit.Now));
        return (id, await Apply(unit, id, source, map));
    }

    /// <summary>Plans the same files by another map.</summary>
    public static async Task Replan(Unit unit, ImportRow import, ImportSource source)
    {
        if (import.AppliedAt is not null)
            throw Rule.NotNow("This import has been written already.");
        var plan = await ImportPlan.For(unit, unit.Workspace, source, source.Map!, unit.Now);
        unit.Write("update import set map = @map, said = @said, noticed = @noticed, version = version + 1 where workspace = @Workspace and id = @Id",
            new { map = MapFile.Write(source.Map!), said = Json(plan.Said.Select(s => s.ToString())), noticed = Noticed(plan), unit.Workspace, import.Id }, 1);
        unit.Append("import.planned", import.Id, new { import.Kind, import.File });
    }

    private static async Task<ImportPlan> Apply(Unit unit, Id id, ImportSource source, ImportMap map)
    {
        var plan = await ImportPlan.For(unit, unit.Workspace, source, map, unit.Now);
        foreach (var touched in plan.Touched)
        {
            Write(unit, touched);
            unit.Write("insert into import_row (workspace, import, record, kind, before, after) values (@Workspace, @id, @Record, @Kind, @before, @after)",
                new { unit.Workspace, id, touched.Record, touched.Kind, before = touched.Before is null ? null : Json(touched.Before), after = Json(touched.After) });
        }
        var errors = Errors(source, map, plan);
        unit.Write("update import set applied_at = @Now, said = @said, noticed = @noticed, errors = @errors, version = version + 1 where workspace = @Workspace and id = @id",
            new { unit.Now, said = Json(plan.Said.Select(s => s.ToString())), noticed = Noticed(plan), errors, unit.Workspace, id }, 1);
        unit.Append("import.applied", id, new { source.Kind.Name, source.File, records = plan.Touched.Count });
        return plan;
    }

    /// <summary>Takes the import back: what it made goes, what it changed returns, what others have come to need stays and is named.</summary>
    public static async Task<IReadOnlyList<Noticed>> Undo(Unit unit, Id id)
    {
        var import = await unit.Import(id) ?? throw Rule.NotVisible();
        if (import.AppliedAt is null || import.UndoneAt is not null)
            throw Rule.NotNow("There is nothing to take back: this import is not written, or taken back already.");
        var touched = await unit.TouchedBy(id);
        var used = await ImportUses.Since(unit, touched);
        var told = import.Kind == "people"
            ? UndoPeople(unit, PeopleUndo.For(Changes<Person>(touched), Changes<Team>(touched), Changes<Membership>(touched), await ImportPlan.Roster(unit, unit.Workspace), used))
            : UndoSales(unit, SalesUndo.For(Changes<Customer>(touched), Changes<Sale>(touched), await unit.Customers(unit.Workspace), await unit.Sales(unit.Workspace), used));
        unit.Write("update import set undone_at = @Now, noticed = @noticed, version = version + 1 where workspace = @Workspace and id = @id",
            new { unit.Now, noticed = Json(told.Select(n => new NoticedOut(n.File, n.Row, n.Sentence.ToString(), false))), unit.Workspace, id }, 1);
        unit.Append("import.undone", id, new { kept = told.Count });
        return told;
    }

    private static IReadOnlyList<Noticed> UndoPeople(Unit unit, PeopleUndo undo)
    {
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

    private static IReadOnlyList<Noticed> UndoSales(Unit unit, SalesUndo undo)
    {
        foreach (var sale in undo.Sales.PutBack)
            unit.Save(sale with { Version = sale.Version + 1 }, isNew: false);
        foreach (var customer in undo.Customers.PutBack)
            unit.Save(customer with { Version = customer.Version + 1 }, isNew: false);
        Remove(unit, "sale", undo.Sales.Removed.Select(s => s.Id));
        Remove(unit, "customer", undo.Customers.Removed.Select(c => c.Id));
        return undo.Noticed;
    }

    private static void Remove(Unit unit, string table, IEnumerable<Id> ids)
    {
        foreach (var id in ids)
        {
            unit.Write($"delete from {table} where workspace = @Workspace and id = @id", new { unit.Workspace, id });
            unit.Write("delete from audience where workspace = @Workspace and record = @id", new { unit.Workspace, id });
            unit.Forget(id);
        }
    }

    private static void Write(Unit unit, Touched touched)
    {
        var isNew = touched.Before is null;
        switch (touched.After)
        {
            case Person person: unit.Keep(isNew ? person : person with { Version = person.Version + 1 }, isNew); break;
            case Team team: unit.Save(isNew ? team : team with { Version = team.Version + 1 }, isNew); break;
            case Membership stay: unit.Save(stay); break;
            case Customer customer: unit.Save(isNew ? customer : customer with { Version = customer.Version + 1 }, isNew); break;
            case Sale sale: unit.Save(isNew ? sale : sale with { Version = sale.Version + 1 }, isNew); break;
        }
    }

    private static Id Keep(Unit unit, ImportSource source, ImportMap map, ImportPlan plan)
    {
        var id = Id.New(unit.Now);
        unit.Write("""
            insert into import (workspace, id, kind, file, map, by_person, at, said, noticed, version)
            values (@Workspace, @id, @Name, @File, @map, @Who, @Now, @said, @noticed, 1)
            """, new { unit.Workspace, id, source.Kind.Name, source.File, map = MapFile.Write(map), unit.Act.Who, unit.Now, said = Json(plan.Said.Select(s => s.ToString())), noticed = Noticed(plan) });
        return id;
    }

    // The rows that were left out, as a file that can be corrected and brought in again. A cell that begins like a formula is made text.
    private static string Errors(ImportSource source, ImportMap map, ImportPlan plan)
    {
        var text = new System.Text.StringBuilder();
        foreach (var table in map.Tables)
        {
            foreach (var row in ErrorRows.Of(source.Open(table.File, new Noticings()), plan.Noticed, s => s.ToString()))
                text.AppendJoin(',', row.Select(Csv.Cell)).Append("\r\n");
        }
        return text.ToString();
    }

    private static List<Change<T>> Changes<T>(IEnumerable<Touched> touched)
        where T : class => [.. touched.Where(t => t.After is T).Select(t => t.Change<T>())];

    private static string Noticed(ImportPlan plan) => Json(plan.Noticed.Take(2_000).Select(n => new NoticedOut(n.File, n.Row, n.Sentence.ToString(), n.Weight == Weight.LeftOut)));

    private static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), Wire.Json);
}
