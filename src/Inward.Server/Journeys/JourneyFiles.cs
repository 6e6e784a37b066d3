using System.Globalization;
using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>A journey as a file: CSV for a spreadsheet, Markdown for whoever writes about it.</summary>
public static class JourneyFiles
{
    private static readonly string[] Columns = ["journey", "segment", "place", "stage", "customerValue", "ourValue", "weight", "control", "teams", "people", "openSales", "sales"];

    public static void MapPages(WebApplication app)
    {
        app.MapGet("/journeys/{id}/csv", (HttpContext http, Store store, TimeProvider clock, Id id) => Csv(store, http.Me()!, id, http.Me()!.Today(clock.GetUtcNow()))).ExcludeFromDescription();
        app.MapGet("/journeys/{id}/markdown", (HttpContext http, Store store, TimeProvider clock, Id id) => Markdown(store, http.Me()!, id, http.Me()!.Today(clock.GetUtcNow()), http.Tongue())).ExcludeFromDescription();
    }

    public static void Map(RouteGroupBuilder journeys)
    {
        journeys.MapGet("/{id}/csv", (Door door, Store store, Id id) => Csv(store, door.Me, id, door.Today))
            .WithName("journeyAsCsv").WithSummary("A journey as CSV, a row a stage").Produces<string>(200, "text/csv").ProducesProblem(404);
        journeys.MapGet("/{id}/markdown", (Door door, Store store, Id id) => Markdown(store, door.Me, id, door.Today, door.T))
            .WithName("journeyAsMarkdown").WithSummary("A journey as Markdown, in the reader's language").Produces<string>(200, "text/markdown").ProducesProblem(404);
    }

    private static async Task<IResult> Csv(Store store, Me me, Id id, DateOnly today)
    {
        var seen = await store.Read(session => JourneySeen.One(session, me, id, today));
        var text = new StringBuilder("\uFEFF").Append(Row(Columns));
        foreach (var row in seen.Stages)
        {
            text.Append(Row([
                seen.Journey.Name, seen.Journey.Segment ?? "", Text(row.Place), row.Stage.Name, Text(row.Stage.CustomerValue), Text(row.Stage.OurValue), Text(row.Stage.Weight),
                row.Stage.Control?.ToString().ToLowerInvariant() ?? "", string.Join("; ", row.Teams.Select(team => team.Name)), string.Join("; ", row.People.Select(person => person.Name)),
                Text(row.Sales.Open), Text(row.Sales.All)]));
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "journey.csv");
    }

    private static async Task<IResult> Markdown(Store store, Me me, Id id, DateOnly today, Tongue t)
    {
        var seen = await store.Read(session => JourneySeen.One(session, me, id, today));
        string[] heads = [t["Stage"], t["Value to the customer"], t["Value to us"], t["Weight"], t["Control"], t["Teams and people"], t["Open sales"]];
        var text = new StringBuilder($"# {Plain(t.Stage(seen.Journey.Name))}\n\n{Plain(seen.Journey.Segment is { } segment ? t["for {0}", segment] : t["for every customer"])}\n\n");
        text.Append($"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => " --- |"))}\n");
        foreach (var row in seen.Stages)
        {
            string[] cells = [
                $"{row.Place}. {Plain(t.Stage(row.Stage.Name))}", Text(row.Stage.CustomerValue), Text(row.Stage.OurValue), Text(row.Stage.Weight),
                row.Stage.Control is { } control ? t[StageForm.Controls[(int)control].Word] : "", Plain(string.Join(", ", row.Teams.Select(team => team.Name).Concat(row.People.Select(person => person.Name)))), Text(row.Sales.Open)];
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/markdown; charset=utf-8", "journey.md");
    }

    private static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(House.Csv.Cell)) + "\r\n";

    private static string Text(IFormattable? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString(null, CultureInfo.InvariantCulture),
    };

    // What somebody typed makes no table, link or tag.
    private static string Plain(string typed)
    {
        var text = new StringBuilder();
        foreach (var letter in typed.ReplaceLineEndings(" "))
            text.Append("\\`*_[]<>|#".Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : letter.ToString());
        return text.ToString();
    }
}
