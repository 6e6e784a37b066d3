using Inward.House;

namespace Inward.Objectives;

/// <summary>What each point of <see cref="Clarity"/> counts, why, and what would bring more.</summary>
internal static class ClarityPoints
{
    /// <summary>Up to this school grade a text has all points, from <see cref="Hardest"/> on none.</summary>
    private const double Easiest = 9;
    private const double Hardest = 15;

    public static ClarityPoint Number(ClarityOf said)
    {
        var isThere = said.Target is { } target && target == said.Baseline;
        (bool Is, Sentence Name)[] parts =
        [
            (said.Baseline is not null, new Sentence("where we are today")), (said.Target is not null && !isThere, new Sentence("the number to reach")),
            (!string.IsNullOrWhiteSpace(said.Unit), new Sentence("its unit")), (said.By is not null, new Sentence("the day")),
        ];
        var missing = parts.Where(part => !part.Is).Select(part => part.Name).ToList();
        return new ClarityPoint("number", new Sentence("A number and a day"), Share(25, parts.Length - missing.Count, parts.Length), 25,
            new Sentence("Where we are, where we want to be, in which unit and by when: {0} of {1} are said.", parts.Length - missing.Count, parts.Length),
            isThere ? new Sentence("The number to reach is where we are already. Say another.")
            : missing.Count > 0 ? new Sentence("Still to say: {0}.", Sentence.Listed(missing)) : null);
    }

    public static ClarityPoint Because(ClarityOf said)
    {
        var isSaid = ClarityOf.HasWords(said.Because);
        return new ClarityPoint("because", new Sentence("The reason"), isSaid ? 10 : 0, 10,
            isSaid ? new Sentence("It says why.") : new Sentence("It does not say why. Who knows the reason can find a better way to the same end."),
            isSaid ? null : new Sentence("Go on after “because”: what changes for customers, the company and us?"));
    }

    public static ClarityPoint Examples(ClarityOf said)
    {
        var (told, teams) = (Math.Min(said.TeamsWithExample, Math.Max(1, said.Teams)), Math.Max(1, said.Teams));
        return new ClarityPoint("examples", new Sentence("An example for each team"), Share(5, told, teams), 5,
            new Sentence("{0} of {1} teams have an example of what it means in their work.", told, said.Teams == 0 ? told : teams),
            told < teams ? new Sentence("Write one example for each team: what will it do differently on a usual day?") : null);
    }

    public static ClarityPoint Meaning(ClarityOf said)
    {
        var (told, teams) = (Math.Min(said.TeamsWithMeaning, Math.Max(1, said.Teams)), Math.Max(1, said.Teams));
        return new ClarityPoint("meaning", new Sentence("What is in it for each team"), Share(10, told, teams), 10,
            new Sentence("{0} of {1} teams have written what is in it for them.", told, said.Teams == 0 ? told : teams),
            told < teams ? new Sentence("Ask each team to write what it means to them and what is in it for them.") : null);
    }

    public static ClarityPoint Observables(ClarityOf said)
    {
        var count = Math.Min(3, said.Observables.Where(ClarityOf.HasWords).Select(one => one.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        return new ClarityPoint("observables", new Sentence("Three things to see on the day after"), Share(10, count, 3), 10,
            new Sentence("{0} of 3 things that anyone can see when it is reached.", count),
            count < 3 ? new Sentence("Name something that can be seen, counted or heard on the day after.") : null);
    }

    public static ClarityPoint Readability(ClarityReading reading)
    {
        var name = new Sentence("Easy to read");
        if (reading.Words == 0)
            return new ClarityPoint("readability", name, 0, 10, new Sentence("There are no words to read yet."), new Sentence("Write it as you would tell a new colleague."));
        var share = Math.Clamp((Hardest - reading.Grade) / (Hardest - Easiest), 0, 1);
        return new ClarityPoint("readability", name, (int)Math.Round(10 * share, MidpointRounding.AwayFromZero), 10,
            new Sentence("It reads as a text of school grade {0}: {1} words a sentence. Grade 9 and below has all points, 15 and above none.",
                Math.Round(reading.Grade, 1), Math.Round(reading.WordsASentence, 1)),
            Easier(reading, share < 1));
    }

    /// <summary>30·(passed + 1)/(tried + 2): one who got it is a hope, ten are an answer.</summary>
    public static ClarityPoint TeachBack(ClarityOf said)
    {
        var (name, key) = (new Sentence("Told back in their own words"), said.TextKey);
        var tries = said.TaughtBack.Where(one => one.TextKey == key).ToList();
        // Nothing said cannot have been told back.
        if (tries.Count == 0 || !ClarityOf.HasWords(said.Prose))
        {
            return new ClarityPoint("teachBack", name, 0, 30,
                said.TaughtBack.Count == 0 ? new Sentence("Untested: nobody has said it in their own words yet.") : new Sentence("Untested: the text has changed since it was told back."),
                new Sentence("Ask a random few to say it in their own words."));
        }
        var passed = tries.Count(one => one.Passed);
        return new ClarityPoint("teachBack", name, Share(30, passed + 1, tries.Count + 2), 30,
            new Sentence("{0} of {1} could say what it means for their work.", passed, tries.Count),
            passed < tries.Count ? new Sentence("Change the words that were misunderstood, then ask again.") : new Sentence("Ask a few more: each who gets it makes this surer."));
    }

    private static Sentence? Easier(ClarityReading reading, bool isHard) =>
        reading.Jargon is [var first, ..]
            ? new Sentence("Say “{1}” instead of “{0}”.", first.Said, first.Plain)
        : !isHard ? null
        : reading.LongestSentence.Words > 20
            ? new Sentence("The longest sentence has {0} words. Make two of it.", reading.LongestSentence.Words)
        : new Sentence("Use shorter words: the ones you would say aloud.");

    private static int Share(int of, int have, int need) => (int)Math.Round((decimal)of * have / need, MidpointRounding.AwayFromZero);
}
