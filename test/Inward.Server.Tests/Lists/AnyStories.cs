using Inward.House;
using Inward.Server.House;
using Inward.Server.Lists;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Lists;

/// <summary>Lists of people and of talks by conditions of which one is enough, through every door.</summary>
public abstract class AnyStories(TestHouse house)
{
    private static int made;

    private Caller Marta => house.Call(Cast.Marta);

    [Fact]
    public async Task Of_people_one_condition_is_enough_and_what_stands_beside_it_must_fit()
    {
        var about = $"Alternate{Interlocked.Increment(ref made)}";
        var site = await Field("choice", ["Hamburg, South", "Gdańsk", "Vigo"]);
        var hours = await Field("number", []);
        await Guest($"Ada {about}", new { team = "Warehouse" }, (site, "Vigo"), (hours, 9));
        await Guest($"Bo {about}", new { language = "de" }, (site, "Gdańsk"), (hours, 20));
        await Guest($"Cy {about}", new { manager = Cast.Wanda.Id }, (site, "Hamburg, South"), (hours, 38));
        await Guest($"Di {about}", new { }, (hours, 40));

        (await Found($"any=team:{Cast.Warehouse},language:de")).ShouldBe("Ada Bo");
        (await Found($"any=team:{Cast.Leadership}")).ShouldBe("Ada", "teams below count");
        (await Found($"any=manager:{Cast.Wanda.Id},field.{site}:Gdańsk")).ShouldBe("Bo Cy");
        (await Found($"any=field.{site}:gdańsk,field.{site}:Hamburg%252C South")).ShouldBe("Bo Cy");
        (await Found($"any=field.{hours}.from:40,field.{hours}.to:9")).ShouldBe("Ada Di");
        (await Found($"any=field.{hours}:9,field.{hours}:20,language:de")).ShouldBe("Ada Bo");
        (await Found($"field.{hours}.from=10&any=team:{Cast.Warehouse},language:de")).ShouldBe("Bo");
        (await Found($"field.{site}=Vigo&field.{site}=Gdańsk")).ShouldBe("Ada Bo");
        (await Found($"team={Cast.Warehouse},{Cast.Finance}&any=language:de")).ShouldBe("");
        (await Found($"manager={Cast.Wanda.Id}")).ShouldBe("Cy");
        var csv = (await Marta.Get($"people/csv?q={about}&any=team:{Cast.Warehouse},language:de")).Expect(200).Body;
        csv.Split('\n').Where(line => line.Contains(about, StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).ShouldBe(["Ada", "Bo"]);
        (await Marta.Get($"people/cards?q={about}&any=field.{site}:Vigo,language:de")).Expect(200).Body.Split("BEGIN:VCARD").Length.ShouldBe(3);

        var (seen, next) = (new List<string>(), "");
        do
        {
            var page = (await Marta.Get($"people?q={about}&limit=1&any=team:{Cast.Warehouse},language:de,manager:{Cast.Wanda.Id}{next}")).Expect(200);
            seen.AddRange(page.Items.Select(First));
            next = page["next"].GetString() is { } after ? $"&after={after}" : "";
        }
        while (next.Length > 0);
        seen.ShouldBe(["Ada", "Bo", "Cy"]);

        (await Marta.Get("people?any=late")).Expect(422)["errors"].GetProperty("any")[0].GetString()!.ShouldContain("“late” is no choice here. Write one of team, manager, language");
        (await Marta.Get($"people?any=team:{Cast.Elsewhere}")).Expect(422)["errors"].GetProperty("any")[0].GetString().ShouldBe("There is no such team here.");
        (await Marta.Get($"people?any=field.{hours}:many")).Expect(422)["errors"].GetProperty("any")[0].GetString().ShouldBe("“many” is not a number, such as 12.5.");
        (await Marta.Get("people?any=field.Nothing:x")).Expect(422);

        async Task<string> Found(string filter) => string.Join(' ', (await Marta.Get($"people?q={about}&{filter}")).Expect(200).Items.Select(First));
    }

    [Fact]
    public async Task Of_talks_one_condition_is_enough()
    {
        var about = $"zinnober{Interlocked.Increment(ref made)}";
        await Log(Cast.Marta, "visit", $"{about} one", Cast.Wanda);
        await Log(Cast.Marta, "call", $"{about} two\nneed: a crane", Cast.Piotr);
        await Log(Cast.Piotr, "mail", $"{about} three\nidea: a ramp", Cast.Marta);
        await Log(Cast.Marta, "chat", $"{about} four", Cast.Noor);

        (await Found("any=channel:visit,kind:need")).ShouldBe("one two");
        (await Found($"any=person:{Cast.Piotr.Id},channel:visit")).ShouldBe("one three two");
        (await Found($"person={Cast.Piotr.Id}&any=channel:call,channel:visit")).ShouldBe("two");
        (await Found("channel=visit,mail")).ShouldBe("one three");
        (await Found($"person={Cast.Wanda.Id},{Cast.Noor.Id}")).ShouldBe("four one");
        (await Found("any=kind:promise")).ShouldBe("");
        var first = (await Marta.Get($"conversations?q={about}&limit=1&any=channel:visit,kind:idea")).Expect(200);
        var second = (await Marta.Get($"conversations?q={about}&limit=1&any=channel:visit,kind:idea&after={first["next"].GetString()}")).Expect(200);
        (Said(first.Items.Single()), Said(second.Items.Single()), second["next"].GetString()).ShouldBe(("three", "one", null));
        (await Marta.Get("conversations?any=kind:owl")).Expect(422)["errors"].GetProperty("any")[0].GetString().ShouldBe("“owl” is none of need, want, obstacle, idea, promise.");

        async Task<string> Found(string filter) => string.Join(' ', (await Marta.Get($"conversations?q={about}&{filter}")).Expect(200).Items.Select(Said).Order(StringComparer.Ordinal));
        string Said(System.Text.Json.JsonElement talk) => talk.GetProperty("text").GetString()!.Split('\n')[0].Split(' ')[1];
    }

    [Fact]
    public async Task However_many_conditions_are_enough_nobody_finds_a_talk_they_may_not_see()
    {
        await Log(Cast.Marta, "visit", "Between the two of us: quartermaster\nneed: silence", Cast.Wanda);
        await Log(Cast.Wanda, "visit", "Mine alone: quartermaster\nneed: a holiday", isPrivate: true, with: Cast.Noor);
        var any = $"any=channel:visit,kind:need,person:{Cast.Wanda.Id},person:{Cast.Marta.Id}";
        foreach (var other in new[] { Cast.Noor, Cast.Priya, Cast.Stranger })
        {
            (await house.Call(other).Get($"conversations?{any}")).Expect(200).Body.ShouldNotContain("quartermaster");
            (await house.Call(other).Get($"conversations?q=quartermaster&{any}")).Expect(200).Items.ShouldBeEmpty();
            (await (await house.Browse(other)).Open($"/conversations?{any}")).Expect(200).Find("#talks")!.TextContent.ShouldNotContain("quartermaster");
        }
        (await house.Call(Cast.Stranger).Get($"people?any=language:de,language:en,manager:{Cast.Wanda.Id}")).Expect(200).Items.ShouldNotContain(p => p.GetProperty("id").GetString() == Cast.Wanda.Id.ToString());

        // Who may see it is said of all of them: without the brackets it would be said of the first alone.
        var conditions = ListConditions.And([], ["x.channel = 'call'", "x.channel = 'visit'"]);
        (await Seen(conditions)).ShouldBe(0);
        (await Seen(conditions.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal))).ShouldBeGreaterThan(0);

        Task<long> Seen(string sql) => house.Read(session => session.Count($"select count(*) from conversation x where x.workspace = @Workspace and {Me.MaySee("x.id")}{sql}",
            new { Workspace = Cast.Osterfenn, Sees = (Id[])[Cast.Stranger.Id], Led = (Id[])[] }));
    }

