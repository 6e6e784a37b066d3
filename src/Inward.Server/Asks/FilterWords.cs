using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>A filter as a person says it: “Blocked or Promised. Warehouse. One of: Late, My turn.”</summary>
public static class FilterWords
{
    /// <summary>What the records that a filter names are called; what is not there any more has no name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Names(Session session, Me me, AskFilter filter)
    {
        var names = new Dictionary<string, string>(await session.Names(me.Workspace, [.. filter.Each.People, .. filter.Each.Teams, .. filter.Any.People, .. filter.Any.Teams]), StringComparer.Ordinal);
        var others = (List<Id>)[.. filter.Each.Sales, .. filter.Each.Customers, .. filter.Any.Sales, .. filter.Any.Customers];
        if (others.Count > 0)
        {
            foreach (var other in await session.All<Named>("""
                select id, name from customer where workspace = @Workspace and id in @others union all select id, name from sale where workspace = @Workspace and id in @others
                """, new { me.Workspace, others }))
            {
                names[other.Id.ToString()] = other.Name;
            }
        }
        return names;
    }

    public static string Of(AskFilter filter, Tongue t, IReadOnlyDictionary<string, string> names)
    {
        var parts = Fields(filter.Each, t, names).Select(values => string.Join(t[" or "], values)).ToList();
        if (filter.Any.Exists)
            parts.Add(t["at least one of: {0}", string.Join(", ", Fields(filter.Any, t, names).SelectMany(values => values))]);
        return t["Only: {0}.", string.Join("; ", parts)];
    }

    public static string Due(string due) => due switch
    {
        "late" => "Late",
        "week" => "Due this week",
        _ => "No decision",
    };

    private static IEnumerable<IReadOnlyList<string>> Fields(AskChoice choice, Tongue t, IReadOnlyDictionary<string, string> names)
    {
        return new IReadOnlyList<string>[]
        {
            choice.MyTurn ? [t["My turn"]] : [], [.. choice.States.Select(s => t[StateWords.Of(s).Word])], [.. choice.Dues.Select(d => t[Due(d)])],
            Called(choice.People), Called(choice.Teams), Called(choice.Sales), Called(choice.Customers),
        }.Where(values => values.Count > 0);

        IReadOnlyList<string> Called(IReadOnlyList<Id> ids) => [.. ids.Select(id => names.GetValueOrDefault(id.ToString(), id.ToString()))];
    }
}
