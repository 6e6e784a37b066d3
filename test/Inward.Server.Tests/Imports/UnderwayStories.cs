using System.Text;
using Inward.Server.Imports;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>A long import goes on by itself, and its page shows how far it is.</summary>
public abstract class UnderwayStories(TestHouse house)
{
    [Fact]
    public async Task A_page_that_was_sent_to_write_shows_how_far_it_is_and_later_what_was_written()
    {
        var priya = await house.Browse(Cast.Priya);
        var planned = await priya.Submit(await priya.Open("/imports?kind=events"), "form[enctype]", new { kind = "events", files = new Upload("Long.csv", Encoding.UTF8.GetBytes("case,activity,time\n1,packed,2026-10-01\n")) });
        await using (await Busy.With(house))
        {
            var shown = (await priya.Submit(planned, "form[action$='handler=apply']")).Expect(200);
            shown.Text.ShouldContain("It is being written");
            shown.Find("progress").ShouldNotBeNull();
            // Without scripts the page asks again by itself, and a second press changes nothing.
            shown.Find("head noscript")!.InnerHtml.ShouldContain("refresh");
            (await priya.Submit(planned, "form[action$='handler=apply']")).Expect(200).Text.ShouldContain("It is being written");
        }
        await Eventually(async () => (await priya.Open(planned.Path)).Text.Contains("It has been written.", StringComparison.Ordinal));
    }

    [Fact]
    public void How_far_a_file_is_read_never_goes_back()
    {
        var source = ImportSource.Sent("events", [("a.csv", Encoding.UTF8.GetBytes("case,activity,time\n1,packed,2026-10-01\n"))], null);
        var read = new ReadSoFar();
        read.Now().ShouldBe((0, 0));
        var watched = read.Of(source);
        using (var whole = watched.Files["a.csv"]())
        {
            whole.Seek(30, SeekOrigin.Begin);
            read.Now().ShouldBe((30, 39));
        }
        read.Now().ShouldBe((39, 39));
        using var again = watched.Files["a.csv"]();
        read.Now().ShouldBe((39, 39));
    }

    private static async Task Eventually(Func<Task<bool>> so)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await so())
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("It did not happen in ten seconds.");
    }
}

public sealed class UnderwayOnSqlite(SqliteHouse house) : UnderwayStories(house), IClassFixture<SqliteHouse>;

public sealed class UnderwayOnPostgres(PostgresHouse house) : UnderwayStories(house), IClassFixture<PostgresHouse>;
