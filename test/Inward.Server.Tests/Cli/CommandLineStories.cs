using System.Text.Json;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Cli;

/// <summary>The thread at two terminals, by the real program against a listening Inward; and what it ends with.</summary>
public abstract class CommandLineStories(TestHouse house)
{
    [Fact]
    public async Task Two_people_play_the_thread_at_their_terminals()
    {
        var (marta, wanda) = (At(Cast.Marta), At(Cast.Wanda));
        await marta.Json("customers", "add", "--name", "Swallow Boats");
        await marta.Json("sales", "open", "--customer", "Swallow Boats", "--name", "A Swallow for Elin", "--owner", "me", "--promised-on", Day(20));
        var words = await marta.Json("verbatim", "--customer", "Swallow Boats", "--sale", "A Swallow for Elin", "--words", "Could you send me a picture of how it is packed? 🦉", "--said-by", "Elin", "--said-on", Day(-1));
        words.GetProperty("words").GetString().ShouldEndWith("🦉");

        var ask = await marta.Json("ask", "--to", "Wanda Lorenz", "--what", "Would you photograph the crate?", "--reason", "Elin carries it herself.", "--effect", "Two people lift it safely.",
            "--condition", "A person stands beside it", "--condition", "Its weight is on it", "--answer-by", Day(2), "--needed-by", Day(9), "--verbatim", Id(words), "--sale", "A Swallow for Elin");
        Text(ask, "state").ShouldBe("requested");
        ask.GetProperty("turn").GetProperty("name").GetString().ShouldBe("Wanda Lorenz");
        (await wanda.Type("today")).Expect(0).Said.ShouldContain("Would you photograph the crate?");

        Text(await wanda.Json("counter", Id(ask), "--by", Day(11), "--note", "Piotr is away until then"), "state").ShouldBe("countered");
        Text(await marta.Json("agree", Id(ask)), "state").ShouldBe("promised");
        Text(await wanda.Json("renegotiate", Id(ask), "--by", Day(12), "--cause", "capacity"), "state").ShouldBe("renegotiating");
        Text(await marta.Json("keep", Id(ask)), "state").ShouldBe("promised");
        (await wanda.Json("asks", "--turn", "me")).GetProperty("items").EnumerateArray().Select(Id).ShouldContain(Id(ask));
        (await wanda.Type("deliver", Id(ask), "--note", "Sent to you by mail")).Expect(0).Said.ShouldBe($"{Id(ask)}  delivered; it is Marta Kowal's turn\n");
        (await marta.Type("accept", Id(ask))).Expect(0).Said.ShouldBe($"{Id(ask)}  accepted\n");
        (await marta.Type("today")).Expect(0).Said.ShouldContain("The customer does not know yet");
        await marta.Json("tell", Id(ask), "--words", "Here is the picture.", "--channel", "mail");
        var thanks = await marta.Json("thank", "--ask", Id(ask), "--text", "Thank you for the photo.", "--effect", "Elin's cousin came along to lift.", "--public");
        thanks.GetProperty("public").GetBoolean().ShouldBeTrue();

        var seen = (await wanda.Type("show", Id(ask))).Expect(0).Said;
        seen.ShouldContain("asked by Marta Kowal of Wanda Lorenz");
        seen.ShouldContain("the customer was told on 2026-11-23 (mail): Here is the picture.");
        seen.ShouldContain("Marta Kowal thanks: Thank you for the photo. Elin's cousin came along to lift.");
        (await wanda.Type("thanks")).Expect(0).Said.ShouldContain("Elin's cousin came along to lift.");
        (await marta.Type("thanks", "due")).Expect(0).Said.ShouldBe("");
        (await marta.Type("balance", "Wanda Lorenz")).Expect(0).Said.ShouldStartWith("Within a year you did nothing yet for Wanda Lorenz, who did one thing for you.");
        await marta.Json("sales", "change", "A Swallow for Elin", "--outcome", "won", "--closed-on", Day(0));
        (await marta.Type("thanks", "statement", "--year", "2026")).Expect(0).Said.ShouldContain("Wanda Lorenz: Would you photograph the crate?");
        (await wanda.Type("thanks", "statement", "--year", "2026", "--csv")).Expect(0).Said.ShouldStartWith("Closed,Customer,Sale,");
        (await marta.Type("thanks", "units")).Expect(0).Said.ShouldBe("No quarter is counted yet.\n");
        (await marta.Type("thanks", "coach", "--text", "Danke")).Expect(0).Said.ShouldStartWith("- ");
        (await wanda.Json("happenings", "--on", Id(ask))).GetProperty("items").EnumerateArray().Select(h => Text(h, "door")).Distinct().ShouldBe(["cli"]);
    }

