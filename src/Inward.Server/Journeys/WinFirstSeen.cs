using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>Whom to win first, with the names of the teams and the quarter that their support was counted in.</summary>
/// <param name="Quarter">Null while no quarter has been counted: then nobody's support is known.</param>
public sealed record WinFirstSeen(WinFirst First, IReadOnlyDictionary<string, string> Names, string? Quarter)
{
    public static async Task<WinFirstSeen> Ask(Session session, Id workspace, IReadOnlyList<Journey> journeys)
    {
        var support = await SupportCuts.Kept.Told(session, workspace, null);
        var first = WinFirst.Of(journeys, team => support.Cut?.Of(team));
        return new WinFirstSeen(first, await session.Names(workspace, first.Teams.Select(team => team.Team)), support.Quarter);
    }

    /// <summary>How much of what matters to customers lies with each team and is not won yet, 0 to 1, over all journeys.</summary>
    public static async Task<IReadOnlyDictionary<Id, double>> Leverage(Session session, Id workspace) =>
        (await Ask(session, workspace, await session.Journeys(workspace))).First.Leverage();

    public Named NameOf(Id team) => new(team, Names.GetValueOrDefault(team.ToString(), "?"));
}
