using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Thanks;

/// <summary>Who contributed to which sale, give and take between two, and thanks between teams: each to those whom it concerns.</summary>
public abstract class SharingStories(Server.Storage.Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(engine);

    private Caller Marta => house.Call(Cast.Marta);

    private static readonly Colleague[] Others = [Cast.Helen, Cast.Gareth, Cast.Priya, Cast.Noor];

    [Fact]
    [Shows("D3")]
    public async Task The_owner_of_a_sale_sees_who_contributed_in_the_order_of_the_chain_and_contributors_their_own_lines()
    {
        await Won("Kestrel");
        var whole = Sale(await Marta.Get("me/statement?year=2026"));
        whole.GetProperty("whole").GetBoolean().ShouldBeTrue();
        Lines(whole).ShouldBe(["Wanda Lorenz: Crate the mixer", "Piotr Nowak: Lend the small fork", "Piotr Nowak: Load the lorry"]);
        whole.GetProperty("lines")[0].GetProperty("deliveredOn").GetString().ShouldBe("2026-11-23");
        Lines(Sale(await house.Call(Cast.Wanda).Get("me/statement?year=2026"))).ShouldBe(["Wanda Lorenz: Crate the mixer"]);
        var own = Sale(await house.Call(Cast.Piotr).Get("me/statement?year=2026"));
        own.GetProperty("whole").GetBoolean().ShouldBeFalse();
        Lines(own).ShouldBe(["Piotr Nowak: Lend the small fork", "Piotr Nowak: Load the lorry"]);
        (await Marta.Get("me/statement?year=2025")).Expect(200)["sales"].GetArrayLength().ShouldBe(0);
        (await Marta.Get("me/statement?year=soon")).Expect(422);
    }

    [Fact]
    public async Task Nobody_reads_another_s_lines_at_any_door()
    {
        await Won("Kestrel");
        foreach (var door in new[] { "me/statement?year=2026", "me/statement/csv?year=2026" })
        {
            (await house.Call(Cast.Wanda).Get(door)).Expect(200).Body.ShouldNotContain("Piotr");
            (await house.Call(Cast.Piotr).Get(door)).Expect(200).Body.ShouldNotContain("Crate the mixer");
            foreach (var other in Others)
                (await house.Call(other).Get(door)).Expect(200).Body.ShouldNotContain("Kestrel");
            // A twin that could fail: the owner does read them there.
            (await Marta.Get(door)).Expect(200).Body.ShouldContain("Piotr");
        }
        foreach (var path in new[] { "/thanks/statement?year=2026", "/thanks/statement.csv?year=2026" })
        {
            (await (await house.Browse(Cast.Wanda)).Open(path)).Expect(200).Html.ShouldNotContain("Piotr");
            foreach (var other in Others)
                (await (await house.Browse(other)).Open(path)).Expect(200).Html.ShouldNotContain("Kestrel");
            (await (await house.Browse(Cast.Marta)).Open(path)).Html.ShouldContain("Piotr");
        }
    }

    [Fact]
    public async Task A_statement_has_no_totals_and_leaves_out_what_is_not_won_or_not_accepted()
    {
        var sale = await Won("Kestrel");
        (await Marta.Post("asks", new { what = "Never answered", performer = Cast.Noor.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9), sale })).Expect(201);
        var customer = (await Marta.Post("customers", new { name = "Lost Cause" })).Expect(201).Id;
        var lost = (await Marta.Post("sales", new { customer, name = "Never", owner = Cast.Marta.Id })).Expect(201).Id;
        await house.Done(Cast.Marta, Cast.Noor, "Check the credit", lost);
        (await Marta.Patch($"sales/{lost}", new { outcome = "lost", closedOn = Day(0) }, "*")).Expect(200);
        var told = (await Marta.Get("me/statement?year=2026")).Expect(200);
        told.Body.ShouldNotContain("Noor");
        told["sales"].GetArrayLength().ShouldBe(1);
        told.Json.EnumerateObject().Select(p => p.Name).ShouldBe(["year", "sales"]);
        told["sales"][0].EnumerateObject().Select(p => p.Name).ShouldBe(["id", "name", "customer", "closedOn", "whole", "lines"]);
    }

    [Fact]
    public async Task A_statement_as_a_file_runs_no_formula()
    {
        await Won("=cmd|' /C calc'!A0", "=1+1, \"crated\"");
        var csv = (await Marta.Get("me/statement/csv?year=2026")).Expect(200).Body;
        csv.ShouldContain("\"'=1+1, \"\"crated\"\"\"");
        csv.ShouldContain(",'=cmd|' /C calc'!A0,");
        csv.Split("\r\n")[0].ShouldBe("Closed,Customer,Sale,Delivered,Colleague,What they did");
    }

    [Fact]
    public async Task Give_and_take_is_for_my_eyes_alone()
    {
        for (var i = 0; i < 3; i++)
            await house.Done(Cast.Marta, Cast.Wanda, $"Crate number {i}");
        await house.Done(Cast.Wanda, Cast.Marta, "Ring the customer");
        var mine = (await Marta.Get($"me/relationships/{Cast.Wanda.Id}/balance")).Expect(200);
        (mine["given"].GetInt32(), mine["taken"].GetInt32(), mine["balance"].GetDouble()).ShouldBe((1, 3, -2 / 6.0));
        mine["says"].GetString().ShouldBe("Within a year you did one thing for Wanda Lorenz, who did 3 things for you. That is about even.");
        (await house.Call(Cast.Wanda).Get($"me/relationships/{Cast.Marta.Id}/balance")).Expect(200)["given"].GetInt32().ShouldBe(3);
        foreach (var path in new[] { $"/people/{Cast.Wanda.Id}", $"/people/{Cast.Wanda.Id}/focus" })
        {
            (await (await house.Browse(Cast.Marta)).Open(path)).Find("#give-and-take")!.TextContent.ShouldContain("you did one thing for Wanda Lorenz");
            foreach (var other in Others)
                (await (await house.Browse(other)).Open(path)).Find("#give-and-take")!.TextContent.ShouldContain("nothing that was asked");
        }
        foreach (var other in Others)
        {
            foreach (var about in new[] { Cast.Marta, Cast.Wanda })
                (await house.Call(other).Get($"me/relationships/{about.Id}/balance")).Expect(200)["given"].GetInt32().ShouldBe(0);
        }
        foreach (var everyone in new[] { $"people/{Cast.Wanda.Id}", $"people/{Cast.Wanda.Id}/brief", "people", "today", "me" })
            (await Marta.Get(everyone)).Body.ShouldNotContain("\"balance\"");
        (await Marta.Get($"me/relationships/{Cast.Marta.Id}/balance")).Expect(422);
        (await Marta.Get($"me/relationships/{Cast.Stranger.Id}/balance")).Expect(404);
        house.Clock.MoveOn(TimeSpan.FromDays(366));
        (await Marta.Get($"me/relationships/{Cast.Wanda.Id}/balance")).Expect(200)["taken"].GetInt32().ShouldBe(0);
    }

    [Fact]
    [Shows("D2")]
    public async Task Thanks_between_teams_are_counted_once_a_quarter_and_small_teams_together()
    {
        (await Marta.Get("thanks/units")).Expect(200)["quarter"].ValueKind.ShouldBe(JsonValueKind.Null);
        Colleague[] all = [Cast.Helen, Cast.Gareth, Cast.Marta, Cast.Wanda, Cast.Piotr, Cast.Birgit, Cast.Noor, Cast.Priya];
        var deeds = new List<string>();
        for (var i = 0; i < all.Length; i++)
            deeds.Add(await house.Done(all[i], all[(i + 3) % all.Length], $"Deed {i}"));
        (await house.Call(all[0]).Post($"asks/{deeds[0]}/thanks", new { text = "For this" })).Expect(201);
        await house.DoJobs();
        (await Marta.Get("thanks/units")).Expect(200)["quarters"].GetArrayLength().ShouldBe(0, "the quarter is not over");
        house.Clock.MoveOn(TimeSpan.FromDays(60));
        await house.DoJobs();
        var by = (await Marta.Get("thanks/units")).Expect(200);
        (by["quarter"].GetString(), by["accepted"].GetInt32(), by["thanked"].GetInt32()).ShouldBe(("2026-Q4", 8, 1));
        by["cells"].GetArrayLength().ShouldBe(1, "no team of these has five who deliver");
        by["cells"][0].GetProperty("units").EnumerateArray().Select(u => u.GetProperty("name").GetString()).ShouldBe(["Finance and Purchasing", "Leadership", "Sales North", "Warehouse"]);
        foreach (var colleague in all)
        {
            by.Body.ShouldNotContain(colleague.Id.ToString());
            by.Body.ShouldNotContain(colleague.Name);
        }
        // What changed between two counts would tell of single people.
        foreach (var due in (await house.Call(all[1]).Get("me/thanks-due")).Items)
            (await house.Call(all[1]).Post($"asks/{due.GetProperty("ask").GetString()}/thanks", new { text = "At last" })).Expect(201);
        house.Clock.MoveOn(TimeSpan.FromDays(200));
        await house.DoJobs();
        (await Marta.Get("thanks/units?quarter=2026-Q4")).Expect(200)["thanked"].GetInt32().ShouldBe(1);
        var page = await (await house.Browse(Cast.Marta)).Open("/thanks/units?quarter=2026-Q4");
        page.Text.ShouldContain("Finance and Purchasing, Leadership, Sales North, Warehouse together");
        (await (await house.Browse(Cast.Marta)).Open("/thanks/units?quarter=then")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Fewer_than_five_are_too_few()
    {
        await house.Done(Cast.Marta, Cast.Wanda, "Crate the mixer");
        house.Clock.MoveOn(TimeSpan.FromDays(60));
        await house.DoJobs();
        var by = (await Marta.Get("thanks/units")).Expect(200);
        (by["quarter"].GetString(), by["accepted"].GetInt32(), by["cells"].GetArrayLength()).ShouldBe(("2026-Q4", 0, 0));
        (await (await house.Browse(Cast.Marta)).Open("/thanks/units")).Text.ShouldContain("Too few to say anything");
    }

    // Wanda crates it with Piotr's help; another day Piotr loads it; then it is won.
    private Task<string> Won(string name, string what = "Crate the mixer") => house.Won(name, what);

    private DateOnly Day(int days) => DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime).AddDays(days);

    private static JsonElement Sale(Answer statement) => statement.Expect(200)["sales"][0];

    private static List<string> Lines(JsonElement sale) => [.. sale.GetProperty("lines").EnumerateArray().Select(l => $"{l.GetProperty("person").GetProperty("name").GetString()}: {l.GetProperty("what").GetString()}")];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await house.DisposeAsync();
    }
}

public sealed class SharingOnSqlite() : SharingStories(Server.Storage.Engine.Sqlite);

public sealed class SharingOnPostgres() : SharingStories(Server.Storage.Engine.Postgres);
