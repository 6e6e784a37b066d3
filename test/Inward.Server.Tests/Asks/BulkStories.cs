using System.Text.Json;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>One move for all results of a filter: looked at first, made ask by ask, and taken back within half an hour.</summary>
public abstract class BulkStories(TestHouse house)
{
    [Fact]
    public async Task All_results_are_changed_after_a_look_each_by_its_own_rules_and_taken_back_where_nothing_followed()
    {
        var (gareth, wanda) = (house.Call(Cast.Gareth), house.Call(Cast.Wanda));
        var asks = await Some(Cast.Gareth, "Could you tar plank", 4);
        (await wanda.Post($"asks/{asks[3]}/promise", new { by = Day(3) })).Expect(200);
        (await wanda.Post($"asks/{asks[3]}/delivery")).Expect(200);
        var filter = $"person={Cast.Wanda.Id}&q=tar plank";

        var preview = (await gareth.Post("asks/bulk/preview", new { filter, move = "withdrawal" })).Expect(200);
        (preview["found"].GetInt32(), preview["possible"].GetInt32()).ShouldBe((4, 3));
        preview["skipped"][0].GetProperty("asks")[0].GetProperty("id").GetString().ShouldBe(asks[3]);
        (await States(gareth, asks)).ShouldBe(["requested", "requested", "requested", "delivered"], "nothing was changed yet");
        (await gareth.Post("asks/bulk", new { filter, move = "withdrawal", expect = 5 })).Expect(422)["errors"].GetProperty("expect")[0].GetString()!.ShouldContain("4 asks now, where you saw 5");
        (await wanda.Post("asks/bulk/preview", new { filter = "q=tar plank", move = "withdrawal" })).Expect(200)["possible"].GetInt32().ShouldBe(0);

        var bulk = (await gareth.Post("asks/bulk", new { filter, move = "withdrawal", text = "The boat is sold", expect = 4 })).Expect(201).Id;
        var result = (await gareth.Get($"asks/bulk/{bulk}")).Expect(200);
        (result["total"].GetInt32(), result["done"].GetInt32(), result["waiting"].GetInt32()).ShouldBe((4, 3, 0));
        result["skipped"][0].GetProperty("why").GetString()!.ShouldContain("delivered and waits");
        (await States(gareth, asks)).ShouldBe(["withdrawn", "withdrawn", "withdrawn", "delivered"]);
        var happenings = (await gareth.Get($"asks/{asks[0]}"))["happenings"].EnumerateArray().Select(h => h.GetProperty("kind").GetString());
        happenings.ShouldBe(["ask.asked", "ask.withdrawn"]);
        (await house.Read(s => s.Count("select count(*) from happening where workspace = @Workspace and kind = 'ask.withdrawn' and request = @bulk", new { Cast.Gareth.Workspace, bulk }))).ShouldBe(3, "one act, one id");

        (await wanda.Get($"asks/bulk/{bulk}")).Expect(404);
        (await wanda.Post($"asks/bulk/{bulk}/undoing")).Expect(404);
        (await wanda.Post($"asks/{asks[1]}/remarks", new { text = "A pity" })).Expect(200);
        var undone = (await gareth.Post($"asks/bulk/{bulk}/undoing")).Expect(200);
        undone = (await gareth.Get($"asks/bulk/{bulk}")).Expect(200);
        undone["undone"].GetInt32().ShouldBe(2);
        undone["left"][0].GetProperty("asks")[0].GetProperty("id").GetString().ShouldBe(asks[1], "what moved on is named and left");
        undone["left"][0].GetProperty("why").GetString().ShouldBe("It has moved on since.");
        (await States(gareth, asks)).ShouldBe(["requested", "withdrawn", "requested", "delivered"]);
        (await gareth.Post($"asks/bulk/{bulk}/undoing")).Expect(409);
        (await gareth.Get("asks/bulk")).Expect(200).Items[0].GetProperty("id").GetString().ShouldBe(bulk);
    }