    [Fact]
    public async Task On_the_page_of_people_it_is_put_together_kept_shared_and_wrong_ones_are_told()
    {
        var desk = await Field("text", []);
        var helen = await house.Browse(Cast.Helen);
        var page = await helen.Submit(await helen.Open("/people?language=de"), "form[role=search]", button: "button[formaction='/people/filter']");
        page.Expect(200).Find("#each input[name=language][value=de][checked]").ShouldNotBeNull();
        page = await helen.Submit(page, "main form", new Dictionary<string, object?> { ["anyWho"] = "Nobody Atall", [$"anyField.{desk}"] = "window, 100%", ["q"] = "a" });
        page.Expect(422).Find("#anyWho-err")!.TextContent.ShouldContain("Nobody here is called “Nobody Atall”.");
        page.Find($"#any input[name=any][value='field.{desk}:window%2C 100%25'][checked]").ShouldNotBeNull("what was understood is kept");
        page = (await helen.Submit(page, "main form", new { anyWho = "Wanda Lorenz" })).Expect(200);
        page.Path.ShouldBe("/people");
        page.Find("#further")!.TextContent.ShouldContain("window, 100%, reports to Wanda Lorenz");
        page.Find("form.bar input[type=hidden][name=any]").ShouldNotBeNull("the bar keeps what it does not show");
        page.Find("select[name=language] option[value=de][selected]").ShouldNotBeNull();

        page = await helen.Submit(page, "form[role=search]", button: "button[formaction='/views']");
        page = (await helen.Submit(page, "form.form", new { name = "By the window", with = Cast.Osterfenn.ToString() })).Expect(200);
        page.Find("#further")!.TextContent.ShouldContain("reports to Wanda Lorenz");
        var shared = (await Marta.Get("views?shared=true&room=people")).Items.Single(v => v.GetProperty("name").GetString() == "By the window");
        var query = shared.GetProperty("query").GetString()!;
        (await (await house.Browse(Cast.Marta)).Open($"/people?{query}")).Expect(200).Find("#further")!.TextContent.ShouldContain("window, 100%");
        (await Marta.Get($"people?{query}")).Expect(200).Items.ShouldBeEmpty();

        page = (await helen.Open("/people?any=colour:red&q=wanda")).Expect(422);
        page.Find("#errors")!.TextContent.ShouldContain("“colour:red” is no choice here.");
        page.Find("form.bar input[name=q]")!.GetAttribute("value").ShouldBe("wanda");
        (await helen.Open($"/people/filter?go=1&any=field.{desk}.from:x,field.Nothing:y")).Expect(422).Find("#errors")!.TextContent.ShouldContain("There is no field “Nothing”");
    }

