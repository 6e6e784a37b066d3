using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Thanks;

/// <summary>Thanks: who reads them, who gets a copy, how a slip is taken back, whom one has not thanked yet.</summary>
public abstract class ThanksStories(Server.Storage.Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(engine);

    private Caller Marta => house.Call(Cast.Marta);

    [Fact]
    public async Task A_private_thank_you_is_read_by_the_two_alone_at_every_door()
    {
        var thanks = (await Thank(Cast.Piotr, "The quiet corner", isPublic: false)).Expect(201);
        thanks["public"].GetBoolean().ShouldBeFalse();
        foreach (var (who, reads) in new[] { (Cast.Marta, true), (Cast.Piotr, true), (Cast.Wanda, false), (Cast.Gareth, false), (Cast.Helen, false), (Cast.Priya, false), (Cast.Noor, false) })
        {
            var (caller, browser) = (house.Call(who), await house.Browse(who));
            (await caller.Get($"thanks/{thanks.Id}")).Status.ShouldBe(reads ? 200 : 404, who.Name);
            (await browser.Open($"/thanks/{thanks.Id}")).Status.ShouldBe(reads ? 200 : 404, who.Name);
            foreach (var door in new[] { "thanks", $"thanks?person={Cast.Piotr.Id}", $"thanks?team={Cast.Warehouse}", "happenings?limit=200", "search?q=quiet" })
                (await caller.Get(door)).Expect(200).Body.Contains("quiet corner", StringComparison.Ordinal).ShouldBe(reads, $"{who.Name} at {door}");
            foreach (var path in new[] { "/thanks", $"/thanks?person={Cast.Piotr.Id}", $"/thanks?team={Cast.Warehouse}", "/search?q=quiet" })
                (await browser.Open(path)).Html.Contains("quiet corner", StringComparison.Ordinal).ShouldBe(reads, $"{who.Name} at {path}");
        }
    }

    [Fact]
    public async Task Whoever_prefers_it_is_thanked_in_private_whatever_the_giver_chose()
    {
        await Wish(Cast.Wanda, new { prefersPrivateThanks = true });
        (await Thank(Cast.Wanda, "You stayed late", isPublic: true)).Expect(201)["public"].GetBoolean().ShouldBeFalse();
        (await house.Call(Cast.Noor).Get("thanks")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_manager_gets_a_copy_only_once_the_receiver_likes_that()
    {
        var before = (await Thank(Cast.Piotr, "Before he chose", isPublic: false)).Expect(201).Id;
        await Wish(Cast.Piotr, new { copiesThanks = true });
        var copied = (await Thank(Cast.Piotr, "With a copy", isPublic: false)).Expect(201);
        copied["copies"].EnumerateArray().Select(c => c.GetString()).ShouldBe([Cast.Wanda.Id.ToString()]);
        (await house.Call(Cast.Wanda).Get($"thanks/{copied.Id}")).Expect(200);
        (await house.Call(Cast.Wanda).Get("thanks")).Items.Single().GetProperty("text").GetString().ShouldBe("With a copy");
        (await (await house.Browse(Cast.Wanda)).Open("/thanks")).Text.ShouldContain("private: a copy for you, as Piotr Nowak likes");
        (await (await house.Browse(Cast.Piotr)).Open("/thanks")).Text.ShouldContain("the two of you, and a copy for Wanda Lorenz");
        (await house.Call(Cast.Wanda).Get($"thanks/{before}")).Expect(404);
        foreach (var other in new[] { Cast.Helen, Cast.Gareth, Cast.Birgit, Cast.Priya })
            (await house.Call(other).Get($"thanks/{copied.Id}")).Expect(404);
        (await (await house.Browse(Cast.Wanda)).Open("/")).Text.ShouldContain("Marta Kowal thanks Piotr Nowak");
        await Wish(Cast.Piotr, new { copiesThanks = false });
        (await house.Call(Cast.Wanda).Get("happenings?limit=200")).Expect(200).Body.ShouldNotContain("copiesThanks");
        (await house.Call(Cast.Wanda).Get($"thanks/{(await Thank(Cast.Piotr, "After he changed his mind", isPublic: false)).Expect(201).Id}")).Expect(404);
    }

    [Fact]
    public async Task Whom_one_reports_to_comes_before_whoever_leads_the_team_and_only_oneself_decides()
    {
        (await house.Call(Cast.Priya).Patch($"people/{Cast.Piotr.Id}", new { manager = Cast.Helen.Id, copiesThanks = true }, "*")).Status.ShouldBeOneOf(200, 400, 422);
        (await Thank(Cast.Piotr, "An administrator cannot choose it", isPublic: false)).Expect(201)["copies"].GetArrayLength().ShouldBe(0);
        await Wish(Cast.Piotr, new { copiesThanks = true });
        (await house.Call(Cast.Priya).Patch($"people/{Cast.Piotr.Id}", new { manager = Cast.Helen.Id }, "*")).Expect(200);
        (await Thank(Cast.Piotr, "To the one he reports to", isPublic: false)).Expect(201)["copies"].EnumerateArray().Select(c => c.GetString()).ShouldBe([Cast.Helen.Id.ToString()]);
        (await house.Call(Cast.Helen).Post("thanks", new { to = Cast.Piotr.Id, text = "From the manager" })).Expect(201)["copies"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_slip_is_gone_at_every_door_and_the_ask_waits_for_its_thanks_again()
    {
        var ask = await house.Done(Cast.Marta, Cast.Wanda, "Crate the mixer");
        var thanks = (await Marta.Post($"asks/{ask}/thanks", new { text = "For the wrong thing", effect = "None", @public = true })).Expect(201).Id;
        (await house.Call(Cast.Wanda).Post($"thanks/{thanks}/undoing")).Expect(403);
        (await house.Call(Cast.Noor).Post($"thanks/{thanks}/undoing")).Expect(403);
        (await Marta.Post($"thanks/{thanks}/undoing")).Expect(204);
        (await Marta.Get($"thanks/{thanks}")).Expect(404);
        (await Marta.Get("me/thanks-due")).Items.Single().GetProperty("ask").GetString().ShouldBe(ask);
        foreach (var door in new[] { "thanks", "happenings?limit=200", "search?q=wrong", $"asks/{ask}" })
            (await house.Call(Cast.Wanda).Get(door)).Expect(200).Body.ShouldNotContain("wrong thing");
        (await house.Call(Cast.Wanda).Get($"me/relationships/{Cast.Marta.Id}")).Expect(200)["lastContact"].ValueKind.ShouldBe(JsonValueKind.Null);
        var late = (await Thank(Cast.Wanda, "That was right", isPublic: true)).Expect(201).Id;
        house.Clock.MoveOn(TimeSpan.FromSeconds(11));
        (await Marta.Post($"thanks/{late}/undoing")).Expect(409);
        (await Server.Storage.Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_the_page_a_colleague_is_filled_in_and_a_slip_is_one_button()
    {
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open((await marta.Open($"/people/{Cast.Wanda.Id}")).Find("a.thx[data-key=t]")!.GetAttribute("href")!);
        form.Find("#to")!.GetAttribute("value").ShouldBe(Cast.Wanda.Email);
        var refused = await marta.Submit(form, "form[data-draft]", new { text = "", effect = "They opened on Monday" });
        refused.Status.ShouldBe(422);
        refused.Find("#text")!.GetAttribute("aria-invalid").ShouldBe("true");
        refused.Find("#effect")!.TextContent.ShouldBe("They opened on Monday");
        var said = await marta.Submit(refused, "form[data-draft]", new { text = "You crated it twice" });
        said.Path.ShouldStartWith("/thanks/");
        said.Text.ShouldContain("You crated it twice");
        (await marta.Submit(said, ".toast form")).Path.ShouldBe("/thanks/new");
        (await Marta.Get("thanks")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everybody_s_feed_never_tells_who_got_a_copy()
    {
        await Wish(Cast.Piotr, new { copiesThanks = true });
        (await Thank(Cast.Piotr, "Before everybody", isPublic: true)).Expect(201);
        foreach (var door in new[] { "thanks", "happenings?limit=200" })
            (await house.Call(Cast.Noor).Get(door)).Expect(200).Body.ShouldNotContain(Cast.Wanda.Id.ToString());
    }

    [Fact]
    [Shows("D2")]
    public async Task Thanks_are_due_five_working_days_after_the_acceptance_for_whoever_asked()
    {
        var ask = await house.Done(Cast.Marta, Cast.Wanda, "Crate the roaster");
        var due = (await Marta.Get("me/thanks-due")).Expect(200).Items.Single();
        (due.GetProperty("ask").GetString(), due.GetProperty("acceptedOn").GetString(), due.GetProperty("dueOn").GetString()).ShouldBe((ask, "2026-11-23", "2026-11-30"));
        (await house.Call(Cast.Wanda).Get("me/thanks-due")).Items.ShouldBeEmpty();
        house.Clock.MoveOn(TimeSpan.FromDays(8));
        (await (await house.Browse(Cast.Marta)).Open("/thanks/due")).Text.ShouldContain("was due");
        (await Marta.Post($"asks/{ask}/thanks", new { text = "For the crate", @public = true })).Expect(201)["for"].GetString().ShouldBe(ask);
        (await Marta.Get("me/thanks-due")).Items.ShouldBeEmpty();
        (await (await house.Browse(Cast.Marta)).Open("/thanks/due")).Text.ShouldContain("Nobody waits for your thanks");
    }

    [Fact]
    [Shows("D1")]
    public async Task The_feed_of_everyone_of_a_person_and_of_a_team_comes_in_pages_without_gaps()
    {
        for (var i = 0; i < 7; i++)
            (await house.Call(i % 2 == 0 ? Cast.Marta : Cast.Noor).Post("thanks", new { to = (i % 3 == 0 ? Cast.Helen : Cast.Piotr).Id, text = $"For deed {i}", @public = true })).Expect(201);
        (await Read("thanks?limit=2")).ShouldBe(["6", "5", "4", "3", "2", "1", "0"]);
        (await Read($"thanks?limit=2&person={Cast.Helen.Id}")).ShouldBe(["6", "3", "0"]);
        (await Read($"thanks?limit=2&person={Cast.Marta.Id}")).ShouldBe(["6", "4", "2", "0"]);
        (await Read($"thanks?limit=2&team={Cast.Warehouse}")).ShouldBe(["5", "4", "2", "1"]);
        (await Marta.Get("thanks?after=nowhere")).Expect(422);
        (await (await house.Browse(Cast.Marta)).Open($"/thanks?person={Cast.Helen.Id}")).Text.ShouldContain("Thanks to and from Helen Marwick");

        async Task<List<string>> Read(string path)
        {
            var read = new List<string>();
            for (string? next = ""; next is not null;)
            {
                var page = (await house.Call(Cast.Wanda).Get(path + (next.Length == 0 ? "" : $"&after={next}"))).Expect(200);
                read.AddRange(page.Items.Select(t => t.GetProperty("text").GetString()![9..]));
                next = page["next"].GetString();
            }
            return read;
        }
    }

    [Fact]
    public async Task A_hint_about_the_words_is_for_the_writer_and_leaves_nothing_behind()
    {
        var before = await Happened();
        var hints = (await Marta.Post("thanks/coach", new { text = "Thank you for measuring the crate", effect = "The customer opened on Monday." })).Expect(200).Items;
        hints.Select(h => h.GetProperty("named").GetBoolean()).ShouldAllBe(named => named);
        var german = new Caller(house.Address, Cast.Marta.Token, house.Log) { Language = "de" };
        (await german.Post("thanks/coach", new { text = "Danke!" })).Items[0].GetProperty("says").GetString().ShouldBe("Sag, was jemand getan hat: die Tat, nicht nur die Person.");
        (await Happened()).ShouldBe(before);

        Task<long> Happened() => house.Read(s => s.Count("select count(*) from happening"));
    }

    private Task<Answer> Thank(Colleague to, string text, bool isPublic) => Marta.Post("thanks", new { to = to.Id, text, @public = isPublic });

    private async Task Wish(Colleague who, object wish) => (await house.Call(who).Patch("me", wish, "*")).Expect(200);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await house.DisposeAsync();
    }
}

public sealed class ThanksOnSqlite() : ThanksStories(Server.Storage.Engine.Sqlite);

public sealed class ThanksOnPostgres() : ThanksStories(Server.Storage.Engine.Postgres);
