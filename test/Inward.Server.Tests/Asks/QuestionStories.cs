using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Inward.House;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>What Inward asks its store for a page: a few questions, and no more of them where there are more rows.</summary>
public abstract class QuestionStories(TestHouse house)
{
    protected static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    protected static object AnAsk(string what) => new
    {
        what, performer = Cast.Wanda.Id, reason = "It leaves on Thursday.", effect = "Elin can plan.", conditions = new[] { "A date" }, answerBy = Day(2), neededBy = Day(9),
    };

    [Fact]
    public async Task A_list_of_asks_takes_at_most_four_questions_however_many_rows_it_has()
    {
        var (marta, browser) = (house.Call(Cast.Marta), await house.Browse(Cast.Marta));
        for (var i = 0; i < 60; i++)
            (await marta.Post("asks", AnAsk($"Could you weigh crate {i}?"))).Expect(201);
        await browser.Open("/asks");
        var few = await Fewest(() => marta.Get("asks?limit=2"));
        var many = await Fewest(() => marta.Get("asks?limit=50"));
        many.Count.ShouldBeInRange(1, 4);
        AboutAsks(many).ShouldBe(AboutAsks(few));
        AboutAsks(many).ShouldBe(1);
        (await Fewest(() => browser.Open("/asks"))).Count.ShouldBeInRange(1, 4);
        var filtered = await Fewest(() => marta.Get($"asks?state=requested,blocked&any=due:week,turn:me,person:{Cast.Wanda.Id},team:{Cast.Warehouse}&limit=50"));
        filtered.Count.ShouldBeInRange(1, 4);
        AboutAsks(filtered).ShouldBe(1);
        (await Fewest(() => browser.Open($"/asks?state=requested&any=due:week,person:{Cast.Wanda.Id},customer:{Cast.Finance}"))).Count.ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task Lists_of_people_and_talks_ask_no_more_where_one_of_several_conditions_is_enough()
    {
        var marta = house.Call(Cast.Marta);
        (await marta.Post("conversations", new { people = new[] { Cast.Wanda.Id }, channel = "visit", text = "need: a crate" })).Expect(201);
        var site = (await house.Call(Cast.Priya).Post("people/fields", new { name = "Shore", kind = "choice", choices = new[] { "East" }, canFilter = true })).Expect(201);
        foreach (var (list, any) in new[] { ("people", $"language:de,manager:{Cast.Wanda.Id}"), ("people", $"field.{site.Id}:East,language:de"), ("conversations", $"channel:visit,kind:need,person:{Cast.Wanda.Id}") })
        {
            await marta.Get(list);
            var all = await Fewest(() => marta.Get(list));
            (await Fewest(() => marta.Get($"{list}?any={any}"))).Count.ShouldBe(all.Count);
            all.Count.ShouldBeInRange(1, 4);
        }
    }

    [Fact]
    public async Task An_ask_takes_at_most_five_questions_however_long_its_history_is()
    {
        var (marta, browser) = (house.Call(Cast.Marta), await house.Browse(Cast.Marta));
        var ask = (await marta.Post("asks", AnAsk("Could you photograph the crate?"))).Expect(201).Id;
        await browser.Open($"/asks/{ask}");
        var brief = await Fewest(() => marta.Get($"asks/{ask}"));
        for (var i = 0; i < 20; i++)
            (await marta.Post($"asks/{ask}/remarks", new { text = $"Remark {i}" })).Expect(200);
        await marta.Get($"asks/{ask}");
        var whole = await Fewest(() => marta.Get($"asks/{ask}"));
        whole.Count.ShouldBeInRange(1, 5);
        AboutAsks(whole).ShouldBe(AboutAsks(brief));
        (await Fewest(() => browser.Open($"/asks/{ask}"))).Count.ShouldBeInRange(1, 5);
    }

    [Fact]
    public async Task An_ask_is_made_without_asking_again_for_what_was_just_written()
    {
        var marta = house.Call(Cast.Marta);
        (await marta.Post("asks", AnAsk("Could you measure the gate?"))).Expect(201);
        var said = await Asked(() => marta.Post("asks", AnAsk("Could you measure the ramp?"), key: "once"));
        var firstWrite = said.FindIndex(s => s.StartsWith("insert", StringComparison.Ordinal));
        AboutAsks(said[firstWrite..].FindAll(s => s.StartsWith("select", StringComparison.Ordinal))).ShouldBe(0);
    }

    [Fact]
    public async Task The_count_of_questions_can_grow_too_large()
    {
        var said = await Fewest(() => house.Read(async session =>
        {
            for (var i = 0; i < 6; i++)
                await session.Count("select count(*) from ask where workspace = @Osterfenn", new { Cast.Osterfenn });
            return true;
        }));
        said.Count.ShouldBe(6);
    }

    // Who is who is remembered and asked again when somebody changes, and Inward works by itself meanwhile: neither grows with rows.
    private static int AboutAsks(List<string> said) => said.Count(s => s.Contains("from ask", StringComparison.Ordinal) || s.Contains("on_id = @on", StringComparison.Ordinal));

    // Inward works by itself meanwhile, which only ever adds.
    private async Task<List<string>> Fewest<T>(Func<Task<T>> act)
    {
        var tries = new List<List<string>>();
        for (var i = 0; i < 4; i++)
            tries.Add(await Asked(act));
        return tries.MinBy(said => said.Count)!;
    }

    /// <summary>What is said to the engine meanwhile, but for the work Inward does by itself.</summary>
    protected async Task<List<string>> Asked<T>(Func<Task<T>> act)
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
        return [.. said.Where(s => !Regex.IsMatch(s, @"\b(seal|job|block|idle|from workspace)\b", RegexOptions.None, TimeSpan.FromSeconds(1)))];
    }
}

