using Inward.House;

namespace Inward.Server.Demo;

/// <summary>
/// The story counts in working days from today, so whenever it is told, things happen on working days and in working hours.
/// Day 0 is today, or the next working day when nobody works today; every negative day is over in every zone of the company.
/// </summary>
internal sealed class DemoDays
{
    private readonly WorkingCalendar company;
    private readonly Dictionary<int, DateOnly> days = [];

    public DemoDays(CompanyText text, DateTimeOffset now)
    {
        company = CalendarOf(text, now);
        var today = company.Today(now);
        var zero = company.IsWorkingDay(today) ? today : company.AddWorkingDays(today, 1);
        days[0] = zero;
        for (var (n, day) = (-1, zero.AddDays(-1)); n >= -First; day = day.AddDays(-1))
        {
            if (company.IsWorkingDay(day))
                days[n--] = day;
        }
    }

    /// <summary>How many working days ago the story begins.</summary>
    public const int First = 250;

    public WorkingCalendar In(string zone) => company with { Zone = zone };

    public DateOnly this[int n] => n <= 0 ? days[n] : company.AddWorkingDays(days[0], n);

    /// <summary>A moment of that day in somebody's working hours, drawn by the name and after what happened before.</summary>
    public DateTimeOffset Moment(int n, string zone, string name, DateTimeOffset after = default)
    {
        var local = this[n].ToDateTime(new TimeOnly(9, 30)).AddSeconds(Chance.Draw(name, 7 * 3600));
        var at = new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)).ToUniversalTime();
        return at > after ? at : after.AddSeconds(180 + Chance.Draw(name + " later", 2400));
    }

    /// <summary>Before people begin to ask each other: customers call early, and so does the administrator.</summary>
    public DateTimeOffset Morning(int n, string zone, string name) =>
        In(zone).NextWorkingMoment(In(zone).EndOf(this[n].AddDays(-1))).AddSeconds(Chance.Draw(name, 3600));

    private static WorkingCalendar CalendarOf(CompanyText text, DateTimeOffset now)
    {
        var years = Enumerable.Range(now.Year - 2, 5);
        var holidays = years.SelectMany(year => text.Holidays.Select(h => new DateOnly(year, h.Month, h.Day)));
        return WorkingCalendar.Usual(text.Zone) with { From = text.Hours.From, To = text.Hours.To, Holidays = [.. holidays] };
    }
}
