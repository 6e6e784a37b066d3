using Inward.Asks;
using Inward.House;
using Inward.Lists;
using Inward.People;
using Inward.Server.Customers;
using Inward.Server.Lists;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Chooses asks by more than the bar of the list shows.</summary>
public sealed class FilterPage : ListFilterPage
{
    public AskFilter Asks { get; private set; } = new();

    public IReadOnlyList<string> Customers { get; private set; } = [];

    public override ListRoom Of => ListRoom.Asks;

    public override string Shows => T["Show these asks"];

    public override string ScopePartial => "/Asks/_AskScope.cshtml";

    public override IReadOnlyList<string> Looks => ["view", "month"];

    public override ListFilter Filter
    {
        get => Asks;
        protected set => Asks = (AskFilter)value;
    }

    // Where nothing is open, the open ones would be none.
    public override string Address =>
        Of.Address([("view", Said("view")), .. (Asks with { Show = Asks.Show ?? (Asks.IsOver ? "closed" : null) }).Address.Select(f => (f.Name, (string?)f.Value)), ("month", Said("month"))]);

    protected override ListFilter Typed(ICollection<Wrong> wrong) => AskFilter.Typed(Said, wrong);

    protected override string Says(Condition condition, IReadOnlyDictionary<string, string> names) => AskFilterWords.Of(condition, T, names);

    protected override async Task<IReadOnlyList<Chooser>> Offered(Session session)
    {
        Customers = await Choices.CustomerNames(session, Me);
        return
        [
            new Chips("turn", T["Turn"], [("me", T["My turn"])]) { OnlyInAny = true },
            // A draft has a list of its own.
            new Chips("state", T["State"], [.. AskFilter.States.Where(state => state != "draft").Select(state => (state, T[StateWords.Of(state).Word]))]),
            new Chips("due", T["When due"], [.. AskFilter.Dues.Select(due => (due, T[AskFilterWords.Due(due)]))]),
            Colleague("person", T["With a colleague"]),
            Team(new TeamTree(await session.Teams(Me.Workspace)), T["Asked of a team"]),
            new ByName("customer", T["For a customer"], "customers", (asked, _, typed) => Choices.CustomerMeant(asked, Me, typed)) { Input = "client" },
        ];
    }
}
