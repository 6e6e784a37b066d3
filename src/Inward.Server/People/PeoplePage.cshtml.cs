using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.Lists;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>Colleagues by name: who they are, and what is open between them and me.</summary>
public sealed class PeoplePage : ListPage
{
    public IReadOnlyList<PersonListed> Rows { get; private set; } = [];

    public IReadOnlyList<(Id Id, string Path)> Teams { get; private set; } = [];

    /// <summary>The company's own fields by which colleagues can be found.</summary>
    public IReadOnlyList<CompanyField> Fields { get; private set; } = [];

    /// <summary>Those of them that the bar shows.</summary>
    public IEnumerable<CompanyField> FieldsOfBar => Fields.Where(one => one.Kind is FieldKind.Choice or FieldKind.YesNo);

    public PeopleFilter Filter { get; private set; } = new();

    public override ListRoom Of => ListRoom.People;

    protected override ListFilter Chosen => Filter;

    protected override IEnumerable<string> Filters => ["q", "team", "manager", "language", "left", .. Request.Query.Keys.Where(name => name.StartsWith(Condition.Own, StringComparison.Ordinal)), "any"];

    protected override IReadOnlyList<string> Bar => ["q", "team", "language", "left", .. FieldsOfBar.Select(PeopleFilterWords.Name)];

    protected override (string Id, string Partial) Part => ("people", "/People/_People.cshtml");

    protected override async Task Find(Session session)
    {
        Fields = [.. (await session.CompanyFields(Me.Workspace, FieldAbout.Person)).Where(field => field.IsInUse && field.CanFilter)];
        var tree = new TeamTree(await session.Teams(Me.Workspace));
        Teams = tree.Paths;
        Filter = Request.Query.People();
        (Rows, Next) = await PeopleList.Ask(session, Me, PeopleSought.Of(Filter, tree, Fields), Today, Said("after"), 50);
    }

    protected override string Says(Condition condition, IReadOnlyDictionary<string, string> names) => PeopleFilterWords.Of(condition, T, names, Fields);
}
