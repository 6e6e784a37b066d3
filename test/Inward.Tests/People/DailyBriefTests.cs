using System.Globalization;
using Inward.House;
using Inward.People;

namespace Inward.Tests.People;

/// <summary>A brief comes at the hour its reader chose, on days they work, once.</summary>
public class DailyBriefTests
{
    private static readonly TimeOnly Half = new(7, 30);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-23T07:29:59+01:00", null)]
    [InlineData("2026-11-23T07:30:00+01:00", "2026-11-23")]
    [InlineData("2026-11-23T10:29:59+01:00", "2026-11-23")]
    [InlineData("2026-11-23T10:30:00+01:00", null)]
    [InlineData("2026-11-22T07:30:00+01:00", null)]
    public void It_is_due_from_its_hour_on_for_three_hours_of_a_working_day(string now, string? day) =>
        DailyBrief.Due(Half, WorkingCalendar.Usual("Europe/Berlin"), null, At(now)).ShouldBe(day is null ? null : Day(day));

    [Fact]
    public void It_is_due_once_a_day_and_again_the_next()
    {
        var calendar = WorkingCalendar.Usual("Europe/Berlin");
        DailyBrief.Due(Half, calendar, Day("2026-11-23"), At("2026-11-23T08:00:00+01:00")).ShouldBeNull();
        DailyBrief.Due(Half, calendar, Day("2026-11-23"), At("2026-11-24T07:30:00+01:00")).ShouldBe(Day("2026-11-24"));
        DailyBrief.Due(Half, calendar with { Holidays = [Day("2026-11-24")] }, Day("2026-11-23"), At("2026-11-24T07:30:00+01:00")).ShouldBeNull();
    }

    [Fact]
    public void Where_clocks_jump_over_its_hour_it_comes_after_the_jump_and_where_they_fall_back_once()
    {
        var sundays = WorkingCalendar.Usual("Europe/Berlin") with { Days = [DayOfWeek.Sunday] };
        var night = new TimeOnly(2, 30);
        DailyBrief.Due(night, sundays, null, At("2026-03-29T00:59:00Z")).ShouldBeNull();
        DailyBrief.Due(night, sundays, null, At("2026-03-29T01:00:00Z")).ShouldBe(Day("2026-03-29"));
        DailyBrief.Due(night, sundays, null, At("2026-10-25T00:30:00Z")).ShouldBe(Day("2026-10-25"));
        DailyBrief.Due(night, sundays, Day("2026-10-25"), At("2026-10-25T01:30:00Z")).ShouldBeNull();
    }

    [Theory]
    [InlineData("Asia/Kathmandu", "2026-11-23T01:45:00Z")]
    [InlineData("Pacific/Chatham", "2026-11-22T17:45:00Z")]
    [InlineData("America/St_Johns", "2026-11-23T11:00:00Z")]
    public void In_every_zone_a_quarter_of_an_hour_is_one_everywhere(string zone, string first)
    {
        var calendar = WorkingCalendar.Usual(zone);
        DailyBrief.Due(Half, calendar, null, At(first)).ShouldBe(Day("2026-11-23"));
        DailyBrief.Due(Half, calendar, null, At(first).AddTicks(-1)).ShouldBeNull();
        (At(first).UtcTicks % DailyBrief.Quarter.Ticks).ShouldBe(0);
    }

    [Theory]
    [InlineData("07:30:00", true)]
    [InlineData("00:00:00", true)]
    [InlineData("07:31:00", false)]
    [InlineData("07:30:01", false)]
    public void A_person_wishes_for_it_at_a_full_quarter(string hour, bool fits)
    {
        var person = new Person(Id.New(DateTimeOffset.UnixEpoch), Id.New(DateTimeOffset.UnixEpoch), "Marta") { BriefAt = TimeOnly.Parse(hour, CultureInfo.InvariantCulture) };
        if (fits)
            person.Checked().BriefAt.ShouldBe(person.BriefAt);
        else
            Should.Throw<BrokenRule>(person.Checked).Fields.ShouldHaveSingleItem().Name.ShouldBe("briefAt");
    }

    [Theory]
    [InlineData("2026-11-23T07:30:00+01:00", "2026-11-20T07:30:00+01:00")]
    [InlineData("2026-11-24T07:30:00+01:00", "2026-11-23T07:30:00+01:00")]
    public void News_is_what_came_since_the_working_day_before(string now, string since) =>
        DailyBrief.NewsSince(WorkingCalendar.Usual("Europe/Berlin"), At(now)).ShouldBe(At(since));
}
