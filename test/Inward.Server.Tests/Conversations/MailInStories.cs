using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Inward.Server.Storage;
using Inward.Server.Tests.Cli;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Inward.Server.Tests.Conversations;

/// <summary>A test house to which a mail server brings mails.</summary>
public class HouseWithMailIn(Engine engine) : TestHouse(engine, Configure)
{
    public const string Secret = "the postman rings twice";

    public static void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Inward:Inbound:Domain"] = "in.osterfenn.example", ["Inward:Inbound:Secret"] = Secret, ["Inward:Mail:From"] = "Inward <inward@osterfenn.example>",
    });
}

public sealed class SqliteHouseWithMailIn() : HouseWithMailIn(Engine.Sqlite);

public sealed class PostgresHouseWithMailIn() : HouseWithMailIn(Engine.Postgres);

/// <summary>A mail that goes to my secret address beside a colleague becomes a talk of ours.</summary>
public abstract class MailInStories(HouseWithMailIn house)
{
    private static int made;

    [Fact]
    public async Task A_mail_with_my_address_in_bcc_becomes_a_talk_that_we_both_read()
    {
        var mail = Mail("Marta Kowal <marta@osterfenn.example>", "\"Lorenz, Wanda\" <WANDA@osterfenn.example>", "The crate", "It is heavy.\nneed Wanda: a dry corner\n\n> the mail before\n", "Cc: elin@home.example\nDate: Fri, 20 Nov 2026 14:03:05 +0100\n");
        var taken = (await Bring(mail, await Address(Cast.Marta))).Expect(200);
        var id = taken["talks"].EnumerateArray().Single().GetString()!;
        var talk = (await house.Call(Cast.Wanda).Get($"conversations/{id}")).Expect(200);
        talk["text"].GetString().ShouldBe("The crate\n\nIt is heavy.\nneed Wanda: a dry corner\n\n[The mail that it answers was left out. Not known here: elin@home.example.]");
        (talk["author"].GetString(), talk["channel"].GetString(), talk["at"].GetString()).ShouldBe((Cast.Marta.Id.ToString(), "mail", "2026-11-20T13:03:05.000Z"));
        talk["items"].EnumerateArray().Single().GetProperty("text").GetString().ShouldBe("a dry corner");
        (await house.Call(Cast.Noor).Get($"conversations/{id}")).Expect(404);
        (await house.Call(Cast.Priya).Get($"conversations/{id}")).Expect(404);
        (await house.Call(Cast.Marta).Get($"happenings?on={id}")).Items.Single().GetProperty("door").GetString().ShouldBe("mail");
        (await (await house.Browse(Cast.Wanda)).Open($"/conversations/{id}")).Expect(200).Text.ShouldContain("It is heavy.");
    }

