using System.Text;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Ideas;

/// <summary>The list of ideas as a CSV file, by its filters.</summary>
public static class IdeasCsv
{
    private const int AtOnce = 200;

    private static readonly string[] Columns = ["id", "text", "author", "sharedOn", "state", "about", "answerer", "answerBy", "alsoWantedBy", "reason"];

    public static void MapPages(WebApplication app) => app.MapGet("/ideas/csv", (HttpContext http, Store store, TimeProvider clock) =>
        File(store, http.Me()!, IdeaFilter.Typed(http.Request.Query["show"], http.Request.Query["about"], http.Request.Query["wanted"], http.Request.Query["q"]), clock.GetUtcNow())).ExcludeFromDescription();

    public static void Map(RouteGroupBuilder ideas) => ideas.MapGet("/csv", (Door door, Store store, string? show, string? about, string? wanted, string? q) =>
        File(store, door.Me, IdeaFilter.Typed(show, about, wanted, q), door.Now))
        .WithName("listIdeasAsCsv").WithSummary("Ideas as CSV, by the filters of their list").Produces<string>(200, "text/csv").ProducesProblem(422);

    // Written as it is read, a page at a time.
    private static IResult File(Store store, Me me, IdeaFilter filter, DateTimeOffset now) => Results.Stream(async stream =>
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(Columns));
        string? after = null;
        do
        {
            var (rows, next) = await store.Read(session => IdeaList.Ask(session, me, filter, me.Today(now), after, AtOnce));
            foreach (var row in rows)
                await writer.WriteAsync(Line(Cells(row, me)));
            after = next;
        }
        while (after is not null);
    }, "text/csv; charset=utf-8", "ideas.csv");

    private static IEnumerable<string> Cells(IdeaRow row, Me me) =>
    [
        $"{row.Idea.Id}", row.Idea.Text, row.AuthorName, me.Today(row.Idea.At).ToString("O"), $"{row.State}".ToLowerInvariant(), row.About?.Name ?? "", row.AnswererName, row.Idea.DueOn.ToString("O"),
        $"{row.Wanting}", row.Idea.Last?.Reason ?? "",
    ];

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Csv.Cell)) + "\r\n";
}
