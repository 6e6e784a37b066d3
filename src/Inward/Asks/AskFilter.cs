using Inward.House;

namespace Inward.Asks;

/// <summary>Which asks: the same filters for list, board, calendar, API, bulk changes and saved views.</summary>
/// <param name="Role">mine (asked of me, by me or of a team of mine), performer, requester, team, or all that I may see.</param>
/// <param name="Show">open, closed, drafts.</param>
/// <param name="Turn">me: only what waits for me.</param>
/// <param name="Q">Words in it.</param>
public sealed record AskFilter(string? Role = null, string? Show = null, string? Turn = null, string? Q = null)
{
    public static readonly IReadOnlyList<string> Roles = ["mine", "performer", "requester", "team", "all"], Shows = ["open", "closed", "drafts"], Dues = ["late", "week", "undecided"];

    public static readonly IReadOnlyList<string> States = [.. Enum.GetNames<AskState>().Select(s => s.ToLowerInvariant())];

    /// <summary>The fields of an address, in the order in which it names them.</summary>
    public static readonly IReadOnlyList<string> Fields = ["role", "show", "turn", "state", "due", "person", "team", "sale", "customer", "any", "q"];

    private static readonly string[] InAny = ["state", "due", "turn", "person", "team", "sale", "customer"];

    /// <summary>Each of its fields must fit; of the values of one field, one.</summary>
    public AskChoice Each { get; init; } = AskChoice.None;

    /// <summary>One value of all these fields is enough.</summary>
    public AskChoice Any { get; init; } = AskChoice.None;

    /// <summary>More than the bar above a list shows.</summary>
    public bool IsFurther => Any.Exists || Each with { Dues = [] } is { Exists: true } || Each.Dues.Count > 1;

    /// <summary>As an address has it, whichever door it leads to.</summary>
    public static AskFilter Typed(Func<string, string?> typed)
    {
        var wrong = new List<Wrong>();
        var filter = Typed(typed, wrong);
        return wrong.Count == 0 ? filter : throw Rule.Invalid(wrong);
    }

    /// <summary>What can be understood of it; the rest is told in <paramref name="wrong"/>.</summary>
    public static AskFilter Typed(Func<string, string?> typed, ICollection<Wrong> wrong)
    {
        var pairs = Choice.Pairs(wrong, typed("any"), InAny);
        return new AskFilter(One("role", Roles), One("show", Shows), One("turn", ["me"]), string.IsNullOrWhiteSpace(typed("q")) ? null : typed("q")!.Trim())
        {
            Each = AskChoice.Typed(field => field == "turn" ? [] : Choice.Values(wrong, field, typed(field)), field => field, wrong),
            Any = AskChoice.Typed(field => pairs[field], _ => "any", wrong),
        };

        string? One(string field, IReadOnlyCollection<string> known) => Choice.Words(wrong, field, Choice.Values(wrong, field, typed(field)), known).FirstOrDefault();
    }
}

/// <summary>Values to choose asks by. Colleagues are either side of an ask.</summary>
/// <param name="Dues">late, week (due within seven days), undecided (no answer after its date).</param>
public sealed record AskChoice(
    IReadOnlyList<string> States, IReadOnlyList<string> Dues, IReadOnlyList<Id> People, IReadOnlyList<Id> Teams, IReadOnlyList<Id> Sales, IReadOnlyList<Id> Customers, bool MyTurn)
{
    public static readonly AskChoice None = new([], [], [], [], [], [], MyTurn: false);

    public bool Exists => MyTurn || States.Count + Dues.Count + People.Count + Teams.Count + Sales.Count + Customers.Count > 0;

    /// <summary>Only states of asks in which nothing is open any more.</summary>
    public bool IsOver => States.Count > 0 && States.All(s => s is "accepted" or "declined" or "revoked" or "withdrawn");

    /// <summary>Every record it names.</summary>
    public IReadOnlyList<Id> Ids => [.. People, .. Teams, .. Sales, .. Customers];

    /// <param name="called">Under which field a mistake is told.</param>
    internal static AskChoice Typed(Func<string, IEnumerable<string>> values, Func<string, string> called, ICollection<Wrong> wrong) => new(
        Words("state", AskFilter.States, values, called, wrong), Words("due", AskFilter.Dues, values, called, wrong), IdsIn("person", values, called, wrong), IdsIn("team", values, called, wrong),
        IdsIn("sale", values, called, wrong), IdsIn("customer", values, called, wrong), Words("turn", ["me"], values, called, wrong).Count > 0);

    private static IReadOnlyList<string> Words(string field, IReadOnlyCollection<string> known, Func<string, IEnumerable<string>> values, Func<string, string> called, ICollection<Wrong> wrong) =>
        Choice.Words(wrong, called(field), values(field), known);

    private static IReadOnlyList<Id> IdsIn(string field, Func<string, IEnumerable<string>> values, Func<string, string> called, ICollection<Wrong> wrong) => Choice.Ids(wrong, called(field), values(field));
}
