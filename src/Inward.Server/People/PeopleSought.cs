using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A filter of people as their company knows it: teams with those below them, and its own fields.</summary>
public sealed record PeopleSought(PeopleFilter Filter)
{
    public IReadOnlyList<Id> EachTeams { get; private init; } = [];

    public IReadOnlyList<Id> AnyTeams { get; private init; } = [];

    public IReadOnlyList<FieldFilter> EachOwn { get; private init; } = [];

    public IReadOnlyList<FieldFilter> AnyOwn { get; private init; } = [];

    /// <summary>Asks for teams and fields only where some are named.</summary>
    /// <param name="fields">Those of the company, where they are asked for anyway.</param>
    public static async Task<PeopleSought> Of(Session session, Id workspace, PeopleFilter filter, IReadOnlyCollection<CompanyField>? fields = null)
    {
        var named = (List<Condition>)[.. filter.Each.Conditions, .. filter.Any.Conditions];
        return Of(filter, new TeamTree(named.Exists(c => c.Field == "team") ? await session.Teams(workspace) : []), fields ?? (named.Exists(c => c.IsOwn) ? await session.CompanyFields(workspace, FieldAbout.Person) : []));
    }

    public static PeopleSought Of(PeopleFilter filter, TeamTree teams, IReadOnlyCollection<CompanyField> fields)
    {
        var own = filter.Own(fields);
        return new PeopleSought(filter) { EachTeams = WithBelow("team", filter.Each), AnyTeams = WithBelow("any", filter.Any), EachOwn = own.Each, AnyOwn = own.Any };

        IReadOnlyList<Id> WithBelow(string called, Choice chosen) => [.. chosen.Ids("team").SelectMany(top =>
            teams.All.Any(team => team.Id == top) ? teams.DescendantsOf(top).Select(team => team.Id).Prepend(top) : throw Rule.Invalid(called, "There is no such team here."))];
    }
}
