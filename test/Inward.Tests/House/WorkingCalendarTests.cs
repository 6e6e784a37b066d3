using System.Globalization;
using Inward.House;

namespace Inward.Tests.House;

/// <summary>Days end where people live, and work has hours there: both ways of daylight saving, east and west, holidays, new year.</summary>
public class WorkingCalendarTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "Africa/Cairo", "Asia/Beirut", "America/Havana", "America/Asuncion", "Atlantic/Azores", "Asia/Gaza",
        "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Africa/Casablanca", "Pacific/Chatham", "Asia/Tehran",
    ];

    public static TheoryData<string> EveryZone => [.. Zones];

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [Theory]
    [MemberData(nameof(EveryZone))]
    public void Every_day_of_six_years_ends_at_the_very_moment_the_next_begins(string zone)
    {
        var calendar = WorkingCalendar.Usual(zone);
        for (var day = Day("2024-01-01"); day.Year < 2030; day = day.AddDays(1))
        {
            var end = calendar.EndOf(day);
            calendar.Today(end).ShouldBe(day.AddDays(1));
            calendar.Today(end.AddTicks(-1)).ShouldBe(day, $"{zone} {day:O}");
        }
    }

    [Theory]
    // Clocks go forward at midnight: the day begins at one.
    [InlineData("America/Havana", "2026-03-07", "2026-03-08T05:00:00Z")]
    [InlineData("Africa/Cairo", "2026-04-23", "2026-04-23T22:00:00Z")]
    [InlineData("Asia/Beirut", "2026-03-28", "2026-03-28T22:00:00Z")]
    // Clocks go back at one to midnight: the first midnight counts.
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T04:00:00Z")]
    // The same, in the year the country then stayed on summer time.
    [InlineData("America/Asuncion", "2024-10-05", "2024-10-06T04:00:00Z")]
    // A day that never was: from Thursday to Saturday.
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-30T10:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-11-21", "2026-11-21T10:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "2026-11-21", "2026-11-22T11:00:00Z")]
    [InlineData("Europe/Berlin", "2028-02-29", "2028-02-29T23:00:00Z")]
    public void A_day_ends_where_people_live(string zone, string day, string end) =>
        WorkingCalendar.Usual(zone).EndOf(Day(day)).ShouldBe(At(end));

    [Fact]
    public void East_and_west_have_different_days_at_the_same_moment()
    {
        var noon = At("2026-11-21T12:00:00Z");
        WorkingCalendar.Usual("Pacific/Kiritimati").Today(noon).ShouldBe(Day("2026-11-22"));
        WorkingCalendar.Usual("Pacific/Pago_Pago").Today(noon).ShouldBe(Day("2026-11-21"));
    }

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-11-20", 0, "2026-11-20")]
    [InlineData("2026-11-23", 10, "2026-12-07")]
    [InlineData("2028-02-28", 1, "2028-02-29")]
    [InlineData("2028-02-29", 1, "2028-03-01")]
    [InlineData("2027-02-26", 1, "2027-03-01")]
    public void Working_days_pass_over_weekends_and_leap_days(string from, int count, string to) =>
        WorkingCalendar.Usual("UTC").AddWorkingDays(Day(from), count).ShouldBe(Day(to));

    [Fact]
    public void A_week_over_new_year_leaves_its_holidays_out()
    {
        var calendar = WorkingCalendar.Usual("Europe/Berlin") with { Holidays = [Day("2026-12-25"), Day("2026-12-26"), Day("2027-01-01")] };
        calendar.AddWorkingDays(Day("2026-12-24"), 1).ShouldBe(Day("2026-12-28"));
        calendar.AddWorkingDays(Day("2026-12-31"), 1).ShouldBe(Day("2027-01-04"));
        calendar.AddWorkingDays(Day("2026-12-23"), 5).ShouldBe(Day("2026-12-31"));
    }

    [Fact]
    public void Sunday_to_Thursday_is_a_week_too()
    {
        var calendar = WorkingCalendar.Usual("Africa/Cairo") with { Days = [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday] };
        calendar.AddWorkingDays(Day("2026-11-19"), 1).ShouldBe(Day("2026-11-22"));
        calendar.IsWorking(At("2026-11-20T10:00:00Z")).ShouldBeFalse();
    }

    [Fact]
    public void A_calendar_of_holidays_only_ends_after_a_year_and_the_last_day_of_all_is_no_crash()
    {
        var start = Day("2026-01-01");
        var never = WorkingCalendar.Usual("UTC") with { Holidays = [.. Enumerable.Range(0, 2000).Select(start.AddDays)] };
        never.AddWorkingDays(start, 3).ShouldBe(start.AddDays(366));
        never.NextWorkingMoment(At("2026-01-01T10:00:00Z")).ShouldBeGreaterThan(At("2026-12-31T00:00:00Z"));

        var usual = WorkingCalendar.Usual("America/New_York");
        usual.AddWorkingDays(DateOnly.MaxValue, 5).ShouldBe(DateOnly.MaxValue);
        usual.EndOf(DateOnly.MaxValue).ShouldBe(DateTimeOffset.MaxValue);
        usual.EndOf(DateOnly.MaxValue.AddDays(-1)).ShouldBe(At("9999-12-31T05:00:00Z"));
        WorkingCalendar.Usual("Pacific/Kiritimati").EndOf(DateOnly.MinValue).ShouldBe(At("0001-01-01T10:00:00Z"), TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData("2026-11-20T07:59:59Z", false)]
    [InlineData("2026-11-20T08:00:00Z", true)]
    [InlineData("2026-11-20T15:59:59Z", true)]
    [InlineData("2026-11-20T16:00:00Z", false)]
    [InlineData("2026-11-21T10:00:00Z", false)]
    [InlineData("2026-07-03T07:00:00Z", true)]
    [InlineData("2026-07-03T15:00:00Z", false)]
    public void Work_has_hours_in_winter_and_in_summer(string instant, bool working) =>
        WorkingCalendar.Usual("Europe/Berlin").IsWorking(At(instant)).ShouldBe(working);

    [Theory]
    [InlineData("2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z")]
    [InlineData("2026-11-20T05:00:00Z", "2026-11-20T08:00:00Z")]
    [InlineData("2026-11-20T16:00:00Z", "2026-11-23T08:00:00Z")]
    [InlineData("2026-03-27T20:00:00Z", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-23T20:00:00Z", "2026-10-26T08:00:00Z")]
    public void The_next_working_moment_is_now_or_when_they_next_begin(string now, string next) =>
        WorkingCalendar.Usual("Europe/Berlin").NextWorkingMoment(At(now)).ShouldBe(At(next));

    [Theory]
    [MemberData(nameof(EveryZone))]
    public void The_next_working_moment_is_always_at_work_and_never_in_the_past(string zone)
    {
        // Night work, so that the hours themselves fall into the gaps.
        var calendar = WorkingCalendar.Usual(zone) with { Days = Enum.GetValues<DayOfWeek>(), From = TimeOnly.MinValue, To = new TimeOnly(3, 30) };
        for (var now = At("2026-01-01T00:00:00Z"); now.Year < 2027; now = now.AddMinutes(137))
        {
            var next = calendar.NextWorkingMoment(now);
            next.ShouldBeGreaterThanOrEqualTo(now);
            calendar.IsWorking(next).ShouldBeTrue($"{zone} {now:O}");
        }
    }

    [Fact]
    public void A_calendar_names_everything_that_is_wrong_with_it()
    {
        var broken = new WorkingCalendar("Europe/Nowhere", [], new TimeOnly(17, 0), new TimeOnly(9, 0), []);
        Should.Throw<BrokenRule>(() => broken.Checked()).Fields.Select(f => f.Name).ShouldBe(["zone", "days", "to"]);
        WorkingCalendar.Usual("Asia/Kathmandu").Checked().Zone.ShouldBe("Asia/Kathmandu");
    }
}
