using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.People;

/// <summary>A colleague as a form offers them.</summary>
public sealed record Colleague(Id Id, string Name, string? Title);

/// <summary>Choosing a colleague by typing: suggestions first, so that ten thousand people still fit, and whoever is meant.</summary>
public static class Colleagues
{
    private const int MostSuggested = 300;

    public static Task<List<Colleague>> Suggested(Session session, Me me, DateOnly today) => session.All<Colleague>($"""
        select id, name, title from person where workspace = @Workspace and (left_on is null or left_on > @today) order by search_name, id limit {MostSuggested}
        """, new { me.Workspace, today });

    /// <summary>By id, e-mail address, user name or key, or by a name that only one colleague has. Null when nothing was typed.</summary>
    public static async Task<Id?> Meant(Session session, Me me, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (await session.PersonNamed(me.Workspace, typed.Trim()) is { } named)
            return named;
        var meant = await session.All<Id>("select id from person where workspace = @Workspace and search_name = @name limit 2", new { me.Workspace, name = typed.Trim().ToLowerInvariant() });
        return meant.Count switch
        {
            1 => meant[0],
            0 => throw Rule.Invalid(field, new Sentence("There is no colleague called {0}.", typed.Trim())),
            _ => throw Rule.Invalid(field, new Sentence("Several colleagues are called {0}. Write their e-mail address instead.", typed.Trim())),
        };
    }
}