    [Fact]
    public async Task Suggestions_needs_of_teams_and_who_to_go_to_have_their_verbs()
    {
        var (marta, wanda) = (At(Cast.Marta), At(Cast.Wanda));
        var made = await marta.Json("suggest", "Wanda Lorenz", "--question", "strengths", "--words", "Lashing whatever floats");
        (await wanda.Type("suggestions", "--about", "me", "--state", "open")).Expect(0).Said.ShouldContain("Lashing whatever floats, Marta Kowal, open");
        (await marta.Type("suggestions", "accept", Id(made))).Expect(1).Complained.ShouldBe("Only the colleague whose page it is answers this.\n");
        (await wanda.Type("suggestions", "accept", Id(made))).Expect(0);
        (await marta.Type("who", "--what", "Could you lash the cutter?")).Expect(0).Said.ShouldBe($"{Cast.Wanda.Id}  Wanda Lorenz, Warehouse lead: Lashing\n");
        (await marta.Type("who", "--what", "please")).Expect(0).Said.ShouldBe("Nobody's own words fit.\n");
        var again = await marta.Json("suggest", "Warehouse", "--question", "bestTime", "--words", "At six");
        (await wanda.Type("suggestions", "decline", Id(again), "--reply", "We sleep")).Expect(0);
        (await marta.Type("suggestions", "--by", "me")).Expect(0).Said.ShouldContain("declined, We sleep");
        (await wanda.Type("teams", "need", "Warehouse", "Sales North", "--words", "The address as it is")).Expect(0);
        (await marta.Type("teams", "with", "Sales North", "Warehouse")).Expect(0).Said.ShouldContain("The address as it is");
    }

    [Fact]
    public async Task A_company_s_own_fields_have_their_verbs()
    {
        var (priya, noor) = (At(Cast.Priya), At(Cast.Noor));
        var pier = await priya.Json("fields", "add", "--name", "Pier", "--kind", "choice", "--choice", "East", "--choice", "West", "--filter");
        var berth = await priya.Json("fields", "add", "--name", "Berth", "--kind", "text");
        (await noor.Type("fields", "add", "--name", "Mine", "--kind", "text")).Expect(1).Complained.ShouldBe("Only an administrator says which fields a page of a colleague or a team has.\n");
        await noor.Json("me", "change", "--field", "Pier=west", "--field", "Berth=7 = seven");
        (await noor.Type("me")).Expect(0).Said.ShouldContain("7 = seven");
        (await noor.Type("me", "change", "--field", "Pier")).Expect(2);
        (await noor.Json("me")).GetProperty("mail").GetBoolean().ShouldBeTrue("what was not named stays");
        (await noor.Type("people", "--field", "Pier=West")).Expect(0).Said.ShouldContain("Noor Rahimi");
        (await noor.Type("people", "--field", "Pier=East")).Expect(0).Said.ShouldBe("");
        var any = (await noor.Json("people", "--any", "field.Pier:West", "--any", "team:Warehouse")).GetProperty("items").EnumerateArray().Select(p => Text(p, "name"));
        any.ShouldBe(["Birgit Stahl", "Noor Rahimi", "Piotr Nowak", "Wanda Lorenz"]);
        (await noor.Type("people", "csv", "--any", "field.Pier:West", "--any", "language:de")).Expect(0).Said.Split('\n').Count(line => line.Contains('@')).ShouldBe(2);
        await priya.Json("fields", "add", "--name", "Door", "--kind", "choice", "--choice", "North", "--choice", "South", "--filter", "--about", "team");
        await noor.Json("teams", "fill", "Finance and Purchasing", "--field", "Door=south");
        (await noor.Type("teams", "fill", "Warehouse", "--field", "Door=south")).Expect(1).Complained.ShouldBe("Only those who are in Warehouse or an administrator change this.\n");
        (await noor.Type("teams", "--field", "Door=South")).Expect(0).Said.ShouldContain("Finance and Purchasing");
        (await noor.Type("teams", "--field", "Door=North")).Expect(0).Said.ShouldBe("");
        await noor.Json("talk", "--with", "Priya Nair", "--channel", "visit", "--text", "need: a second screen");
        (await noor.Type("talks", "--any", "person:Priya Nair", "--any", "kind:idea")).Expect(0).Said.ShouldContain("a second screen");
        (await noor.Type("talks", "--any", "kind:idea", "--any", "channel:mail")).Expect(0).Said.ShouldBe("");
        (await noor.Type("people", "--any", "field.Pier:West, or so")).Expect(1).Complained.ShouldContain("“West, or so” is none of East, West.");
        (await priya.Type("fields", "order", Id(berth), Id(pier))).Expect(0).Said.ShouldStartWith($"{Id(berth)}  Berth, 1\n{Id(pier)}  Pier, 2\n");
        await priya.Json("fields", "change", Id(pier), "--rename-choice", "West=Sunset");
        (await noor.Type("people", "csv", "--field", "Pier=Sunset")).Expect(0).Said.ShouldContain("7 = seven,Sunset");
        await priya.Json("people", "change", "Noor Rahimi", "--field", "Berth=");
        (await priya.Json("people", "show", "Noor Rahimi")).GetProperty("fields").GetArrayLength().ShouldBe(1);
        await priya.Json("fields", "change", Id(berth), "--retired");
        (await noor.Type("fields")).Expect(0).Said.ShouldContain("Pier, choice, East, Sunset");
    }

