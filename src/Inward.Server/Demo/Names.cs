using Inward.House;

namespace Inward.Server.Demo;

/// <summary>The ids behind the keys of demo/*.json, and what the asks need to know of those they name.</summary>
internal sealed class Names(IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoTeam> teams, IReadOnlyList<DemoSale> sales, IReadOnlyList<DemoVerbatim> verbatims, IReadOnlyList<AskThread> threads, string companyZone)
{
    private readonly Dictionary<string, DemoPerson> people = people.ToDictionary(p => p.Key);
    private readonly Dictionary<Id, DemoPerson> byId = people.ToDictionary(p => p.Person.Id);
    private readonly IReadOnlyList<DemoTeam> teamRecords = teams;
    private readonly Dictionary<string, Id> teams = teams.ToDictionary(t => t.Key, t => t.Team.Id);
    private readonly Dictionary<string, Id> sales = sales.ToDictionary(s => s.Key, s => s.Sale.Id);
    private readonly Dictionary<string, DemoVerbatim> verbatims = verbatims.ToDictionary(v => v.Key);
    private readonly Dictionary<string, AskThread> threads = threads.ToDictionary(t => t.Key);

    public Id Workspace => teamRecords[0].Team.Workspace;

    public Id Person(string key) => people[key].Person.Id;

    public Id Team(string key) => teams[key];

    public Id Sale(string key) => sales[key];

    public Id Verbatim(string key) => verbatims[key].Verbatim.Id;

    public DateTimeOffset HeardAt(string verbatim) => verbatims[verbatim].At;

    public AskThread Thread(string key) => threads[key];

    public Id TeamOf(Id person) => byId[person].Membership.Team;

    public bool LikesThanksInPrivate(Id person) => byId[person].ThanksInPrivate;

    public string ZoneOf(Id? person) => person is { } id ? byId[id].Person.Zone! : companyZone;
}
