using System.Text;
using Inward.House;
using Inward.Server.Accounts;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Notes;

namespace Inward.Server.Tests.SignIn;

/// <summary>What is known of somebody who has left is erased in every table, every index and the file itself; what others share stays without the name.</summary>
public abstract class ErasureStories(Engine engine) : IAsyncLifetime
{
    private static readonly string[] Theirs = ["piotr nowak", Cast.Piotr.Email, "quiet before nine", "saw dust and debt", "knows the customs officer", "mornings only for p", "crates and lids", "i never said so"];
    private TestHouse house = null!;
    private string talk = "";
    private string ask = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
    }

    [Fact]
    public async Task A_search_of_database_log_and_index_finds_nothing_of_whoever_was_erased()
    {
        await Lived();
        (await Found()).ShouldBe(Theirs, ignoreOrder: true, "a search that finds nothing at all would prove nothing");
        await Leave();
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/erasure", new { name = "Piotr Nowak" })).Expect(200)["erasedAt"].GetString().ShouldNotBeNull();
        await house.DoJobs();
        (await Found()).ShouldBeEmpty();
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
        while (await Audit.Seal(house.Store, Cast.Osterfenn))
        {
        }
        (await Audit.Verify(house.Store, Cast.Osterfenn)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_others_share_stays_without_the_name()
    {
        await Lived();
        await Leave();
        // The company's words are kept, whatever the administrator reads.
        (await house.Call(Cast.Priya).Patch("me", new { language = "de" }, "*")).Expect(200);
        (await (await house.Browse(Cast.Priya)).Open($"/settings/people/{Cast.Piotr.Id}")).Expect(200).Text.ShouldContain("„Former colleague“");
        (await house.Call(Cast.Priya).Patch("me", new { language = "en" }, "*")).Expect(200);
        await Erase();
        var marta = house.Call(Cast.Marta);
        (await marta.Get($"conversations/{talk}")).Expect(200)["text"].GetString().ShouldBe("Former colleague knows the height of the gate: ask former.\nneed: a lamp at gate 2");
        var kept = (await marta.Get($"asks/{ask}")).Expect(200);
        kept["state"].GetString().ShouldBe("accepted");
        (await marta.Get("people?q=nowak&left=true")).Items.ShouldBeEmpty();
        (await marta.Get("search?q=nowak")).Items.ShouldBeEmpty();
        (await marta.Get("search?q=gate")).Body.ShouldContain(talk);
        var browser = await house.Browse(Cast.Marta);
        (await browser.Open($"/asks/{ask}")).Expect(200).Text.ShouldContain("Former colleague");
        (await browser.Open($"/people/{Cast.Piotr.Id}")).Expect(200).Text.ShouldNotContain("Nowak");
        (await browser.Open($"/conversations/{talk}")).Expect(200).Text.ShouldContain("Former colleague");
        (await browser.Open("/")).Expect(200);
        (await house.Call(Cast.Priya).Get("happenings?limit=200")).Expect(200).Body.ShouldContain("person.erased");
    }

    [Fact]
    public async Task Only_an_administrator_erases_and_only_who_has_left_and_whom_they_name()
    {
        async Task<string> Refused(Colleague by, string? name, int status, Id? who = null) => (await house.Call(by).Post($"accounts/{who ?? Cast.Piotr.Id}/erasure", new { name })).Expect(status)["detail"].GetString()!;
        (await Refused(Cast.Priya, "Piotr Nowak", 409)).ShouldContain("works here");
        await Leave();
        await Refused(Cast.Wanda, "Piotr Nowak", 403);
        (await Refused(Cast.Priya, "Piotr", 422)).ShouldContain("Piotr Nowak");
        await Refused(Cast.Priya, null, 422);
        (await house.Call(Cast.Stranger).Post($"accounts/{Cast.Piotr.Id}/erasure", new { name = "Piotr Nowak" })).Expect(404);
        var priya = await house.Browse(Cast.Priya);
        var page = await priya.Submit(await priya.Open($"/settings/people/{Cast.Piotr.Id}"), "form[action$=erase]", new { name = "Peter <b>" });
        page.Expect(422).Find("#name-err")!.TextContent.ShouldContain("Write the whole name, Piotr Nowak");
        page.Find("#name")!.GetAttribute("value").ShouldBe("Peter <b>");
        page = await priya.Submit(page, "form[action$=erase]", new { name = "piotr nowak" });
        page.Expect(200).Text.ShouldContain("All that was known of this colleague was erased");
        page.Text.ShouldNotContain("Nowak");
        (await Refused(Cast.Priya, "Former colleague", 409)).ShouldContain("already");
        (await house.Call(Cast.Priya).Get("accounts?q=former")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_made_before_is_erased_again_when_it_is_restored()
    {
        await Lived();
        var folder = Directory.CreateTempSubdirectory("inward-test-").FullName;
        try
        {
            var file = Path.Combine(folder, "before.zip");
            await Backup.Take(house.Store, file, house.Clock.GetUtcNow());
            await Leave();
            var erased = await Erase();
            var list = Path.Combine(folder, "list.txt");
            await File.WriteAllLinesAsync(list, [TidyJob.Line(erased), ""]);
            var there = await Place.Empty(engine);
            (await new Terminal(null, null).Operate(there, "restore", file, "--erased", list)).Expect(0).Said.ShouldContain("Erased again, as they had been after this backup was made: 1.");
            await using var restored = there.Open(new Bell(), TimeProvider.System);
            (await Found(restored)).ShouldBeEmpty();
            (await Check.Run(restored)).Faults.ShouldBeEmpty();
            (await restored.Read(ErasureDesk.All)).Single().Person.ShouldBe(Cast.Piotr.Id);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Two_entries_that_were_merged_are_erased_together()
    {
        var priya = house.Call(Cast.Priya);
        var twin = (await priya.Post("people", new { name = "Pjotr Nowack", email = "pjotr@old.example" })).Expect(201).Id;
        (await priya.Post($"people/{Cast.Piotr.Id}/merge", new { other = twin })).Expect(201);
        await Leave();
        await Erase();
        await house.DoJobs();
        (await Contents(house.Store)).ShouldNotContain("nowack");
        (await Contents(house.Store)).ShouldNotContain("pjotr@old");
        (await priya.Get("people/merges")).Items.ShouldBeEmpty();
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operator_erases_with_a_verb_and_keeps_the_list()
    {
        await Leave();
        // The verb knows no other clock than the machine's.
        await house.Store.Write(new Act(Cast.Osterfenn, null, house.Clock.GetUtcNow(), "test"), unit => Task.Run(() => unit.Write("update person set left_on = '2026-01-31' where left_on is not null", new { })));
        var place = house.Settings;
        (await new Terminal(null, null).Operate(place, "erase", Cast.Piotr.Email, "--name", "Nobody")).Expect(1);
        (await new Terminal(null, null).Operate(place, "erase", Cast.Piotr.Email, "--name", "Piotr Nowak")).Expect(0).Said.ShouldContain(Cast.Piotr.Id.ToString());
        (await new Terminal(null, null).Operate(place, "erased")).Expect(0).Said.ShouldContain($"{Cast.Osterfenn} {Cast.Piotr.Id} ");
        (await new Terminal(null, null).Operate(place, "erase", Cast.Piotr.Email, "--name", "Piotr Nowak")).Expect(1);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task Lived()
    {
        var (marta, piotr) = (await house.NotesOf(Cast.Marta), await house.NotesOf(Cast.Piotr));
        (await piotr.Patch($"people/{Cast.Piotr.Id}/words", new { strengths = "Crates and lids" }, "*")).Expect(200);
        await piotr.Note(Cast.Marta, "Likes it quiet before nine");
        await marta.Note(Cast.Piotr, "Knows the customs officer");
        (await piotr.Post("conversations", new { people = new[] { Cast.Marta.Id }, text = "Saw dust and debt", @private = true })).Expect(201);
        talk = (await marta.Post("conversations", new { people = new[] { Cast.Piotr.Id, Cast.Wanda.Id }, text = $"Piotr Nowak knows the height of the gate: ask former.\nneed: a lamp at gate 2" })).Expect(201).Id;
        (await piotr.Post($"conversations/{talk}/dispute", new { text = "I never said so" })).Expect(200);
        ask = (await marta.Post("asks", new { what = "Weigh the pump", performer = Cast.Piotr.Id, reason = $"{Cast.Piotr.Email} has the scale", effect = "It flies", conditions = new[] { "In kg" }, answerBy = "2026-11-25", neededBy = "2026-11-30" })).Expect(201).Id;
        (await piotr.Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
        (await piotr.Post($"asks/{ask}/delivery", new { note = "88 kg. Piotr Nowak" })).Expect(200);
        (await marta.Post($"asks/{ask}/acceptance")).Expect(200);
        (await marta.Post("thanks", new { to = Cast.Piotr.Id, text = "Piotr Nowak, you waited", @public = true })).Expect(201);
        (await house.Call(Cast.Wanda).Post("suggestions", new { about = Cast.Piotr.Id, question = "bestTime", words = "Mornings only for P" })).Expect(201);
        (await piotr.Post("asks", new { what = "Draft of Piotr Nowak", draft = true })).Expect(201);
        (await piotr.Post("views", new { name = "Piotr Nowak's", query = "due=late" })).Expect(201);
        await house.DoJobs();
    }

    private Task Leave() => house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/departure");

    private Task<Erased> Erase() => house.Store.Write(new Act(Cast.Osterfenn, null, house.Clock.GetUtcNow(), "test"), unit => ErasureDesk.Erase(unit, Cast.Piotr.Id, "Piotr Nowak"));

    private Task<List<string>> Found() => Found(house.Store);

    private static async Task<List<string>> Found(Store store)
    {
        var everything = await Contents(store);
        return [.. Theirs.Where(words => everything.Contains(words, StringComparison.Ordinal))];
    }

    /// <summary>All rows of all tables in small letters, and of SQLite every byte of the file as well: free pages and index too.</summary>
    private static async Task<string> Contents(Store store)
    {
        var all = new StringBuilder();
        await store.Administer(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var table in await Table.All(store.Engine, connection))
            {
                await table.Read(connection, transaction, line =>
                {
                    all.AppendLine(Encoding.UTF8.GetString(line.Span));
                    return ValueTask.CompletedTask;
                });
            }
        });
        if (store is SqliteStore sqlite)
        {
            foreach (var file in new[] { sqlite.File, sqlite.File + "-wal" }.Where(File.Exists))
            {
                await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var bytes = new MemoryStream();
                await open.CopyToAsync(bytes);
                all.Append(Encoding.Latin1.GetString(bytes.ToArray()));
            }
        }
        return all.ToString().ToLowerInvariant();
    }
}

public sealed class ErasuresOnSqlite() : ErasureStories(Engine.Sqlite);

public sealed class ErasuresOnPostgres() : ErasureStories(Engine.Postgres);
