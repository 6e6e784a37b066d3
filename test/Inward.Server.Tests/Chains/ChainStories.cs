using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Chains;

/// <summary>Marta sold a roaster: what follows is asked of the teams at once, and everybody sees who waits for whom.</summary>
public abstract class ChainStories(Engine engine) : IAsyncLifetime
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
        sale = await Sale("Drum roaster", promisedOn: "2026-12-04");
    }

    [Fact, Shows("B7")]
    public async Task A_new_company_has_a_chain_of_eight_steps_that_is_found_shaped_and_kept_from_two_at_once()
    {
        var template = (await marta.Get("chains")).Expect(200).Items.Single();
        template.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("name").GetString()).ShouldBe(["Payment", "Banking", "Manufacture", "Pick", "Pack", "Ship", "Install", "Teach"]);
        var path = $"chains/{template.GetProperty("id").GetString()}";
        (await marta.Get("search?q=manufacture")).Body.ShouldContain(path["chains/".Length..]);
        var pick = template.GetProperty("steps")[3].GetProperty("id").GetString();
        (await marta.Patch($"{path}/steps/{pick}", new { team = Cast.Warehouse, days = 2 }, null)).Expect(428);
        var changed = (await marta.Patch($"{path}/steps/{pick}", new { team = Cast.Warehouse, days = 2 }, "\"1\"")).Expect(200);
        (changed["steps"][3].GetProperty("team").GetProperty("name").GetString(), changed["steps"][3].GetProperty("after")[0].GetProperty("name").GetString()).ShouldBe(("Warehouse", "Manufacture"));
        var stale = (await wanda.Patch(path, new { name = "Else" }, "\"1\"")).Expect(412);
        stale["current"].GetProperty("steps")[3].GetProperty("days").GetInt32().ShouldBe(2);
        (await wanda.Post($"{path}/steps", new { name = "Train the dog", after = new[] { "teach" } })).Expect(201)["steps"][8].GetProperty("after")[0].GetProperty("name").GetString().ShouldBe("Teach");
        var without = (await wanda.Delete($"{path}/steps/{changed["steps"][4].GetProperty("id").GetString()}", "*")).Expect(200);
        without["steps"][4].GetProperty("after").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["Banking", "Pick"]);
        (await marta.Get($"happenings?on={path["chains/".Length..]}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldContain("chain-template.changed");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_has_an_owner_goes_to_the_trash_and_comes_back_whole()
    {
        var made = (await marta.Post("chains", new { name = "Boats", steps = new object[] { new { name = "Rig" }, new { name = "Launch", after = new[] { "Rig" } } } })).Expect(201);
        made["owner"].GetProperty("name").GetString().ShouldBe("Marta Kowal");
        (await wanda.Patch($"chains/{made.Id}", new { name = "Ships" }, "*")).Expect(403);
        (await house.Call(Cast.Priya).Patch($"chains/{made.Id}", new { name = "Ships" }, "*")).Expect(200);
        (await marta.Post("chains", new { name = "Copy", copyOf = made.Id })).Expect(201)["steps"][1].GetProperty("after")[0].GetProperty("name").GetString().ShouldBe("Rig");
        (await marta.Delete($"chains/{made.Id}", "*")).Expect(204);
        (await marta.Get($"chains/{made.Id}")).Expect(404);
        var trashed = (await marta.Get("trash")).Items.Single().GetProperty("id").GetString();
        (await marta.Post($"trash/{trashed}/restoring")).Status.ShouldBeLessThan(300);
        (await marta.Get($"chains/{made.Id}")).Expect(200)["name"].GetString().ShouldBe("Ships");
        (await house.Call(Cast.Stranger).Get($"chains/{made.Id}")).Expect(404);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence()
    {
        async Task<string> Refused(params object[] steps) => (await marta.Post("chains", new { name = "Boats", steps })).Expect(422)["detail"].GetString()!;
        (await Refused(new { name = "A", after = new[] { "C" } }, new { name = "B", after = new[] { "A" } }, new { name = "C", after = new[] { "B" } })).ShouldBe("These steps wait for each other in a ring: A → B → C → A. One of them has to begin.");
        (await Refused([.. Enumerable.Range(0, 200).Select(i => new { name = $"Step {i}" })])).ShouldBe("A chain has 1 to 40 steps.");
        (await Refused(new { name = "A", team = Cast.Stranger.Id })).ShouldBe("There is no such team here.");
        (await Refused(new { name = new string('x', 121) })).ShouldContain("too long");
        (await marta.Post($"sales/{sale}/chain", new { steps = await Teams(except: "Pack") })).Expect(422)["detail"].GetString().ShouldBe("Say which team does “Pack”, or why this sale goes without it.");
        var empty = (await house.Call(Cast.Priya).Post("teams", new { name = "Riggers" })).Expect(201).Id;
        (await marta.Post($"sales/{sale}/chain", new { steps = await Teams(other: ("Ship", empty)) })).Expect(422)["detail"].GetString()!.ShouldContain("“Ship”: Nobody is in this team");
        (await marta.Get($"sales/{sale}/chain")).Expect(404);
        (await marta.Get($"asks?sale={sale}")).Items.ShouldBeEmpty();
        (await house.Call(Cast.Stranger).Post($"sales/{sale}/chain", new { })).Expect(404);
    }

    [Fact, Shows("B7")]
    public async Task Every_team_is_asked_at_once_and_the_days_run_from_promised_and_delivered()
    {
        var begun = await Begin();
        Days(begun, "Manufacture").ShouldBe(("requested", "2026-11-23", "2026-12-04", "planned"));
        Days(begun, "Ship").ShouldBe(("requested", "2026-12-09", "2026-12-11", "planned"));
        Days(begun, "Install").State.ShouldBe("undecided");
        begun["until"].GetString().ShouldBe("2026-12-16");
        (begun["promised"][0].GetProperty("by").GetString(), begun["promised"][0].GetProperty("daysLate").GetInt32()).ShouldBe(("2026-12-04", 8));
        begun["longestWay"].EnumerateArray().Select(step => step.GetProperty("name").GetString()).ShouldBe(["Manufacture", "Pick", "Pack", "Ship", "Install", "Teach"]);

        var ask = (await house.Call(Cast.Noor).Get($"asks/{Ask(begun, "Manufacture")}")).Expect(200);
        (ask["what"].GetString(), ask["neededBy"].GetString(), ask["sale"].GetString(), ask["open"].GetBoolean()).ShouldBe(("Manufacture: Drum roaster for Tidewrack", "2026-12-04", sale, true));
        ask["reason"].GetString()!.ShouldContain("Pick waits for it.");
        await Promised(wanda, Ask(begun, "Manufacture"), "2026-11-27");
        var promised = (await marta.Get($"sales/{sale}/chain")).Expect(200);
        Days(promised, "Manufacture").ShouldBe(("promised", "2026-11-23", "2026-11-27", "promised"));
        (promised["until"].GetString(), promised["holds"].GetProperty("name").GetString()).ShouldBe(("2026-12-09", "Manufacture"));
        (await wanda.Post($"asks/{Ask(begun, "Manufacture")}/delivery", new { note = "Done" })).Expect(200);
        Days((await marta.Get($"sales/{sale}/chain")).Expect(200), "Pick").ShouldBe(("requested", "2026-11-24", "2026-11-24", "planned"));
        (await marta.Get($"happenings?on={begun.Id}")).Items.Single().GetProperty("kind").GetString().ShouldBe("chain.begun");
        (await marta.Post($"sales/{sale}/chain", new { steps = await Teams() })).Expect(409);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Steps_are_skipped_decided_asked_again_and_the_whole_is_ended_by_the_rules_of_the_asks()
    {
        var begun = await Begin();
        string Step(string name) => $"sales/{sale}/chain/steps/{Of(begun, name).GetProperty("id").GetString()}";
        (await marta.Post($"{Step("Banking")}/skipping", new { })).Expect(422);
        (await wanda.Post($"{Step("Banking")}/skipping", new { reason = "Cash" })).Expect(403);
        Of((await marta.Post($"{Step("Banking")}/skipping", new { reason = "Paid in cash" })).Expect(200), "Banking").GetProperty("skipped").GetString().ShouldBe("Paid in cash");
        (await marta.Get($"asks/{Ask(begun, "Banking")}"))["withdrawal"].GetProperty("reason").GetString().ShouldBe("Paid in cash");
        (await marta.Post($"{Step("Install")}/answer", new { needed = false })).Expect(200)["until"].GetString().ShouldBe("2026-12-14");
        var yes = (await marta.Post($"{Step("Install")}/answer", new { needed = true })).Expect(200);
        (await marta.Get($"asks/{Ask(yes, "Install")}")).Expect(200)["neededBy"].GetString().ShouldBe("2026-12-15");

        (await wanda.Post($"asks/{Ask(begun, "Pack")}/taking")).Expect(200);
        (await wanda.Post($"asks/{Ask(begun, "Pack")}/decline", new { reason = "No crates" })).Expect(200);
        Of((await marta.Get($"sales/{sale}/chain")).Expect(200), "Pack").GetProperty("state").GetString().ShouldBe("declined");
        var again = (await marta.Post($"{Step("Pack")}/asking", new { team = Cast.Finance })).Expect(200);
        (Of(again, "Pack").GetProperty("state").GetString(), Of(again, "Pack").GetProperty("team").GetProperty("name").GetString()).ShouldBe(("requested", "Finance and Purchasing"));
        (await marta.Post($"{Step("Pack")}/asking", new { })).Expect(409);
        (await marta.Post($"{Step("Pick")}/skipping", new { reason = "x" }, etag: "\"1\"")).Expect(412);

        await Promised(wanda, Ask(begun, "Ship"), "2026-12-09");
        (await wanda.Post($"asks/{Ask(begun, "Ship")}/delivery", new { })).Expect(200);
        (await marta.Post($"{Step("Ship")}/skipping", new { reason = "x" })).Expect(409)["detail"].GetString().ShouldBe("This step has been delivered already.");
        var ended = (await marta.Post($"sales/{sale}/chain/ending", new { reason = "The wrong chain" })).Expect(200);
        ended["steps"].EnumerateArray().Select(step => step.GetProperty("state").GetString()).Distinct().Order().ShouldBe(["delivered", "skipped", "undecided", "withdrawn"]);
        (await marta.Post($"{Step("Pick")}/skipping", new { reason = "x" })).Expect(409);
        (await Begin()).Id.ShouldNotBe(begun.Id);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_whose_performer_left_waits_for_the_team_again_and_a_lead_who_left_stops_nobody()
    {
        var begun = await Begin();
        await Promised(wanda, Ask(begun, "Pick"), "2026-12-01");
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Wanda.Id}/departure")).Expect(200);
        var after = (await marta.Get($"sales/{sale}/chain")).Expect(200);
        Days(after, "Pick").ShouldBe(("requested", "2026-12-07", "2026-12-07", "planned"));
        Ask(after, "Pick").ShouldNotBe(Ask(begun, "Pick"));
        await Promised(house.Call(Cast.Piotr), Ask(after, "Pick"), "2026-12-02");
        Days((await marta.Get($"sales/{sale}/chain")).Expect(200), "Pick").State.ShouldBe("promised");
        (await marta.Post($"sales/{sale}/chain/steps/{Of(begun, "Pick").GetProperty("id").GetString()}/skipping", new { reason = "On the shelf" })).Expect(200);
        (await marta.Get($"asks/{Ask(after, "Pick")}"))["state"].GetString().ShouldBe("withdrawn");
    }

    [Fact]
    public async Task Naughty_names_come_back_as_they_went_in()
    {
        string[] names =
        [
            "<script>alert(1)</script>", "'; drop table chain; --", "{0} {1} %s", "=1+1", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "הָיְתָהtestالصفحات", "👾 🙇 💁🏽", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮", "\\..\\", "a;b,c", "null",
        ];
        var made = (await marta.Post("chains", new { name = names[0], steps = names.Select((name, i) => new { name, team = Cast.Warehouse, question = i > 0 ? null : names[1] }) })).Expect(201);
        made["steps"].EnumerateArray().Select(step => step.GetProperty("name").GetString()).ShouldBe(names);
        var seller = await house.Browse(Cast.Marta);
        (await seller.Open($"/chains/{made.Id}")).Expect(200).All("tbody th").Select(cell => cell.TextContent.Trim()).ShouldBe(names);
        (await marta.Post($"sales/{sale}/chain", new { template = made.Id })).Expect(201);
        (await seller.Open($"/sales/{sale}/chain")).Expect(200);
    }

    [Fact]
    public async Task On_the_page_without_scripts_a_chain_is_begun_seen_and_steered()
    {
        var seller = await house.Browse(Cast.Marta);
        (await seller.Open($"/sales/{sale}")).Text.ShouldContain("Begin a chain");
        var page = await seller.Submit(await seller.Open($"/sales/{sale}/chain"), "form[method=post]", new { teams = Enumerable.Repeat(Cast.Warehouse.ToString(), 7).Append(""), needed = Enumerable.Repeat("", 6).Append("yes").Append("yes") });
        page.Expect(422).Text.ShouldContain("Say which team does “Teach”");
        page.All("select[name=teams] option[selected]").Count.ShouldBe(7);
        page = await seller.Submit(page, "form[method=post]", new { teams = Enumerable.Repeat(Cast.Warehouse.ToString(), 8) });
        page.Expect(200).Text.ShouldContain("8 working days too late");
        page.All("svg.flow a").Count.ShouldBe(8);
        page.All("tbody tr").Count.ShouldBe(8);
        page.Find("svg.flow a title")!.TextContent.ShouldBe("Payment, Asked, Warehouse, planned for 27 November 2026");
        (await seller.Open(page.Find("tbody th a")!.GetAttribute("href")!)).Expect(200).Text.ShouldContain("Payment: Drum roaster for Tidewrack");
        page = await seller.Submit(page, "form[action$=Skip]", new { reason = "" });
        page.Expect(422).Text.ShouldContain("Say why this sale goes without it.");
        page = await seller.Submit(page, "form[action$=Skip]", new { reason = "<b>Cash</b>" });
        page.Expect(200).Text.ShouldContain("<b>Cash</b>");
        var german = await house.Browse(Cast.Birgit);
        (await german.Open($"/sales/{sale}/chain")).Text.ShouldContain("Fertigung");
        (await german.Open($"/sales/{sale}")).Text.ShouldContain("Arbeitstage zu spät");
    }

    [Fact]
    public async Task Who_edited_a_step_first_is_shown_beside_what_the_second_wrote()
    {
        var seller = await house.Browse(Cast.Marta);
        var made = (await marta.Get("chains")).Items.Single();
        var path = $"/chains/{made.GetProperty("id").GetString()}/steps/{made.GetProperty("steps")[3].GetProperty("id").GetString()}";
        var form = await seller.Open(path);
        (await wanda.Patch($"/api/v1{path}", new { days = 3 }, "*")).Expect(200);
        var conflict = await seller.Submit(form, "main form", new { days = "4", after = Array.Empty<string>() });
        conflict.Expect(412).Text.ShouldContain("Wanda Lorenz changed this since you opened it.");
        var done = await seller.Submit(conflict, "main form", new { days = "4", after = made.GetProperty("steps")[2].GetProperty("id").GetString() });
        done.Expect(200).Text.ShouldContain("Manufacture");
        (await marta.Get("chains")).Items.Single().GetProperty("steps")[3].GetProperty("days").GetInt32().ShouldBe(4);
        var ring = await seller.Submit(await seller.Open(path.Replace(made.GetProperty("steps")[3].GetProperty("id").GetString()!, made.GetProperty("steps")[2].GetProperty("id").GetString()!, StringComparison.Ordinal)), "main form",
            new { after = made.GetProperty("steps")[4].GetProperty("id").GetString() });
        ring.Expect(422).Text.ShouldContain("wait for each other in a ring");
    }

    [Fact]
    public async Task It_works_in_the_terminal()
    {
        var seller = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        (await seller.Type("chains", "add", "--name", "Boats")).Expect(0).Said.ShouldContain("Manufacture");
        (await seller.Type("chains", "step", "Boats", "--name", "Rig", "--after", "Pack", "--team", "Warehouse", "--days", "3")).Expect(0).Said.ShouldContain("Rig: Warehouse, 3 days, after Pack");
        (await seller.Type("chains", "restep", "Boats", "Rig", "--after", "Rig")).Expect(1);
        (await seller.Type("chains", "unstep", "Boats", "Rig")).Expect(0);
        string[] teams = ["Payment=Finance and Purchasing", "Banking=Finance and Purchasing", "Manufacture=Warehouse", "Pick=Warehouse", "Pack=Warehouse", "Ship=Warehouse"];
        (await seller.Type(["chain", "begin", "Drum roaster", "--chain", "Boats", .. teams.SelectMany(team => new[] { "--team", team }), "--no", "Install", "--no", "Teach"])).Expect(0).Said.ShouldContain("* Ship: requested, Warehouse");
        (await seller.Type("chain", "skip", "Drum roaster", "Pick", "--reason", "On the shelf")).Expect(0).Said.ShouldContain("On the shelf");
        (await seller.Type("chain", "decide", "Drum roaster", "Teach", "--needed")).Expect(1);
        (await seller.Type("chain", "show", "Drum roaster")).Expect(0).Said.ShouldContain("promised for 2026-12-04");
        (await seller.Type("chain", "link", "Drum roaster", "--title", "Your roaster", "--step", "Ship=On its way")).Expect(0).Said.ShouldContain("/follow/iwf_");
        var link = (await seller.Json("chain", "links", "Drum roaster")).GetProperty("items")[0].GetProperty("id").GetString()!;
        (await seller.Type("chain", "unlink", "Drum roaster", link)).Expect(0);
        (await seller.Type("chain", "end", "Drum roaster", "--reason", "Else")).Expect(0).Said.ShouldContain("ended: Else");
        (await seller.Type("chains", "delete", "Boats")).Expect(0);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    private async Task<string> Sale(string name, string promisedOn) =>
        (await marta.Post("sales", new { customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id, name, owner = Cast.Marta.Id, promisedOn })).Expect(201).Id;

    private async Task<Answer> Begin() => (await marta.Post($"sales/{sale}/chain", new { steps = await Teams() })).Expect(201);

    // All of the eight to the warehouse.
    private async Task<IEnumerable<object>> Teams(string? except = null, (string Step, string Team)? other = null) =>
        [.. (await marta.Get("chains")).Items.Single().GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("name").GetString() != except).Select(step =>
            (object)new { step = step.GetProperty("id").GetString(), team = step.GetProperty("name").GetString() == other?.Step ? other?.Team : Cast.Warehouse.ToString() })];

    private static async Task Promised(Caller who, string ask, string by)
    {
        (await who.Post($"asks/{ask}/taking")).Expect(200);
        (await who.Post($"asks/{ask}/promise", new { by })).Expect(200);
    }

    private static JsonElement Of(Answer chain, string step) => chain["steps"].EnumerateArray().Single(one => one.GetProperty("name").GetString() == step);

    private static string Ask(Answer chain, string step) => Of(chain, step).GetProperty("ask").GetString()!;

    private static (string? State, string? From, string? Until, string? Basis) Days(Answer chain, string step) =>
        Of(chain, step) is var one ? (one.GetProperty("state").GetString(), one.GetProperty("from").GetString(), one.GetProperty("until").GetString(), one.GetProperty("basis").GetString()) : default;
}

public sealed class ChainsOnSqlite() : ChainStories(Engine.Sqlite);

public sealed class ChainsOnPostgres() : ChainStories(Engine.Postgres);
