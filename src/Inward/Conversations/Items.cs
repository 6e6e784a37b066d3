using Inward.House;

namespace Inward.Conversations;

/// <summary>What somebody learned in a talk.</summary>
public enum ItemKind
{
    /// <summary>What the colleague needs to serve well.</summary>
    Need,

    /// <summary>What moves them.</summary>
    Want,

    Obstacle,
    Idea,

    /// <summary>What whoever logged the talk owes them.</summary>
    Promise,
}

/// <summary>Somebody a line of a talk may name.</summary>
public readonly record struct Participant(Id Id, string Name);

/// <summary>A line of a talk that says what was learned.</summary>
/// <param name="N">1 for the first of its talk.</param>
/// <param name="Text">The line after its colon, as it was typed.</param>
/// <param name="About">Those of the talk whom it names; all of them when it names nobody.</param>
public sealed record Item(int N, ItemKind Kind, string Text, IReadOnlyList<Id> About);

/// <summary>Reads the items of a talk from its text, which stays as it is: a line such as <c>need: …</c>, <c>- Idee: …</c> or <c>obstacle Wanda: …</c>.</summary>
public static class Items
{
    public const int Most = 60;

    // A sentence with a colon far behind is a sentence.
    private const int LongestBeginning = 160;

    private static readonly Dictionary<string, ItemKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["need"] = ItemKind.Need, ["needs"] = ItemKind.Need, ["braucht"] = ItemKind.Need, ["brauchen"] = ItemKind.Need,
        ["want"] = ItemKind.Want, ["wants"] = ItemKind.Want, ["möchte"] = ItemKind.Want, ["mo\u0308chte"] = ItemKind.Want, ["moechte"] = ItemKind.Want, ["möchten"] = ItemKind.Want,
        ["obstacle"] = ItemKind.Obstacle, ["obstacles"] = ItemKind.Obstacle, ["hindernis"] = ItemKind.Obstacle, ["hindernisse"] = ItemKind.Obstacle,
        ["idea"] = ItemKind.Idea, ["ideas"] = ItemKind.Idea, ["idee"] = ItemKind.Idea, ["ideen"] = ItemKind.Idea,
        ["promise"] = ItemKind.Promise, ["promises"] = ItemKind.Promise, ["promised"] = ItemKind.Promise, ["versprechen"] = ItemKind.Promise, ["versprochen"] = ItemKind.Promise,
    };

    /// <param name="people">With whom the talk was; its author is not among them.</param>
    public static IReadOnlyList<Item> Of(string text, IReadOnlyList<Participant> people)
    {
        var items = new List<Item>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Read(line.Trim(), people) is not var (kind, said, about))
                continue;
            if (items.Count == Most)
                throw Rule.Invalid("text", new Sentence("At most {0} lines of one talk can be items. Log the rest as another talk.", Most));
            items.Add(new Item(items.Count + 1, kind, said, about));
        }
        return items;
    }

    private static (ItemKind Kind, string Said, IReadOnlyList<Id> About)? Read(ReadOnlySpan<char> line, IReadOnlyList<Participant> people)
    {
        if (line.Length > 0 && line[0] is '-' or '*' or '•' or '–')
            line = line[1..].TrimStart();
        var colon = line[..Math.Min(line.Length, LongestBeginning)].IndexOf(':');
        // idea://… is an address.
        if (colon <= 0 || line[(colon + 1)..].StartsWith("//"))
            return null;
        var beginning = line[..colon].TrimEnd();
        var said = line[(colon + 1)..].Trim();
        var end = beginning.IndexOfAny(' ', '\t', '@');
        var word = (end < 0 ? beginning : beginning[..end]).ToString();
        if (said.IsEmpty || !Words.TryGetValue(word, out var kind))
            return null;
        return About(end < 0 ? "" : beginning[end..].Trim().ToString(), people) is { } about ? (kind, said.ToString(), about) : null;
    }

    // Somebody who took no part: then it is a sentence, and no item.
    private static List<Id>? About(string names, IReadOnlyList<Participant> people)
    {
        if (names.Length == 0)
            return [.. people.Select(p => p.Id)];
        var about = new List<Id>();
        foreach (var name in names.Split(',').Select(n => n.Trim().TrimStart('@').Trim()))
        {
            var called = people.Where(p => IsCalled(p, name)).Select(p => p.Id).ToList();
            if (called.Count == 0)
                return null;
            about.AddRange(called);
        }
        return [.. about.Distinct()];
    }

    private static bool IsCalled(Participant person, string name) =>
        person.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || person.Name.Split(' ').Contains(name, StringComparer.OrdinalIgnoreCase);
}
