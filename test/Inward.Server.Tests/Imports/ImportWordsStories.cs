using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>What an import says is kept as sentences, so everyone reads it in their own language, whoever brought the file in.</summary>
public abstract partial class ImportWordsStories(Engine engine)
{
    // A circle, one who reports to themself, an orphan, a shared address, a repeated row, a key of two, a bad address, bad days, nobody, too many cells.
    private const string Staff = """
        name,email,key,title,team,managerKey,from,to
        Ada Sund,ada@osterfenn.example,A1,Planerin,Planung,A2,,
        Bo Lind,bo@osterfenn.example,A2,Planer,Planung,A1,,
        Cy Tal,cy@osterfenn.example,A3,,Planung,A3,,
        Di Ruhe,,A4,,Planung,ZZ,,
        Ada Sund,ada@osterfenn.example,A1,Planerin,Planung,A2,,
        Eva Ost,ada@osterfenn.example,A5,,,,,
        Fin Amt,kaputt,A6,,,,,
        Gus Rot,,A7,,,,bald,
        ,,,,Nirgends,,,
        Hal Uhr,,A1,,,,,
        Ida Zug,,A8,,Planung,,2026-02-01,2026-01-01
        Jo Blau,,A9,,,,,,zu viel
        vakant,,,,,,,
        Piotr Nowak,piotr@osterfenn.example,P9,Kistenbau,,,,

        """;

