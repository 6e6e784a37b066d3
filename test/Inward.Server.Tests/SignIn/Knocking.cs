using System.Globalization;
using Inward.Server.Accounts;
using Inward.Server.House;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Notes;
using Inward.Tests.People;

namespace Inward.Server.Tests.SignIn;

/// <summary>
/// Knocks at one door as one of the roles, each time with records of its own. Marta owns them, Piotr is the other party, Gareth
/// leads Marta (and Wanda the team), Noor has no part in them, Priya administers.
/// </summary>
public sealed class Knocking(TestHouse house, Operation row)
{
    private string evidence = "";
    private string passage = "";

    private bool IsDraft => row.Says.Contains("draft", StringComparison.Ordinal);

    private bool IsOfTeam => row.Says.Contains("of a team", StringComparison.Ordinal);

    public async Task<int> Knock(Route route, string role)
    {
        var who = role switch
        {
            "Owner" => Cast.Marta,
            "Party" => Cast.Piotr,
            "Lead" => row.Room == "People" && (row.Says.Contains("a team's", StringComparison.Ordinal) || row.Says.Contains("of a team", StringComparison.Ordinal)) ? Cast.Wanda : Cast.Gareth,
            "Member" => Cast.Noor,
            "Administrator" => Cast.Priya,
            _ => Cast.Stranger,
        };
        var path = await Filled(route.Path);
        if ((route.Handler == "Withdraw" && path.StartsWith("/conversations", StringComparison.Ordinal)) || (route.Method == "DELETE" && path.EndsWith("/dispute", StringComparison.Ordinal)))
            (await house.Call(Cast.Piotr).Post($"conversations/{path.Split('/').First(part => Guid.TryParse(part, out _))}/dispute", new { text = "It was not so" })).Expect(200);
        if (path.EndsWith("2026-12-01", StringComparison.Ordinal) || route.Handler == "Back")
            (await house.Call(who).Post("me/absences", new { from = "2026-12-01", to = "2026-12-02" })).Expect(201);
        return route.IsApi ? await Call(route, path, who) : await Browse(route, path, who);
    }

    private async Task<int> Call(Route route, string path, Colleague who)
    {
        var body = route.Path.EndsWith("/files", StringComparison.Ordinal) || route.Path == "/api/v1/imports" ? new ByteArrayContent("name\nIda Holm"u8.ToArray()) : await Body(route);
        if (route.Path.EndsWith("/files", StringComparison.Ordinal))
            path += "?name=crate.txt";
        if (route.ToString() == "POST /api/v1/imports")
            path += "?kind=people";
        var method = new HttpMethod(route.Method);
        if (route.Path.StartsWith("/api/v1/me/sessions", StringComparison.Ordinal) && method == HttpMethod.Delete)
            return await EndSessions(path, who);
        var caller = row.Room == "Notes" ? await house.NotesOf(who) : house.Call(who);
        return (await caller.Send(method, path, method == HttpMethod.Get ? null : body, etag: method == HttpMethod.Put || method == HttpMethod.Patch || method == HttpMethod.Delete ? "*" : null)).Status;
    }

    private async Task<int> EndSessions(string path, Colleague who)
    {
        await using var aside = await TestHouse.Open(house.Engine);
        await aside.Browse(who);
        var session = (await aside.Call(who).Get("me/sessions")).Expect(200).Items[0].GetProperty("id").GetString()!;
        return (await aside.Call(who).Send(HttpMethod.Delete, path.Replace("{id}", session, StringComparison.Ordinal), null, etag: "*")).Status;
    }

    private async Task<int> Browse(Route route, string path, Colleague who)
    {
        // Whoever ends sessions does so in a house of their own.
        await using var aside = route.Path == "/signout" || route.Handler is "End" or "EndAll" ? await TestHouse.Open(house.Engine) : null;
        var browser = await (aside ?? house).Browse(who);
        if (route.Method == "GET")
            return (await browser.Open(path)).Status;
        var token = (await browser.Open("/signout")).Form("form").QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        if (route.Handler == "File")
            return await SendFile(path, browser, token);
        return (await browser.Post($"{path}{(route.Handler is null ? "" : $"?handler={route.Handler}")}", [new("__RequestVerificationToken", token), .. await Fields(route, browser)])).Status;
    }

