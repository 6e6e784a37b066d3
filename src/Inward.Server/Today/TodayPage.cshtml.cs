using Inward.Server.House;

namespace Inward.Server.Today;

/// <summary>One screen that a seller reads on a phone in the lift.</summary>
public sealed class TodayPage : RoomPage
{
    public void OnGet()
    {
    }
}
