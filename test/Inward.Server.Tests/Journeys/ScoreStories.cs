using System.Text.Json;
using Inward.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Journeys;

/// <summary>Stages are scored blind, what speaks for them is named, and one sees whom to win first.</summary>
public abstract class ScoreStories(TestHouse house)
{
    private Caller Marta => house.Call(Cast.Marta);

    [Fact, Shows("B5")]
    public async Task Nobody_learns_what_others_think_before_they_have_scored_themselves()
    {
        var (journey, stage) = await Stage();
        await Score(Cast.Marta, journey, stage, 5, 1, 4);
        await Score(Cast.Wanda, journey, stage, 1, 2, null);
        foreach (var door in Unscored(journey, stage))
        {
            var told = await door(Cast.Noor);
            NumbersIn(told).ShouldBeEmpty(told);
        }
        var before = (await house.Call(Cast.Noor).Get($"journeys/{journey}/stages/{stage}/score")).Expect(200);
        (before["mine"].ValueKind, before["count"].GetInt32(), before["all"].ValueKind).ShouldBe((JsonValueKind.Null, 2, JsonValueKind.Null));

        var after = await Score(Cast.Noor, journey, stage, 2, 2, null);
        var customer = after["all"].GetProperty("customerValue");
        (customer.GetProperty("median").GetDecimal(), customer.GetProperty("lowest").GetInt32(), customer.GetProperty("highest").GetInt32(), customer.GetProperty("disagreement").GetBoolean()).ShouldBe((2m, 1, 5, true));
        after["all"].GetProperty("ourValue").GetProperty("disagreement").GetBoolean().ShouldBeFalse();
        var page = (await (await house.Browse(Cast.Noor)).Open($"/journeys/{journey}/stages/{stage}")).Expect(200);
        page.Find("#scores")!.TextContent.ShouldContain("That is worth a talk");
        page.Find("#scores a[href='/conversations/new']").ShouldNotBeNull();
        (await (await house.Browse(Cast.Noor)).Open($"/journeys/{journey}")).Text.ShouldContain("worth a talk");
        (await (await house.Browse(Cast.Helen)).Open($"/journeys/{journey}")).Text.ShouldNotContain("worth a talk");
    }

