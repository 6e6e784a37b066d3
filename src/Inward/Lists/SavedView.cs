using Inward.House;

namespace Inward.Lists;

/// <summary>A list whose filters can be kept.</summary>
public enum ListRoom
{
    Asks,
    People,
    Talks,
}

/// <summary>Filters that somebody keeps under a name: theirs alone, unless they choose to share them. What a filter finds, each sees by their own rights.</summary>
/// <param name="Query">As it stands in an address, such as due=late.</param>
/// <param name="With">A team of the owner, or the workspace for everyone; null keeps it to oneself.</param>
public sealed record SavedView(Id Workspace, Id Id, Id Owner, ListRoom Room, string Name, string Query, Id? With)
{
    public const int LongestName = 60, LongestQuery = 2_000;

    /// <param name="teams">Those the owner is in today.</param>
    public SavedView Checked(IReadOnlyCollection<Id> teams)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "name", Name, LongestName, "Give the view a name.");
        if (Query.Length > LongestQuery)
            wrong.Add(new Wrong("name", "These filters are too long to keep."));
        // It becomes part of an address again: nothing but what stands in one.
        if (Query.Any(c => c is <= ' ' or > '~'))
            wrong.Add(new Wrong("query", "Write the filters as they stand in an address, such as due=late."));
        if (With is { } with && with != Workspace && !teams.Contains(with))
            wrong.Add(new Wrong("with", "You share with everyone, or with a team that you are in."));
        return wrong.Count == 0 ? this with { Name = Name.Trim() } : throw Rule.Invalid(wrong);
    }
}
