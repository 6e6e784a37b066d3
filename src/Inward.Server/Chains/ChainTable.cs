using System.Text.Json;
using Inward.Asks;
using Inward.Chains;
using Inward.House;
using Inward.Server.Asks;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>Where chains of sales are kept. Everybody in the workspace sees them, as the sale they belong to.</summary>
public static class ChainTable
{
    /// <summary>The one that goes on, else the newest that has ended.</summary>
    public static async Task<Chain?> ChainOf(this Session session, Id workspace, Id sale) =>
        Read(await session.One<string>("select document from chain where workspace = @workspace and sale = @sale order by is_open desc, id desc limit 1", new { workspace, sale }));

    public static async Task<Chain?> Chain(this Session session, Id workspace, Id id) =>
        Read(await session.One<string>("select document from chain where workspace = @workspace and id = @id", new { workspace, id }));

    /// <summary>What was asked for these steps, by the id of the ask; an ask that took another up again after its performer left stands for it.</summary>
    public static async Task<IReadOnlyDictionary<Id, Ask>> AsksOf(this Session session, Chain chain)
    {
        var all = (await session.All<string>("select facts from ask where workspace = @Workspace and sale = @Sale", new { chain.Workspace, chain.Sale })).Select(facts => AskTable.Whole(facts)!).ToList();
        var (byId, follower) = (all.ToDictionary(ask => ask.Id), all.Where(ask => ask.Follows is not null).ToLookup(ask => ask.Follows!.Value));
        return chain.Steps.Select(step => step.Ask).OfType<Id>().Where(byId.ContainsKey).ToDictionary(id => id, id => Newest(byId[id]));

        Ask Newest(Ask ask) => follower[ask.Id].FirstOrDefault() is { } next ? Newest(next) : ask;
    }

    public static void Save(this Unit unit, Chain chain, bool isNew)
    {
        var row = new { chain.Workspace, chain.Id, chain.Sale, chain.By, document = JsonSerializer.Serialize(chain, Wire.Json), open = chain.Ended is null, chain.Version, before = chain.Version - 1 };
        if (isNew)
        {
            unit.Write("insert into chain (workspace, id, sale, by_person, document, is_open, version) values (@Workspace, @Id, @Sale, @By, @document, @open, @Version)", row);
            unit.ShowTo(chain.Id, [new Reader(chain.Workspace)]);
        }
        else
        {
            unit.Write("update chain set document = @document, is_open = @open, version = @Version where workspace = @Workspace and id = @Id and version = @before", row, 1);
        }
    }

    private static Chain? Read(string? document) => document is null ? null : JsonSerializer.Deserialize<Chain>(document, Wire.Json);
}
