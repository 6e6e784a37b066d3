namespace Inward.Asks.Wording;

/// <summary>The words by which the coach's rules know what is meant, in both languages: none of them means something else in the other.</summary>
internal static class Cues
{
    public static readonly Phrases Whys = Phrases.Of("^why, ^how come, ^warum, ^wieso, ^weshalb, ^wie kommt es");

    /// <summary>These begin with "why" and reproach nobody.</summary>
    public static readonly Phrases Suggestions = Phrases.Of(
        "why not, why don't we|i, why :, warum|wieso nicht, warum :, warum treffen|machen|nehmen|gehen wir");

    public static readonly Phrases Becauses = Phrases.Of(
        "because, so that, since the, because of, due to, weil, wegen, " +
        "damit er|sie|es|wir|ich|der|die|das|man, da der|die|das");

    public static readonly Phrases Pleases = Phrases.Of("^please, ^pls, ^bitte");

    public static readonly Phrases Thanks = Phrases.Of(
        "thanks, thank you, i|we appreciate, grateful, much appreciated, danke, vielen|herzlichen|besten dank, dankbar");

    public static readonly Phrases NoThanks = Phrases.Of("no thanks, thanks for nothing, kein dank, danke für nichts");

    public static readonly Phrases Pressing = Phrases.Of(
        "you must, you have to, you will have to, you need to, must be done, no excuses, no matter what|how, without fail, immediately, " +
        "non-negotiable, not negotiable, no discussion, or else, no ifs, i|we expect you|this|that|it, i insist, cannot wait, " +
        "under any circumstances, " +
        "du musst, ihr müsst, sie müssen, sofort, umgehend, unverzüglich, schleunigst, keine ausreden, ohne wenn, auf jeden|keinen fall, " +
        "unbedingt, zwingend, keine diskussion, nicht verhandelbar, ich|wir erwarte|erwarten dass, duldet keinen, egal wie, gefälligst");

    public static readonly Phrases Room = Phrases.Of(
        "if not, if that|this is not possible, if that|this isn't possible, if you can't|cannot, if that|this doesn't work, " +
        "would|does that|this work, would monday|tuesday|wednesday|thursday|friday work, what would|do you need, what could get in, " +
        "is that possible, would it be possible, another day|date, or tell me, or suggest, free to say, " +
        "falls|wenn nicht, falls|wenn das|es nicht, was brauchst|bräuchtest du, was brauchen|bräuchten sie, passt das|es|dir|ihnen, " +
        "geht das, wäre|ist das möglich, was könnte dazwischenkommen, anderer|anderen tag|termin, oder sag mir");

    public static readonly Phrases Vague = Phrases.Of(
        "asap, as soon as possible, soon, soonest, when you can, sometime, some time, whenever, in due course, " +
        "so schnell wie|es möglich|geht, so bald wie möglich, baldmöglichst, schnellstmöglich, möglichst bald|schnell, bald, zeitnah, " +
        "irgendwann, demnächst");
}