public sealed class QuestionsOnSqlite(SqliteHouse house) : QuestionStories(house), IClassFixture<SqliteHouse>
{
    private readonly SqliteHouse house = house;

    [Theory]
    [InlineData("select id from happening where workspace = @w and kind = @k", true)]
    [InlineData("select id from happening where workspace = @w and on_id = @on order by id", false)]
    public async Task A_walk_through_a_whole_company_is_noticed(string sql, bool walks) => (await Walks(sql)).Any().ShouldBe(walks);

    [Fact]
    public async Task No_question_about_an_ask_walks_through_a_whole_company()
    {
        var (marta, browser) = (house.Call(Cast.Marta), await house.Browse(Cast.Marta));
        var ask = (await marta.Post("asks", AnAsk("Could you stack the crates?"))).Expect(201).Id;
        var said = await Asked(async () =>
        {
            await marta.Get("asks");
            await marta.Get($"asks?state=requested,blocked&any=due:late,state:requested,team:{Cast.Warehouse},customer:{Cast.Finance}");
            await marta.Get($"asks/{ask}");
            await browser.Open($"/asks/{ask}");
            return (await house.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = Day(3) })).Expect(200);
        });
        foreach (var sql in said.Where(s => s.Contains("ask", StringComparison.Ordinal) || s.Contains("happening", StringComparison.Ordinal)).Distinct())
            (await Walks(sql)).ShouldBeEmpty(sql);
    }

    // The engine's own plan: a table is sought by more than the workspace, which all its rows share.
    private async Task<List<string>> Walks(string sql)
    {
        var plan = new List<string>();
        await house.Store.Administer(async connection =>
        {
            await using var explain = connection.CreateCommand();
            explain.CommandText = "explain query plan " + Regex.Replace(sql, @"\bin @(\w+)", "in (@$1)", RegexOptions.None, TimeSpan.FromSeconds(1));
            foreach (var name in Regex.Matches(explain.CommandText, @"@\w+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct())
                ((Microsoft.Data.Sqlite.SqliteCommand)explain).Parameters.AddWithValue(name, DBNull.Value);
            await using var lines = await explain.ExecuteReaderAsync();
            while (await lines.ReadAsync())
                plan.Add(lines.GetString(3));
        });
        return [.. plan.Where(line => line.EndsWith("(workspace=?)", StringComparison.Ordinal) || (line.StartsWith("SCAN ", StringComparison.Ordinal) && Regex.IsMatch(line, "^SCAN (ask|happening|person|sale|customer|[a-z]) ", RegexOptions.None, TimeSpan.FromSeconds(1)) && line.Contains("INDEX", StringComparison.Ordinal)))];
    }
}

public sealed class QuestionsOnPostgres(PostgresHouse house) : QuestionStories(house), IClassFixture<PostgresHouse>;
