using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Mail;

/// <summary>Reminders: calm, at work, once a working day, and only to the one whose turn it is. The house opens on Monday, 23 November 2026.</summary>
public abstract class ReminderStories(Engine engine)
{
    [Fact]
    public async Task Only_the_one_whose_turn_it_is_is_reminded_and_once_a_working_day()
    {
        await using var house = await Asked("Crate the second pump", answerBy: 25);
        await house.Until(new DateTime(2026, 11, 23, 16, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("he has only just been asked");
        await house.Until(new DateTime(2026, 11, 24, 7, 30, 0));
        house.Sink.TakeAll().ShouldBeEmpty("he does not work yet");

        await house.Until(new DateTime(2026, 11, 24, 9, 30, 0));
        var mail = house.Sink.TakeAll().ShouldHaveSingleItem();
        mail.To.ShouldBe([Cast.Piotr.Email]);
        mail.Subject.ShouldBe("“Crate the second pump” is waiting for your answer by 25 November 2026.");
        mail.Text.ShouldContain("The customer opens on Monday");
        (await (await house.Browse()).Open(mail.Link("Promise it by"))).Expect(200);

        await house.Until(new DateTime(2026, 11, 24, 15, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("he was reminded this morning");
        await house.Until(new DateTime(2026, 11, 25, 10, 0, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().Subject.ShouldContain("today");
        await house.Until(new DateTime(2026, 11, 27, 20, 0, 0));
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 28, 11, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("it is Saturday");
        await house.Until(new DateTime(2026, 11, 30, 11, 0, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().To.ShouldBe([Cast.Piotr.Email]);
    }

    [Fact]
    public async Task Once_it_is_answered_the_other_ones_turn_is_reminded()
    {
        await using var house = await Asked("Wrap the pump", answerBy: 24);
        var ask = (await house.Call(Cast.Piotr).Get("asks")).Items.Single(i => i.GetProperty("what").GetString() == "Wrap the pump").GetProperty("id").GetString();
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/question", new { text = "In which paper?" })).Expect(200);
        await house.MailLeaves();
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 24, 12, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty("the answer is due, but it is the asker's turn, and she was asked only yesterday");
        await house.Until(new DateTime(2026, 11, 25, 12, 0, 0));
        var mail = house.Sink.TakeAll().ShouldHaveSingleItem();
        mail.To.ShouldBe([Cast.Marta.Email]);
        mail.Text.ShouldContain("> In which paper?");
    }

    [Fact]
    public async Task A_team_that_has_not_taken_an_ask_is_reminded_through_its_lead()
    {
        await using var house = await MailHouse.Open(engine);
        await house.Ask(new { team = Cast.Warehouse, answerBy = "2026-11-25" }, "Find the lost pallet");
        await house.MailLeaves();
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 11, 24, 9, 30, 0));
        var mail = house.Sink.TakeAll().ShouldHaveSingleItem();
        mail.To.ShouldBe([Cast.Wanda.Email]);
        mail.Text.ShouldContain("Take it:");
    }

    [Fact]
    public async Task Several_asks_are_one_mail()
    {
        await using var house = await Asked("Weigh the crate", answerBy: 25);
        await house.Ask(new { performer = Cast.Piotr.Id, answerBy = "2026-11-25" }, "Seal the crate");
        await house.Until(new DateTime(2026, 11, 24, 9, 30, 0));
        var mail = house.Sink.TakeAll().Where(m => m.Subject == "2 asks wait for you").ShouldHaveSingleItem();
        mail.Text.ShouldContain("“Weigh the crate” is waiting for your answer by 25 November 2026.");
        mail.Text.ShouldContain("“Seal the crate” is waiting for your answer by 25 November 2026.");
        house.Sink.TakeAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_reminded_on_a_day_away()
    {
        await using var house = await Asked("Label the boxes", answerBy: 25);
        await house.Say("update person set absences = @absences where workspace = @Workspace and id = @Id",
            new { Cast.Piotr.Workspace, Cast.Piotr.Id, absences = """[{"from":"2026-11-24","to":"2026-11-25","deputy":null}]""" });
        await house.Until(new DateTime(2026, 11, 25, 16, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty();
        await house.Until(new DateTime(2026, 11, 26, 10, 0, 0));
        house.Sink.TakeAll().ShouldHaveSingleItem().Subject.ShouldContain("was to be answered by 25 November 2026");
    }

    [Fact]
    public async Task From_a_silent_workspace_nothing_leaves()
    {
        await using var house = await MailHouse.Open(engine);
        await house.Say("update workspace set silent = 1 where id = @Workspace", new { Cast.Piotr.Workspace });
        await house.Ask(new { performer = Cast.Piotr.Id, answerBy = "2026-11-25" }, "Paint the crate");
        house.Clock.MoveOn(TimeSpan.FromDays(1));
        await house.DoJobs();
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        house.Sink.TakeAll().ShouldBeEmpty();
        // A copy that speaks again tells what is due now, and not the old news.
        house.Clock.MoveOn(TimeSpan.FromDays(7));
        await house.Say("update workspace set silent = 0 where id = @Workspace", new { Cast.Piotr.Workspace });
        await house.MoveOn(TimeSpan.FromMinutes(1));
        house.Sink.TakeAll().ShouldHaveSingleItem().Subject.ShouldContain("was to be answered");
    }

    [Fact]
    public async Task Whoever_wants_no_mail_gets_none()
    {
        await using var house = await MailHouse.Open(engine);
        await house.Say("update person set mail = 0 where workspace = @Workspace and id = @Id", new { Cast.Piotr.Workspace, Cast.Piotr.Id });
        await house.Ask(new { performer = Cast.Piotr.Id, answerBy = "2026-11-25" }, "Sweep the dock");
        await house.MailLeaves();
        await house.Until(new DateTime(2026, 11, 24, 12, 0, 0));
        house.Sink.TakeAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivery_that_nobody_confirms_goes_quiet_after_ten_working_days_and_is_never_a_yes()
    {
        await using var house = await Asked("Load the lorry", answerBy: 25);
        var ask = (await house.Call(Cast.Piotr).Get("asks")).Items.Single(i => i.GetProperty("what").GetString() == "Load the lorry").GetProperty("id").GetString();
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/promise", new { by = "2026-11-24" })).Expect(200);
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/delivery")).Expect(200);
        await house.Until(new DateTime(2026, 12, 7, 23, 0, 0));
        (await house.Call(Cast.Marta).Get($"asks/{ask}"))["state"].GetString().ShouldBe("delivered");
        house.Sink.TakeAll();
        await house.Until(new DateTime(2026, 12, 8, 0, 30, 0));
        var after = await house.Call(Cast.Marta).Get($"asks/{ask}");
        after["state"].GetString().ShouldBe("unconfirmed");
        var quiet = after["happenings"].EnumerateArray().Last();
        quiet.GetProperty("kind").GetString().ShouldBe("ask.quiet");
        quiet.TryGetProperty("who", out var who).ShouldBeTrue();
        who.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await house.MailLeaves();
        var mail = await house.Sink.Next(Cast.Marta.Email, "Load the lorry");
        mail.Subject.ShouldBe("Nobody has confirmed the delivery for ten working days: Load the lorry");
        var browser = await house.Browse();
        await browser.Submit(await browser.Open(mail.Link("Accept")), "form");
        (await house.Call(Cast.Marta).Get($"asks/{ask}"))["state"].GetString().ShouldBe("accepted");
    }

    [Fact]
    public async Task A_delivery_that_is_confirmed_stays_so()
    {
        await using var house = await Asked("Stamp the papers", answerBy: 25);
        var ask = (await house.Call(Cast.Piotr).Get("asks")).Items.Single(i => i.GetProperty("what").GetString() == "Stamp the papers").GetProperty("id").GetString();
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/promise", new { by = "2026-11-24" })).Expect(200);
        (await house.Call(Cast.Piotr).Post($"asks/{ask}/delivery")).Expect(200);
        (await house.Call(Cast.Marta).Post($"asks/{ask}/acceptance")).Expect(200);
        await house.Until(new DateTime(2026, 12, 8, 0, 30, 0));
        (await house.Call(Cast.Marta).Get($"asks/{ask}"))["state"].GetString().ShouldBe("accepted");
    }

    /// <summary>Marta has asked Piotr on Monday, and the mail of it is read.</summary>
    private async Task<MailHouse> Asked(string what, int answerBy)
    {
        var house = await MailHouse.Open(engine);
        await house.Ask(new { performer = Cast.Piotr.Id, answerBy = $"2026-11-{answerBy}" }, what);
        await house.MailLeaves();
        house.Sink.TakeAll().ShouldHaveSingleItem().To.ShouldBe([Cast.Piotr.Email]);
        return house;
    }
}

public sealed class RemindersOnSqlite() : ReminderStories(Engine.Sqlite);

public sealed class RemindersOnPostgres() : ReminderStories(Engine.Postgres);
