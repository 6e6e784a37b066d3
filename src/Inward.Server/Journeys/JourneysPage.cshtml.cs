using Inward.Server.House;

namespace Inward.Server.Journeys;

/// <summary>Every journey of the company.</summary>
public sealed class JourneysPage : RoomPage
{
    public IReadOnlyList<JourneySeen> Rows { get; private set; } = [];

    public Task OnGetAsync() => Read(async session =>
    {
        (Rows, _) = await JourneySeen.List(session, Me, null, null, 500, Today);
        return true;
    });
}