    [Fact]
    public async Task A_german_reader_reads_german_and_an_english_one_the_same_import_in_english()
    {
        await using var house = await TestHouse.Open(engine);
        var english = house.Call(Cast.Priya);
        var german = new Caller(house.Address, Cast.Priya.Token, house.Log) { Language = "de-DE,de;q=0.9" };
        var planned = (await german.Post("imports?kind=people&name=staff.csv", new ByteArrayContent(Bytes(Staff)))).Expect(201);
        planned["said"].EnumerateArray().Count().ShouldBeGreaterThan(3);
        planned["noticed"].EnumerateArray().Count().ShouldBeGreaterThan(10);
        English(planned.Body).ShouldBeEmpty();
        var read = (await english.Get($"imports/{planned.Id}")).Expect(200);
        read["noticed"].EnumerateArray().Count().ShouldBe(planned["noticed"].EnumerateArray().Count());
        English(read.Body).Count().ShouldBeGreaterThan(10);
        English((await german.Get($"imports/{planned.Id}/errors")).Expect(200).Body.Split('\n', 2)[1]).ShouldBeEmpty();
        English((await english.Get($"imports/{planned.Id}/errors")).Expect(200).Body.Split('\n', 2)[1]).ShouldNotBeEmpty();

        (await german.Post($"imports/{planned.Id}/application")).Expect(200);
        var bo = (await english.Get("people?q=Bo%20Lind")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await english.Patch($"people/{bo}", new { title = "Leitstand" }, "\"1\"")).Expect(200);
        var cy = (await english.Get("people?q=Cy%20Tal")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await house.Call(Cast.Marta).Post("thanks", new { to = cy, text = "Danke", effect = "Es ging", @public = true })).Expect(201);
        var undone = (await german.Post($"imports/{planned.Id}/undoing")).Expect(200);
        undone["noticed"].EnumerateArray().Count().ShouldBeGreaterThan(1);
        English(undone.Body).ShouldBeEmpty();
        English((await english.Get($"imports/{planned.Id}")).Body).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_german_administrator_s_pages_hold_no_english()
    {
        await using var house = await TestHouse.Open(engine);
        (await house.Call(Cast.Priya).Patch("me", new { language = "de" }, "\"1\"")).Expect(200);
        var priya = await house.Browse(Cast.Priya);
        var page = await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "people", files = new Upload("personal.csv", Bytes(Staff)) });
        English(page.Expect(200).Text).ShouldBeEmpty();
        page.Text.ShouldContain("Diese berichten im Kreis aneinander: Ada Sund, Bo Lind");
        English((await priya.Open("/imports")).Expect(200).Text).ShouldBeEmpty();
        var written = await priya.Submit(page, "form[action$='handler=apply']");
        English(written.Expect(200).Text).ShouldBeEmpty();
        English((await priya.Submit(written, "form[action$='handler=undo']")).Expect(200).Text).ShouldBeEmpty();
        English((await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "people", files = new Upload("leer.csv", []) })).Expect(422).Text).ShouldBeEmpty();
        English((await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "people", files = new Upload("x.csv", Bytes("alpha,beta\n1,2\n")) })).Expect(422).Text).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_word_on_the_pages_was_asked_of_the_dictionary()
    {
        await using var house = await TestHouse.Open(engine);
        var priya = await house.Browse(Cast.Priya);
        priya.Cookies["language"] = "qps";
        var page = await priya.Open("/imports");
        WordsTests.Unasked(page.Expect(200).Document.Body!).ShouldBeEmpty();
        page = (await priya.Submit(page, "form[enctype]", new { kind = "people", files = new Upload("1.csv", Bytes("name,email,key\nPiotr Nowak,piotr@osterfenn.example,7\n,,\n,,,8\n")) })).Expect(200);
        WordsTests.Unasked(page.Document.Body!).Except(["1.csv", "name", "email", "key"]).ShouldBeEmpty();
        page = (await priya.Submit(page, "form[action$='handler=apply']")).Expect(200);
        WordsTests.Unasked(page.Document.Body!).Except(["1.csv"]).ShouldBeEmpty();
        page = (await priya.Submit(page, "form[action$='handler=undo']")).Expect(200);
        WordsTests.Unasked(page.Document.Body!).Except(["1.csv"]).ShouldBeEmpty();
        WordsTests.Unasked((await priya.Open("/imports")).Document.Body!).Except(["1.csv"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_command_line_speaks_the_terminal_s_language()
    {
        await using var house = await TestHouse.Open(engine);
        var file = Path.Combine(Place.NewFolder(), "personal.csv");
        await File.WriteAllTextAsync(file, Staff);
        var (code, said) = await Import(house, "de_DE.UTF-8", "people", file, "--dry-run");
        code.ShouldBe(0, said);
        said.ShouldContain("personal.csv, Zeile 9: ");
        said.ShouldContain("Nichts wurde geschrieben.");
        English(said).ShouldBeEmpty();
        (await Import(house, "C.UTF-8", "people", file, "--dry-run")).Said.ShouldContain("personal.csv, row 9: ");
        var (refused, why) = await Import(house, "de_DE.UTF-8", "einhörner", file);
        refused.ShouldBe(1);
        why.ShouldContain("lässt sich nicht übernehmen");
    }

    [Fact]
    public async Task An_operator_brings_asks_in_from_the_terminal()
    {
        await using var house = await TestHouse.Open(engine);
        var file = Path.Combine(Place.NewFolder(), "asks.csv");
        await File.WriteAllTextAsync(file, "requesterEmail,team,what,reason,effect,conditions,answerBy,neededBy\nmarta@osterfenn.example,Warehouse,Find it,Why,What for,\"Found\nand shown\",2030-01-08,2030-01-10\n");
        var (code, said) = await Import(house, "C.UTF-8", "asks", file);
        (code, said.Split('\n')[1]).ShouldBe((0, "Asks: 1 new, 0 asked already."));
        var found = (await house.Call(Cast.Wanda).Get("asks?role=mine")).Items.ShouldHaveSingleItem().GetProperty("id").GetString();
        (await house.Call(Cast.Wanda).Get($"asks/{found}"))["conditions"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["Found", "and shown"]);
    }

    private static async Task<(int Code, string Said)> Import(TestHouse house, string language, params string[] words)
    {
        string[] store = house.Settings.Database is { } database ? ["--database", database] : ["--data", house.Settings.Data!];
        using var inward = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Inward.Server.dll"), "import", .. words, "--workspace", "Osterfenn", .. store])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = language },
        })!;
        var (said, complained) = (inward.StandardOutput.ReadToEndAsync(), inward.StandardError.ReadToEndAsync());
        await inward.WaitForExitAsync();
        return (inward.ExitCode, await said + await complained);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // Words that German sentences never hold, and the names in the file do not either.
    private static IEnumerable<string> English(string text) => EnglishWords().Matches(text).Select(word => word.Value).Distinct();

    [GeneratedRegex(@"\b(the|is|are|of|and|with|this|that|nobody|row|rows|it|has|have|not|stays?|left|lines?|first|changed|address|too|written|imported|manager|read as|people)\b(?!"")", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWords();
}

public sealed class ImportWordsOnSqlite() : ImportWordsStories(Engine.Sqlite);

public sealed class ImportWordsOnPostgres() : ImportWordsStories(Engine.Postgres);
