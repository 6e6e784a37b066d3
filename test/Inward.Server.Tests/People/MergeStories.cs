using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Inward.Server.Tests.Notes;

namespace Inward.Server.Tests.People;

/// <summary>A colleague who stands here twice becomes one, with all that is theirs, and is parted again as if nothing had been.</summary>
public abstract class MergeStories(Engine engine) : IAsyncLifetime
{
    private const string Twin = "w.lorenz@old.example";
    private TestHouse house = null!;
    private Caller priya = null!;
    private string sale = "";
    private string ask = "";
    private string talk = "";

    public async ValueTask InitializeAsync()
    {
        Place.NeedsPostgresIf(engine);
        house = await TestHouse.Open(engine);
        priya = house.Call(Cast.Priya);
    }

    [Fact]
    public async Task All_that_names_the_one_names_the_other_then()
    {
        var gone = await Lived();
        await Merge(Cast.Wanda.Id.ToString(), gone);
        (await Naming(gone)).ShouldBeEmpty();

        var marta = await house.NotesOf(Cast.Marta);
        (await marta.Get($"asks/{ask}")).Expect(200)["performer"].ToString().ShouldContain(Cast.Wanda.Id.ToString());
        (await marta.Get($"conversations/{talk}"))["people"].EnumerateArray().Select(p => p.GetString()).ShouldBe([Cast.Noor.Id.ToString(), Cast.Wanda.Id.ToString()], ignoreOrder: true);
        (await marta.Get($"conversations/items?person={Cast.Wanda.Id}")).Items.Single().GetProperty("text").GetString().ShouldBe("the width of the door");
        (await marta.Get($"notes?about={Cast.Wanda.Id}")).Items.Single().GetProperty("text").GetString().ShouldBe("Likes to be asked first");
        (await marta.Get($"me/relationships/{Cast.Wanda.Id}"))["ideal"].GetInt32().ShouldBe(9);
        (await marta.Get($"sales/{sale}"))["owner"].ToString().ShouldContain(Cast.Wanda.Id.ToString());
        (await marta.Get($"people/{Cast.Piotr.Id}"))["manager"].GetProperty("id").GetString().ShouldBe(Cast.Wanda.Id.ToString());
        (await house.Call(Cast.Noor).Get("me/absences")).Body.ShouldContain(Cast.Wanda.Id.ToString());
        var wanda = (await marta.Get($"people/{Cast.Wanda.Id}")).Expect(200);
        wanda["teams"].EnumerateArray().Select(t => t.GetProperty("name").GetString()).ShouldBe(["Finance and Purchasing", "Warehouse"]);
        (wanda["key"].GetString(), wanda["email"].GetString(), wanda["title"].GetString()).ShouldBe(("H7", Cast.Wanda.Email, "Warehouse lead"));
        // She can promise now what was asked of her other entry.
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_kept_the_old_id_or_address_finds_the_one_that_is_kept()
    {
        var gone = await Lived();
        await Merge(Cast.Wanda.Id.ToString(), gone);
        var moved = await house.Call(Cast.Marta).Get($"people/{gone}");
        (moved.Status, moved.Location).ShouldBe((307, $"/api/v1/people/{Cast.Wanda.Id}"));
        (await (await house.Browse(Cast.Marta)).Open($"/people/{gone}")).Expect(200).Path.ShouldBe($"/people/{Cast.Wanda.Id}");
        (await priya.Get($"people?q={Twin}")).Items.Single().GetProperty("id").GetString().ShouldBe(Cast.Wanda.Id.ToString());
        (await priya.Get("people?q=lorenz&left=true")).Items.ShouldBeEmpty();
        (await priya.Get("accounts?q=lorenz")).Items.Count.ShouldBe(1);
        (await new Terminal(house.Address.ToString(), Cast.Marta.Token).Json("people", "show", Twin)).GetProperty("id").GetString().ShouldBe(Cast.Wanda.Id.ToString());
        var browser = await house.Browse();
        (await browser.Submit(await browser.Open("/signin"), "form", new { name = Twin, password = Cast.Wanda.Password })).Path.ShouldBe("/");
        (await priya.Post("people", new { name = "Somebody else", email = Twin })).Expect(422);
    }

    [Fact]
    public async Task Parted_again_everything_is_as_it_was()
    {
        var gone = await Lived();
        var before = await Rows();
        var merge = await Merge(Cast.Wanda.Id.ToString(), gone);
        (await Rows()).ShouldNotBe(before);
        var page = await (await house.Browse(Cast.Priya)).Open("/people/merges");
        page.Expect(200).Text.ShouldContain("“W. Lorenz” was merged with this entry");
        (await (await house.Browse(Cast.Priya)).Submit(page, "form[action*=undo]", button: $"button[value='{merge}']")).Expect(200).Text.ShouldContain("parted again");
        var after = await Rows();
        after.Except(before).ShouldBeEmpty();
        before.Except(after).ShouldBeEmpty();
        (await house.Call(Cast.Marta).Get($"people/{gone}")).Expect(200)["name"].GetString().ShouldBe("W. Lorenz");
        (await house.Call(Cast.Marta).Get("search?q=lorenz")).Body.ShouldContain(gone);
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
        (await priya.Post($"people/merges/{merge}/undoing")).Expect(409);
    }

    [Fact]
    public async Task Parting_is_refused_when_it_is_too_late_or_an_ask_has_moved_on()
    {
        var gone = await Lived();
        var merge = await Merge(Cast.Wanda.Id.ToString(), gone);
        (await house.Call(Cast.Wanda).Post($"asks/{ask}/promise", new { by = "2026-11-27" })).Expect(200);
        (await priya.Post($"people/merges/{merge}/undoing")).Expect(409)["detail"].GetString()!.ShouldContain("asks that came along have moved on since (1)");

        var (one, two) = (await Guest("Ida Holm"), await Guest("I. Holm"));
        merge = await Merge(one, two);
        var three = await Guest("Ida H.");
        await Merge(three, one);
        (await priya.Post($"people/merges/{merge}/undoing")).Expect(409)["detail"].GetString()!.ShouldContain("merged with another entry since");
        (await house.Call(Cast.Marta).Get($"people/{two}")).Location.ShouldBe($"/api/v1/people/{three}");

        var late = await Merge(await Guest("Jo"), await Guest("Joe"));
        house.Clock.MoveOn(TimeSpan.FromDays(30));
        (await priya.Post($"people/merges/{late}/undoing")).Expect(409)["detail"].GetString()!.ShouldContain("too late");
    }

    [Fact]
    public async Task Nobody_who_can_sign_in_goes_and_nobody_gains_a_right_unseen()
    {
        var guest = await Guest("Ida Holm");
        async Task<string> Refused(object kept, object gone, int status) => (await priya.Post($"people/{kept}/merge", new { other = gone })).Expect(status)["detail"].GetString()!;
        (await Refused(guest, guest, 422)).ShouldContain("themself");
        (await Refused(guest, Cast.Stranger.Id, 422)).ShouldContain("no such colleague");
        (await Refused(guest, Cast.Marta.Id, 409)).ShouldContain("Keep Marta Kowal");
        (await Refused(Cast.Noor.Id, Cast.Marta.Id, 409)).ShouldContain("Both Noor Rahimi and Marta Kowal can sign in");
        (await house.Call(Cast.Stranger).Post($"people/{guest}/merge", new { other = Cast.Marta.Id })).Expect(404);
        (await house.Call(Cast.Helen).Post($"people/{guest}/merge", new { other = Cast.Marta.Id })).Expect(403);

        (await priya.Patch($"accounts/{guest}", new { administrator = true }, "*")).Expect(200);
        (await Refused(Cast.Noor.Id, guest, 409)).ShouldContain("is an administrator");
        (await priya.Patch($"accounts/{guest}", new { administrator = false }, "*")).Expect(200);
        (await house.Call(Cast.Noor).Post("thanks", new { to = guest, text = "You held the door", @public = true })).Expect(201);
        (await Refused(Cast.Noor.Id, guest, 409)).ShouldContain("two people here");
        (await priya.Patch($"people/{Cast.Birgit.Id}", new { manager = guest }, "*")).Expect(200);
        (await priya.Patch($"people/{Cast.Piotr.Id}", new { manager = Cast.Birgit.Id }, "*")).Expect(200);
        (await Refused(Cast.Piotr.Id, guest, 409)).ShouldContain("would report to themself");
        (await (await house.Browse(Cast.Priya)).Open($"/people/{Cast.Piotr.Id}/merge?other={guest}")).Expect(200).Text.ShouldContain("would report to themself");
    }

    [Fact]
    public async Task What_a_colleague_kept_for_themselves_goes_to_nobody()
    {
        await (await house.NotesOf(Cast.Birgit)).Note(Cast.Piotr, "Nobody else's business");
        var secret = (await house.Call(Cast.Birgit).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "For me alone", @private = true })).Expect(201).Id;
        var shared = (await house.Call(Cast.Birgit).Post("conversations", new { people = new[] { Cast.Piotr.Id }, channel = "call", text = "The customs papers" })).Expect(201).Id;
        await (await house.NotesOf(Cast.Marta)).Note(Cast.Birgit, "Also private");
        (await priya.Post($"accounts/{Cast.Birgit.Id}/departure")).Expect(200);
        var preview = await (await house.Browse(Cast.Priya)).Open($"/people/{Cast.Noor.Id}/merge?other={Cast.Birgit.Id}");
        preview.Expect(200).Text.ShouldContain("How many there are, nobody sees.");
        preview.Text.ShouldNotContain("Also private");
        await Merge(Cast.Noor.Id.ToString(), Cast.Birgit.Id.ToString());