    // The form as its owner sees it, sent by another.
    private async Task<int> SendFile(string path, Browser browser, string token)
    {
        var form = await (await house.Browse(Cast.Marta)).Open(path);
        return (await browser.Submit(form, "form[action*='handler=file'], form[enctype]", new Dictionary<string, object?> { ["file"] = new Upload("crate.txt", "dry"u8.ToArray()), ["__RequestVerificationToken"] = token })).Status;
    }

    // ---- The records

    private (string Waits, string Asked, string Handover) handed;

    /// <summary>The path with ids of records that are there.</summary>
    public async Task<string> Filled(string path)
    {
        if (path.Contains("/views/{id}", StringComparison.Ordinal))
            return path.Replace("{id}", await View(), StringComparison.Ordinal);
        if (path.Contains("/asks/bulk/{id}", StringComparison.Ordinal))
            return path.Replace("{id}", await Bulk(), StringComparison.Ordinal);
        if (path.Contains("/asks/{id}", StringComparison.Ordinal))
            return await FilledAsk(path);
        if (path.Contains("/objectives/{id}", StringComparison.Ordinal))
            return await FilledObjective(path);
        if (path.Contains("/ideas/", StringComparison.Ordinal) && path.Contains("{id}", StringComparison.Ordinal))
            return path.Replace("{id}", path.Contains("/wanted/", StringComparison.Ordinal) ? await Card() : await Idea(), StringComparison.Ordinal);
        if (path.Contains("/chain", StringComparison.Ordinal))
            return await FilledChain(path);
        if (path.Contains("/promises", StringComparison.Ordinal) || path.Contains("/handovers", StringComparison.Ordinal))
            return await FilledHandover(path);
        if (path.Contains("/complaints/{id}", StringComparison.Ordinal))
            return path.Replace("{id}", await Complaint(righted: path.EndsWith("eopening", StringComparison.Ordinal) || path.EndsWith("Reopen", StringComparison.Ordinal)), StringComparison.Ordinal);
        if (path.EndsWith("/sales/{id}/repeat", StringComparison.Ordinal) || path.EndsWith("/sales/{id}/repeat?handler=Drop", StringComparison.Ordinal))
            return path.Replace("{id}", await Repeat(), StringComparison.Ordinal);
        if (path.Contains("/passages/{passage}", StringComparison.Ordinal) || path.StartsWith("/sales/{id}/stages", StringComparison.Ordinal))
            return await FilledPassage(path);
        if (path.Contains("/journeys/{id}", StringComparison.Ordinal))
            path = path.Replace("/{other}", "/" + (await Journey()).Id, StringComparison.Ordinal);
        if (path.Contains("/beside/{journey}", StringComparison.Ordinal))
            path = path.Replace("{journey}", (await Journey()).Id, StringComparison.Ordinal);
        if (path.Contains("/{stage}", StringComparison.Ordinal))
        {
            var (journey, stage) = await Journey();
            return path.Replace("{id}", journey, StringComparison.Ordinal).Replace("{stage}", stage, StringComparison.Ordinal).Replace("{evidence}", evidence, StringComparison.Ordinal);
        }
        if (path.Contains("/photo", StringComparison.Ordinal))
            path = path.Replace("{hash}", await Photo(), StringComparison.Ordinal);
        foreach (var (part, make) in new (string, Func<Task<string>>)[]
        {
            ("/customers/{id}", Customer), ("/sales/{id}", Sale), ("/verbatims/{id}", Verbatim), ("/conversations/{id}", Talk), ("/tokens/{id}", Token), ("/imports/{id}", Import), ("/passages/logs/{id}", EventLog), ("/passages/{id}", EventLog), ("/notes/{id}", Note), ("/trash/{id}", Trashed), ("/suggestions/{id}", Suggestion), ("/thanks/{id}", Thanks), ("/journeys/{id}", async () => (await Journey()).Id),
            ("/people/{id}", () => Task.FromResult(Cast.Marta.Id.ToString())), ("/teams/{id}", () => Task.FromResult(Cast.Warehouse.ToString())), ("{person}", Guest),
            ("/relationships/{id}", () => Task.FromResult(Cast.Warehouse.ToString())), ("/cadence/{id}", () => Task.FromResult(Cast.Warehouse.ToString())), ("/plan/{id}", () => Task.FromResult(Cast.Warehouse.ToString())),
            ("{other}", () => Task.FromResult(Cast.SalesNorth.ToString())), ("{n}", () => Task.FromResult(path.EndsWith("/done", StringComparison.Ordinal) ? "2" : "1")), ("/people/merges/{merge}", Merge), ("/customers/merges/{merge}", CustomerMerge), ("/fields/{field}", Field), ("{from}", () => Task.FromResult("2026-12-01")), ("{stay}", Stay),
        })
        {
            if (path.Contains(part, StringComparison.Ordinal))
                path = path.Replace(part, part[..(part.IndexOf('{', StringComparison.Ordinal))] + await make(), StringComparison.Ordinal);
        }
        return path;
    }

