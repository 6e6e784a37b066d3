using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.Imports;

/// <summary>What imported records have been used for since: whatever is used stays when the import is taken back.</summary>
public static class ImportUses
{
    private static readonly (string Sql, Sentence Why)[] Uses =
    [
        ("select requester as id from ask where workspace = @Workspace union select performer as id from ask where workspace = @Workspace and performer is not null", new Sentence("{0} takes part in an ask and stays.")),
        ("select team as id from ask where workspace = @Workspace and team is not null", new Sentence("{0} was asked and stays.")),
        ("select sale as id from ask where workspace = @Workspace and sale is not null", new Sentence("{0} is named by an ask and stays.")),
        ("select customer as id from verbatim where workspace = @Workspace union select sale as id from verbatim where workspace = @Workspace and sale is not null", new Sentence("{0} has words of the customer and stays.")),
        ("select giver as id from thanks where workspace = @Workspace union select receiver as id from thanks where workspace = @Workspace", new Sentence("{0} gave or got thanks and stays.")),
        ("select person as id from conversation_person where workspace = @Workspace union select author as id from conversation where workspace = @Workspace", new Sentence("{0} took part in a talk and stays.")),
        ("select person as id from session where workspace = @Workspace union select person as id from token where workspace = @Workspace", new Sentence("{0} has signed in since and stays.")),
        ("select sale as id from customer_promise where workspace = @Workspace union select said_by as id from customer_promise where workspace = @Workspace", new Sentence("{0} has to do with a promise to a customer and stays.")),
        ("select id from repeat_purchase where workspace = @Workspace union select earlier from repeat_purchase where workspace = @Workspace union select ask from ask_behind where workspace = @Workspace", new Sentence("{0} has to do with a customer who came back and stays.")),
        ("select kept as id from merged where workspace = @Workspace union select gone as id from merged where workspace = @Workspace", new Sentence("{0} was merged with another entry and stays.")),
        ("select owner as id from sale where workspace = @Workspace and owner is not null", new Sentence("{0} owns a sale and stays.")),
    ];

    public static async Task<IReadOnlyDictionary<Id, Sentence>> Since(Unit unit, IReadOnlyCollection<Touched> touched)
    {
        var made = touched.Where(t => t.Before is null).ToDictionary(t => t.Record, t => Shown(t.After));
        var used = new Dictionary<Id, Sentence>();
        foreach (var (sql, why) in Uses)
        {
            foreach (var id in await unit.All<Id>(sql, new { unit.Workspace }))
            {
                if (made.TryGetValue(id, out var name))
                    used.TryAdd(id, why with { Gaps = [name] });
            }
        }
        return used;
    }

    private static string Shown(object record) => record switch
    {
        Inward.People.Person person => person.Name,
        Inward.People.Team team => team.Name,
        Inward.Customers.Customer customer => customer.Name,
        Inward.Customers.Sale sale => sale.Name,
        _ => "",
    };
}
