using System.Text.RegularExpressions;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Mail;

/// <summary>Answering an ask from a mail: one page, one button, no sign-in.</summary>
public abstract class AnswerByMailStories(MailHouse house)
{
    [Fact]
    public async Task Whoever_is_asked_promises_with_one_button_from_the_mail()
    {
        var customer = (await house.Call(Cast.Marta).Post("customers", new { name = "Alder Bank" })).Expect(201).Id;
        var verbatim = (await house.Call(Cast.Marta).Post("verbatims", new { customer, words = "Ohne die zweite Pumpe öffnen wir nicht.", saidBy = "Ingrid Holm", saidOn = house.Today })).Expect(201).Id;
        var ask = await house.Ask(new { performer = Cast.Wanda.Id, verbatim }, "Crate the second pump");
        house.Sink.Take(Cast.Wanda.Email, "Crate the second pump").ShouldBeNull("the move can still be taken back");
        await house.MailLeaves();

        var mail = await house.Sink.Next(Cast.Wanda.Email, "Crate the second pump");
        mail.Subject.ShouldBe("Marta Kowal asks you: Crate the second pump");
        foreach (var body in (string[])[mail.Text, System.Net.WebUtility.HtmlDecode(mail.Html)])
        {
            foreach (var words in (string[])["Ohne die zweite Pumpe öffnen wir nicht.", "Ingrid Holm, Alder Bank", "The customer opens on Monday", "They can start", "It stands on the dock", $"{house.Today.AddDays(30):d MMMM yyyy}"])
                body.ShouldContain(words);
        }
        mail["Auto-Submitted"].ShouldBe("auto-generated");
        mail["List-Unsubscribe"].ShouldBe($"<{new Uri(house.Address, "/settings")}>");
        mail["Message-ID"]!.ShouldMatch("^<[0-9a-f-]{36}@osterfenn.example>$");

        var link = mail.Link("Promise it by");
        var browser = await house.Browse();
        var page = (await browser.Open(link)).Expect(200);
        page.Text.ShouldContain("Crate the second pump");
        page.Text.ShouldContain("You answer as Wanda Lorenz");
        page.All("main form").Count.ShouldBe(1);
        page.All("main button").Count.ShouldBe(1);
        using (var http = new HttpClient())
        using (var head = new HttpRequestMessage(HttpMethod.Head, new Uri(house.Address, link)))
            ((int)(await http.SendAsync(head, TestContext.Current.CancellationToken)).StatusCode).ShouldBe(200);
        (await Read(ask))["state"].GetString().ShouldBe("requested", "a scanner that opens links answers nothing");

        (await browser.Submit(page, "form")).Expect(200).Text.ShouldContain("Your answer is in");
        var after = await Read(ask);
        after["state"].GetString().ShouldBe("promised");
        after["promise"].GetProperty("by").GetString().ShouldBe($"{house.Today.AddDays(30):yyyy-MM-dd}");
        var promised = after["happenings"].EnumerateArray().Last();
        promised.GetProperty("kind").GetString().ShouldBe("ask.promised");
        promised.GetProperty("door").GetString().ShouldBe("link");
        promised.GetProperty("who").GetString().ShouldBe(Cast.Wanda.Id.ToString());
        (await (await house.Browse(Cast.Marta)).Open($"/asks/{ask}")).Text.ShouldContain("by link");

        var again = (await browser.Submit(page, "form")).Expect(410);
        again.Text.ShouldContain("This link has been used");
        again.Html.ShouldNotContain("Crate the second pump");
        (await browser.Open(link)).Expect(410).Html.ShouldNotContain("Crate the second pump");

        await house.MailLeaves();
        (await house.Sink.Next(Cast.Marta.Email, "Crate the second pump")).Subject.ShouldMatch("^Wanda Lorenz promised it by .*: Crate the second pump$");
    }