    private async Task<string> FilledAsk(string path)
    {
        var marta = house.Call(Cast.Marta);
        var ask = (await marta.Post("asks", new
        {
            what = "Could you keep the crate?", performer = IsOfTeam ? null : (object)Cast.Piotr.Id, team = IsOfTeam ? (object)Cast.Warehouse : null, reason = "The customer moves house", effect = "They will come back",
            conditions = new[] { "It stays dry" }, answerBy = "2026-11-25", neededBy = "2026-11-30", draft = IsDraft,
        })).Expect(201);
        if (path.Contains("{n}", StringComparison.Ordinal))
            (await house.Call(Cast.Piotr).Post($"asks/{ask.Id}/obstacles", new { what = "No room", owner = Cast.Piotr.Id, by = "2026-11-27", cause = "capacity" })).Expect(200);
        if (path.EndsWith("/release", StringComparison.Ordinal))
            (await house.Call(Cast.Piotr).Post($"asks/{ask.Id}/taking")).Expect(200);
        var file = "";
        if (path.Contains("{file}", StringComparison.Ordinal))
            file = (await marta.Post($"asks/{ask.Id}/files?name=crate.txt", new ByteArrayContent("dry"u8.ToArray()))).Expect(201).Id;
        return path.Replace("{id}", ask.Id, StringComparison.Ordinal).Replace("{n}", "1", StringComparison.Ordinal).Replace("{file}", file, StringComparison.Ordinal);
    }

    private async Task<string> View() => (await house.Call(Cast.Marta).Post("views", new { name = "late ones", query = "due=late" })).Expect(201).Id;

    private async Task<string> Bulk() =>
        (await house.Call(Cast.Marta).Post("asks/bulk", new { asks = new[] { (await FilledAsk("/asks/{id}"))["/asks/".Length..] }, move = "remarks", text = "Still dry?" })).Expect(201).Id;

    private async Task<string> Trashed()
    {
        (await house.Call(Cast.Marta).Delete($"views/{await View()}", "*")).Expect(204);
        return (await house.Call(Cast.Marta).Get("trash")).Items[0].GetProperty("id").GetString()!;
    }

    private async Task<string> SharedView() => (await house.Call(Cast.Birgit).Post("views", new { name = "late ones", query = "due=late", with = Cast.Osterfenn })).Expect(201).Id;

    private async Task<string> Customer() => (await house.Call(Cast.Marta).Post("customers", new { name = "Alder Bank" })).Expect(201).Id;

    private async Task<string> Sale() => (await house.Call(Cast.Marta).Post("sales", new { customer = await Customer(), name = "Counters", owner = Cast.Marta.Id })).Expect(201).Id;