    [Fact]
    public async Task The_search_for_leaked_scores_would_find_one()
    {
        var (journey, stage) = await Stage();
        await Score(Cast.Marta, journey, stage, 5, 1, 4);
        NumbersIn((await Marta.Get($"journeys/{journey}/stages/{stage}/score")).Body).ShouldNotBeEmpty();
        NumbersIn((await (await house.Browse(Cast.Marta)).Open($"/journeys/{journey}/stages/{stage}")).Html).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_score_is_its_givers_own_and_no_stream_says_whose_it_is()
    {
        var (journey, stage) = await Stage();
        await Score(Cast.Wanda, journey, stage, 3, 3, 3);
        await Score(Cast.Wanda, journey, stage, 4, 4, 4);
        foreach (var colleague in new[] { Cast.Marta, Cast.Gareth, Cast.Priya, Cast.Helen })
            (await AllHappenings(colleague)).ShouldNotContain(h => h.GetProperty("kind").GetString() == "score.given" && h.GetRawText().Contains(stage, StringComparison.Ordinal));
        var mine = (await AllHappenings(Cast.Wanda)).FindAll(h => h.GetProperty("kind").GetString() == "score.given" && h.GetRawText().Contains(stage, StringComparison.Ordinal));
        mine.Count.ShouldBe(2);
        mine.ShouldAllBe(h => !h.GetProperty("details").GetRawText().Contains("alue", StringComparison.Ordinal));
        (await house.Call(Cast.Wanda).Get($"journeys/{journey}/stages/{stage}/score"))["count"].GetInt32().ShouldBe(1);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_median_is_adopted_by_who_may_change_the_journey_and_has_scored()
    {
        var (journey, stage) = await Stage();
        await Score(Cast.Wanda, journey, stage, 4, 2, 3);
        await Score(Cast.Noor, journey, stage, 5, 2, 4);
        (await house.Call(Cast.Wanda).Post($"journeys/{journey}/stages/{stage}/adoption")).Expect(403);
        (await Marta.Post($"journeys/{journey}/stages/{stage}/adoption")).Expect(409)["detail"].GetString()!.ShouldStartWith("Score it yourself first");
        await Score(Cast.Marta, journey, stage, 3, 1, null);
        (await Marta.Post($"journeys/{journey}/stages/{stage}/adoption", etag: "\"99\"")).Expect(412);
        var adopted = (await Marta.Post($"journeys/{journey}/stages/{stage}/adoption")).Expect(200)["stages"][0];
        (adopted.GetProperty("customerValue").GetDecimal(), adopted.GetProperty("ourValue").GetDecimal(), adopted.GetProperty("weight").GetDecimal()).ShouldBe((4m, 2m, 3.5m));
        (adopted.GetProperty("valued").GetProperty("scoredBy").GetInt32(), adopted.GetProperty("assumed").GetBoolean()).ShouldBe((3, true));
        (await (await house.Browse(Cast.Helen)).Open($"/journeys/{journey}/stages/{stage}")).Text.ShouldContain("the median of 3 who scored it, adopted by Marta Kowal");
        (await (await house.Browse(Cast.Helen)).Open($"/journeys/{journey}")).Text.ShouldContain("Marta Kowal adopted the median of the scores");
        (await Marta.Patch($"journeys/{journey}/stages/{stage}", new { ourValue = 5 }, "*")).Expect(200);
        (await (await house.Browse(Cast.Helen)).Open($"/journeys/{journey}/stages/{stage}")).Text.ShouldContain("set by Marta Kowal");
    }

    [Fact]
    public async Task A_stage_is_scored_and_supported_on_its_page()
    {
        var (journey, stage) = await Stage();
        var noor = await house.Browse(Cast.Noor);
        var page = await noor.Open($"/journeys/{journey}/stages/{stage}");
        (await noor.Submit(page, "form[action*='handler=score']", new { customerValue = "4" })).Expect(422).Text.ShouldContain("Score it from 0 to 5.");
        var scored = (await noor.Submit(page, "form[action*='handler=score']", new { customerValue = "4", ourValue = "2" })).Expect(200);
        scored.Text.ShouldContain("Only you have scored it so far.");
        var customer = (await Marta.Post("customers", new { name = "Evident" })).Expect(201).Id;
        var sale = (await Marta.Post("sales", new { customer, name = "A berth that shows it" })).Expect(201).Id;
        var wrong = (await noor.Submit(scored, "form[action*='handler=support']", new { kind = "link", words = "" })).Expect(422);
        wrong.Find("#errors")!.TextContent.ShouldContain("Say where one finds it.");
        var shown = (await noor.Submit(wrong, "form[action*='handler=support']", new { kind = "sale", record = $"http://inward.example/sales/{sale}?a=b", words = "It took six weeks" })).Expect(200);
        shown.Find($"#evidence a[href='/sales/{sale}']")!.TextContent.ShouldBe("A berth that shows it");
        shown.Text.ShouldNotContain("assumed");
        (await noor.Submit(shown, "form[action*='handler=unsupport']")).Expect(200).Find("#evidence a[href^='/sales']").ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_that_one_may_not_see_stays_unseen_and_nobody_names_it()
    {
        var (journey, stage) = await Stage();
        var ask = (await Marta.Post("asks", new
        {
            what = "Could you hush the crane?", performer = Cast.Piotr.Id, reason = "r", effect = "e", conditions = new[] { "Quiet" }, answerBy = "2026-11-25", neededBy = "2026-11-27",
        })).Expect(201).Id;
        (await house.Call(Cast.Noor).Post($"journeys/{journey}/stages/{stage}/evidence", new { kind = "ask", record = ask })).Expect(422)["errors"].GetProperty("record")[0].GetString().ShouldBe("There is no such record here that you can see.");
        (await Marta.Post($"journeys/{journey}/stages/{stage}/evidence", new { kind = "ask", record = ask, words = "It waits" })).Expect(200);
        (await Marta.Get($"journeys/{journey}/stages/{stage}/evidence")).Items[0].GetProperty("title").GetString().ShouldBe("Could you hush the crane?");
        var unseen = (await house.Call(Cast.Noor).Get($"journeys/{journey}/stages/{stage}/evidence")).Items[0];
        (unseen.GetProperty("title").ValueKind, unseen.GetProperty("record").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        (await (await house.Browse(Cast.Noor)).Open($"/journeys/{journey}/stages/{stage}")).Html.ShouldNotContain("hush");
        (await house.Call(Cast.Noor).Delete($"journeys/{journey}/stages/{stage}/evidence/{unseen.GetProperty("id").GetString()}", "*")).Expect(403);
    }

    [Fact, Shows("B4")]
    public async Task The_picture_and_the_table_say_the_same()
    {
        var journey = (await Marta.Post("journeys", new
        {
            name = "Drawn <&>", stages = new object[]
            {
                new { name = "Left & low", customerValue = 1, ourValue = 2, weight = 1, control = "mine" }, new { name = "Right \"high\"", customerValue = 5, ourValue = 4.5, weight = 5, control = "other" }, new { name = "Unsaid", customerValue = 5 },
            },
        })).Expect(201).Id;
        var page = (await (await house.Browse(Cast.Marta)).Open($"/journeys/{journey}")).Expect(200);
        page.All(".matrix a").Select(point => point.GetAttribute("aria-label")).ShouldBe(["1. Left & low: worth 1.5 of 5, In my hands, weight 1", "2. Right \"high\": worth 4.75 of 5, In other hands, weight 5"]);
        page.All(".matrix a").Select(point => point.GetAttribute("href")).ShouldBe(page.All("tbody th a").Take(2).Select(stage => stage.GetAttribute("href")));
        page.All("tbody tr")[1].TextContent.ShouldContain("In other hands");
        page.Text.ShouldContain("Stages of which something is not said are in the table only.");
    }

    [Fact, Shows("B3")]
    public async Task Win_first_shows_the_formula_its_inputs_and_teams_but_no_person()
    {
        var journey = (await Marta.Post("journeys", new
        {
            name = "Win", stages = new object[]
            {
                new { name = "Visit", customerValue = 4, ourValue = 4, weight = 5, control = "mine", teams = new[] { Cast.SalesNorth } },
                new { name = "Crate", customerValue = 5, ourValue = 3, weight = 5, control = "other", teams = new[] { Cast.Warehouse }, people = new[] { Cast.Piotr.Id } },
                new { name = "Price", customerValue = 4, ourValue = 5, weight = 4, control = "shared", teams = new[] { Cast.Finance } },
                new { name = "Fair" },
            },
        })).Expect(201).Id;
        var first = (await Marta.Get($"journeys/{journey}/first")).Expect(200);
        first["stages"].EnumerateArray().Select(s => (s.GetProperty("stage").GetProperty("name").GetString(), s.GetProperty("score").GetDecimal())).ShouldBe([("Crate", 40m), ("Price", 18m), ("Visit", 0m)]);
        first["teams"].EnumerateArray().Select(s => (s.GetProperty("team").GetProperty("name").GetString(), s.GetProperty("score").GetDecimal())).ShouldBe([("Warehouse", 40m), ("Finance and Purchasing", 18m), ("Sales North", 0m)]);
        first["unsaid"][0].GetProperty("name").GetString().ShouldBe("Fair");
        first.Body.ShouldNotContain("Piotr");
        var page = (await (await house.Browse(Cast.Marta)).Open($"/journeys/{journey}/first")).Expect(200);
        page.Text.ShouldContain("(value to the customer + value to us) × weight × dependence × (1 − support)");
        page.Text.ShouldContain("too few to say");
        page.Text.ShouldNotContain("Piotr");
        page.All("tbody")[0].QuerySelectorAll("th").Select(th => th.TextContent.Trim()).ShouldBe(["Crate", "Price", "Visit"]);
        page.Find("a[href='/asks/new?to=Warehouse']").ShouldNotBeNull();
        page.Find($"a[href^='/plan/{Cast.Warehouse}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_lies_with_a_team_lifts_it_in_my_own_list_and_says_so()
    {
        await using var aside = await TestHouse.Open(house.Engine);
        var marta = aside.Call(Cast.Marta);
        foreach (var team in new[] { Cast.Warehouse, Cast.Finance })
            (await marta.Put($"me/relationships/{team}", new { ideal = 5, limit = 9 }, "*")).Expect(200);
        aside.Clock.MoveOn(TimeSpan.FromDays(10));
        (await Others(marta)).Select(n => n.GetProperty("leverage").GetDouble()).ShouldAllBe(leverage => leverage == 0);
        (await marta.Post("journeys", new
        {
            name = "Lifts", stages = new object[] { new { name = "Crate", customerValue = 5, ourValue = 5, weight = 5, control = "other", teams = new[] { Cast.Warehouse } }, new { name = "Bill", customerValue = 1, ourValue = 4, weight = 5, control = "shared", teams = new[] { Cast.Finance } } },
        })).Expect(201);
        var lifted = await Others(marta);
        lifted.Select(n => (n.GetProperty("other").GetProperty("name").GetString(), n.GetProperty("leverage").GetDouble())).ShouldBe([("Warehouse", 1d), ("Finance and Purchasing", 0.25)]);
        lifted[0].GetProperty("why").EnumerateArray().Select(w => w.GetString()).ShouldContain("what customers value lies with them: 100 of 100, where 100 is the team it lies with most");

        static async Task<List<JsonElement>> Others(Caller marta) => [.. (await marta.Get("me/next")).Expect(200).Items.Where(n => n.GetProperty("other").GetProperty("kind").GetString() == "team")];
    }

    [Fact]
    public async Task Support_is_counted_once_a_quarter_of_enough_people()
    {
        await using var aside = await TestHouse.Open(house.Engine);
        foreach (var (who, asker) in new[] { (Cast.Wanda, Cast.Marta), (Cast.Piotr, Cast.Helen), (Cast.Birgit, Cast.Priya), (Cast.Noor, Cast.Gareth), (Cast.Gareth, Cast.Noor) })
        {
            var ask = (await aside.Call(asker).Post("asks", new { what = "Could you lift it?", performer = who.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = "2026-11-25", neededBy = "2026-11-27" })).Expect(201).Id;
            (await aside.Call(who).Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
            (await aside.Call(who).Post($"asks/{ask}/delivery", new { })).Expect(200);
            (await aside.Call(asker).Post($"asks/{ask}/acceptance")).Expect(200);
        }
        aside.Clock.MoveOn(TimeSpan.FromDays(60));
        await aside.DoJobs();
        var told = await aside.Read(session => SupportCuts.Kept.Told(session, Cast.Osterfenn, null));
        told.Quarter.ShouldBe("2026-Q4");
        var cell = told.Cut!.Cells.ShouldHaveSingleItem();
        (cell.Asked, cell.Answered, cell.Promised, cell.Kept, cell.Support).ShouldBe((5, 5, 5, 5, 1m));
        cell.Units.ShouldContain((Id?)Cast.Warehouse);
    }

    [Fact]
    public async Task Scores_of_a_stage_that_is_removed_go_and_those_of_a_journey_wait_with_it_in_the_trash()
    {
        var (journey, stage) = await Stage();
        await Score(Cast.Wanda, journey, stage, 4, 2, 3);
        (await Marta.Delete($"journeys/{journey}", "*")).Expect(204);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
        var trashed = (await Marta.Get("trash")).Items.Single(t => t.GetProperty("record").GetString() == journey).GetProperty("id").GetString();
        (await Marta.Post($"trash/{trashed}/restoring")).Expect(200);
        (await house.Call(Cast.Wanda).Get($"journeys/{journey}/stages/{stage}/score"))["mine"].GetProperty("customerValue").GetInt32().ShouldBe(4);
        (await Marta.Delete($"journeys/{journey}/stages/{stage}", "*")).Expect(200);
        (await house.Read(s => s.Count("select count(*) from stage_score where workspace = @Osterfenn and stage = @stage", new { Cast.Osterfenn, stage = Id.Parse(stage) }))).ShouldBe(0);
        await Score(Cast.Wanda, journey, (await Marta.Get($"journeys/{journey}"))["stages"][0].GetProperty("id").GetString()!, 1, 1, null);
        (await Marta.Delete($"journeys/{journey}", "*")).Expect(204);
        (await Marta.Delete($"trash/{(await Marta.Get("trash")).Items.Single(t => t.GetProperty("record").GetString() == journey).GetProperty("id").GetString()}", "*")).Expect(204);
        (await house.Read(s => s.Count("select count(*) from stage_score where workspace = @Osterfenn and journey = @journey", new { Cast.Osterfenn, journey = Id.Parse(journey) }))).ShouldBe(0);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_command_line_scores_adopts_and_ranks()
    {
        var (journey, stage) = await Stage("Scored by terminal");
        var (marta, wanda) = (new Terminal(house.Address.ToString(), Cast.Marta.Token), new Terminal(house.Address.ToString(), Cast.Wanda.Token));
        (await wanda.Type("stages", "score", "Scored by terminal", "Ahoy", "--customer-value", "1", "--our-value", "3")).Expect(0).Said.ShouldContain("One has scored it.");
        (await marta.Type("stages", "scores", "Scored by terminal", "Ahoy")).Expect(0).Said.ShouldNotContain("median");
        (await marta.Type("stages", "score", "Scored by terminal", "Ahoy", "--customer-value", "5", "--our-value", "3", "--weight", "2")).Expect(0).Said.ShouldContain("median 3, 1 to 5: worth a talk");
        (await marta.Json("stages", "adopt", "Scored by terminal", "Ahoy")).GetProperty("stages")[0].GetProperty("customerValue").GetDecimal().ShouldBe(3);
        await marta.Json("stages", "support", "Scored by terminal", "Ahoy", "--kind", "link", "--words", "https://example.org");
        await marta.Json("stages", "change", "Scored by terminal", "Ahoy", "--control", "other", "--team", "Warehouse");
        (await marta.Type("journeys", "first", "Scored by terminal")).Expect(0).Said.ShouldContain("12  Ahoy  (6 × 2 × 1, support 0)");
        (await Marta.Get($"journeys/{journey}/stages/{stage}/evidence")).Items.Count.ShouldBe(1);
    }

    private async Task<(string Journey, string Stage)> Stage(string name = "Scored")
    {
        var made = (await Marta.Post("journeys", new { name, stages = new object[] { new { name = "Ahoy" }, new { name = "Afloat" } } })).Expect(201);
        return (made.Id, made["stages"][0].GetProperty("id").GetString()!);
    }

    private async Task<Answer> Score(Colleague who, string journey, string stage, int customerValue, int ourValue, int? weight) =>
        (await house.Call(who).Post($"journeys/{journey}/stages/{stage}/score", new { customerValue, ourValue, weight })).Expect(200);

    /// <summary>Every door that speaks of the scores of a stage.</summary>
    private IEnumerable<Func<Colleague, Task<string>>> Unscored(string journey, string stage) =>
    [
        async who => (await house.Call(who).Get($"journeys/{journey}/stages/{stage}/score")).Body, async who => (await house.Call(who).Get($"journeys/{journey}")).Body,
        async who => (await house.Call(who).Get($"journeys/{journey}/first")).Body, async who => (await house.Call(who).Get($"journeys/{journey}/csv")).Body,
        async who => (await house.Call(who).Get($"happenings?on={journey}")).Body, async who => (await (await house.Browse(who)).Open($"/journeys/{journey}/stages/{stage}")).Html,
        async who => (await (await house.Browse(who)).Open($"/journeys/{journey}")).Html, async who => (await (await house.Browse(who)).Open($"/journeys/{journey}/first")).Html,
    ];

    private static IEnumerable<string> NumbersIn(string told) => new[] { "\"median\"", "\"lowest\"", "Median</th>", "worth a talk", "\"customerValue\":5", "\"customerValue\":1" }.Where(told.Contains);

    private async Task<List<JsonElement>> AllHappenings(Colleague who)
    {
        var all = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = (await house.Call(who).Get($"happenings{(after is null ? "" : "?after=" + after)}")).Expect(200);
            all.AddRange(page.Items);
            after = page["next"].GetString();
        }
        while (after is not null);
        return all;
    }
}

public sealed class ScoresOnSqlite(SqliteHouse house) : ScoreStories(house), IClassFixture<SqliteHouse>;

public sealed class ScoresOnPostgres(PostgresHouse house) : ScoreStories(house), IClassFixture<PostgresHouse>;
