using System.Globalization;

namespace Inward.Passages;

/// <summary>By what figures are cut.</summary>
public enum CutBy
{
    All,
    Team,
    Product,
    Month,
}

/// <summary>The figures of one team, product or month; of everything else where <paramref name="Of"/> is empty.</summary>
public sealed record Cut(CutBy By, string Of, Figures Figures);

/// <summary>
/// Counts a log once into every cut that can be asked for, so that no question needs the events again. A case belongs to one product and
/// one month, a passing to one team.
/// </summary>
public sealed class Cuts(LogWords words, Told told)
{
    /// <summary>What is cut finer is kept exactly up to fewer values, so that a log of many teams stays in memory.</summary>
    public const int ExactInParts = 2_000;

    private const int MostHandOvers = 1_000, MostHandOversInParts = 100;

    private readonly Tally all = new(words, told.Done);
    private readonly SortedDictionary<(CutBy By, int Of), Tally> parts = [];
    private readonly int done = told.Done;
    private readonly IReadOnlySet<int> teams = told.Teams(words), products = told.Products, months = told.Months;

    public void Add(OneCase one)
    {
        if (!told.TellsKept)
            one.KeepBy(done);
        all.Add(one);
        if (words.Products.Words.Count > 0)
            Part(CutBy.Product, products.Contains(one.Product) ? one.Product : 0).Add(one);
        Part(CutBy.Month, Told.MonthOf(one.Ended) is var month && months.Contains(month) ? month : 0).Add(one);
        if (teams.Count > 0)
            AddTeams(one);
    }

    public IEnumerable<Cut> All() =>
        parts.Select(part => new Cut(part.Key.By, Name(part.Key.By, part.Key.Of), part.Value.Told(MostHandOversInParts))).Prepend(new Cut(CutBy.All, "", all.Told(MostHandOvers)));

    private void AddTeams(OneCase one)
    {
        foreach (var team in one.Passings.Select(TeamOf).Distinct())
        {
            var part = Part(CutBy.Team, team);
            part.NextCase();
            part.Add(one, passing => TeamOf(passing) == team);
        }
    }

    private int TeamOf(Passing passing) => teams.Contains(passing.Team) ? passing.Team : 0;

    private Tally Part(CutBy by, int of) => parts.TryGetValue((by, of), out var part) ? part : parts[(by, of)] = new Tally(words, done, ExactInParts);

    private string Name(CutBy by, int of) => of == 0 ? "" : by switch
    {
        CutBy.Team => words.Teams[of],
        CutBy.Product => words.Products[of],
        _ => string.Create(CultureInfo.InvariantCulture, $"{of / 12:0000}-{(of % 12) + 1:00}"),
    };
}
