using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Mail;
using Inward.Server.Tests.Notes;

namespace Inward.Server.Tests.Recorded;

/// <summary>Everybody sees what is recorded about them, takes it with them, and says where it is not right.</summary>
public abstract class RecordStories(Engine engine) : IAsyncLifetime
{
    private MailHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await MailHouse.Open(engine);
    }

    [Fact]
    [Shows("A2")]
    public async Task Every_shared_entry_that_names_me_stands_there_with_its_author_and_its_readers()
    {
        var ask = await house.Ask(Cast.Wanda, "Crate the pump");
        var talk = await Talk("She promised Friday");
        (await house.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Wanda.Id }, channel = "call", text = "For me alone", @private = true })).Expect(201);
        var thanks = (await house.Call(Cast.Gareth).Post("thanks", new { to = Cast.Wanda.Id, text = "You waited for the lorry", @public = true })).Expect(201).Id;
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Wanda, "Nobody else's business");
        (await house.Call(Cast.Wanda).Patch("me", new { title = "Head of the warehouse" }, "*")).Expect(200);
        await house.Ask(Cast.Piotr, "None of hers, but she leads him");

        var wanda = house.Call(Cast.Wanda);
        var records = (await wanda.Get("me/records?limit=200")).Expect(200);
        records.Body.ShouldNotContain("For me alone");
        records.Body.ShouldNotContain("Nobody else's business");
        var kinds = records.Items.ToLookup(r => r.GetProperty("kind").GetString());
        kinds["ask"].Single().GetProperty("id").GetString().ShouldBe(ask);
        kinds["ask"].Single().GetProperty("andTheirLeads").GetBoolean().ShouldBeTrue();
        kinds["conversation"].Single().GetProperty("andTheirLeads").GetBoolean().ShouldBeFalse();
        kinds["conversation"].Single().GetProperty("seenBy").EnumerateArray().Select(n => n.GetProperty("name").GetString()).ShouldBe(["Marta Kowal", "Wanda Lorenz"]);
        kinds["conversation"].Single().GetProperty("whoName").GetString().ShouldBe("Marta Kowal");
        kinds["thanks"].Single().GetProperty("id").GetString().ShouldBe(thanks);
        kinds["thanks"].Single().GetProperty("seenBy").EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("Osterfenn");
        kinds["profile"].Select(r => r.GetProperty("title").GetString()).ShouldContain("person.changed");
        kinds["membership"].Single().GetProperty("title").GetString().ShouldBe("Warehouse");
        kinds["colleague"].ShouldBeEmpty();
        (await house.Call(Cast.Noor).Get("me/records?limit=200")).Body.ShouldNotContain(talk);
        (await wanda.Get("me/records?kind=secret")).Expect(422);
    }

    [Fact]
    public async Task A_long_life_comes_page_by_page_and_whole_in_one_file()
    {
        for (var i = 0; i < 33; i++)
            await Talk($"Talk {i}.");
        var wanda = house.Call(Cast.Wanda);
        var first = (await wanda.Get("me/records?kind=conversation&limit=30")).Expect(200);
        first.Items.Count.ShouldBe(30);
        (await wanda.Get($"me/records?kind=conversation&after={first["next"].GetString()}")).Items.Count.ShouldBe(3);
        var browser = await house.Browse(Cast.Wanda);
        var page = await browser.Open("/settings/records?kind=conversation");
        page.Expect(200).Text.ShouldContain("Talk 32.");
        page.Text.ShouldNotContain("Talk 2.");
        (await browser.Open(page.Find("#records a[rel=next]")!.GetAttribute("href")!)).Text.ShouldContain("Talk 2.");
        foreach (var file in new[] { (await wanda.Get("me/records/export")).Expect(200).Body, (await browser.Open("/settings/records/export")).Expect(200).Html })
        {
            var all = System.Text.Json.JsonDocument.Parse(file).RootElement;
            all.GetProperty("records").EnumerateArray().Count(r => r.GetProperty("kind").GetString() == "conversation").ShouldBe(33);
            all.GetProperty("me").GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        }
    }

    [Fact]
    public async Task What_was_learned_of_me_and_who_names_me_stands_there_too()
    {
        var talk = await Talk("need Wanda: the width of the door\nidea: a shelf", Cast.Wanda, Cast.Noor);
        var sale = (await house.Call(Cast.Wanda).Post("sales", new { customer = (await house.Call(Cast.Wanda).Post("customers", new { name = "Tidewrack" })).Expect(201).Id, name = "Roaster", owner = Cast.Wanda.Id })).Expect(201).Id;
        (await house.Call(Cast.Priya).Patch($"people/{Cast.Piotr.Id}", new { manager = Cast.Wanda.Id }, "*")).Expect(200);
        (await house.Call(Cast.Noor).Post("me/absences", new { from = "2026-12-01", to = "2026-12-04", deputy = Cast.Wanda.Id })).Expect(201);
        var records = (await house.Call(Cast.Wanda).Get("me/records?limit=200")).Expect(200).Items.ToLookup(r => r.GetProperty("kind").GetString(), r => $"{r.GetProperty("title")} {r.GetProperty("words")}");
        records["item"].ShouldBe(["idea a shelf", "need the width of the door"], ignoreOrder: true);
        records["sale"].Single().ShouldStartWith("Roaster");
        records["colleague"].ShouldBe(["Piotr Nowak manager", "Noor Rahimi deputy"], ignoreOrder: true);
        (await house.Call(Cast.Noor).Get("me/records?kind=item")).Items.Single().GetProperty("words").GetString().ShouldBe("a shelf");
        var page = await (await house.Browse(Cast.Wanda)).Open("/settings/records");
        foreach (var said in new[] { "You need: the width of the door", "Piotr Nowak reports to you", "Noor Rahimi named you as their deputy", "You own the sale Roaster" })
            page.Text.ShouldContain(said);
        page.Find($"#records a[href='/sales/{sale}']").ShouldNotBeNull();
        page.Find($"#records a[href='/conversations/{talk}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_page_says_in_words_what_it_does_not_show()
    {
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Wanda, "Nobody else's business");
        (await house.Call(Cast.Marta).Put($"me/relationships/{Cast.Wanda.Id}", new { ideal = 7, limit = 14 }, "*")).Expect(200);
        var page = await (await house.Browse(Cast.Wanda)).Open("/settings/records");
        var others = page.Find("#not-here")!.TextContent;
        foreach (var kind in new[] { "Private notes", "Private talks", "Keeping in touch", "Drafts", "sign-ins, tokens and secret addresses", "The log" })
            others.ShouldContain(kind);
        page.Text.ShouldNotContain("Nobody else's business");
        // It says the same to somebody of whom nobody keeps anything.
        (await (await house.Browse(Cast.Noor)).Open("/settings/records")).Find("#not-here")!.TextContent.ShouldBe(others);
    }

    [Fact]
    public async Task The_file_holds_no_note_of_another_no_credential_and_no_token()
    {
        var wanda = house.Call(Cast.Wanda);
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Wanda, "Nobody else's business");
        (await wanda.Patch($"people/{Cast.Wanda.Id}/words", new { needFromOthers = "The door's width." }, "*")).Expect(200);
        (await wanda.Post("me/note-requests")).Expect(201);
        var secret = (await wanda.Post("tokens", new { name = "my calendar", scopes = new[] { "read" } })).Expect(201)["secret"].GetString()!;
        var browser = await house.Browse(Cast.Wanda);
        foreach (var file in new[] { (await wanda.Get("me/records/export")).Expect(200).Body, (await browser.Open("/settings/records/export")).Expect(200).Html })
        {
            foreach (var hidden in new[] { "Nobody else's business", secret, "my calendar", "\"hash", "\"stamp", "\"token", "\"session" })
                file.ShouldNotContain(hidden);
            var all = System.Text.Json.JsonDocument.Parse(file).RootElement;
            all.GetProperty("ownWords").GetProperty("needFromOthers").GetProperty("words").GetString().ShouldBe("The door's width.");
            all.GetProperty("noteRequests").GetArrayLength().ShouldBe(1);
            all.GetProperty("notHere").GetArrayLength().ShouldBe(8);
        }
    }

    [Fact]
    public async Task Whoever_is_taken_out_of_a_talk_still_learns_that_it_named_them()
    {
        var talk = await Talk("Wanda promised Friday", Cast.Wanda, Cast.Noor);
        (await house.Call(Cast.Wanda).Post($"conversations/{talk}/dispute", new { text = "I said Monday" })).Expect(200);
        (await house.Call(Cast.Marta).Patch($"conversations/{talk}", new { people = new[] { Cast.Noor.Id }, text = "Noor promised Friday" }, "*")).Expect(200);

        var record = (await house.Call(Cast.Wanda).Get("me/records?kind=conversation")).Expect(200).Items.Single();
        (record.GetProperty("words").GetString(), record.GetProperty("dispute").GetString()).ShouldBe(("Wanda promised Friday", "I said Monday"));
        record.GetProperty("seenBy").EnumerateArray().Select(n => n.GetProperty("name").GetString()).ShouldBe(["Marta Kowal", "Noor Rahimi"]);
        var page = await (await house.Browse(Cast.Wanda)).Open("/settings/records");
        page.Text.ShouldContain("you were taken out of it; a version before names you");
        page.Find($"a[href='/conversations/{talk}']").ShouldBeNull();
        var noor = (await (await house.Browse(Cast.Noor)).Open($"/conversations/{talk}")).Find($"#dispute-{Cast.Wanda.Id}")!.TextContent;
        noor.ShouldContain("I said Monday");
        noor.ShouldContain("said of version 1; it was corrected since");

        (await house.Call(Cast.Marta).Patch($"conversations/{talk}", new { @private = true }, "*")).Expect(200);
        (await house.Call(Cast.Wanda).Get("me/records?kind=conversation")).Items.ShouldBeEmpty();
        (await house.Call(Cast.Wanda).Send(HttpMethod.Delete, $"conversations/{talk}/dispute", null, etag: "*")).Expect(204);
        (await house.Call(Cast.Marta).Get($"conversations/{talk}"))["disputes"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_talk_that_is_taken_back_takes_what_was_said_against_it_with_it()
    {
        var talk = await Talk("She promised Friday");
        (await house.Call(Cast.Wanda).Post($"conversations/{talk}/dispute", new { text = "I said Monday" })).Expect(200);
        (await house.Call(Cast.Marta).Post($"conversations/{talk}/undoing")).Expect(204);
        (await (await house.Browse(Cast.Marta)).Open("/")).Find("#disputed").ShouldBeNull();
        (await house.Call(Cast.Wanda).Get("me/records")).Body.ShouldNotContain("I said Monday");
        await house.MailLeaves();
        house.Sink.TakeAll().ShouldNotContain(mail => mail.Subject.Contains("disputes", StringComparison.Ordinal));
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dispute_stands_beside_the_talk_for_whoever_reads_it_until_it_is_taken_back()
    {
        var talk = await Talk("She promised Friday", Cast.Wanda, Cast.Noor);
        var wanda = await house.Browse(Cast.Wanda);
        var page = await wanda.Submit(await wanda.Open($"/conversations/{talk}"), "form[action*=dispute]", new { text = "" });
        page.Expect(422).Text.ShouldContain("Say what is not right.");
        page = await wanda.Submit(page, "form[action*=dispute]", new { text = "I said Monday" });
        page.Expect(200).Find($"#dispute-{Cast.Wanda.Id}")!.TextContent.ShouldContain("I said Monday");
        foreach (var reader in new[] { Cast.Marta, Cast.Noor })
        {
            (await (await house.Browse(reader)).Open($"/conversations/{talk}")).Text.ShouldContain("I said Monday");
            (await house.Call(reader).Get($"conversations/{talk}"))["disputes"][0].GetProperty("text").GetString().ShouldBe("I said Monday");
        }
        (await house.Call(Cast.Piotr).Post($"conversations/{talk}/dispute", new { text = "Me too" })).Expect(404);
        (await house.Call(Cast.Marta).Post($"conversations/{talk}/dispute", new { text = "I doubt myself" })).Expect(403);
        (await house.Call(Cast.Wanda).Get("me/records?kind=conversation")).Items.Single().GetProperty("dispute").GetString().ShouldBe("I said Monday");

        await house.MailLeaves();
        (await house.Sink.Next(Cast.Marta.Email, "Wanda Lorenz disputes")).Text.ShouldContain("I said Monday");
        var marta = await house.Browse(Cast.Marta);
        (await marta.Open("/")).Find("#disputed")!.TextContent.ShouldContain("I said Monday");
        page = await wanda.Submit(await wanda.Open($"/conversations/{talk}"), "form[action*=withdraw]");
        page.Expect(200).Text.ShouldNotContain("I said Monday");
        (await marta.Open("/")).Find("#disputed").ShouldBeNull();
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_works_in_the_terminal()
    {
        var talk = await Talk("She promised Friday");
        var wanda = new Terminal(house.Address.ToString(), Cast.Wanda.Token);
        (await wanda.Type("talks", "dispute", talk, "--text", "Monday it was")).Expect(0);
        (await wanda.Type("talks", "show", talk)).Expect(0).Said.ShouldContain("Monday it was");
        (await wanda.Type("aboutme", "--kind", "conversation")).Expect(0).Said.ShouldContain("She promised Friday");
        (await wanda.Json("aboutme", "export")).GetProperty("records").GetArrayLength().ShouldBeGreaterThan(1);
        (await wanda.Type("talks", "undispute", talk)).Expect(0);
        (await wanda.Type("talks", "undispute", talk)).Expect(1);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task<string> Talk(string text, params Colleague[] with) =>
        (await house.Call(Cast.Marta).Post("conversations", new { people = (with.Length == 0 ? [Cast.Wanda] : with).Select(c => c.Id), channel = "call", text })).Expect(201).Id;
}

public sealed class RecordsOnSqlite() : RecordStories(Engine.Sqlite);

public sealed class RecordsOnPostgres() : RecordStories(Engine.Postgres);
