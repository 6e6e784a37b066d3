using Inward.Asks.Wording;
using static Inward.Tests.Asks.Wording.Coached;

namespace Inward.Tests.Asks.Wording;

/// <summary>Each rule once where it speaks and once where it keeps quiet, in English and in German.</summary>
public class WordingCoachTests
{
    [Theory]
    [InlineData("Send the corrected invoice to the customer.")]
    [InlineData("Hi Wanda, check the order and the address.")]
    [InlineData("If the customer calls, send him to me.")]
    [InlineData("Please call the customer.")]
    [InlineData("I need you to deliver this on Thursday.")]
    [InlineData("1. Inspect the pallet")]
    [InlineData("Whitewash the wall behind the roaster.")]
    [InlineData("Call Anna, she waits.")]
    [InlineData("Calculate what a silo really costs us.")]
    [InlineData("Change Tidewrack's invoice to sixty days.")]
    [InlineData("Schick mir die korrigierte Rechnung.")]
    [InlineData("Sag mir, wann der Lkw kommt.")]
    [InlineData("Hallo Wanda, prüfe die Adresse.")]
    [InlineData("Wenn der Kunde anruft, schick ihn zu mir.")]
    [InlineData("Bitte Rechnung bis Donnerstag schicken.")]
    [InlineData("Die Rechnung bis Donnerstag schicken, solange Anna da ist.")]
    [InlineData("Schicken Sie mir die Rechnung zu.")]
    [InlineData("Ich will, dass die Kisten am Donnerstag da sind.")]
    [InlineData("Du sollst die Kisten am Donnerstag liefern.")]
    public void An_order_is_noticed(string what) => Is(HintKind.Order, what);

    [Theory]
    [InlineData("Could you send the corrected invoice?")]
    [InlineData("The pallet was not on the truck.")]
    [InlineData("Report is missing from the folder.")]
    [InlineData("Order 4711 is late.")]
    [InlineData("Note: the customer moved.")]
    [InlineData("Today the truck came early.")]
    [InlineData("Missing the boat would cost a week.")]
    [InlineData("Let's meet?")]
    [InlineData("Könntest du die Rechnung schicken?")]
    [InlineData("Frage zur Rechnung 4711")]
    [InlineData("Stelle im Lager ist frei.")]
    [InlineData("Die Fahrer können die Kisten am Donnerstag liefern.")]
    [InlineData("Die Kunden in Lübeck warten.")]
    [InlineData("Die Palette war nicht auf dem Lkw.")]
    public void A_question_or_a_remark_is_no_order(string what) => IsNot(HintKind.Order, what);

    [Theory]
    [InlineData("Send the corrected invoice by Thursday!", "Could you send the corrected invoice by Thursday?")]
    [InlineData("Hi Wanda, please check the address (the new one).", "Could you check the address (the new one)?")]
    [InlineData("I need you to deliver the crates on Thursday.", "Could you deliver the crates on Thursday?")]
    [InlineData("Schick mir bitte die Rechnung bis Donnerstag.", "Könntest du mir die Rechnung bis Donnerstag schicken?")]
    [InlineData("Ruf den Kunden an.", "Könntest du den Kunden anrufen?")]
    [InlineData("Schicken Sie mir die Rechnung zu.", "Könnten Sie mir die Rechnung zuschicken?")]
    [InlineData("Die Rechnung bis Donnerstag schicken.", "Könntest du die Rechnung bis Donnerstag schicken?")]
    public void An_order_is_shown_as_a_question_in_the_writers_own_words(string what, string question) =>
        Only(what, HintKind.Order).Example.ShouldBe(question);

    [Theory]
    [InlineData("Send the invoice, the customer is waiting.")]
    [InlineData("Send me the number and I'll call him.")]
    [InlineData("Don't call him.")]
    [InlineData("Prüf die Rechnung und ruf den Kunden an.")]
    public void Where_grammar_would_have_to_guess_a_ready_example_is_shown(string what) =>
        Only(what, HintKind.Order).Example.ShouldBeOneOf(
            "Could you send the corrected invoice by Thursday?", "Könntest du die korrigierte Rechnung bis Donnerstag schicken?");

    [Theory]
    [InlineData("Why was the pallet not on the truck?", "Why")]
    [InlineData("The pallet is missing. How come nobody called?", "How come")]
    [InlineData("Hallo Wanda, warum fehlt die Palette?", "warum")]
    [InlineData("Die Palette fehlt. Wieso hat niemand angerufen?", "Wieso")]
    public void A_leading_why_is_noticed(string what, string why) => what.At(Only(what, HintKind.LeadingWhy)).ShouldBe(why);

    [Theory]
    [InlineData("Could you tell me why the pallet was late?")]
    [InlineData("Why don't we meet on Thursday?")]
    [InlineData("Why: the customer waits.")]
    [InlineData("Könntest du mir sagen, warum die Palette fehlt?")]
    [InlineData("Warum treffen wir uns nicht am Donnerstag?")]
    public void A_why_inside_and_a_suggestion_are_fine(string what) => IsNot(HintKind.LeadingWhy, what);

