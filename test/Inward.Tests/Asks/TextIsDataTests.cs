using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;

namespace Inward.Tests.Asks;

/// <summary>Any text may be written and comes back as it was; what no text is, is refused by its field.</summary>
public class TextIsDataTests
{
    // Plain arrays: a theory's rows would arrive with their broken halves mended.
    private static readonly string[] Odd = ["🙂👩‍🚀 🙏", "هل يمكنك إرسال الفاتورة؟", "\u202Eenuolc", "=cmd|' /C calc'!A0", "<b>{0}</b>", "'; drop table ask; --", "İıẞß\u0301", new string('x', 20_000)];

    private static readonly string[] NoText = ["half \ud83d", "\udc00 other half", "nul \0", new string('x', 20_001)];

    private static readonly Dictionary<string, Func<string, (Ask Ask, Id Me, Move Move)>> Fields = new()
    {
        ["text"] = text => (Scene.Asked(), Cast.Wanda, new Questioning(text)),
        ["answer text"] = text => (Scene.Questioned(), Cast.Marta, new Answering(text)),
        ["remark text"] = text => (Scene.Asked(), Cast.Bernd, new Remarking(text)),
        ["concern text"] = text => (Scene.Asked(), Cast.Marta, new RaisingConcern(text)),
        ["obstacle what"] = text => (Scene.Asked(), Cast.Wanda, new RaisingObstacle(text)),
        ["decline reason"] = text => (Scene.Asked(), Cast.Wanda, new Declining(text)),
        ["withdrawal reason"] = text => (Scene.Asked(), Cast.Marta, new Withdrawing(text)),
        ["revocation reason"] = text => (Scene.Promised(), Cast.Wanda, new Revoking(text)),
        ["firstStep"] = text => (Scene.Asked(), Cast.Wanda, new Promising(Scene.NeededBy, text)),
        ["counter note"] = text => (Scene.Asked(), Cast.Wanda, new Countering(Scene.NeededBy, Note: text)),
        ["counter what"] = text => (Scene.Asked(), Cast.Wanda, new Countering(Scene.NeededBy, What: text)),
        ["renegotiation note"] = text => (Scene.Promised(), Cast.Marta, new Renegotiating(Scene.NeededBy, Note: text)),
        ["delivery note"] = text => (Scene.Promised(), Cast.Wanda, new Delivering(text)),
        ["rejection note"] = text => (Scene.Delivered(), Cast.Marta, new Rejecting("It enters the lane after ten", text)),
        ["telling words"] = text => (Scene.Accepted(), Cast.Marta, new TellingCustomer(text, "phone")),
    };

    public static TheoryData<string> EveryField => [.. Fields.Keys];

    [Theory]
    [MemberData(nameof(EveryField))]
    public void Any_text_can_be_said_anywhere_and_what_is_none_is_refused_by_its_field(string field)
    {
        foreach (var text in Odd)
        {
            var (ask, me, move) = Fields[field](text);
            ask.By(me, move).ToString().ShouldNotBeNull();
        }
        foreach (var text in NoText)
        {
            var (ask, me, move) = Fields[field](text);
            var broken = ask.Refuses(me, move);
            (broken.Why, broken.Fields.Count).ShouldBe((Broken.Invalid, 1));
            field.ShouldEndWith(broken.Fields[0].Name);
        }
    }

    [Fact]
    public void An_ask_keeps_its_words_to_the_letter() => Odd.ShouldAllBe(text => IsKept(text));

    private static bool IsKept(string text)
    {
        var ask = Scene.Asked(Scene.Crate with { What = text, Reason = text, Effect = text });
        return ask.Terms.What == text && ask.Reason == text && ask.Effect == text;
    }

    [Fact]
    public void A_draft_names_every_field_whose_text_is_broken()
    {
        foreach (var text in NoText)
        {
            Should.Throw<BrokenRule>(() => Scene.Draft(new Asking(text, Reason: text, Effect: text, Conditions: [text]))).Fields.Select(f => f.Name)
                .ShouldBe(["what", "reason", "effect", "conditions"]);
        }
    }

    [Fact]
    public void Twenty_one_conditions_are_several_asks() =>
        Should.Throw<BrokenRule>(() => Scene.Draft(Scene.Crate with { Conditions = [.. Enumerable.Range(1, 21).Select(n => $"Condition {n}")] })).Message
            .ShouldBe("At most 20 conditions: perhaps these are several asks.");

    [Theory]
    [MemberData(nameof(EveryField))]
    public void A_blank_text_is_no_text(string field)
    {
        string[] mayBeBlank = ["withdrawal reason", "firstStep", "counter note", "counter what", "renegotiation note", "delivery note", "rejection note"];
        var (ask, me, move) = Fields[field](" \n ");
        if (mayBeBlank.Contains(field))
            Should.NotThrow(() => ask.By(me, move));
        else
            field.ShouldEndWith(ask.Refuses(me, move).Fields.ShouldHaveSingleItem().Name);
    }
}
