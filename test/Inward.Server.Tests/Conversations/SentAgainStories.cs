using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Conversations;

/// <summary>A form that is sent again, because nobody heard the reply, is logged once.</summary>
public abstract class SentAgainStories(TestHouse house)
{
    [Fact]
    public async Task The_same_form_sent_three_times_is_one_talk_and_leads_to_it_each_time()
    {
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open("/conversations/new");
        var led = new List<string>();
        for (var i = 0; i < 3; i++)
            led.Add((await marta.Submit(form, "form.card", new { with = Cast.Wanda.Name, text = "Sent three times" })).Path);
        led.Distinct().Count().ShouldBe(1);
        led[0].ShouldStartWith("/conversations/");
        (await Talks("Sent three times")).Count.ShouldBe(1);
        await marta.Submit(form, "form.card", new { with = Cast.Wanda.Name, text = "Gone back, and another one was typed" });
        (await Talks("Gone back")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_talk_that_waited_is_dated_when_it_was_typed_and_never_in_the_future()
    {
        foreach (var (age, hours, words) in new[] { ("7200", 2, "Waited a while"), ("-7200", 0, "Came too early"), ("99999999999999", 24 * 3660, "Lay in a drawer") })
        {
            var marta = await house.Browse(Cast.Marta);
            var form = await marta.Open("/conversations/new");
            var now = house.Clock.GetUtcNow();
            (await marta.Submit(form, "form.card", new { with = Cast.Wanda.Name, text = words, on = "", age })).Path.ShouldStartWith("/conversations/");
            (now - (await Talks(words))[0].GetProperty("at").GetDateTimeOffset()).TotalHours.ShouldBe(hours, 0.2);
        }
    }

    [Fact]
    public async Task A_form_that_somebody_else_opened_is_refused_and_keeps_what_was_typed()
    {
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open("/conversations/new");
        var refused = await marta.Submit(form, "form.card", new { with = Cast.Piotr.Name, text = "Typed by Wanda", by = Cast.Wanda.Id });
        refused.Status.ShouldBe(409);
        refused.Text.ShouldContain("opened by somebody else");
        refused.Text.ShouldContain("Typed by Wanda");
        (await Talks("Typed by Wanda")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_program_s_key_is_forgotten_after_a_day_and_a_form_s_after_a_month()
    {
        await using var alone = await TestHouse.Open(house.Engine);
        var marta = await alone.Browse(Cast.Marta);
        await marta.Submit(await marta.Open("/conversations/new"), "form.card", new { with = Cast.Wanda.Name, text = "Kept a month" });
        (await alone.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Wanda.Id }, text = "Kept a day" }, key: "once")).Expect(201);
        (await Keys(alone)).ShouldBe(2);
        alone.Clock.MoveOn(TimeSpan.FromHours(25));
        await alone.DoJobs();
        (await Keys(alone)).ShouldBe(1);
        alone.Clock.MoveOn(TimeSpan.FromDays(30));
        await alone.DoJobs();
        (await Keys(alone)).ShouldBe(0);
    }

    [Fact]
    public async Task A_phone_can_put_Inward_on_its_home_screen_in_its_language()
    {
        using var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Add("Accept-Language", "de");
        var manifest = System.Text.Json.JsonDocument.Parse(await http.GetStringAsync("/app.webmanifest")).RootElement;
        manifest.GetProperty("shortcuts")[0].GetProperty("name").GetString().ShouldBe("Gespräch festhalten");
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
            (await http.GetAsync(icon.GetProperty("src").GetString())).Content.Headers.ContentType!.MediaType.ShouldBe(icon.GetProperty("type").GetString());
    }

    private static Task<long> Keys(TestHouse house) => house.Read(session => session.Count("select count(*) from idempotency"));

    private async Task<IReadOnlyList<System.Text.Json.JsonElement>> Talks(string words) =>
        [.. (await house.Call(Cast.Marta).Get($"conversations?q={Uri.EscapeDataString(words)}")).Expect(200).Items];
}

public sealed class SentAgainOnSqlite(SqliteHouse house) : SentAgainStories(house), IClassFixture<SqliteHouse>;

public sealed class SentAgainOnPostgres(PostgresHouse house) : SentAgainStories(house), IClassFixture<PostgresHouse>;
