using System.Text.Json;
using Inward.Asks;
using Inward.Customers;
using Inward.House;
using Inward.House.Imports;
using Inward.People;
using Inward.Relationships;
using Inward.Server.Asks;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Passages;
using Inward.Server.People;
using Inward.Server.Relationships;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>What an import would do, whichever its kind: the sentences, what was noticed, and each record before and after.</summary>
public sealed record ImportPlan(IReadOnlyList<Sentence> Said, IReadOnlyList<Noticed> Noticed, IReadOnlyList<Touched> Touched)
{
    /// <summary>What a mail log says; it touches no record.</summary>
    public IReadOnlyList<MailsOfDay> Mails { get; init; } = [];

    /// <summary>In which stage the sales of a file stand.</summary>
    public IReadOnlyList<StageInFile> Stages { get; init; } = [];

    /// <summary>How many events a log tells that were not known; they touch no record either.</summary>
    public long Events { get; init; }

    public static async Task<ImportPlan> For(Session session, Id workspace, ImportSource source, DateTimeOffset now)
    {
        if (source.Kind == ImportKind.Events)
            return LogKeeping.Look(source, (await session.CalendarOf(workspace, null)).Today(now));
        var noticed = new Noticings();
        var rows = NotNone(source.Rows(noticed), source, noticed);
        var calendar = await session.CalendarOf(workspace, null);
        var today = calendar.Today(now);
        if (source.Kind == ImportKind.People)
        {
            var plan = PeoplePlan.For(rows, source.Map, await session.Roster(workspace), today, now, noticed);
            return new ImportPlan([.. plan.InWords()], plan.Noticed, [.. Of("team", plan.Teams, t => t.Id), .. Of("person", plan.People, p => p.Id), .. Of("membership", plan.Memberships, m => m.Id)]);
        }
        if (source.Kind == ImportKind.Customers)
        {
            var plan = CustomersPlan.For(rows, workspace, await session.AllCustomers(workspace), now, noticed);
            return new ImportPlan([.. plan.InWords()], plan.Noticed, [.. Of("customer", plan.Customers, c => c.Id)]);
        }
        if (source.Kind == ImportKind.Asks)
        {
            var plan = AsksPlan.For(rows, source.Map, await session.Roster(workspace), await session.AskedBefore(workspace), calendar, now, noticed);
            return new ImportPlan([.. plan.InWords()], plan.Noticed, [.. Of("ask", plan.Asks, a => a.Id)]);
        }
        if (source.Kind == ImportKind.Sales)
        {
            var plan = SalesPlan.For(rows, source.Map, workspace, await session.AllCustomers(workspace), await session.Sales(workspace), await session.AllPeople(workspace), today, now, noticed);
            return new ImportPlan([.. plan.InWords()], plan.Noticed, [.. Of("customer", plan.Customers, c => c.Id), .. Of("sale", plan.Sales, s => s.Id)]) { Stages = plan.Stages };
        }
        if (source.Kind == ImportKind.Mails)
        {
            var plan = MailsPlan.For(rows, source.Map, await session.AllPeople(workspace), await MailContacts.AreOn(session, workspace), today, noticed);
            return new ImportPlan([.. plan.InWords()], plan.Noticed, []) { Mails = plan.Days };
        }
        throw new InvalidOperationException($"No plan for {source.Kind}.");
    }

    /// <summary>The rows that were left out, file by file.</summary>
    public IReadOnlyList<ErrorRows> Errors(ImportSource source) => source.Kind == ImportKind.Mails ? [] :
        [.. source.Map.Tables.Select(table => table.File).Distinct().Select(file => ErrorRows.Of(source.Open(file, new Noticings()), Noticed)).OfType<ErrorRows>()];

    private static IEnumerable<MappedRow> NotNone(IEnumerable<MappedRow> rows, ImportSource source, Noticings noticed)
    {
        var any = false;
        foreach (var row in rows)
        {
            any = true;
            yield return row;
        }
        if (!any && !noticed.LeftOut.Any())
            throw Rule.Invalid("file", new Sentence("“{0}” has no rows to import.", source.File));
    }

    private static IEnumerable<Touched> Of<T>(string kind, IEnumerable<Change<T>> changes, Func<T, Id> id)
        where T : class => changes.Where(c => c.Became != Became.Unchanged).Select(c => new Touched(kind, id(c.After), c.Before, c.After));
}

/// <summary>A record that an import makes or changes.</summary>
public sealed record Touched(string Kind, Id Record, object? Before, object After)
{
    public static Touched Read(string kind, Id record, string? before, string after)
    {
        var type = kind switch { "person" => typeof(Person), "team" => typeof(Team), "membership" => typeof(Membership), "customer" => typeof(Customer), "ask" => typeof(Ask), _ => typeof(Sale) };
        return new Touched(kind, record, before is null ? null : JsonSerializer.Deserialize(before, type, Wire.Json), JsonSerializer.Deserialize(after, type, Wire.Json)!);
    }

    /// <summary>The changes of one kind of record.</summary>
    public static List<Change<T>> Of<T>(IEnumerable<Touched> touched)
        where T : class => [.. touched.Where(t => t.After is T).Select(t => new Change<T>((T?)t.Before, (T)t.After, []))];
}
