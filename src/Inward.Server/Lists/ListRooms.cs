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

    /// <summary>The list with these filters; empty ones are left out.</summary>
    public static string Address(this ListRoom room, IEnumerable<(string Name, string? Value)> filters) =>
        room.Address(string.Join('&', filters.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"{Escaped(f.Name)}={Escaped(f.Value!)}")));

    public static string Word(this ListRoom room) => room switch
    {
        ListRoom.People => "People",
        ListRoom.Talks => "Talks",
        _ => "Asks",
    };

    // Commas and colons of conditions are easier read as they are.
    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
}
