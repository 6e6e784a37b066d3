using Inward.House.Imports;

namespace Inward.People;

/// <summary>One person as a file tells of them, gathered from all the rows that are theirs.</summary>
internal sealed class FoundPerson(PersonRow first)
{
    private readonly Dictionary<int, PersonRow> said = [];
    private DateOnly? titleFrom;

    public string Name { get; private set; } = "";

    public string Key { get; set; } = "";

    public string Email { get; set; } = "";

    public string UserName { get; set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly? LeftOn { get; private set; }

    public List<PersonRow> Rows { get; } = [];

    public RowAt FirstRow => first.At;

    /// <summary>The name, or what stands in for it: a title for a holder who is not named, else the key or address.</summary>
    public string Shown => Name.Length > 0 ? Name : first.Holder == Holder.Unnamed && Title.Length > 0 ? Title : first.Who.Length > 0 ? first.Who : first.Post;

    public bool IsNamedAlone => Key.Length == 0 && Email.Length == 0 && UserName.Length == 0;

    /// <summary>The place in the reporting lines of a row that names no post: the first post, or the person as such.</summary>
    public string Node => Posts.FirstOrDefault() ?? first.Who;

    public IEnumerable<string> Posts => Rows.Select(row => row.Post).Where(post => post.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>The row that said the same before, if one did.</summary>
    public PersonRow? SaidBefore(PersonRow row) => said.TryGetValue(row.Row.Digest, out var before) && before.Row.SaysTheSame(row.Row) ? before : null;

    /// <summary>The first row wins, but the title is that of the latest stay: files of titles tell their history.</summary>
    public void Add(PersonRow row)
    {
        Rows.Add(row);
        said.TryAdd(row.Row.Digest, row);
        Name = Name.Length > 0 ? Name : row.Name;
        LeftOn ??= row.LeftOn;
        if (row.Title.Length > 0 && (Title.Length == 0 || row.From > titleFrom))
            (Title, titleFrom) = (row.Title, row.From);
    }
}
