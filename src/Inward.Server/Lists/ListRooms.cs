using Inward.Lists;

namespace Inward.Server.Lists;

/// <summary>Where the lists stand, and how they are called.</summary>
public static class ListRooms
{
    public static string Address(this ListRoom room) => room switch
    {
        ListRoom.People => "/people",
        ListRoom.Talks => "/conversations",
        _ => "/asks",
    };

    /// <summary>The list with these filters.</summary>
    public static string Address(this ListRoom room, string query) => query.Length == 0 ? room.Address() : $"{room.Address()}?{query}";

    public static string Word(this ListRoom room) => room switch
    {
        ListRoom.People => "People",
        ListRoom.Talks => "Talks",
        _ => "Asks",
    };
}
