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
