using Inward.Asks.Wording;
using static Inward.Tests.Asks.Wording.Coached;

namespace Inward.Tests.Asks.Wording;

/// <summary>What an ask lacks, and in which field the coach says so.</summary>
public class MissingPartsTests
{
    private const string English = "Could you send the invoice?";
    private const string German = "Könntest du die Rechnung schicken?";

    [Theory]
    [InlineData(English, "The customer cannot pay before the order number stands on the invoice.")]
    [InlineData(German, "Der Kunde kann erst zahlen, wenn die Bestellnummer auf der Rechnung steht.")]
    public void A_missing_reason_is_noticed_with_an_example_in_the_language_of_the_ask(string what, string example)
    {
        var hint = Found(HintKind.NoReason, Ask(what) with { Reason = " \t" }).ShouldNotBeNull();
        (hint.Field, hint.Example, hint.Where).ShouldBe(("reason", example, null));
        Found(HintKind.NoReason, Ask(what)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Could you send the invoice because the customer waits?", "because")]
    [InlineData("Könntest du die Rechnung schicken, weil der Kunde wartet?", "weil")]
    public void A_reason_inside_the_ask_is_sent_to_its_own_field(string what, string because)
    {
        var hint = Found(HintKind.NoReason, Ask(what) with { Reason = null }).ShouldNotBeNull();
        hint.Field.ShouldBe("what");
        what.At(hint).ShouldBe(because);
        hint.Explanation.Template.ShouldStartWith("Your reason stands inside the ask.");
    }

    [Theory]
    [InlineData(English)]
    [InlineData(German)]
    public void A_missing_effect_is_noticed(string what)
    {
        Found(HintKind.NoEffect, Ask(what) with { Effect = "" }).ShouldNotBeNull().Field.ShouldBe("effect");
        Found(HintKind.NoEffect, Ask(what)).ShouldBeNull();
    }

    [Theory]
    [InlineData(English)]
    [InlineData(German)]
    public void Without_a_condition_of_satisfaction_nobody_sees_when_it_is_done(string what)
    {
        Found(HintKind.NoCondition, Ask(what) with { Conditions = null }).ShouldNotBeNull().Field.ShouldBe("conditions");
        Found(HintKind.NoCondition, Ask(what) with { Conditions = ["", "…"] }).ShouldNotBeNull();
        Found(HintKind.NoCondition, Ask(what)).ShouldBeNull();
    }

    [Theory]
    [InlineData(English)]
    [InlineData(German)]
    [InlineData("Could you send 12.50 to Anna?")]
    public void A_missing_day_is_noticed(string what)
    {
        Found(HintKind.NoDate, Ask(what) with { NeededBy = null }).ShouldNotBeNull().Field.ShouldBe("neededBy");
        Found(HintKind.NoDate, Ask(what)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Could you send the invoice by Thursday?")]
    [InlineData("Could you send the invoice by 21 November?")]
    [InlineData("Could you send it by 2026-11-21?")]
    [InlineData("Could you send it before the end of the month?")]
    [InlineData("Could you send it by 12:30?")]
    [InlineData("Könntest du die Rechnung bis Donnerstag schicken?")]
    [InlineData("Könntest du die Rechnung bis 21. November schicken?")]
    [InlineData("Könntest du sie bis 21.11. schicken?")]
    public void A_day_in_the_words_counts(string what) => Found(HintKind.NoDate, Ask(what) with { NeededBy = null }).ShouldBeNull();

    [Theory]
    [InlineData("Could you send the invoice asap?", "asap")]
    [InlineData("Könntest du die Rechnung so schnell wie möglich schicken?", "so schnell wie möglich")]
    public void As_soon_as_possible_is_no_day(string what, string vague)
    {
        var hint = Found(HintKind.NoDate, Ask(what) with { NeededBy = null }).ShouldNotBeNull();
        what.At(hint).ShouldBe(vague);
        hint.Explanation.ToString().ShouldStartWith($"“{vague}” is not a date");
        Found(HintKind.NoDate, Ask(what)).ShouldBeNull();
    }

    [Fact]
    public void Without_a_day_for_the_answer_silence_can_last()
    {
        Found(HintKind.NoDate, Ask(English) with { AnswerBy = null }).ShouldNotBeNull().Field.ShouldBe("answerBy");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n … ?! ")]
    [InlineData(null)]
    public void An_empty_form_gets_no_lecture(string? what) => WordingCoach.Read(new AskWords(what)).ShouldBeEmpty();

    [Fact]
    public void A_bare_ask_hears_of_everything_it_lacks_once_and_in_reading_order()
    {
        WordingCoach.Read(new AskWords("Send the invoice.")).Select(hint => hint.Kind).ShouldBe(
            [HintKind.Order, HintKind.NoReason, HintKind.NoEffect, HintKind.NoCondition, HintKind.NoDate]);
    }

    [Fact]
    public void The_language_given_wins_over_the_one_found()
    {
        Found(HintKind.NoReason, new AskWords(English, Language: Language.German)).ShouldNotBeNull().Example.ShouldStartWith("Der Kunde");
    }

    [Fact]
    public void Every_sentence_it_says_is_among_its_templates()
    {
        string[] asks =
        [
            "Please send it asap because I want it. Why is it late? You must call him.",
            "Could you send it and call Anna? Thanks.",
            "Bitte schick es bald.",
            English,
        ];
        var said = asks.SelectMany(what => new[] { new(what), Ask(what), Ask(what) with { AnswerBy = null } }).SelectMany(WordingCoach.Read).ToList();
        said.Select(hint => hint.Kind).Distinct().ShouldBe(Enum.GetValues<HintKind>(), ignoreOrder: true);
        said.Select(hint => hint.Explanation.Template).ShouldBeSubsetOf(WordingCoach.Templates);
        asks.SelectMany(what => WordingCoach.Tone(what).Reasons.Concat(WordingCoach.IsThereAnAsk(what).Reasons))
            .Select(reason => reason.Says.Template).ShouldBeSubsetOf(WordingCoach.Templates);
    }

    private static Hint? Found(HintKind kind, AskWords words) => WordingCoach.Read(words).SingleOrDefault(hint => hint.Kind == kind);
}
