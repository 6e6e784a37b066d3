using System.Globalization;
using System.Text;
using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Relationships;

/// <summary>Who mails whom: only where the company wants it, told to the two alone, and of units never of fewer than five.</summary>
public abstract class MailLogStories(Engine engine)
{
    private const string Secret = "merger with the heron";

    [Fact]
    public async Task A_log_is_refused_until_an_administrator_turns_it_on_and_everybody_sees_that()
    {
        await using var house = await TestHouse.Open(engine);
        var (priya, log) = (house.Call(Cast.Priya), Log("marta@osterfenn.example,wanda@osterfenn.example,2026-11-20 14:03:10"));
        (await priya.Post("imports?kind=mails&name=log.csv", log)).Expect(409)["detail"].GetString()!.ShouldContain("keeps no mail logs");
        (await (await house.Browse(Cast.Priya)).Open("/imports")).Text.ShouldContain("It is off: Settings, Company turns it on.");
        (await (await house.Browse(Cast.Birgit)).Open("/settings/records")).Text.ShouldNotContain("Mailprotokolle");
        (await house.Call(Cast.Marta).Patch("company", new { mailLogs = true }, "*")).Expect(403);

        var page = await (await house.Browse(Cast.Priya)).Open("/settings/company");
        (await (await house.Browse(Cast.Priya)).Submit(page, "main form", new { mailLogs = "true" })).Expect(200);
        (await house.Call(Cast.Marta).Get("company")).Expect(200)["mailLogs"].GetBoolean().ShouldBeTrue();
        (await (await house.Browse(Cast.Birgit)).Open("/settings/records")).Expect(200).Text.ShouldContain("Mailprotokolle sind eingeschaltet");
        (await house.Read(s => s.All<string>("select payload from happening where kind = 'workspace.changed'"))).Single().ShouldContain("mailLogs");
        (await (await house.Browse(Cast.Marta)).Open("/teams")).Text.ShouldContain("Mail between teams");
        (await priya.Post("imports?kind=mails&name=log.csv", Log("marta@osterfenn.example,wanda@osterfenn.example,2026-11-20 14:03:10"))).Expect(201);
    }

