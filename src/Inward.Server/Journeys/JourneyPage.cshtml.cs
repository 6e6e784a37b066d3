using Inward.House;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Journeys;

/// <summary>One journey: its stages, whom they depend on, and every change of it.</summary>
public sealed class JourneyPage : RoomPage
{
    public JourneySeen Seen { get; private set; } = null!;

    public IReadOnlyList<JourneyHappened> History { get; private set; } = [];

    /// <summary>What I see of the scores of its stages.</summary>
    public IReadOnlyDictionary<Id, ScoresSeen> Scores { get; private set; } = new Dictionary<Id, ScoresSeen>();

    public bool HasOthers { get; private set; }

    public async Task<IActionResult> OnGetAsync(Id id)
    {
        await Read(async session =>
        {
            Seen = await JourneySeen.One(session, Me, id, Today);
            Scores = await StageScores.Ask(session, Me, [.. Seen.Stages.Select(row => row.Stage.Id)]);
            History = await JourneyHistory.Ask(session, Me, id);
            HasOthers = await session.Count("select count(*) from journey where workspace = @Workspace", new { Me.Workspace }) > 1;
            return true;
        });
        return PageOr("map", "/Journeys/_Map.cshtml");
    }
}