        var noor = await house.NotesOf(Cast.Noor);
        (await noor.Get($"conversations/{shared}")).Expect(200)["author"].GetString().ShouldBe(Cast.Noor.Id.ToString());
        (await noor.Get($"conversations/{secret}")).Expect(404);
        foreach (var door in new[] { "notes", "me/notes", "conversations", "me/records?limit=200", "me/records/export", "happenings", "search?q=business", "search?q=alone", $"people/{Cast.Piotr.Id}/brief" })
        {
            foreach (var words in new[] { "Nobody else's business", "For me alone", "Also private", secret })
                (await noor.Get(door)).Body.ShouldNotContain(words, customMessage: door);
        }
        (await (await house.NotesOf(Cast.Marta)).Get($"notes?about={Cast.Noor.Id}")).Items.Single().GetProperty("text").GetString().ShouldBe("Also private");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_knows_the_old_key_or_address_tells_of_the_one_that_is_kept()
    {
        var (kept, gone) = (await Guest("Ida Holm", "ida@osterfenn.example", "A1"), await Guest("I. Holm", "i.holm@old.example", "B2"));
        await Merge(kept, gone);
        await Import("name,email,key,title\nIda Holm,,B2,Planner\n");
        var ida = await priya.Get($"people/{kept}");
        (ida["title"].GetString(), ida["key"].GetString()).ShouldBe(("Planner", "A1"));
        await Import("name,email,key,title\nIda Holm,i.holm@old.example,,Head of planning\n");
        ida = await priya.Get($"people/{kept}");
        (ida["title"].GetString(), ida["email"].GetString()).ShouldBe(("Head of planning", "ida@osterfenn.example"));
        // The other system still has both.
        var both = await Import("name,email,key,title\nIda Holm,ida@osterfenn.example,A1,Chief\nI. Holm,i.holm@old.example,B2,Planner\n");
        both.ShouldContain("This row is passed over.");
        (await priya.Get("people?q=holm")).Items.Single().GetProperty("title").GetString().ShouldBe("Chief");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_shows_every_field_before_anything_is_written_and_the_colleague_is_told()
    {
        var gone = await Lived();
        var browser = await house.Browse(Cast.Priya);
        var page = await browser.Open($"/people/{Cast.Wanda.Id}/edit");
        page = await browser.Open(page.Find($"a[href='/people/{Cast.Wanda.Id}/merge']")!.GetAttribute("href")!);
        var wrong = await browser.Open($"/people/{Cast.Wanda.Id}/merge?other=Nobody%20at%20all");
        wrong.Expect(422).Find("#other")!.GetAttribute("value").ShouldBe("Nobody at all");
        page = await browser.Open($"/people/{Cast.Wanda.Id}/merge?other={Twin}");
        var fields = page.Expect(200).All("#fields tbody tr").ToDictionary(r => r.Children[0].TextContent, r => string.Join('|', r.Children.Skip(1).Select(c => c.TextContent.Trim())));
        fields["Name"].ShouldBe("Wanda Lorenz|W. Lorenz|what you choose");
        fields["E-mail"].ShouldBe($"{Cast.Wanda.Email}|{Twin}|{Cast.Wanda.Email}");
        fields["Key"].ShouldStartWith("–|H7|H7");
        fields.Count.ShouldBe(22);
        var moves = page.Find("#moves")!.TextContent;
        foreach (var said in new[] { "Asks, talks and thanks", "one sale", "one colleague who reports to them", "Finance and Purchasing", "Warehouse stays behind" })
            moves.ShouldContain(said);
        // Somebody was faster.
        (await priya.Patch($"people/{gone}", new { title = "Forklift" }, "*")).Expect(200);
        (await browser.Submit(page, "form[method=post]")).Expect(412);
        page = await browser.Submit(await browser.Open($"/people/{Cast.Wanda.Id}/merge?other={Twin}"), "form[method=post]");
        page.Expect(200).Path.ShouldBe("/people/merges");
        (await (await house.Browse(Cast.Wanda)).Open("/settings/sign-in")).Text.ShouldContain("Priya Nair merged the entry “W. Lorenz” with yours.");
    }

    [Fact]
    public async Task Of_each_field_one_chooses_whose_value_stays()
    {
        var (kept, gone) = (await Guest("Ida Holm", "ida@osterfenn.example"), await Guest("Ida Holm-Berg", "i.holm@old.example"));
        (await priya.Patch($"people/{kept}", new { title = "Planner" }, "*")).Expect(200);
        (await priya.Patch($"people/{gone}", new { title = "Head of planning", language = "de" }, "*")).Expect(200);
        var browser = await house.Browse(Cast.Priya);
        var page = await browser.Open($"/people/{kept}/merge?other={gone}");
        page.All("#fields input[checked]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}").ShouldBe(["take.name=kept", "take.title=kept"], ignoreOrder: true);
        // Somebody was faster: what was chosen is still chosen.
        (await priya.Patch($"people/{gone}", new { zone = "Europe/Oslo" }, "*")).Expect(200);
        var choice = new Dictionary<string, string> { ["take.name"] = "gone", ["take.title"] = "kept" };
        var again = await browser.Submit(page, "form[method=post]", choice);
        again.Expect(412).Find("#fields input[name='take.name'][checked]")!.GetAttribute("value").ShouldBe("gone");
        (await browser.Submit(await browser.Open($"/people/{kept}/merge?other={gone}"), "form[method=post]", choice)).Expect(200);
        var ida = await priya.Get($"people/{kept}");
        (ida["name"].GetString(), ida["title"].GetString(), ida["language"].GetString(), ida["email"].GetString()).ShouldBe(("Ida Holm-Berg", "Planner", "de", "ida@osterfenn.example"));

        var merge = (await priya.Get("people/merges")).Items.First().GetProperty("id").GetString();
        (await priya.Post($"people/merges/{merge}/undoing")).Expect(200);
        (await priya.Get($"people/{kept}"))["name"].GetString().ShouldBe("Ida Holm");
        (await priya.Get($"people/{kept}/merge?other={gone}&take=title,name"))["fields"].EnumerateArray().First(f => f.GetProperty("key").GetString() == "title").GetProperty("becomes").GetString().ShouldBe("Head of planning");
        (await priya.Post($"people/{kept}/merge", new { other = gone, take = new[] { "email" } })).Expect(422)["detail"].GetString()!.ShouldContain("email");
        (await priya.Post($"people/{kept}/merge", new { other = gone, take = new[] { "title" } })).Expect(201);
        (await priya.Get($"people/{kept}"))["title"].GetString().ShouldBe("Head of planning");
    }

    [Fact]
    public async Task It_works_in_the_terminal()
    {
        var gone = await Lived();
        var terminal = new Terminal(house.Address.ToString(), Cast.Priya.Token);
        var moves = (await terminal.Json("people", "merge", Cast.Wanda.Email, "--other", gone, "--preview")).GetProperty("moves");
        moves.GetProperty("reports").GetInt32().ShouldBe(1);
        moves.TryGetProperty("asks", out _).ShouldBeFalse("figures about a colleague are theirs alone, whoever administers");
        var merge = (await terminal.Json("people", "merge", Cast.Wanda.Email, "--other", gone)).GetProperty("id").GetString()!;
        (await terminal.Type("people", "merges")).Expect(0).Said.ShouldContain("W. Lorenz");
        (await terminal.Type("people", "merges", "part", merge)).Expect(0);
        (await terminal.Type("people", "merges", "part", merge)).Expect(1).Complained.ShouldContain("parted again already");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return house?.DisposeAsync() ?? default;
    }

    /// <summary>A second entry of Wanda, from a file of HR, with which others have lived for a while.</summary>
    private async Task<string> Lived()
    {
        var gone = await Guest("W. Lorenz", Twin, "H7");
        var (marta, noor) = (await house.NotesOf(Cast.Marta), house.Call(Cast.Noor));
        (await priya.Post($"teams/{Cast.Warehouse}/memberships", new { person = gone, from = "2025-01-01" })).Expect(201);
        (await priya.Post($"teams/{Cast.Finance}/memberships", new { person = gone, from = "2025-01-01" })).Expect(201);
        (await priya.Patch($"people/{Cast.Piotr.Id}", new { manager = gone }, "*")).Expect(200);
        ask = (await marta.Post("asks", new { what = "Weigh the crate", performer = gone, reason = "It leaves", effect = "Elin can plan", conditions = new[] { "A number" }, answerBy = "2026-11-25", neededBy = "2026-11-30" })).Expect(201).Id;
        (await marta.Post($"asks/{ask}/remarks", new { text = "Gate 2" })).Expect(200);
        talk = (await marta.Post("conversations", new { people = new[] { gone, Cast.Noor.Id.ToString() }, channel = "call", text = "need lorenz: the width of the door" })).Expect(201).Id;
        (await marta.Patch($"conversations/{talk}", new { channel = "visit" }, "*")).Expect(200);
        (await marta.Post("notes", new { about = gone, text = "Likes to be asked first" })).Expect(201);
        (await marta.Put($"me/relationships/{gone}", new { ideal = 9, limit = 20 }, "*")).Expect(200);
        (await noor.Post("thanks", new { to = gone, text = "You waited", @public = true })).Expect(201);
        (await noor.Post("me/absences", new { from = "2026-12-01", to = "2026-12-04", deputy = gone })).Expect(201);
        (await noor.Post("views", new { name = "hers", query = $"person={gone}" })).Expect(201);
        var customer = (await marta.Post("customers", new { name = "Tidewrack" })).Expect(201).Id;
        sale = (await marta.Post("sales", new { customer, name = "Roaster", owner = gone })).Expect(201).Id;
        (await marta.Post("suggestions", new { about = gone, question = "strengths", words = "Heavy loads" })).Expect(201);
        await house.DoJobs();
        return gone;
    }

    private async Task<string> Guest(string name, string? email = null, string? key = null) => (await priya.Post("people", new { name, email, key })).Expect(201).Id;

    private async Task<string> Merge(string kept, string gone) => (await priya.Post($"people/{kept}/merge", new { other = gone })).Expect(201).Id;

    private async Task<string> Import(string csv)
    {
        var planned = (await priya.Post("imports?kind=people", new ByteArrayContent(Encoding.UTF8.GetBytes(csv)))).Expect(201);
        return planned.Body + (await priya.Post($"imports/{planned.Id}/application")).Expect(200).Body;
    }

    // Which tables still name this id, as an id or in a text. The log tells what happened then, and the entry itself stays as a name.
    private async Task<List<string>> Naming(string id)
    {
        var bytes = Convert.ToBase64String(Guid.Parse(id).ToByteArray(bigEndian: true));
        var naming = new List<string>();
        foreach (var (table, lines) in await Everything())
        {
            var own = lines.Where(l => l.Contains(id, StringComparison.Ordinal) || l.Contains(bytes, StringComparison.Ordinal)).ToList();
            if (own.Count > 0 && table is not ("happening" or "merged" or "merged_row" or "idempotency"))
                naming.AddRange(own.Select(l => $"{table}: {l}"));
        }
        // Itself with its audience, and the stay in a team in which Wanda was at the same time.
        naming.RemoveAll(n => n.StartsWith("person: ", StringComparison.Ordinal) && n.Contains("W. Lorenz", StringComparison.Ordinal));
        naming.RemoveAll(n => n.StartsWith("audience: ", StringComparison.Ordinal) && n.Contains($"\"{bytes}\",\"{Convert.ToBase64String(Cast.Osterfenn.Value.ToByteArray(bigEndian: true))}\"", StringComparison.Ordinal));
        naming.RemoveAll(n => n.StartsWith("membership: ", StringComparison.Ordinal) && n.Contains(Convert.ToBase64String(Cast.Warehouse.Value.ToByteArray(bigEndian: true)), StringComparison.Ordinal));
        naming.RemoveAll(n => n.StartsWith("relationship: ", StringComparison.Ordinal) && !n.Contains($"{Convert.ToBase64String(Cast.Marta.Id.Value.ToByteArray(bigEndian: true))}\",\"{bytes}", StringComparison.Ordinal));
        return naming;
    }

    // All rows but what grows with every change: the log, and what is remembered of it.
    private async Task<List<string>> Rows() =>
    [
        .. (await Everything()).Where(t => t.Table is not ("happening" or "seal" or "merged" or "merged_row" or "idempotency" or "job" or "search" or "session" or "account" or "device" or "token"))
            .SelectMany(t => t.Lines.Select(l => $"{t.Table}: {(t.Table == "person" ? WithoutVersion(l) : l)}")).Order(StringComparer.Ordinal),
    ];

    private static string WithoutVersion(string line) => string.Join(',', JsonSerializer.Deserialize<JsonElement>(line).EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number && v.GetInt64() < 50 ? "n" : v.GetRawText()));

