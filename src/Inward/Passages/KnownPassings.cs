namespace Inward.Passages;

/// <summary>
/// What other files have told of a case. The same passing told again is not added; what is new about its case, such as the day
/// its promise was kept, is.
/// </summary>
public sealed class KnownPassings
{
    private readonly Dictionary<(int Stage, long At, long Began, int Team), int> known = [];
    private readonly HashSet<Passing> facts = [];

    public KnownPassings(IEnumerable<Passing> told)
    {
        foreach (var passing in told)
        {
            if (passing.Stage != 0)
                known[KeyOf(passing)] = known.GetValueOrDefault(KeyOf(passing)) + 1;
            facts.Add(FactsOf(passing));
        }
    }

    /// <summary>
    /// What of these is new, in their order. One that stands twice in this file and once in another is added once.
    /// </summary>
    public List<Passing> NewOf(IReadOnlyList<Passing> told)
    {
        var added = new List<Passing>();
        foreach (var passing in told)
        {
            if (known.GetValueOrDefault(KeyOf(passing)) is var times && times == 0)
                added.Add(passing);
            else
            {
                known[KeyOf(passing)] = times - 1;
                if (facts.Add(FactsOf(passing)))
                    added.Add(passing with { Stage = 0, Began = passing.At, Team = 0, Hand = 0 });
            }
        }
        return added;
    }

    private static (int, long, long, int) KeyOf(in Passing passing) => (passing.Stage, passing.At, passing.Began, passing.Team);

    private static Passing FactsOf(in Passing passing) => passing with { Stage = 0, At = 0, Began = 0, Team = 0, Hand = 0 };
}
