using System.Text;
using Inward.Server.Asks;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>Asks that were kept elsewhere come in: seen by their parties alone, found, and gone again unless somebody moved them.</summary>
public abstract class AskImportStories(TestHouse house)
{
    private const string Header = "requesterEmail,performerEmail,team,what,reason,effect,conditions,answerBy,neededBy\n";

    [Fact]
    public async Task Asks_come_in_through_the_page_and_what_nobody_moved_goes_again()
    {
        const string file = Header + """
            marta@osterfenn.example,piotr@osterfenn.example,,Crate the imported pump,It ships on Friday,The ferry sails,"Crated; labelled",2026-02-28,2026-03-02
            marta@osterfenn.example,,Warehouse,Find the imported pallet,It is theirs,They can bill it,Found,2030-01-08,2030-01-10
            marta@osterfenn.example,birgit@osterfenn.example,,Stamp the imported papers,,They sail,Stamped,2030-01-08,2030-01-10

            """;
        var priya = await house.Browse(Cast.Priya);
        var page = (await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "asks", files = new Upload("asks.csv", Encoding.UTF8.GetBytes(file)) })).Expect(200);
        page.Text.ShouldContain("Asks: 2 new, 0 asked already.");
        page.Text.ShouldContain("Asks whose day has passed: 1. An import tells history");
        page.Text.ShouldContain("Row 4: Say why it matters: the reason helps your colleague to say yes or to find a better way.");
        var written = (await priya.Submit(page, "form[action$='handler=apply']")).Expect(200);
        var import = written.Path.Split('/')[^1];

        var piotr = house.Call(Cast.Piotr);
        var crate = (await piotr.Get("asks?q=imported")).Items.Single(ask => ask.GetProperty("what").GetString() == "Crate the imported pump").GetProperty("id").GetString()!;
        var whole = (await piotr.Get($"asks/{crate}")).Expect(200);
        whole["state"].GetString().ShouldBe("requested");
        whole["conditions"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["Crated", "labelled"]);
        whole["happenings"].EnumerateArray().Select(h => h.GetProperty("kind").GetString()).ShouldBe(["import.applied"]);
        (await (await house.Browse(Cast.Piotr)).Open($"/asks/{crate}")).Expect(200).Text.ShouldContain("Priya Nair brought this in from a file");
        (await piotr.Get("search?q=imported%20pump")).Items.ShouldNotBeEmpty();
        (await house.Call(Cast.Wanda).Get("asks?q=imported%20pallet&role=mine")).Items.ShouldHaveSingleItem();
        foreach (var outsider in (Colleague[])[Cast.Priya, Cast.Noor])
        {
            (await house.Call(outsider).Get($"asks/{crate}")).Expect(404);
            (await house.Call(outsider).Get("search?q=imported%20pump")).Items.ShouldBeEmpty();
        }
        (await Count("select count(*) from happening where workspace = @Osterfenn and on_id in (select record from import_row where workspace = @Osterfenn and kind = 'ask')")).ShouldBe(0);
        (await house.Read(s => AskFaults.Ask(s, Cast.Osterfenn))).ShouldBeEmpty();
        await house.DoJobs();

        (await piotr.Post($"asks/{crate}/remarks", new { text = "On it" })).Expect(200);
        var undone = (await house.Call(Cast.Priya).Post($"imports/{import}/undoing")).Expect(200);
        undone["noticed"].EnumerateArray().ShouldHaveSingleItem().GetProperty("sentence").GetString().ShouldBe("“Crate the imported pump” was moved since the import and stays.");
        (await piotr.Get($"asks/{crate}")).Expect(200);
        (await house.Call(Cast.Wanda).Get("asks?q=imported%20pallet")).Items.ShouldBeEmpty();
        (await Count("select count(*) from search where workspace = @Osterfenn and title = 'Find the imported pallet'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_program_s_asks_are_shown_to_no_other_administrator()
    {
        (await house.Call(Cast.Priya).Post("imports?kind=asks&name=a.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(Header + "marta@osterfenn.example,noor@osterfenn.example,,Send the file's bill,Why,What for,Sent,2030-01-08,2030-01-10\n")))).Expect(201);
        var planned = (await house.Call(Cast.Priya).Get("imports")).Items.First(i => i.GetProperty("kind").GetString() == "asks");
        var id = planned.GetProperty("id").GetString();
        await house.Store.Write(new Inward.Server.Storage.Act(Cast.Osterfenn, null, house.Clock.GetUtcNow(), "system"), unit =>
        {
            unit.Write("update person set administrator = 1 where workspace = @Osterfenn and id = @Id", new { Cast.Osterfenn, Cast.Gareth.Id });
            return Task.FromResult(true);
        });
        var gareth = house.Call(Cast.Gareth);
        (await gareth.Get($"imports/{id}")).Expect(404);
        (await gareth.Get($"imports/{id}/errors")).Expect(404);
        (await gareth.Post($"imports/{id}/application")).Expect(404);
        (await gareth.Get("imports")).Items.ShouldAllBe(i => i.GetProperty("kind").GetString() != "asks");
        (await house.Call(Cast.Priya).Post($"imports/{id}/application")).Expect(200);
        (await house.Call(Cast.Noor).Get("asks?q=bill")).Items.ShouldHaveSingleItem();
        (await house.Call(Cast.Priya).Post($"imports/{id}/undoing")).Expect(200)["noticed"].EnumerateArray().ShouldBeEmpty();
        (await house.Call(Cast.Noor).Get("asks?q=bill")).Items.ShouldBeEmpty();
    }

    private Task<long> Count(string sql) => house.Read(s => s.Count(sql, new { Cast.Osterfenn }));
}

public sealed class AskImportsOnSqlite(SqliteHouse house) : AskImportStories(house), IClassFixture<SqliteHouse>;

public sealed class AskImportsOnPostgres(PostgresHouse house) : AskImportStories(house), IClassFixture<PostgresHouse>;
