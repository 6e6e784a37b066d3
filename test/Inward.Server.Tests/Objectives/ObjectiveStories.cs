using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Objectives;

/// <summary>Marta opens an objective, writes it with Piotr, publishes it, sees what was foretold, and says what was learned.</summary>
public abstract class ObjectiveStories(Engine engine) : IAsyncLifetime
{
    private TestHouse house = null!;
    private Caller marta = null!;
    private Caller piotr = null!;
    private Caller noor = null!;

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        (marta, piotr, noor) = (house.Call(Cast.Marta), house.Call(Cast.Piotr), house.Call(Cast.Noor));
    }

    [Fact, Shows("E1")]
    public async Task An_objective_is_opened_changed_published_seen_and_closed_by_who_writes_it()
    {
        var path = await Open(new { what = "Every machine roasts on the day we said", editors = new[] { Cast.Piotr.Id } });
        (await noor.Get(path)).Expect(404);
        (await noor.Get("objectives")).Items.ShouldBeEmpty();
        (await noor.Get("search?q=roasts")).Items.ShouldBeEmpty();
        (await marta.Post($"{path}/publishing")).Expect(422)["errors"].EnumerateObject().Select(one => one.Name).ShouldBe(["measure", "baseline", "target", "unit", "by", "because"], ignoreOrder: true);
        (await piotr.Patch(path, Whole, null)).Expect(428);
        (await piotr.Patch(path, Whole, "\"1\"")).Expect(200)["state"].GetString().ShouldBe("draft");
        (await marta.Patch(path, new { what = "Else" }, "\"1\"")).Expect(412)["current"].GetProperty("unit").GetString().ShouldBe("of 100");

        var published = (await marta.Post($"{path}/publishing")).Expect(200)["published"];
        (published.GetProperty("by").GetProperty("name").GetString(), published.GetProperty("asked").GetInt32()).ShouldBe(("Marta Kowal", 0));
        (await noor.Get(path)).Expect(200)["mayChange"].GetBoolean().ShouldBeFalse();
        (await noor.Get("search?q=neighbours")).Items.Count.ShouldBe(1);
        (await noor.Patch(path, new { what = "Else" }, "*")).Expect(403);
        (await noor.Post($"{path}/observables/1/seen", new { words = "There" })).Expect(403);
        var seen = (await piotr.Post($"{path}/observables/1/seen", new { words = "It hangs at gate 2", link = "https://osterfenn.example/board" })).Expect(200)["observables"][0].GetProperty("seen");
        (seen.GetProperty("by").GetProperty("name").GetString(), seen.GetProperty("words").GetString()).ShouldBe(("Piotr Nowak", "It hangs at gate 2"));
        (await marta.Delete($"{path}/observables/1/seen", "*")).Expect(200)["observables"][0].GetProperty("seen").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await marta.Delete(path, "*")).Expect(409);
        (await marta.Post($"{path}/closing", new { learned = "" })).Expect(422);
        (await marta.Post($"{path}/closing", new { learned = "Ask purchasing first" })).Expect(200)["state"].GetString().ShouldBe("closed");
        (await noor.Get($"happenings?on={path["objectives/".Length..]}")).Items.Select(one => one.GetProperty("kind").GetString())
            .ShouldBe(["objective.opened", "objective.changed", "objective.published", "objective.observed", "objective.observed-too-early", "objective.closed"], ignoreOrder: true);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact, Shows("E1")]
    public async Task Objectives_stand_in_a_tree_and_lists_find_them()
    {
        var top = await Open(Whole);
        var id = top["objectives/".Length..];
        var below = await Open(new { what = "Crates leave complete", parent = id, addsUp = true, unit = "of 100" });
        (await marta.Patch(top, new { parent = below["objectives/".Length..] }, "*")).Expect(422)["detail"].GetString().ShouldBe("An objective cannot serve itself, nor one that serves it.");
        (await marta.Patch(top, new { unit = "days" }, "*")).Expect(422)["errors"].EnumerateObject().Single().Name.ShouldBe("unit");
        (await marta.Post("objectives", new { what = "x", parent = id, addsUp = true, unit = "days" })).Expect(422)["detail"].GetString()!.ShouldContain("of 100");
        (await noor.Post("objectives", new { what = "x", parent = id })).Expect(422)["detail"].GetString().ShouldBe("There is no such objective here.");
        (await marta.Get(top)).Expect(200)["children"][0].GetProperty("what").GetString().ShouldBe("Crates leave complete");
        (await marta.Get(below)).Expect(200)["parent"].GetProperty("id").GetString().ShouldBe(id);
        (await marta.Get($"objectives?parent={id}")).Items.Count.ShouldBe(1);
        (await marta.Get("objectives?q=CRATES&state=draft&owner=" + Cast.Marta.Id)).Items.Count.ShouldBe(1);
        (await marta.Get("objectives?limit=1")).Expect(200)["next"].GetString().ShouldNotBeNull();
        (await marta.Delete(top, "*")).Expect(409);
        (await marta.Post($"{top}/publishing")).Expect(200);
        (await noor.Get(top)).Expect(200)["children"].GetArrayLength().ShouldBe(0);
        (await house.Call(Cast.Stranger).Get(top)).Expect(404);
    }

    [Fact]
    public async Task A_deleted_draft_waits_in_the_trash_and_a_former_editor_does_not_see_a_draft()
    {
        var path = await Open(new { what = "Call once", editors = new[] { Cast.Piotr.Id } });
        (await piotr.Patch(path, new { owner = Cast.Piotr.Id }, "*")).Expect(403);
        (await marta.Patch(path, new { editors = Array.Empty<string>() }, "*")).Expect(200);
        (await piotr.Get(path)).Expect(404);
        (await marta.Delete(path, "*")).Expect(204);
        (await marta.Get(path)).Expect(404);
        (await marta.Post($"trash/{(await marta.Get("trash")).Items.Single().GetProperty("id").GetString()}/restoring")).Status.ShouldBeLessThan(300);
        (await marta.Get(path)).Expect(200)["what"].GetString().ShouldBe("Call once");
        (await marta.Post("objectives", new { what = "x", owner = Cast.Stranger.Id })).Expect(422)["errors"].EnumerateObject().Single().Name.ShouldBe("owner");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_is_written_comes_back_as_it_went_in()
    {
        foreach (var odd in new[] { "<script>alert(1)</script>", "'; drop table objective; --", "﷽ 田中さん \u202eabc", "{{7*7}} ${x} %s", "=1+1" })
        {
            var path = await Open(new { what = odd, because = odd, dayAfter = odd, unit = odd, observables = new[] { odd } });
            var back = (await marta.Get(path)).Expect(200);
            foreach (var field in new[] { "what", "because", "dayAfter", "unit" })
                back[field].GetString().ShouldBe(odd);
            back["observables"][0].GetProperty("text").GetString().ShouldBe(odd);
            (await (await house.Browse(Cast.Marta)).Open($"/{path}")).Expect(200).Text.ShouldContain(odd);
        }
    }

    [Fact, Shows("E1")]
    public async Task The_command_line_opens_publishes_and_closes_one()
    {
        var seller = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        (await seller.Type("objectives", "open", "--what", "Call once", "--measure", "Calls", "--baseline", "58", "--target", "80", "--unit", "of 100", "--by", "2027-03-31", "--because", "It costs friends", "--see", "One sheet")).Expect(0).Said.ShouldContain("Call once");
        (await seller.Type("objectives", "publish", "Call once")).Expect(0).Said.ShouldContain("published");
        (await seller.Type("objectives", "see", "Call once", "1", "--words", "On the wall")).Expect(0).Said.ShouldContain("On the wall");
        (await seller.Type("objectives", "close", "Call once", "--learned", "Ask Agnes")).Expect(0).Said.ShouldContain("Ask Agnes");
        (await seller.Type("objectives", "--state", "closed")).Expect(0).Said.ShouldContain("Call once");
        (await seller.Type("objectives", "close", "Call once", "--learned", "Again")).Expect(1);
    }

    [Fact, Shows("E1")]
    public async Task On_the_page_what_was_typed_stays_when_something_is_wrong()
    {
        var browser = await house.Browse(Cast.Marta);
        var page = await browser.Open("/objectives/new");
        var again = await browser.Submit(page, "form[data-draft]", new Dictionary<string, object?> { ["what"] = "Call once", ["baseline"] = "58", ["target"] = "58", ["unit"] = "of 100", ["because"] = "Friends" });
        again.Expect(422);
        again.Text.ShouldContain("It stands there already");
        again.Document.QuerySelector("#what")!.GetAttribute("value").ShouldBe("Call once");
        again.Document.QuerySelector("#because")!.TextContent.Trim().ShouldBe("Friends");
        var kept = await browser.Submit(again, "form[data-draft]", new Dictionary<string, object?> { ["target"] = "80" });
        kept.Text.ShouldContain("A draft: only those who write it see it.");
        (await (await house.Browse(Cast.Noor)).Open(kept.Path)).Status.ShouldBe(404);
    }

    public static object Whole => new
    {
        what = "Every machine roasts on the day we said", measure = "First batch on the promised day", baseline = 71, target = 92, unit = "of 100", by = "2027-06-30", because = "A roastery opens once, with all the neighbours",
        dayAfter = "Nobody asks where the crate is", observables = new[] { "A board at gate 2", "No installer is sent home" },
    };

    private async Task<string> Open(object told) => $"objectives/{(await marta.Post("objectives", told)).Expect(201).Id}";

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }
}

public sealed class ObjectivesOnSqlite() : ObjectiveStories(Engine.Sqlite);

public sealed class ObjectivesOnPostgres() : ObjectiveStories(Engine.Postgres);
