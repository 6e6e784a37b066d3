namespace Inward.Server.House;

/// <summary>The rooms in the side bar, in their order.</summary>
public static class Rooms
{
    public static readonly (string Href, string Icon, string Name, string? Key)[] All =
    [
        ("/", "today", "Today", "g t"),
        ("/asks", "asks", "Asks", "g a"),
        ("/people", "people", "People", "g p"),
        ("/customers", "customers", "Customers", "g c"),
        ("/thanks", "heart", "Thanks", null),
    ];
}