    [Fact]
    public async Task A_picture_is_shown_kept_and_removed_at_a_terminal()
    {
        var (wanda, priya) = (At(Cast.Wanda), At(Cast.Priya));
        var (sent, kept) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllBytesAsync(sent, Inward.Tests.People.Pictures.FromACamera());
        (await wanda.Type("me", "photo", sent)).Expect(0);
        (await priya.Type("people", "photo", "Wanda Lorenz", kept)).Expect(0);
        (await File.ReadAllBytesAsync(kept)).ShouldBe(Inward.People.Picture.Of(Inward.Tests.People.Pictures.FromACamera()).Bytes);
        await File.WriteAllTextAsync(sent, "<svg/>");
        (await wanda.Type("me", "photo", sent)).Expect(1).Complained.ShouldContain("This is no PNG and no JPEG picture.");
        (await priya.Type("people", "nophoto", "Wanda Lorenz")).Expect(0);
        await File.WriteAllBytesAsync(sent, Inward.Tests.People.Pictures.Png());
        (await wanda.Type("teams", "newphoto", "Warehouse", sent)).Expect(0);
        (await priya.Type("teams", "photo", "Warehouse", kept)).Expect(0);
        (await File.ReadAllBytesAsync(kept)).ShouldBe(Inward.People.Picture.Of(Inward.Tests.People.Pictures.Png()).Bytes);
        (await wanda.Type("teams", "nophoto", "Warehouse")).Expect(0);
        (await priya.Type("teams", "photo", "Warehouse", kept)).Expect(1);
        (await priya.Type("people", "photo", "Wanda Lorenz", kept)).Expect(1);
        (await wanda.Type("me", "nophoto")).Expect(0);
        File.Delete(sent);
        File.Delete(kept);
    }

    [Fact]
    public async Task What_a_rule_refuses_ends_with_1_and_its_sentence()
    {
        var (marta, wanda) = (At(Cast.Marta), At(Cast.Wanda));
        var ask = await AnAsk(marta);
        var refused = (await marta.Type("promise", ask, "--by", Day(3), "--json")).Expect(1);
        (refused.Said, refused.Complained).ShouldBe(("", "Only the colleague who was asked can promise.\n"));
        (await wanda.Type("deliver", ask)).Expect(1).Complained.ShouldContain("possible now: promise");
        (await wanda.Type("promise", ask, "--by", Day(30))).Expect(1).Complained.ShouldContain("counter-offer");
        (await At(Cast.Noor).Type("show", ask)).Expect(1).Complained.ShouldBe("There is nothing here that you can see.\n");
        var missing = (await marta.Type("ask", "--to", "Wanda Lorenz", "--what", "Measure it")).Expect(1).Complained;
        missing.ShouldStartWith("Some fields need your attention.\n");
        missing.Split('\n')[1..^1].Select(l => l.Trim().Split(':')[0]).ShouldBe(["reason", "effect", "conditions", "answerBy", "neededBy"], ignoreOrder: true);
    }

