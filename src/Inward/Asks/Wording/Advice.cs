using Inward.House;

namespace Inward.Asks.Wording;

/// <summary>What the coach says about each thing it notices, and how the same could be said, in the language of the ask.</summary>
internal static class Advice
{
    public static readonly Sentence VagueDate = "“{0}” is not a date: everyone reads it differently. Say the day.";
    public static readonly Sentence NoAnswerDate = "Say by when you need an answer. Without a day, silence can last for ever.";
    public static readonly Sentence ReasonInside =
        "Your reason stands inside the ask. Write it under the reason, where it stays when the terms change.";

    private static readonly Dictionary<HintKind, Said> All = new()
    {
        [HintKind.Order] = new(
            "This reads as an order. A question leaves the answer to your colleague, and only a free yes is a promise.",
            "Could you send the corrected invoice by Thursday?",
            "Könntest du die korrigierte Rechnung bis Donnerstag schicken?"),
        [HintKind.LeadingWhy] = new(
            "A “why” at the beginning sounds like a reproach. Say what you saw, then ask what happened.",
            "The pallet was not on Tuesday's truck. What happened?",
            "Die Palette war am Dienstag nicht auf dem Lkw. Was ist passiert?"),
        [HintKind.NoReason] = new(
            "Say why you ask. Who knows the reason can find a better way to the same end.",
            "The customer cannot pay before the order number stands on the invoice.",
            "Der Kunde kann erst zahlen, wenn die Bestellnummer auf der Rechnung steht."),
        [HintKind.NoEffect] = new(
            "Say what it changes, for the customer, the company or you. That is what your colleague can be thanked for.",
            "Then they can open their branch on Saturday.",
            "Dann können sie ihre Filiale am Samstag eröffnen."),
        [HintKind.NoDate] = new(
            "Say by when it is needed. A promise without a day cannot be kept.",
            "By Thursday noon, so that it is on Friday's truck.",
            "Bis Donnerstagmittag, damit es am Freitag auf dem Lkw ist."),
        [HintKind.NoCondition] = new(
            "Say how both of you will see that it is done.",
            "The invoice shows order number 4711 and 19 % tax.",
            "Die Rechnung zeigt Bestellnummer 4711 und 19 % Steuer."),
        [HintKind.SeveralAsks] = new(
            "This asks for several things. Ask each on its own: then each can be promised, refused or delayed on its own.",
            "First ask: “Could you send the invoice?” Second ask: “Could you call the customer?”",
            "Erste Bitte: „Könntest du die Rechnung schicken?“ Zweite Bitte: „Könntest du den Kunden anrufen?“"),
        [HintKind.NoRoomForNo] = new(
            "This leaves no room to say no. Who cannot say no cannot promise either.",
            "Would Thursday work? If not, what would you need?",
            "Passt dir Donnerstag? Wenn nicht, was bräuchtest du?"),
        [HintKind.LeadingPlease] = new(
            "A “please” at the beginning often sounds like an order. Inside a question it is warm.",
            "Could you please send the invoice by Thursday?",
            "Könntest du mir bitte bis Donnerstag die Rechnung schicken?"),
        [HintKind.WarmThanks] = new(
            "Your thanks make this warm. Keep them.",
            "Thank you for last week's quick answer.",
            "Danke für die schnelle Antwort letzte Woche."),
        [HintKind.WarmQuestion] = new(
            "You ask instead of telling. Keep it so.",
            "Could you send the invoice by Thursday?",
            "Könntest du die Rechnung bis Donnerstag schicken?"),
    };

    /// <summary>Every template that can be shown, so that a guard finds those without a translation.</summary>
    public static IEnumerable<string> Templates =>
        All.Values.Select(said => said.Explanation)
            .Concat([VagueDate, NoAnswerDate, ReasonInside])
            .Concat(AskSigns.All.Concat(ToneSigns.All).Select(sign => sign.Says))
            .Select(sentence => sentence.Template)
            .Distinct();

    public static Hint On(HintKind kind, string field, Language language, Place? where = null, Sentence? explanation = null, string? example = null)
    {
        var said = All[kind];
        return new Hint(kind, field, explanation ?? said.Explanation, example ?? (language == Language.German ? said.German : said.English), where);
    }

    private sealed record Said(Sentence Explanation, string English, string German);
}
