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

    private static readonly FrozenSet<string> Determiners = Split(
        "the a an this these those my our your his her their its me us him them it whether what how which");

    private static readonly FrozenSet<string> Objects = Split(
        "that all every each any some if with up in out back over through to both everything everyone someone").Concat(Determiners).ToFrozenSet();

    // What else may stand before "the": whatever word is not here and does is a verb.
    private static readonly FrozenSet<string> NeverVerbs = Split(
        "i you he she it we they who what which when where why how whose that this these those there here is are was were be am has have had will would can could " +
        "shall should may might must did does if because since while although though until till unless once whether as than so and or but nor yet for of in on at by " +
        "to from with without within into onto over under about after before during through between among against along across behind beside near per via like " +
        "unlike despite except regarding concerning not no now then today tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday " +
        "maybe perhaps also even only just still already again soon later sometimes always never often all both half such what's that's it's once twice " +
        "above below inside outside around past off up down out back next last plus minus however therefore otherwise instead ok okay well yes thanks thank " +
        "sorry please hi hello dear meanwhile apparently hopefully unfortunately");

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
        if (!AlsoNouns.Contains(word))
            return Determiners.Contains(next) && MayBeVerb(spoken, at);
        var isName = OfPeople.Contains(word) && spoken.IsCapital(at + 1);
        return Objects.Contains(next) || isName || next.EndsWith("'s", StringComparison.Ordinal);
    }

    /// <summary>"Roast the beans": English lets nothing but a verb stand alone before an article, small words and names aside.</summary>
    private static bool MayBeVerb(Spoken spoken, int at)
    {
        var word = spoken.Word(at);
        var isName = spoken.IsCapital(at) && !spoken.Opens(at);
        return word.Length > 2 && word.All(char.IsAsciiLetter) && !isName && !NeverVerbs.Contains(word)
            && !word.EndsWith("ing", StringComparison.Ordinal) && !word.EndsWith("ed", StringComparison.Ordinal)
            && !word.EndsWith("ly", StringComparison.Ordinal) && !word.EndsWith('s');
    }

    internal static FrozenSet<string> Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}

/// <summary>German verbs that begin or end an order: "schick", "schicke", "schickt" and "schicken Sie" all come from "schicken".</summary>
internal static class GermanVerbs
{
    private const string Regular =
        "schicken senden machen prüfen liefern klären bestellen bringen buchen stellen sorgen melden rufen holen packen legen schreiben suchen zeigen sagen kümmern " +
        "bestätigen erledigen reparieren installieren montieren überweisen stornieren korrigieren beantworten erklären informieren beachten " +
        "besorgen kontrollieren ändern öffnen schließen leiten reichen warten kommen gehen fragen setzen teilen bereiten unterschreiben drucken verschieben planen übersetzen zeichnen nennen leihen bauen beschaffen malen schweißen einigen reinigen verpacken beladen vereinbaren richten messen zählen berechnen entscheiden";

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
    private static readonly FrozenSet<string> Parts = EnglishVerbs.Split("an ab auf aus bei ein her hin mit nach vor weiter zu zusammen zurück frei bereit um durch fertig");

    // A clause with one of these has a subject or a verb of its own, so the infinitive at its end orders nobody.
    private static readonly FrozenSet<string> Speaking = EnglishVerbs.Split(
        "ich du er es wir ihr sie man kann kannst können könnten will willst wollen muss müssen soll sollen sollten darf dürfen werden würden wird lassen zu möchten " +
        "ist sind war waren hat haben wenn weil dass");

    private static readonly FrozenSet<string> WithoutObject = EnglishVerbs.Split("warten kommen gehen fragen rufen halten helfen");

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