    [Fact]
    public async Task Wrong_use_ends_with_2_before_anything_is_sent()
    {
        var marta = At(Cast.Marta);
        (await marta.Type("promise")).Expect(2).Complained.ShouldContain("`inward promise --help` says how it is used.");
        (await marta.Type("promise", "x", "--by", "tomorrow")).Expect(2).Complained.ShouldBe("--by: “tomorrow” is not a day, such as 2026-11-26.\n");
        (await marta.Type("persuade")).Expect(2).Complained.ShouldContain("`inward help` names the verbs.");
        (await marta.Type("ask", "--to", "Nobody at all", "--what", "x")).Expect(2).Complained.ShouldBe("Nobody and nothing here is called “Nobody at all”.\n");
        (await marta.Type("ask", "--to", "a", "--what", "x")).Expect(2).Complained.ShouldContain("Write the whole name, or the id.");
        (await marta.Type("attach", "x", "/no/such/file")).Expect(2).Complained.ShouldContain("/no/such/file");
        (await marta.Type("call", "GET", "http://elsewhere.example/")).Expect(2);
        (await marta.Type("call", "POST", "asks", "{\"what\":")).Expect(2).Complained.ShouldStartWith("The body is not JSON");
        (await new Terminal(house.Address.ToString(), null).Type("today")).Expect(2).Complained.ShouldContain("inward token create");
        (await new Terminal("ftp://inward.example", "iwt_x").Type("today")).Expect(2).Complained.ShouldContain("INWARD_URL");
    }

    [Fact]
    public async Task Who_cannot_be_reached_ends_with_3()
    {
        (await new Terminal("http://127.0.0.1:1", "iwt_x").Type("today")).Expect(3).Complained.ShouldStartWith("There is no answer from http://127.0.0.1:1");
        (await new Terminal(new Uri(house.Address, "/signin?x=").ToString(), "iwt_x").Type("today")).Expect(3).Complained.ShouldContain("is not Inward");
        (await new Terminal(house.Address.ToString(), "iwt_made_up").Type("today")).Expect(1).Complained.ShouldContain("Bearer");
    }

