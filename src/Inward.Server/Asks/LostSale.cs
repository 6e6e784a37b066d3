using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>The sale for which somebody still works was lost: stop, or go on and say why.</summary>
/// <param name="On">Null where nobody said the day.</param>
public sealed record LostSale(Id Id, string Name, DateOnly? On)
{
    /// <summary>The moves that stop an ask, each by its own rule.</summary>
    public static readonly IReadOnlyList<string> Stops = ["withdrawal", "revocation", "decline"];

    /// <summary>Only of an ask that is open.</summary>
    public static async Task<LostSale?> Of(Session session, Me me, AskOut ask) => ask is not { Sale: { } sale, Turn: not null } ? null
        : await session.One<LostSale>("select id, name, closed_on as \"on\" from sale where workspace = @Workspace and id = @sale and outcome = 'lost'", new { me.Workspace, sale });
}
