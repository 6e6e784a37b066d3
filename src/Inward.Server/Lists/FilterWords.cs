using Inward.House;
using Inward.Lists;
using Inward.Server.House;
using Inward.Server.House.Words;
using Inward.Server.Storage;

namespace Inward.Server.Lists;

/// <summary>A filter as a person says it: “Only: Blocked or Promised; Warehouse; at least one of: Late, My turn.”</summary>
public static class FilterWords
{
    /// <summary>What the records that a filter names are called; what is not there any more has no name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Names(Session session, Me me, ListFilter filter)
    {
        var named = (List<Condition>)[.. filter.Each.Conditions, .. filter.Any.Conditions];
        var names = new Dictionary<string, string>(await session.Names(me.Workspace, Ids("person", "team", "manager")), StringComparer.Ordinal);
        if (Ids("sale", "customer") is { Count: > 0 } others)
        {
            foreach (var other in await session.All<Named>("""
                select id, name from customer where workspace = @Workspace and id in @others union all select id, name from sale where workspace = @Workspace and id in @others
                """, new { me.Workspace, others }))
            {
                names[other.Id.ToString()] = other.Name;
            }
        }
        return names;

        List<Id> Ids(params string[] fields) => [.. named.Where(c => fields.Contains(c.Field)).Select(c => Id.Parse(c.Value))];
    }

    /// <param name="says">A condition in the reader's words.</param>
    public static string Of(ListFilter filter, Tongue t, Func<Condition, string> says)
    {
        var parts = filter.Each.Fields.Select(field => string.Join(t[" or "], filter.Each.Conditions.Where(c => c.Field == field).Select(says))).ToList();
        if (filter.Any.Exists)
            parts.Add(t["at least one of: {0}", string.Join(", ", filter.Any.Conditions.Select(says))]);
        return t["Only: {0}.", string.Join("; ", parts)];
    }
}
