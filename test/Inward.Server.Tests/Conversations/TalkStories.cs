using System.Text.Json;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Conversations;

/// <summary>A talk is logged in seconds, stays as it was typed, and what was learned finds its way.</summary>
public abstract class TalkStories(TestHouse house)
{
    private const string Text = "  We met at the gate.\n- need Wanda: the width of the door\nHindernis @Piotr: no crane\nidea: a shelf\npromise: the drawing\n";

    [Fact]
    [Shows("A3")]
    public async Task A_talk_keeps_its_words_and_tells_what_was_learned()
    {
        var talk = await Log(Text, Cast.Wanda, Cast.Piotr);
        talk["text"].GetString().ShouldBe(Text);
        talk["items"].EnumerateArray().Select(Said).ShouldBe(
        [
            "1 need the width of the door (Wanda Lorenz) open", "2 obstacle no crane (Piotr Nowak) open", "3 idea a shelf (Wanda Lorenz, Piotr Nowak) open", "4 promise the drawing (Wanda Lorenz, Piotr Nowak) open",
        ], ignoreOrder: false);
        var found = (await house.Call(Cast.Wanda).Get($"conversations/items?person={Cast.Wanda.Id}&kind=need&open=true")).Expect(200).Items.Single(i => i.GetProperty("conversation").GetString() == talk.Id);
        (found.GetProperty("text").GetString(), found.GetProperty("author").GetProperty("name").GetString()).ShouldBe(("the width of the door", "Marta Kowal"));
        (await house.Call(Cast.Noor).Get("conversations/items")).Expect(200).Items.ShouldNotContain(i => i.GetProperty("conversation").GetString() == talk.Id);
        (await house.Call(Cast.Stranger).Get($"conversations/items?person={Cast.Wanda.Id}")).Expect(200).Items.ShouldBeEmpty();
        var listed = (await house.Call(Cast.Marta).Get("conversations?kind=obstacle&q=gate")).Expect(200).Items.Single(t => t.GetProperty("id").GetString() == talk.Id);
        listed.GetProperty("items").GetArrayLength().ShouldBe(4);
        listed.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Piotr Nowak", "Wanda Lorenz"]);
    }

    [Fact]
    public async Task What_is_told_of_a_talk_at_once_is_what_is_told_of_it_ever_after()
    {
        foreach (var (people, text) in new[] { (new[] { Cast.Wanda, Cast.Piotr, Cast.Noor }, Text), ([Cast.Piotr], "just words"), ([Cast.Noor, Cast.Marta, Cast.Gareth], "wants: to cook\n\nneed Noor: salt") })
        {
            var logged = (await house.Call(Cast.Birgit).Post("conversations", new { people = people.Select(p => p.Id), channel = "meeting", text })).Expect(201);
            var told = (await house.Call(Cast.Birgit).Get($"conversations/{logged.Id}")).Expect(200);
            JsonElement.DeepEquals(told.Json, logged.Json).ShouldBeTrue($"{told.Body}\n{logged.Body}");
        }
    }

    [Fact]
    public async Task The_items_come_page_by_page_each_once()
    {
        var helen = house.Call(Cast.Helen);
        for (var i = 0; i < 3; i++)
            (await helen.Post("conversations", new { people = new[] { Cast.Noor.Id, Cast.Gareth.Id }, channel = "call", text = $"need: chair {i}\nidea: shelf {i}" })).Expect(201);
        var (seen, next) = (new List<string>(), "");
        do
        {
            var page = (await helen.Get($"conversations/items?author={Cast.Helen.Id}&limit=5{next}")).Expect(200);
            seen.AddRange(page.Items.Select(i => $"{i.GetProperty("text")} {i.GetProperty("about").GetProperty("name")}"));
            next = page["next"].GetString() is { } after ? $"&after={after}" : "";
        }
        while (next.Length > 0);
        seen.Count.ShouldBe(12);
        seen.Distinct().Count().ShouldBe(12);
        (await helen.Get("conversations/items?after=nonsense")).Expect(422);
    }