    private async Task<List<(string Table, List<string> Lines)>> Everything()
    {
        var all = new List<(string, List<string>)>();
        await house.Store.Administer(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var table in await Table.All(engine, connection))
            {
                var lines = new List<string>();
                await table.Read(connection, transaction, line =>
                {
                    lines.Add(Encoding.UTF8.GetString(line.Span));
                    return ValueTask.CompletedTask;
                });
                all.Add((table.Name, lines));
            }
        });
        return all;
    }
}

/// <summary>What moves and what stays is told by one list; these notice a room that forgot to think of it.</summary>
public sealed partial class MergeColumnTests
{
    [Fact]
    public void What_stays_with_its_owner_is_a_column_that_names_a_person() =>
        MergeMoves.Own.Except(Check.References.Where(r => r.Names == "person").Select(r => (r.Table, r.Column))).ShouldBeEmpty();

    [Fact]
    public void What_opens_a_door_never_moves_to_another() => Moving(MergeMoves.Own).ShouldBeEmpty("Add it to MergeMoves.Own, and to MergeDesk's question who can sign in.");

    [Fact]
    public void A_secret_that_would_move_is_found() => Moving([.. MergeMoves.Own.Where(o => o.Table != "token")]).ShouldBe(["token"]);

    // A link from a mail is no way in: it makes one move, once. Nor is one for a customer, who is nobody here and only reads.
    private static List<string> Moving((string Table, string Column)[] own) =>
    [
        .. from step in Migrator.Steps
           from Match table in CreateTable().Matches(step.Sql)
           let name = table.Groups["name"].Value
           where name is not ("mail_link" or "chain_link") && Secret().IsMatch(table.Groups["columns"].Value)
             && Check.References.Any(r => r.Table == name && r.Names == "person" && !own.Contains((r.Table, r.Column)))
           select name,
    ];

    [GeneratedRegex(@"create table (?<name>\w+) \((?<columns>.*?)\n\)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"\b(\w*hash|secret|stamp|public_key|credential\w*|pin\w*) (bytea|text)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}

public sealed class MergesOnSqlite() : MergeStories(Engine.Sqlite);

public sealed class MergesOnPostgres() : MergeStories(Engine.Postgres);
