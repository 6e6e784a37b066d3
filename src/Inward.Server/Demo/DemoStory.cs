using Inward.House;

namespace Inward.Server.Demo;

/// <summary>
/// A year at Osterfenn, the invented company that demo, tests, guide and pictures share. The same moment always tells the
/// same story; told on another day, all its days have moved along.
/// </summary>
public sealed record DemoStory(Workspace Workspace, WorkingCalendar Calendar)
{
    public IReadOnlyList<DemoField> Fields { get; init; } = [];
    public IReadOnlyList<DemoTeam> Teams { get; init; } = [];
    public IReadOnlyList<DemoPerson> People { get; init; } = [];
    public IReadOnlyList<DemoCustomer> Customers { get; init; } = [];
    public IReadOnlyList<DemoSale> Sales { get; init; } = [];
    public IReadOnlyList<DemoVerbatim> Verbatims { get; init; } = [];
    public IReadOnlyList<DemoConversation> Conversations { get; init; } = [];
    public IReadOnlyList<DemoDispute> Disputes { get; init; } = [];
    public IReadOnlyList<DemoNote> Notes { get; init; } = [];
    public IReadOnlyList<DemoSuggestion> Suggestions { get; init; } = [];
    public IReadOnlyList<DemoNeed> Needs { get; init; } = [];
    /// <summary>Journeys, how they were shaped, scored and supported.</summary>
    public IReadOnlyList<DemoFact> Journeys { get; init; } = [];
    public IReadOnlyList<DemoView> Views { get; init; } = [];
    public IReadOnlyList<DemoFact> Promises { get; init; } = [];
    public IReadOnlyList<DemoPassage> Passages { get; init; } = [];
    public IReadOnlyList<DemoFact> Chains { get; init; } = [];
    public IReadOnlyList<DemoFact> AfterSales { get; init; } = [];
    public IReadOnlyList<DemoFact> Objectives { get; init; } = [];
    public IReadOnlyList<DemoFact> Ideas { get; init; } = [];
    /// <summary>The idea of each ask that carries one out, by the key of the ask.</summary>
    public IReadOnlyDictionary<string, Id> IdeasOfAsks { get; init; } = new Dictionary<string, Id>();

    public IReadOnlyList<DemoAsk> Asks { get; init; } = [];
    public IReadOnlyList<DemoThanks> Thanks { get; init; } = [];
    public IReadOnlyList<DemoSignIn> SignIns { get; init; } = [];

    /// <summary>Everything that happened, in the order in which it did.</summary>
    public IReadOnlyList<DemoFact> InOrder() =>
    [
        .. Fields.Cast<DemoFact>().Concat(Teams).Concat(People).Concat(Customers).Concat(Sales).Concat(Verbatims).Concat(Conversations).Concat(Disputes).Concat(Notes)
            .Concat(Suggestions).Concat(Needs).Concat(Journeys).Concat(Views).Concat(Promises).Concat(Passages).Concat(Chains).Concat(Ideas).Concat(AfterSales).Concat(Objectives).Concat(Asks.SelectMany(a => a.Moves)).Concat(Thanks).OrderBy(f => f.At),
    ];

    public static DemoStory Tell(DateTimeOffset now)
    {
        var content = DemoContent.Read();
        var days = new DemoDays(content.Cast.Company, now);
        var company = new DemoCompany(content, days);
        var colleagues = new Colleagues(content);
        AskThread[] threads = [.. content.Asks.Threads, .. new EverydayAsks(content, colleagues).Threads()];
        var names = new Names(company.People, company.Teams, company.Sales, company.Verbatims, threads, content.Cast.Company.Zone);
        var replay = new AskReplay(company.Workspace.Id, days, names);
        var asks = replay.Tell(threads);
        var ideas = new DemoIdeas(content, days, names, asks);
        var talk = new DemoTalk(content, days, colleagues, names);
        return new DemoStory(company.Workspace, days.In(content.Cast.Company.Zone))
        {
            Fields = company.Fields,
            Teams = company.Teams,
            People = company.People,
            Customers = company.Customers,
            Sales = company.Sales,
            Verbatims = company.Verbatims,
            Conversations = [.. talk.Conversations()],
            Disputes = [.. talk.Disputes()],
            Notes = [.. talk.Notes()],
            Suggestions = [.. talk.Suggestions()],
            Needs = [.. talk.Needs()],
            Journeys = [.. new DemoJourneys(content, days, names).Tell()],
            Views = [.. new DemoViews(content, days, company, names).Tell()],
            Promises = [.. new DemoPromises(content, days, names).Tell()],
            Passages = [.. new DemoWays(content, days, names).Tell()],
            Chains = [.. new DemoChains(content, days, names, asks).Tell()],
            AfterSales = [.. new DemoAfterSales(content, days, names, asks).Tell()],
            Objectives = [.. new DemoObjectives(content, days, names).Tell()],
            Ideas = [.. ideas.Tell()],
            IdeasOfAsks = ideas.OfAsks(),
            Asks = asks,
            Thanks = [.. replay.Thanks.Concat(talk.Thanks()).Select(t => t with { Public = t.Public && !names.LikesThanksInPrivate(t.To) }).OrderBy(t => t.At)],
            SignIns = [.. content.Cast.SignIns.Select(s => new DemoSignIn(names.Person(s.Person), s.Person, s.As))],
        };
    }
}
