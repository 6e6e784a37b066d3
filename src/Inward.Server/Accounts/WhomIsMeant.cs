using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>Whom an operator means: operators stand outside of any company, so with several they may have to say which.</summary>
public static class WhomIsMeant
{
    public static async Task<(Id Workspace, Id Person)> PersonAnywhere(this Session session, string person, string? workspace)
    {
        var found = new List<(Id, Id)>();
        foreach (var company in await session.All<Company>("select id, name from workspace order by id"))
        {
            if (workspace is not null && workspace != company.Name && workspace != company.Id.ToString())
                continue;
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

    private sealed record Company(Id Id, string Name);
}