    [Fact]
    public async Task A_move_that_is_taken_back_sends_nothing()
    {
        var slip = await house.Ask(Cast.Piotr, "A slip of the finger");
        (await house.Call(Cast.Marta).Post($"asks/{slip}/undoing")).Expect(200);
        await house.Ask(Cast.Piotr, "What was meant");
        await house.MailLeaves();
        await house.Sink.Next(Cast.Piotr.Email, "What was meant");
        house.Sink.Take(Cast.Piotr.Email, "A slip of the finger").ShouldBeNull();
    }

    [Fact]
    public async Task A_promise_that_is_taken_back_is_not_told()
    {
        var ask = await house.Ask(Cast.Piotr, "Count the crates");
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/promise", new { by = house.Today.AddDays(20) })).Expect(200);
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/undoing")).Expect(200);
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/question", new { text = "Which dock?" })).Expect(200);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Marta.Email, "Count the crates");
        mail.Subject.ShouldBe("Piotr Nowak asked back: Count the crates");
        mail.Text.ShouldContain("> Which dock?");
        house.Sink.Take(Cast.Marta.Email, "Count the crates").ShouldBeNull();
        house.Sink.Take(Cast.Piotr.Email, "Count the crates").ShouldBeNull("it was no longer his turn when the mail was to leave");
    }

    [Fact]
    public async Task A_delivery_is_accepted_from_the_mail()
    {
        var ask = await Promised("Load the lorry");
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/delivery", new { note = "It is on the ramp" })).Expect(200);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Marta.Email, "Load the lorry");
        mail.Subject.ShouldBe("Piotr Nowak delivered: Load the lorry");
        mail.Text.ShouldContain("It is on the ramp");
        var browser = await house.Browse();
        await browser.Submit(await browser.Open(mail.Link("Accept")), "form");
        (await Read(ask))["state"].GetString().ShouldBe("accepted");
    }

