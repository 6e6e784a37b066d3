using Inward.House;
using Inward.People;
using Inward.Server.House;

namespace Inward.Server.People;

/// <summary>A team in the tree on the page, with as much below it as is shown.</summary>
/// <param name="Hidden">How many teams stand right below it that are not shown here.</param>
public sealed record Branch(TeamSeen Seen, IReadOnlyList<Branch> Below, int Hidden);

/// <summary>The teams as a tree. A large one is shown from the top as far as a page reads well; each team's own page goes on.</summary>
public sealed class TeamsPage : RoomPage
{
    private const int MostShown = 200;

    public IReadOnlyList<Branch> Branches { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>The company's fields by which teams are found here; by numbers and days programs find them.</summary>
    public IReadOnlyList<CompanyField> Fields { get; private set; } = [];

    public bool IsFiltered { get; private set; }

    public bool MailLogs { get; private set; }

    public string Said(string name) => Request.Query[name].ToString();

    public Task OnGetAsync() => Read(async session =>
    {
        var fields = await session.CompanyFields(Me.Workspace, FieldAbout.Team);
        Fields = [.. fields.Where(field => field is { IsInUse: true, CanFilter: true, Kind: FieldKind.Text or FieldKind.Choice or FieldKind.YesNo })];
        var teams = await TeamQuestions.All(session, Me, Today);
        var filter = TeamFilter.Typed(Request.Query.Said(), fields);
        var fitting = teams.FindAll(t => filter.Fits(t.Team));
        MailLogs = await Relationships.MailContacts.AreOn(session, Me.Workspace);
        (Total, IsFiltered, Branches) = (fitting.Count, filter.Exists, Tree(filter.Exists ? WithThoseAbove(teams, fitting) : teams, MostShown));
        return true;
    });

    // The teams above show where one stands.
    private static List<TeamSeen> WithThoseAbove(List<TeamSeen> teams, List<TeamSeen> fitting)
    {
        var tree = new TeamTree(teams.Select(t => t.Team));
        var shown = fitting.SelectMany(t => tree.AncestorsOf(t.Team.Id).Append(t.Team)).Select(t => t.Id).ToHashSet();
        return teams.FindAll(t => shown.Contains(t.Team.Id));
    }

    /// <summary>The tree, level by level until a page is full. What only a circle holds has no top: it is shown beside the tops.</summary>
    public static IReadOnlyList<Branch> Tree(IReadOnlyList<TeamSeen> teams, int most)
    {
        var tree = new TeamTree(teams.Select(t => t.Team));
        var seen = teams.ToDictionary(t => t.Team.Id);
        var shown = new HashSet<Id>();
        var tops = tree.Roots.Select(t => t.Id).ToList();
        for (var level = tops; level.Count > 0 && (shown.Count == 0 || shown.Count + level.Count <= most);)
        {
            shown.UnionWith(level);
            level = [.. level.SelectMany(tree.ChildrenOf).Select(t => t.Id).Where(id => !shown.Contains(id)).Distinct()];
        }
        var reached = tops.Concat(tops.SelectMany(top => tree.DescendantsOf(top).Select(t => t.Id))).ToHashSet();
        var circles = teams.Where(t => !reached.Contains(t.Team.Id)).Select(t => new Branch(t, [], 0));
        return [.. tops.Select(Grow), .. circles];

        Branch Grow(Id id)
        {
            var children = tree.ChildrenOf(id);
            return new Branch(seen[id], [.. children.Where(c => shown.Contains(c.Id)).Select(c => Grow(c.Id))], children.Count(c => !shown.Contains(c.Id)));
        }
    }
}
