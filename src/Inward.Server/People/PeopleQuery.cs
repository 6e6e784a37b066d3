using Inward.People;

namespace Inward.Server.People;

/// <summary>Filters of people in an address.</summary>
public static class PeopleQuery
{
    /// <summary>As an address has them, whichever door it leads to.</summary>
    public static PeopleFilter People(this IQueryCollection query) => PeopleFilter.Typed(query.Said());

    /// <summary>Every field as often as it stands there.</summary>
    public static IReadOnlyCollection<(string Name, string Value)> Said(this IQueryCollection query) => [.. query.SelectMany(f => f.Value, (f, value) => (f.Key, value ?? ""))];
}