    [Fact]
    public async Task It_is_taken_back_for_thirty_minutes_and_no_longer()
    {
        await using var elsewhere = await TestHouse.Open(house.Engine);
        var asks = await Some(Cast.Marta, "Could you sand oar", 2, elsewhere);
        var wanda = elsewhere.Call(Cast.Wanda);
        var early = (await wanda.Post("asks/bulk", new { asks = asks.Take(1), move = "promise" })).Expect(201).Id;
        var late = (await wanda.Post("asks/bulk", new { asks = asks.Skip(1), move = "promise", by = Day(4) })).Expect(201).Id;
        (await States(wanda, asks)).ShouldBe(["promised", "promised"]);
        elsewhere.Clock.MoveOn(TimeSpan.FromMinutes(29));
        (await wanda.Post($"asks/bulk/{early}/undoing")).Expect(200);
        elsewhere.Clock.MoveOn(TimeSpan.FromMinutes(2));
        (await wanda.Post($"asks/bulk/{late}/undoing")).Expect(409)["detail"].GetString()!.ShouldContain("thirty minutes");
        (await States(wanda, asks)).ShouldBe(["requested", "promised"]);
    }

    [Fact]
    public async Task A_word_that_is_no_filter_and_a_move_that_is_none_are_refused()
    {
        var noor = house.Call(Cast.Noor);
        (await noor.Post("asks/bulk", new { filter = "sate=late", move = "acceptance" })).Expect(422)["errors"].GetProperty("filter")[0].GetString()!.ShouldContain("“sate”");
        (await noor.Post("asks/bulk", new { filter = "due=late", move = "thanks" })).Expect(422)["errors"].GetProperty("move")[0].GetString()!.ShouldContain("“thanks”");
        (await noor.Post("asks/bulk", new { filter = "due=late", move = "decline", text = " " })).Expect(422)["errors"].GetProperty("text")[0].GetString()!.ShouldContain("once");
        (await noor.Post("asks/bulk", new { move = "acceptance" })).Expect(422)["errors"].GetProperty("filter")[0].GetString()!.ShouldContain("no ask to change");
        var marta = (await house.Call(Cast.Marta).Post("asks", AnAsk("Not for Noor"))).Expect(201).Id;
        (await noor.Post("asks/bulk", new { asks = new[] { marta }, move = "remarks", text = "Who is there?" })).Expect(422);
    }

    [Fact]
    public async Task On_the_page_the_look_comes_first_and_the_way_back_stands_on_the_result()
    {
        var asks = await Some(Cast.Marta, "Could you varnish rib", 2);
        var wanda = await house.Browse(Cast.Wanda);
        var page = await wanda.Open("/asks?pick=true&q=varnish%20rib&role=performer");
        page = await wanda.Open(page.Find("a[href^='/asks/bulk']")!.GetAttribute("href")!);
        page.Text.ShouldContain("2 asks");
        page = (await wanda.Submit(page, "form.form", new { move = "decline" })).Expect(422);
        page.Find("#text-err").ShouldNotBeNull();
        page = (await wanda.Submit(page, "form.form", new { move = "promise" })).Expect(200);
        page.Find("#preview")!.TextContent.ShouldContain("possible for 2 of 2 asks");
        (await States(house.Call(Cast.Wanda), asks)).ShouldBe(["requested", "requested"]);
        page = (await wanda.Submit(page, "#preview form")).Expect(200);
        page.Text.ShouldContain("2 of 2 asks changed");
        page = (await wanda.Submit(page, "form[action$=undo]")).Expect(200);
        page.Text.ShouldContain("2 of 2 asks taken back");
        page.Find("form[action$=undo]").ShouldBeNull();
        (await States(house.Call(Cast.Wanda), asks)).ShouldBe(["requested", "requested"]);
        (await (await house.Browse(Cast.Noor)).Open(page.Path)).Expect(404);
    }

