using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Thanks;

namespace Inward.Server.Thanks;

/// <summary>What is mine alone about thanks: whom I owe some, give and take, and who contributed to which sale.</summary>
public static class MyThanksApi
{
    /// <param name="Balance">(given − taken) / (given + taken + 2).</param>
    public sealed record BalanceOut(Id Other, int Given, int Taken, double Balance, int Days, string Says);

    public sealed record LineOut(Id Ask, Named Person, string What, DateOnly DeliveredOn);

    /// <param name="Whole">I own the sale; else these are my own lines.</param>
    public sealed record SaleOut(Id Id, string Name, string Customer, DateOnly ClosedOn, bool Whole, IReadOnlyList<LineOut> Lines);

    public sealed record StatementOut(int Year, IReadOnlyList<SaleOut> Sales)
    {
        public static StatementOut Of(YearStatement statement) => new(statement.Year, [.. statement.Sales.Select(s => new SaleOut(s.Id, s.Name, s.CustomerName, s.ClosedOn, s.IsMine,
            [.. s.Lines.Select(l => new LineOut(l.Line.Ask, new Named(l.Line.Person, l.Name), l.Line.What, l.Line.On))]))]);
    }

    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me").WithTags("thanks");
        mine.MapGet("/thanks-due", async (Door door, string? after, string? limit) =>
        {
            var (rows, next) = await door.Read(s => DueThanks.Mine(s, door.Me, after, Cursor.Size(limit)));
            return door.List(rows, next);
        }).WithName("listThanksDue").WithSummary("What was done for me and nobody has thanked for yet").Produces<Listed<DueThanks>>();
        mine.MapGet("/statement", async (Door door, string? year) => Results.Json(StatementOut.Of(await Statement(door, year)), Wire.Json))
            .WithName("readStatement").WithSummary("Who contributed to the sales won in a year: my sales whole, of others' my own lines").Produces<StatementOut>();
        mine.MapGet("/statement/csv", async (Door door, string? year) => Results.Text((await Statement(door, year)).Csv(door.T), "text/csv"))
            .WithName("readStatementAsCsv").WithSummary("The same as CSV").Produces<string>(200, "text/csv");
        mine.MapGet("/relationships/{id}/balance", async (Door door, Id id) => Results.Json(await door.Read(async s =>
        {
            var both = await BetweenTwo.Ask(s, door.Me, id, door.Now);
            var name = (await s.Names(door.Me.Workspace, [id])).GetValueOrDefault(id.ToString(), "");
            return new BalanceOut(id, both.Given, both.Taken, both.Balance, GiveAndTake.Days, string.Join(' ', new[] { both.Counts(name), both.Suggests }.OfType<Sentence>().Select(says => door.T[says])));
        }), Wire.Json)).WithName("readBalance").WithSummary("Give and take between a colleague and me: for my eyes").Produces<BalanceOut>();
    }

    private static Task<YearStatement> Statement(Door door, string? year) => door.Read(s => YearStatement.Ask(s, door.Me, YearStatement.YearOf(year, door.Today)));
}
