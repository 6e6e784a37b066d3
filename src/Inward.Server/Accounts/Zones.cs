namespace Inward.Server.Accounts;

/// <summary>Time zones to choose from: a city on each continent is easier to find than 400 names, and any name may be typed.</summary>
public static class Zones
{
    public static readonly IReadOnlyList<string> Suggested =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
