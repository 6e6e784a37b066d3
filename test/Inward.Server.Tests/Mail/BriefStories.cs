using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Mail;

/// <summary>The brief of the day by mail: at the hour its reader chose, in their zone and language, and never without something to say.</summary>
public abstract class BriefStories(Engine engine)
{
    [Fact]
    [Shows("A9")]
    public async Task It_comes_at_the_chosen_hour_and_says_what_the_page_says()
    {
        await using var house = await MailHouse.Open(engine);
        await Wishes(house, Cast.Wanda, "07:30");
        await house.Ask(new { performer = Cast.Wanda.Id, answerBy = "2026-11-25" }, "Weigh the second pump");
        await house.MailLeaves();
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 24, 7, 29, 0));
        house.Sink.TakeAll().ShouldBeEmpty("it is not time yet");

        await house.Until(new DateTime(2026, 11, 24, 7, 31, 0));
        var mail = house.Sink.TakeAll().ShouldHaveSingleItem();
        mail.To.ShouldBe([Cast.Wanda.Email]);
        mail.Subject.ShouldBe("Your Tuesday: 1 to answer");
        mail.Text.ShouldContain("Tuesday, 24 November");
        mail.Text.ShouldContain("To answer\n  - Weigh the second pump\n    Marta Nowak asks you · answer by tomorrow".Replace("Marta Nowak", Cast.Marta.Name, StringComparison.Ordinal));
        mail.Html.ShouldContain("Weigh the second pump");
        (await (await house.Browse(Cast.Wanda)).Open("/")).Find("#to-answer")!.TextContent.ShouldContain("Weigh the second pump");

        await house.Until(new DateTime(2026, 11, 24, 16, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("she had it this morning, and what stands in it is not reminded of again");
        await house.Until(new DateTime(2026, 11, 25, 8, 0, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().Subject.ShouldBe("Your Wednesday: 1 to answer");
    }

    [Fact]
    public async Task Nothing_is_sent_when_there_is_nothing_to_say_nor_on_a_day_off()
    {
        await using var house = await MailHouse.Open(engine);
        await Wishes(house, Cast.Piotr, "08:00");
        await house.Until(new DateTime(2026, 11, 27, 12, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("four mornings, and nothing on any of them");
        await house.Ask(new { performer = Cast.Piotr.Id, answerBy = "2026-12-04" }, "Oil the gate");
        await house.MailLeaves();
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 29, 22, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("it is the weekend");
        await house.Until(new DateTime(2026, 11, 30, 8, 1, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().Subject.ShouldBe("Your Monday: 1 to answer");
    }

    [Fact]
    public async Task It_speaks_its_readers_language_and_knows_their_clock()
    {
        await using var house = await MailHouse.Open(engine);
        var wanda = house.Call(Cast.Wanda);
        var me = (await wanda.Get("me")).Expect(200);
        (await wanda.Patch("me", new { language = "de", zone = "America/New_York", briefAt = "06:45" }, me.ETag)).Expect(200)["briefAt"].GetString().ShouldBe("06:45:00");
        await house.Ask(new { performer = Cast.Wanda.Id, answerBy = "2026-11-27" }, "Weigh the lorry");
        await house.MailLeaves();
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 24, 12, 40, 0));
        house.Sink.TakeAll().ShouldBeEmpty("in New York it is 06:40");
        await house.Until(new DateTime(2026, 11, 24, 12, 46, 0));
        var mail = house.Sink.TakeAll().ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Dein Dienstag: 1 zu beantworten");
        mail.Text.ShouldContain("Zu beantworten");
        mail.Html.ShouldContain("<html lang=\"de\">");
    }

    [Fact]
    [Shows("A9")]
    public async Task What_others_did_is_told_until_it_is_old()
    {
        await using var house = await MailHouse.Open(engine);
        await Wishes(house, Cast.Marta, "07:30");
        var ask = await house.Ask(Cast.Wanda, "Strap the pump");
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = "2026-12-04" })).Expect(200);
        (await house.Call(Cast.Wanda).Post("thanks", new { to = Cast.Marta.Id, text = "You told me early", effect = "I could plan", @public = true })).Expect(201);
        var day = (await house.Call(Cast.Marta).Get("today")).Expect(200);
        day["moved"].EnumerateArray().Select(m => m.GetProperty("kind").GetString()).ShouldBe(["thanks.given", "ask.promised"], ignoreOrder: true);
        day["moved"].EnumerateArray().Select(m => m.GetProperty("who").GetProperty("name").GetString()).Distinct().ShouldBe([Cast.Wanda.Name]);
        (await house.Call(Cast.Wanda).Get("today")).Expect(200)["moved"].EnumerateArray().ShouldBeEmpty("she did it herself");
        var page = await (await house.Browse(Cast.Marta)).Open("/");
        page.Find("#moved")!.TextContent.ShouldContain($"{Cast.Wanda.Name} promised it by");
        page.Find("#moved")!.TextContent.ShouldContain($"{Cast.Wanda.Name} thanks you");
        await house.MailLeaves();
        house.Sink.TakeAll();

        await house.Until(new DateTime(2026, 11, 24, 7, 31, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().Text.ShouldContain($"{Cast.Wanda.Name} promised it by");
        await house.Until(new DateTime(2026, 11, 25, 7, 31, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().Text.ShouldNotContain("What moved");
        await house.Until(new DateTime(2026, 11, 27, 11, 0, 0));
        (await house.Call(Cast.Marta).Get("today")).Expect(200)["moved"].EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_click_ends_it_and_opening_the_link_does_not()
    {
        await using var house = await MailHouse.Open(engine);
        await Wishes(house, Cast.Wanda, "07:30");
        await house.Ask(new { performer = Cast.Wanda.Id, answerBy = "2026-12-04" }, "Weigh the fork");
        await house.MailLeaves();
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 24, 7, 31, 0));
        var mail = house.Sink.TakeAll().ShouldHaveSingleItem();
        mail["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        var link = new Uri(mail["List-Unsubscribe"]!.Trim('<', '>')).PathAndQuery;
        var anybody = await house.Browse();
        (await anybody.Open(link)).Expect(200).Find("form button")!.TextContent.ShouldBe("Send me no more of these");
        (await house.Call(Cast.Wanda).Get("me"))["briefAt"].GetString().ShouldBe("07:30:00");

        // As a mail program does: a POST to the very address, with the one field that RFC 8058 names, no cookie and no form.
        (await anybody.Post(link, [new("List-Unsubscribe", "One-Click")])).Expect(200).Find("h1")!.TextContent.ShouldBe("No more briefs");
        (await anybody.Post(link, [new("List-Unsubscribe", "One-Click")])).Expect(200);
        (await house.Call(Cast.Wanda).Get("me"))["briefAt"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await house.Until(new DateTime(2026, 11, 25, 7, 31, 0));
        house.Sink.TakeAll().ShouldBeEmpty();
        (await anybody.Post("/briefs/stop?code=made-up", [])).Expect(404).Find("main")!.TextContent.ShouldContain("not known here");
    }

    [Fact]
    public async Task What_cannot_be_an_hour_is_said_and_kept()
    {
        await using var house = await MailHouse.Open(engine);
        var browser = await house.Browse(Cast.Wanda);
        var page = await browser.Submit(await browser.Open("/settings"), "form.form", new { title = "Head of the dock", briefAt = "07:31" });
        page.Expect(422).Find("#briefAt-err")!.TextContent.ShouldContain("full quarter");
        (page.Find("#briefAt")!.GetAttribute("value"), page.Find("#title")!.GetAttribute("value")).ShouldBe(("07:31", "Head of the dock"));
        (await browser.Submit(page, "form.form", new { briefAt = "at dawn" })).Expect(422).Find("#briefAt-err")!.TextContent.ShouldContain("“at dawn” is not a time of day");
        page = (await browser.Submit(page, "form.form", new { briefAt = "07:45" })).Expect(200);
        page.Find("#briefAt")!.GetAttribute("value").ShouldBe("07:45");
        (await browser.Submit(page, "form.form", new { briefAt = "" })).Expect(200).Find("#briefAt")!.GetAttribute("value").ShouldBeNullOrEmpty();
        var wanda = house.Call(Cast.Wanda);
        (await wanda.Patch("me", new { briefAt = "25:00" }, (await wanda.Get("me")).ETag)).Expect(400);
    }

    private static async Task Wishes(MailHouse house, Colleague who, string at)
    {
        var me = (await house.Call(who).Get("me")).Expect(200);
        (await house.Call(who).Patch("me", new { briefAt = at }, me.ETag)).Expect(200);
    }
}

public sealed class BriefsOnSqlite() : BriefStories(Engine.Sqlite);

public sealed class BriefsOnPostgres() : BriefStories(Engine.Postgres);
