namespace Inward.House;

/// <summary>Why a rule was broken; every door has one answer for each.</summary>
public enum Broken
{
    /// <summary>What was said is incomplete or impossible (422).</summary>
    Invalid,

    /// <summary>You know of it, but it is not yours to do (403).</summary>
    NotYours,

    /// <summary>Not in this state (409).</summary>
    NotNow,

    /// <summary>There is nothing here that you may see (404).</summary>
    NotVisible,

    /// <summary>Somebody changed it since you read it (412).</summary>
    Stale,
}

/// <summary>One field that was filled in wrongly. <paramref name="Name"/> is its name on the wire, in camelCase.</summary>
public sealed record Wrong(string Name, Sentence Sentence);

/// <summary>A broken rule. It speaks to the user, in whole sentences, and nothing has changed when it is thrown.</summary>
public sealed class BrokenRule(Broken why, Sentence sentence, IReadOnlyList<Wrong>? fields = null) : Exception(sentence.ToString())
{
    public Broken Why { get; } = why;

    public Sentence Sentence { get; } = sentence;

    public IReadOnlyList<Wrong> Fields { get; } = fields ?? [];

    /// <summary>The names of the moves that are possible now, when <see cref="Why"/> is <see cref="Broken.NotNow"/>.</summary>
    public IReadOnlyList<string> Possible { get; init; } = [];
}

/// <summary>How rooms state their rules.</summary>
public static class Rule
{
    public static BrokenRule Invalid(string field, Sentence sentence) =>
        new(Broken.Invalid, sentence, [new Wrong(field, sentence)]);

    public static BrokenRule Invalid(IReadOnlyList<Wrong> fields) =>
        new(Broken.Invalid, fields.Count == 1 ? fields[0].Sentence : "Some fields need your attention.", fields);

    public static BrokenRule NotYours(Sentence sentence) => new(Broken.NotYours, sentence);

    public static BrokenRule NotNow(Sentence sentence, IReadOnlyList<string>? possible = null) =>
        new(Broken.NotNow, sentence) { Possible = possible ?? [] };

    public static BrokenRule NotVisible() => new(Broken.NotVisible, "There is nothing here that you can see.");

    /// <summary>Refuses to change a version that is not the newest any more; null stands for whichever there is.</summary>
    public static void Fresh(int? read, int version)
    {
        if (read is not null && read != version)
            throw Stale();
    }

    public static BrokenRule Stale() => new(Broken.Stale, "Somebody changed this since you opened it.");
}
