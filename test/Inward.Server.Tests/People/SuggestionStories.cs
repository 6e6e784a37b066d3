using Inward.Server.Tests.House;

namespace Inward.Server.Tests.People;

/// <summary>Others suggest, the person decides: what stands on a page names its source, and the suggester learns what became of it.</summary>
public abstract class SuggestionStories(TestHouse house)
{
    private async Task<Answer> Suggested(Colleague by, object about, string question, string words) =>
        (await house.Call(by).Post("suggestions", new { about = about.ToString(), question, words })).Expect(201);

    [Fact]
    [Shows("A1")]
    public async Task What_was_suggested_stands_on_the_page_only_once_its_owner_puts_it_there()
    {
        var made = await Suggested(Cast.Marta, Cast.Wanda.Id, "strengths", "Knowing which crate fits which door.");
        made["state"].GetString().ShouldBe("open");
        (await house.Call(Cast.Noor).Get($"people/{Cast.Wanda.Id}")).Body.ShouldNotContain("Knowing which crate");
        (await house.Call(Cast.Noor).Get($"suggestions/{made.Id}")).Expect(404);
        (await house.Call(Cast.Priya).Post($"suggestions/{made.Id}/acceptance")).Expect(404);
        (await house.Call(Cast.Marta).Post($"suggestions/{made.Id}/acceptance")).Expect(403);
        (await house.Call(Cast.Wanda).Get("today")).Body.ShouldContain("Knowing which crate fits which door.");

        var wanda = await house.Browse(Cast.Wanda);
        var own = await wanda.Open($"/people/{Cast.Wanda.Id}");
        own.Find("#suggestions")!.TextContent.ShouldContain("Marta Kowal suggests an answer to “What I am good at”");
        own = (await wanda.Submit(own, $"form[action='/suggestions/{made.Id}?handler=accept']")).Expect(200);
        own.Path.ShouldBe($"/people/{Cast.Wanda.Id}");
        own.Find(".own")!.TextContent.ShouldContain("suggested by Marta Kowal, accepted");
        var strengths = (await house.Call(Cast.Noor).Get($"people/{Cast.Wanda.Id}")).Expect(200)["words"].GetProperty("strengths");
        (strengths.GetProperty("words").GetString(), strengths.GetProperty("source").GetString(), strengths.GetProperty("suggestedBy").GetProperty("name").GetString(), strengths.GetProperty("on").GetString())
            .ShouldBe(("Knowing which crate fits which door.", "suggested", "Marta Kowal", "2026-11-23"));

        (await house.Call(Cast.Marta).Get($"suggestions/{made.Id}")).Expect(200)["state"].GetString().ShouldBe("accepted");
        (await (await house.Browse(Cast.Marta)).Open($"/people/{Cast.Wanda.Id}")).Find("#suggestions")!.TextContent.ShouldContain("Wanda Lorenz accepted it");
        (await (await house.Browse(Cast.Marta)).Open("/")).Find("#suggestions")!.TextContent.ShouldContain("Wanda Lorenz accepted it");
        (await house.Call(Cast.Wanda).Post($"suggestions/{made.Id}/decline")).Expect(409);
        foreach (var named in new[] { Cast.Wanda, Cast.Marta })
            (await house.Call(named).Get("me/records?kind=suggestion")).Expect(200).Items.ShouldContain(r => r.GetProperty("id").GetString() == made.Id);
    }

    [Fact]
    public async Task In_other_words_it_is_the_person_s_own_and_a_later_change_is_too()
    {
        var made = await Suggested(Cast.Noor, Cast.Piotr.Id, "bestTime", "Ten o'clock.");
        (await house.Call(Cast.Piotr).Post($"suggestions/{made.Id}/acceptance", new { words = "Before ten." })).Expect(200)["state"].GetString().ShouldBe("changed");
        var piotr = (await house.Call(Cast.Noor).Get($"people/{Cast.Piotr.Id}")).Expect(200);
        var best = piotr["words"].GetProperty("bestTime");
        (best.GetProperty("words").GetString(), best.GetProperty("source").GetString()).ShouldBe(("Before ten.", "self"));

        var reach = await Suggested(Cast.Noor, Cast.Piotr.Id, "howToReach", "At gate 2.");
        (await house.Call(Cast.Piotr).Post($"suggestions/{reach.Id}/acceptance")).Expect(200);
        await house.Call(Cast.Piotr).Patch($"people/{Cast.Piotr.Id}/words", new { strengths = "Knots." }, "*");
        Source(await house.Call(Cast.Noor).Get($"people/{Cast.Piotr.Id}")).ShouldBe("suggested");
        await house.Call(Cast.Piotr).Patch($"people/{Cast.Piotr.Id}/words", new { howToReach = "At gate 3." }, "*");
        Source(await house.Call(Cast.Noor).Get($"people/{Cast.Piotr.Id}")).ShouldBe("self");

        static string? Source(Answer person) => person["words"].GetProperty("howToReach").GetProperty("source").GetString();
    }

