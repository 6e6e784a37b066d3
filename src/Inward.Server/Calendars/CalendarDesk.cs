using Inward.House;
using Inward.Server.Accounts;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Calendars;

/// <summary>The address of my calendar: whoever knows it reads it, so it is told once, and a new one ends the old.</summary>
public static class CalendarDesk
{
    public static Task<DateTimeOffset?> MadeAt(Session session, Me me) =>
        session.One<DateTimeOffset?>("select made_at from calendar_feed where workspace = @Workspace and person = @Person", new { me.Workspace, me.Person });

    /// <summary>Makes an address, and gives the path that only its reader keeps.</summary>
    public static async Task<string> Make(Unit unit, Me me)
    {
        var secret = Keys.NewSecret("iwc", me.Workspace);
        Delete(unit, me);
        unit.Write("insert into calendar_feed (workspace, hash, person, made_at) values (@Workspace, @hash, @Person, @Now)", new { me.Workspace, hash = Keys.Hash(secret), me.Person, unit.Now });
        unit.Append("calendar.address-made", (await unit.OpenAccount(me.Person)).Id, new { });
        return $"/calendar/{secret}.ics";
    }

    /// <summary>Done twice it is done once.</summary>
    public static async Task End(Unit unit, Me me)
    {
        if (await MadeAt(unit, me) is null)
            return;
        Delete(unit, me);
        unit.Append("calendar.address-ended", (await unit.OpenAccount(me.Person)).Id, new { });
    }

    /// <summary>Whose calendar this is; null when the address is unknown, ended, or its person has left.</summary>
    public static async Task<Me?> Owner(Session session, string secret, DateTimeOffset now) =>
        Keys.WorkspaceOf(secret) is { } workspace
            && await session.One<Id?>("select person from calendar_feed where workspace = @workspace and hash = @hash", new { workspace, hash = Keys.Hash(secret) }) is { } person
            ? await Keys.Of(session, workspace, person, now) : null;

    private static void Delete(Unit unit, Me me) => unit.Write("delete from calendar_feed where workspace = @Workspace and person = @Person", new { me.Workspace, me.Person });
}
