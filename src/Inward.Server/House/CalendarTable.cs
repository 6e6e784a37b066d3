using System.Text.Json;
using Inward.House;
using Inward.People;

namespace Inward.Server.House;

/// <summary>How a workspace keeps when its people work.</summary>
public static class CalendarTable
{
    /// <summary>What a workspace has not said is as usual: Monday to Friday, nine to five.</summary>
    public static WorkingCalendar Read(string stored, string zone) =>
        stored.Length <= 2 ? WorkingCalendar.Usual(zone) : JsonSerializer.Deserialize<WorkingCalendar>(stored, Wire.Json)! with { Zone = zone };

    /// <summary>A colleague's: their days away, two months before and after today, are holidays of theirs.</summary>
    public static WorkingCalendar Read(string stored, string zone, string absences, DateOnly today)
    {
        var calendar = Read(stored, zone);
        if (absences.Length <= 2)
            return calendar;
        var (first, last) = (today.AddDays(-60), today.AddDays(60));
        var away = JsonSerializer.Deserialize<List<Absence>>(absences, Wire.Json)!.Where(a => a.To >= first && a.From <= last)
            .SelectMany(a => Days(a.From > first ? a.From : first, a.To < last ? a.To : last));
        return calendar with { Holidays = [.. calendar.Holidays, .. away] };
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            yield return day;
    }
}
