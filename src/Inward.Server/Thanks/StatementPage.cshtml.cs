using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Thanks;

/// <summary>Who contributed to which sale of a year, as a page, on paper and as a file.</summary>
public sealed class StatementPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    public YearStatement Statement { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        try
        {
            Statement = await Read(session => YearStatement.Ask(session, Me, YearStatement.YearOf(Year, Today)));
            Year = $"{Statement.Year}";
        }
        catch (BrokenRule mistake) when (mistake.Why == Broken.Invalid)
        {
            Mistake = mistake;
            Response.StatusCode = 422;
            Statement = new YearStatement(Today.Year, []);
        }
    }

    public static void Map(WebApplication app) => app.MapGet("/thanks/statement.csv", async (HttpContext http, Store store, TimeProvider clock, string? year) =>
    {
        var (me, t) = (http.Me()!, http.Tongue());
        var statement = await store.Read(session => YearStatement.Ask(session, me, YearStatement.YearOf(year, me.Today(clock.GetUtcNow()))));
        return Results.File(Encoding.UTF8.GetBytes('\uFEFF' + statement.Csv(t)), "text/csv", $"{t["Who contributed, {0}", statement.Year]}.csv");
    }).ExcludeFromDescription();
}
