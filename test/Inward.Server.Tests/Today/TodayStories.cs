using Inward.Asks;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Inward.Server.Today;

namespace Inward.Server.Tests.Today;

public abstract class TodayStories(TestHouse house)
{
    [Fact]
    public async Task An_ask_that_is_closed_while_the_lists_are_read_is_told_once()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var ask = (await marta.Post("asks", new
        {
            what = "Could you weigh the drum?", performer = Cast.Wanda.Id, reason = "The lift", effect = "It goes up", conditions = new[] { "On the scale" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201).Id;
        (await wanda.Post($"asks/{ask}/decline", new { reason = "No scale" })).Expect(200);
        var moved = await house.Read(async session =>
        {
            var me = (await Keys.Of(session, Cast.Osterfenn, Cast.Marta.Id, house.Clock.GetUtcNow()))!;
            var (closed, _) = await AskList.Ask(session, me, new AskFilter(Show: "closed"), me.Today(house.Clock.GetUtcNow()), size: 12);
            return await Server.Today.Moved.Ask(session, me, closed.Concat(closed), house.Clock.GetUtcNow() - MyDay.News);
        });
        moved.Count(m => m.On.ToString() == ask).ShouldBe(1);
    }
}

public sealed class TodayOnSqlite(SqliteHouse house) : TodayStories(house), IClassFixture<SqliteHouse>;

public sealed class TodayOnPostgres(PostgresHouse house) : TodayStories(house), IClassFixture<PostgresHouse>;
