namespace Inward.Asks.Wording;

/// <summary>
/// What makes a request warm or cold, after the politeness strategies of Danescu-Niculescu-Mizil and others (2013). Ridge
/// regression (5) on four fifths of the Stanford Politeness Corpus, Wikipedia part (CC BY 4.0). A positive weight warms.
/// </summary>
internal static class ToneSigns
{
    public const double Start = -0.01;

    public static readonly IReadOnlyList<Sign> All =
    [
        Sign.Words("gratitude", 0.69, "Thanks warm.",
            "thanks, thank, thx, appreciate, appreciated, grateful, cheers",
            "danke, dank, dankbar, bedanke, bedanken, merci", 2),
        Sign.Words("praise", 0.40, "It sees what the other did well.",
            "good|great|nice|excellent work|job|point|start|idea|catch|edit, well done, interesting, excellent, great, nice, wonderful, " +
            "awesome, love, impressed, impressive, congratulations, congrats, fantastic, brilliant, beautiful, kudos, kind, enjoyed, cool",
            "gute|tolle|super|starke arbeit|idee|leistung, gut gemacht, hervorragend, super, toll, wunderbar, großartig, klasse, prima, " +
            "beeindruckt, beeindruckend, glückwunsch, nett, freundlich, schön", 2),
        Sign.Words("greeting", 0.34, "It greets.",
            "hi, hello, hey, dear, good morning|afternoon|evening, greetings",
            "hallo, hi, liebe, lieber, guten morgen|tag|abend, moin, servus, grüß"),
        Sign.Words("apology", 0.49, "It apologises.",
            "sorry, apologies, apologize, apologise, forgive, pardon, my fault|mistake, to bother you",
            "entschuldigung, entschuldige, entschuldigen, sorry, verzeihung, verzeih, tut mir leid, mein fehler, mein versehen"),
        Sign.Words("could you", 0.28, "“Could you” leaves the answer open.",
            "could you|someone|somebody|anyone|i|we",
            "könntest du, könnten sie|wir, könntet ihr, könnte jemand|ich, dürfte ich"),
        Sign.Words("would you", 0.20, "“Would” leaves the answer open.",
            "would you, would it be, would be, you would",
            "würdest du, würden sie, würdet ihr, wäre es, wäre, hättest du, hätten sie"),
        Sign.Words("willing", 0.18, "It asks whether the other is willing and able.",
            "mind, willing, interested in, be interested, be able, possible, like to, you like", "bereit, möglich, interesse, lust, magst du, " +
            "möchtest du, möchten sie, macht es dir, würde es dir", 2),
        Sign.Words("can you", 0.17, "“Can you” asks.",
            "can|will you|someone|anyone, can|may i",
            "kannst|willst du, können sie, könnt ihr, kann|darf ich, kann jemand"),
        Sign.Words("please inside", 0.16, "A please inside the sentence warms.",
            "you please, please ?, could|can|would please, to please, and please, me please",
            "du bitte, sie bitte, mir bitte, bitte ?, ihr bitte, uns bitte"),
        Sign.Words("please", 0.12, "It says please.", "please, pls, plz", "bitte"),
        Sign.Words("please first", -0.06, "A please at the beginning may sound like an order.", "^please, ^pls", "^bitte"),
        Sign.Words("why", -0.32, "“Why” sounds like a reproach.", "why, how come", "warum, wieso, weshalb", 2),
        Sign.Words("why first", -0.12, "A “why” at the beginning sounds like a reproach.", "^why", "^warum, ^wieso, ^weshalb"),
        Sign.Words("you first", -0.15, "It begins with “you”.",
            "^you, ^your, so you, and you, you really|are|have|did|never|always|just|keep, you're, are you",
            "^du, ^dein, ^deine, du bist|hast|immer|nie|wieder, bist du, sie haben wieder", 2),
        Sign.Words("accusing question", -0.16, "It asks in the negative or tells what one must not do.",
            "don't|didn't|aren't|can't|won't|haven't|couldn't you, do|did|are|can you not, you don't|can't|didn't|cannot|must|should, " +
            "you do|did|should|could not, should you, isn't it, stop, don't",
            "hast|kannst|willst|weißt|siehst du nicht, du hast|kannst|darfst|musst|solltest, hör auf, lass das, haben|können|wollen sie nicht", 2),
        Sign.Words("did you", -0.09, "It asks what the other did.", "did you, have you, why did, did", "hast du, habt ihr, haben sie"),
        Sign.Words("your view", 0.20, "It asks for the other's view.",
            "do you think, you think, thoughts, your opinion|view|advice|ideas, any ideas|suggestions, advice, suggestions, comments, input, " +
            "do you have",
            "was meinst|denkst du, was meinen|denken sie, was hältst du, meinst du, deine|ihre meinung, idee, ideen, vorschlag, vorschläge, " +
            "rat, einschätzung", 2),
        Sign.Words("hedge", 0.11, "It leaves room with “perhaps” or “I think”.",
            "i think|believe|guess|thought|suppose|wonder|wondered, perhaps, maybe, possibly, might, wondering, seems, not sure, a bit, " +
            "curious, hope, if possible, when you have, if you have, by the way",
            "ich glaube|denke|dachte|vermute, vielleicht, möglicherweise, eventuell, scheint, nicht sicher, ein bisschen, etwas, " +
            "ich frage mich, ich hoffe, falls möglich, wenn möglich, übrigens", 2),
        Sign.Words("help", 0.29, "It asks for help.",
            "help, assist, assistance, helping, helpful, work on, take a look, have a look, look at",
            "hilfe, helfen, hilf, hilfst, helft, hilfreich, unterstützen, unterstützung, anschauen, ansehen", 2),
        Sign.Words("gladness", 0.20, "It sounds glad.",
            "happy, glad, pleased, good, best, better, friend, enjoy, fun, well, : ), : - ), ; ), ; - ), no problem, no worries",
            "gern, gerne, freue, freut, froh, gut, beste, besser, spaß, : ), ; ), kein problem, alles gut", 2),
        Sign.Words("sharp words", -0.62, "A sharp word hurts.",
            "hell, stupid, ridiculous, idiot, moron, nonsense, joke, absurd, crap, damn, damned, shit, fuck, fucking, bullshit, lie, lies, " +
            "liar, lying, dumb, lame, silly, pathetic, rubbish, troll, wtf, shame, insult, attack, clown, bloody, incompetent, ignorant, " +
            "ignorance, arrogant, childish, clueless, garbage, trash, nerve, disgusting, bully, crazy, heck",
            "dumm, blöd, blöde, lächerlich, idiot, unsinn, quatsch, mist, scheiße, verdammt, lüge, lügen, lügner, erbärmlich, unfähig, " +
            "inkompetent, ignorant, arrogant, kindisch, unverschämt, frechheit, schwachsinn, peinlich, unmöglich, verrückt, schlamperei", 2),
        Sign.Words("blame", -0.12, "It blames.",
            "wrong, false, fail, failed, fault, blame, problem, refuse, bother, complain, accuse, accusing, warning, threat, violation, " +
            "offensive, bad, poor, mess, unacceptable, again, unless, without, own, yourself, prove, claim, claiming, evidence, allowed, " +
            "personal, ban, banned, blocked, removed, removing, deleted, deleting, removal",
            "falsch, fehler, schuld, versagt, vorwurf, problem, weigerst, beschwerde, warnung, verstoß, schlecht, chaos, unakzeptabel, " +
            "inakzeptabel, schon wieder, wieder einmal, ohne, selbst, beweis, behauptest, angeblich, erlaubt", 2),
        Sign.Words("insistence", -0.10, "It insists with “actually” or “obviously”.",
            "actually, really, in fact, exactly, the point, honestly, obviously, clearly, of course, simply, seriously, surely, certainly, " +
            "the fact, truth, at all, ever, every, anything, just",
            "eigentlich, wirklich, tatsächlich, genau, ehrlich gesagt, offensichtlich, natürlich, einfach, ernsthaft, sicherlich, überhaupt, " +
            "jemals, jedes mal, endlich", 2),
        Sign.Words("not", -0.13, "It denies.",
            "not, no, never, nor, nothing, none",
            "nicht, nein, nie, niemals, nichts, kein, keine, keinen, keiner", 2),
        Sign.Words("huh", -0.13, "It exclaims in disbelief.",
            "huh, eh, ah, oh, um, uh, what ?, so what, pray, ok ?, right ?, wow, erm, er, hmm, excuse me, is that, geez, sigh, dude",
            "hä, aha, ach, was ?, na und, ok ?, oder ?, tja, hm, ach so, na toll"),
        Sign.Words("doubting question", -0.18, "It questions the other rather than the matter.",
            "you mean, talking about, what are you, who are you, do you understand, you know, you going, am i, what is, what's, who, the point",
            "meinst du damit, wovon redest, was soll, wer bist, verstehst du, weißt du überhaupt, wer hat"),
        Sign.Form("question marks", -0.18, "Several question marks in a row press.", spoken => Math.Min(2, Runs(spoken))),
        Sign.Form("more questions", -0.14, "It asks one question after another.",
            spoken => Math.Clamp(spoken.Tokens.Count(token => token.Word == "?") - 1, 0, 3)),
        Sign.Words("my situation", 0.14, "It tells the writer's own situation.",
            "i'd, i would, i've, i was, i'm trying, i am trying, trying to, i found|need|noticed|saw, me to",
            "ich habe, ich war, ich würde, ich versuche, ich brauche, ich sehe, ich habe gesehen", 2),
        Sign.Words("we", 0.07, "It says “we”.", "we, our, us, we're, we've, let's", "wir, uns, unser, unsere", 2),
        Sign.Words("for", 0.07, "It says what it is for.", "for", "für", 2),
        Sign.Form("quotes", -0.09, "It holds words up in quotation marks.",
            spoken => Math.Min(3, spoken.Tokens.Count(token => token.Word is "\"" or "'" or "“" or "„") / 2)),
        Sign.Words("brackets", 0.07, "It explains in brackets.", "(", "("),
        Sign.Form("very short", -0.37, "It is very short.", spoken => spoken.Tokens.Count < 9 ? 1 : 0),
    ];

    private static int Runs(Spoken spoken) =>
        Enumerable.Range(1, Math.Max(0, spoken.Tokens.Count - 1)).Count(at => spoken.Word(at) is "?" or "!" && spoken.Word(at - 1) == "?");
}