    [Fact]
    public async Task A_no_may_come_with_a_kind_word_that_its_author_reads()
    {
        var gareth = await house.Browse(Cast.Gareth);
        var form = (await gareth.Open($"/suggestions/new?about={Cast.Birgit.Id}&question=howToThank")).Expect(200);
        var wrong = (await gareth.Submit(form, "form.card", new { question = "HowToThank", words = "" })).Expect(422);
        wrong.Find("#errors").ShouldNotBeNull();
        var there = (await gareth.Submit(wrong, "form.card", new { question = "HowToThank", words = "In front of the hall." })).Expect(200);
        there.Find("#suggestions")!.TextContent.ShouldContain("waits for Birgit Stahl");
        (await gareth.Submit(await gareth.Open($"/suggestions/new?about={Cast.Birgit.Id}"), "form.card", new { question = "HowToThank", words = "Or with a card." })).Expect(409).Find("textarea[name=words]")!.TextContent.Trim().ShouldBe("Or with a card.");

        var birgit = await house.Browse(Cast.Birgit);
        var mine = await birgit.Open($"/people/{Cast.Birgit.Id}");
        mine.Find("#suggestions")!.TextContent.ShouldContain("Gareth Pryce schlägt eine Antwort");
        await birgit.Submit(mine, "form[action*='handler=decline']", new { reply = "Lieber leise, danke." });
        (await gareth.Open($"/people/{Cast.Birgit.Id}")).Find("#suggestions")!.TextContent.ShouldContain("Lieber leise, danke.");
        (await house.Call(Cast.Birgit).Get($"people/{Cast.Birgit.Id}"))["words"].GetProperty("howToThank").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task For_a_team_anybody_in_it_answers_and_the_answer_names_both()
    {
        var made = await Suggested(Cast.Marta, Cast.Warehouse, "needFromOthers", "The width of the door.");
        (await house.Call(Cast.Helen).Post($"suggestions/{made.Id}/acceptance")).Expect(404);
        (await house.Call(Cast.Piotr).Post($"suggestions/{made.Id}/acceptance")).Expect(200);
        var need = (await house.Call(Cast.Marta).Get($"teams/{Cast.Warehouse}")).Expect(200)["words"].GetProperty("needFromOthers");
        (need.GetProperty("suggestedBy").GetProperty("name").GetString(), need.GetProperty("writtenBy").GetProperty("name").GetString()).ShouldBe(("Marta Kowal", "Piotr Nowak"));
        (await (await house.Browse(Cast.Noor)).Open($"/teams/{Cast.Warehouse}")).Find(".own")!.TextContent.ShouldContain("suggested by Marta Kowal, accepted by Piotr Nowak");
    }

    [Fact]
    public async Task One_does_not_suggest_to_oneself_or_twice_and_takes_a_slip_back()
    {
        (await house.Call(Cast.Helen).Post("suggestions", new { about = Cast.Helen.Id, question = "strengths", words = "Everything." })).Expect(409);
        (await house.Call(Cast.Wanda).Post("suggestions", new { about = Cast.Warehouse, question = "strengths", words = "Everything." })).Expect(409);
        (await house.Call(Cast.Helen).Post("suggestions", new { about = Cast.Elsewhere, question = "strengths", words = "Everything." })).Expect(422)["errors"].TryGetProperty("about", out _).ShouldBeTrue();
        (await house.Call(Cast.Helen).Post("suggestions", new { about = Cast.Noor.Id, words = "Everything." })).Expect(422)["errors"].TryGetProperty("question", out _).ShouldBeTrue();
        var made = await Suggested(Cast.Helen, Cast.Noor.Id, "strengths", "Pennies.");
        (await house.Call(Cast.Helen).Post("suggestions", new { about = Cast.Noor.Id, question = "strengths", words = "Pounds." })).Expect(409);
        (await house.Call(Cast.Noor).Post($"suggestions/{made.Id}/withdrawal")).Expect(403);
        (await house.Call(Cast.Helen).Post($"suggestions/{made.Id}/withdrawal")).Expect(200);
        (await house.Call(Cast.Noor).Post($"suggestions/{made.Id}/acceptance")).Expect(409);
        (await house.Call(Cast.Noor).Get("suggestions?state=open")).Expect(200).Items.ShouldNotContain(s => s.GetProperty("id").GetString() == made.Id);
        (await house.Call(Cast.Helen).Get($"suggestions?by={Cast.Helen.Id}&about={Cast.Noor.Id}")).Expect(200).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Any_text_comes_back_as_it_was_suggested()
    {
        const string Text = "  <b>é\n“'; drop table person;--” 🦆\u202e";
        var made = await Suggested(Cast.Gareth, Cast.Priya.Id, "doAndWhy", Text);
        (await house.Call(Cast.Priya).Post($"suggestions/{made.Id}/acceptance")).Expect(200)["words"].GetString().ShouldBe(Text);
        (await house.Call(Cast.Gareth).Get($"people/{Cast.Priya.Id}"))["words"].GetProperty("doAndWhy").GetProperty("words").GetString().ShouldBe(Text);
        var page = await (await house.Browse(Cast.Gareth)).Open($"/people/{Cast.Priya.Id}");
        page.Find(".own b").ShouldBeNull();
        page.Find(".own .says")!.TextContent.ShouldBe(Text);
    }
}

public sealed class SuggestionsOnSqlite(SqliteHouse house) : SuggestionStories(house), IClassFixture<SqliteHouse>;

public sealed class SuggestionsOnPostgres(PostgresHouse house) : SuggestionStories(house), IClassFixture<PostgresHouse>;
