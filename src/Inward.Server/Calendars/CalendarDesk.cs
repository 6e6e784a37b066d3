using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Calendars;

/// <summary>The address of my calendar: whoever knows it reads it.</summary>
public static class CalendarDesk
{
    private static readonly SecretAddress Address = new("calendar", workspace => Keys.NewSecret("iwc", workspace), Keys.WorkspaceOf);

    public static Task<DateTimeOffset?> MadeAt(Session session, Me me) => Address.MadeAt(session, me);

    /// <summary>Makes an address, and gives the path that only its reader keeps.</summary>
    public static async Task<string> Make(Unit unit, Me me) => $"/calendar/{await Address.Make(unit, me)}.ics";

    public static Task End(Unit unit, Me me) => Address.End(unit, me);

    public static Task<Me?> Owner(Session session, string secret, DateTimeOffset now) => Address.Owner(session, secret, now);
}
