using Inward.Asks;
using Inward.House;
using Microsoft.AspNetCore.WebUtilities;

namespace Inward.Server.Asks;

/// <summary>Filters as they stand in an address, after its question mark.</summary>
public static class FilterAddress
{
    // Ways to look at a list, which choose nothing.
    private static readonly string[] Looks = ["view", "month", "pick", "after"];

    /// <summary>A word that is no filter is refused: overlooked, it would let more asks through than were meant.</summary>
    public static AskFilter Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address);
        if (query.Keys.FirstOrDefault(key => !AskFilter.Fields.Contains(key) && !Looks.Contains(key)) is { } unknown)
            throw Rule.Invalid("filter", new Sentence("“{0}” is none of {1}.", unknown, string.Join(", ", AskFilter.Fields)));
        return AskFilter.Typed(field => query.TryGetValue(field, out var value) ? value.ToString() : null);
    }
}