    [Fact]
    public async Task The_same_mail_is_taken_once_however_often_and_at_once_it_is_brought()
    {
        var (address, mail) = (await Address(Cast.Gareth), Mail(Cast.Gareth.Email, Cast.Wanda.Email, "Once", "and not twice"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Bring(mail, address)));
        answers.Select(a => a.Expect(200)["talks"].GetArrayLength()).Sum().ShouldBe(1);
        (await Bring(mail, address)).Expect(200)["known"].GetInt32().ShouldBe(1);
        (await Bring(Mail(Cast.Gareth.Email, Cast.Wanda.Email, "Once", "and not twice"), address)).Expect(200)["talks"].GetArrayLength().ShouldBe(1);
        (await house.Call(Cast.Gareth).Get("conversations?channel=mail")).Items.Count(t => t.GetProperty("text").GetString()!.StartsWith("Once", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task It_comes_by_whatever_name_the_address_stands_in_it()
    {
        var address = await Address(Cast.Helen);
        foreach (var header in new[] { "Delivered-To", "X-Original-To", "Bcc", "Cc" })
            (await Bring(Mail(Cast.Helen.Email, Cast.Gareth.Email, header, "x", $"{header}: {address.ToUpperInvariant()}\n"))).Expect(200)["talks"].GetArrayLength().ShouldBe(1, header);
        (await Bring(Mail(Cast.Helen.Email, $"{Cast.Gareth.Email}, Talk <{address}>", "To", "x"))).Expect(200)["talks"].GetArrayLength().ShouldBe(1);
        (await Bring(Mail(Cast.Helen.Email, Cast.Gareth.Email, "nowhere", "x"))).Expect(406);
    }

    [Fact]
    public async Task A_colleagues_mail_that_I_pass_on_is_told_by_me_and_names_its_writer()
    {
        var taken = (await Bring(Mail(Cast.Wanda.Email, Cast.Birgit.Email, "Papiere", "Liegen bereit."), await Address(Cast.Birgit))).Expect(200);
        var talk = (await house.Call(Cast.Birgit).Get($"conversations/{taken["talks"][0]}")).Expect(200);
        talk["text"].GetString().ShouldBe("Papiere\n\nLiegen bereit.\n\n[Wanda Lorenz hat diese Mail geschrieben.]");
        talk["people"].EnumerateArray().Single().GetString().ShouldBe(Cast.Wanda.Id.ToString());
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", "A machine wrote this mail")]
    [InlineData("Precedence: bulk\n", "A machine wrote this mail")]
    [InlineData("Return-Path: <>\n", "This mail reports on another mail")]
    [InlineData("To: ida@elsewhere.example\n", "Nobody in this mail is known here: noor.private@home.example, ida@elsewhere.example.")]
    [InlineData("Message-ID: <0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10@osterfenn.example>\n", "This mail comes from Inward itself")]
    public async Task What_is_no_talk_is_refused_told_to_me_alone_and_answered_by_nothing(string header, string why)
    {
        var (address, subject) = (await Address(Cast.Noor), $"Refused {Interlocked.Increment(ref made)}");
        var to = header.StartsWith("To:", StringComparison.Ordinal) ? "noor.private@home.example" : Cast.Noor.Email;
        var mail = header.StartsWith("To:", StringComparison.Ordinal) ? $"From: {to}\n{header}Subject: {subject}\n\nx" : header.StartsWith("Message-ID", StringComparison.Ordinal) ? $"From: {to}\nTo: {Cast.Wanda.Email}\n{header}Subject: {subject}\n\nx" : Mail(to, Cast.Wanda.Email, subject, "x", header);
        var refused = (await Bring(mail, address)).Expect(406);
        (refused.Type, refused["detail"].GetString()!).ShouldSatisfyAllConditions(r => r.Item1.ShouldBe("application/problem+json"), r => r.Item2.ShouldStartWith(why));
        (await Bring(mail, address)).Expect(406);
        var told = (await house.Call(Cast.Noor).Get("me/mail-address")).Expect(200)["refused"].EnumerateArray().Where(r => r.GetProperty("subject").GetString() == subject).ToList();
        told.Single().GetProperty("why").GetString()!.ShouldStartWith(why);
        (await (await house.Browse(Cast.Noor)).Open("/settings/mail")).Expect(200).Text.ShouldContain(subject);
        (await (await house.Browse(Cast.Priya)).Open("/settings/mail")).Expect(200).Text.ShouldNotContain(subject);
        (await house.Call(Cast.Priya).Get("me/mail-address")).Body.ShouldNotContain(subject);
        (await house.Read(s => s.Count("select count(*) from job where kind in ('notice', 'letter')"))).ShouldBe(0);
        (await house.Read(s => s.Count("select count(*) from happening where kind = 'mail.refused' and payload <> '{}'"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_that_was_refused_becomes_a_talk_once_its_reader_is_known()
    {
        var address = await Address(Cast.Piotr);
        var mail = Mail(Cast.Piotr.Email, "new.hand@osterfenn.example", "Welcome", "on board");
        (await Bring(mail, address)).Expect(406);
        (await house.Call(Cast.Priya).Post("people", new { name = "New Hand", email = "new.hand@osterfenn.example" })).Expect(201);
        (await Bring(mail, address)).Expect(200)["talks"].GetArrayLength().ShouldBe(1);
        (await house.Call(Cast.Piotr).Get("me/mail-address"))["refused"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Forms_of_services_are_read_with_the_bytes_of_the_mail_as_they_came()
    {
        var address = await Address(Cast.Wanda);
        var latin = Encoding.Latin1.GetBytes(Mail(Cast.Wanda.Email, Cast.Piotr.Email, "Latin", "Grüße", "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n"));
        using var sendGrid = new MultipartFormDataContent { { new ByteArrayContent(latin), "email" }, { new StringContent(JsonSerializer.Serialize(new { to = new[] { address }, from = Cast.Wanda.Email })), "envelope" }, { new StringContent("x"), "spam_score" } };
        (await Text(await Post("/hooks/mail", sendGrid))).ShouldContain("Grüße");
        using var mailgun = new MultipartFormDataContent { { new StringContent(address), "recipient" }, { new StringContent(Cast.Wanda.Email), "sender" }, { new StringContent(Mail(Cast.Wanda.Email, Cast.Piotr.Email, "Gun", "Größe")), "body-mime" } };
        (await Text(await Post("/hooks/mail/mime", mailgun))).ShouldContain("Größe");
        using var typed = new FormUrlEncodedContent([new("recipient", address), new("body-mime", Mail(Cast.Wanda.Email, Cast.Piotr.Email, "Typed", "Grüße & mehr"))]);
        (await Text(await Post("/hooks/mail", typed))).ShouldContain("Grüße & mehr");
        using var bounced = new MultipartFormDataContent { { new StringContent(Mail("postbote@x.example", Cast.Piotr.Email, "Bounced", "x")), "email" }, { new StringContent(JsonSerializer.Serialize(new { to = new[] { address }, from = "" })), "envelope" } };
        (await Post("/hooks/mail", bounced)).Expect(406)["detail"].GetString()!.ShouldStartWith("This mail reports");
        foreach (var broken in new[] { "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded" })
        {
            using var content = new ByteArrayContent("--y\r\nnothing=%ff&"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse(broken) } };
            (await Post("/hooks/mail", content)).Expect(406);
        }

        async Task<string> Text(Answer taken) => (await house.Call(Cast.Wanda).Get($"conversations/{taken.Expect(200)["talks"][0]}"))["text"].GetString()!;
    }

    [Fact]
    public async Task Only_who_says_the_secret_brings_mail()
    {
        var address = await Address(Cast.Marta);
        foreach (var (wrong, header) in new[] { ("", ""), ("?secret=wrong", ""), ("?secret=", ""), ("", "the postman rings"), ("?secret=" + HouseWithMailIn.Secret[..^1], "") })
            (await Post($"/hooks/mail{wrong}", new StringContent(Mail(Cast.Marta.Email, Cast.Wanda.Email, "x", "x", $"Bcc: {address}\n")), header)).Expect(401);
        (await Post($"/hooks/mail?secret={Uri.EscapeDataString(HouseWithMailIn.Secret)}", new StringContent(Mail(Cast.Marta.Email, Cast.Wanda.Email, "x", "x", $"Bcc: {address}\n")), "")).Expect(200);
        using var basic = new StringContent(Mail(Cast.Marta.Email, Cast.Wanda.Email, "x", "x", $"Bcc: {address}\n"));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "/hooks/mail")) { Content = basic };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"inward:{HouseWithMailIn.Secret}")));
        using var http = new HttpClient();
        (await http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var closed = await TestHouse.Open(house.Engine);
        (await closed.Call().Send(HttpMethod.Post, "/hooks/mail?secret=x", new StringContent("x"))).Expect(404);
        (await (await closed.Browse(Cast.Marta)).Open("/settings/mail")).Expect(200).Text.ShouldContain("No mail comes to this Inward");
        (await closed.Call(Cast.Marta).Post("me/mail-address")).Expect(409);
    }

    [Fact]
    public async Task Whoever_guesses_the_secret_is_stopped()
    {
        await using var guessed = new HouseWithMailIn(house.Engine);
        await guessed.InitializeAsync();
        var answers = new List<int>();
        for (var i = 0; i < 40; i++)
            answers.Add((await guessed.Call().Send(HttpMethod.Post, $"/hooks/mail?secret={i}", new StringContent("x"))).Status);
        answers.Count(a => a == 401).ShouldBe(30);
        answers[^1].ShouldBe(429);
    }

    [Fact]
    public async Task A_mail_of_more_than_25_MB_is_refused_and_one_of_20_is_not()
    {
        var address = await Address(Cast.Marta);
        var letter = Mail(Cast.Marta.Email, Cast.Wanda.Email, "Large", "", "Content-Type: multipart/mixed; boundary=b\n");
        var large = $"{letter}\n--b\n\nWith a film.\n--b\nContent-Type: video/mp4\n\n";
        (await Bring(large + new string('A', 20 * 1024 * 1024) + "\n--b--\n", address)).Expect(200);
        (await Bring(large + new string('A', 26 * 1024 * 1024) + "\n--b--\n", address)).Expect(413)["detail"].GetString().ShouldBe("A mail may have at most 25 MB.");
    }

    [Fact]
    public async Task The_address_is_told_once_a_new_one_ends_the_old_and_it_ends_with_me()
    {
        var browser = await house.Browse(Cast.Birgit);
        var page = (await browser.Submit(await browser.Open("/settings/mail"), "main form")).Expect(200);
        var first = page.Find("#address")!.GetAttribute("value")!;
        first.ShouldEndWith("@in.osterfenn.example");
        first.Split('@')[0].Length.ShouldBeLessThanOrEqualTo(64);
        (await browser.Open("/settings/mail")).Find("#address").ShouldBeNull();
        (await house.Read(s => s.Count("select count(*) from happening where payload like @like", new { like = $"%{first[..40]}%" }))).ShouldBe(0);
        var second = await Address(Cast.Birgit);
        (await Bring(Mail(Cast.Birgit.Email, Cast.Wanda.Email, "old", "x"), first)).Expect(406);
        (await Bring(Mail(Cast.Birgit.Email, Cast.Wanda.Email, "new", "x"), second)).Expect(200);
        (await house.Call(Cast.Birgit).Delete("me/mail-address", "*")).Expect(204);
        (await Bring(Mail(Cast.Birgit.Email, Cast.Wanda.Email, "ended", "x"), second)).Expect(406);

        await using var other = new HouseWithMailIn(house.Engine);
        await other.InitializeAsync();
        var gareths = (await other.Call(Cast.Gareth).Post("me/mail-address")).Expect(201)["address"].GetString()!;
        (await other.Call(Cast.Priya).Post($"accounts/{Cast.Gareth.Id}/departure")).Expect(200);
        (await other.Call().Send(HttpMethod.Post, $"/hooks/mail?secret={Uri.EscapeDataString(HouseWithMailIn.Secret)}&to={gareths}", new StringContent(Mail(Cast.Gareth.Email, Cast.Wanda.Email, "x", "x")))).Expect(406);
    }

    [Fact]
    public async Task Inwards_own_letters_come_back_as_no_talk()
    {
        var somewhere = (Label: "Open", Address: new Uri("https://inward.example/"));
        using var letter = new Inward.Server.Mail.Letter(Cast.Osterfenn, Cast.Osterfenn, new(Cast.Wanda.Email), "en", "Marta asks you") { Headline = "x", Page = somewhere, Unsubscribe = somewhere.Address }.Message(new("inward@osterfenn.example"));
        // Somebody's rule passed it on and lost the header that says a machine wrote it.
        var mail = $"From: Wanda <{Cast.Marta.Email}>\nTo: {Cast.Wanda.Email}\nSubject: Marta asks you\nMessage-ID: {letter.Headers["Message-ID"]}\n\nDo this";
        (await Bring(mail, await Address(Cast.Wanda))).Expect(406)["detail"].GetString()!.ShouldStartWith("This mail comes from Inward itself");
    }

    [Fact]
    public async Task A_hundred_an_hour_are_enough()
    {
        await using var busy = new HouseWithMailIn(house.Engine);
        await busy.InitializeAsync();
        var address = (await busy.Call(Cast.Marta).Post("me/mail-address")).Expect(201)["address"].GetString()!;
        for (var i = 0; i < 100; i++)
            (await Send(busy)).Expect(200);
        var later = (await Send(busy)).Expect(429);
        later.Headers.RetryAfter.ShouldNotBeNull();
        busy.Clock.MoveOn(TimeSpan.FromHours(2));
        (await Send(busy)).Expect(200);

        Task<Answer> Send(HouseWithMailIn there) => there.Call().Send(HttpMethod.Post, $"/hooks/mail?secret={Uri.EscapeDataString(HouseWithMailIn.Secret)}&to={address}", new StringContent(Mail(Cast.Marta.Email, Cast.Wanda.Email, "x", "x")));
    }

    [Fact]
    public async Task A_mail_servers_pipe_brings_it_with_a_verb()
    {
        var (terminal, address) = (new Terminal(house.Address.ToString(), null) { Secret = HouseWithMailIn.Secret }, await Address(Cast.Marta));
        var mail = Mail(Cast.Marta.Email, Cast.Wanda.Email, "Piped", "through");
        (await terminal.Pipe(mail, "mail", "--to", address, "--from", Cast.Marta.Email)).Expect(0).Said.ShouldEndWith("  logged\n");
        (await terminal.Pipe(mail, "mail", "--to", address, "--from", Cast.Marta.Email)).Expect(0).Said.ShouldBe("Known already.\n");
        (await terminal.Pipe(Mail(Cast.Marta.Email, Cast.Wanda.Email, "Bounced", "x"), "mail", "--to", address, "--from", "")).Expect(1).Complained.ShouldStartWith("This mail reports on another mail");
        (await terminal.Pipe("", "mail")).Expect(2);
        (await new Terminal(house.Address.ToString(), null) { Secret = "wrong" }.Pipe(mail, "mail", "--to", address)).Expect(2);
        (await new Terminal(house.Address.ToString(), null).Pipe(mail, "mail")).Expect(2).Complained.ShouldContain("INWARD_MAIL_SECRET");
        (await new Terminal("http://127.0.0.1:1", null) { Secret = "x" }.Pipe(mail, "mail")).Expect(3);
        (await new Terminal(house.Address.ToString(), Cast.Marta.Token).Type("mailaddress")).Expect(0).Said.ShouldContain("in.osterfenn.example");
    }

    private async Task<string> Address(Colleague who) => (await house.Call(who).Post("me/mail-address")).Expect(201)["address"].GetString()!;

    private static string Mail(string from, string to, string subject, string text, string headers = "") =>
        $"From: {from}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{Guid.CreateVersion7():N}.x@mua.example>\n{headers}\n{text}";

    private Task<Answer> Bring(string mail, string? to = null) => Post($"/hooks/mail{(to is null ? "" : $"?to={Uri.EscapeDataString(to)}")}", new StringContent(mail, Encoding.UTF8, "message/rfc822"));

    private async Task<Answer> Post(string path, HttpContent content, string secret = HouseWithMailIn.Secret)
    {
        if (secret.Length > 0)
            content.Headers.Add("X-Inward-Secret", secret);
        return await house.Call().Send(HttpMethod.Post, path, content);
    }
}

public sealed class MailInOnSqlite(SqliteHouseWithMailIn house) : MailInStories(house), IClassFixture<SqliteHouseWithMailIn>;

public sealed class MailInOnPostgres(PostgresHouseWithMailIn house) : MailInStories(house), IClassFixture<PostgresHouseWithMailIn>;
