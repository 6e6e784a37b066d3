using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>A program that got no answer asks again, as often as it likes.</summary>
public abstract class RetryStories(TestHouse house)
{
    private readonly Caller marta = house.Call(Cast.Marta);

    [Fact]
    public async Task A_thousand_retries_make_one_record()
    {
        var answers = await InParallel(1000, i => marta.Post("asks", new { what = "Asked a thousand times", draft = true }, key: "one key"));
        answers.ShouldAllBe(a => a.Status == 201);
        answers.Select(a => a.Body).Distinct().Count().ShouldBe(1);
        answers.Select(a => a.ETag + a.Location).Distinct().Count().ShouldBe(1);
        (await Asks("Asked a thousand times")).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_key_every_request_is_another_record()
    {
        await InParallel(5, i => marta.Post("asks", new { what = "Asked five times", draft = true }));
        (await Asks("Asked five times")).ShouldBe(5);
    }

    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_person()
    {
        (await marta.Post("asks", new { what = "The first", draft = true }, key: "same")).Expect(201);
        (await marta.Post("asks", new { what = "Another", draft = true }, key: "same")).Expect(422)["errors"].TryGetProperty("Idempotency-Key", out _).ShouldBeTrue();
        (await house.Call(Cast.Wanda).Post("asks", new { what = "The first", draft = true }, key: "same")).Expect(201);
        (await Asks("The first")).ShouldBe(2);
        (await Asks("Another")).ShouldBe(0);
    }

    [Fact]
    public async Task A_move_that_was_made_is_told_again_though_it_cannot_be_made_twice()
    {
        var ask = (await marta.Post("asks", new
        {
            what = "Hold the crate", performer = Cast.Wanda.Id, reason = "The yard is full.", effect = "It arrives dry.", conditions = new[] { "It is under the roof" },
            answerBy = Day(2), neededBy = Day(4),
        })).Expect(201);
        var wanda = house.Call(Cast.Wanda);
        var promise = new { by = Day(3) };
        var answers = await InParallel(20, _ => wanda.Post($"asks/{ask.Id}/promise", promise, key: "promised"));
        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.Body + a.ETag).Distinct().Count().ShouldBe(1);
        (await wanda.Post($"asks/{ask.Id}/promise", promise, key: "another key")).Expect(409);
        (await wanda.Post($"asks/{ask.Id}/promise", new { by = Day(4) }, key: "promised")).Expect(422)["errors"].TryGetProperty("Idempotency-Key", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_refused_may_be_corrected_under_the_same_key()
    {
        (await marta.Post("asks", new { what = "" }, key: "corrected")).Expect(422);
        (await marta.Post("asks", new { what = "Corrected", draft = true }, key: "corrected")).Expect(201);
    }

    private static DateOnly Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days);

    private Task<long> Asks(string what) => house.Read(s => s.Count("select count(*) from ask where workspace = @Osterfenn and what = @what", new { Cast.Osterfenn, what }));

    private static async Task<List<Answer>> InParallel(int times, Func<int, Task<Answer>> call)
    {
        var answers = new Answer[times];
        await Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => answers[i] = await call(i));
        return [.. answers];
    }
}

public sealed class RetriesOnSqlite(SqliteHouse house) : RetryStories(house), IClassFixture<SqliteHouse>;

public sealed class RetriesOnPostgres(PostgresHouse house) : RetryStories(house), IClassFixture<PostgresHouse>;
