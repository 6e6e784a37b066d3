using System.Collections.Frozen;

namespace Inward.Asks.Wording;

/// <summary>German verbs that begin or end an order: "schick", "schicke", "schickt" and "schicken Sie" all come from "schicken".</summary>
internal static class GermanVerbs
{
    private const string Regular =
        "schicken senden machen prüfen liefern klären bestellen bringen buchen stellen sorgen melden rufen holen packen legen schreiben " +
        "suchen zeigen sagen kümmern bestätigen erledigen reparieren installieren montieren überweisen stornieren korrigieren beantworten erklären informieren beachten " +
        "besorgen kontrollieren ändern öffnen schließen leiten reichen warten kommen gehen fragen setzen teilen bereiten unterschreiben " +
        "drucken verschieben planen übersetzen zeichnen nennen leihen bauen beschaffen malen schweißen einigen reinigen verpacken beladen " +
        "vereinbaren richten messen zählen berechnen entscheiden";

    // These change their vowel or lose it, so their orders are listed.
    private static readonly Dictionary<string, string> Irregular =
        ("gib geben, gebt geben, nimm nehmen, nehmt nehmen, lies lesen, sieh sehen, hilf helfen, sprich sprechen, ruf rufen, halt halten, " +
            "haltet halten, lass lassen, lasst lassen, tu tun, sei sein, trag tragen, schau schauen, räum räumen, sammle sammeln, " +
            "ändere ändern, liefere liefern")
        .Split(", ").Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly FrozenSet<string> Infinitives =
        Phrases.WordsOf(Regular).Concat(Irregular.Values).Where(verb => verb is not ("sein" or "tun")).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Orders = SpellOrders();

    // "Frage zur Rechnung" and "Stelle im Lager" are headings, not orders.
    private static readonly FrozenSet<string> AlsoNouns = Phrases.WordsOf(
        "frage stelle melde packe lege suche sorge sage setze plane reiche warte holt lies drucke");

    private static readonly FrozenSet<string> Objects = Phrases.WordsOf(
        "mir uns ihm ihr ihnen mich ihn sie es das den die der dem dich euch dir ein eine einen bitte mal doch dafür bis heute morgen sofort " +
        "alle alles auf an ab dein deine");

    /// <summary>Verb parts that stand at the end of an order and before its verb elsewhere: "ruf … an", "anrufen".</summary>
    private static readonly FrozenSet<string> Parts = Phrases.WordsOf(
        "an ab auf aus bei ein her hin mit nach vor weiter zu zusammen zurück frei bereit um durch fertig");

    // A clause with one of these has a subject or a verb of its own, so the infinitive at its end orders nobody.
    private static readonly FrozenSet<string> Speaking = Phrases.WordsOf(
        "ich du er es wir ihr sie man kann kannst können könnten will willst wollen muss müssen soll sollen sollten darf dürfen werden würden " +
        "wird lassen zu möchten ist sind war waren hat haben wenn weil dass");

    private static readonly FrozenSet<string> WithoutObject = Phrases.WordsOf("warten kommen gehen fragen rufen halten helfen");

    public static bool IsOrder(string word) => Orders.ContainsKey(word);

    public static bool IsInfinitive(string word) =>
        Infinitives.Contains(word) || Parts.Any(part => word.StartsWith(part, StringComparison.Ordinal) && Infinitives.Contains(word[part.Length..]));

    /// <summary>Whether an order begins at this token.</summary>
    public static bool OrdersAt(Spoken spoken, int at)
    {
        var word = spoken.Word(at);
        var next = spoken.Word(at + 1);
        if (Infinitives.Contains(word))
            return next == "sie";
        return Orders.ContainsKey(word) && (AlsoNouns.Contains(word) ? Objects.Contains(next) : next is not ("ist" or "sind" or "war" or "wird" or ":"));
    }

    /// <summary>"Rechnung bis Donnerstag schicken": the infinitive at the end orders, after a please or where nobody is named who does it.</summary>
    public static bool OrdersAtEnd(Spoken spoken, Utterance utterance, bool afterPlease)
    {
        var last = utterance.Opening;
        while (last + 1 < utterance.After && (spoken.Tokens[last + 1].IsWord || spoken.Word(last + 1) is not ("," or "." or "!")))
            last++;
        if (!IsInfinitive(spoken.Word(last)))
            return false;
        var others = Enumerable.Range(utterance.Opening, last - utterance.Opening).Select(spoken.Word).ToList();
        return afterPlease || (others.Count >= 3 && !WithoutObject.Contains(spoken.Word(last)) && !others.Exists(Speaking.Contains));
    }

    /// <summary>The infinitive of an order and the part that stood at its end: "ruf … an" is "anrufen".</summary>
    public static string InfinitiveOf(string order, string last) =>
        Parts.Contains(last) ? last + Orders.GetValueOrDefault(order, order) : Orders.GetValueOrDefault(order, order);

    public static bool IsPart(string word) => Parts.Contains(word);

    private static FrozenDictionary<string, string> SpellOrders()
    {
        var orders = new Dictionary<string, string>(Irregular);
        foreach (var infinitive in Phrases.WordsOf(Regular))
        {
            var stem = infinitive.EndsWith("en", StringComparison.Ordinal) ? infinitive[..^2] : infinitive[..^1];
            orders.TryAdd(stem, infinitive);
            orders.TryAdd(stem + "e", infinitive);
            orders.TryAdd(stem[^1] is 't' or 'd' ? stem + "et" : stem + "t", infinitive);
        }

        return orders.ToFrozenDictionary();
    }
}
