using Inward.House;
using Inward.House.Imports;

namespace Inward.People;

/// <summary>
/// The reporting lines of a people file, between its posts where it names posts and else between its people. A vacant
/// post stands in the lines, an abolished one does not; where two rows tell of one post, the first tells its line.
/// </summary>
internal sealed class Posts
{
    private readonly Dictionary<string, List<(PersonRow Row, FoundPerson? Holder)>> posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Person> outside;
    private readonly Dictionary<string, NamedManager> saidManagers = new(StringComparer.Ordinal);

    public Posts(IEnumerable<(PersonRow Row, FoundPerson? Holder)> rows, FoundPeople found, KnownPeople known, Noticings noticed)
    {
        foreach (var (row, holder) in rows)
        {
            var node = row.Post.Length > 0 ? row.Post : holder?.Node ?? "";
            if (node.Length > 0)
                (posts.TryGetValue(node, out var there) ? there : posts[node] = []).Add((row, holder));
        }
        var names = new ManagerNames(posts.Keys.ToHashSet(StringComparer.Ordinal), Paths(noticed), found, known);
        foreach (var (node, there) in posts)
            saidManagers[node] = ManagerOf(there.ConvertAll(one => one.Row), names, noticed);
        outside = names.Outside;
        var managers = saidManagers.Where(named => named.Value.Node is not null || named.Value.Unknown is not null)
            .ToDictionary(named => named.Key, named => named.Value.Node ?? "", StringComparer.Ordinal);
        Lines = new ReportingLines<string>(posts.Keys.Concat(outside.Keys), managers);
    }

    public ReportingLines<string> Lines { get; }

    /// <summary>Posts that more than one row tells of, with those rows.</summary>
    public IEnumerable<(string Post, IReadOnlyList<PersonRow> Rows)> Repeated =>
        posts.Where(post => post.Value.Count(one => one.Row.Post.Length > 0) > 1).Select(post => (post.Key, (IReadOnlyList<PersonRow>)post.Value.ConvertAll(one => one.Row)));

    /// <summary>What the file says of this post's manager: nothing, that there is none, or who.</summary>
    public NamedManager NamedBy(string node) => saidManagers.GetValueOrDefault(node);

    /// <summary>A post by the name of its holder, for sentences.</summary>
    public string Shown(string node) => HolderOf(node)?.Shown ?? outside.GetValueOrDefault(node)?.Name ?? node;

    public FoundPerson? HolderOf(string node) =>
        posts.TryGetValue(node, out var there) ? there.Select(one => one.Holder).FirstOrDefault(holder => holder is not null) : null;

    public Person? OutsideAt(string node) => outside.GetValueOrDefault(node);

    private Dictionary<string, string> Paths(Noticings noticed)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (node, there) in posts)
        {
            foreach (var row in there.Select(one => one.Row).Where(row => row.Row.Has("treePath")))
            {
                if (ManagerNames.PathOf(row) is not { } path)
                    noticed.Tell(row.At.File, row.At.Number, new Sentence("“{0}” is no place in a tree, such as /1/2/.", row.Row["treePath"]));
                else if (!paths.TryAdd(path, node) && path != TreePath.Root)
                    noticed.Tell(row.At.File, row.At.Number, new Sentence("{0} stands in row {1} too.", path, posts[paths[path]][0].Row.At.Number));
            }
        }
        return paths;
    }

    private static NamedManager ManagerOf(List<PersonRow> rows, ManagerNames names, Noticings noticed)
    {
        var first = NamedManager.Unsaid;
        foreach (var row in rows)
        {
            var named = names.Of(row);
            if (named.Unknown is { } why)
                noticed.Tell(row.At.File, row.At.Number, why);
            if (first.Node is { } before && named.Node is { } another && before != another)
                noticed.Tell(row.At.File, row.At.Number, new Sentence("It names {0} as manager where row {1} names {2}, who counts.", another, rows[0].At.Number, before));
            first = first.Said ? first : named;
        }
        return first;
    }
}