    [Fact]
    public async Task The_figures_of_two_are_theirs_alone_by_every_door()
    {
        await using var house = await On();
        await Bring(house, string.Join('\n', Enumerable.Repeat("marta@osterfenn.example,wanda@osterfenn.example,2026-11-20 14:03:10", 7).Append("wanda@osterfenn.example,marta@osterfenn.example,2026-11-21 08:00:00")));
        var marta = (await house.Call(Cast.Marta).Get($"me/relationships/{Cast.Wanda.Id}/mail")).Expect(200);
        Math.Round(marta["fromMe"].GetDouble()).ShouldBe(7);
        marta["mutual"].GetDouble().ShouldBe(marta["toMe"].GetDouble());
        (await house.Call(Cast.Wanda).Get($"me/relationships/{Cast.Marta.Id}/mail"))["toMe"].GetDouble().ShouldBe(marta["fromMe"].GetDouble());
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Wanda.Id}")).Find("#mail")!.TextContent.ShouldContain("7 from you to Wanda Lorenz, 1 from Wanda Lorenz to you");
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Marta.Id}")).Find("#mail").ShouldBeNull();

        // Who leads them, who administers, who has no part, who is elsewhere.
        foreach (var other in (Colleague[])[Cast.Gareth, Cast.Helen, Cast.Priya, Cast.Noor])
        {
            foreach (var one in (Colleague[])[Cast.Marta, Cast.Wanda])
            {
                (await house.Call(other).Get($"me/relationships/{one.Id}/mail")).Expect(200)["lastOn"].ValueKind.ShouldBe(JsonValueKind.Null, other.Name);
                (await (await house.Browse(other)).Open($"/people/{one.Id}")).Find("#mail").ShouldBeNull(other.Name);
            }
            (await house.Call(other).Get("me/records/export")).Expect(200)["mailContacts"].GetArrayLength().ShouldBe(0, other.Name);
        }
        (await house.Call(Cast.Stranger).Get($"me/relationships/{Cast.Marta.Id}/mail")).Expect(404);
        var mine = (await house.Call(Cast.Marta).Get("me/records/export")).Expect(200)["mailContacts"].EnumerateArray().Single();
        (mine.GetProperty("name").GetString(), mine.GetProperty("sent").GetInt32(), mine.GetProperty("received").GetInt32()).ShouldBe(("Wanda Lorenz", 7, 1));
        (await house.Call(Cast.Marta).Get($"me/relationships/{Cast.Warehouse}/mail")).Expect(422);
        (await new Terminal(house.Address.ToString(), Cast.Marta.Token).Type("mailed", "Wanda Lorenz")).Expect(0).Said.ShouldContain("From me: 6.");
    }

    [Fact]
    public async Task No_subject_and_no_stranger_is_kept_anywhere()
    {
        await using var house = await On();
        var import = await Bring(house, $"marta@osterfenn.example,wanda@osterfenn.example,2026-11-20 14:03:10,{Secret}\nmarta@osterfenn.example,elin@herons.example,2026-11-20 14:03:10,{Secret}\nmarta@osterfenn.example,wanda@osterfenn.example,some day,{Secret}", apply: false);
        (await Holding(house, Secret)).ShouldBeEmpty("before it is written");
        (await house.Call(Cast.Priya).Post($"imports/{import}/application")).Expect(200);
        (await Holding(house, Secret)).ShouldBeEmpty();
        (await Holding(house, "elin@herons.example")).ShouldBeEmpty();
        (await Holding(house, "14:03")).ShouldBeEmpty();
        (await house.Read(s => s.Count("select sum(mails) from mail_contact"))).ShouldBe(1);
        // The search itself finds what is there.
        (await Holding(house, Cast.Wanda.Email)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Taken_back_or_turned_off_it_is_gone_and_brought_twice_it_counts_once()
    {
        await using var house = await On();
        const string log = "marta@osterfenn.example,wanda@osterfenn.example,2026-11-20 14:03:10\nmarta@osterfenn.example,wanda@osterfenn.example,2026-11-20 15:00:00";
        var first = await Bring(house, log);
        var again = await Bring(house, log);
        (await house.Read(s => s.Count("select sum(mails) from mail_contact"))).ShouldBe(2);
        (await house.Call(Cast.Priya).Post($"imports/{again}/undoing")).Expect(200);
        (await house.Read(s => s.Count("select sum(mails) from mail_contact"))).ShouldBe(2);
        (await house.Call(Cast.Priya).Post($"imports/{first}/undoing")).Expect(200);
        (await house.Read(s => s.Count("select count(*) from mail_contact"))).ShouldBe(0);
        await Bring(house, log);
        (await house.Call(Cast.Priya).Patch("company", new { mailLogs = false }, "*")).Expect(200);
        (await house.Read(s => s.Count("select count(*) from mail_contact"))).ShouldBe(0);
        (await house.Call(Cast.Marta).Get($"me/relationships/{Cast.Wanda.Id}/mail")).Expect(200)["on"].GetBoolean().ShouldBeFalse();
        (await (await house.Browse(Cast.Marta)).Open("/teams/mail")).Expect(200).Text.ShouldContain("Your company keeps no mail logs");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_resets_no_cadence()
    {
        await using var house = await On();
        var before = (await house.Call(Cast.Marta).Get($"me/relationships/{Cast.Wanda.Id}")).Expect(200).Body;
        await Bring(house, "marta@osterfenn.example,wanda@osterfenn.example,2026-11-20 14:03:10\nwanda@osterfenn.example,marta@osterfenn.example,2026-11-20 14:03:10");
        (await house.Call(Cast.Marta).Get($"me/relationships/{Cast.Wanda.Id}")).Body.ShouldBe(before);
    }

    [Fact]
    public async Task Units_are_told_to_everybody_once_a_quarter_and_small_ones_together()
    {
        await using var house = await On();
        var people = "name,email,team\n" + string.Join('\n', new[] { "Yard", "Office", "Attic" }.SelectMany(team => Enumerable.Range(0, team == "Attic" ? 2 : 6).Select(n => $"{team} {n},{team.ToLowerInvariant()}{n}@x.example,{team}")));
        var brought = (await house.Call(Cast.Priya).Post("imports?kind=people&name=p.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(people)))).Expect(201).Id;
        (await house.Call(Cast.Priya).Post($"imports/{brought}/application")).Expect(200);
        var mails = from n in Enumerable.Range(0, 6) from to in new[] { $"office{(n + 1) % 6}", $"office{n}" } select $"yard{n}@x.example,{to}@x.example,2026-08-0{n + 1}";
        var back = from n in Enumerable.Range(0, 6) select $"office{n}@x.example,yard{n}@x.example,2026-08-0{n + 1}";
        await Bring(house, string.Join('\n', [.. mails, .. back, "attic0@x.example,yard1@x.example,2026-08-01", "attic0@x.example,attic1@x.example,2026-08-01", "yard0@x.example,yard1@x.example,2026-10-10"]));

        var told = (await house.Call(Cast.Noor).Get("teams/mail")).Expect(200);
        told["quarter"].GetString().ShouldBe("2026-Q3", "the fourth quarter is not over");
        var cells = told["cells"].EnumerateArray().ToDictionary(c => string.Join('+', c.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("name").GetString())), c => c.GetProperty("mails").GetInt32());
        cells.ShouldBe(new Dictionary<string, int> { ["Office"] = 12, ["Yard"] = 7 }, ignoreOrder: true);
        told.Body.ShouldNotContain("attic", Case.Insensitive);
        var page = (await (await house.Browse(Cast.Noor)).Open("/teams/mail")).Expect(200);
        page.All("tbody tr").Count.ShouldBe(2);
        (await (await house.Browse(Cast.Noor)).Open("/teams/mail?quarter=soon")).Expect(422);
        (await new Terminal(house.Address.ToString(), Cast.Noor.Token).Type("teams", "mail")).Expect(0).Said.ShouldContain("12  to Office");
        foreach (var person in (string[])["Yard 1", "Office 2"])
            (told.Body + page.Text).ShouldNotContain(person);

        // What comes later about a counted quarter changes nothing that is told.
        await Bring(house, "yard5@x.example,office4@x.example,2026-08-20");
        (await house.Call(Cast.Noor).Get("teams/mail")).Body.ShouldBe(told.Body);
    }

    private async Task<TestHouse> On()
    {
        var house = await TestHouse.Open(engine);
        (await house.Call(Cast.Priya).Patch("company", new { mailLogs = true }, "*")).Expect(200);
        return house;
    }

    private static ByteArrayContent Log(string rows) => new(Encoding.UTF8.GetBytes($"sender,recipient,sent_at,subject\n{string.Join('\n', rows.Split('\n').Select(r => r.Count(c => c == ',') == 2 ? r + "," : r))}\n"));

    private static async Task<string> Bring(TestHouse house, string rows, bool apply = true)
    {
        var planned = (await house.Call(Cast.Priya).Post("imports?kind=mails&name=log.csv", Log(rows))).Expect(201).Id;
        if (apply)
            (await house.Call(Cast.Priya).Post($"imports/{planned}/application")).Expect(200);
        return planned;
    }

    // Every text and every byte of every table.
    private static async Task<List<string>> Holding(TestHouse house, string text)
    {
        var found = new List<string>();
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
        foreach (var table in (string[])["import", "import_file", "import_row", "happening", "mail_contact", "mail_cut", "search", "job", "idempotency", "person"])
        {
            var sql = house.Engine == Engine.Postgres ? $"select count(*) from {table} x where x::text like @like or x::text like @hex"
                : $"select count(*) from {table} x where {string.Join(" or ", await Columns(house, table))}";
            if (await house.Read(s => s.Count(sql, new { like = $"%{text}%", hex = $"%{hex}%", text })) > 0)
                found.Add(table);
        }
        return found;
    }

    private static async Task<IEnumerable<string>> Columns(TestHouse house, string table) =>
        (await house.Read(s => s.All<string>($"select name from pragma_table_info('{table}')"))).Select(c => string.Create(CultureInfo.InvariantCulture, $"instr(cast({c} as text), @text) > 0"));
}

public sealed class MailLogsOnSqlite() : MailLogStories(Engine.Sqlite);

public sealed class MailLogsOnPostgres() : MailLogStories(Engine.Postgres);
