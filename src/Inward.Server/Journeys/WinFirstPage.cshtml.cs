using Inward.House;
using Inward.Server.House;

namespace Inward.Server.Journeys;

/// <summary>Stages and teams of a journey in the order in which winning them over would bring most, with all that it is worked out from.</summary>
public sealed class WinFirstPage : RoomPage
{
    public JourneySeen Seen { get; private set; } = null!;

    public WinFirstSeen First { get; private set; } = null!;

    public Task OnGetAsync(Id id) => Read(async session =>
    {
        Seen = await JourneySeen.One(session, Me, id, Today);
        First = await WinFirstSeen.Ask(session, Me.Workspace, [Seen.Journey]);
        return true;
    });

    public string Number(decimal value) => value.ToString("0.##", T.Culture);
}