    [Fact]
    public async Task On_the_page_of_talks_it_is_put_together_in_german_too()
    {
        await Log(Cast.Birgit, "meeting", "Flickwerk\nIdee: ein Regal", Cast.Piotr);
        var birgit = await house.Browse(Cast.Birgit);
        var page = await birgit.Submit(await birgit.Open("/conversations?q=flickwerk"), "form[role=search]", button: "button[formaction='/conversations/filter']");
        page.Expect(200).Find("h1")!.TextContent.ShouldBe("Gespräche filtern");
        page = (await birgit.Submit(page, "main form", new Dictionary<string, object?> { ["any"] = new[] { "kind:idea", "channel:visit" }, ["anyWho"] = "Marta Kowal" })).Expect(200);
        page.PathAndQuery.ShouldBe($"/conversations?any=kind:idea,channel:visit,person:{Cast.Marta.Id}&q=flickwerk");
        page.Find("#further")!.TextContent.ShouldContain("mindestens eines von");
        page.Find("#talks")!.TextContent.ShouldContain("Flickwerk");
        (await birgit.Open("/conversations?any=owl")).Expect(422).Find("#errors")!.TextContent.ShouldContain("„owl“");
    }

    private static string First(System.Text.Json.JsonElement person) => person.GetProperty("name").GetString()!.Split(' ')[0];

    private async Task<string> Field(string kind, string[] choices) =>
        (await house.Call(Cast.Priya).Post("people/fields", new { name = $"Any {kind} {Interlocked.Increment(ref made)}", kind, choices, canFilter = true })).Expect(201).Id;

    private async Task Guest(string name, object more, params (string Field, object Value)[] says)
    {
        var body = new Dictionary<string, object> { ["name"] = name, ["userName"] = $"u{Guid.CreateVersion7():N}" };
        foreach (var property in more.GetType().GetProperties())
            body[property.Name] = property.GetValue(more)!;
        body["fields"] = says.ToDictionary(one => one.Field, one => one.Value);
        (await house.Call(Cast.Priya).Post("people", body)).Expect(201);
    }

    private async Task Log(Colleague by, string channel, string text, Colleague with, bool isPrivate = false) =>
        (await house.Call(by).Post("conversations", new Dictionary<string, object> { ["people"] = new[] { with.Id }, ["channel"] = channel, ["text"] = text, ["private"] = isPrivate })).Expect(201);
}

public sealed class AnyOnSqlite(SqliteHouse house) : AnyStories(house), IClassFixture<SqliteHouse>;

public sealed class AnyOnPostgres(PostgresHouse house) : AnyStories(house), IClassFixture<PostgresHouse>;