    // Piotr is among its editors.
    private async Task<(string Id, string Stage)> Journey()
    {
        var journey = (await house.Call(Cast.Marta).Post("journeys", new { name = "Boats", editors = new[] { Cast.Piotr.Id }, stages = new[] { new { name = "Ahoy" }, new { name = "Afloat" } } })).Expect(201);
        var stage = journey["stages"][0].GetProperty("id").GetString()!;
        (await house.Call(Cast.Marta).Post($"journeys/{journey.Id}/stages/{stage}/evidence", new { kind = "link", words = "The harbour log" })).Expect(200);
        evidence = (await house.Call(Cast.Marta).Get($"journeys/{journey.Id}/stages/{stage}/evidence")).Items[0].GetProperty("id").GetString()!;
        return (journey.Id, stage);
    }

    private async Task<string> Verbatim() => (await house.Call(Cast.Marta).Post("verbatims", new { customer = await Customer(), words = "We move in June.", saidOn = "2026-11-20" })).Expect(201).Id;

    private async Task<string> Talk() => (await house.Call(Cast.Marta).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "The crate\nneed: a dry corner\npromise: the sketch" })).Expect(201).Id;

    // Piotr answers what comes in.
    private async Task<string> Card() => (await house.Call(Cast.Marta).Post("ideas/wanted", new { text = "How do we keep crates dry?", until = "2026-12-18", answerer = Cast.Piotr.Id })).Expect(201).Id;

    private async Task<string> Idea() =>
        (await house.Call(Cast.Marta).Post("ideas", new { text = "A tarpaulin", wanted = await Card(), @private = row.Says.Contains("private", StringComparison.Ordinal) })).Expect(201).Id;

    private async Task<string> Note() => await (await house.NotesOf(Cast.Marta)).Note(Cast.Piotr, "He packs best alone");

    private async Task<string> Suggestion()
    {
        // One question waits for one answer at a time.
        foreach (var open in (await house.Call(Cast.Marta).Get($"suggestions?state=open&about={Cast.Piotr.Id}")).Expect(200).Items)
            (await house.Call(Cast.Marta).Post($"suggestions/{open.GetProperty("id").GetString()}/withdrawal")).Expect(200);
        return (await house.Call(Cast.Marta).Post("suggestions", new { about = Cast.Piotr.Id, question = "strengths", words = "Knots" })).Expect(201).Id;
    }

    private async Task<string> Thanks() => (await house.Call(Cast.Marta).Post("thanks", new { to = Cast.Piotr.Id, text = "The quiet corner" })).Expect(201).Id;

    private async Task<string> Token() => (await house.Call(Cast.Marta).Post("tokens", new { name = "reader", scopes = new[] { "read" } })).Expect(201).Id;

    private async Task<string> Import() => (await house.Call(Cast.Priya).Post("imports?kind=people", new ByteArrayContent("name\nIda Holm"u8.ToArray()))).Expect(201).Id;

    private async Task<string> EventLog()
    {
        var name = $"Orders {Guid.CreateVersion7():N}";
        var planned = (await house.Call(Cast.Priya).Post($"imports?kind=events&name={Uri.EscapeDataString(name)}.csv", new ByteArrayContent("case,activity,time\n1,packed,2026-11-20"u8.ToArray()))).Expect(201);
        (await house.Call(Cast.Priya).Post($"imports/{planned.Id}/application")).Expect(200);
        return (await house.Call(Cast.Marta).Get("passages/logs")).Expect(200).Items.Single(log => log.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
    }

    private async Task<string> Guest() => (await house.Call(Cast.Priya).Post("people", new { name = "Ida Holm", userName = $"ida.{Guid.CreateVersion7():N}" })).Expect(201).Id;

    private async Task<string> FilledPassage(string path)
    {
        var sale = await Sale();
        passage = (await house.Call(Cast.Marta).Post($"sales/{sale}/passages", new { stage = "First visit" })).Expect(201).Id;
        return path.Replace("{id}", sale, StringComparison.Ordinal).Replace("{passage}", passage, StringComparison.Ordinal);
    }

    /// <summary>Marta handed a sale over to the warehouse: one promise waits, another is queried.</summary>
    private async Task<string> FilledHandover(string path)
    {
        var (marta, sale) = (house.Call(Cast.Marta), await Sale());
        async Task<string> Promise(string what) => (await marta.Post($"sales/{sale}/promises", new { what })).Expect(201).Id;
        var (waits, asked) = (await Promise("A belt"), await Promise("By six"));
        var handover = (await marta.Post($"sales/{sale}/handovers", new { team = Cast.Warehouse })).Expect(201).Id;
        (await house.Call(Cast.Wanda).Post($"sales/{sale}/handovers/{handover}/query", new { promise = asked, question = "Six?" })).Expect(200);
        handed = (waits, asked, handover);
        return path.Replace("/promises/{id}", $"/promises/{waits}", StringComparison.Ordinal).Replace("{id}", sale, StringComparison.Ordinal).Replace("{promise}", waits, StringComparison.Ordinal).Replace("{handover}", handover, StringComparison.Ordinal);
    }

    private async Task<string> Complaint(bool righted)
    {
        var marta = house.Call(Cast.Marta);
        var heard = (await marta.Post("complaints", new { sale = await Sale(), words = "It is wet.", saidOn = "2026-11-20" })).Expect(201).Id;
        if (righted)
            (await marta.Post($"complaints/{heard}/righting", new { how = "Dried" })).Expect(200);
        return heard;
    }

    private string earlier = "";

    /// <summary>A sale to a customer who came back.</summary>
    private async Task<string> Repeat()
    {
        var (marta, later) = (house.Call(Cast.Marta), await Sale());
        earlier = (await marta.Post("sales", new { customer = (await marta.Get($"sales/{later}"))["customer"].GetProperty("id").GetString(), name = "First counters" })).Expect(201).Id;
        (await marta.Post($"sales/{later}/repeat", new { after = earlier })).Expect(200);
        return later;
    }

    private string advice = "";

    /// <summary>A draft of Marta's that Piotr edits; or one on which he is asked for advice.</summary>
    private async Task<string> FilledObjective(string path)
    {
        var (marta, isAsked) = (house.Call(Cast.Marta), row.Says.Contains("advice", StringComparison.Ordinal));
        var id = (await marta.Post("objectives", new { what = "Sail further", because = "It is fun", editors = isAsked ? [] : new[] { Cast.Piotr.Id } })).Expect(201).Id;
        if (isAsked)
            advice = (await marta.Post($"objectives/{id}/advice", new { people = new[] { Cast.Piotr.Id } })).Expect(201)["items"][0].GetProperty("id").GetString()!;
        return path.Replace("{id}", id, StringComparison.Ordinal).Replace("{n}", "1", StringComparison.Ordinal).Replace("{advice}", advice, StringComparison.Ordinal);
    }

    private (string Step, string Link) chained;

    /// <summary>A template of Marta's; or the chain of a sale of hers that she began, with a link, but where it is to begin.</summary>
    private async Task<string> FilledChain(string path)
    {
        var marta = house.Call(Cast.Marta);
        var template = (await marta.Post("chains", new { name = "Boats", steps = new object[] { new { name = "Rig", team = Cast.Warehouse }, new { name = "Sail", team = Cast.Warehouse, question = "Windy?" } } })).Expect(201);
        chained = (template["steps"][0].GetProperty("id").GetString()!, template.Id);
        if (!path.Contains("/sales/", StringComparison.Ordinal))
            return path.Replace("{id}", template.Id, StringComparison.Ordinal).Replace("{step}", chained.Step, StringComparison.Ordinal);
        var sale = await Sale();
        if (!path.EndsWith("/chain", StringComparison.Ordinal) || row.Says.StartsWith("Read", StringComparison.Ordinal) || row.Says.StartsWith("Steer", StringComparison.Ordinal))
        {
            (await marta.Post($"sales/{sale}/chain", new { template = template.Id })).Expect(201);
            chained.Link = (await marta.Post($"sales/{sale}/chain/links", new { title = "Yours", steps = new[] { new { step = chained.Step, words = "Sails" } } })).Expect(201).Id;
        }
        return path.Replace("{id}", sale, StringComparison.Ordinal).Replace("{step}", template["steps"][path.EndsWith("/answer", StringComparison.Ordinal) ? 1 : 0].GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("{link}", chained.Link, StringComparison.Ordinal);
    }

    private async Task<string> CustomerMerge() => (await house.Call(Cast.Priya).Post($"customers/{await Customer()}/merge", new { other = await Customer() })).Expect(201).Id;

    private async Task<string> Merge() => (await house.Call(Cast.Priya).Post($"people/{await Guest()}/merge", new { other = await Guest() })).Expect(201).Id;

    private async Task<string> Photo()
    {
        (await house.Call(Cast.Marta).Send(HttpMethod.Put, $"people/{Cast.Marta.Id}/photo", new ByteArrayContent(Pictures.Png()), etag: "*")).Expect(204);
        (await house.Call(Cast.Piotr).Send(HttpMethod.Put, $"teams/{Cast.Warehouse}/photo", new ByteArrayContent(Pictures.Png()), etag: "*")).Expect(204);
        return Inward.People.Picture.Of(Pictures.Png()).Hash;
    }

    private async Task<string> Field()
    {
        // A company has thirty of them at most, and there are many knocks.
        var all = (await house.Call(Cast.Priya).Get("people/fields")).Expect(200).Items;
        return all.Count > 0 ? all[0].GetProperty("id").GetString()! : (await house.Call(Cast.Priya).Post("people/fields", new { name = "Site", kind = "text" })).Expect(201).Id;
    }

    private async Task<string> Stay() => (await house.Call(Cast.Marta).Get($"teams/{Cast.Warehouse}/memberships")).Items[0].GetProperty("id").GetString()!;

    private async Task<string> Version(string path) => (await house.Call(Cast.Marta).Get(path))["version"].GetInt32().ToString(CultureInfo.InvariantCulture);

    // ---- What is sent along: enough to be understood, so that an answer is about who asks

    private async Task<object> Body(Route route) => route.ToString() switch
    {
        "POST /api/v1/asks/{id}/delegation" => new { performer = Cast.Birgit.Id },
        "POST /api/v1/asks/{id}/promise" => new { by = "2026-11-30" },
        "POST /api/v1/ideas/{id}/comments" => new { text = "Good to know" },
        "POST /api/v1/asks/{id}/remarks" => new { text = "Good to know" },
        "PUT /api/v1/conversations/{id}" or "PATCH /api/v1/conversations/{id}" => new { people = new[] { Cast.Piotr.Id }, channel = "visit", text = $"The crate {Guid.CreateVersion7()}" },
        "POST /api/v1/suggestions" => new { about = Cast.Birgit.Id, question = "strengths", words = "Ink" },
        "PATCH /api/v1/people/{id}" => new { title = $"Title {Guid.CreateVersion7()}" },
        "PUT /api/v1/people/{id}" => new { name = "Marta Kowal", title = $"Title {Guid.CreateVersion7()}", email = Cast.Marta.Email, language = "en" },
        "PATCH /api/v1/sales/{id}" => new { owner = Cast.Helen.Id },
        "PATCH /api/v1/accounts/{person}" => new { administrator = true },
        "PUT /api/v1/sales/{id}" => new { name = "Counters", owner = Cast.Marta.Id },
        "POST /api/v1/sales/{id}/handovers/{handover}/query" => new { promise = handed.Waits, question = "Why?" },
        "POST /api/v1/sales/{id}/handovers/{handover}/answer" => new { promise = handed.Asked, text = "So" },
        "PUT /api/v1/complaints/{id}/asks" => new { asks = Array.Empty<string>() },
        "POST /api/v1/complaints/{id}/righting" => new { how = "Dried" },
        "POST /api/v1/sales/{id}/repeat" => new { after = earlier },
        "POST /api/v1/sales/{id}/chain" => new { template = chained.Link },
        "POST /api/v1/sales/{id}/chain/steps/{step}/skipping" or "POST /api/v1/sales/{id}/chain/ending" => new { reason = "Calm" },
        "POST /api/v1/sales/{id}/chain/steps/{step}/answer" => new { needed = true },
        "POST /api/v1/sales/{id}/chain/links" => new { title = "Yours", steps = new[] { new { step = chained.Step, words = "Sails" } } },
        _ => await Task.FromResult<object>(new { }),
    };

    private async Task<IEnumerable<KeyValuePair<string, string>>> Fields(Route route, Browser browser) => route.ToString() switch
    {
        "POST /asks/{id}" => [new("move", "promise"), new("by", "2026-11-30")],
        "POST /conversations/new?handler=Hello" => [new("person", Cast.Birgit.Id.ToString())],
        "POST /conversations/{id}/edit" => [new("with", Cast.Piotr.Email), new("channel", "visit"), new("text", $"The crate {Guid.CreateVersion7()}")],
        "POST /conversations/{id}?handler=Answer" => [new("n", "2"), new("answer", "done")],
        "POST /conversations/{id}?handler=Idea" => [new("n", "1")],
        "POST /asks/new?handler=Discard" => [new("draft", (await FilledAsk("/asks/{id}"))["/asks/".Length..])],
        "POST /views?handler=Remove" or "POST /views?handler=Share" => [new("id", await View())],
        "POST /trash?handler=Restore" or "POST /trash?handler=Delete" => [new("id", await Trashed())],
        "POST /views?handler=Take" => [new("id", await SharedView())],
        "POST /people/{id}/edit" => [new("name", "Marta Kowal"), new("title", $"Title {Guid.CreateVersion7()}"), new("email", Cast.Marta.Email), new("language", "en"), new("version", await Version($"people/{Cast.Marta.Id}"))],
        "POST /sales/{id}/edit" => [new("name", "Counters"), new("owner", Cast.Marta.Email)],
        "POST /complaints/{id}?handler=Right" => [new("how", "Dried")],
        "POST /sales/{id}/repeat" => [new("after", earlier)],
        "POST /teams/{id}/memberships?handler=Stay" => [new("stay", await Stay())],
        "POST /next?handler=Snooze" => [new("id", Cast.Warehouse.ToString()), new("days", "3")],
        "POST /settings/absences?handler=Back" => [new("from", "2026-12-01")],
        "POST /settings/sign-in?handler=End" => [new("session", Convert.ToHexStringLower(Keys.Hash(browser.Cookies["inward"])))],
        "POST /settings/tokens?handler=Revoke" => [new("token", await Token()), new("version", "1")],
        "POST /settings/fields?handler=Retire" or "POST /settings/fields?handler=Return" or "POST /settings/fields?handler=Up" => [new("field", await Field())],
        "POST /sales/{id}/promises?handler=Keep" or "POST /sales/{id}/promises?handler=LetGo" or "POST /sales/{id}/promises?handler=Reopen" => [new("promise", handed.Waits), new("text", "Why")],
        "POST /sales/{id}/promises?handler=Accept" or "POST /sales/{id}/promises?handler=Query" => [new("promise", handed.Waits), new("text", "Why?"), new("handover", handed.Handover)],
        "POST /sales/{id}/promises?handler=Answer" or "POST /sales/{id}/promises?handler=TakeBack" => [new("promise", handed.Asked), new("text", "So"), new("handover", handed.Handover)],
        "POST /sales/{id}/stages?handler=Correct" or "POST /sales/{id}/stages?handler=TakeBack" => [new("passage", passage), new("enteredAt", "2026-11-23")],
        "POST /sales/{id}/stages?handler=Close" => [new("outcome", "won")],
        "POST /sales/{id}/chain?handler=Skip" or "POST /sales/{id}/chain?handler=Say" or "POST /sales/{id}/chain?handler=Ask" or "POST /sales/{id}/chain?handler=Finish" => [new("step", chained.Step), new("reason", "Calm"), new("yes", "true")],
        "POST /objectives/{id}/advice?handler=Reply" => [new("advice", advice), new("used", "true")],
        "POST /sales/{id}/chain/links?handler=Revoke" => [new("link", chained.Link)],
        "POST /journeys/{id}/stages/{stage}?handler=Unsupport" => [new("evidence", evidence)],
        "POST /people/merges?handler=Undo" => [new("merge", await Merge())],
        "POST /customers/merges?handler=Undo" => [new("merge", await CustomerMerge())],
        "POST /settings/people/{person}?handler=Administrator" => [new("administers", "true")],
        _ => [],
    };
}
