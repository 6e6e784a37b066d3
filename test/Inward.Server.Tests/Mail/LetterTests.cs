using System.Net.Mail;
using Inward.House;
using Inward.Server.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Inward.Server.Tests.Mail;

/// <summary>Letters over real SMTP to a sink: what was written is what is read, and nothing else.</summary>
public sealed class LetterTests : IDisposable
{
    private readonly SmtpSink sink = new();

    public static TheoryData<string> Naughty =>
    [
        "Zahl bitte bis Montag: 100 € für Übergröße",
        "🇺🇳 👩‍👩‍👧‍👦 and a lone ﷽",
        "ابدأ هنا \u202e right to left",
        "=cmd|'/C calc'!A0",
        "<script>alert(1)</script> & \"quotes\"",
        ".\n..\n.\nafter the dots",
        "=?utf-8?Q?not_encoded?= =3D=0A",
        "--boundary\n\nContent-Type: text/html\n\n<b>no</b>",
        "-- \nOn Monday, Marta wrote:\n> nothing of this",
        new string('w', 1500),
        "trailing blanks   \nand tabs\t\nend",
    ];

    [Theory]
    [MemberData(nameof(Naughty))]
    public async Task Words_arrive_as_they_were_written(string words)
    {
        var mail = await Sent(Letter(words) with { Quotes = [(words, "Marta Kowal")] });
        Lines(mail.Text, "> ").ShouldContain(words);
        System.Net.WebUtility.HtmlDecode(mail.Html.Replace("<br>", "\n", StringComparison.Ordinal)).ShouldContain(words);
        mail.Html.ShouldNotContain("<script>");
        mail.Html.ShouldNotContain("<b>no</b>");
        mail.Headers.Select(h => h.Name).ShouldBeUnique();
    }

    [Theory]
    [InlineData("Crate it\r\nBcc: everyone@osterfenn.example")]
    [InlineData("Crate it\nBcc: everyone@osterfenn.example")]
    [InlineData("Crate it\u2028Bcc: everyone@osterfenn.example\0")]
    public async Task A_line_break_in_a_subject_or_a_name_makes_no_header(string words)
    {
        var mail = await Sent(Letter(words) with { To = new MailAddress("wanda@osterfenn.example", Inward.Server.Mail.Letter.OneLine(words, 100)) });
        mail.To.ShouldBe(["wanda@osterfenn.example"]);
        mail["Bcc"].ShouldBeNull();
        mail.Subject.ShouldBe("Crate it Bcc: everyone@osterfenn.example");
        mail["To"]!.ShouldEndWith("<wanda@osterfenn.example>");
    }

    [Fact]
    public async Task A_long_text_is_cut_between_characters_and_the_page_has_it_whole()
    {
        var mail = await Sent(Letter("long") with { Quotes = [(new string('a', 1999) + "🦆 and more", "Marta Kowal")] });
        mail.Text.ShouldContain("a…");
        mail.Text.ShouldNotContain("\ufffd");
        mail.Text.ShouldContain("http://127.0.0.1/asks/1");
    }

    [Fact]
    public async Task A_receiver_that_is_not_known_there_stops_nobody_else()
    {
        sink.Refuses = to => to.StartsWith("gone", StringComparison.Ordinal) ? "550 5.1.1 No such mailbox" : null;
        await Post().Send(Letter("one") with { To = new MailAddress("gone@osterfenn.example") }, TestContext.Current.CancellationToken);
        (await Sent(Letter("two"))).Subject.ShouldBe("two");
    }

    [Fact]
    public async Task A_server_that_cannot_prove_its_name_gets_no_letter()
    {
        using var certificate = Certificates.For("localhost").Server;
        using var untrusted = new SmtpSink(certificate);
        await Should.ThrowAsync<Exception>(() => Post(untrusted, ("Tls", "true")).Send(Letter("secret"), TestContext.Current.CancellationToken));
        untrusted.TakeAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_without_TLS_gets_no_letter_where_TLS_is_wanted()
    {
        await Should.ThrowAsync<SmtpException>(() => Post(sink, ("Tls", "true")).Send(Letter("secret"), TestContext.Current.CancellationToken));
        sink.TakeAll().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Port", "mail")]
    [InlineData("Tls", "perhaps")]
    [InlineData("From", "nobody")]
    [InlineData("From", null)]
    public void Settings_that_cannot_be_meant_are_refused_in_a_sentence(string name, string? value) =>
        Should.Throw<ArgumentException>(() => Settings(sink, (name, value))).Message.ShouldContain($"Inward:Mail:{name}");

    [Fact]
    public void A_password_does_not_travel_in_the_clear()
    {
        Should.Throw<ArgumentException>(() => Settings(sink, ("Host", "mail.osterfenn.example"), ("User", "inward"), ("Password", "seven small lamps"))).Message.ShouldContain("in the clear");
        Settings(sink, ("Host", "mail.osterfenn.example"), ("User", "inward"), ("Password", "seven small lamps"), ("Tls", "true")).Login!.UserName.ShouldBe("inward");
    }

    public void Dispose() => sink.Dispose();

    private async Task<ReceivedMail> Sent(Letter letter)
    {
        await Post().Send(letter, TestContext.Current.CancellationToken);
        return sink.TakeAll().ShouldHaveSingleItem();
    }

    private Post Post(SmtpSink? to = null, params (string, string?)[] also) => new(Settings(to ?? sink, also), TimeProvider.System, NullLogger<Post>.Instance);

    private static MailSettings Settings(SmtpSink sink, params (string Name, string? Value)[] also)
    {
        var said = new Dictionary<string, string?>
        {
            ["Inward:Mail:Host"] = "localhost", ["Inward:Mail:Port"] = sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Inward:Mail:From"] = "inward@osterfenn.example", ["Inward:Mail:Tls"] = "false",
        };
        foreach (var (name, value) in also)
            said[$"Inward:Mail:{name}"] = value;
        return MailSettings.Of(new ConfigurationBuilder().AddInMemoryCollection(said).Build());
    }

    private static Letter Letter(string subject) => new(Id.New(TimeProvider.System.GetUtcNow()), Id.New(TimeProvider.System.GetUtcNow()), new MailAddress("wanda@osterfenn.example"), "en", subject)
    {
        Headline = "Marta Kowal asks you", Page = ("Open the ask", new Uri("http://127.0.0.1/asks/1")), Unsubscribe = new Uri("http://127.0.0.1/settings"),
    };

    /// <summary>The lines that begin so, without their beginning: how a mail program shows a quotation.</summary>
    private static string Lines(string text, string beginning) =>
        string.Join('\n', text.Split('\n').Where(l => l.StartsWith(beginning, StringComparison.Ordinal)).Select(l => l[beginning.Length..]));
}
