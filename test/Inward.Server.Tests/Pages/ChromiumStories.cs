using Inward.Server.Tests.House;
using Inward.Tests.People;
using Microsoft.Playwright;

namespace Inward.Server.Tests.Pages;

/// <summary>Two people, each with a real Chromium, play the thread; and axe looks at every page in light and dark.</summary>
public abstract class ChromiumStories(TestHouse house) : InChromium(house)
{
    [Fact]
    public async Task Two_people_play_the_thread_and_the_other_s_page_hears_of_it()
    {
        var marta = await SignIn(Cast.Marta);
        var wanda = await SignIn(Cast.Wanda);
        await marta.GotoAsync("/asks/new");
        await marta.FillAsync("#performer", "Wanda Lorenz");
        await marta.FillAsync("#what", "Measure the crate");
        await Assertions.Expect(marta.Locator("#coach li").First).ToBeVisibleAsync();
        await marta.FillAsync("#reason", "The customer's door is 91 cm wide.");
        await marta.FillAsync("#effect", "One delivery instead of two.");
        await marta.FillAsync("#conditions", "Width and height in centimetres");
        await marta.FillAsync("#answerBy", Day(2));
        await marta.FillAsync("#neededBy", Day(5));
        await marta.ClickAsync("button.pri:has-text('Ask')");
        await Assertions.Expect(marta.Locator("#moves")).ToContainTextAsync("Wanda Lorenz's turn");

        await wanda.GotoAsync(marta.Url);
        await Assertions.Expect(wanda.Locator("#moves")).ToContainTextAsync("It is your turn.");
        await wanda.ClickAsync("#moves button:has-text('Promise it by')");
        await Assertions.Expect(wanda.Locator(".talk")).ToContainTextAsync("Wanda Lorenz promised it by");
        // Marta's open page fetches the conversation again by itself.
        await Assertions.Expect(marta.Locator(".talk")).ToContainTextAsync("Wanda Lorenz promised it by", new() { Timeout = 15_000 });

        await wanda.ClickAsync("summary:has-text('Deliver')");
        await wanda.FillAsync("#delivery-note", "88 by 120.");
        await wanda.ClickAsync("button:has-text('It is delivered')");
        await marta.ReloadAsync();
        await marta.ClickAsync("button:has-text('Accept')");
        await marta.ClickAsync("a.thx:has-text('Thank Wanda')");
        await marta.FillAsync("#effect", "It went through the door at once.");
        await marta.ClickAsync("button.thx");
        await Assertions.Expect(marta.Locator(".thank .effect")).ToContainTextAsync("at once");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A3")]
    public async Task A_talk_is_logged_on_a_phone_in_less_than_ten_seconds_and_what_was_learned_is_on_the_colleague_s_page()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.SetViewportSizeAsync(390, 780);
        await marta.GotoAsync($"/people/{Cast.Wanda.Id}");
        await marta.Keyboard.PressAsync("c");
        await Assertions.Expect(marta.Locator("#text")).ToBeFocusedAsync();
        await Assertions.Expect(marta.Locator("#people")).ToHaveValueAsync("Wanda Lorenz");
        await marta.Keyboard.TypeAsync("She had ten minutes.");
        await marta.ClickAsync("button:has-text('A need')");
        await Assertions.Expect(marta.Locator("#text")).ToHaveValueAsync("She had ten minutes.\nneed: ");
        await marta.Keyboard.TypeAsync("the width of the door");
        await marta.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(marta.Locator("#items")).ToContainTextAsync("the width of the door");
        await marta.ClickAsync("main article a:has-text('Wanda Lorenz')");
        await Assertions.Expect(marta.Locator("#said")).ToContainTextAsync("the width of the door");

        await marta.ClickAsync("button:has-text('Said hello')");
        await Assertions.Expect(marta.Locator(".toast")).ToContainTextAsync("You said hello.");
        await Assertions.Expect(marta.Locator(".tl")).ToContainTextAsync("Marta Kowal noted a talk");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("A1")]
    public async Task Who_to_go_to_appears_while_one_writes_and_a_choice_keeps_what_was_typed()
    {
        (await House.Call(Cast.Piotr).Patch($"people/{Cast.Piotr.Id}/words", new { strengths = "Varnish that dries overnight." }, "*")).Expect(200);
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/asks/new");
        await marta.FillAsync("#what", "Could you varnish the hatch?");
        await Assertions.Expect(marta.Locator("#who")).ToContainTextAsync("says: Varnish");
        (await marta.EvaluateAsync<string>(AxeSource())).ShouldBe("");
        await marta.ClickAsync("#who button:has-text('Choose')");
        await Assertions.Expect(marta.Locator("#performer")).ToHaveValueAsync(Cast.Piotr.Email);
        await Assertions.Expect(marta.Locator("#what")).ToHaveValueAsync("Could you varnish the hatch?");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    [Shows("D1")]
    public async Task A_colleague_is_thanked_from_their_page_on_a_phone_with_one_key_one_sentence_and_one_chord()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.SetViewportSizeAsync(390, 780);
        await marta.GotoAsync($"/people/{Cast.Wanda.Id}");
        await marta.Keyboard.PressAsync("t");
        await Assertions.Expect(marta.Locator("#text")).ToBeFocusedAsync();
        await Assertions.Expect(marta.Locator("#to")).ToHaveValueAsync(Cast.Wanda.Email);
        await marta.Keyboard.TypeAsync("You measured the crate twice, so that the customer could open on Monday.");
        await Assertions.Expect(marta.Locator("#coach li.ok")).ToHaveCountAsync(3);
        await marta.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(marta.Locator(".thank .words")).ToContainTextAsync("You measured the crate twice");
        await marta.ClickAsync(".toast button");
        await Assertions.Expect(marta.Locator("#to")).ToHaveValueAsync(Cast.Wanda.Email);
        Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, 2000, 1500)]
    [InlineData(390, 900, 1600)]
    public async Task A_picture_larger_than_fits_is_cut_and_made_small_in_the_browser_and_seen(int screen, int width, int height)
    {
        var gareth = await SignIn(Cast.Gareth);
        await gareth.SetViewportSizeAsync(screen, 780);
        await gareth.GotoAsync("/settings");
        await gareth.SetInputFilesAsync("#photo", new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = Pictures.Png(width, height) });
        await gareth.WaitForFunctionAsync("document.querySelector('#photo').files[0].type === 'image/jpeg'");
        await gareth.ClickAsync("button:has-text('Show this picture')");
        await gareth.WaitForFunctionAsync("document.querySelector('#picture .ava img')?.naturalWidth === 256");
        await gareth.GotoAsync($"/people/{Cast.Gareth.Id}");
        await gareth.WaitForFunctionAsync("document.querySelector('main .ava.lg img').naturalHeight === 256");
        (await gareth.EvaluateAsync<string>(AxeSource())).ShouldBe("");
        (await gareth.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(screen);
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_typed_into_a_list_goes_along_to_more_filters_and_into_a_view()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/asks");
        await marta.FillAsync("form.bar input[name=q]", "crate");
        await marta.ClickAsync("button:has-text('More filters')");
        await Assertions.Expect(marta.Locator("#q")).ToHaveValueAsync("crate");
        await marta.CheckAsync("#any input[value='due:late']");
        await marta.ClickAsync("button:has-text('Show these asks')");
        await Assertions.Expect(marta.Locator("#further")).ToContainTextAsync("at least one of: Late");
        await marta.FillAsync("form.bar input[name=q]", "nothing of the kind");
        await Assertions.Expect(marta.Locator("#asks")).ToContainTextAsync("Nothing here");
        await marta.Keyboard.PressAsync("Enter");
        await marta.ClickAsync("button:has-text('Keep this view')");
        await Assertions.Expect(marta.Locator("input[name=query]")).ToHaveValueAsync("any=due%3Alate&q=nothing%20of%20the%20kind");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_colleagues_are_chosen_by_one_of_several_conditions_and_the_list_goes_on_from_there()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.SetViewportSizeAsync(390, 780);
        await marta.GotoAsync("/people");
        await marta.FillAsync("form.bar input[name=q]", "lorenz");
        await marta.ClickAsync("button:has-text('More filters')");
        await Assertions.Expect(marta.Locator("#q")).ToHaveValueAsync("lorenz");
        await marta.CheckAsync("#any label:has-text('Deutsch')");
        await marta.SelectOptionAsync("#anyOfTeam", new SelectOptionValue { Label = "Leadership > Warehouse" });
        await marta.FillAsync("#anyWho", "Nobody Atall");
        await marta.ClickAsync("button:has-text('Show these colleagues')");
        await Assertions.Expect(marta.Locator("#errors")).ToBeFocusedAsync();
        (await marta.EvaluateAsync<string>(AxeSource())).ShouldBe("");
        (await marta.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
        await marta.FillAsync("#anyWho", "");
        await marta.ClickAsync("button:has-text('Show these colleagues')");
        await Assertions.Expect(marta.Locator("#further")).ToContainTextAsync("at least one of: Deutsch, Warehouse");
        await Assertions.Expect(marta.Locator("#people tbody .who a")).ToHaveTextAsync(["Wanda Lorenz"]);
        await marta.FillAsync("form.bar input[name=q]", "");
        await Assertions.Expect(marta.Locator("#people tbody .who a")).ToHaveTextAsync(["Birgit Stahl", "Piotr Nowak", "Wanda Lorenz"]);
        marta.Url.ShouldContain("any=language%3Ade%2Cteam%3A");
        Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_survives_a_reload_and_a_mistake_takes_the_focus()
    {
        var marta = await SignIn(Cast.Marta);
        await marta.GotoAsync("/asks/new");
        await marta.FillAsync("#what", "Half an ask");
        await marta.WaitForTimeoutAsync(600);
        await marta.ReloadAsync();
        await Assertions.Expect(marta.Locator("#what")).ToHaveValueAsync("Half an ask");
        await marta.ClickAsync("button.pri:has-text('Ask')");
        await Assertions.Expect(marta.Locator("#errors")).ToBeFocusedAsync();
        await Assertions.Expect(marta.Locator("#what")).ToHaveValueAsync("Half an ask");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_no_page_scrolls_sideways_on_a_narrow_phone(ColorScheme scheme)
    {
        var axe = AxeSource();
        var marta = await SignIn(Cast.Marta, scheme);
        var ask = (await House.Call(Cast.Marta).Post("asks", new { what = "Look at me", performer = Cast.Wanda.Id, reason = "r", effect = "e", conditions = new[] { "c" }, answerBy = Day(2), neededBy = Day(9) })).Expect(201);
        var talk = (await House.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Wanda.Id, Cast.Piotr.Id }, channel = "call", text = "Looked at it.\nneed Wanda: an hour of quiet\nobstacle: no crane\npromise: a list" })).Expect(201);
        var suggestion = (await House.Call(scheme == ColorScheme.Dark ? Cast.Piotr : Cast.Wanda).Post("suggestions", new { about = Cast.Marta.Id, question = "strengths", words = "Asking before it burns." })).Expect(201);
        var thanked = (await House.Call(Cast.Marta).Post("thanks", new { to = Cast.Wanda.Id, text = "You looked twice", effect = "The customer saw it at once" })).Expect(201).Id;
        var view = (await House.Call(Cast.Marta).Post("views", new { name = "Gone", query = "due=late" })).Expect(201).Id;
        (await House.Call(Cast.Marta).Delete($"views/{view}", "*")).Expect(204);
        var sale = (await House.Call(Cast.Marta).Post("sales", new { customer = (await House.Call(Cast.Marta).Post("customers", new { name = "Quay" })).Expect(201).Id, name = "Drum", owner = Cast.Marta.Id })).Expect(201).Id;
        var promise = (await House.Call(Cast.Marta).Post($"sales/{sale}/promises", new { what = $"All of it by Monday, and {new string('m', 90)}", by = Day(2), spoken = true })).Expect(201).Id;
        var complaint = (await House.Call(Cast.Marta).Post("complaints", new { sale, words = $"It squeaks, and {new string('s', 90)}", saidOn = Day(0) })).Expect(201).Id;
        var handover = (await House.Call(Cast.Marta).Post($"sales/{sale}/handovers", new { team = Cast.Warehouse, note = "Ring first" })).Expect(201).Id;
        (await House.Call(Cast.Wanda).Post($"sales/{sale}/handovers/{handover}/query", new { promise, question = "Which Monday?" })).Expect(200);
        var bulk = (await House.Call(Cast.Marta).Post("asks/bulk", new { asks = new[] { ask.Id }, move = "acceptance" })).Expect(201).Id;
        var journey = (await House.Call(Cast.Marta).Post("journeys", new
        {
            name = $"Boats {new string('w', 60)}", stages = new object[]
            {
                new { name = "Ahoy", customerValue = 4.5, ourValue = 3, weight = 5, control = "other", teams = new[] { Cast.Warehouse }, people = new[] { Cast.Wanda.Id, Cast.Piotr.Id } }, new { name = new string('s', 200) },
            },
        })).Expect(201);
        var chain = (await House.Call(Cast.Marta).Post("chains", new { name = $"Boats {new string('w', 60)}", steps = new object[] { new { name = "Rig", team = Cast.Warehouse }, new { name = new string('s', 100), after = new[] { "Rig" }, team = Cast.Warehouse, question = "Is it windy?" } } })).Expect(201);
        (await House.Call(Cast.Marta).Post($"sales/{sale}/chain", new { template = chain.Id })).Expect(201);
        var sold = (await House.Call(Cast.Marta).Post("sales", new { customer = (await House.Call(Cast.Marta).Post("customers", new { name = "Lane" })).Expect(201).Id, name = "Belt" })).Expect(201).Id;
        var stage = journey["stages"][0].GetProperty("id").GetString();
        var measured = await Measured();
        var objective = (await House.Call(Cast.Marta).Post("objectives", new { what = $"Boats {new string('w', 80)}", measure = "Boats", baseline = 3, target = 9, unit = "boats", by = Day(60), because = "They float", dayAfter = "We sail", observables = new[] { "A mast", new string('m', 120) } })).Expect(201).Id;
        (await House.Call(Cast.Marta).Post("objectives", new { what = "Masts", parent = objective })).Expect(201);
        (await House.Call(Cast.Marta).Post($"objectives/{objective}/publishing")).Expect(200);
        var card = (await House.Call(Cast.Marta).Post("ideas/wanted", new { text = $"How do crates stay dry {new string('w', 60)}", kinds = new[] { "knowledge", "resources" }, until = Day(10) })).Expect(201).Id;
        var (idea, same) = ((await House.Call(Cast.Piotr).Post("ideas", new { text = $"A tarpaulin {new string('t', 90)}", wanted = card })).Expect(201).Id, (await House.Call(Cast.Piotr).Post("ideas", new { text = "A roof of cloth", wanted = card })).Expect(201).Id);
        (await House.Call(Cast.Marta).Post($"ideas/{same}/merging", new { into = idea })).Expect(200);
        var asked = (await House.Call(Cast.Marta).Post("objectives", new { what = "Sails", because = "They float" })).Expect(201).Id;
        (await House.Call(Cast.Marta).Post($"objectives/{asked}/advice", new { people = new[] { Cast.Wanda.Id, Cast.Piotr.Id } })).Expect(201);
        (await House.Call(Cast.Wanda).Post($"objectives/{asked}/advice/answer", new { text = new string('w', 150) })).Expect(200);
        foreach (var path in new[]
        {
            "/objectives", "/objectives?show=closed", "/objectives/new", $"/objectives/new?parent={objective}", $"/objectives/{objective}", $"/objectives/{objective}/edit", $"/objectives/{objective}/advice", $"/objectives/{asked}", $"/objectives/{asked}/advice",
            "/chains", "/chains/new", $"/chains/{chain.Id}", $"/chains/{chain.Id}/edit", $"/chains/{chain.Id}/steps/new", $"/chains/{chain.Id}/steps/{chain["steps"][1].GetProperty("id").GetString()}", $"/sales/{sale}/chain", $"/sales/{sale}/chain/links", $"/sales/{sold}/chain?template={chain.Id}",
            "/ideas", $"/ideas?about={ask.Id}&show=mine", $"/ideas/{idea}", "/ideas/new", $"/ideas/new?about={ask.Id}", $"/ideas/new?wanted={card}", "/ideas/wanted/new", $"/ideas/wanted/{card}",
            "/passages", $"/passages/{measured}", $"/passages/{measured}?shown=60&cut=month%3A2026-01", $"/passages/{measured}/beside/{journey.Id}", "/journeys", "/journeys/new", $"/journeys/new?from={journey.Id}", $"/journeys/{journey.Id}", $"/journeys/{journey.Id}/edit", $"/journeys/{journey.Id}/with", $"/journeys/{journey.Id}/stages/new", $"/journeys/{journey.Id}/stages/{stage}", $"/journeys/{journey.Id}/stages/{stage}/edit", $"/journeys/{journey.Id}/first", "/sales/new",
            "/", "/asks", "/asks?view=board", "/asks?view=calendar", "/asks/new", "/views", "/views?of=asks&due=late", "/views?of=people&q=Wanda", "/asks?pick=true", "/trash", "/asks/bulk?filter=role%3Drequester&move=remarks&text=Soon", $"/asks/bulk/{bulk}", $"/asks/filter?state=blocked,promised&any=due:late,team:{Cast.Warehouse}&person={Cast.Wanda.Id}", $"/asks?state=requested&any=due:late,team:{Cast.Warehouse},person:{Cast.Wanda.Id}", $"/asks/{ask.Id}", "/people", $"/people/{Cast.Wanda.Id}", "/teams",
            $"/people/filter?any=language:de,team:{Cast.Warehouse}", $"/people?any=language:de,team:{Cast.Warehouse}", $"/conversations/filter?any=kind:need,person:{Cast.Wanda.Id}",
            "/complaints", "/complaints?state=all", $"/complaints/new?sale={sale}", $"/complaints/{complaint}", $"/sales/{sale}/repeat", $"/sales/{sale}", $"/sales/{sale}/stages", $"/sales/{sale}/promises", "/customers", "/sales", "/verbatims/new", "/thanks", "/thanks/new", $"/thanks?person={Cast.Wanda.Id}", $"/thanks/{thanked}", "/thanks/due",
            "/thanks/units", "/thanks/statement", "/conversations", "/conversations/new", $"/conversations/{talk.Id}", $"/conversations/{talk.Id}/edit", "/next",
            $"/cadence/{Cast.Wanda.Id}", $"/plan/{Cast.Wanda.Id}", "/settings/calendar", "/settings/mail", "/teams/mail", $"/people/{Cast.Wanda.Id}/focus", $"/people/{Cast.Wanda.Id}/brief",
            $"/teams/{Cast.Warehouse}", $"/teams/{Cast.Warehouse}/fields", $"/people/{Cast.Marta.Id}", $"/teams/{Cast.SalesNorth}/with/{Cast.Warehouse}", $"/suggestions/{suggestion.Id}",
            $"/suggestions/new?about={Cast.Wanda.Id}", "/search?q=look", "/settings", "/settings/records", "/signout", "/offline",
        })
        {
            await marta.GotoAsync(path);
            (await marta.EvaluateAsync<string>(axe)).ShouldBe("", path);
            await marta.SetViewportSizeAsync(320, 700);
            (await marta.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, path);
            await marta.SetViewportSizeAsync(1280, 860);
        }
    }

    /// <summary>A log of long and many stages that goes back and forth.</summary>
    private async Task<string> Measured()
    {
        var lines = Enumerable.Range(0, 400).Select(at => $"{at / 8},{(at % 7 == 0 ? new string('w', 190) : $"step {at * 7 % 13}")},2026-01-{1 + (at % 28):00}T10:00,{at % 5},2026-01-20,2026-01-{1 + (at / 8 % 28):00}");
        var planned = (await House.Call(Cast.Priya).Post($"imports?kind=events&name={new string('w', 150)}.csv", new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes("case,activity,time,product,deadline,case_enddate\n" + string.Join('\n', lines))))).Expect(201);
        (await House.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
        return (await House.Call(Cast.Marta).Get("passages/logs")).Items[^1].GetProperty("id").GetString()!;
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_where_two_entries_become_one(ColorScheme scheme)
    {
        var axe = AxeSource();
        var (priya, call) = (await SignIn(Cast.Priya, scheme), House.Call(Cast.Priya));
        async Task<string> Guest(string name) => (await call.Post("people", new { name, title = "Receivables and credit, and whatever else nobody does" })).Expect(201).Id;
        var (one, two) = (await Guest("Ida Holm"), await Guest($"Ida Holm of the very long name {new string('m', 60)}"));
        (await call.Post($"people/{await Guest("Jo")}/merge", new { other = await Guest("Joe") })).Expect(201);
        foreach (var path in new[] { $"/people/{one}/merge", $"/people/{one}/merge?other=nobody", $"/people/{one}/merge?other={two}", $"/people/{one}/merge?other={Cast.Marta.Id}", "/people/merges", await MergedCustomers(call), "/customers/merges" })
        {
            await priya.GotoAsync(path);
            (await priya.EvaluateAsync<string>(axe)).ShouldBe("", path);
            await priya.SetViewportSizeAsync(320, 700);
            (await priya.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, path);
            await priya.SetViewportSizeAsync(1280, 860);
        }
    }

    // One pair that was merged already, and the page that compares another.
    private static async Task<string> MergedCustomers(Caller call)
    {
        async Task<string> Customer(string name) => (await call.Post("customers", new { name })).Expect(201).Id;
        (await call.Post($"customers/{await Customer("Tidewrack")}/merge", new { other = await Customer("Tidewrack GmbH") })).Expect(201);
        return $"/customers/{await Customer("Quay")}/merge?other={await Customer($"Quay Street of the very long name {new string('m', 60)}")}";
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_where_a_company_s_own_fields_stand(ColorScheme scheme)
    {
        var axe = AxeSource();
        var (priya, call) = (await SignIn(Cast.Priya, scheme), House.Call(Cast.Priya));
        var all = (await call.Get("people/fields")).Items.ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("id").GetString()!);
        async Task<string> Field(string name, string kind, params string[] choices) =>
            all.GetValueOrDefault(name) ?? (await call.Post("people/fields", new { name, kind, choices, canFilter = true })).Expect(201).Id;
        var site = await Field("Site", "choice", "Hamburg", new string('m', 100));
        var desk = await Field(new string('d', 60), "text");
        await Field("With us since", "day");
        await Field("First aider", "yesNo");
        (await call.Patch($"people/fields/{await Field("Shoe size", "number")}", new { retired = true }, "*")).Expect(200);
        (await call.Patch($"people/{Cast.Helen.Id}", new { fields = new Dictionary<string, object> { [site] = new string('m', 100), [desk] = new string('w', 500), ["First aider"] = true } }, "*")).Expect(200);
        foreach (var path in new[]
        {
            "/settings/fields", "/settings/fields/new", $"/settings/fields/{site}", $"/settings/fields/{desk}", "/people", $"/people?field.{desk}=www", $"/people/filter?field.{desk}=www&any=field.{site}:Hamburg,field.{site}:{new string('m', 100)}", $"/people/{Cast.Helen.Id}", $"/people/{Cast.Helen.Id}/edit", "/people/new", "/settings",
        })
        {
            await priya.GotoAsync(path);
            (await priya.EvaluateAsync<string>(axe)).ShouldBe("", path);
            await priya.SetViewportSizeAsync(320, 700);
            (await priya.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320, path);
            await priya.SetViewportSizeAsync(1280, 860);
        }
    }

    [Fact]
    public async Task Axe_does_find_what_is_wrong()
    {
        var page = await SignIn(Cast.Marta);
        await page.GotoAsync("/thanks");
        await page.EvaluateAsync("document.querySelector('main').innerHTML += '<img src=x><input>'");
        (await page.EvaluateAsync<string>(AxeSource())).ShouldContain("image-alt");
    }
}

public sealed class ChromiumOnSqlite(SqliteHouse house) : ChromiumStories(house), IClassFixture<SqliteHouse>;

public sealed class ChromiumOnPostgres(PostgresHouse house) : ChromiumStories(house), IClassFixture<PostgresHouse>;
