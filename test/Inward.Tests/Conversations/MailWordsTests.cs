using Inward.Conversations;

namespace Inward.Tests.Conversations;

/// <summary>What a mail says that was not said before, as the usual programs write it.</summary>
public sealed class MailWordsTests
{
    [Fact]
    public void A_mail_that_answers_nothing_stays_as_it_is() =>
        MailWords.Of("Could you look at the crate?\n\nneed: its weight\nFrom: nobody special", false).ShouldBe(new MailWords("Could you look at the crate?\n\nneed: its weight\nFrom: nobody special"));

    [Theory]
    [InlineData("Yes.\r\n\r\nOn Fri, Nov 20, 2026 at 2:03 PM Wanda Lorenz <wanda@osterfenn.example>\r\nwrote:\r\n\r\n> Do you need it?\r\n> need: an old line\r\n")] // Gmail
    [InlineData("Yes.\n\nAm 20.11.2026 um 14:03 schrieb Wanda Lorenz:\n> Do you need it?\n>\n>> older\n")] // Thunderbird
    [InlineData("Yes.\n\n> On 20 Nov 2026, at 14:03, Wanda Lorenz <wanda@osterfenn.example> wrote:\n> \n> Do you need it?\n")] // Apple Mail
    [InlineData("Yes.\n\n________________________________\nFrom: Wanda Lorenz <wanda@osterfenn.example>\nSent: Friday, November 20, 2026 2:03 PM\nTo: Marta Kowal\nSubject: The crate\n\nneed: an old line")] // Outlook
    [InlineData("Yes.\n\nVon: Wanda Lorenz <wanda@osterfenn.example>\nGesendet: Freitag, 20. November 2026 14:03\nAn: Marta Kowal\nBetreff: Die Kiste\n\nneed: an old line")] // Outlook auf Deutsch
    [InlineData("Yes.\n\n-----Ursprüngliche Nachricht-----\nneed: an old line")]
    [InlineData("Yes.\n\n-----Original Message-----\nneed: an old line")]
    [InlineData("Yes.\n\nWanda Lorenz <wanda@osterfenn.example> wrote:\n> Do you need it?")]
    public void The_mail_that_it_answers_is_left_out_and_so_said(string mail) => MailWords.Of(mail, false).ShouldBe(new MailWords("Yes.", QuoteLeftOut: true));

    [Fact]
    public void Answers_between_the_lines_stay() =>
        MailWords.Of("Hello,\n\nAm 20.11.2026 schrieb Wanda:\n> When?\n\nOn Friday.\n\n> Who?\n\nPiotr.", false).ShouldBe(new MailWords("Hello,\n\nOn Friday.\n\nPiotr.", QuoteLeftOut: true));

    [Theory]
    [InlineData("Yes.\n-- \nMarta Kowal\nneed: no item of mine")]
    [InlineData("Yes.\n--\nMarta")]
    [InlineData("Yes.\n\nSent from my iPhone")]
    [InlineData("Yes.\n\nVon meinem iPhone gesendet")]
    public void A_signature_is_left_out_and_so_said(string mail) => MailWords.Of(mail, false).ShouldBe(new MailWords("Yes.", SignatureLeftOut: true));

    [Fact]
    public void A_mail_of_nothing_but_a_quote_keeps_it() => MailWords.Of("> The whole of it\n> is a quote", false).ShouldBe(new MailWords("> The whole of it\n> is a quote"));

    [Fact]
    public void What_was_passed_on_is_what_is_told() =>
        MailWords.Of("Look:\n\nFrom: Wanda\nSent: Friday\nTo: Marta\nSubject: x\n\nIt broke.", isForwarded: true).Text.ShouldEndWith("It broke.");

    [Fact]
    public void A_sentence_that_ends_with_a_colon_is_no_attribution() => MailWords.Of("These I need:\n> 3 straps", false).Text.ShouldBe("These I need:");

    [Fact(Timeout = 20_000)]
    public async Task No_mail_keeps_it_busy()
    {
        foreach (var line in new[] { ">\n", "\n", "\n>", "--\n", "From: \n", "x:\n>\n", "On a wrote:\n\n>\n" })
            await Task.Run(() => MailWords.Of(string.Concat(Enumerable.Repeat(line, 1_000_000 / line.Length)), false), TestContext.Current.CancellationToken);
    }
}
