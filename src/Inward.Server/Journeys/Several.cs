namespace Inward.Server.Journeys;

/// <summary>A field that holds several names, each in a place of its own, with one more to fill.</summary>
/// <param name="List">The id of what is suggested.</param>
public sealed record Several(string Name, string Legend, string Another, string List, IReadOnlyList<string?> Typed, string? Wrong);
