using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Calendars;

/// <summary>My days in my own calendar: by an address that only I know, read by the programs that others wrote.</summary>
public abstract class CalendarStories(TestHouse house)
{
    private const string ReadEvents = """
        import ICAL from 'ical.js';
        import fs from 'fs';
        const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, 'utf8')));
        for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
        console.log(JSON.stringify(calendar.getAllSubcomponents('vevent').map(e => new ICAL.Event(e)).map(e => ({
          uid: e.uid, summary: e.summary, description: e.description, day: e.startDate.isDate ? e.startDate.toString() : null,
          start: e.startDate.isDate ? null : e.startDate.toJSDate().toISOString(), minutes: e.duration.toSeconds() / 60 }))));
        """;

    [Fact]
    public async Task It_holds_what_I_promised_what_is_promised_to_me_what_I_should_answer_and_whom_I_mean_to_talk_with()
    {
        var (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var promised = await Ask("Weigh; crate, the pump\nand its \\ box");
        (await wanda.Post($"asks/{promised}/promise", new { by = "2026-12-02" })).Expect(200);
        var waiting = await Ask("Photograph the crate");
        (await wanda.Post($"me/relationships/{Cast.Marta.Id}/plan", new { at = "2026-12-03T09:30:00Z", about = "Lady Skærbo's crates" })).Expect(200);

        var hers = await Events(await Feed(wanda));
        var owed = hers.Single(e => e.Uid == $"owed-{promised}@inward");
        (owed.Day, owed.Summary).ShouldBe(("2026-12-02", "Promised: Weigh; crate, the pump\nand its \\ box"));
        owed.Description.ShouldBe($"You promised {Cast.Marta.Name}\n{house.Address}asks/{promised}");
        hers.Single(e => e.Uid == $"answer-{waiting}@inward").Day.ShouldBe("2026-11-27");
        var talk = hers.Single(e => e.Uid == $"talk-{Cast.Marta.Id}@inward");
        (talk.Start, talk.Minutes, talk.Summary).ShouldBe(("2026-12-03T09:30:00.000Z", 30, $"Talk with {Cast.Marta.Name}: Lady Skærbo's crates"));

        var his = await Events(await Feed(marta));
        his.Single(e => e.Uid == $"awaited-{promised}@inward").Summary.ShouldStartWith($"{Cast.Wanda.Name} promised: Weigh");
        his.ShouldNotContain(e => e.Uid.StartsWith("talk-", StringComparison.Ordinal), "what she plans is hers alone");
        his.ShouldNotContain(e => e.Uid.Contains(waiting), "the answer is hers to give");
    }

    [Theory]
    [InlineData("Asia/Kathmandu")]
    [InlineData("America/New_York")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Asuncion")]
    [InlineData("Europe/Dublin")]
    [InlineData("Africa/Cairo")]
    [InlineData("Pacific/Chatham")]
    [InlineData("UTC")]
    public async Task A_planned_talk_is_at_its_hour_wherever_I_live_and_whatever_the_clocks_do(string zone)
    {
        var noor = house.Call(Cast.Noor);
        (await noor.Patch("me", new { zone }, (await noor.Get("me")).ETag)).Expect(200);
        // Around the nights on which the clocks of one half of the world or the other change.
        foreach (var at in new[] { "2027-03-14T06:59:00Z", "2027-03-14T07:00:00Z", "2027-03-28T01:00:00Z", "2027-04-03T15:30:00Z", "2027-10-31T00:59:00Z", "2027-10-31T01:00:00Z", "2026-12-24T23:30:00Z" })
        {
            (await noor.Post($"me/relationships/{Cast.Marta.Id}/plan", new { at })).Expect(200);
            (await Events(await Feed(noor))).Single(e => e.Uid.StartsWith("talk-", StringComparison.Ordinal)).Start.ShouldBe(at.Replace("Z", ".000Z", StringComparison.Ordinal), zone);
        }
        (await noor.Post($"me/relationships/{Cast.Marta.Id}/plan", new { })).Expect(200);
        (await Events(await Feed(noor))).ShouldNotContain(e => e.Uid.StartsWith("talk-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Khal_and_vdirsyncer_read_it()
    {
        var wanda = house.Call(Cast.Wanda);
        var ask = await Ask("Load the lorry, please");
        (await wanda.Post($"asks/{ask}/promise", new { by = "2026-12-04" })).Expect(200);
        (await wanda.Post($"me/relationships/{Cast.Piotr.Id}/plan", new { at = "2026-12-04T13:00:00Z", about = "Überstunden" })).Expect(200);
        var folder = Place.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "vdir.conf"), $"""
            [general]
            status_path = "{folder}/status"
            [pair inward]
            a = "there"
            b = "here"
            collections = null
            [storage there]
            type = "http"
            url = "{new Uri(house.Address, await Address(wanda))}"
            [storage here]
            type = "filesystem"
            path = "{folder}/here"
            fileext = ".ics"
            """);
        Directory.CreateDirectory(Path.Combine(folder, "here"));
        var environment = new Dictionary<string, string> { ["VDIRSYNCER_CONFIG"] = Path.Combine(folder, "vdir.conf"), ["HOME"] = folder, ["LC_ALL"] = "C.UTF-8" };
        await Peer.Says("vdirsyncer", ["discover"], environment, told: "y\ny\n");
        var said = await Peer.Says("vdirsyncer", ["sync"], environment);
        Directory.GetFiles(Path.Combine(folder, "here")).Length.ShouldBeGreaterThanOrEqualTo(2, said);

        await File.WriteAllTextAsync(Path.Combine(folder, "khal.conf"), $"""
            [calendars]
            [[inward]]
            path = {folder}/here
            [locale]
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            local_timezone = Europe/Berlin
            default_timezone = Europe/Berlin
            [sqlite]
            path = {folder}/khal.db
            """);
        var listed = await Peer.Says("khal", ["-c", Path.Combine(folder, "khal.conf"), "list", "--format", "{start-date}|{start-time}|{title}", "2026-12-04", "1d"], environment);
        listed.ShouldContain("2026-12-04||Promised: Load the lorry, please");
        listed.ShouldContain($"2026-12-04|14:00|Talk with {Cast.Piotr.Name}: Überstunden");
    }

    [Fact]
    public async Task The_address_is_told_once_a_new_one_ends_the_old_and_it_ends_with_me()
    {
        var gareth = house.Call(Cast.Gareth);
        (await gareth.Get("me/calendar")).Expect(200)["madeAt"].ValueKind.ShouldBe(JsonValueKind.Null);
        var anybody = await house.Browse();
        var browser = await house.Browse(Cast.Gareth);
        var page = (await browser.Submit(await browser.Open("/settings/calendar"), "main form")).Expect(200);
        var first = new Uri(page.Find("#address")!.GetAttribute("value")!).PathAndQuery;
        (await browser.Open("/settings/calendar")).Find("#address").ShouldBeNull();
        (await anybody.Open(first)).Expect(200).Text.ShouldStartWith("BEGIN:VCALENDAR VERSION:2.0");
        var second = await Address(gareth);
        (await anybody.Open(first)).Expect(404);
        (await anybody.Open(second)).Expect(200);
        (await house.Call().Get(second)).Expect(200).ETag.ShouldNotBeNull();
        (await house.Call().Get(second, (await house.Call().Get(second)).ETag)).Expect(304);
        (await house.Call().Send(HttpMethod.Head, second, null)).Expect(200).Body.ShouldBeEmpty();
        (await gareth.Delete("me/calendar", "*")).Expect(204);
        (await gareth.Delete("me/calendar", "*")).Expect(204);
        (await anybody.Open(second)).Expect(404);

        var third = await Address(gareth);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Gareth.Id}/departure")).Expect(200);
        (await anybody.Open(third)).Expect(404);
    }

    protected async Task<string> Ask(string what) => (await house.Call(Cast.Marta).Post("asks", new
    {
        what, performer = Cast.Wanda.Id, reason = "It leaves on Thursday.", effect = "Elin can plan.", conditions = new[] { "A date" }, answerBy = "2026-11-27", neededBy = "2026-12-18",
    })).Expect(201).Id;

    protected static async Task<string> Address(Caller who) => new Uri((await who.Post("me/calendar")).Expect(201)["address"].GetString()!).PathAndQuery;

    private async Task<string> Feed(Caller who)
    {
        var text = (await house.Call().Get(await Address(who))).Expect(200);
        text.Type.ShouldBe("text/calendar");
        foreach (var line in text.Body.Split("\r\n"))
            System.Text.Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75, line);
        return text.Body;
    }

    private static async Task<List<Seen>> Events(string calendar)
    {
        var said = await Peer.Node("ical.js", ReadEvents, calendar);
        return said.StartsWith('[') ? JsonSerializer.Deserialize<List<Seen>>(said, JsonSerializerOptions.Web)! : throw new InvalidOperationException($"{said}\n{calendar}");
    }

    private sealed record Seen(string Uid, string Summary, string? Description, string? Day, string? Start, int Minutes);
}

public sealed class CalendarsOnSqlite(SqliteHouse house) : CalendarStories(house), IClassFixture<SqliteHouse>;

public sealed class CalendarsOnPostgres(PostgresHouse house) : CalendarStories(house), IClassFixture<PostgresHouse>;
