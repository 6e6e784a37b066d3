using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Customers;

/// <summary>What forms of this room offer to choose from: suggestions for what is typed, so a thousand customers still fit.</summary>
public static class Choices
{
    private const int MostNames = 300;

    public static Task<List<string>> CustomerNames(Session session, Me me) =>
        session.All<string>($"select distinct name from customer where workspace = @Workspace and merged_into is null order by name limit {MostNames}", new { me.Workspace });

    /// <summary>The customer that was meant: by id, or by a name that only one has.</summary>
    public static async Task<Id?> CustomerMeant(Session session, Me me, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var meant = await CustomersCalled(session, me, typed);
        return meant.Count switch
        {
            1 => meant[0].Id,
            0 => throw Rule.Invalid("customer", new Sentence("There is no customer called {0}. Add them first, or choose another.", typed.Trim())),
            _ => throw Rule.Invalid("customer", new Sentence("Several customers are called {0}. Open the one you mean and start from there.", typed.Trim())),
        };
    }

    /// <summary>The customer with this id, or those with this name; two are enough to know that it is not the only one. What was merged finds what was kept.</summary>
    public static Task<List<Named>> CustomersCalled(Session session, Me me, string typed) => session.All<Named>($"""
        select distinct k.id, k.name from customer c join customer k on k.workspace = @Workspace and k.id = coalesce(c.merged_into, c.id)
        where c.workspace = @Workspace and {(Id.TryParse(typed, null, out var id) ? "c.id = @id" : "c.name_key = @key")} limit 2
        """, new { me.Workspace, id, key = Inward.Customers.Customer.Key(typed) });

    public static Task<List<SaleChoice>> SalesWith(Session session, Me me, Id customer) => session.All<SaleChoice>(
        "select id, name, stage from sale where workspace = @Workspace and customer = @customer order by outcome = 'open' desc, name_key, id limit 200", new { me.Workspace, customer });

    /// <summary>The sales I own and have not closed, with whom they are.</summary>
    public static Task<List<SaleChoice>> MyOpenSales(Session session, Me me) => session.All<SaleChoice>("""
        select s.id, s.name || ' (' || c.name || ')' as name, s.stage from sale s join customer c on c.workspace = @Workspace and c.id = s.customer
        where s.workspace = @Workspace and s.owner = @Person and s.outcome = 'open' order by c.name_key, s.name_key, s.id limit 200
        """, new { me.Workspace, me.Person });

    /// <summary>Who of this customer was quoted before.</summary>
    public static Task<List<string>> Speakers(Session session, Me me, Id customer) => session.All<string>(
        "select distinct said_by from verbatim where workspace = @Workspace and customer = @customer and said_by is not null order by said_by limit 50", new { me.Workspace, customer });
}

public sealed record SaleChoice(Id Id, string Name, string? Stage);
