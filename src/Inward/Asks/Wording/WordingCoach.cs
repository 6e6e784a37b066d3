namespace Inward.Asks.Wording;

/// <summary>
/// Reads an ask while it is written and says what is missing, what reads as an order, and what is warm already. It is deterministic,
/// uses nothing but the words it is given, and never blocks: any ask can be sent as it is.
/// </summary>
public static class WordingCoach
{
    /// <summary>Every sentence it can say: the keys of its translations.</summary>
    public static IEnumerable<string> Templates => Advice.Templates;

    /// <summary>
    /// What it noticed, in reading order of the form, praise last. Nothing while <see cref="AskWords.What"/> holds no word:
    /// an empty form needs no lecture.
    /// </summary>
    public static IReadOnlyList<Hint> Read(AskWords words)
    {
        var what = Spoken.Read(words.What);
        if (what.IsBlank)
            return [];
        var reason = Spoken.Read(words.Reason);
        var language = words.Language ?? SmallWords.LanguageOf([what, reason, Spoken.Read(words.Effect)]);
        var asked = Requests.In(what, language).ToList();
        IEnumerable<Hint?> hints =
        [
            ReadsAsOrder(what, asked, language),
            LeadingWhy(what, language),
            SeveralAsks(what, asked, language),
            NoRoom(what, language),
            LeadingPlease(what, asked, language),
            NoReason(what, reason, language),
            NoEffect(words, language),
            NoCondition(words, language),
            NoDate(what, words, language),
            WarmThanks(what, "what", language) ?? WarmThanks(reason, "reason", language),
            WarmQuestion(what, asked, language),
        ];
        return hints.OfType<Hint>().ToList();
    }

    /// <summary>Whether a sentence asks for something, and by what signs.</summary>
    public static AskReading IsThereAnAsk(string? sentence, Language? language = null) => Reading.OfAsk(sentence, language);

    /// <summary>How warm a text sounds, and by what signs.</summary>
    public static ToneReading Tone(string? text, Language? language = null) => Reading.OfTone(text, language);

    private static Hint? ReadsAsOrder(Spoken what, List<Asked> asked, Language language) =>
        asked.Find(one => one.Shape == Shape.Order) is { } order
            ? Advice.On(HintKind.Order, "what", language, PlaceOf(what, order.At, order.Utterance.After), null, Softened.Order(what, order, language))
            : null;

    private static Hint? LeadingWhy(Spoken what, Language language)
    {
        if (Cues.Whys.FindIn(what) is not { } why || Cues.Suggestions.LengthAt(what, why.First) > 0)
            return null;
        return Advice.On(HintKind.LeadingWhy, "what", language, PlaceOf(what, why.First, why.After));
    }

    private static Hint? SeveralAsks(Spoken what, List<Asked> asked, Language language)
    {
        // "If not, could you tell me?" is room to say no, not another ask.
        var each = asked.Where(one => !Cues.Room.AreIn(what, one.Utterance)).SelectMany(one => one.Each).ToList();
        if (each.Count < 2)
            return null;
        var end = what.Utterances.First(utterance => utterance.After > each[1]).After;
        return Advice.On(HintKind.SeveralAsks, "what", language, PlaceOf(what, each[1], end));
    }

    private static Hint? NoRoom(Spoken what, Language language)
    {
        if (Cues.Pressing.FindIn(what) is not { } pressing || Cues.Room.FindIn(what) is not null)
            return null;
        return Advice.On(HintKind.NoRoomForNo, "what", language, PlaceOf(what, pressing.First, pressing.After));
    }

    private static Hint? LeadingPlease(Spoken what, List<Asked> asked, Language language)
    {
        if (Cues.Pleases.FindIn(what) is not { } please)
            return null;
        var order = asked.Find(one => one.Shape == Shape.Order && one.At == please.After);
        var example = order is null ? null : Softened.Order(what, order, language, withPlease: true);
        return Advice.On(HintKind.LeadingPlease, "what", language, PlaceOf(what, please.First, please.After), example: example);
    }

    private static Hint? NoReason(Spoken what, Spoken reason, Language language)
    {
        if (!reason.IsBlank)
            return null;
        return Cues.Becauses.FindIn(what) is { } because
            ? Advice.On(HintKind.NoReason, "what", language, PlaceOf(what, because.First, because.After), Advice.ReasonInside)
            : Advice.On(HintKind.NoReason, "reason", language);
    }

    private static Hint? NoEffect(AskWords words, Language language) =>
        Spoken.Read(words.Effect).IsBlank ? Advice.On(HintKind.NoEffect, "effect", language) : null;

    private static Hint? NoCondition(AskWords words, Language language) =>
        (words.Conditions ?? []).All(condition => Spoken.Read(condition).IsBlank) ? Advice.On(HintKind.NoCondition, "conditions", language) : null;

    private static Hint? NoDate(Spoken what, AskWords words, Language language)
    {
        if (words.NeededBy is null && Cues.Vague.FindIn(what) is { } vague)
        {
            var place = PlaceOf(what, vague.First, vague.After);
            var said = what.Text.Substring(place.Start, place.Length);
            return Advice.On(HintKind.NoDate, "what", language, place, Advice.VagueDate with { Gaps = [said] });
        }

        if (words.NeededBy is null && !Days.AreIn(what) && !(words.Conditions ?? []).Any(condition => Days.AreIn(Spoken.Read(condition))))
            return Advice.On(HintKind.NoDate, "neededBy", language);
        return words.AnswerBy is null ? Advice.On(HintKind.NoDate, "answerBy", language, explanation: Advice.NoAnswerDate) : null;
    }

    private static Hint? WarmThanks(Spoken text, string field, Language language)
    {
        if (Cues.Thanks.FindIn(text) is not { } thanks || Cues.NoThanks.FindIn(text) is not null)
            return null;
        return Advice.On(HintKind.WarmThanks, field, language, PlaceOf(text, thanks.First, thanks.After));
    }

    private static Hint? WarmQuestion(Spoken what, List<Asked> asked, Language language)
    {
        if (asked.Exists(one => one.Shape == Shape.Order) || asked.Find(one => one.Shape == Shape.Question) is not { } question)
            return null;
        return Advice.On(HintKind.WarmQuestion, "what", language, PlaceOf(what, question.At, question.Utterance.After));
    }

    private static Place PlaceOf(Spoken spoken, int first, int after) =>
        new(spoken.Tokens[first].Start, spoken.Tokens[Math.Min(after, spoken.Tokens.Count) - 1].End - spoken.Tokens[first].Start);
}
