using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>Whom a row names as manager: a place in the lines, nobody, or a name that nobody here bears.</summary>
internal readonly record struct NamedManager(string? Node, bool Said, Sentence? Unknown)
{
    public static readonly NamedManager Unsaid = new(null, false, null);
    public static readonly NamedManager Nobody = new(null, true, null);
}

/// <summary>Finds the manager of a row among the posts and people of the file, then among those already known.</summary>
internal sealed class ManagerNames(IReadOnlySet<string> posts, IReadOnlyDictionary<string, string> paths, FoundPeople found, KnownPeople known)
{
    /// <summary>The words for the top of a tree; a post or person of that name comes first.</summary>
    private static readonly string[] TopWords = ["xx", "-", "none", "n/a", "nobody", "no manager", "null", "keine", "niemand"];

    /// <summary>Managers who are known but not in the file, by the node they are given.</summary>
    public Dictionary<string, Person> Outside { get; } = new(StringComparer.Ordinal);

    public NamedManager Of(PersonRow row)
    {
        (string Field, Func<string, string?> Find)[] ways =
        [
            ("managerPost", Post), ("managerKey", ByKey), ("managerEmail", ByEmail), ("manager", ByAnything),
        ];
        var answer = NamedManager.Unsaid;
        foreach (var (field, find) in ways)
        {
            var word = row.Row[field].Squeezed();
            if (word.Length == 0)
                continue;
            if ((find(word) ?? find(WithoutDecimals(word))) is { } node)
                return new NamedManager(node, true, null);
            answer = TopWords.Contains(word, StringComparer.OrdinalIgnoreCase)
                ? NamedManager.Nobody
                : new NamedManager(null, true, WhyUnknown(word));
        }
        return answer.Said ? answer : ByPath(row);
    }

    /// <summary>The place this row gives itself in a tree, if the file tells lines that way; an empty cell is the root.</summary>
    public static string? PathOf(PersonRow row) => row.Row.Has("treePath") ? TreePath.Read(row.Row["treePath"].Trim()) : null;

    // Spreadsheets turn a column of numbers with gaps into 2.0 and 5.0.
    private static string WithoutDecimals(string word) =>
        word.TrimEnd('0') is var start && start.EndsWith('.') && start[..^1].All(char.IsAsciiDigit) ? start[..^1] : word;

    private string? Post(string word) => posts.Contains(word) ? word : null;

    private string? ByKey(string word) => Node(found.ByKey(word), known.ByKey(word));

    private string? ByEmail(string word) => Node(found.ByEmail(word), known.ByEmail(word));

    private string? ByAnything(string word) =>
        ByKey(word) ?? ByEmail(word) ?? Node(found.ByUserName(word), known.ByUserName(word)) ?? Post(word)
        ?? (found.ByName(word) is [var only] ? only.Node : found.ByName(word).Count > 1 ? null : Node(null, known.ByAnything(word)));

    private string? Node(FoundPerson? here, Person? elsewhere)
    {
        if (here is not null || elsewhere is null)
            return here?.Node;
        var node = elsewhere.ExternalKey ?? elsewhere.Email ?? elsewhere.UserName ?? elsewhere.Name;
        Outside.TryAdd(node, elsewhere);
        return node;
    }

    private Sentence WhyUnknown(string word) => found.ByName(word).Count > 1
        ? new Sentence("The manager “{0}” could be any of {1} people of that name. The line is left out.", word, found.ByName(word).Count)
        : new Sentence("The manager “{0}” is neither in this file nor in Inward. The line is left out.", word);

    private NamedManager ByPath(PersonRow row)
    {
        if (PathOf(row) is not { } path || TreePath.ParentOf(path) is not { } above)
            return NamedManager.Unsaid;
        return paths.TryGetValue(above, out var node)
            ? new NamedManager(node, true, null)
            : new NamedManager(null, true, new Sentence("Nobody in this file stands at {0}, the place above {1}. The line is left out.", above, path));
    }
}
