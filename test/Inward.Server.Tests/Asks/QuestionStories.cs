using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Asks;

/// <summary>What Inward asks its store for a page: a few questions, and no more of them where there are more rows.</summary>
public abstract class QuestionStories(TestHouse house)
{
    private static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    private static object AnAsk(string what) => new
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
        var few = await Asked(() => marta.Get("asks?limit=2"));
        var many = await Asked(() => marta.Get("asks?limit=50"));
        many.Count.ShouldBeInRange(1, 4);
        AboutAsks(many).ShouldBe(AboutAsks(few));
        AboutAsks(many).ShouldBe(1);
        (await Asked(() => browser.Open("/asks"))).Count.ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task An_ask_takes_at_most_five_questions_however_long_its_history_is()
    {
        var (marta, browser) = (house.Call(Cast.Marta), await house.Browse(Cast.Marta));
        var ask = (await marta.Post("asks", AnAsk("Could you photograph the crate?"))).Expect(201).Id;
        await browser.Open($"/asks/{ask}");
        var brief = await Asked(() => marta.Get($"asks/{ask}"));
        for (var i = 0; i < 20; i++)
            (await marta.Post($"asks/{ask}/remarks", new { text = $"Remark {i}" })).Expect(200);
        await marta.Get($"asks/{ask}");
        var whole = await Asked(() => marta.Get($"asks/{ask}"));
        whole.Count.ShouldBeInRange(1, 5);
        AboutAsks(whole).ShouldBe(AboutAsks(brief));
        (await Asked(() => browser.Open($"/asks/{ask}"))).Count.ShouldBeInRange(1, 5);
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
        var said = await Asked(() => house.Read(async session =>
        {
            for (var i = 0; i < 6; i++)
                await session.Count("select count(*) from ask where workspace = @Osterfenn", new { Cast.Osterfenn });
            return true;
        }));
        said.Count.ShouldBe(6);
    }

    // Who is who is remembered and asked again when somebody changes, and Inward works by itself meanwhile: neither grows with rows.
    private static int AboutAsks(List<string> said) => said.Count(s => s.Contains("from ask", StringComparison.Ordinal) || s.Contains("on_id = @on", StringComparison.Ordinal));

    /// <summary>What is said to the engine meanwhile, but for the work Inward does by itself.</summary>
    private async Task<List<string>> Asked<T>(Func<Task<T>> act)
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
        return [.. said.Where(s => !s.Contains("seal", StringComparison.Ordinal) && !s.Contains("from job", StringComparison.Ordinal) && !s.Contains("block is null", StringComparison.Ordinal))];
    }
}

public sealed class QuestionsOnSqlite(SqliteHouse house) : QuestionStories(house), IClassFixture<SqliteHouse>;

public sealed class QuestionsOnPostgres(PostgresHouse house) : QuestionStories(house), IClassFixture<PostgresHouse>;
