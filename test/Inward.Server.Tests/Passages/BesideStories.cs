using System.Text;
using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Passages;

/// <summary>What a journey assumes stands beside what a log measured, and an administrator says which stage finishes a case.</summary>
public abstract class BesideStories(TestHouse house)
{
    private const string Orders = "case,activity,time,promised\n1,ordered,2026-10-01T08:00Z,2026-10-04\n1,paid,2026-10-01T10:00Z,2026-10-04\n1,packed,2026-10-06T10:00Z,2026-10-04\n2,ordered,2026-10-02T08:00Z,2026-10-09\n2,packed,2026-10-03T08:00Z,2026-10-09\n";

    [Fact, Shows("B6")]
    public async Task The_assumed_score_stands_beside_the_measured_one_disagreements_first()
    {
        var (log, journey, stages) = await Brought("Disagreeing");
        var both = (await house.Call(Cast.Noor).Get($"passages/logs/{log}/beside/{journey}")).Expect(200);
        both["stages"].EnumerateArray().ShouldBeEmpty();
        both["notSaid"].EnumerateArray().Select(Name).ShouldBe(["Packed"]);
        both["notMeasured"].EnumerateArray().Select(Name).ShouldBe(["Buying", "Paying"]);

        both = (await house.Call(Cast.Marta).Patch($"passages/logs/{log}/beside/{journey}", new { pairs = new[] { new { activity = "ordered", stage = stages["Buying"] }, new { activity = "paid", stage = stages["Paying"] } } }, both.ETag)).Expect(200);
        both["stages"].EnumerateArray().Select(one => (Name(one), one.GetProperty("assumed").GetDecimal(), one.GetProperty("assumedRank").GetDouble(), one.GetProperty("shareRank").GetDouble(), one.GetProperty("apart").GetDouble()))
            .ShouldBe([("Paying", 2, 2, 1, 1), ("Buying", 50, 1, 2, -1)]);
        // 120 of 146 hours.
        both["stages"][0].GetProperty("share").GetDouble().ShouldBe(120.0 / 146, 1e-9);
        both["stages"][0].GetProperty("activities")[0].GetProperty("figures").GetProperty("time").GetProperty("median").GetDouble().ShouldBe(120 * 3_600_000);
    }

    [Fact]
    public async Task Whoever_may_change_the_journey_pairs_and_others_read_and_nobody_overwrites_what_they_have_not_seen()
    {
        var (log, journey, stages) = await Brought("Owned");
        var path = $"passages/logs/{log}/beside/{journey}";
        var pair = new { pairs = new[] { new { activity = "ordered", stage = stages["Buying"] } } };
        (await house.Call(Cast.Noor).Patch(path, pair, "*")).Expect(403);
        (await house.Call(Cast.Marta).Patch(path, pair, null)).Expect(428);
        var tag = (await house.Call(Cast.Marta).Get(path)).ETag;
        (await house.Call(Cast.Marta).Patch(path, pair, tag)).Expect(200);
        (await house.Call(Cast.Marta).Patch(path, pair, tag)).Expect(412)["current"].GetProperty("pairs").GetArrayLength().ShouldBe(1);
        (await house.Call(Cast.Marta).Patch(path, new { pairs = new[] { new { activity = "baked", stage = stages["Buying"] } } }, "*")).Expect(422)["detail"].GetString().ShouldBe("The log has no stage “baked”.");
        (await house.Call(Cast.Marta).Get($"passages/logs/{log}/beside/{log}")).Expect(404);
        // A journey in the trash keeps what logs have of it; for good, it goes.
        (await house.Call(Cast.Marta).Delete($"journeys/{journey}", "*")).Expect(204);
        (await Pairs(journey)).ShouldBe(1);
        var trashed = (await house.Call(Cast.Marta).Get("trash")).Items.First(one => one.GetProperty("record").GetString() == journey).GetProperty("id").GetString();
        (await house.Call(Cast.Marta).Delete($"trash/{trashed}", "*")).Expect(204);
        (await Pairs(journey)).ShouldBe(0);
    }

    [Fact]
    public async Task On_the_page_activities_are_paired_and_the_ranking_follows()
    {
        var (log, journey, stages) = await Brought("By page");
        var marta = await house.Browse(Cast.Marta);
        var page = await marta.Open($"/passages/{log}");
        page.Expect(200).All("a").ShouldContain(a => a.TextContent == "Beside what we assumed");
        page = (await marta.Open($"/passages/{log}/beside/{journey}")).Expect(200);
        page.Text.ShouldContain("Stages are measured, and nobody has said what they are worth");
        page = (await marta.Submit(page, "#pairing form", new { stage = new[] { stages["Paying"], stages["Buying"], "none" } })).Expect(200);
        page.Find("#disagreements tbody")!.TextContent.ShouldContain("Buying");
        page.Find("#disagreements")!.TextContent.ShouldContain("(5 + 5) × 5");
        page.Text.ShouldContain("Rank 1 has the most");
        (await (await house.Browse(Cast.Noor)).Open($"/passages/{log}/beside/{journey}")).Expect(200).Find("#pairing").ShouldBeNull();
    }

