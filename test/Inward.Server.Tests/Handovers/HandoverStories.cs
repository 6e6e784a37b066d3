using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Handovers;

/// <summary>Marta sold, the warehouse delivers: what she promised the customer goes along, and the warehouse takes each of it over or asks.</summary>
public abstract class HandoverStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;
    private Caller marta = null!;
    private Caller wanda = null!;
    private string sale = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        var customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        sale = (await marta.Post("sales", new { customer, name = "Drum roaster", owner = Cast.Marta.Id })).Expect(201).Id;
    }

    [Fact]
    public async Task A_promise_to_the_customer_is_written_down_found_kept_and_a_slip_is_opened_again()
    {
        var promise = await Promise("Installed before Monday", by: "2026-11-27", spoken: true);
        var one = (await wanda.Get($"sales/{sale}/promises")).Expect(200).Items.Single();
        (one.GetProperty("what").GetString(), one.GetProperty("saidBy").GetProperty("name").GetString(), one.GetProperty("saidOn").GetString(), one.GetProperty("spoken").GetBoolean(), one.GetProperty("state").GetString())
            .ShouldBe(("Installed before Monday", "Marta Kowal", "2026-11-23", true, "open"));
        (await wanda.Get("search?q=installed")).Body.ShouldContain(promise);
        (await (await house.Browse(Cast.Wanda)).Open($"/promises/{promise}")).Expect(200).Path.ShouldBe($"/sales/{sale}/promises");
        (await wanda.Patch($"sales/{sale}/promises/{promise}", new { what = "Installed by Friday" }, null)).Expect(428);
        (await wanda.Patch($"sales/{sale}/promises/{promise}", new { what = "Installed by Friday" }, "\"1\"")).Expect(200)["saidBy"].GetProperty("name").GetString().ShouldBe("Marta Kowal");
        (await wanda.Patch($"sales/{sale}/promises/{promise}", new { what = "Else" }, "\"1\"")).Expect(412);
        house.Clock.MoveOn(TimeSpan.FromDays(5));
        (await marta.Get($"sales/{sale}/promises/{promise}")).Expect(200)["late"].GetBoolean().ShouldBeTrue();
        var kept = (await wanda.Post($"sales/{sale}/promises/{promise}/keeping", new { note = "On Saturday at six" })).Expect(200);
        (kept["state"].GetString(), kept["late"].GetBoolean(), kept["settledBy"].GetProperty("name").GetString()).ShouldBe(("kept", false, "Wanda Lorenz"));
        (await wanda.Post($"sales/{sale}/promises/{promise}/keeping", new { })).Expect(409);
        (await wanda.Post($"sales/{sale}/promises/{promise}/reopening")).Expect(200)["state"].GetString().ShouldBe("open");
        (await wanda.Post($"sales/{sale}/promises/{promise}/release", new { })).Expect(422);
        (await wanda.Post($"sales/{sale}/promises/{promise}/release", new { reason = "They have a belt" })).Expect(200)["note"].GetString().ShouldBe("They have a belt");
        (await marta.Get($"happenings?on={promise}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(
            ["customer-promise.let-go", "customer-promise.reopened", "customer-promise.kept", "customer-promise.changed", "customer-promise.made"], ignoreOrder: true);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_team_that_takes_over_accepts_or_queries_each_promise_and_both_find_it_on_their_day()
    {
        var (monday, belt) = (await Promise("Installed before Monday"), await Promise("A spare belt"));
        var handover = (await marta.Post($"sales/{sale}/handovers", new { team = Cast.Warehouse, note = "The door is narrow" })).Expect(201).Id;
        var waits = (await wanda.Get("today"))["handovers"].EnumerateArray().Single();
        (waits.GetProperty("saleName").GetString(), waits.GetProperty("isToAnswer").GetBoolean(), waits.GetProperty("waiting").GetInt32()).ShouldBe(("Drum roaster", false, 2));
        (await marta.Get("today"))["handovers"].GetArrayLength().ShouldBe(0);

        (await wanda.Post($"sales/{sale}/handovers/{handover}/acceptance", new { promises = new[] { belt } })).Expect(200)["open"].GetBoolean().ShouldBeTrue();
        (await wanda.Post($"sales/{sale}/handovers/{handover}/query", new { promise = monday, question = "Which Monday?" })).Expect(200);
        (await wanda.Get("today"))["handovers"].GetArrayLength().ShouldBe(0);
        (await marta.Get("today"))["handovers"].EnumerateArray().Single().GetProperty("isToAnswer").GetBoolean().ShouldBeTrue();
        (await marta.Post($"sales/{sale}/handovers/{handover}/answer", new { promise = monday, text = "The 30th" })).Expect(200);
        (await house.Call(Cast.Piotr).Post($"sales/{sale}/handovers/{handover}/acceptance", new { })).Expect(200)["open"].GetBoolean().ShouldBeFalse();
        var items = (await marta.Get($"sales/{sale}/handovers")).Items.Single().GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("what").GetString()!);
        (items["A spare belt"].GetProperty("acceptedBy").GetProperty("name").GetString(), items["Installed before Monday"].GetProperty("acceptedBy").GetProperty("name").GetString()).ShouldBe(("Wanda Lorenz", "Piotr Nowak"));
        items["Installed before Monday"].GetProperty("queries")[0].GetProperty("answer").GetString().ShouldBe("The 30th");
        (await marta.Get($"happenings?on={sale}")).Body.ShouldContain("handover.answered");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_what_and_what_is_wrong_is_said_in_a_sentence()
    {
        (await marta.Post($"sales/{sale}/handovers", new { team = Cast.Warehouse })).Expect(409)["detail"].GetString()!.ShouldContain("Write down first");
        var promise = await Promise("A spare belt");
        (await marta.Post($"sales/{sale}/handovers", new { })).Expect(422);
        (await marta.Post($"sales/{sale}/handovers", new { team = Cast.SalesNorth })).Expect(422)["detail"].GetString()!.ShouldContain("yours has the sale");
        var handover = (await marta.Post($"sales/{sale}/handovers", new { team = Cast.Warehouse })).Expect(201).Id;
        (await marta.Post($"sales/{sale}/handovers/{handover}/acceptance", new { })).Expect(403);
        (await house.Call(Cast.Noor).Post($"sales/{sale}/handovers/{handover}/query", new { promise, question = "Why?" })).Expect(403);
        (await wanda.Post($"sales/{sale}/handovers/{handover}/query", new { promise })).Expect(422);
        (await wanda.Post($"sales/{sale}/handovers/{handover}/query", new { question = "Why?" })).Expect(422);
        (await wanda.Post($"sales/{sale}/handovers/{handover}/answer", new { promise, text = "So" })).Expect(403);
        (await wanda.Post($"sales/{sale}/handovers/{handover}/withdrawal")).Expect(403);
        (await marta.Post($"sales/{sale}/handovers/{handover}/withdrawal")).Expect(200)["open"].GetBoolean().ShouldBeFalse();
        (await wanda.Post($"sales/{sale}/handovers/{handover}/acceptance", new { })).Expect(409);
        foreach (var wrong in new object[] { new { what = " " }, new { what = "x", saidOn = "2026-12-24" }, new { what = "x", by = "2020-01-01" }, new { what = "x", saidBy = Cast.Stranger.Id }, new { what = new string('x', 501) } })
            (await marta.Post($"sales/{sale}/promises", wrong)).Expect(422);
        var stranger = house.Call(Cast.Stranger);
        foreach (var door in new[] { $"sales/{sale}/promises", $"sales/{sale}/promises/{promise}", $"sales/{sale}/handovers" })
            (await stranger.Get(door)).Expect(404);
        (await stranger.Post($"sales/{sale}/promises", new { what = "x" })).Expect(404);
        var elsewhere = (await marta.Post("sales", new { customer = (await marta.Get($"sales/{sale}"))["customer"].GetProperty("id").GetString(), name = "Grinder" })).Expect(201).Id;
        (await marta.Get($"sales/{elsewhere}/promises/{promise}")).Expect(404);
        (await marta.Post($"sales/{elsewhere}/promises/{promise}/keeping", new { })).Expect(404);
    }

    [Fact]
    public async Task On_the_page_without_scripts_nothing_that_was_typed_is_lost()
    {
        var seller = await house.Browse(Cast.Marta);
        var page = await seller.Submit(await seller.Open($"/sales/{sale}/promises"), "form[data-draft]", new { what = "At the door: <b>by six</b>", by = "2020-01-01", saidBy = "Gareth Pryce", spoken = "true" });
        page.Expect(422).Find("#what")!.TextContent.Trim().ShouldBe("At the door: <b>by six</b>");
        page.Find("#saidBy")!.GetAttribute("value").ShouldBe("Gareth Pryce");
        page.Find("#by-err").ShouldNotBeNull();
        page = await seller.Submit(page, "form[data-draft]", new { by = "2026-11-27" });
        page.Expect(200).Text.ShouldContain("Gareth Pryce said it");
        (await seller.Open($"/sales/{sale}")).Text.ShouldContain("At the door: <b>by six</b>");
        page = await seller.Submit(page, "form[action$=HandOver]", new { team = Cast.Warehouse.ToString(), note = "Narrow door" });
        page.Expect(200).Text.ShouldContain("Handed over to Warehouse");

        var taker = await house.Browse(Cast.Wanda);
        (await taker.Open("/")).Find("#handovers")!.TextContent.ShouldContain("Marta Kowal hands over to Warehouse");
        page = await taker.Submit(await taker.Open($"/sales/{sale}/promises"), "form[action*=Query]", new { text = new string('y', 1001) });
        page.Expect(422).Find("form[action*=Query] textarea")!.TextContent.Trim().Length.ShouldBe(1001);
        page = await taker.Submit(page, "form[action*=Query]", new { text = "Six in the morning?" });
        page.Expect(200).Text.ShouldContain("waits for an answer");
        page = await seller.Submit(await seller.Open($"/sales/{sale}/promises"), "form[action*=Answer]", new { text = "In the evening" });
        page.Expect(200).Text.ShouldContain("In the evening");
        page = await taker.Submit(await taker.Open($"/sales/{sale}/promises"), "form[action*=Accept]", button: "button");
        page.Expect(200).Text.ShouldContain("taken over");
        page = await taker.Submit(page, "form[action$=Keep]", new { text = "" }, button: "button[formaction$=LetGo]");
        page.Expect(422).Text.ShouldContain("Say why it is let go");
        page = await taker.Submit(page, "form[action$=Keep]", new { text = "At ten to six" }, button: "button.pri");
        page.Expect(200).Text.ShouldContain("At ten to six");
        page = await taker.Submit(page, "form[action$=Reopen]", button: "button");
        page.Expect(200).All("#promised form[action$=Keep]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_works_in_the_terminal()
    {
        var (seller, taker) = (new Terminal(house.Address.ToString(), Cast.Marta.Token), new Terminal(house.Address.ToString(), Cast.Wanda.Token));
        var promise = (await seller.Json("sales", "promise", "Drum roaster", "--what", "Installed before Monday", "--spoken")).GetProperty("id").GetString()!;
        (await seller.Type("sales", "promised", "Drum roaster")).Expect(0).Said.ShouldContain("Installed before Monday");
        var handover = (await seller.Json("sales", "handover", "Drum roaster", "--team", "Warehouse")).GetProperty("id").GetString()!;
        (await taker.Type("sales", "query", "Drum roaster", handover, "--promise", promise, "--question", "Which?")).Expect(0);
        (await seller.Type("sales", "tell", "Drum roaster", handover, "--promise", promise, "--text", "The 30th")).Expect(0);
        (await taker.Type("sales", "take", "Drum roaster", handover)).Expect(0);
        (await seller.Type("sales", "handovers", "Drum roaster")).Expect(0).Said.ShouldContain("accepted: Installed before Monday");
        (await taker.Type("sales", "kept", "Drum roaster", promise, "--note", "Done")).Expect(0);
        (await taker.Type("sales", "letgo", "Drum roaster", promise, "--reason", "Else")).Expect(1);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task<string> Promise(string what, string? by = null, bool spoken = false) => (await marta.Post($"sales/{sale}/promises", new { what, by, spoken })).Expect(201).Id;
}

public sealed class HandoversOnSqlite() : HandoverStories(Engine.Sqlite);

public sealed class HandoversOnPostgres() : HandoverStories(Engine.Postgres);