    [Fact]
    public async Task What_a_colleague_said_stands_on_their_page_for_those_who_took_part()
    {
        var talk = await Log("wants: a window seat\nneed: silence", Cast.Piotr);
        var shown = (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Piotr.Id}")).Expect(200).Find("#said")!;
        shown.TextContent.ShouldContain("a window seat");
        shown.QuerySelector($"a[href='/conversations/{talk.Id}'] time").ShouldNotBeNull();
        (await (await house.Browse(Cast.Gareth)).Open($"/people/{Cast.Piotr.Id}")).Text.ShouldNotContain("a window seat");
    }

    [Fact]
    public async Task A_need_is_taken_into_one_s_own_words_by_nobody_else()
    {
        await house.Call(Cast.Wanda).Patch($"people/{Cast.Wanda.Id}/words", new { needFromOthers = "A name." }, "*");
        var talk = await Log("need: the width of the door\nneed: no urgent mail", Cast.Wanda);
        (await house.Call(Cast.Marta).Post($"conversations/{talk.Id}/items/1/taking", new { })).Expect(403);
        (await house.Call(Cast.Noor).Post($"conversations/{talk.Id}/items/1/taking", new { })).Expect(404);
        (await house.Call(Cast.Wanda).Post($"conversations/{talk.Id}/items/9/taking", new { })).Expect(404);

        var wanda = await house.Browse(Cast.Wanda);
        var own = await wanda.Open($"/people/{Cast.Wanda.Id}");
        own.Find("#suggested")!.TextContent.ShouldContain("Marta Kowal noted: the width of the door");
        own = (await wanda.Submit(own, $"#suggested form[action*='{talk.Id}']:has(input[name=n][value='1'])", new { words = "The width of the door, in centimetres." }, "button[value=taken]")).Expect(200);
        own.Path.ShouldBe($"/people/{Cast.Wanda.Id}");
        own.Find(".own")!.TextContent.ShouldContain("The width of the door, in centimetres.");
        (await house.Call(Cast.Marta).Get($"people/{Cast.Wanda.Id}")).Body.ShouldContain("A name.\\nThe width of the door, in centimetres.");

        (await house.Call(Cast.Wanda).Post($"conversations/{talk.Id}/items/1/taking", new { })).Expect(409);
        (await house.Call(Cast.Wanda).Post($"conversations/{talk.Id}/items/2/waving")).Expect(200)["items"].EnumerateArray().Select(i => i.GetProperty("state").GetString()).ShouldBe(["taken", "waved"]);
        (await wanda.Open($"/people/{Cast.Wanda.Id}")).Find($"#suggested form[action*='{talk.Id}']").ShouldBeNull();
    }

    [Fact]
    public async Task Words_that_do_not_fit_are_refused_and_the_need_stays_open()
    {
        var talk = await Log("need: a chair", Cast.Birgit);
        (await house.Call(Cast.Birgit).Post($"conversations/{talk.Id}/items/1/taking", new { words = new string('x', 2_001) })).Expect(422);
        (await house.Call(Cast.Birgit).Get($"conversations/{talk.Id}"))["items"][0].GetProperty("state").GetString().ShouldBe("open");
    }