    [Theory]
    [InlineData("Could you send the invoice and call the customer?", "call the customer?")]
    [InlineData("Could you send the invoice? Can you also call the customer?", "Can you also call the customer?")]
    [InlineData("1. Send the invoice\n2. Call the customer", "Call the customer")]
    [InlineData("Könntest du die Rechnung schicken und den Kunden anrufen?", "anrufen?")]
    [InlineData("Prüf die Rechnung und ruf den Kunden an.", "ruf den Kunden an.")]
    [InlineData("Könnten Sie die Rechnung schicken? Und könnten Sie Anna fragen?", "könnten Sie Anna fragen?")]
    public void Several_asks_in_one_are_noticed_at_the_second(string what, string second) =>
        what.At(Only(what, HintKind.SeveralAsks)).ShouldBe(second);

    [Theory]
    [InlineData("Could you send the invoice and the delivery note?")]
    [InlineData("Could you check the stock and let me know?")]
    [InlineData("Could you go and see the customer?")]
    [InlineData("Could you send it by Thursday? If not, could you tell me what you need?")]
    [InlineData("Könntest du die Rechnung und den Lieferschein schicken?")]
    [InlineData("Könntest du den Bestand prüfen? Wenn nicht, was bräuchtest du?")]
    public void One_ask_with_two_objects_or_a_way_out_is_one(string what) => IsNot(HintKind.SeveralAsks, what);

    [Theory]
    [InlineData("You must deliver this on Thursday.", "You must")]
    [InlineData("Could you deliver this on Thursday, no matter what?", "no matter what")]
    [InlineData("Du musst das bis Donnerstag liefern.", "Du musst")]
    [InlineData("Ich erwarte, dass das bis Donnerstag da ist.", "Ich erwarte, dass")]
    [InlineData("Könntest du das bis Donnerstag liefern, ohne Wenn und Aber?", "ohne Wenn")]
    public void No_room_to_say_no_is_noticed(string what, string pressing) => what.At(Only(what, HintKind.NoRoomForNo)).ShouldBe(pressing);

    [Theory]
    [InlineData("Could you deliver this on Thursday?")]
    [InlineData("We expect forty guests. Could you deliver this on Thursday?")]
    [InlineData("Wir erwarten vierzig Gäste. Könntest du das liefern?")]
    [InlineData("You must be busy. Would Thursday work?")]
    [InlineData("I need it immediately. If that is not possible, what would you need?")]
    [InlineData("Könntest du das bis Donnerstag liefern?")]
    [InlineData("Wir brauchen das sofort. Wenn das nicht geht, was bräuchtest du?")]
    public void A_way_out_leaves_room_to_say_no(string what) => IsNot(HintKind.NoRoomForNo, what);

    [Theory]
    [InlineData("Please send the invoice.", "Could you please send the invoice?")]
    [InlineData("Hi Wanda, please send the invoice.", "Could you please send the invoice?")]
    [InlineData("Bitte schick Anna die Rechnung.", "Könntest du bitte Anna die Rechnung schicken?")]
    public void A_leading_please_is_moved_into_a_question(string what, string question) =>
        Only(what, HintKind.LeadingPlease).Example.ShouldBe(question);

    [Theory]
    [InlineData("Could you please send the invoice?")]
    [InlineData("Könntest du mir bitte die Rechnung schicken?")]
    public void A_please_inside_a_question_is_fine(string what) => IsNot(HintKind.LeadingPlease, what);

    [Theory]
    [InlineData("Thank you for last week. Could you send the invoice?", "Thank you")]
    [InlineData("Danke für letzte Woche. Könntest du die Rechnung schicken?", "Danke")]
    [InlineData("Könnten Sie die Rechnung schicken? Vielen Dank.", "Vielen Dank")]
    public void Thanks_are_praised(string what, string thanks)
    {
        var hint = Only(what, HintKind.WarmThanks);
        hint.IsPraise.ShouldBeTrue();
        what.At(hint).ShouldBe(thanks);
    }

    [Theory]
    [InlineData("Thanks for nothing. Where is the pallet?")]
    [InlineData("Could you send the invoice?")]
    [InlineData("Danke für nichts. Wo ist die Palette?")]
    [InlineData("Könntest du die Rechnung schicken?")]
    public void No_thanks_or_bitter_thanks_are_not_praised(string what) => IsNot(HintKind.WarmThanks, what);

    [Theory]
    [InlineData("Could you send the invoice by Thursday?")]
    [InlineData("Could you send the invoice by Thursday")]
    [InlineData("Könntest du die Rechnung bis Donnerstag schicken?")]
    public void A_question_is_praised_and_nothing_else_is_said(string what)
    {
        var hint = Read(what).ShouldHaveSingleItem();
        hint.Kind.ShouldBe(HintKind.WarmQuestion);
        hint.IsPraise.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Could you look? Send it then.")]
    [InlineData("Kannst du schauen? Schick es mir dann.")]
    [InlineData("Dann kann ich die Kisten liefern.")]
    public void A_question_beside_an_order_and_a_mere_remark_are_not_praised(string what) => IsNot(HintKind.WarmQuestion, what);
}
