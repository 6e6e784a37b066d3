using Inward.Server.House;

namespace Inward.Server.Passages;

/// <summary>The logs of events that were brought in.</summary>
public sealed class PassagesPage : RoomPage
{
    public IReadOnlyList<EventLog> Logs { get; private set; } = [];

    public async Task OnGetAsync() => Logs = await Read(session => session.EventLogs(Me.Workspace));
}