    [Fact]
    [Shows("A9")]
    public async Task A_promise_stands_on_my_day_until_it_is_done()
    {
        var talk = await Log("promise: the list of ramps", Cast.Wanda, Cast.Piotr);
        var promise = (await house.Call(Cast.Marta).Get("today")).Expect(200)["promises"].EnumerateArray().Single(p => p.GetProperty("conversation").GetString() == talk.Id);
        promise.GetProperty("to").GetArrayLength().ShouldBe(2);
        (await house.Call(Cast.Wanda).Get("today"))["promises"].EnumerateArray().ShouldNotContain(p => p.GetProperty("conversation").GetString() == talk.Id);
        (await house.Call(Cast.Wanda).Post($"conversations/{talk.Id}/items/1/done")).Expect(403);
        var marta = await house.Browse(Cast.Marta);
        var today = await marta.Open("/");
        today.Find("#promises")!.TextContent.ShouldContain("the list of ramps");
        var after = await marta.Submit(today, $"#promises form[action*='{talk.Id}']", button: "button[value=done]");
        after.Expect(200).Path.ShouldBe("/");
        after.Text.ShouldNotContain("the list of ramps");
        (await house.Call(Cast.Marta).Get($"conversations/{talk.Id}"))["items"][0].GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task An_obstacle_becomes_an_ask_with_one_button()
    {
        var talk = await Log("obstacle: the ramp is too steep", Cast.Piotr);
        var marta = await house.Browse(Cast.Marta);
        var page = await marta.Open($"/people/{Cast.Piotr.Id}");
        var form = await marta.Open(page.Find($"#said a[href^='/asks/new?talk={talk.Id}']")!.GetAttribute("href")!);
        form.Find("#what")!.TextContent.ShouldBe("the ramp is too steep");
        form.Find("#reason")!.TextContent.ShouldContain("Piotr Nowak named this in a talk on");
        form.Find("#performer")!.GetAttribute("value").ShouldBe(Cast.Piotr.Email);
        (await (await house.Browse(Cast.Noor)).Open($"/asks/new?talk={talk.Id}&item=1")).Expect(404);
    }

    [Fact]
    public async Task What_is_private_goes_nowhere()
    {
        var talk = (await house.Call(Cast.Marta).Post("conversations", new Dictionary<string, object>
        {
            ["people"] = new[] { Cast.Wanda.Id }, ["channel"] = "visit", ["text"] = "need: a holiday, honestly", ["private"] = true,
        })).Expect(201);
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Wanda.Id}")).Find("#said")!.TextContent.ShouldContain("a holiday, honestly");
        foreach (var other in new[] { Cast.Wanda, Cast.Priya, Cast.Gareth })
        {
            (await (await house.Browse(other)).Open($"/people/{Cast.Wanda.Id}")).Text.ShouldNotContain("a holiday, honestly");
            (await house.Call(other).Get("conversations/items")).Body.ShouldNotContain("a holiday, honestly");
            (await house.Call(other).Get("conversations?q=holiday")).Body.ShouldNotContain("a holiday, honestly");
            (await house.Call(other).Post($"conversations/{talk.Id}/items/1/taking", new { })).Expect(404);
        }
        (await house.Call(Cast.Marta).Get("conversations?q=holiday")).Body.ShouldContain("a holiday, honestly");
    }

    [Fact]
    public async Task A_correction_keeps_the_version_before_and_what_was_answered()
    {
        var marta = house.Call(Cast.Marta);
        var talk = await Log("need: a chair\npromise: the list", Cast.Wanda);
        (await marta.Post($"conversations/{talk.Id}/items/2/done")).Expect(200);
        (await house.Call(Cast.Wanda).Patch($"conversations/{talk.Id}", new { text = "x" }, talk.ETag)).Expect(403);
        (await marta.Patch($"conversations/{talk.Id}", new { text = "x" }, null)).Expect(428);
        var second = (await marta.Patch($"conversations/{talk.Id}", new { text = "promise: the list\nneed: two chairs", people = new[] { Cast.Wanda.Id, Cast.Birgit.Id } }, talk.ETag)).Expect(200);
        second["items"].EnumerateArray().Select(Said).ShouldBe(["1 promise the list (Birgit Stahl, Wanda Lorenz) open", "2 need two chairs (Birgit Stahl, Wanda Lorenz) open"]);
        var (stale, ok) = (await marta.Patch($"conversations/{talk.Id}", new { text = "y" }, talk.ETag), await house.Call(Cast.Birgit).Get($"conversations/{talk.Id}"));
        stale.Expect(412)["current"].GetProperty("text").GetString().ShouldBe("promise: the list\nneed: two chairs");
        ok.Expect(200)["versions"][0].GetProperty("text").GetString().ShouldBe("need: a chair\npromise: the list");
        (await (await house.Browse(Cast.Wanda)).Open($"/conversations/{talk.Id}")).Find("#versions")!.TextContent.ShouldContain("need: a chair");
    }

