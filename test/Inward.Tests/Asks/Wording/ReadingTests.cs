using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Inward.Asks.Wording;

namespace Inward.Tests.Asks.Wording;

/// <summary>Is it an ask, how does it sound, and what survives any text.</summary>
public class ReadingTests
{
    private static readonly string[] Naughty =
    [
        "", " ", "\0\u0001\u001b[31m", "🙂👩‍🚀 could you 🙏 send it?", "\ud83d", "\udc00 send the \ud800invoice.", "هل يمكنك إرسال الفاتورة؟",
        "\u202Esend the invoice\u202C", "ａ\u0301\u0308\u0308\u0308", "İıẞß", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "{0} {1} {",
        "Ｃｏｕｌｄ ｙｏｕ", "….…?!?!?!", "Send\u200bthe\ufeffinvoice", "12.99.99999999999", "1.2.3.4.5:6:7/8", "-", "'", "Wanda,", "please", "bitte schicken",
    ];

    [Theory]
    [InlineData("Could you send me the corrected invoice by Thursday?", "The invoice was corrected on Thursday.")]
    [InlineData("Please let me know when the truck arrives.", "The truck arrived yesterday and he was glad.")]
    [InlineData("Send the invoice.", "The invoice.")]
    [InlineData("Könntest du mir die Rechnung bis Donnerstag schicken?", "Die Rechnung wurde am Donnerstag geschickt.")]
    [InlineData("Bitte gib mir Bescheid, wenn der Lkw da ist.", "Der Lkw war gestern da.")]
    public void An_ask_is_told_from_a_remark(string ask, string remark)
    {
        WordingCoach.IsThereAnAsk(ask).IsAsk.ShouldBeTrue();
        WordingCoach.IsThereAnAsk(remark).IsAsk.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Thank you for the quick help. Could you take a look at the invoice?", "Why is the invoice wrong again?")]
    [InlineData("Hi Wanda, sorry to bother you. Would you mind checking the address?", "You never check the address, really.")]
    [InlineData("Danke für die schnelle Hilfe. Könntest du dir die Rechnung ansehen?", "Warum ist die Rechnung schon wieder falsch?")]
    [InlineData("Hallo Wanda, entschuldige die Störung. Würdest du die Adresse prüfen?", "Du hast die Adresse nie geprüft, wirklich.")]
    public void A_warm_text_scores_above_a_cold_one(string warm, string cold)
    {
        WordingCoach.Tone(warm).Score.ShouldBeGreaterThan(0.3);
        WordingCoach.Tone(cold).Score.ShouldBeLessThan(-0.3);
    }

    [Fact]
    public void Thanks_and_could_you_warm_and_a_leading_please_does_not()
    {
        var plain = WordingCoach.Tone("I am waiting for the corrected invoice of our customer.").Score;
        WordingCoach.Tone("Thanks, I am waiting for the corrected invoice of our customer.").Score.ShouldBeGreaterThan(plain + 0.3);
        WordingCoach.Tone("Could you check the corrected invoice of our customer in Graz?").Score
            .ShouldBeGreaterThan(WordingCoach.Tone("Please check the corrected invoice of our customer in Graz.").Score + 0.1);
    }

    [Fact]
    public void A_reading_is_the_sum_of_its_reasons_and_names_the_weightiest_first()
    {
        var tone = WordingCoach.Tone("Thanks. Why is it wrong?");
        var silent = WordingCoach.Tone("Tuesday and Wednesday and Thursday and Friday and Saturday.");
        silent.Reasons.ShouldBeEmpty();
        tone.Score.ShouldBe(silent.Score + tone.Reasons.Sum(reason => reason.Share), 1e-9);
        tone.Reasons[0].Name.ShouldBe("gratitude");
        tone.Reasons.Select(reason => Math.Abs(reason.Share)).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Any_text_can_be_read_and_each_hint_points_into_its_own_field() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), (string? text) => ReadsWhole(text)));

    [Fact]
    public void Naughty_texts_can_be_read()
    {
        foreach (var text in Naughty.Concat(Naughty.Select(text => $"Please send {text} and call him, why? {text}")))
            ReadsWhole(text);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("?")]
    [InlineData("if a, ")]
    [InlineData("Wanda, ")]
    [InlineData("Could you send it and call him? ")]
    [InlineData("\ud83d")]
    [InlineData("Schick es und ruf an.\n")]
    public void A_text_of_100_kB_can_be_read(string piece) => ReadsWhole(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));

    [Fact]
    public void The_machines_own_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var said = WordingCoach.Read(new AskWords("INSPECT THE INVOICE IN LINZ.")).ToList();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            WordingCoach.Read(new AskWords("INSPECT THE INVOICE IN LINZ.")).ShouldBe(said);
            said.ShouldContain(hint => hint.Kind == HintKind.Order);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void ReadsWhole(string? text)
    {
        var hints = WordingCoach.Read(new AskWords(text, text, text, [text!]));
        hints.Select(hint => hint.Kind).ShouldBeUnique();
        foreach (var hint in hints.Where(hint => hint.Where is not null))
            (hint.Where!.Start >= 0 && hint.Where.Length > 0 && hint.Where.Start + hint.Where.Length <= text!.Length).ShouldBeTrue();
        WordingCoach.Read(new AskWords(text, text, text, [text!])).ShouldBe(hints);
        WordingCoach.IsThereAnAsk(text).Likelihood.ShouldBeInRange(0, 1);
        double.IsFinite(WordingCoach.Tone(text).Score).ShouldBeTrue();
    }
}
