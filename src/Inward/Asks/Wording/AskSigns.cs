namespace Inward.Asks.Wording;

/// <summary>
/// What tells an ask from a remark. Logistic regression (ridge 2) on four fifths of the Enron sentences that Parakweet Labs labelled
/// (Apache-2.0). A positive weight speaks for an ask.
/// </summary>
internal static class AskSigns
{
    public const double Start = -1.55;

    /// <summary>Log-odds from which on a sentence counts as an ask: the best F1 on the same four fifths.</summary>
    public const double Threshold = -0.5;

    public static readonly IReadOnlyList<Sign> All =
    [
        Sign.Words("could you", 1.88, "It asks whether somebody can or would.",
            "can|could|would|will you, can|could u, you please, can|could someone|somebody|anyone, is|be it possible, would it be possible, " +
            "would you mind",
            "kannst|könntest|würdest|magst du, können|könnten|würden sie, könnt|könntet|würdet ihr, kann|könnte jemand, es möglich"),
        Sign.Words("shall we", 1.45, "It proposes something to do together.",
            "can|could|shall|should|may we, can|could|shall|should|may i, we could|can, do you want, do you think, would like me",
            "können|könnten|sollen|sollten|wollen wir, kann|könnte|soll|darf ich, wir könnten|können, willst|möchtest du, meinst|denkst du"),
        Sign.Form("question mark", 1.71, "It is a question.", spoken => Last(spoken) == "?" ? 1 : 0),
        Sign.Words("please first", 1.80, "It opens with a please.", "^please, ^pls, ^kindly", "^bitte"),
        Sign.Words("please", 1.86, "It says please.", "please, pls, plz", "bitte, bitten"),
        Sign.Words("let me know", 1.65, "It wants to be told something.",
            "let me|us|him|her|them know, keep me|us, tell me|us, get back to me|us, me know, your thoughts, me to know", "sag|sagt|gib|gebt " +
            "mir|uns, lass|lasst mich|uns, sagen|geben sie, melde dich, bescheid"),
        Sign.Words("give me", 0.97, "It wants something given, sent or called.",
            "give|send|call|email|e-mail|contact|fax|show|help|bring|forward|join me|us, a call, join you, remind me, leave me, for me, " +
            "reply|respond|forward to, to me",
            "gib|schick|schicke|schickt|sende|bring|zeig|hilf|ruf|nenne mir|mich|uns, schicken|senden|rufen sie, für mich, an mich"),
        Sign.Words("let us", 1.25, "It says “let us”.", "let's, lets, let us", "lass|lasst|lassen uns"),
        Sign.Form("order", 1.53, "It opens with a verb, as an order does.", OpensWithVerb),
        Sign.Form("order inside", 0.82, "A part of it begins with a verb, as an order does.", VerbInside),
        Sign.Words("meet", 2.18, "It is about meeting or talking.",
            "discuss, meet, talk, get together, lunch, schedule, sit down, catch up, conference call, coffee, drinks, speak with, chat, set up, " +
            "go over, have a call",
            "besprechen, treffen, sprechen, reden, mittagessen, termin, abstimmen, telefonieren, zusammensetzen, kaffee"),
        Sign.Words("need", 1.23, "It names a need.",
            "i|we need, need you|your, need to, i|we want you, want you to, you need",
            "ich|wir brauche|brauchen, brauchen wir, brauche ich, ich benötige, wir benötigen"),
        Sign.Words("you should", 0.76, "It says what somebody should or may do.",
            "you should|must|may|might|could|can, you have to, you'll need, you will need, we should|must, be sure, make sure, don't forget, " +
            "remember to",
            "du solltest|musst|kannst|könntest, sie sollten|müssen|können|könnten, wir sollten|müssen, denk|denke daran, vergiss nicht"),
        Sign.Words("would like", 1.06, "It says what would be welcome.",
            "would like|love|appreciate, i'd|we'd like|love|appreciate, appreciated, appreciate your, appreciate it, grateful, helpful if, " +
            "be great|helpful, any help",
            "hätte|hätten gern|gerne, würde mich|uns, ich wäre dankbar, dankbar, wäre schön|super|toll|hilfreich, ich möchte, wir möchten, " +
            "freuen würde"),
        Sign.Words("by when", 0.78, "It presses for a time.",
            "asap, as soon as, by tomorrow|monday|tuesday|wednesday|thursday|friday|noon|close, by the end, your convenience, when you get, " +
            "a chance|minute|moment, urgent, right away, immediately, before you",
            "so schnell wie, so bald wie, bis morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|mittag, bis zum, dringend, sofort, " +
            "umgehend, einen moment|augenblick"),
        Sign.Words("day", 0.64, "It names a day.",
            "tomorrow, today, this afternoon|morning|week, tonight, next week, monday, tuesday, wednesday, thursday, friday",
            "heute, morgen, diese|nächste woche, montag, dienstag, mittwoch, donnerstag, freitag"),
        Sign.Words("work verb", 0.46, "It names a piece of work.",
            "call, review, confirm, verify, forward, check, copy, send, advise, visit, schedule, print, reply, respond, complete, help",
            "ruf, schick, schicke, schickt, prüf, prüfe, bestell, bestelle, liefer, klär, sende, anrufen, prüfen, bestätigen, weiterleiten, " +
            "schicken, senden, liefern, klären, ausdrucken, antworten, ergänzen, helfen, bestellen, buchen"),
        Sign.Words("suggest", 1.07, "It suggests or hopes.",
            "suggest, how|what about, why don't, perhaps|maybe|think we, propose, recommend, if you could, wondering, hoping, hope you|we|to, " +
            "available, what do you",
            "schlage vor, vorschlagen, wie wäre, was hältst, warum nicht, vielleicht können|könnten, wenn du könntest, wenn sie könnten, " +
            "ich frage mich, ich hoffe"),
        Sign.Words("i will", 0.65, "It says what the writer will do.",
            "i'll, i will, we'll, call you, i can, i shall, shall",
            "ich werde, wir werden, ich kann, ich rufe"),
        Sign.Words("to me", 0.24, "It speaks of me or us.", "me, us, my", "mir, mich, uns, mein, meine"),
        Sign.Words("to you", 0.52, "It speaks to you.", "you, your", "du, dir, dich, dein, deine, ihnen, ihr, euch, sie"),
        Sign.Form("flat opening", -0.86, "It opens like a statement.", OpensFlat),
        Sign.Words("opens with i", -0.11, "It opens with the writer.", "^i, ^i'm, ^i've, ^we, ^we've, ^we're", "^ich, ^wir"),
        Sign.Words("past", -0.28, "It tells of the past.",
            "was, were, been, had, did, said, told, asked, sent, got, went, thought, received, made, took, gave, came, called, talked, spoke, " +
            "discussed, met, wanted, didn't, wasn't, couldn't",
            "war, waren, hatte, hatten, wurde, wurden, gewesen, gesagt, gefragt, geschickt, bekommen, dachte, gemacht, gegeben, angerufen, " +
            "besprochen, wollte, habe, haben"),
        Sign.Words("others", -0.18, "It speaks of third people.", "they, he, she, their, his, her, them, him, its", "er, sein, seine, ihm, ihn"),
        Sign.Words("mailshot", -0.57, "It reads like advertising.",
            "click, unsubscribe, subscribe, sale, %, $, free, receive, emails, address book, ensure delivery, off, save, offer, www, http, " +
            "deals, store, @, now, today only",
            "klicken, klick, abmelden, newsletter, %, €, gratis, rabatt, angebot, jetzt, http, www, @"),
        Sign.Words("farewell", -1.54, "It greets or thanks and wants nothing.",
            "look forward, looking forward, see you, thanks for, thank you for",
            "freue mich, freuen uns, bis bald, bis dann, danke für, vielen dank für"),
        Sign.Words("condition", -0.27, "It sets a condition or says no.",
            "if you, if so, when you, if any, should you, if there, not, no, don't, can't, cannot, won't",
            "wenn du, falls, wenn sie, nicht, kein, keine"),
        Sign.Form("length", -0.48, "It is long.", spoken => Math.Min(3, spoken.Tokens.Count / 20.0)),
    ];

