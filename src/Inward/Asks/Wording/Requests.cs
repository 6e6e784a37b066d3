namespace Inward.Asks.Wording;

/// <summary>The shape in which a sentence asks.</summary>
internal enum Shape
{
    /// <summary>"Could you …?" leaves the answer to the other.</summary>
    Question,

    /// <summary>"Send …", "I need you to …".</summary>
    Order,
}

/// <summary>
/// A sentence that asks: the token where it begins to, the one where its verb may stand ("deliver" in "I need you to deliver"),
/// and where it asks for a second thing.
/// </summary>
internal sealed record Asked(Shape Shape, Utterance Utterance, int At, int Verb, int? Second)
{
    public IEnumerable<int> Each => Second is { } second ? [At, second] : [At];
}

/// <summary>Finds what a text asks, by its shape. Grammar, not statistics: each finding can be pointed at.</summary>
internal static class Requests
{
    private static readonly Phrases EnglishQuestions = Phrases.Of(
        "can|could|would|will you, can|could|may i, can|could|shall we, can|could someone|somebody|anyone, " +
        "would it be possible, is it possible, do you think you could");

    private static readonly Phrases GermanQuestions = Phrases.Of(
        "kannst|könntest|würdest|magst|möchtest du, können|könnten|würden|möchten sie, könnt|könntet|würdet ihr, kann|könnte jemand, " +
        "können|könnten wir, kann|könnte|darf|dürfte ich, wäre es möglich, ist es möglich, wärst du so, hättest du");

    private static readonly Phrases EnglishNeeds = Phrases.Of(
        "i need|want|expect|require you to, i'd|we'd like you to, i|we would like you to, we need|want|expect you to, you are to");

    private static readonly Phrases GermanNeeds = Phrases.Of(
        "ich|wir will|wollen|möchte|möchten dass, du sollst, ihr sollt, sie sollen, ist|sind zu erledigen, ist|sind zu liefern");

    private static readonly Phrases Conditions = Phrases.Of("if, when, once, wenn, falls, sobald");

    private static readonly HashSet<string> Politeness = ["please", "pls", "kindly", "bitte"];

    // "Go and see", "and let me know": the second verb is no second ask.
    private static readonly HashSet<string> LeadsOn = ["go", "come", "try", "wait", "stop"];
    private static readonly HashSet<string> Replies = ["let", "tell", "confirm", "sag", "gib", "see", "do", "be", "think", "bestätige"];

    public static IEnumerable<Asked> In(Spoken spoken, Language language) =>
        spoken.Utterances.Select(utterance => Question(spoken, utterance, language) ?? Order(spoken, utterance, language)).OfType<Asked>();

    private static Asked? Question(Spoken spoken, Utterance utterance, Language language)
    {
        var questions = language == Language.English ? EnglishQuestions : GermanQuestions;
        if (questions.FindIn(spoken, utterance.First, utterance.After) is not { } question)
            return null;
        // People forget the question mark, but "dann kann ich liefern" asks nothing.
        var opens = question.First == utterance.Opening && spoken.Word(question.First - 1) is not ("then" or "dann" or "so");
        return utterance.IsQuestion || opens
            ? new Asked(Shape.Question, utterance, question.First, question.After, Second(spoken, question.After, utterance, language))
            : null;
    }

    private static Asked? Order(Spoken spoken, Utterance utterance, Language language)
    {
        if (utterance.IsQuestion)
            return null;
        var needs = language == Language.English ? EnglishNeeds : GermanNeeds;
        if (needs.FindIn(spoken, utterance.First, utterance.After) is { } need)
            return new Asked(Shape.Order, utterance, need.First, need.After, Second(spoken, need.After, utterance, language));
        foreach (var start in Starts(spoken, utterance))
        {
            var verb = Politeness.Contains(spoken.Word(start)) ? start + 1 : start;
            var endsInVerb = language == Language.German && GermanVerbs.OrdersAtEnd(spoken, utterance, afterPlease: verb > start);
            if (endsInVerb || OrdersAt(spoken, verb, language))
                return new Asked(Shape.Order, utterance, verb, verb, Second(spoken, verb + 1, utterance, language));
        }

        return null;
    }

    /// <summary>An order stands at the opening, or behind the comma of an opening "if".</summary>
    private static IEnumerable<int> Starts(Spoken spoken, Utterance utterance)
    {
        yield return utterance.Opening;
        if (Conditions.LengthAt(spoken, utterance.Opening) == 0)
            yield break;
        for (var at = utterance.Opening; at < utterance.After - 1; at++)
        {
            if (spoken.Word(at) == ",")
                yield return at + 1;
        }
    }

    /// <summary>A second ask in the same sentence: "send the invoice and call the customer".</summary>
    private static int? Second(Spoken spoken, int from, Utterance utterance, Language language)
    {
        var infinitives = 0;
        for (var at = from + 1; at < utterance.After; at++)
        {
            var afterAnd = spoken.Word(at - 1) is "and" or "und" or "then" or "dann" && !LeadsOn.Contains(spoken.Word(at - 2));
            if (afterAnd && OrdersAt(spoken, at, language) && !Replies.Contains(spoken.Word(at)))
                return at;
            // German verbs of a question stand at the end: "könntest du … schicken und … anrufen?"
            if (language == Language.German && GermanVerbs.IsInfinitive(spoken.Word(at)) && IsClauseEnd(spoken.Word(at + 1)) && ++infinitives == 2)
                return at;
        }

        return null;
    }

    private static bool IsClauseEnd(string word) => word is "" or "und" or "?" or "." or "," or "!";

    private static bool OrdersAt(Spoken spoken, int at, Language language) =>
        language == Language.English ? EnglishVerbs.OrdersAt(spoken, at) : GermanVerbs.OrdersAt(spoken, at);
}
