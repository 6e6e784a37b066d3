using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.People;

/// <summary>What a company wants to know of every colleague beside what Inward asks, through every door.</summary>
public abstract class FieldStories(TestHouse house)
{
    private static int made;

    private Caller Priya => house.Call(Cast.Priya);

    private static string Name(string name) => $"{name} {Interlocked.Increment(ref made)}";

    /// <summary>Makes a field of a name of its own, and retires it where a company would have too many.</summary>
    private async Task<Answer> Field(string name, string kind, object? more = null)
    {
        var body = new Dictionary<string, object> { ["name"] = Name(name), ["kind"] = kind };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more)!;
        return (await Priya.Post("people/fields", body)).Expect(201);
    }

    private async Task<Answer> Guest(string name = "Ida Holm") => (await Priya.Post("people", new { name, userName = $"u{Guid.CreateVersion7():N}" })).Expect(201);

    private static Dictionary<string, object?> Says(Answer field, object? value) => new() { ["fields"] = new Dictionary<string, object?> { [field.Id] = value } };

    private static object? Value(Answer person, Answer field) =>
        person["fields"].EnumerateArray().Where(f => f.GetProperty("field").GetString() == field.Id).Select(f => f.GetProperty("value").ToString()).FirstOrDefault();

    [Fact]
    public async Task An_administrator_makes_changes_orders_and_retires_fields_and_everybody_reads_them()
    {
        // The house is shared: with two before it, the site is never where the order will put it.
        await Field("Floor", "text");
        await Field("Room", "text");
        var site = await Field("Site", "choice", new { choices = new[] { "Hamburg", "Gdańsk" }, canFilter = true });
        (await house.Call(Cast.Marta).Post("people/fields", new { name = "Mine", kind = "text" })).Expect(403)["detail"].GetString().ShouldBe("Only an administrator says which fields a page of a colleague or a team has.");
        (await Priya.Post("people/fields", new { name = "E-mail", kind = "text" })).Expect(422)["errors"].TryGetProperty("name", out _).ShouldBeTrue();
        (await Priya.Patch($"people/fields/{site.Id}", new { kind = "text" }, site.ETag)).Expect(422)["errors"].TryGetProperty("kind", out _).ShouldBeTrue();
        (await Priya.Patch($"people/fields/{site.Id}", new { name = "No" }, null)).Expect(428);
        var name = Name("Where");
        var renamed = (await Priya.Patch($"people/fields/{site.Id}", new { name }, site.ETag)).Expect(200);
        (await Priya.Patch($"people/fields/{site.Id}", new { name = "Late" }, site.ETag)).Expect(412)["current"].GetProperty("name").GetString().ShouldBe(name);
        renamed["choices"].GetArrayLength().ShouldBe(2);
        var desk = await Field("Desk", "text");
        var order = (await Priya.Post("people/fields/order", new { fields = new[] { desk.Id, site.Id } })).Expect(200).Items.Select(f => f.GetProperty("id").GetString()).ToList();
        order.IndexOf(desk.Id).ShouldBe(order.IndexOf(site.Id) - 1);
        (await Priya.Post("people/fields/order", new { fields = new[] { Cast.Elsewhere } })).Expect(422);
        var retired = (await Priya.Patch($"people/fields/{desk.Id}", new { retired = true }, "*")).Expect(200);
        retired["retiredAt"].GetString().ShouldNotBeNull();
        (await house.Call(Cast.Noor).Get($"people/fields/{desk.Id}")).Expect(200)["retired"].GetBoolean().ShouldBeTrue();
        (await house.Call(Cast.Stranger).Get($"people/fields/{desk.Id}")).Expect(404);
        (await house.Call(Cast.Stranger).Get("people/fields")).Expect(200).Items.ShouldBeEmpty();
        async Task<IEnumerable<string?>> Happened(Answer field) => (await house.Call(Cast.Noor).Get($"happenings?on={field.Id}")).Expect(200).Items.Select(h => h.GetProperty("kind").GetString());
        (await Happened(site)).ShouldBe(["field.added", "field.changed", "field.moved"]);
        (await Happened(desk)).ShouldBe(["field.added", "field.moved", "field.retired"]);
    }

    [Fact]
    public async Task Values_of_every_kind_are_filled_in_read_and_emptied()
    {
        var (site, hours, since) = (await Field("Site", "choice", new { choices = new[] { "Hamburg" } }), await Field("Hours", "number"), await Field("Since", "day"));
        var (aider, desk) = (await Field("Aider", "yesNo", new { writer = "administrators" }), await Field("Desk", "text"));
        var ida = await Guest();
        var body = new { fields = new Dictionary<string, object?> { [site["name"].GetString()!] = "hamburg", [hours.Id] = 38.5, [since.Id] = "2020-02-29", [aider.Id] = true, [desk.Id] = "by the window" } };
        var told = (await Priya.Patch($"people/{ida.Id}", body, ida.ETag)).Expect(200);
        (Value(told, site), Value(told, hours), Value(told, since), Value(told, aider), Value(told, desk)).ShouldBe(("Hamburg", "38.5", "2020-02-29", "True", "by the window"));
        var wrong = (await Priya.Patch($"people/{ida.Id}", new { fields = new Dictionary<string, object?> { [hours.Id] = "many", [since.Id] = "soon", [desk.Id] = new[] { 1 } } }, "*")).Expect(422);
        wrong["errors"].EnumerateObject().ShouldNotBeEmpty();
        var emptied = (await Priya.Patch($"people/{ida.Id}", Says(hours, null), told.ETag)).Expect(200);
        Value(emptied, hours).ShouldBeNull();
        Value(emptied, desk).ShouldBe("by the window");
        (await house.Call(Cast.Marta).Get($"people/{ida.Id}")).Expect(200)["fields"].GetArrayLength().ShouldBe(4);
        var page = await (await house.Browse(Cast.Marta)).Open($"/people/{ida.Id}");
        page.Expect(200).Find(".facts")!.TextContent.ShouldContain("29 February 2020");
        page.Find(".facts")!.TextContent.ShouldContain("by the window");
        var happened = (await house.Call(Cast.Marta).Get($"happenings?on={ida.Id}")).Expect(200).Items.Last(h => h.GetProperty("kind").GetString() == "person.changed");
        happened.GetRawText().ShouldContain($"[\"{hours["name"].GetString()}\"]");
        (await Priya.Send(HttpMethod.Patch, $"people/{ida.Id}", "{\"fields\":{\"" + desk.Id + "\":\"\\ud800\"}}", etag: "*")).Expect(400);
    }

    [Fact]
    public async Task Each_fills_in_their_own_under_settings_and_what_is_the_administrators_is_not_asked()
    {
        var (desk, aider) = (await Field("Desk", "text"), await Field("Aider", "yesNo", new { writer = "administrators" }));
        (await house.Call(Cast.Noor).Patch($"people/{Cast.Marta.Id}", Says(desk, "hers"), "*")).Expect(403);
        (await house.Call(Cast.Noor).Patch("me", Says(aider, true), "*")).Expect(403)["detail"].GetString().ShouldBe($"Only an administrator fills in “{aider["name"].GetString()}”.");
        Value((await house.Call(Cast.Noor).Patch("me", Says(desk, "Room 4"), "*")).Expect(200), desk).ShouldBe("Room 4");
        var noor = await house.Browse(Cast.Noor);
        var settings = await noor.Open("/settings");
        settings.Document.GetElementById($"fields.{desk.Id}")!.GetAttribute("value").ShouldBe("Room 4");
        settings.Document.GetElementById($"fields.{aider.Id}").ShouldBeNull();
        var kept = (await noor.Submit(settings, "form.card", new Dictionary<string, object?> { [$"fields.{desk.Id}"] = new string('x', 501) })).Expect(422);
        kept.Document.GetElementById($"fields.{desk.Id}")!.GetAttribute("value")!.Length.ShouldBe(501);
        kept.Document.GetElementById($"fields.{desk.Id}")!.GetAttribute("aria-invalid").ShouldBe("true");
        (await noor.Submit(settings, "form.card", new Dictionary<string, object?> { [$"fields.{desk.Id}"] = "Room 5" })).Expect(200);
        Value((await house.Call(Cast.Noor).Get("me")).Expect(200), desk).ShouldBe("Room 5");
        var about = await noor.Open("/settings/records");
        about.Expect(200).Find(".facts")!.TextContent.ShouldContain("Room 5");
        (await house.Call(Cast.Noor).Get("me/records/export")).Expect(200)["fields"].EnumerateArray().Select(f => f.GetProperty("value").ToString()).ShouldContain("Room 5");
    }

    [Fact]
    public async Task An_administrator_fills_in_a_colleague_s_fields_on_a_page_and_two_windows_end_in_a_choice()
    {
        var aider = await Field("Aider", "yesNo", new { writer = "administrators" });
        var ida = await Guest();
        var priya = await house.Browse(Cast.Priya);
        var (one, other) = (await priya.Open($"/people/{ida.Id}/edit"), await priya.Open($"/people/{ida.Id}/edit"));
        (await priya.Submit(one, "form.card", new Dictionary<string, object?> { [$"fields.{aider.Id}"] = "yes" })).Expect(200).Find(".facts")!.TextContent.ShouldContain("yes");
        var both = (await priya.Submit(other, "form.card", new Dictionary<string, object?> { [$"fields.{aider.Id}"] = "no" })).Expect(412);
        both.All("input[type=radio]").Select(r => (r.GetAttribute("name"), r.GetAttribute("value"))).ShouldBe([($"fields.{aider.Id}", "no"), ($"fields.{aider.Id}", "yes")]);
        (await priya.Submit(both, "form.card", new Dictionary<string, object?> { [$"fields.{aider.Id}"] = "no" })).Expect(200);
        Value((await Priya.Get($"people/{ida.Id}")).Expect(200), aider).ShouldBe("False");
        var born = (await priya.Submit(await priya.Open("/people/new"), "form.card", new Dictionary<string, object?> { ["name"] = "Jo Field", [$"fields.{aider.Id}"] = "yes" })).Expect(200);
        born.Find(".facts")!.TextContent.ShouldContain(aider["name"].GetString()!);
    }

    [Fact]
    public async Task Colleagues_are_found_by_what_their_fields_say()
    {
        var (site, hours) = (await Field("Site", "choice", new { choices = new[] { "Hamburg", "Gdańsk" }, canFilter = true }), await Field("Hours", "number", new { canFilter = true }));
        var (since, tools, hidden) = (await Field("Since", "day", new { canFilter = true }), await Field("Tools", "text", new { canFilter = true }), await Field("Hidden", "text"));
        foreach (var (name, where, much, day, tool) in new[] { ("Ada", "Hamburg", 9, "2019-05-01", "Lathe 100%"), ("Bo", "Gdańsk", 10, "2021-05-01", "saw"), ("Cy", "Hamburg", -5, "2023-05-01", "LATHE") })
        {
            var one = await Guest($"{name} Findable");
            (await Priya.Patch($"people/{one.Id}", new { fields = new Dictionary<string, object> { [site.Id] = where, [hours.Id] = much, [since.Id] = day, [tools.Id] = tool } }, one.ETag)).Expect(200);
        }
        async Task<string> Found(params (string Name, string Value)[] filters) => string.Join(' ', (await house.Call(Cast.Marta).Get("people?q=findable&" + string.Join('&', filters.Select(f => $"field.{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"))))
            .Expect(200).Items.Select(i => i.GetProperty("name").GetString()!.Split(' ')[0]));
        (await Found((site.Id, "hamburg"))).ShouldBe("Ada Cy");
        (await Found((site["name"].GetString()!, "Gdańsk"))).ShouldBe("Bo");
        (await Found(($"{hours.Id}.from", "9"))).ShouldBe("Ada Bo");
        (await Found(($"{hours.Id}.to", "9"))).ShouldBe("Ada Cy");
        (await Found((hours.Id, "-5"))).ShouldBe("Cy");
        (await Found(($"{since.Id}.from", "2020-01-01"), ($"{since.Id}.to", "2022-01-01"))).ShouldBe("Bo");
        (await Found((tools.Id, "lathe"))).ShouldBe("Ada Cy");
        (await Found((tools.Id, "100%"))).ShouldBe("Ada");
        (await Found((site.Id, "Hamburg"), ($"{hours.Id}.from", "0"), (tools.Id, "lathe"), ($"{since.Id}.to", "2022-12-31"))).ShouldBe("Ada");
        (await house.Call(Cast.Marta).Get($"people?field.{hours.Id}=many")).Expect(422);
        (await house.Call(Cast.Marta).Get($"people?field.{hidden.Id}=x")).Expect(422)["detail"].GetString()!.ShouldContain("to filter by");
        (await house.Call(Cast.Marta).Get("people?field.Nothing=x")).Expect(422);
        var page = await (await house.Browse(Cast.Marta)).Open($"/people?q=findable&field.{site.Id}=Hamburg&field.{since.Id}.from=2020-01-01");
        page.Expect(200).All("tbody .who a").Select(a => a.TextContent).ShouldBe(["Cy Findable"]);
        page.Find($"select[name='field.{site.Id}'] option[selected]")!.GetAttribute("value").ShouldBe("Hamburg");
        page.Find($"input[name='field.{since.Id}.from']")!.GetAttribute("value").ShouldBe("2020-01-01");
        page.Find("a[href^='/people/csv?']")!.GetAttribute("href")!.ShouldContain($"field.{site.Id}=Hamburg");
        (await house.Call(Cast.Marta).Get($"people/cards?field.{site.Id}=Gdańsk")).Expect(200).Body.ShouldContain("Bo Findable");
        (await house.Call(Cast.Marta).Get("search?q=lathe")).Expect(200).Items.Select(i => i.GetProperty("title").GetString()).ShouldContain("Cy Findable");
    }

    [Fact]
    public async Task A_file_fills_fields_after_a_preview_and_is_taken_back()
    {
        var (site, hours) = (await Field("Site", "choice", new { choices = new[] { "Hamburg", "Gdańsk" } }), await Field("Hours", "number"));
        var ida = await Guest();
        (await Priya.Patch($"people/{ida.Id}", new { key = $"K{ida.Id}", fields = new Dictionary<string, object> { [site.Id] = "Gdańsk" } }, ida.ETag)).Expect(200);
        var csv = $"key,name,{site["name"].GetString()},{hours["name"].GetString()}\nK{ida.Id},Ida Holm,hamburg,\"38,5\"\nK{ida.Id}x,Nils Ek,Berlin,20\n";
        var priya = await house.Browse(Cast.Priya);
        var plan = await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "people", files = new Upload("staff.csv", Encoding.UTF8.GetBytes(csv)) });
        plan.Expect(200).Text.ShouldContain("“Berlin” is none of Hamburg, Gdańsk. It is left out.");
        plan.Text.ShouldContain("Row 3");
        plan.All("th").Select(th => th.TextContent).ShouldContain(site["name"].GetString());
        Value((await Priya.Get($"people/{ida.Id}")).Expect(200), site).ShouldBe("Gdańsk");
        // Another choice of columns: the hours are not read.
        var again = (await priya.Submit(plan, "form[action$='handler=columns']", new Dictionary<string, object?> { [$"field:{hours.Id}"] = "" })).Expect(200);
        var written = (await priya.Submit(again, "form[action$='handler=apply']")).Expect(200);
        var told = (await Priya.Get($"people/{ida.Id}")).Expect(200);
        (Value(told, site), Value(told, hours)).ShouldBe(("Hamburg", null));
        (await priya.Submit(written, "form[action$='handler=undo']")).Expect(200);
        Value((await Priya.Get($"people/{ida.Id}")).Expect(200), site).ShouldBe("Gdańsk");
        (await house.Read(s => s.Count("select count(*) from person_value v where v.workspace = @Osterfenn and not exists (select 1 from person p where p.workspace = v.workspace and p.id = v.person)", new { Cast.Osterfenn }))).ShouldBe(0);
    }

    [Fact]
    public async Task Colleagues_go_out_as_csv_and_come_in_again_as_they_are()
    {
        var (desk, hours) = (await Field("Desk", "text"), await Field("Hours", "number"));
        (await Priya.Patch($"people/{Cast.Wanda.Id}", new { fields = new Dictionary<string, object> { [desk.Id] = "left, of the \"door\"", [hours.Id] = -5 } }, "*")).Expect(200);
        var csv = (await house.Call(Cast.Marta).Get($"people/csv?team={Cast.Warehouse}")).Expect(200);
        csv.Type.ShouldBe("text/csv");
        csv.Body.ShouldContain("\"left, of the \"\"door\"\"\"");
        csv.Body.ShouldContain("Leadership > Warehouse");
        var planned = (await Priya.Post("imports?kind=people&name=people.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(csv.Body)))).Expect(201);
        planned["said"].EnumerateArray().Select(s => s.GetString()).ShouldContain(s => s!.StartsWith("People: 0 new, 0 changed", StringComparison.Ordinal));
        planned["hasErrors"].GetBoolean().ShouldBeFalse();
        (await (await house.Browse(Cast.Marta)).Open("/people/csv")).Expect(200).Html.ShouldContain("Wanda Lorenz");
    }

    [Fact]
    public async Task A_choice_that_is_renamed_is_renamed_wherever_somebody_chose_it()
    {
        var site = await Field("Site", "choice", new { choices = new[] { "Hamburg", "Gdańsk" }, canFilter = true });
        var ida = await Guest("Ida Renamed");
        (await Priya.Patch($"people/{ida.Id}", Says(site, "Hamburg"), ida.ETag)).Expect(200);
        var priya = await house.Browse(Cast.Priya);
        var page = await priya.Open($"/settings/fields/{site.Id}");
        (await priya.Submit(page, "form.card", new { choice = new[] { "Altona", "" }, choices = "Bremen\r\nKiel" })).Expect(200).Path.ShouldBe("/settings/fields");
        (await Priya.Get($"people/fields/{site.Id}"))["choices"].EnumerateArray().Select(c => c.GetString()).ShouldBe(["Altona", "Bremen", "Kiel"]);
        Value((await Priya.Get($"people/{ida.Id}")).Expect(200), site).ShouldBe("Altona");
        (await Priya.Get($"people?field.{site.Id}=Altona")).Expect(200).Items.Count.ShouldBe(1);
        (await Priya.Get("search?q=Altona")).Expect(200).Items.Select(i => i.GetProperty("title").GetString()).ShouldContain("Ida Renamed");
    }

    [Fact]
    public async Task What_a_retired_field_says_is_kept_for_the_colleague_and_shown_to_nobody_else()
    {
        var desk = await Field("Desk", "text");
        (await house.Call(Cast.Birgit).Patch("me", Says(desk, "Zollecke"), "*")).Expect(200);
        (await Priya.Patch($"people/fields/{desk.Id}", new { retired = true }, "*")).Expect(200);
        Value((await house.Call(Cast.Marta).Get($"people/{Cast.Birgit.Id}")).Expect(200), desk).ShouldBeNull();
        (await house.Call(Cast.Birgit).Patch("me", Says(desk, "Hof"), "*")).Expect(422);
        (await (await house.Browse(Cast.Birgit)).Open("/settings/records")).Text.ShouldContain("Zollecke");
        (await house.Call(Cast.Birgit).Get("me/records/export")).Body.ShouldContain("Zollecke");
        (await Priya.Patch($"people/fields/{desk.Id}", new { retired = false }, "*")).Expect(200);
        Value((await house.Call(Cast.Marta).Get($"people/{Cast.Birgit.Id}")).Expect(200), desk).ShouldBe("Zollecke");
    }

    [Fact]
    public async Task Fields_are_made_and_put_in_order_on_pages_which_say_who_reads_them()
    {
        var priya = await house.Browse(Cast.Priya);
        var form = await priya.Open("/settings/fields/new");
        form.Expect(200).Text.ShouldContain("Do not ask for health");
        var wrong = (await priya.Submit(form, "form.card", new { name = "Title", kind = "Choice", choices = "" })).Expect(422);
        wrong.Find("#name")!.GetAttribute("value").ShouldBe("Title");
        wrong.Find("input[name=kind][value=Choice]")!.HasAttribute("checked").ShouldBeTrue();
        var (first, second) = (Name("Pitch"), Name("Yard"));
        (await priya.Submit(wrong, "form.card", new { name = first, choices = "North\nSouth", canFilter = "true" })).Expect(200).Path.ShouldBe("/settings/fields");
        var list = (await priya.Submit(await priya.Open("/settings/fields/new"), "form.card", new { name = second, kind = "YesNo" })).Expect(200);
        List<string> Order(Page page) => [.. page.All("ul.rows .say a").Select(a => a.TextContent)];
        Order(list).IndexOf(first).ShouldBe(Order(list).IndexOf(second) - 1);
        var up = (await priya.Submit(list, $"li:has(a[href='{list.All("ul.rows .say a").First(a => a.TextContent == second).GetAttribute("href")}']) form[action$='handler=up']")).Expect(200);
        Order(up).IndexOf(first).ShouldBe(Order(up).IndexOf(second) + 1);
        var id = up.All("ul.rows .say a").First(a => a.TextContent == first).GetAttribute("href")!;
        var retired = (await priya.Submit(up, $"li:has(a[href='{id}']) form[action$='handler=retire']")).Expect(200);
        retired.Text.ShouldContain("Not used any more");
        (await priya.Submit(retired, $"li:has(a[href='{id}']) form[action$='handler=return']")).Expect(200);
        (await (await house.Browse(Cast.Marta)).Open("/settings/fields")).Expect(403);
    }

    [Fact]
    public async Task Two_entries_that_become_one_show_their_fields_side_by_side_and_carry_them()
    {
        var (desk, hours) = (await Field("Desk", "text"), await Field("Hours", "number", new { canFilter = true }));
        var (kept, gone) = (await Guest("Eva Twice"), await Guest("Eva T."));
        (await Priya.Patch($"people/{kept.Id}", Says(desk, "7"), kept.ETag)).Expect(200);
        (await Priya.Patch($"people/{gone.Id}", new { fields = new Dictionary<string, object> { [desk.Id] = "9", [hours.Id] = 1234.5 } }, gone.ETag)).Expect(200);
        var preview = (await Priya.Get($"people/{kept.Id}/merge?other={gone.Id}")).Expect(200)["fields"].EnumerateArray().ToList();
        var shown = preview.First(f => f.GetProperty("name").GetString() == hours["name"].GetString());
        (shown.GetProperty("gone").GetString(), shown.GetProperty("becomes").GetString()).ShouldBe(("1,234.5", "1,234.5"));
        preview.First(f => f.GetProperty("name").GetString() == desk["name"].GetString()).GetProperty("becomes").GetString().ShouldBe("7");
        var merge = (await Priya.Post($"people/{kept.Id}/merge", new { other = gone.Id })).Expect(201);
        var one = (await Priya.Get($"people/{kept.Id}")).Expect(200);
        (Value(one, desk), Value(one, hours)).ShouldBe(("7", "1234.5"));
        (await Priya.Get($"people?field.{hours.Id}.from=1000")).Expect(200).Items.Select(i => i.GetProperty("id").GetString()).ShouldBe([kept.Id]);
        (await Priya.Post($"people/merges/{merge.Id}/undoing")).Expect(200);
        Value((await Priya.Get($"people/{kept.Id}")).Expect(200), hours).ShouldBeNull();
        Value((await Priya.Get($"people/{gone.Id}")).Expect(200), hours).ShouldBe("1234.5");
        (await Priya.Get($"people?field.{hours.Id}.from=1000")).Expect(200).Items.Select(i => i.GetProperty("id").GetString()).ShouldBe([gone.Id]);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_german_reads_the_pages_of_fields_in_german()
    {
        var birgit = await house.Browse(Cast.Birgit);
        var hours = await Field("Stunden", "number");
        (await house.Call(Cast.Birgit).Patch("me", Says(hours, 1234.5), "*")).Expect(200);
        (await birgit.Open($"/people/{Cast.Birgit.Id}")).Find(".facts")!.TextContent.ShouldContain("1.234,5");
        (await birgit.Open("/settings")).Text.ShouldContain("Felder der Firma");
    }
}

public sealed class FieldsOnSqlite(SqliteHouse house) : FieldStories(house), IClassFixture<SqliteHouse>;

public sealed class FieldsOnPostgres(PostgresHouse house) : FieldStories(house), IClassFixture<PostgresHouse>;
