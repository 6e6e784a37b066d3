using Inward.Chains;
using Inward.House;
using Inward.Server.Customers;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Chains;

/// <summary>What one can do with links that let a customer follow a chain. Whoever sees the sale makes and revokes them.</summary>
public static class LinkDesk
{
    public const string Address = "/follow/";

    /// <summary>Makes one, and gives the secret that only its reader keeps.</summary>
    public static async Task<(ChainLink Link, string Secret)> Make(Unit unit, Me me, Id sale, ChainLinkTold told)
    {
        var chain = await Chain(unit, me, sale);
        var open = (await unit.ChainLinks(me.Workspace, chain.Id)).Count(one => one.IsOpen(unit.Now));
        var (link, secret) = (ChainLink.Made(chain, Id.New(unit.Now), told, open, me.Person, unit.Now), Keys.NewSecret("iwf", me.Workspace));
        unit.Save(link, secret);
        unit.Append("chain.link-made", chain.Id, new { link = link.Id, link.Title, link.EndsAt, steps = link.Steps.Count });
        return (link, secret);
    }

    public static async Task<ChainLink> Revoke(Unit unit, Me me, Id sale, Id id)
    {
        var chain = await Chain(unit, me, sale);
        var link = (await unit.ChainLinks(me.Workspace, chain.Id)).Find(one => one.Id == id) ?? throw Rule.NotVisible();
        var revoked = link.Revoke(unit.Now);
        unit.SaveRevoked(revoked);
        unit.Append("chain.link-revoked", chain.Id, new { link = id, link.Title });
        return revoked;
    }

    private static async Task<Chain> Chain(Unit unit, Me me, Id sale) => await unit.Sale(me.Workspace, sale) is null ? throw Rule.NotVisible() : await unit.ChainOf(me.Workspace, sale) ?? throw Rule.NotVisible();
}
