using System.Collections.Frozen;

namespace Inward.Asks.Wording;

/// <summary>
/// Phrases to look for, written as people read them: "could you, would you mind, ^please, by|until noon". A comma parts two
/// phrases, a bar two choices for one word, and ^ says that the phrase opens its sentence. Commas of the text are passed over.
/// </summary>
internal sealed class Phrases
{
    private readonly FrozenDictionary<string, Phrase[]> byFirstWord;

    private Phrases(IEnumerable<Phrase> phrases) =>
        byFirstWord = phrases.GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray());

    public static Phrases Of(string written) =>
        new(written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Spell));

    /// <summary>Single words, with a blank between them.</summary>
    public static FrozenSet<string> WordsOf(string written) => written.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>The first place where one of the phrases stands, in tokens, or null.</summary>
    public (int First, int After)? FindIn(Spoken spoken, int from = 0, int? to = null)
    {
        for (var at = from; at < (to ?? spoken.Tokens.Count); at++)
        {
            if (LengthAt(spoken, at) is > 0 and var length)
                return (at, at + length);
        }

        return null;
    }

    public bool AreIn(Spoken spoken, Utterance utterance) => FindIn(spoken, utterance.First, utterance.After) is not null;

    /// <summary>How often they stand in the text, counted to at most <paramref name="most"/>.</summary>
    public int CountIn(Spoken spoken, int most)
    {
        var count = 0;
        for (var at = 0; at < spoken.Tokens.Count && count < most;)
        {
            var length = LengthAt(spoken, at);
            count += length > 0 ? 1 : 0;
            at += Math.Max(1, length);
        }

        return count;
    }

    /// <summary>The longest phrase that begins at this token: its length, or 0.</summary>
    public int LengthAt(Spoken spoken, int at)
    {
        if (!byFirstWord.TryGetValue(spoken.Word(at), out var candidates))
            return 0;
        foreach (var phrase in candidates)
        {
            if (LengthOf(phrase.Words, spoken, at) is > 0 and var length && (!phrase.Opens || spoken.Opens(at)))
                return length;
        }

        return 0;
    }

    private static int LengthOf(string[] words, Spoken spoken, int at)
    {
        var next = at + 1;
        foreach (var word in words.AsSpan(1))
        {
            next += spoken.Word(next) == "," ? 1 : 0;
            if (spoken.Word(next++) != word)
                return 0;
        }

        return next - at;
    }

    private static IEnumerable<Phrase> Spell(string written)
    {
        var opens = written[0] == '^';
        IEnumerable<string[]> spelled = [[]];
        foreach (var choices in written.TrimStart('^').Split(' '))
            spelled = spelled.SelectMany(words => choices.Split('|').Select(choice => (string[])[.. words, choice])).ToList();
        return spelled.Select(words => new Phrase(words, opens));
    }

    private sealed record Phrase(string[] Words, bool Opens);
}
