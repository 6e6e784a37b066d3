using System.Text.Json;
using Inward.House;
using Inward.Server.Storage;

namespace Inward.Server.House;

/// <summary>When people work: the workspace's calendar, in each person's own zone.</summary>
public static class CalendarTable
{
    public static async Task<WorkingCalendar> CalendarOf(this Session session, Id workspace, Id? person)
    {
        var row = await session.One<Row>("""
            select w.calendar, w.zone, p.zone as own_zone from workspace w left join person p on p.workspace = w.id and p.id = @person where w.id = @workspace
            """, new { workspace, person }) ?? throw Rule.NotVisible();
        return Read(row.Calendar, row.Zone) with { Zone = row.OwnZone ?? row.Zone };
    }

    /// <summary>What a workspace has not said is as usual: Monday to Friday, nine to five.</summary>
    public static WorkingCalendar Read(string stored, string zone) =>
        stored.Length <= 2 ? WorkingCalendar.Usual(zone) : JsonSerializer.Deserialize<WorkingCalendar>(stored, Wire.Json)! with { Zone = zone };

    private sealed record Row(string Calendar, string Zone, string? OwnZone);
}
