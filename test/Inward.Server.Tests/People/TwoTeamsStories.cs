using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.People;

/// <summary>Two teams on one page: what each needs of the other, what is open, in the way and thanked, as far as one may see it.</summary>
public abstract class TwoTeamsStories(TestHouse house)
{
    private static readonly string Pair = Cast.SalesNorth.CompareTo(Cast.Warehouse) < 0 ? $"/teams/{Cast.SalesNorth}/with/{Cast.Warehouse}" : $"/teams/{Cast.Warehouse}/with/{Cast.SalesNorth}";

    private Task<Answer> Ask(Colleague by, object? performer, object? team, string what, bool open = false) => house.Call(by).Post("asks", new
    {
        what, performer, team, reason = "It leaves on Thursday.", effect = "Elin can plan.", conditions = new[] { "A date" }, answerBy = "2026-11-25", neededBy = "2026-11-30", open,
    });

    [Fact]
    [Shows("A1")]
    public async Task The_page_of_two_teams_is_one_whichever_is_named_first()
    {
        var marta = await house.Browse(Cast.Marta);
        foreach (var address in new[] { $"/teams/{Cast.SalesNorth}/with/{Cast.Warehouse}", $"/teams/{Cast.Warehouse}/with/{Cast.SalesNorth}", $"/teams/{Cast.Warehouse}/with?other={Cast.SalesNorth}" })
            (await marta.Open(address)).Expect(200).Path.ShouldBe(Pair);
        (await marta.Open($"/teams/{Cast.Warehouse}/with/{Cast.Warehouse}")).Path.ShouldBe($"/teams/{Cast.Warehouse}");
        (await marta.Open($"/teams/{Cast.Warehouse}/with/{Cast.Elsewhere}")).Expect(404);
        (await marta.Open($"/teams/{Cast.Warehouse}/with?other=nonsense")).Expect(422);
        (await (await house.Browse(Cast.Stranger)).Open(Pair)).Expect(404);
        (await house.Call(Cast.Marta).Get($"teams/{Cast.Warehouse}/with/{Cast.Warehouse}")).Expect(422);
        (await marta.Open($"/teams/{Cast.Warehouse}")).Find($"form[action$='/with'] option[value='{Cast.SalesNorth}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_of_a_team_writes_what_it_needs_of_the_other()
    {
        var marta = await house.Browse(Cast.Marta);
        var page = await marta.Open(Pair);
        var tooLong = (await marta.Submit(page, "form[action*='handler=need']", new { words = new string('x', 2001) })).Expect(422);
        tooLong.Find("textarea[name=words]")!.TextContent.Trim().Length.ShouldBe(2001);
        page = (await marta.Submit(page, "form[action*='handler=need']", new { words = "A call before a date moves." })).Expect(200);
        page.Text.ShouldContain("A call before a date moves.");
        page.Text.ShouldContain("written by Marta Kowal");
        (await (await house.Browse(Cast.Noor)).Open(Pair)).Find("form[action*='handler=need']").ShouldBeNull();

        var need = (await house.Call(Cast.Noor).Get($"teams/{Cast.SalesNorth}/needs/{Cast.Warehouse}")).Expect(200);
        (need["words"].GetString(), need["by"].GetProperty("name").GetString()).ShouldBe(("A call before a date moves.", "Marta Kowal"));
        (await house.Call(Cast.Noor).Put($"teams/{Cast.SalesNorth}/needs/{Cast.Warehouse}", new { words = "Nothing." }, need.ETag)).Expect(403);
        (await house.Call(Cast.Gareth).Put($"teams/{Cast.SalesNorth}/needs/{Cast.Warehouse}", new { words = "A photo." }, null)).Expect(428);
        var later = (await house.Call(Cast.Gareth).Put($"teams/{Cast.SalesNorth}/needs/{Cast.Warehouse}", new { words = "A photo." }, need.ETag)).Expect(200);
        later["by"].GetProperty("name").GetString().ShouldBe("Gareth Pryce");
        (await house.Call(Cast.Marta).Put($"teams/{Cast.SalesNorth}/needs/{Cast.Warehouse}", new { words = "A drawing." }, need.ETag)).Expect(412)["current"].GetProperty("words").GetString().ShouldBe("A photo.");
        (await marta.Submit(page, "form[action*='handler=need']", new { words = "A drawing." })).Expect(412).Find("textarea[name=words]")!.TextContent.Trim().ShouldBe("A drawing.");
        (await house.Call(Cast.Wanda).Get($"teams/{Cast.Warehouse}/with/{Cast.SalesNorth}")).Expect(200).Body.ShouldContain("A photo.");
    }

    [Fact]
    public async Task Each_sees_the_asks_obstacles_and_thanks_between_them_that_they_may_see()
    {
        var toTeam = (await Ask(Cast.Marta, null, Cast.Warehouse, "Could somebody weigh the Curlew?")).Expect(201);
        var toPerson = (await Ask(Cast.Gareth, Cast.Piotr.Id, null, "Could you plane the Curlew's lid?")).Expect(201);
        var back = (await Ask(Cast.Piotr, Cast.Marta.Id, null, "Could you ask who opens the gate?", open: true)).Expect(201);
        await Ask(Cast.Marta, Cast.Noor.Id, null, "Could you split the Curlew's invoice?");
        (await house.Call(Cast.Piotr).Post($"asks/{toPerson.Id}/obstacles", new { what = "The plane is blunt", owner = Cast.Piotr.Id, by = "2026-11-27", cause = "material" })).Expect(200);
        (await house.Call(Cast.Marta).Post($"asks/{back.Id}/concerns", new { text = "The gatekeeper is ill" })).Expect(200);
        (await house.Call(Cast.Marta).Post("thanks", new { to = Cast.Piotr.Id, text = "Thanks for the early start", effect = "", @public = true })).Expect(201);
        (await house.Call(Cast.Gareth).Post("thanks", new { to = Cast.Wanda.Id, text = "Thanks in a quiet word", effect = "", @public = false })).Expect(201);

        var piotr = (await house.Call(Cast.Piotr).Get($"teams/{Cast.SalesNorth}/with/{Cast.Warehouse}")).Expect(200);
        piotr["asks"].EnumerateArray().Where(a => !a.GetProperty("ask").GetProperty("what").GetString()!.Contains("pallet", StringComparison.Ordinal)).ToDictionary(a => a.GetProperty("ask").GetProperty("id").GetString()!, a => a.GetProperty("from").GetString()).ShouldBe(new Dictionary<string, string?>
        {
            [toTeam.Id] = Cast.SalesNorth.ToString(), [toPerson.Id] = Cast.SalesNorth.ToString(), [back.Id] = Cast.Warehouse.ToString(),
        }, ignoreOrder: true);
        piotr["inTheWay"].EnumerateArray().Select(w => $"{w.GetProperty("isObstacle")} {w.GetProperty("text")} {w.GetProperty("who").GetProperty("name")}")
            .ShouldBe(["True The plane is blunt Piotr Nowak", "False The gatekeeper is ill Marta Kowal"], ignoreOrder: true);
        piotr["thanks"].EnumerateArray().Select(t => t.GetProperty("text").GetString()).ShouldBe(["Thanks for the early start"]);

        var noor = (await (await house.Browse(Cast.Noor)).Open(Pair)).Expect(200);
        noor.Text.ShouldContain("ask who opens the gate");
        noor.Text.ShouldContain("The gatekeeper is ill");
        noor.Text.ShouldNotContain("weigh the Curlew");
        noor.Text.ShouldNotContain("The plane is blunt");
        noor.Text.ShouldNotContain("split the Curlew");
        noor.Text.ShouldNotContain("quiet word");
        (await (await house.Browse(Cast.Wanda)).Open(Pair)).Text.ShouldContain("Thanks in a quiet word");

        var marta = await house.Browse(Cast.Marta);
        (await marta.Open($"/asks/{toTeam.Id}")).Find($"a[href='/asks/{toTeam.Id}/teams']").ShouldNotBeNull();
        foreach (var ask in new[] { toTeam.Id, back.Id })
            (await marta.Open($"/asks/{ask}/teams")).Path.ShouldBe(Pair);
        (await (await house.Browse(Cast.Noor)).Open($"/asks/{toTeam.Id}/teams")).Expect(404);
    }

    [Fact]
    public async Task It_takes_five_questions_however_much_is_open()
    {
        await Ask(Cast.Marta, null, Cast.Warehouse, "Could somebody count the pallets?");
        var marta = house.Call(Cast.Marta);
        await marta.Get($"teams/{Cast.Warehouse}/with/{Cast.SalesNorth}");
        var few = await Asked(() => marta.Get($"teams/{Cast.Warehouse}/with/{Cast.SalesNorth}"));
        for (var i = 0; i < 12; i++)
            (await Ask(Cast.Marta, i % 2 == 0 ? Cast.Piotr.Id : (object)Cast.Birgit.Id, null, $"Could you count pallet {i}?")).Expect(201);
        await marta.Get($"teams/{Cast.Warehouse}/with/{Cast.SalesNorth}");
        var many = await Asked(() => marta.Get($"teams/{Cast.Warehouse}/with/{Cast.SalesNorth}"));
        few.ShouldBeInRange(1, 5);
        many.ShouldBe(few);
    }

    // Inward works by itself meanwhile, which only ever adds.
    private async Task<int> Asked<T>(Func<Task<T>> act)
    {
        var fewest = int.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var said = new ConcurrentQueue<string>();
            house.Store.Heard = (sql, _) => said.Enqueue(sql);
            try
            {
                await act();
            }
            finally
            {
                house.Store.Heard = null;
            }
            fewest = Math.Min(fewest, said.Count(s => !Regex.IsMatch(s, @"\b(seal|job|block|idle|from workspace)\b", RegexOptions.None, TimeSpan.FromSeconds(1))));
        }
        return fewest;
    }
}

public sealed class TwoTeamsOnSqlite(SqliteHouse house) : TwoTeamsStories(house), IClassFixture<SqliteHouse>;

public sealed class TwoTeamsOnPostgres(PostgresHouse house) : TwoTeamsStories(house), IClassFixture<PostgresHouse>;
