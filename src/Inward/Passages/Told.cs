namespace Inward.Passages;

/// <summary>
/// Which teams, products and months of a log have figures of their own. What is not told apart stands together, so that the
/// parts always add up and nobody is found by subtracting.
/// </summary>
/// <param name="done">The stage that finishes a case, where somebody chose it.</param>
public sealed class Told(int? done = null)
{
    /// <summary>Groups of fewer people are not shown.</summary>
    public const int FewestPeople = 5;

    private const int MostTeams = 50, MostProducts = 50, MostMonths = 60;

    private readonly Counts lastStages = new(), teams = new(), products = new(), months = new();

    /// <summary>A first look at every case, before any is counted.</summary>
    public void Look(OneCase one)
    {
        lastStages.Count(one.Passings[^1].Stage);
        TellsKept |= one.Kept != Passing.Untold;
        products.Count(one.Product);
        months.Count(MonthOf(one.Ended));
        foreach (var passing in one.Passings)
            teams.Count(passing.Team);
    }

    /// <summary>The stage that finishes a case: the chosen one, or where most cases stood last.</summary>
    public int Done => done ?? lastStages.Most(1).FirstOrDefault();

    /// <summary>Whether the log itself says of any case when its promise was kept.</summary>
    public bool TellsKept { get; private set; }

    /// <summary>The teams that are told apart: the largest of those in which the log names five people or more.</summary>
    public IReadOnlySet<int> Teams(LogWords words)
    {
        var told = teams.Most(MostTeams).Where(team => team != 0 && PeopleOf(words, [team]) >= FewestPeople).ToList();
        // The rest is told as a whole, so it must be five people too, or take the smallest of the others in.
        while (told.Count > 0 && teams.Numbers.Except(told).ToList() is { Count: > 0 } rest && PeopleOf(words, rest) < FewestPeople)
            told.RemoveAt(told.Count - 1);
        return told.ToHashSet();
    }

    public IReadOnlySet<int> Products => products.Most(MostProducts).Where(product => product != 0).ToHashSet();

    /// <summary>The newest months, as the number of months since the year 0.</summary>
    public IReadOnlySet<int> Months => months.Numbers.OrderDescending().Take(MostMonths).ToHashSet();

    /// <summary>A case counts in the month in which it ended.</summary>
    public static int MonthOf(long moment) => DateTimeOffset.FromUnixTimeMilliseconds(moment) is var day ? (day.Year * 12) + day.Month - 1 : 0;

    private static int PeopleOf(LogWords words, IEnumerable<int> teams) =>
        teams.SelectMany(team => words.People.TryGetValue(team, out var people) ? people : []).Distinct().Take(FewestPeople).Count();

    private sealed class Counts
    {
        private readonly Dictionary<int, long> counts = [];

        public IEnumerable<int> Numbers => counts.Keys;

        public void Count(int number) => counts[number] = counts.GetValueOrDefault(number) + 1;

        public IEnumerable<int> Most(int most) => counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(most).Select(count => count.Key);
    }
}
