using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Mail;

/// <summary>When a sale is lost or the customer is told another day, whoever still works on it hears of it within a minute.</summary>
public abstract class SaleNewsStories(Engine engine) : IAsyncLifetime
{
    private MailHouse house = null!;
    private Caller marta = null!;
    private string sale = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await MailHouse.Open(engine);
        marta = house.Call(Cast.Marta);
        var customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        sale = (await marta.Post("sales", new { customer, name = "Drum roaster", owner = Cast.Marta.Id, promisedOn = "2026-12-10" })).Expect(201).Id;
        await Ask(new { performer = Cast.Wanda.Id }, "Crate the drum");
        await Ask(new { performer = Cast.Birgit.Id }, "Zollpapiere");
        await Ask(new { team = Cast.Finance }, "Check the credit");
        var done = await Ask(new { performer = Cast.Piotr.Id }, "Weigh the drum");
        (await house.Call(Cast.Piotr).Post($"asks/{done}/decline", new { reason = "No scale" })).Expect(200);
        await house.MailLeaves();
        house.Sink.TakeAll();
    }

    [Fact]
    public async Task Lost_all_who_still_work_on_it_hear_of_it_within_a_minute_and_how_to_stop()
    {
        (await marta.Patch($"sales/{sale}", new { outcome = "lost", closedOn = "2026-11-23" }, "*")).Expect(200);
        await house.MoveOn(TimeSpan.FromSeconds(45));
        var mails = house.Sink.TakeAll();
        mails.Select(m => m.To.Single()).ShouldBe([Cast.Wanda.Email, Cast.Birgit.Email, Cast.Noor.Email], ignoreOrder: true, "not who did it, and not who has nothing open any more");
        var wanda = mails.Single(m => m.To[0] == Cast.Wanda.Email);
        wanda.Subject.ShouldBe("The sale was lost: Drum roaster (Tidewrack)");
        wanda.Text.ShouldContain("Crate the drum");
        wanda.Text.ShouldContain("take your promise back");
        wanda.Text.ShouldNotContain("Zollpapiere");
        mails.Single(m => m.To[0] == Cast.Birgit.Email).Subject.ShouldBe("Der Verkauf ging verloren: Drum roaster (Tidewrack)");
    }

    [Fact]
    public async Task Another_day_is_told_once_however_often_it_moves_and_other_changes_are_no_news()
    {
        (await marta.Patch($"sales/{sale}", new { value = 12 }, "*")).Expect(200);
        await house.MoveOn(TimeSpan.FromSeconds(45));
        house.Sink.TakeAll().ShouldBeEmpty();
        (await marta.Patch($"sales/{sale}", new { promisedOn = "2026-12-12" }, "*")).Expect(200);
        (await marta.Patch($"sales/{sale}", new { promisedOn = "2026-12-15" }, "*")).Expect(200);
        await house.MoveOn(TimeSpan.FromSeconds(45));
        var mail = house.Sink.TakeAll().Where(m => m.To[0] == Cast.Wanda.Email).ShouldHaveSingleItem();
        mail.Subject.ShouldContain("another day");
        mail.Subject.ShouldContain("15 Dec");
        (await marta.Patch($"sales/{sale}", new { outcome = "won", closedOn = "2026-11-23", promisedOn = "2026-12-16" }, "*")).Expect(200);
        await house.MoveOn(TimeSpan.FromSeconds(45));
        house.Sink.TakeAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_of_each_open_ask_says_that_its_sale_was_lost_and_stops_by_the_rule_of_the_ask()
    {
        var ask = await Ask(new { performer = Cast.Wanda.Id }, "Oil the drum");
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
        var wanda = await house.Browse(Cast.Wanda);
        (await wanda.Open($"/asks/{ask}")).All("#lost .alert").ShouldBeEmpty();
        (await marta.Patch($"sales/{sale}", new { outcome = "lost", closedOn = "2026-11-23" }, "*")).Expect(200);
        var page = await wanda.Open($"/asks/{ask}");
        page.Find("#lost")!.TextContent.ShouldContain("The sale “Drum roaster” was lost on");
        page.All("input[name=move][value=revocation]").Count.ShouldBe(1, "once, on top");
        page = await wanda.Submit(page, "#lost form:has(#go-on)", new { text = "Somebody else wants the drum" });
        page.Expect(200).Text.ShouldContain("Somebody else wants the drum");
        page = await wanda.Submit(page, "#lost form:has(input[value=revocation])", new { reason = "The sale was lost" });
        page.Expect(200).All("#lost .alert").ShouldBeEmpty("it is open no more");
        (await marta.Get($"asks/{ask}"))["state"].GetString().ShouldBe("revoked");
        (await (await house.Browse(Cast.Marta)).Open($"/asks/{await Ask(new { performer = Cast.Birgit.Id }, "Etikett")}")).All("#lost input[value=withdrawal]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_team_that_takes_a_sale_over_hears_of_it_within_a_minute_with_every_promise()
    {
        (await marta.Post($"sales/{sale}/promises", new { what = "Installed before Monday", by = "2026-11-27", spoken = true })).Expect(201);
        var handover = (await marta.Post($"sales/{sale}/handovers", new { team = Cast.Warehouse, note = "The door is narrow" })).Expect(201).Id;
        await house.MoveOn(TimeSpan.FromSeconds(45));
        var mails = house.Sink.TakeAll();
        mails.ShouldContain(m => m.To[0] == Cast.Wanda.Email);
        mails.ShouldNotContain(m => m.To[0] == Cast.Marta.Email || m.To[0] == Cast.Noor.Email);
        var wanda = mails.Single(m => m.To[0] == Cast.Wanda.Email);
        wanda.Subject.ShouldBe("Marta Kowal hands over to Warehouse: Drum roaster (Tidewrack)");
        foreach (var said in new[] { "Installed before Monday", "The door is narrow", $"/sales/{sale}/promises" })
            wanda.Text.ShouldContain(said);
        (await marta.Post($"sales/{sale}/handovers/{handover}/withdrawal")).Expect(200);
        var again = (await marta.Post($"sales/{sale}/handovers", new { team = Cast.Warehouse })).Expect(201).Id;
        (await marta.Post($"sales/{sale}/handovers/{again}/withdrawal")).Expect(200);
        await house.MoveOn(TimeSpan.FromSeconds(45));
        house.Sink.TakeAll().ShouldBeEmpty("it was taken back before anybody read of it");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task<string> Ask(object whom, string what)
    {
        var asking = new Dictionary<string, object> { ["what"] = what, ["reason"] = "The customer waits", ["effect"] = "They open", ["conditions"] = new[] { "It fits" }, ["answerBy"] = "2026-11-25", ["neededBy"] = "2026-11-30", ["sale"] = sale };
        foreach (var property in whom.GetType().GetProperties())
            asking[property.Name] = property.GetValue(whom)!;
        return (await marta.Post("asks", asking)).Expect(201).Id;
    }
}

public sealed class SaleNewsOnSqlite() : SaleNewsStories(Engine.Sqlite);

public sealed class SaleNewsOnPostgres() : SaleNewsStories(Engine.Postgres);
