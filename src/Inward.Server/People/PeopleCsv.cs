using System.Text;
using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Colleagues as a CSV file, in the columns that an import of people knows by their names: by the filters of their list.</summary>
public static class PeopleCsv
{
    private const int AtOnce = 500;

    private static readonly string[] Columns = ["name", "email", "userName", "key", "title", "team", "lead", "managerEmail", "managerKey", "leftOn"];

    public static void MapPages(WebApplication app) =>
        app.MapGet("/people/csv", (HttpContext http, Store store, TimeProvider clock) =>
            File(store, http.Me()!, http.Request.Query.People(), clock.GetUtcNow())).ExcludeFromDescription();

    public static void Map(RouteGroupBuilder people) =>
        people.MapGet("/csv", (Door door, HttpContext http, Store store, string? q, string? team, string? manager, string? language, string? left, string? any) =>
            File(store, door.Me, http.Request.Query.People(), door.Now))
            .WithName("listPeopleAsCsv").WithSummary("Colleagues as CSV, by the filters of their list, with the company's own fields; it can be imported again").Produces<string>(200, "text/csv");

    // Written as it is read, a few hundred at a time: a company of any size.
    private static async Task<IResult> File(Store store, Me me, PeopleFilter filter, DateTimeOffset now)
    {
        var all = await store.Read(session => session.CompanyFields(me.Workspace));
        var fields = all.FindAll(field => field.IsInUse);
        var sought = await store.Read(session => PeopleSought.Of(session, me.Workspace, filter, all.FindAll(field => field.About == FieldAbout.Person)));
        return Results.Stream(async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            await writer.WriteAsync(Line([.. Columns, .. fields.Select(field => field.Name)]));
            string? after = null;
            do
            {
                var (text, next) = await store.Read(session => Page(session, me, sought, fields, me.Today(now), after));
                await writer.WriteAsync(text);
                after = next;
            }
            while (after is not null);
        }, "text/csv; charset=utf-8", "people.csv");
    }

    private static async Task<(string Text, string? Next)> Page(Session session, Me me, PeopleSought sought, List<CompanyField> fields, DateOnly today, string? after)
    {
        var (rows, next) = await PeopleList.Ask(session, me, sought, today, after, AtOnce);
        var tree = new TeamTree(await session.Teams(me.Workspace));
        var managers = (await session.People(me.Workspace, [.. rows.Select(r => r.Row.Manager).OfType<Id>().Distinct()])).ToDictionary(p => p.Id);
        var text = new StringBuilder();
        foreach (var (row, stays, _, _) in rows)
        {
            var manager = row.Manager is { } led ? managers.GetValueOrDefault(led) : null;
            var values = PersonTable.ValuesIn(row.FieldValues);
            // Whoever is in two teams stands in two rows, as an import reads it.
            foreach (var stay in stays.DefaultIfEmpty())
            {
                text.Append(Line([
                    row.Name, row.Email ?? "", row.UserName ?? "", row.ExternalKey ?? "", row.Title ?? "", stay is null ? "" : tree.PathOf(stay.Team), stay?.Lead == true ? "yes" : "",
                    manager?.Email ?? "", manager?.ExternalKey ?? "", row.LeftOn?.ToString("O") ?? "", .. fields.Select(field => (field.About == FieldAbout.Person ? values : stay is null ? FieldValues.None : tree[stay.Team].Fields)[field.Id] ?? "")]));
            }
        }
        return (text.ToString(), next);
    }

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Csv.Cell)) + "\r\n";
}
