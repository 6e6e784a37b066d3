using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Journeys;

/// <summary>Journeys through every door.</summary>
public abstract class JourneyStories(TestHouse house)
{
    private static readonly string[] Ten =
    [
        "Search for information", "First contact", "First visit", "Selection and negotiation", "Purchase", "Order management and delivery", "After-sales", "Payment", "Complaints", "Additional purchases",
    ];

    private Caller Marta => house.Call(Cast.Marta);

    [Fact, Shows("B1")]
    public async Task A_new_company_has_one_journey_with_the_ten_stages_that_everybody_may_shape()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var first = (await fresh.Call(Cast.Noor).Get("journeys")).Expect(200).Items.ShouldHaveSingleItem();
        Stages(first).ShouldBe(Ten);
        first.GetProperty("owner").ValueKind.ShouldBe(JsonValueKind.Null);
        var id = first.GetProperty("id").GetString();
        var named = (await fresh.Call(Cast.Noor).Patch($"journeys/{id}", new { name = "How boats are bought", segment = "Boatyards", owner = Cast.Marta.Id }, "\"1\"")).Expect(200);
        (named["segment"].GetString(), named["owner"].GetProperty("name").GetString(), named["version"].GetInt32()).ShouldBe(("Boatyards", "Marta Kowal", 2));
        (await fresh.Call(Cast.Noor).Patch($"journeys/{id}", new { name = "Mine" }, "*")).Expect(403)["detail"].GetString().ShouldBe("Only its owner, its editors and administrators change a journey.");
        (await fresh.Call(Cast.Noor).Delete($"journeys/{id}", "*")).Expect(403);
        (await fresh.Call(Cast.Marta).Delete($"journeys/{id}", "*")).Expect(409)["detail"].GetString()!.ShouldStartWith("A company keeps one journey.");
        (await fresh.Call(Cast.Stranger).Get("journeys")).Items.ShouldNotContain(journey => journey.GetProperty("id").GetString() == id);
        (await Check.Run(fresh.Store)).Faults.ShouldBeEmpty();
    }

    [Fact, Shows("B2")]
    public async Task A_stage_says_what_it_is_worth_in_whose_hands_it_lies_and_whom_it_depends_on()
    {
        var journey = (await Marta.Post("journeys", new
        {
            name = "Spare parts", segment = "Owners", stages = new object[]
            {
                new { name = "Call" },
                new { name = "Crate", customerValue = 4.5, ourValue = 3, weight = 5, control = "other", teams = new[] { Cast.Warehouse }, people = new[] { Cast.Wanda.Id, Cast.Piotr.Id } },
            },
        })).Expect(201);
        var crate = (await house.Call(Cast.Noor).Get($"journeys/{journey.Id}")).Expect(200)["stages"][1];
        (crate.GetProperty("customerValue").GetDecimal(), crate.GetProperty("control").GetString(), crate.GetProperty("teams")[0].GetProperty("name").GetString()).ShouldBe((4.5m, "other", "Warehouse"));
        crate.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Wanda Lorenz", "Piotr Nowak"]);
        var stage = crate.GetProperty("id").GetString();
        (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { weight = 6 }, journey.ETag)).Expect(422)["errors"].GetProperty("weight")[0].GetString().ShouldBe("A value goes from 0 to 5, in halves.");
        (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { people = new[] { Cast.Warehouse } }, journey.ETag)).Expect(422)["errors"].GetProperty("people")[0].GetString().ShouldBe("There is no such colleague here.");
        (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { teams = new[] { Cast.Wanda.Id } }, journey.ETag)).Expect(422);
        (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { control = "theirs" }, journey.ETag)).Expect(400);
        var changed = (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { weight = (decimal?)null, place = 1 }, journey.ETag)).Expect(200);
        Stages(changed.Json).ShouldBe(["Crate", "Call"]);
        changed["stages"][0].GetProperty("weight").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { weight = 1 }, journey.ETag)).Expect(412)["current"].GetProperty("version").GetInt32().ShouldBe(2);
        (await Marta.Patch($"journeys/{journey.Id}/stages/{stage}", new { weight = 1 }, null)).Expect(428);
    }

    [Fact]
    public async Task Sales_and_words_follow_a_stage_that_is_called_otherwise()
    {
        var (journey, stages) = await Journey("Follows", "Cask", "Keel", "Sail");
        var sale = await Sale(journey, "Cask");
        var words = (await Marta.Post("verbatims", new { sale, words = "Is it oak?", saidOn = "2026-11-20", stage = "Cask" })).Expect(201).Id;
        // Two that exchange their names are no trap.
        var told = (await Marta.Get($"journeys/{journey}"))["stages"].EnumerateArray().Select(s => new { id = s.GetProperty("id").GetString(), name = s.GetProperty("name").GetString() switch { "Cask" => "Keel", "Keel" => "Cask", _ => "Sail" } });
        (await Marta.Patch($"journeys/{journey}", new { stages = told }, "*")).Expect(200);
        (await Marta.Get($"sales/{sale}"))["stage"].GetString().ShouldBe("Keel");
        (await Marta.Get($"verbatims/{words}"))["stage"].GetString().ShouldBe("Keel");
        (await Marta.Get("search?q=keel&kind=sale")).Items.ShouldContain(found => found.GetProperty("id").GetString() == sale);
        (await Marta.Get($"journeys/{journey}"))["stages"][0].GetProperty("sales").GetInt64().ShouldBe(1);
        (await Marta.Patch($"sales/{sale}", new { stage = stages["Sail"] }, "*")).Expect(200)["stage"].GetString().ShouldBe("Sail");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stage_in_which_sales_stand_goes_only_when_it_is_said_where_they_go()
    {
        var (journey, stages) = await Journey("Leaves", "Oar", "Rudder");
        var sale = await Sale(journey, "Oar");
        var refused = (await Marta.Delete($"journeys/{journey}/stages/{stages["Oar"]}", "*")).Expect(422);
        refused["errors"].GetProperty("moves")[0].GetString().ShouldBe("Sales that stand in “Oar”: 1. Say into which stage they go.");
        (await Marta.Delete($"journeys/{journey}/stages/{stages["Oar"]}?into={stages["Oar"]}", "*")).Expect(422);
        (await Marta.Delete($"journeys/{journey}", "*")).Expect(409)["detail"].GetString().ShouldBe("Sales that follow this journey: 1. Let them follow another one first.");
        Stages((await Marta.Delete($"journeys/{journey}/stages/{stages["Oar"]}?into={stages["Rudder"]}", "*")).Expect(200).Json).ShouldBe(["Rudder"]);
        (await Marta.Get($"sales/{sale}"))["stage"].GetString().ShouldBe("Rudder");
        (await Marta.Patch($"sales/{sale}", new { stage = "Elsewhere", journey = (string?)null }, "*")).Expect(200);
        (await Marta.Delete($"journeys/{journey}", "*")).Expect(204);
        (await Marta.Get($"journeys/{journey}")).Expect(404);
    }

    [Fact]
    public async Task Sales_of_another_journey_and_words_of_another_system_stay_as_they_are()
    {
        var (one, stages) = await Journey("One of two", "Mooring", "Leaving");
        var (other, _) = await Journey("Other of two", "Mooring");
        var (mine, theirs, foreign) = (await Sale(one, "Mooring"), await Sale(other, "Mooring"), await Sale(null, "Closed Won"));
        (await Marta.Patch($"journeys/{one}/stages/{stages["Mooring"]}", new { name = "Made fast" }, "*")).Expect(200);
        (await Marta.Get($"sales/{mine}"))["stage"].GetString().ShouldBe("Made fast");
        (await Marta.Get($"sales/{theirs}"))["stage"].GetString().ShouldBe("Mooring");
        (await Marta.Get($"sales/{foreign}"))["stage"].GetString().ShouldBe("Closed Won");
        var page = (await (await house.Browse(Cast.Marta)).Open($"/sales/{foreign}")).Expect(200);
        page.Find(".stages").ShouldBeNull();
        page.Text.ShouldContain("Closed Won");
    }

    [Fact]
    public async Task What_was_deleted_comes_back_whole_out_of_the_trash()
    {
        var (journey, stages) = await Journey("Gone a while", "Flood", "Ebb");
        (await Marta.Patch($"journeys/{journey}/stages/{stages["Ebb"]}", new { customerValue = 3.5, teams = new[] { Cast.Finance } }, "*")).Expect(200);
        var before = (await Marta.Get($"journeys/{journey}")).Expect(200).Body;
        (await Marta.Delete($"journeys/{journey}", "*")).Expect(204);
        (await Marta.Get("search?q=gone+a+while")).Items.ShouldBeEmpty();
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
        var trashed = (await Marta.Get("trash")).Items.Single(t => t.GetProperty("record").GetString() == journey);
        trashed.GetProperty("kind").GetString().ShouldBe("journey");
        (await Marta.Post($"trash/{trashed.GetProperty("id").GetString()}/restoring")).Expect(200);
        (await Marta.Get($"journeys/{journey}")).Expect(200).Body.ShouldBe(before);
        (await Marta.Get("search?q=gone+a+while")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_change_is_told_with_who_made_it()
    {
        var (journey, stages) = await Journey("Told", "Bow", "Stern");
        (await Marta.Patch($"journeys/{journey}", new { editors = new[] { Cast.Wanda.Id } }, "*")).Expect(200);
        (await house.Call(Cast.Wanda).Patch($"journeys/{journey}/stages/{stages["Bow"]}", new { ourValue = 4, control = "shared", people = new[] { Cast.Piotr.Id } }, "*")).Expect(200);
        (await Marta.Get($"happenings?on={journey}")).Items.Select(h => h.GetProperty("kind").GetString()).ShouldBe(["journey.made", "journey.changed", "journey.changed"]);
        var page = (await (await house.Browse(Cast.Noor)).Open($"/journeys/{journey}")).Expect(200);
        page.Text.ShouldContain("Wanda Lorenz changed it");
        page.Text.ShouldContain("Bow. Value to us: 4; Control: Shared with others; People: Piotr Nowak");
        page.Find("a[href$='/edit']").ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_has_left_is_shown_as_such_and_asked_to_be_replaced()
    {
        await using var aside = await TestHouse.Open(house.Engine);
        var priya = aside.Call(Cast.Priya);
        var journey = (await aside.Call(Cast.Birgit).Post("journeys", new { name = "Papers", stages = new[] { new { name = "Customs", people = new[] { Cast.Birgit.Id } } } })).Expect(201).Id;
        (await aside.Call(Cast.Noor).Patch($"journeys/{journey}", new { name = "Mine" }, "*")).Expect(403);
        (await priya.Post($"accounts/{Cast.Birgit.Id}/departure")).Expect(200);
        var read = (await aside.Call(Cast.Noor).Get($"journeys/{journey}")).Expect(200);
        read["owner"].GetProperty("leftOn").ValueKind.ShouldBe(JsonValueKind.String);
        var page = (await (await aside.Browse(Cast.Noor)).Open($"/journeys/{journey}")).Expect(200);
        page.Text.ShouldContain("Birgit Stahl owned this journey and has left.");
        page.Text.ShouldContain("Here no more, and still named below: Birgit Stahl.");
        (await aside.Call(Cast.Noor).Patch($"journeys/{journey}", new { owner = Cast.Noor.Id, segment = "Abroad" }, "*")).Expect(200);
        // Whoever stands there stays until somebody takes over; named anew is nobody who has left.
        (await aside.Call(Cast.Noor).Post("journeys", new { name = "More papers", editors = new[] { Cast.Birgit.Id } })).Expect(422);
    }

    [Fact]
    public async Task A_copy_takes_the_stages_over_and_the_two_stand_side_by_side()
    {
        var (journey, stages) = await Journey("Yachts", "Look", "Buy", "Sail away");
        (await Marta.Patch($"journeys/{journey}/stages/{stages["Buy"]}", new { weight = 2 }, "*")).Expect(200);
        var copy = (await house.Call(Cast.Wanda).Post("journeys", new { name = "Dinghies", segment = "Clubs", copyOf = journey })).Expect(201);
        copy["owner"].GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        Stages(copy.Json).ShouldBe(["Look", "Buy", "Sail away"]);
        copy["stages"][1].GetProperty("id").GetString().ShouldNotBe(stages["Buy"]);
        (await house.Call(Cast.Wanda).Patch($"journeys/{copy.Id}/stages/{copy["stages"][1].GetProperty("id").GetString()}", new { weight = 4 }, "*")).Expect(200);
        (await house.Call(Cast.Wanda).Post($"journeys/{copy.Id}/stages", new { name = "Rent", place = 2 }, etag: "\"2\"")).Expect(201);
        var both = (await Marta.Get($"journeys/{journey}/with/{copy.Id}")).Expect(200);
        both["stages"].EnumerateArray().Select(p => (p.GetProperty("name").GetString(), p.GetProperty("differs").GetBoolean())).ShouldBe([("Look", false), ("Rent", true), ("Buy", true), ("Sail away", false)]);
        var page = (await (await house.Browse(Cast.Marta)).Open($"/journeys/{journey}/with?other={copy.Id}")).Expect(200);
        page.All("tbody tr").Count.ShouldBe(4);
        page.Text.ShouldContain("has no such stage");
    }

    [Fact]
    public async Task Stages_are_put_into_another_order()
    {
        var (journey, stages) = await Journey("Ordered", "a", "b", "c");
        Stages((await Marta.Post($"journeys/{journey}/stages/order", new { stages = new[] { stages["c"], stages["a"] } })).Expect(200).Json).ShouldBe(["c", "a", "b"]);
        (await Marta.Post($"journeys/{journey}/stages/order", new { stages = new[] { journey } })).Expect(422);
    }

    [Fact]
    public async Task A_stage_is_shaped_on_the_page_and_what_is_wrong_is_kept_and_said()
    {
        var (journey, stages) = await Journey("On the page", "Hull", "Mast");
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open($"/journeys/{journey}/stages/{stages["Hull"]}/edit");
        var wrong = (await marta.Submit(form, "form.form", new { customerValue = "7", teams = "Warehouse", people = "Wanda Lorenz" })).Expect(422);
        wrong.Find("#errors")!.TextContent.ShouldContain("A value goes from 0 to 5, in halves.");
        wrong.Find("#customerValue")!.GetAttribute("value").ShouldBe("7");
        wrong.Find("#teams")!.GetAttribute("value").ShouldBe("Warehouse");
        var done = (await marta.Submit(wrong, "form.form", new { customerValue = "4.5", control = "other", place = "2" })).Expect(200);
        done.Path.ShouldBe($"/journeys/{journey}");
        done.All("tbody th a").Select(stage => stage.TextContent).ShouldBe(["Mast", "Hull"]);
        done.Text.ShouldContain("In other hands");
        done.All("tbody .names a").Select(named => named.TextContent.Trim()).ShouldBe(["Warehouse", "Wanda Lorenz"]);
        (await marta.Submit(await marta.Open($"/journeys/{journey}/stages/new"), "form.form", new { name = "MAST" })).Expect(422).Text.ShouldContain("Another stage is called “MAST” already.");
        var sale = await Sale(journey, "Mast");
        var stuck = (await marta.Submit(await marta.Open($"/journeys/{journey}/stages/{stages["Mast"]}/edit"), "form[action*=remove]")).Expect(422);
        stuck.Text.ShouldContain("Sales that stand in “Mast”: 1. Say into which stage they go.");
        var removed = (await marta.Submit(stuck, "form[action*=remove]", new { into = stages["Hull"] })).Expect(200);
        removed.All("tbody tr").Count.ShouldBe(1);
        (await marta.Open($"/sales/{sale}")).Find(".stages [aria-current=step]")!.TextContent.ShouldBe("Hull");
    }

    [Fact]
    public async Task Two_who_change_a_stage_at_once_choose_field_by_field()
    {
        var (journey, stages) = await Journey("At once", "Deck");
        var marta = await house.Browse(Cast.Marta);
        var slow = await marta.Open($"/journeys/{journey}/stages/{stages["Deck"]}/edit");
        (await house.Call(Cast.Priya).Patch($"journeys/{journey}/stages/{stages["Deck"]}", new { weight = 2, teams = new[] { Cast.Finance } }, "*")).Expect(200);
        var both = (await marta.Submit(slow, "form.form", new { weight = "4", name = "Decks" })).Expect(412);
        both.Text.ShouldContain("Priya Nair changed this");
        both.All("fieldset").Select(f => f.Id).ShouldBe(["name", "weight", "teams"], ignoreOrder: true);
        (await marta.Submit(both, "form.card", new { name = "Decks", weight = "4", teams = "Finance and Purchasing" })).Expect(200).Path.ShouldBe($"/journeys/{journey}");
        var stage = (await Marta.Get($"journeys/{journey}"))["stages"][0];
        (stage.GetProperty("name").GetString(), stage.GetProperty("weight").GetDecimal(), stage.GetProperty("teams")[0].GetProperty("name").GetString()).ShouldBe(("Decks", 4m, "Finance and Purchasing"));
    }

    [Fact]
    public async Task A_journey_is_made_changed_and_deleted_on_the_page()
    {
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open("/journeys/new");
        (await marta.Submit(form, "form.form", new { name = " " })).Expect(422).Find("#errors")!.TextContent.ShouldContain("A journey needs a name.");
        var made = (await marta.Submit(form, "form.form", new { name = "Canoes", segment = "Schools", editors = "Wanda Lorenz" })).Expect(200);
        made.Find("h1")!.TextContent.ShouldBe("Canoes");
        made.All("tbody tr").Count.ShouldBe(10);
        var edit = await marta.Open($"{made.Path}/edit");
        edit.Find("#editors")!.GetAttribute("value").ShouldBe("Wanda Lorenz");
        (await marta.Submit(edit, "form.form", new { segment = "" })).Expect(200).Text.ShouldContain("for every customer");
        (await marta.Submit(await marta.Open($"{made.Path}/edit"), "form[action*=delete]")).Expect(200).Path.ShouldBe("/journeys");
        (await marta.Open(made.Path)).Expect(404);
    }

    [Fact]
    public async Task The_names_of_the_template_are_told_in_german_and_what_was_typed_is_left_alone()
    {
        var (journey, _) = await Journey("Beobachtet", "Payment", "Settings");
        var sale = await Sale(journey, "Payment");
        var birgit = await house.Browse(Cast.Birgit);
        var page = (await birgit.Open($"/journeys/{journey}")).Expect(200);
        page.All("tbody th a").Select(stage => stage.TextContent).ShouldBe(["Bezahlung", "Settings"]);
        (await birgit.Open($"/sales/{sale}")).Find(".stages [aria-current=step]")!.TextContent.ShouldBe("Bezahlung");
        // Saved by a German reader, a name of the template is still that.
        (await Marta.Patch($"journeys/{journey}", new { editors = new[] { Cast.Birgit.Id } }, "*")).Expect(200);
        var form = await birgit.Open($"/journeys/{journey}/stages/{page.Find("tbody tr")!.Id!["stage-".Length..]}/edit");
        form.Find("#name")!.GetAttribute("value").ShouldBe("Bezahlung");
        (await birgit.Submit(form, "form.form", new { weight = "1" })).Expect(200);
        Stages((await Marta.Get($"journeys/{journey}")).Json).ShouldBe(["Payment", "Settings"]);
    }

    [Fact]
    public async Task It_goes_out_as_csv_and_as_markdown()
    {
        var (journey, stages) = await Journey("=cmd|'x'", "A | B", "*C*");
        (await Marta.Patch($"journeys/{journey}/stages/{stages["A | B"]}", new { customerValue = 4.5, control = "mine", teams = new[] { Cast.Warehouse, Cast.Finance } }, "*")).Expect(200);
        var lines = (await Marta.Get($"journeys/{journey}/csv")).Expect(200).Body.Split("\r\n");
        lines[0].ShouldEndWith("journey,segment,place,stage,customerValue,ourValue,weight,control,teams,people,openSales,sales");
        lines[1].ShouldBe("'=cmd|'x',,1,A | B,4.5,,,mine,\"Warehouse; Finance and Purchasing\",,0,0");
        var markdown = (await Marta.Get($"journeys/{journey}/markdown")).Expect(200);
        markdown.Type.ShouldBe("text/markdown");
        markdown.Body.ShouldContain("| 1. A \\| B | 4.5 |");
        markdown.Body.ShouldContain("2. \\*C\\*");
        (await (await house.Browse(Cast.Noor)).Open($"/journeys/{journey}/csv")).Expect(200);
    }

    [Fact]
    public async Task The_command_line_does_what_the_page_does()
    {
        var marta = new Terminal(house.Address.ToString(), Cast.Marta.Token);
        var id = (await marta.Json("journeys", "add", "--name", "By terminal", "--segment", "Typists", "--editor", "Wanda Lorenz")).GetProperty("id").GetString();
        (await marta.Json("stages", "change", "By terminal", "payment", "--weight", "3.5", "--control", "other", "--team", "Warehouse", "--person", "me")).GetProperty("stages")[7].GetProperty("weight").GetDecimal().ShouldBe(3.5m);
        (await marta.Json("stages", "add", "By terminal", "--name", "Farewell", "--place", "1")).GetProperty("stages")[0].GetProperty("name").GetString().ShouldBe("Farewell");
        (await marta.Json("stages", "order", "By terminal", "Complaints", "Payment")).GetProperty("stages")[1].GetProperty("name").GetString().ShouldBe("Payment");
        (await marta.Json("stages", "remove", "By terminal", "Farewell", "--into", "Payment")).GetProperty("stages").GetArrayLength().ShouldBe(10);
        (await marta.Json("journeys", "show", "By terminal")).GetProperty("segment").GetString().ShouldBe("Typists");
        (await marta.Json("journeys", "with", "By terminal", id!)).GetProperty("stages").GetArrayLength().ShouldBe(10);
        (await marta.Json("journeys", "change", "By terminal", "--segment", "")).GetProperty("segment").ValueKind.ShouldBe(JsonValueKind.Null);
        await marta.Json("journeys", "delete", "By terminal");
        (await Marta.Get($"journeys/{id}")).Expect(404);
    }

    [Fact]
    public async Task A_sale_chooses_among_the_stages_of_every_journey()
    {
        var (journey, stages) = await Journey("Chosen", "Lock", "Payment");
        var customer = (await Marta.Post("customers", new { name = "Chooser" })).Expect(201).Id;
        var marta = await house.Browse(Cast.Marta);
        var form = await marta.Open($"/sales/new?customer={customer}");
        form.All("#stage optgroup").Count.ShouldBeGreaterThan(1);
        var opened = (await marta.Submit(form, "form.card", new { name = "Barge", stage = stages["Payment"] })).Expect(200);
        opened.All(".stages li").Select(li => li.TextContent).ShouldBe(["Lock", "Payment"]);
        var sale = (await Marta.Get("sales?q=barge")).Items.Single();
        (sale.GetProperty("stage").GetString(), sale.GetProperty("journey").GetProperty("id").GetString()).ShouldBe(("Payment", journey));
        (await marta.Open($"{opened.Path}/edit")).Find("#stage option[selected]")!.GetAttribute("value").ShouldBe(stages["Payment"]);
        (await Marta.Post("sales", new { customer, name = "Raft", journey = customer, stage = "Lock" })).Expect(422)["errors"].GetProperty("journey")[0].GetString().ShouldBe("There is no such journey here.");
        (await Marta.Post("sales", new { customer, name = "Raft", stage = customer })).Expect(422);
    }

    private async Task<(string Id, Dictionary<string, string> Stages)> Journey(string name, params string[] stages)
    {
        var made = (await Marta.Post("journeys", new { name, stages = stages.Select(stage => new { name = stage }) })).Expect(201);
        return (made.Id, made["stages"].EnumerateArray().ToDictionary(stage => stage.GetProperty("name").GetString()!, stage => stage.GetProperty("id").GetString()!));
    }

    private async Task<string> Sale(string? journey, string stage)
    {
        var customer = (await Marta.Post("customers", new { name = $"Harbour {Guid.CreateVersion7()}" })).Expect(201).Id;
        return (await Marta.Post("sales", new { customer, name = "A berth", journey, stage })).Expect(201).Id;
    }

    private static IEnumerable<string?> Stages(JsonElement journey) => journey.GetProperty("stages").EnumerateArray().Select(stage => stage.GetProperty("name").GetString());
}

public sealed class JourneysOnSqlite(SqliteHouse house) : JourneyStories(house), IClassFixture<SqliteHouse>;

public sealed class JourneysOnPostgres(PostgresHouse house) : JourneyStories(house), IClassFixture<PostgresHouse>;