    [Fact]
    public async Task Whatever_stands_on_a_page_has_a_verb()
    {
        var (marta, piotr, priya) = (At(Cast.Marta), At(Cast.Piotr), At(Cast.Priya));
        var folder = Place.NewFolder();
        var draft = Id(await marta.Json("ask", "--draft", "--to", "Warehouse", "--what", "Who can crate it?"));
        await marta.Json("redraft", draft, "--reason", "It leaves on Friday", "--effect", "The customer sails in May", "--condition", "It is dry", "--answer-by", Day(2), "--needed-by", Day(9), "--open");
        Text(await marta.Json("send", draft), "state").ShouldBe("requested");
        Text(await piotr.Json("take", draft), "performer").ShouldBe(Cast.Piotr.Id.ToString());
        await piotr.Json("question", draft, "--text", "Which one?");
        await marta.Json("answer", draft, "--text", "The blue one");
        await piotr.Json("obstacle", draft, "--what", "No room", "--owner", "Wanda Lorenz", "--by", Day(3), "--cause", "capacity");
        Text(await marta.Json("clear", draft, "1"), "state").ShouldBe("requested");
        await piotr.Json("concern", draft, "--text", "The rain");
        await marta.Json("remark", draft, "--text", "Thanks for looking");
        Text(await piotr.Json("delegate", draft, "--to", "Birgit Stahl", "--what", "Would you order the wood?"), "parent").ShouldBe(draft);
        await File.WriteAllTextAsync(Path.Combine(folder, "crate.txt"), "dry 🦉");
        var file = Id(await marta.Json("attach", draft, Path.Combine(folder, "crate.txt")));
        (await piotr.Type("files", "list", draft)).Expect(0).Said.ShouldContain("crate.txt");
        (await piotr.Type("files", "fetch", draft, file, "--to", Path.Combine(folder, "back.txt"))).Expect(0);
        (await File.ReadAllTextAsync(Path.Combine(folder, "back.txt"))).ShouldBe("dry 🦉");
        (await piotr.Type("files", "fetch", draft, file, "--to", Path.Combine(folder, "back.txt"))).Expect(2);
        Text(await piotr.Json("promise", draft, "--by", Day(4), "--first-step", "Measure"), "state").ShouldBe("promised");
        Text(await piotr.Json("undo", draft), "state").ShouldBe("requested");
        Text(await piotr.Json("release", draft), "state").ShouldBe("requested");
        Text(await marta.Json("withdraw", draft), "state").ShouldBe("withdrawn");
        (await marta.Type("discard", Id(await marta.Json("ask", "--draft", "--to", "Warehouse", "--what", "Perhaps")))).Expect(0);
        (await marta.Type("coach", "--what", "Send it now!")).Expect(0).Said.ShouldContain("reason:");
        var view = Id(await marta.Json("views", "keep", "late ones", "due=late"));
        (await marta.Type("views")).Expect(0).Said.ShouldContain("late ones, due=late");
        (await marta.Type("views", "remove", view)).Expect(0);

        await marta.Json("talk", "--with", "piotr@osterfenn.example", "--text", "The crate", "--channel", "call", "--private");
        (await marta.Type("talks", "--person", "Piotr Nowak")).Expect(0).Said.ShouldContain("The crate");
        var talk = Id(await marta.Json("talk", "--with", "Piotr Nowak", "--text", "need: a dry corner\npromise: the sketch", "--channel", "call"));
        (await piotr.Type("talks", "items", "--person", "me", "--open")).Expect(0).Said.ShouldContain($"{talk} 1  need     Piotr Nowak: a dry corner  (open, noted by Marta Kowal)");
        (await marta.Type("today")).Expect(0).Said.ShouldContain($"{talk} 2  the sketch  (to Piotr Nowak)");
        (await piotr.Type("talks", "take", talk, "1", "--words", "A corner that stays dry.")).Expect(0);
        (await marta.Type("talks", "done", talk, "2")).Expect(0);
        (await marta.Type("talks", "wave", talk, "2")).Expect(1);
        (await marta.Json("talks", "change", talk, "--text", "Nothing else")).GetProperty("version").GetInt32().ShouldBe(2);
        (await marta.Type("talks", "undo", talk)).Expect(1).Complained.ShouldContain("It is too late to take this talk back");
        await marta.Json("customers", "add", "--name", "Alder Bank");
        (await marta.Json("customers", "change", "Alder Bank", "--name", "Alder Banken")).GetProperty("version").GetInt32().ShouldBe(2);
        (await marta.Type("customers", "change", "Alder Banken", "--name", "x", "--version", "1")).Expect(1).Complained.ShouldContain("Somebody changed this");
        await marta.Json("sales", "open", "--customer", "Alder Banken", "--name", "Counters", "--value", "1250.50");
        (await marta.Json("sales", "change", "Counters", "--stage", "purchase")).GetProperty("value").GetDecimal().ShouldBe(1250.5m);
        (await marta.Json("sales", "change", "Counters", "--stage", "")).GetProperty("stage").ValueKind.ShouldBe(JsonValueKind.Null);
        await marta.Json("people", "words", "me", "--do-and-why", "I sell boats");
        (await marta.Type("people", "show", "me")).Expect(0).Said.ShouldContain("I sell boats");
        await At(Cast.Wanda).Json("teams", "words", "Warehouse", "--strengths", "Wood");
        await priya.Json("people", "add", "--name", "Ida Holm", "--user-name", $"ida.{folder.GetHashCode(StringComparison.Ordinal)}", "--team", "Warehouse");
        await priya.Json("teams", "join", "Finance and Purchasing", "--person", "Ida Holm", "--from", Day(0), "--lead");
        (await priya.Type("teams", "members", "Finance and Purchasing")).Expect(0).Said.ShouldContain("Ida Holm");
        (await priya.Type("accounts", "invite", "Ida Holm")).Expect(0).Said.ShouldStartWith(house.Address.ToString());
        (await priya.Json("accounts", "leave", "Ida Holm")).GetProperty("leftOn").GetString().ShouldBe(Day(0));
        await File.WriteAllTextAsync(Path.Combine(folder, "customers.csv"), "name\nBirch Hotel\n");
        var import = Id(await priya.Json("imports", "plan", "customers", Path.Combine(folder, "customers.csv")));
        Text(await priya.Json("imports", "apply", import), "state").ShouldBe("applied");
        Text(await priya.Json("imports", "undo", import), "state").ShouldBe("undone");
        await marta.Json("me", "change", "--zone", "Europe/Berlin");
        await marta.Json("absences", "add", "--from", Day(30), "--to", Day(31), "--deputy", "Gareth Pryce");
        (await marta.Type("absences", "end", Day(30))).Expect(0);
        var secret = (await marta.Type("tokens", "make", "--name", "reader", "--scope", "read")).Expect(0).Said.Trim();
        (await new Terminal(house.Address.ToString(), secret).Type("me")).Expect(0).Said.ShouldContain("Marta Kowal");
        (await new Terminal(house.Address.ToString(), secret).Type("customers", "add", "--name", "x")).Expect(1).Complained.ShouldContain("may not write");
        (await priya.Json("company", "change", "--holiday", "2026-12-25")).GetProperty("holidays")[0].GetString().ShouldBe("2026-12-25");
        (await marta.Type("search", "birch", "hotel")).Expect(0);
        (await marta.Json("call", "GET", "company")).GetProperty("name").GetString().ShouldBe("Osterfenn");
    }

