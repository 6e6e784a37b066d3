namespace Inward.Server.House;

/// <summary>What waits in this browser to be sent; its script fills it in. Without a network it stands in for every page.</summary>
public sealed class OfflinePage : RoomPage;