    [Fact]
    public async Task What_a_request_leaves_a_job_goes_on_with_and_no_unit_holds_up_the_others()
    {
        await using var elsewhere = await TestHouse.Open(house.Engine);
        var asks = await Some(Cast.Marta, "Could you count nail", 120, elsewhere);
        var bulk = await elsewhere.Store.Write(new Act(Cast.Wanda.Workspace, Cast.Wanda.Id, elsewhere.Clock.GetUtcNow(), "api"), async unit =>
            (await BulkDesk.Make(unit, (await Inward.Server.House.Keys.Of(unit, Cast.Wanda.Workspace, Cast.Wanda.Id, unit.Now))!, new BulkAsked("role=performer", Move: "promise"))).Id);
        var wanda = elsewhere.Call(Cast.Wanda);
        (await wanda.Get($"asks/bulk/{bulk}")).Expect(200)["waiting"].GetInt32().ShouldBe(120);
        elsewhere.Clock.MoveOn(TimeSpan.FromSeconds(6));
        await elsewhere.DoJobs();
        (await wanda.Get($"asks/bulk/{bulk}")).Expect(200)["done"].GetInt32().ShouldBe(120);
        (await States(wanda, asks)).Distinct().ShouldBe(["promised"]);
        (await elsewhere.Read(s => s.Count("select count(*) from job where workspace = @Workspace and kind = 'notice' and due_at > @now", new { Cast.Wanda.Workspace, now = elsewhere.Clock.GetUtcNow().AddMinutes(29) })))
            .ShouldBe(1, "one letter for all of it, once it cannot be taken back any more");
    }

    [Fact]
    public async Task At_a_terminal_it_is_looked_at_made_and_taken_back()
    {
        var helen = new Terminal(house.Address.ToString(), Cast.Helen.Token);
        var asks = await Some(Cast.Helen, "Could you polish brass", 2);
        (await helen.Type("asks", "--state", "requested,blocked", "--any", "due:late", "--any", "person:Wanda Lorenz")).Expect(0).Said.ShouldContain("polish brass 1");
        (await helen.Type("asks", "--any", "late")).Expect(2).Complained.ShouldContain("no pair such as due:late");
        (await helen.Type("bulk", "preview", "withdrawal", "--person", "Wanda Lorenz", "--q", "brass")).Expect(0).Said.ShouldBe("2 of 2 asks would be changed.\n");
        (await helen.Type("bulk", "make", "withdrawal", "--q", "brass", "--expect", "3")).Expect(1).Complained.ShouldContain("There are 2 asks now");
        var made = await helen.Json("bulk", "make", "withdrawal", "--person", "Wanda Lorenz", "--q", "brass", "--text", "Sold", "--expect", "2");
        made.GetProperty("done").GetInt32().ShouldBe(2);
        (await helen.Type("bulk", "undo", made.GetProperty("id").GetString()!)).Expect(0);
        (await helen.Type("bulk", "show", made.GetProperty("id").GetString()!)).Expect(0).Said.ShouldContain("0 of 2 asks changed, 0 waiting, 2 taken back");
        (await States(house.Call(Cast.Helen), asks)).ShouldBe(["requested", "requested"]);
        (await helen.Type("bulk")).Expect(0).Said.ShouldContain("withdrawal");
    }

    private static string Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days).ToString("O");

    private static object AnAsk(string what) => new
    {
        what, performer = Cast.Wanda.Id, reason = "It leaves on Thursday.", effect = "Elin can plan.", conditions = new[] { "A date" }, answerBy = Day(2), neededBy = Day(9),
    };

    private async Task<List<string>> Some(Colleague by, string what, int many, TestHouse? where = null)
    {
        var asks = new List<string>();
        for (var i = 0; i < many; i++)
            asks.Add((await (where ?? house).Call(by).Post("asks", AnAsk($"{what} {i}?"))).Expect(201).Id);
        return asks;
    }

    private static async Task<List<string>> States(Caller who, IEnumerable<string> asks)
    {
        var states = new List<string>();
        foreach (var ask in asks)
            states.Add((await who.Get($"asks/{ask}")).Expect(200)["state"].GetString()!);
        return states;
    }
}

public sealed class BulkOnSqlite(SqliteHouse house) : BulkStories(house), IClassFixture<SqliteHouse>;

public sealed class BulkOnPostgres(PostgresHouse house) : BulkStories(house), IClassFixture<PostgresHouse>;