    [Fact]
    public async Task Who_is_not_of_a_talk_any_more_does_not_see_it_and_what_was_private_stays_so()
    {
        var marta = house.Call(Cast.Marta);
        var talk = await Log("need: a chair for the visit", Cast.Wanda, Cast.Piotr);
        var fewer = (await marta.Patch($"conversations/{talk.Id}", new { people = new[] { Cast.Wanda.Id } }, talk.ETag)).Expect(200);
        (await house.Call(Cast.Piotr).Get($"conversations/{talk.Id}")).Expect(404);
        var hidden = (await marta.Patch($"conversations/{talk.Id}", new Dictionary<string, object> { ["private"] = true, ["text"] = "Just between me and myself" }, fewer.ETag)).Expect(200);
        (await house.Call(Cast.Wanda).Get($"conversations/{talk.Id}")).Expect(404);
        (await house.Call(Cast.Wanda).Get("search?q=chair")).Body.ShouldNotContain(talk.Id);
        (await marta.Patch($"conversations/{talk.Id}", new Dictionary<string, object> { ["private"] = false, ["text"] = "For both of us" }, hidden.ETag)).Expect(200);
        var seen = (await house.Call(Cast.Wanda).Get($"conversations/{talk.Id}")).Expect(200);
        seen.Body.ShouldNotContain("between me and myself");
        seen["versions"].GetArrayLength().ShouldBe(2);
        (await marta.Get($"conversations/{talk.Id}"))["versions"].GetArrayLength().ShouldBe(3);
    }