    [Fact]
    public async Task Other_terms_are_agreed_to_from_the_mail()
    {
        var ask = await house.Ask(Cast.Piotr, "Paint the crate");
        var by = house.Today.AddDays(40);
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/counter", new { by, note = "The paint comes late", conditions = new[] { "It is dry" } })).Expect(200);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Marta.Email, "Paint the crate");
        mail.Text.ShouldContain("The paint comes late");
        var browser = await house.Browse();
        var page = (await browser.Open(mail.Link("Agree"))).Expect(200);
        page.Text.ShouldContain("It is dry");
        await browser.Submit(page, "form");
        (await Read(ask))["promise"].GetProperty("by").GetString().ShouldBe($"{by:yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_team_hears_of_its_ask_and_the_first_takes_it()
    {
        await house.Ask(new { team = Cast.Warehouse }, "Find the lost pallet");
        await house.MailLeaves();
        var piotr = await house.Sink.Next(Cast.Piotr.Email, "Find the lost pallet");
        var birgit = await house.Sink.Next(Cast.Birgit.Email, "Find the lost pallet");
        piotr.Subject.ShouldBe("Marta Kowal asks Warehouse: Find the lost pallet");
        birgit.Subject.ShouldBe("Marta Kowal bittet Warehouse: Find the lost pallet");
        piotr["Message-ID"].ShouldNotBe(birgit["Message-ID"]);
        await house.Sink.Next(Cast.Wanda.Email, "Find the lost pallet");
        var browser = await house.Browse();
        await browser.Submit(await browser.Open(piotr.Link("Take it")), "form");
        (await browser.Open(birgit.Link("Übernehmen"))).Expect(410).Text.ShouldContain("The ask has moved on");
        house.Sink.Take(Cast.Noor.Email, "Find the lost pallet").ShouldBeNull();
    }

    [Fact]
    public async Task A_link_dies_when_the_ask_moves_on()
    {
        var link = await PromiseLink("Wrap the pump");
        var ask = (await house.Call(Cast.Piotr).Get("asks?performer=me")).Expect(200).Items.First(i => i.GetProperty("what").GetString() == "Wrap the pump").GetProperty("id").GetString();
        (await house.Call(Cast.Marta).Post($"asks/{ask}/remarks", new { text = "In blue, please" })).Expect(200);
        Refused(await (await house.Browse()).Open(link), "The ask has moved on", "Wrap the pump");
    }

    [Fact]
    public async Task A_link_is_good_for_fourteen_days()
    {
        var link = await PromiseLink("Weigh the crate");
        house.Clock.MoveOn(TimeSpan.FromDays(13.9));
        (await (await house.Browse()).Open(link)).Expect(200);
        house.Clock.MoveOn(TimeSpan.FromDays(0.2));
        Refused(await (await house.Browse()).Open(link), "This link has expired", "Weigh the crate");
    }

    [Fact]
    public async Task Somebody_else_who_is_signed_in_cannot_answer_with_it()
    {
        var link = await PromiseLink("Label the boxes");
        Refused(await (await house.Browse(Cast.Noor)).Open(link), "This link is for somebody else", "Label the boxes", 403);
        (await (await house.Browse(Cast.Piotr)).Open(link)).Expect(200);
    }

    [Fact]
    public async Task A_link_that_nobody_made_opens_nothing()
    {
        (await (await house.Browse()).Open("/answer?code=iwl_made_up")).Expect(404).Text.ShouldContain("This link is not known here");
        (await (await house.Browse()).Open("/answer")).Expect(404);
    }

    [Fact]
    public async Task A_form_that_Inward_did_not_make_answers_nothing()
    {
        var link = await PromiseLink("Sweep the dock");
        (await (await house.Browse()).Post(link, [])).Status.ShouldBe(400);
        (await (await house.Browse()).Open(link)).Expect(200);
    }

    [Fact]
    public async Task Whoever_has_left_answers_no_more_and_gets_no_mail()
    {
        await using var own = await MailHouse.Open(house.Engine);
        await own.Ask(Cast.Piotr, "Seal the crate");
        await own.MailLeaves();
        var link = (await own.Sink.Next(Cast.Piotr.Email, "Seal the crate")).Link("Promise it by");
        await own.Ask(Cast.Piotr, "Open it again");
        await own.Store.Write(own.Store.System(Cast.Osterfenn), unit =>
        {
            unit.Write("update person set left_on = '2026-11-20' where workspace = @Workspace and id = @Id", new { unit.Workspace, Cast.Piotr.Id });
            unit.Append("person.left", Cast.Piotr.Id, new { });
            return Task.CompletedTask;
        });
        Refused(await (await own.Browse()).Open(link), "no longer works here", "Seal the crate");
        await own.MailLeaves();
        own.Sink.TakeAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_tries_many_made_up_links_waits()
    {
        await using var own = await MailHouse.Open(house.Engine);
        var browser = await own.Browse();
        for (var i = 0; i < Inward.Server.House.Limits.GuessesAMinute; i++)
            (await browser.Open($"/answer?code=iwl_{i}")).Expect(404);
        (await browser.Open("/answer?code=iwl_one_more")).Expect(429).Headers.RetryAfter.ShouldNotBeNull();
    }

    protected void Refused(Page page, string sentence, string what, int status = 410)
    {
        page.Expect(status).Text.ShouldContain(sentence);
        page.Html.ShouldNotContain(what);
        page.Html.ShouldNotContain("The customer opens on Monday");
        page.All("main form").ShouldBeEmpty();
    }

    private async Task<string> PromiseLink(string what)
    {
        await house.Ask(Cast.Piotr, what);
        await house.MailLeaves();
        return (await house.Sink.Next(Cast.Piotr.Email, what)).Link("Promise it by");
    }

    private async Task<string> Promised(string what)
    {
        var ask = await house.Ask(Cast.Piotr, what);
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/promise", new { by = house.Today.AddDays(20) })).Expect(200);
        await house.MailLeaves();
        (await house.Sink.Next(Cast.Marta.Email, what)).Subject.ShouldContain("promised it");
        return ask;
    }

    private async Task<Answer> Read(string ask) => (await house.Call(Cast.Marta).Get($"asks/{ask}")).Expect(200);
}

public sealed class AnswersByMailOnSqlite(SqliteMailHouse house) : AnswerByMailStories(house), IClassFixture<SqliteMailHouse>;

public sealed class AnswersByMailOnPostgres(PostgresMailHouse house) : AnswerByMailStories(house), IClassFixture<PostgresMailHouse>;
