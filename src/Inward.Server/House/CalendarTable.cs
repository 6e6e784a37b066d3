using System.Text.Json;
using Inward.House;

namespace Inward.Server.House;

/// <summary>How a workspace keeps when its people work.</summary>
public static class CalendarTable
{
    /// <summary>What a workspace has not said is as usual: Monday to Friday, nine to five.</summary>
    public static WorkingCalendar Read(string stored, string zone) =>
        stored.Length <= 2 ? WorkingCalendar.Usual(zone) : JsonSerializer.Deserialize<WorkingCalendar>(stored, Wire.Json)! with { Zone = zone };
}