    [Fact]
    public async Task An_operator_begins_without_a_browser_and_hands_out_a_token_that_stands_alone()
    {
        var (place, operators) = (await Place.Empty(house.Engine), new Terminal(null, null));
        (await operators.Operate(place, "init", "--workspace", "Acme")).Expect(2);
        var begun = (await operators.Operate(place, "init", "--workspace", "Acme", "--admin", "ada@acme.example")).Expect(0).Said;
        begun.ShouldStartWith("Acme is ready. Sign in as ada@acme.example with the password ");
        (await operators.Operate(place, "init", "--workspace", "Acme", "--admin", "ada@acme.example")).Expect(1).Complained.ShouldBe("There is a workspace called Acme already.\n");
        (await operators.Operate(place, "token", "create", "--person", "nobody@acme.example")).Expect(1).Complained.ShouldContain("nobody@acme.example");
        var made = (await operators.Operate(place, "token", "create", "--person", "ada@acme.example")).Expect(0);
        made.Complained.ShouldBe("");
        made.Said.ShouldMatch(@"\Aiwt_\w+\n\z");

        var file = Path.Combine(Place.NewFolder(), "staff.csv");
        await File.WriteAllTextAsync(file, "name,email,team\nIda Holm,ida@acme.example,Warehouse\n=cmd(),not an address,Warehouse\n");
        (await operators.Operate(place, "import", "people", file, "--dry-run")).Expect(0).Said.ShouldEndWith("Nothing was written.\n");
        (await operators.Operate(place, "import", "people", "/no/such/file.csv")).Expect(2).Complained.ShouldContain("/no/such/file.csv");

        await using var acme = await TestHouse.OpenAt(place);
        var ada = new Terminal(acme.Address.ToString(), made.Said.Trim());
        (await ada.Type("me")).Expect(0).Said.ShouldContain("company: Acme");
        (await ada.Json("people")).GetProperty("items").GetArrayLength().ShouldBe(1, "a dry run writes nobody");
        (await acme.Browse()).ShouldNotBeNull();
        var browser = await acme.Browse();
        (await browser.Submit(await browser.Open("/signin"), "form", new { name = "ada@acme.example", password = begun.Trim().Split(' ')[^1] })).Expect(200).Path.ShouldBe("/");
    }

    private Terminal At(Colleague who) => new(house.Address.ToString(), who.Token);

    private static async Task<string> AnAsk(Terminal marta) => Id(await marta.Json("ask", "--to", "wanda@osterfenn.example", "--what", "Would you weigh it?", "--reason", "The lift", "--effect", "It holds",
        "--condition", "In kilograms", "--answer-by", Day(2), "--needed-by", Day(9)));

    private static string Id(JsonElement record) => Text(record, "id");

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static string Day(int days) => DateOnly.FromDateTime(HouseClock.MondayMorning.UtcDateTime).AddDays(days).ToString("O");
}

public sealed class CommandLineOnSqlite(SqliteHouse house) : CommandLineStories(house), IClassFixture<SqliteHouse>;

public sealed class CommandLineOnPostgres(PostgresHouse house) : CommandLineStories(house), IClassFixture<PostgresHouse>;
