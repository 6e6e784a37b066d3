using Inward.House;
using Inward.Lists;

namespace Inward.People;

/// <summary>Which teams: those of which the company's own fields say this.</summary>
public sealed record TeamFilter(IReadOnlyList<FieldFilter> Own)
{
    public bool Exists => Own.Count > 0;

    /// <param name="query">As an address has it; a field may stand there several times.</param>
    /// <param name="fields">Those of teams.</param>
    public static TeamFilter Typed(IEnumerable<(string Name, string Value)> query, IReadOnlyCollection<CompanyField> fields)
    {
        var wrong = new List<Wrong>();
        var own = query.Select(f => new Condition(f.Name, f.Value.Trim())).Where(c => c.IsOwn && c.Value.Length > 0).Distinct();
        var filter = new TeamFilter(FieldFilter.Each(fields, new([.. own]), wrong));
        return wrong.Count == 0 ? filter : throw Rule.Invalid(wrong);
    }

    public bool Fits(Team team) => Own.All(filter => filter.Fits(team.Fields));
}
