using Inward.Conversations;
using Inward.House;

namespace Inward.Tests.Conversations;

/// <summary>When a mail becomes a talk, with whom, and what no person wrote.</summary>
public sealed class MailedTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id Marta = Id.New(Now), Wanda = Id.New(Now);
    private static readonly Correspondent Author = new(Marta, "Marta Kowal", "marta@x.example"), Her = new(Wanda, "Wanda Lorenz", "wanda@x.example");

    [Fact]
    public void The_talk_is_with_those_who_are_known_and_names_who_is_not()
    {
        var mail = A("marta@x.example", "wanda@x.example", "elin@home.example");
        mail.With(Marta, [Author, Her]).ShouldBe([Wanda]);
        var (said, notes) = mail.Words(Marta, [Author, Her]);
        said.ShouldBe("The crate\n\nIt is heavy.");
        notes.Select(n => n.ToString()).ShouldBe(["2 attachments were left out.", "Not known here: elin@home.example."]);
    }

    [Fact]
    public void Who_wrote_it_is_named_when_it_was_not_its_author() =>
        (A("wanda@x.example", "marta@x.example") with { Attachments = 1 }).Words(Marta, [Author, Her]).Notes.Select(n => n.ToString()).ShouldBe(["Wanda Lorenz wrote this mail.", "One attachment was left out."]);

    [Fact]
    public void A_mail_to_nobody_who_is_known_or_to_oneself_is_refused()
    {
        Should.Throw<BrokenRule>(() => A("marta@x.example", "elin@home.example").With(Marta, [Author])).Message.ShouldBe("Nobody in this mail is known here: marta@x.example, elin@home.example.");
        Should.Throw<BrokenRule>(() => A("marta@x.example").With(Marta, [Author])).Message.ShouldStartWith("This mail is to yourself alone.");
        Should.Throw<BrokenRule>(() => A().With(Marta, [])).Message.ShouldBe("This mail names no colleague in From, To or Cc.");
        Should.Throw<BrokenRule>(() => (A("marta@x.example", "wanda@x.example") with { Subject = " ", Text = "\n" }).Words(Marta, [Author, Her])).Message.ShouldStartWith("There are no words");
    }

    [Theory]
    [InlineData("2026-11-20T13:03:05Z", "2026-11-20T13:03:05Z")]
    [InlineData("2026-11-23T09:00:01Z", "2026-11-23T09:00:00Z")]
    [InlineData("1904-01-01T00:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData(null, "2026-11-23T09:00:00Z")]
    public void It_was_when_its_date_says_and_never_ahead(string? sent, string at) =>
        (A("marta@x.example", "wanda@x.example") with { Sent = sent is null ? null : DateTimeOffset.Parse(sent, System.Globalization.CultureInfo.InvariantCulture) }).When(Now).ShouldBe(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Auto-Submitted", "auto-replied (vacation)")]
    [InlineData("Auto-Submitted", "auto-generated")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("Precedence", "bulk")]
    [InlineData("Precedence", "List")]
    [InlineData("Precedence", "auto_reply")]
    [InlineData("X-Autoreply", "yes")]
    [InlineData("Return-Path", "<>")]
    [InlineData("Return-Path", "<MAILER-DAEMON>")]
    [InlineData("From", "Mail Delivery System <MAILER-DAEMON@mx.example>")]
    [InlineData("Message-ID", "<0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10@inward.example>")]
    public void What_no_person_wrote_is_refused(string header, string value) =>
        Should.Throw<BrokenRule>(() => MailSigns.Check(name => name == header ? value : null, "text/plain", null, "inward.example")).Message.ShouldEndWith("It is no talk.");

    [Fact]
    public void So_are_reports_and_mails_that_nobody_sent()
    {
        Should.Throw<BrokenRule>(() => MailSigns.Check(_ => null, "multipart/report", null, "inward.example"));
        Should.Throw<BrokenRule>(() => MailSigns.Check(_ => null, "text/plain", "", "inward.example"));
    }

    [Theory]
    [InlineData("Auto-Submitted", "no")]
    [InlineData("Auto-Submitted", "No; owner-email=x")]
    [InlineData("Precedence", "first-class")]
    [InlineData("Return-Path", "<wanda@x.example>")]
    [InlineData("Message-ID", "<0198f3c2-7d5e-7c31-9a52-3f1f6c1e5a10@mail.gmail.example>")]
    [InlineData("Message-ID", "<CAF=x@inward.example>")]
    [InlineData("Message-ID", "no id at all")]
    public void What_a_person_wrote_is_not(string header, string value) => MailSigns.Check(name => name == header ? value : null, "multipart/alternative", "wanda@x.example", "inward.example");

    private static Mailed A(params string[] others) => new(others.FirstOrDefault(), others, null, "The crate", "It is heavy.", 2);
}
