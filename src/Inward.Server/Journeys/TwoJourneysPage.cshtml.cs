using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Journeys;

/// <summary>Two journeys side by side, stage by stage.</summary>
public sealed class TwoJourneysPage : RoomPage
{
    [BindProperty(SupportsGet = true)]
    public string? Other { get; set; }

    public TwoJourneys? Both { get; private set; }

    public JourneySeen One { get; private set; } = null!;

    /// <summary>What can stand beside it.</summary>
    public IReadOnlyList<Journey> Others { get; private set; } = [];

    public Task OnGetAsync(Id id) => Read(async session =>
    {
        One = await JourneySeen.One(session, Me, id, Today);
        Others = (await session.Journeys(Me.Workspace)).FindAll(journey => journey.Id != id);
        if ((Query.Id("other", Other) ?? Others.FirstOrDefault()?.Id) is { } other)
            Both = TwoJourneys.Of(One, await JourneySeen.One(session, Me, other, Today));
        return true;
    });
}
