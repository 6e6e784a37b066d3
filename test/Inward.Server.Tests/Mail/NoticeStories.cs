using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Mail;

/// <summary>Whoever a move concerns hears of it, in their own language.</summary>
public abstract class NoticeStories(MailHouse house)
{
    [Fact]
    public async Task A_colleague_reads_the_whole_mail_in_their_language()
    {
        await house.Ask(Cast.Birgit, "Zollpapiere für Alder Bank");
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Birgit.Email, "Zollpapiere");
        mail.Subject.ShouldBe("Marta Kowal bittet dich: Zollpapiere für Alder Bank");
        foreach (var words in (string[])["Warum:", "Was es bewirkt:", "Es gilt als erledigt, wenn:", "Antwort bis:", "Gebraucht bis:", "versprechen:", "Mit Worten antworten", "Du bekommst dies, weil du am Zug bist."])
            mail.Text.ShouldContain(words);
        mail.Html.ShouldContain("lang=\"de\"");
        var page = await (await house.Browse()).Open(mail.Link("Bis "));
        page.Text.ShouldContain("Du antwortest als Birgit Stahl.");
        page.Find("html")!.GetAttribute("lang").ShouldBe("de");
    }

    [Fact]
    public async Task Whoever_is_to_clear_the_way_says_so_from_the_mail()
    {
        var ask = await house.Ask(Cast.Piotr, "Ship on credit");
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/obstacles", new { what = "The credit limit is used up", owner = Cast.Noor.Id, by = house.Today.AddDays(3), cause = "waiting" })).Expect(200);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Noor.Email, "Ship on credit");
        mail.Subject.ShouldBe("Piotr Nowak named an obstacle: Ship on credit");
        mail.Text.ShouldContain("The credit limit is used up");
        (await house.Sink.Next(Cast.Marta.Email, "Ship on credit")).Text.ShouldContain("The credit limit is used up");
        var browser = await house.Browse();
        await browser.Submit(await browser.Open(mail.Link("Out of the way")), "form");
        var after = (await house.Call(Cast.Marta).Get($"asks/{ask}")).Expect(200);
        after["state"].GetString().ShouldBe("requested");
        after["happenings"].EnumerateArray().Last().GetProperty("who").GetString().ShouldBe(Cast.Noor.Id.ToString());
    }

    [Fact]
    public async Task What_is_withdrawn_is_told_to_whoever_worked_on_it()
    {
        var ask = await house.Ask(Cast.Piotr, "Build a second crate");
        await house.MailLeaves();
        await house.Sink.Next(Cast.Piotr.Email, "Build a second crate");
        (await house.Call(Cast.Marta).Post($"asks/{ask}/withdrawal", new { reason = "The customer has one" })).Expect(200);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Piotr.Email, "Build a second crate");
        mail.Subject.ShouldBe("Marta Kowal withdrew the ask: Build a second crate");
        mail.Text.ShouldContain("The customer has one");
        mail.Text.ShouldNotContain("/answer?code=");
    }

    [Fact]
    public async Task Thanks_arrive_as_they_were_said()
    {
        (await house.Call(Cast.Marta).Post("thanks", new { to = Cast.Piotr.Id, text = "You stayed until the lorry was gone", effect = "Alder Bank opened on Monday", @public = false })).Expect(201);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Piotr.Email, "Marta Kowal thanks you");
        mail.Text.ShouldContain("> You stayed until the lorry was gone");
        mail.Text.ShouldContain("Alder Bank opened on Monday");
    }

    [Fact]
    public async Task A_manager_hears_of_thanks_only_where_the_receiver_likes_that_and_nobody_of_what_was_taken_back()
    {
        await using var own = await MailHouse.Open(house.Engine);
        (await own.Call(Cast.Marta).Post("thanks", new { to = Cast.Piotr.Id, text = "For his ears" })).Expect(201);
        await own.MailLeaves();
        own.Sink.TakeAll().ShouldHaveSingleItem().To.ShouldContain(Cast.Piotr.Email);
        (await own.Call(Cast.Piotr).Patch("me", new { copiesThanks = true }, "*")).Expect(200);
        var slip = (await own.Call(Cast.Marta).Post("thanks", new { to = Cast.Piotr.Id, text = "A slip" })).Expect(201).Id;
        (await own.Call(Cast.Marta).Post($"thanks/{slip}/undoing")).Expect(204);
        (await own.Call(Cast.Marta).Post("thanks", new { to = Cast.Piotr.Id, text = "You stayed until the lorry was gone" })).Expect(201);
        await own.MailLeaves();
        var mails = own.Sink.TakeAll();
        mails.Count.ShouldBe(2);
        var copy = mails.Single(m => m.To.Contains(Cast.Wanda.Email));
        copy.Subject.ShouldBe("Marta Kowal thanks Piotr Nowak");
        copy.Text.ShouldContain("You stayed until the lorry was gone");
        copy.Text.ShouldContain("Piotr Nowak likes their manager to get a copy.");
    }

    [Fact]
    public async Task A_letter_that_did_not_leave_is_sent_again_and_once()
    {
        await using var own = await MailHouse.Open(house.Engine);
        own.Sink.Refuses = _ => "451 4.3.0 Try again later";
        await own.Ask(Cast.Piotr, "Oil the forklift");
        await own.MailLeaves();
        own.Sink.TakeAll().ShouldBeEmpty();
        own.Sink.Refuses = _ => null;
        await own.MoveOn(TimeSpan.FromMinutes(3));
        await own.MoveOn(TimeSpan.FromMinutes(3));
        own.Sink.TakeAll().ShouldHaveSingleItem().Subject.ShouldContain("Oil the forklift");
    }

    [Fact]
    public async Task The_same_letter_sent_twice_has_one_name()
    {
        await using var own = await MailHouse.Open(house.Engine);
        var cutOff = 1;
        own.Sink.Keeps = () => Interlocked.Decrement(ref cutOff) < 0;
        await own.Ask(Cast.Piotr, "Grease the crane");
        await own.MailLeaves();
        await own.MoveOn(TimeSpan.FromMinutes(3));
        var mails = own.Sink.TakeAll();
        mails.Count.ShouldBe(2, "the server had it, and its answer was lost");
        mails[0]["Message-ID"].ShouldBe(mails[1]["Message-ID"]);
    }
}

public sealed class NoticesOnSqlite(SqliteMailHouse house) : NoticeStories(house), IClassFixture<SqliteMailHouse>;

public sealed class NoticesOnPostgres(PostgresMailHouse house) : NoticeStories(house), IClassFixture<PostgresMailHouse>;
