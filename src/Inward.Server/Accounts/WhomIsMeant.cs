using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>Whom an operator means: operators stand outside of any company, so with several they may have to say which.</summary>
public static class WhomIsMeant
{
    /// <summary>The only company, or the one of this name or id.</summary>
    public static async Task<Id> CompanyMeant(this Session session, string? workspace) => (await Companies(session, workspace)) switch
    {
        [var one] => one.Id,
        [] when workspace is not null => throw Rule.Invalid("workspace", new Sentence("There is no company called {0} here.", workspace)),
        [] => throw Rule.NotNow("This store has no company yet. `inward init` makes one."),
        _ => throw Rule.Invalid("workspace", "There are several companies here. Say which with --workspace."),
    };

    public static async Task<(Id Workspace, Id Person)> PersonAnywhere(this Session session, string person, string? workspace)
    {
        var found = new List<(Id, Id)>();
        foreach (var company in await Companies(session, workspace))
        {
            if (await Whom.Exactly(session, company.Id, person) is { } id)
                found.Add((company.Id, id));
        }
        return found.Count switch
        {
            1 => found[0],
            0 => throw Rule.Invalid("person", new Sentence("There is nobody here called {0}.", person)),
            _ => throw Rule.Invalid("workspace", new Sentence("{0} is in several companies. Say which with --workspace.", person)),
        };
    }

    private static async Task<List<Named>> Companies(Session session, string? workspace) =>
        [.. (await session.All<Named>("select id, name from workspace order by id")).Where(company => workspace is null || workspace == company.Name || workspace == company.Id.ToString())];
}