    [Fact]
    public async Task At_a_terminal_activities_are_paired_too_and_the_finishing_stage_is_chosen()
    {
        var (log, journey, _) = await Brought("By terminal");
        var (marta, priya) = (new Terminal(house.Address.ToString(), Cast.Marta.Token), new Terminal(house.Address.ToString(), Cast.Priya.Token));
        (await marta.Type("passages", "pair", log, "paid", "Paying", "--journey", journey)).Expect(0);
        (await marta.Type("passages", "pair", log, "ordered", "buying", "--journey", "By terminal")).Expect(0).Said.ShouldContain("     1  Paying: assumed 2 (rank 2), 82.2 % of the time (rank 1)\n");
        (await marta.Type("passages", "beside", log, "--journey", journey)).Expect(0).Said.ShouldContain("measured, worth not said: Packed\n");
        (await marta.Type("passages", "finish", log, "paid")).Expect(1);
        (await priya.Type("passages", "finish", log, "paid")).Expect(0).Said.ShouldStartWith("By terminal: 2 cases, 5 events, finished by paid");
        (await priya.Type("passages", "finish", log)).Expect(0).Said.ShouldContain("finished by packed");
    }

    [Fact]
    public async Task An_administrator_chooses_the_stage_that_finishes_a_case_and_all_is_counted_by_it()
    {
        var (log, _, _) = await Brought("Finishing");
        var path = $"passages/logs/{log}";
        (await house.Call(Cast.Marta).Patch(path, new { done = "paid" }, "*")).Expect(403);
        var before = (await house.Call(Cast.Priya).Get(path)).Expect(200);
        Cases(before).GetProperty("done").GetString().ShouldBe("packed");
        Cases(before).GetProperty("onTime").GetProperty("of").GetInt64().ShouldBe(1);
        var after = (await house.Call(Cast.Priya).Patch(path, new { done = "paid" }, before.ETag)).Expect(200);
        (Cases(after).GetProperty("done").GetString(), Cases(after).GetProperty("finished").GetInt64()).ShouldBe(("paid", 1));
        after["log"].GetProperty("done").GetString().ShouldBe("paid");
        (await house.Call(Cast.Priya).Patch(path, new { done = "packed" }, before.ETag)).Expect(412);
        (await house.Call(Cast.Priya).Patch(path, new { done = "baked" }, "*")).Expect(422)["detail"].GetString().ShouldBe("The log has no stage “baked”.");

        var priya = await house.Browse(Cast.Priya);
        var page = await priya.Submit(await priya.Open($"/passages/{log}"), "form[action$='handler=finish']", new { done = "" });
        page.Expect(200).Text.ShouldContain("A case is finished at the stage where most cases stood last.");
        page.Text.ShouldContain("Until “packed”");
        (await (await house.Browse(Cast.Marta)).Open($"/passages/{log}")).Find("form[action$='handler=finish']").ShouldBeNull();
    }

    [Fact]
    public async Task Where_no_case_comes_to_the_chosen_stage_a_sentence_says_so()
    {
        // The second row has no time that can be read, so that its stage is known and never passed.
        var log = await Bring("Never", "case,activity,time\n1,ordered,2026-10-01\n1,taught,some day\n1,packed,2026-10-02\n");
        (await house.Call(Cast.Priya).Patch($"passages/logs/{log}", new { done = "taught" }, "*")).Expect(200);
        (await (await house.Browse(Cast.Marta)).Open($"/passages/{log}")).Expect(200).Text.ShouldContain("No case has come to “taught”, so there is no figure of the whole time.");
    }

    private async Task<(string Log, string Journey, Dictionary<string, string> Stages)> Brought(string name)
    {
        var journey = (await house.Call(Cast.Marta).Post("journeys", new
        {
            name, owner = Cast.Marta.Id, stages = new object[] { new { name = "Buying", customerValue = 5, ourValue = 5, weight = 5 }, new { name = "Paying", customerValue = 1, ourValue = 1, weight = 1 }, new { name = "Packed" } },
        })).Expect(201);
        return (await Bring(name, Orders), journey.Id, journey["stages"].EnumerateArray().ToDictionary(Name, stage => stage.GetProperty("id").GetString()!));
    }

    private async Task<string> Bring(string name, string text)
    {
        var planned = (await house.Call(Cast.Priya).Post($"imports?kind=events&name={Uri.EscapeDataString(name)}.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(text)))).Expect(201);
        (await house.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
        return (await house.Call(Cast.Marta).Get("passages/logs")).Items.Single(log => Name(log) == name).GetProperty("id").GetString()!;
    }

    private Task<long> Pairs(string journey) => house.Read(s => s.Count("select count(*) from passage_pair where workspace = @Osterfenn and journey = @journey", new { Cast.Osterfenn, journey = Inward.House.Id.Parse(journey) }));

    private static JsonElement Cases(Answer log) => log["figures"].GetProperty("cases");

    private static string Name(JsonElement one) => one.GetProperty("name").GetString()!;
}

public sealed class BesideOnSqlite(SqliteHouse house) : BesideStories(house), IClassFixture<SqliteHouse>;

public sealed class BesideOnPostgres(PostgresHouse house) : BesideStories(house), IClassFixture<PostgresHouse>;
