using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.AfterSales;

/// <summary>The customer complained, or came back: whoever asked and whoever did it learn of it.</summary>
public abstract class AfterSalesStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;
    private Caller marta = null!;
    private Caller wanda = null!;
    private string customer = "", sale = "", ask = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        (marta, wanda) = (house.Call(Cast.Marta), house.Call(Cast.Wanda));
        customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        sale = (await marta.Post("sales", new { customer, name = "Drum roaster", owner = Cast.Marta.Id, openedOn = "2026-10-01" })).Expect(201).Id;
        ask = await AskWanda("Could you pack the drum dry?", sale);
    }

    [Fact]
    public async Task A_complaint_is_written_down_with_the_asks_behind_it_and_put_right()
    {
        var heard = (await marta.Post("complaints", new { sale, words = "The drum was rusty.", saidBy = "Mr Brack", saidOn = "2026-11-20", asks = new[] { ask } })).Expect(201);
        (heard["customer"].GetProperty("name").GetString(), heard["sale"].GetProperty("name").GetString(), heard["state"].GetString(), heard["asks"][0].GetProperty("what").GetString())
            .ShouldBe(("Tidewrack", "Drum roaster", "open", "Could you pack the drum dry?"));
        // The words are the customer's, among all of theirs, found by search.
        (await wanda.Get($"verbatims/{heard.Id}")).Expect(200)["words"].GetString().ShouldBe("The drum was rusty.");
        (await wanda.Get("search?q=rusty")).Body.ShouldContain(heard.Id);
        (await wanda.Get($"complaints?sale={sale}&state=open")).Expect(200).Items.Single().GetProperty("words").GetString().ShouldBe("The drum was rusty.");

        (await wanda.Post($"complaints/{heard.Id}/righting", new { how = " " })).Expect(422);
        var righted = (await wanda.Post($"complaints/{heard.Id}/righting", new { how = "A new drum went out on Friday." })).Expect(200);
        (righted["state"].GetString(), righted["rightedBy"].GetProperty("name").GetString()).ShouldBe(("righted", "Wanda Lorenz"));
        (await wanda.Post($"complaints/{heard.Id}/righting", new { how = "Again" })).Expect(409);
        (await marta.Delete($"complaints/{heard.Id}", "\"2\"")).Expect(409);
        (await marta.Post($"complaints/{heard.Id}/reopening")).Expect(200)["state"].GetString().ShouldBe("open");
        (await marta.Delete($"complaints/{heard.Id}", null)).Expect(428);
        (await marta.Delete($"complaints/{heard.Id}", "\"2\"")).Expect(412);
        (await marta.Delete($"complaints/{heard.Id}", "\"3\"")).Expect(204);
        (await marta.Get($"complaints/{heard.Id}")).Expect(404);
        (await marta.Get($"verbatims/{heard.Id}")).Expect(200);
        (await marta.Get($"happenings?on={heard.Id}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(
            ["verbatim.complaint-dropped", "verbatim.complaint-reopened", "verbatim.complaint-put-right", "verbatim.complaint-heard", "verbatim.kept"], ignoreOrder: true);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_did_it_reads_the_complaint_on_the_page_of_the_ask_and_on_their_day()
    {
        var heard = (await marta.Post("complaints", new { sale, words = "The drum was rusty.", saidBy = "Mr Brack", saidOn = "2026-11-20", asks = new[] { ask } })).Expect(201).Id;
        var browser = await house.Browse(Cast.Wanda);
        var page = (await browser.Open($"/asks/{ask}")).Expect(200);
        page.Text.ShouldContain("Mr Brack complained, and this lies behind it.");
        page.Text.ShouldContain("Marta Kowal sees it behind a complaint of the customer");
        (await browser.Open("/")).Expect(200).Text.ShouldContain("Marta Kowal sees it behind a complaint of the customer");
        (await (await house.Browse(Cast.Marta)).Open("/")).Expect(200).Text.ShouldNotContain("sees it behind a complaint");
        (await marta.Post($"complaints/{heard}/righting", new { how = "A new drum." })).Expect(200);
        (await browser.Open($"/asks/{ask}")).Text.ShouldContain("it was put right. This lay behind it.");
        (await marta.Put($"complaints/{heard}/asks", new { asks = Array.Empty<string>() }, "\"2\"")).Expect(200)["asks"].GetArrayLength().ShouldBe(0);
        (await browser.Open($"/asks/{ask}")).Text.ShouldNotContain("This lay behind it.");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_asks_for_the_customer_lie_behind_it_and_nobody_drops_what_they_do_not_see()
    {
        var elsewhere = (await marta.Post("asks", Ask("Could you sweep the ramp?", null))).Expect(201).Id;
        (await marta.Post("complaints", new { sale, words = "Rusty.", saidOn = "2026-11-20", asks = new[] { elsewhere } })).Expect(422).Body.ShouldContain("Only asks for this customer");
        (await marta.Post("complaints", new { sale, words = "Rusty.", saidOn = "2026-11-20", asks = Enumerable.Range(0, 2000).Select(_ => Guid.CreateVersion7()) })).Expect(422).Body.ShouldContain("At most 50 asks");
        var heard = (await marta.Post("complaints", new { sale, words = "Rusty.", saidOn = "2026-11-20", asks = new[] { ask } })).Expect(201);
        // Noor sees neither the ask nor that there is one; what he names leaves it where it is.
        var noor = house.Call(Cast.Noor);
        (await noor.Get($"asks/{ask}")).Expect(404);
        (await noor.Get($"complaints/{heard.Id}")).Expect(200)["asks"].GetArrayLength().ShouldBe(0);
        (await noor.Put($"complaints/{heard.Id}/asks", new { asks = new[] { ask } }, "\"1\"")).Expect(200);
        (await noor.Put($"complaints/{heard.Id}/asks", new { asks = Array.Empty<string>() }, "\"1\"")).Expect(200)["version"].GetInt32().ShouldBe(1);
        (await marta.Get($"complaints/{heard.Id}"))["asks"].GetArrayLength().ShouldBe(1);
        (await marta.Put($"complaints/{heard.Id}/asks", new { }, "\"1\"")).Expect(422);
        (await marta.Put($"complaints/{heard.Id}/asks", new { asks = Array.Empty<string>() }, null)).Expect(428);
        (await (await house.Browse(Cast.Noor)).Open($"/complaints/{heard.Id}")).Expect(200).Text.ShouldNotContain("pack the drum dry");
    }

    [Fact]
    public async Task Words_that_are_kept_become_a_complaint_once()
    {
        var words = (await marta.Post("verbatims", new { customer, sale, words = "It hums all night.", saidOn = "2026-11-20" })).Expect(201).Id;
        (await marta.Post("complaints", new { verbatim = words })).Expect(201).Id.ShouldBe(words);
        (await marta.Post("complaints", new { verbatim = words })).Expect(409);
        (await marta.Post("complaints", new { verbatim = Guid.CreateVersion7() })).Expect(422);
        (await marta.Post("complaints", new { sale, words = "" })).Expect(422).Body.ShouldContain("Write down what the customer said");
        (await marta.Get("complaints?state=loud")).Expect(422);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_customer_who_comes_back_is_told_with_the_asks_that_made_them()
    {
        var later = (await marta.Post("sales", new { customer, name = "Second roaster", owner = Cast.Marta.Id, openedOn = "2026-11-10" })).Expect(201).Id;
        (await marta.Get($"sales/{later}/repeat")).Expect(404);
        (await marta.Post($"sales/{later}/repeat", new { asks = new[] { ask } })).Expect(422).Body.ShouldContain("after which sale");
        var told = (await marta.Post($"sales/{later}/repeat", new { after = sale, asks = new[] { ask } })).Expect(200);
        (told["after"].GetProperty("name").GetString(), told["asks"][0].GetProperty("performer").GetProperty("name").GetString(), told["version"].GetInt32()).ShouldBe(("Drum roaster", "Wanda Lorenz", 1));
        (await marta.Post($"sales/{later}/repeat", new { after = sale })).Expect(200)["version"].GetInt32().ShouldBe(1);
        (await marta.Post($"sales/{sale}/repeat", new { after = later })).Expect(422);
        (await marta.Post($"sales/{later}/repeat", new { after = later })).Expect(422);

        var wandas = await house.Browse(Cast.Wanda);
        (await wandas.Open($"/asks/{ask}")).Text.ShouldContain("Tidewrack came back for this.");
        (await wandas.Open("/")).Text.ShouldContain("Marta Kowal says that the customer came back for it");
        (await wandas.Open($"/sales/{sale}")).Text.ShouldContain("They came back and bought");
        var martas = await house.Browse(Cast.Marta);
        (await martas.Open($"/sales/{later}")).Html.ShouldContain($"/thanks/new?ask={ask}");

        (await marta.Delete($"sales/{later}/repeat", "\"1\"")).Expect(204);
        (await marta.Get($"sales/{later}/repeat")).Expect(404);
        (await marta.Get($"happenings?on={later}")).Body.ShouldContain("sale.not-bought-again");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_sale_another_customers_sale_and_a_circle_are_no_repeat_purchase()
    {
        var later = (await marta.Post("sales", new { customer, name = "Second roaster" })).Expect(201).Id;
        var third = (await marta.Post("sales", new { customer, name = "Third roaster" })).Expect(201).Id;
        var lost = (await marta.Post("sales", new { customer, name = "Lost one", outcome = "lost" })).Expect(201).Id;
        var others = (await marta.Post("sales", new { customer = (await marta.Post("customers", new { name = "Kelp & Co" })).Expect(201).Id, name = "Theirs" })).Expect(201).Id;
        (await marta.Post($"sales/{later}/repeat", new { after = lost })).Expect(422).Body.ShouldContain("was lost");
        (await marta.Post($"sales/{later}/repeat", new { after = others })).Expect(422);
        (await marta.Post($"sales/{third}/repeat", new { after = later })).Expect(200);
        (await marta.Post($"sales/{later}/repeat", new { after = third })).Expect(422).Body.ShouldContain("follows this sale already");
    }

    [Fact]
    public async Task On_the_pages_without_scripts_a_complaint_is_written_named_and_put_right_and_nothing_typed_is_lost()
    {
        var browser = await house.Browse(Cast.Marta);
        var form = (await browser.Open($"/complaints/new?sale={sale}")).Expect(200);
        var wrong = await browser.Submit(form, "form.card", new { customer = "Tidewrack", words = "", saidOn = "2026-11-20", saidBy = "Mr Brack <b>", asks = ask });
        wrong.Expect(422).Html.ShouldContain("Mr Brack &lt;b&gt;");
        wrong.Html.ShouldContain($"value=\"{ask}\" checked");
        var page = await browser.Submit(wrong, "form.card", new { customer = "Tidewrack", words = "The drum was rusty.", saidOn = "2026-11-20", sale, asks = ask });
        page.Path.ShouldStartWith("/complaints/");
        page.Text.ShouldContain("Could you pack the drum dry?");
        (await browser.Open($"/sales/{sale}")).Text.ShouldContain("The drum was rusty.");
        page = await browser.Submit(page, "form[action$='Right']", new { how = "" });
        page.Expect(422).Text.ShouldContain("Say what was done about it.");
        page = await browser.Submit(page, "form[action$='Right']", new { how = "A new drum went out." });
        page.Text.ShouldContain("A new drum went out.");
        (await browser.Open("/complaints")).Text.ShouldContain("No complaint stands.");
        (await browser.Open("/complaints?state=all")).Text.ShouldContain("The drum was rusty.");
    }

    [Fact]
    public async Task The_command_line_does_the_same()
    {
        var terminal = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        var later = (await marta.Post("sales", new { customer, name = "Second roaster" })).Expect(201).Id;
        var heard = (await terminal.Json("complaints", "add", "--sale", "Drum roaster", "--words", "The drum was rusty.", "--said-on", "2026-11-20", "--ask", ask)).GetProperty("id").GetString()!;
        (await terminal.Type("complaints")).Expect(0).Said.ShouldContain("The drum was rusty.");
        (await terminal.Type("complaints", "behind", heard)).Expect(0);
        (await marta.Get($"complaints/{heard}"))["asks"].GetArrayLength().ShouldBe(0);
        (await terminal.Type("complaints", "right", heard, "--how", "A new drum")).Expect(0);
        (await terminal.Type("complaints", "reopen", heard)).Expect(0);
        (await terminal.Type("complaints", "drop", heard)).Expect(0);
        (await terminal.Type("sales", "repeat", "Second roaster", "--after", "Drum roaster", "--ask", ask)).Expect(0);
        (await terminal.Type("sales", "cameback", "Second roaster")).Expect(0).Said.ShouldContain("Drum roaster");
        (await terminal.Type("sales", "norepeat", "Second roaster")).Expect(0);
        (await marta.Get($"sales/{later}/repeat")).Expect(404);
    }

    public ValueTask DisposeAsync() => house is null ? ValueTask.CompletedTask : house.DisposeAsync();

    private async Task<string> AskWanda(string what, string? about) => (await marta.Post("asks", Ask(what, about))).Expect(201).Id;

    private static object Ask(string what, string? about) => new
    {
        what, performer = Cast.Wanda.Id, reason = "It rains", effect = "It stays dry", conditions = new[] { "Dry" }, answerBy = "2026-11-25", neededBy = "2026-11-27", sale = about,
    };
}

public sealed class AfterSalesOnSqlite() : AfterSalesStories(Engine.Sqlite);

public sealed class AfterSalesOnPostgres() : AfterSalesStories(Engine.Postgres);
