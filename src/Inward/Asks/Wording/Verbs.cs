using System.Collections.Frozen;

namespace Inward.Asks.Wording;

/// <summary>English verbs that begin an order. Several are nouns as well, and then the next word decides.</summary>
internal static class EnglishVerbs
{
    private static readonly FrozenSet<string> Plain = Split(
        "send give get let tell make take bring come see find look put ask add keep confirm provide respond read fill arrange try talk meet go join follow stop " +
        "remember pass advise submit write remove include consider discuss think wait leave show move start pay apply register verify ensure bear stay hold drop " +
        "don't do be prepare explain attach cancel coordinate speak turn run buy proceed approve fix finish deliver install clarify inform notify sign choose " +
        "inspect repair replace unload load collect translate correct complete escalate investigate quote assign prioritise prioritize resolve repeat");

    private static readonly FrozenSet<string> AlsoNouns = Split(
        "call review check forward contact email e-mail mail reply print fax update book visit use plan schedule help share note change open save order copy " +
        "work plug ship pick pack report release return transfer invoice stock test design set credit answer deal");

    private static readonly FrozenSet<string> Objects = Split(
        "the a an this that these those my our your his her their its me us him them it all every each any some whether if with up in out back over through to " +
        "both everything everyone someone");

    // "Report is missing" and "Note: …" tell, they do not order.
    private static readonly FrozenSet<string> Tells = Split("is was are were has had have must will would can could should : - – = of");

    // "Call Anna" is an order, "Order Management" is not.
    private static readonly FrozenSet<string> OfPeople = Split("call contact email e-mail help visit");

    public static bool IsVerb(string word) => Plain.Contains(word) || AlsoNouns.Contains(word);

    /// <summary>Whether an order begins at this token.</summary>
    public static bool OrdersAt(Spoken spoken, int at)
    {
        var (word, next) = (spoken.Word(at), spoken.Word(at + 1));
        if (Plain.Contains(word))
            return !Tells.Contains(next);
        var isName = OfPeople.Contains(word) && next.Length > 0 && char.IsUpper(spoken.Text[spoken.Tokens[at + 1].Start]);
        return AlsoNouns.Contains(word) && (Objects.Contains(next) || isName);
    }

    internal static FrozenSet<string> Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}

/// <summary>German verbs that begin or end an order: "schick", "schicke", "schickt" and "schicken Sie" all come from "schicken".</summary>
internal static class GermanVerbs
{
    private const string Regular =
        "schicken senden machen prüfen liefern klären bestellen bringen buchen stellen sorgen melden rufen holen packen legen schreiben suchen zeigen sagen kümmern " +
        "bestätigen erledigen reparieren installieren montieren überweisen stornieren korrigieren beantworten erklären informieren beachten " +
        "besorgen kontrollieren ändern öffnen schließen leiten reichen warten kommen gehen fragen setzen teilen bereiten unterschreiben drucken verschieben planen übersetzen";

    // These change their vowel or lose it, so their orders are listed.
    private static readonly Dictionary<string, string> Irregular =
        ("gib geben, gebt geben, nimm nehmen, nehmt nehmen, lies lesen, sieh sehen, hilf helfen, sprich sprechen, ruf rufen, halt halten, " +
            "haltet halten, lass lassen, lasst lassen, tu tun, sei sein, trag tragen, schau schauen, räum räumen, sammle sammeln, " +
            "ändere ändern, liefere liefern")
        .Split(", ").Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly FrozenSet<string> Infinitives =
        EnglishVerbs.Split(Regular).Concat(Irregular.Values).Where(verb => verb is not ("sein" or "tun")).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Orders = SpellOrders();

    // "Frage zur Rechnung" and "Stelle im Lager" are headings, not orders.
    private static readonly FrozenSet<string> AlsoNouns = EnglishVerbs.Split("frage stelle melde packe lege suche sorge sage setze plane reiche warte holt lies drucke");

    private static readonly FrozenSet<string> Objects = EnglishVerbs.Split(
        "mir uns ihm ihr ihnen mich ihn sie es das den die der dem dich euch dir ein eine einen bitte mal doch dafür bis heute morgen sofort alle alles auf an ab dein deine");

    /// <summary>Verb parts that stand at the end of an order and before its verb elsewhere: "ruf … an", "anrufen".</summary>
    private static readonly FrozenSet<string> Parts = EnglishVerbs.Split("an ab auf aus bei ein her hin mit nach vor weiter zu zurück frei bereit um durch fertig");

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

    /// <summary>The infinitive of an order and the part that stood at its end: "ruf … an" is "anrufen".</summary>
    public static string InfinitiveOf(string order, string last) =>
        Parts.Contains(last) ? last + Orders.GetValueOrDefault(order, order) : Orders.GetValueOrDefault(order, order);

    public static bool IsPart(string word) => Parts.Contains(word);

    private static FrozenDictionary<string, string> SpellOrders()
    {
        var orders = new Dictionary<string, string>(Irregular);
        foreach (var infinitive in EnglishVerbs.Split(Regular))
        {
            var stem = infinitive.EndsWith("en", StringComparison.Ordinal) ? infinitive[..^2] : infinitive[..^1];
            orders.TryAdd(stem, infinitive);
            orders.TryAdd(stem + "e", infinitive);
            orders.TryAdd(stem[^1] is 't' or 'd' ? stem + "et" : stem + "t", infinitive);
        }

        return orders.ToFrozenDictionary();
    }
}