    // Statements open with these; questions and orders seldom do.
    private static readonly HashSet<string> Flat =
    [
        "the", "this", "that", "there", "it", "it's", "a", "an", "these", "those", "our", "my", "as", "in", "at", "on", "they", "he", "she",
        "here", "his", "her", "their",
        "der", "die", "das", "dies", "diese", "es", "ein", "eine", "unser", "unsere", "mein", "meine", "im", "am", "er", "hier",
    ];

    private static string Last(Spoken spoken) => spoken.Word(spoken.Tokens.Count - 1);

    private static double OpensWithVerb(Spoken spoken, Language language) =>
        spoken.Utterances.Any(one => IsVerb(spoken, one.Opening, language)) ? 1 : 0;

    private static double VerbInside(Spoken spoken, Language language)
    {
        for (var at = 1; at < spoken.Tokens.Count; at++)
        {
            var mayBegin = spoken.Word(at - 1) is "," or ";" or "-" or ":" or ")" or "and" or "then" or "und" or "dann" && !spoken.Opens(at);
            if (mayBegin && IsVerb(spoken, at, language))
                return 1;
        }

        return 0;
    }

    private static double OpensFlat(Spoken spoken) => spoken.Utterances.Any(one => Flat.Contains(spoken.Word(one.Opening))) ? 1 : 0;

    private static bool IsVerb(Spoken spoken, int at, Language language) =>
        language == Language.English ? EnglishVerbs.OrdersAt(spoken, at) : GermanVerbs.OrdersAt(spoken, at);
}
