using Inward.House;
using Inward.Lists;

namespace Inward.Asks;

/// <summary>Which asks: the same filters for list, board, calendar, API, bulk changes and saved views.</summary>
/// <param name="Role">mine (asked of me, by me or of a team of mine), performer, requester, team, or all that I may see.</param>
/// <param name="Show">open, closed, drafts.</param>
/// <param name="Turn">me: only what waits for me.</param>
/// <param name="Q">Words in it.</param>
public sealed record AskFilter(string? Role = null, string? Show = null, string? Turn = null, string? Q = null) : ListFilter(Q)
{
    /// <summary>When due: late, within seven days, or no answer after its date.</summary>
    public static readonly IReadOnlyList<string> Dues = ["late", "week", "undecided"];

    public static readonly IReadOnlyList<string> Roles = ["mine", "performer", "requester", "team", "all"], Shows = ["open", "closed", "drafts"];

    public static readonly IReadOnlyList<string> States = [.. Enum.GetNames<AskState>().Select(s => s.ToLowerInvariant())];

    /// <summary>The fields of an address, in the order in which it names them.</summary>
    public static readonly IReadOnlyList<string> Fields = ["role", "show", "turn", "state", "due", "person", "team", "sale", "customer", "any", "q"];

    /// <summary>Colleagues are either side of an ask.</summary>
    public static readonly ListFields By = new("due:late",
        new ListField("state", States), new("due", Dues), new("turn", ["me"]), new("person"), new("team"), new("sale"), new("customer"));

    /// <summary>More than the bar above a list shows.</summary>
    public bool IsFurther => IsMoreThan(["due"]);

    /// <summary>Only states of asks in which nothing is open any more.</summary>
    public bool IsOver => Each.States.Count > 0 && Each.States.All(s => s is "accepted" or "declined" or "revoked" or "withdrawn");

    protected override IEnumerable<(string Name, string? Value)> Scope => [("role", Role), ("show", Show), ("turn", Turn)];

    /// <summary>As an address has it, whichever door it leads to.</summary>
    public static AskFilter Typed(Func<string, string?> typed) => Understood(wrong => Typed(typed, wrong));

    /// <summary>What can be understood of it; the rest is told in <paramref name="wrong"/>.</summary>
    public static AskFilter Typed(Func<string, string?> typed, ICollection<Wrong> wrong)
    {
        return new AskFilter(One(new("role", Roles)), One(new("show", Shows)), One(new("turn", ["me"])), Words(typed("q")))
        {
            // Beside the others, my turn is not one of several values: it says which list is walked through.
            Each = By.Each(field => field == "turn" ? null : typed(field), wrong),
            Any = By.Any(typed("any"), wrong),
        };

        string? One(ListField field) => field.Each(typed(field.Name), wrong).FirstOrDefault()?.Value;
    }
}

/// <summary>Values to choose asks by.</summary>
public static class AskChoice
{
    extension(Choice chosen)
    {
        public IReadOnlyList<string> States => chosen.Of("state");

        public IReadOnlyList<string> Dues => chosen.Of("due");

        public IReadOnlyList<Id> People => chosen.Ids("person");

        public IReadOnlyList<Id> Teams => chosen.Ids("team");

        public IReadOnlyList<Id> Sales => chosen.Ids("sale");

        public IReadOnlyList<Id> Customers => chosen.Ids("customer");

        public bool MyTurn => chosen.Of("turn").Count > 0;
    }
}
