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
        ("/objectives", "objectives", "Objectives", "g o"),
        ("/thanks", "heart", "Thanks", null),
        ("/conversations", "talk", "Talks", null),
    ];

    /// <summary>Every key and what it does, as the help on ? lists them.</summary>
    public static readonly (string Key, string Does)[] Keys =
    [
        ("n", "New ask"), ("t", "Thank a colleague"), ("c", "Log a talk"), ("/", "Search"), ("Ctrl K", "Find or do anything"),
        ("g t", "Go to Today"), ("g a", "Go to Asks"), ("g p", "Go to People"), ("g c", "Go to Customers"), ("g o", "Go to Objectives"), ("?", "Keys"),
    ];
}
