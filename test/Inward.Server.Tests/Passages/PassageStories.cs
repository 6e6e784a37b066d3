using System.Text;
using Inward.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Imports;

namespace Inward.Server.Tests.Passages;

/// <summary>Event logs come in through page, program and command line, are counted in the same transaction, and go again.</summary>
public abstract class PassageStories(TestHouse house)
{
    private const string Orders = """
        case,activity,time,team,resource,product,deadline,case_enddate
        7,ordered,2026-10-01T08:00:00+02:00,Sales,Ann,Bench,2026-10-09,2026-10-08
        7,packed,2026-10-05T08:00:00+02:00,Store,Bob,Bench,2026-10-09,2026-10-08
        7,shipped,2026-10-08T08:00:00+02:00,Store,Bob,Bench,2026-10-09,2026-10-08
        8,ordered,2026-10-25T02:30:00+01:00,Sales,Ann,Rail,2026-10-27,
        8,packed,Date Not Captured,Store,Bob,Rail,2026-10-27,
        8,packed,2026-10-29T08:00:00+01:00,Store,Cem,Rail,2026-10-27,

        """;

    [Fact]
    public async Task An_administrator_brings_a_log_in_everybody_reads_what_it_measured_and_it_goes_again()
    {
        var priya = await house.Browse(Cast.Priya);
        var page = await priya.Submit(await priya.Open("/imports?kind=events"), "form[enctype]", new { kind = "events", files = new Upload("Orders of October.csv", Encoding.UTF8.GetBytes(Orders)) });
        page.Expect(200).Text.ShouldContain("Events: 5, of 2 cases, in 3 stages.");
        page.Text.ShouldContain("“Date Not Captured” is not a day.");
        (await Count("select count(*) from passage_case where workspace = @Osterfenn and log in (select id from passage_log where name = 'Orders of October')")).ShouldBe(0);
        var written = await priya.Submit(page, "form[action$='handler=apply']");
        written.Expect(200).Text.ShouldContain("Of these, 5 are new in the log “Orders of October”.");

        var marta = await house.Browse(Cast.Marta);
        var logs = await marta.Open("/passages");
        var log = await marta.Open(logs.Expect(200).All("a").Single(a => a.TextContent == "Orders of October").GetAttribute("href")!);
        log.Expect(200).Text.ShouldContain("Until “");
        log.Find("#stages tbody")!.TextContent.ShouldContain("packed");
        log.Find("svg.flow")!.TextContent.ShouldContain("shipped");
        log.Text.ShouldNotContain("Bob");
        (await marta.Open(log.Path + "?cut=month:2026-10&shown=100")).Expect(200);
        (await marta.Open(log.Path + "?cut=team:Store")).Expect(422).Text.ShouldContain("There are no figures of “Store”. Small groups of people are not told apart.");

        (await priya.Submit(written, "form[action$='handler=undo']")).Expect(200).Text.ShouldContain("It has been taken back.");
        foreach (var table in new[] { "passage_log where name = 'Orders of October' and", "passage_case where", "passage_cut where", "passage_word where", "passage_import where" })
            (await Count($"select count(*) from {table} workspace = @Osterfenn and {(table.StartsWith("passage_log", StringComparison.Ordinal) ? "1 = 1" : "log not in (select id from passage_log)")}")).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_and_a_later_one_what_is_new()
    {
        await Bring("Twice", Orders);
        var first = await Figures("Twice");
        (await Bring("Twice", Orders)).ShouldContain("Of these, 0 are new in the log “Twice”.");
        (await Figures("Twice")).ShouldBe(first);
        var later = Orders.Replace("2026-10-27,\n", "2026-12-24,2026-11-02\n", StringComparison.Ordinal) + "8,shipped,2026-11-02T08:00:00+01:00,Store,Cem,Rail,2026-12-24,2026-11-02\n";
        (await Bring("Twice", later)).ShouldContain("Of these, 1 are new in the log “Twice”.");
        var figures = (await house.Call(Cast.Marta).Get($"passages/logs/{await LogNamed("Twice")}")).Expect(200)["figures"];
        figures.GetProperty("cases").GetProperty("passings").GetInt64().ShouldBe(6);
        // What was promised first counts, and was not kept.
        figures.GetProperty("cases").GetProperty("onTime").GetProperty("of").GetInt64().ShouldBe(1);
        figures.GetProperty("cases").GetProperty("onTime").GetProperty("total").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task A_taken_back_import_leaves_what_another_file_told()
    {
        var lines = Orders.Split('\n');
        await Bring("Halves", string.Join('\n', lines[..4]) + "\n");
        var planned = await Plan("Halves", string.Join('\n', [lines[0], .. lines[4..]]));
        (await house.Call(Cast.Priya).Post($"imports/{planned}/application")).Expect(200);
        (await Cases("Halves")).ShouldBe(2);
        (await house.Call(Cast.Priya).Post($"imports/{planned}/undoing")).Expect(200);
        (await Cases("Halves")).ShouldBe(1);
    }

    [Fact]
    public async Task No_name_of_who_did_something_is_kept()
    {
        await Bring("Names", Orders.Replace("Ann", "Annegret Umlaut", StringComparison.Ordinal));
        var words = await house.Read(s => s.All<string>("select word || people from passage_word where workspace = @Osterfenn", new { Cast.Osterfenn }));
        words.ShouldNotContain(word => word.Contains("Annegret", StringComparison.Ordinal));
        var packed = await house.Read(s => s.All<byte[]>("select packed from passage_case where workspace = @Osterfenn", new { Cast.Osterfenn }));
        packed.ShouldNotContain(bytes => Encoding.UTF8.GetString(bytes).Contains("Annegret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_as_XES_is_read_like_one_as_CSV()
    {
        const string xes = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1.0" xmlns="http://www.xes-standard.org/"><extension name="Time" prefix="time" uri="http://x/"/>
            <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
            <trace><string key="concept:name" value="A"/><int key="amount" value="5"/>
              <event><string key="concept:name" value="mill"><string key="inner" value="x"/></string><date key="time:timestamp" value="2026-01-01T08:00:00.000+01:00"/><string key="lifecycle:transition" value="start"/></event>
              <event><string key="concept:name" value="mill"/><date key="time:timestamp" value="2026-01-01T10:00:00.000+01:00"/><string key="lifecycle:transition" value="complete"/></event>
              <event/>
              <event><string key="concept:name" value="pack"/><date key="time:timestamp" value="2026-01-01T11:00:00.000+01:00"/><string key="lifecycle:transition" value="complete"/></event>
            </trace></log>
            """;
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(xes));
        await Bring("Plain xes", xes);
        await Bring("Packed xes", packed.ToArray());
        foreach (var name in new[] { "Plain xes", "Packed xes" })
        {
            var figures = (await house.Call(Cast.Marta).Get($"passages/logs/{await LogNamed(name)}")).Expect(200)["figures"];
            figures.GetProperty("stages").EnumerateArray().Select(stage => (stage.GetProperty("name").GetString(), stage.GetProperty("passings").GetInt64())).ShouldBe([("mill", 1), ("pack", 1)]);
            figures.GetProperty("stages")[0].GetProperty("time").GetProperty("median").GetDouble().ShouldBe(7_200_000);
        }
        foreach (var bad in new[] { """<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "b">]><log><trace><event><string key="concept:name" value="&a;"/></event></trace></log>""", "<log><trace><event>", "<log></log>" })
            (await house.Call(Cast.Priya).Post("imports?kind=events&name=bad.xes", new ByteArrayContent(Encoding.UTF8.GetBytes(bad)))).Expect(422);
    }

    [Fact]
    public async Task A_log_that_is_no_log_is_refused_with_a_sentence_and_keeps_nothing()
    {
        var million = new StringBuilder("case,activity,time\n");
        for (var at = 0; at < 3_000; at++)
            million.Append($"A,activity {at},2026-01-01\n");
        (await house.Call(Cast.Priya).Post("imports?kind=events&name=m.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(million.ToString())))).Expect(422)["detail"].GetString()!.ShouldContain("different words");
        (await house.Call(Cast.Priya).Post("imports?kind=events&name=m.csv", new ByteArrayContent("name,town\nA,B\n"u8.ToArray()))).Expect(422)["detail"].GetString()!.ShouldContain("No column says any of these: Case.");
        (await house.Call(Cast.Marta).Get("passages/logs?limit=5")).Expect(200).Items.ShouldNotContain(log => log.GetProperty("name").GetString() == "m");
        (await house.Call(Cast.Marta).Get($"passages/logs/{Cast.Marta.Id}")).Expect(404);
    }

    [Theory]
    [InlineData("incidents-volvo", "incidents", "events")]
    [InlineData("requests-servicenow", "incidents", "events")]
    public async Task A_real_log_goes_through_the_API_to_disk_and_back(string set, string cases, string events)
    {
        var answers = RealData.Answers(set);
        await Bring(set, await File.ReadAllBytesAsync(RealData.PathOf(set, "events.csv")));
        var log = (await house.Call(Cast.Marta).Get($"passages/logs/{await LogNamed(set)}")).Expect(200);
        log["figures"].GetProperty("cases").GetProperty("cases").GetInt64().ShouldBe((long)answers[cases]!);
        log["figures"].GetProperty("cases").GetProperty("passings").GetInt64().ShouldBe((long)answers[events]!);
        if (set == "incidents-volvo")
            log["figures"].GetProperty("cases").GetProperty("backAndForth").GetProperty("of").GetInt64().ShouldBe((long)answers["ping_pong"]!);
        var teams = log["cuts"].EnumerateArray().Where(cut => cut.GetProperty("by").GetString() == "team").ToList();
        teams.Count.ShouldBeGreaterThan(5);
        var apart = teams[^1].GetProperty("of").GetString()!;
        (await house.Call(Cast.Marta).Get($"passages/logs/{await LogNamed(set)}?by=team&of={Uri.EscapeDataString(apart)}")).Expect(200)["figures"].GetProperty("stages").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private Task<string[]> Bring(string name, string text) => Bring(name, Encoding.UTF8.GetBytes(text));

    private async Task<string[]> Bring(string name, byte[] content)
    {
        var planned = (await house.Call(Cast.Priya).Post($"imports?kind=events&name={Uri.EscapeDataString(name)}.csv", new ByteArrayContent(content))).Expect(201);
        var applied = (await house.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
        return [.. applied["said"].EnumerateArray().Select(said => said.GetString()!)];
    }

    private async Task<string> Plan(string name, string text) =>
        (await house.Call(Cast.Priya).Post($"imports?kind=events&name={Uri.EscapeDataString(name)}.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(text)))).Expect(201).Id;

    private async Task<string> LogNamed(string name) =>
        (await house.Call(Cast.Marta).Get("passages/logs")).Expect(200).Items.Single(log => log.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    private async Task<string> Figures(string name) => (await house.Call(Cast.Marta).Get($"passages/logs/{await LogNamed(name)}")).Expect(200)["figures"].GetRawText();

    private async Task<long> Cases(string name) => (await house.Call(Cast.Marta).Get($"passages/logs/{await LogNamed(name)}")).Expect(200)["log"].GetProperty("cases").GetInt64();

    private Task<long> Count(string sql) => house.Read(s => s.Count(sql, new { Cast.Osterfenn }));
}

public sealed class PassagesOnSqlite(SqliteHouse house) : PassageStories(house), IClassFixture<SqliteHouse>;

public sealed class PassagesOnPostgres(PostgresHouse house) : PassageStories(house), IClassFixture<PostgresHouse>;