    [Fact]
    [Shows("A3")]
    public async Task A_hello_is_one_tap_and_can_be_taken_back()
    {
        var marta = await house.Browse(Cast.Marta);
        var said = await marta.Submit(await marta.Open($"/people/{Cast.Noor.Id}"), "form[action*=hello]");
        said.Expect(200).Find(".toast")!.TextContent.ShouldContain("You said hello.");
        var hello = (await house.Call(Cast.Marta).Get($"conversations?channel=hello&person={Cast.Noor.Id}")).Expect(200).Items.Single();
        (hello.GetProperty("text").GetString(), hello.GetProperty("items").GetArrayLength()).ShouldBe(("", 0));
        (await house.Call(Cast.Noor).Post($"conversations/{hello.GetProperty("id")}/undoing")).Expect(403);
        (await marta.Submit(said, ".toast form")).Expect(200).Path.ShouldBe($"/people/{Cast.Noor.Id}");
        (await house.Call(Cast.Marta).Get($"conversations?channel=hello&person={Cast.Noor.Id}")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hello_counts_as_contact_and_no_more_once_it_is_taken_back()
    {
        var helen = house.Call(Cast.Helen);
        (await helen.Post("conversations", new { people = new[] { Cast.Birgit.Id }, channel = "visit", text = "Last week.", at = "2026-11-12T09:00:00Z" })).Expect(201);
        var hello = (await helen.Post("conversations", new { people = new[] { Cast.Birgit.Id }, channel = "hello" })).Expect(201);
        (await Met()).ShouldBe(["hello"]);
        (await helen.Post($"conversations/{hello.Id}/undoing")).Expect(204);
        (await Met()).ShouldBe(["visit"]);
        Task<List<string>> Met() => house.Read(s => s.All<string>("select met_by from relationship where workspace = @Osterfenn and person = @helen and other = @birgit",
            new { Cast.Osterfenn, helen = Cast.Helen.Id, birgit = Cast.Birgit.Id }));
    }

    [Fact]
    public async Task What_was_taken_back_is_found_nowhere()
    {
        var talk = await Log("need: a very silent zeppelin", Cast.Gareth);
        (await house.Call(Cast.Marta).Post($"conversations/{talk.Id}/undoing")).Expect(204);
        (await house.Call(Cast.Gareth).Get($"conversations/{talk.Id}")).Expect(404);
        (await house.Call(Cast.Gareth).Get("search?q=zeppelin")).Items.ShouldBeEmpty();
        (await house.Call(Cast.Gareth).Get("conversations/items")).Body.ShouldNotContain("zeppelin");
        (await house.Read(s => s.Count("select count(*) from happening where workspace = @Osterfenn and payload like '%zeppelin%'", new { Cast.Osterfenn }))).ShouldBe(0);
        (await Inward.Server.Storage.Audit.Verify(house.Store, Cast.Osterfenn)).Faults.ShouldBeEmpty();
        (await Inward.Server.Storage.Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_form_takes_several_people_and_keeps_what_was_typed_when_it_is_wrong()
    {
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open($"/conversations/new?person={Cast.Piotr.Id}");
        form.Find("#people")!.GetAttribute("value").ShouldBe("Piotr Nowak");
        var unknown = (await marta.Submit(form, "form.card", new { with = new[] { "Piotr Nowak", "Nobody Known" }, text = "need: tea", channel = "visit" })).Expect(422);
        unknown.Text.ShouldContain("Nobody here is called “Nobody Known”.");
        unknown.All("input[name=with]").Select(i => i.GetAttribute("value")).ShouldBe(["Piotr Nowak", "Nobody Known", null]);
        unknown.Find("#text")!.TextContent.ShouldBe("need: tea");
        (await marta.Submit(unknown, "form.card", new { with = new[] { "Marta Kowal" } })).Expect(422).Text.ShouldContain("A talk takes two.");
        (await marta.Submit(unknown, "form.card", new { with = new[] { "Piotr Nowak" }, on = "2031-01-01" })).Expect(422).Text.ShouldContain("has not happened yet");
        var done = (await marta.Submit(unknown, "form.card", new { with = new[] { "Piotr Nowak, Wanda", "" }, on = "2026-11-20" })).Expect(200);
        done.Find("#items")!.TextContent.ShouldContain("Wanda Lorenz needs");
        done.Find(".toast").ShouldNotBeNull();
        var edit = await marta.Open(done.Path + "/edit");
        (await marta.Submit(edit, "form.card", new { text = "need: two teas" })).Expect(200).Find("#versions")!.TextContent.ShouldContain("need: tea");
        (await marta.Submit(edit, "form.card", new { text = "need: no tea" })).Expect(412).All("input[type=radio][name=text]").Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_page_of_talks_filters_in_german_too()
    {
        await house.Call(Cast.Birgit).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "braucht: den Zollcode" });
        var birgit = await house.Browse(Cast.Birgit);
        var page = (await birgit.Open($"/conversations?kind=need&person={Cast.Piotr.Id}&q=zollcode")).Expect(200);
        page.Find("h1")!.TextContent.ShouldBe("Gespräche");
        page.Find("#talks")!.TextContent.ShouldContain("braucht: den Zollcode");
        (await birgit.Open("/conversations?kind=promise&q=zollcode")).Text.ShouldContain("So ein Gespräch gibt es nicht");
        (await birgit.Open("/conversations/new")).Find("button[data-line='braucht:']").ShouldNotBeNull();
        (await birgit.Open("/conversations?kind=owl")).Expect(422);
    }

    private static string Said(JsonElement item) =>
        $"{item.GetProperty("n")} {item.GetProperty("kind")} {item.GetProperty("text")} ({string.Join(", ", item.GetProperty("about").EnumerateArray().Select(Name).Order())}) {item.GetProperty("state")}"
            .Replace("(Piotr Nowak, Wanda Lorenz)", "(Wanda Lorenz, Piotr Nowak)", StringComparison.Ordinal);

    private static string Name(JsonElement id) => new[] { Cast.Wanda, Cast.Piotr, Cast.Birgit, Cast.Gareth }.Single(c => c.Id.ToString() == id.GetString()).Name;

    private async Task<Answer> Log(string text, params Colleague[] with) =>
        (await house.Call(Cast.Marta).Post("conversations", new { people = with.Select(w => w.Id).ToArray(), channel = "call", text })).Expect(201);
}

public sealed class TalksOnSqlite(SqliteHouse house) : TalkStories(house), IClassFixture<SqliteHouse>;

public sealed class TalksOnPostgres(PostgresHouse house) : TalkStories(house), IClassFixture<PostgresHouse>;
