using Inward.Chains;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>A link with the name of whoever made it.</summary>
public sealed record LinkShown(ChainLink Link, Named By, bool IsOpen);

/// <summary>The links of a chain, the newest first.</summary>
public sealed record LinksShown(IReadOnlyList<LinkShown> All)
{
    public static readonly LinksShown None = new([]);

    public static async Task<LinksShown> Of(Session session, Me me, Chain chain, DateTimeOffset now)
    {
        var links = await session.ChainLinks(me.Workspace, chain.Id);
        var names = await session.Names(me.Workspace, links.Select(link => link.By));
        return new LinksShown(links.ConvertAll(link => new LinkShown(link, new Named(link.By, names.GetValueOrDefault(link.By.ToString(), "")), chain.Ended is null && link.IsOpen(now))));
    }
}
