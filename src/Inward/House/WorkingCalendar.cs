namespace Inward.House;

/// <summary>When people work: a time zone, working days with hours, and the holidays of the workspace.</summary>
/// <param name="Zone">IANA, such as Europe/Berlin.</param>
/// <param name="Days">Working days of the week; at least one.</param>
/// <param name="From">Work begins (local time).</param>
/// <param name="To">Work ends; after <paramref name="From"/>.</param>
public sealed record WorkingCalendar(string Zone, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, IReadOnlyList<DateOnly> Holidays)
{
    public static WorkingCalendar Usual(string zone) => new(
        zone, [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new TimeOnly(9, 0), new TimeOnly(17, 0), []);

    public TimeZoneInfo ZoneInfo() => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    public WorkingCalendar Checked()
    {
        var wrong = new List<Wrong>();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _))
            wrong.Add(new Wrong("zone", new Sentence("“{0}” is not a time zone, such as Europe/Berlin.", Zone)));
        if (Days.Count == 0)
            wrong.Add(new Wrong("days", "A week has at least one working day."));
        if (To <= From)
            wrong.Add(new Wrong("to", "Work ends after it begins."));
        return wrong.Count == 0 ? this : throw Rule.Invalid(wrong);
    }

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneInfo()).DateTime);

    /// <summary>The instant at which the day is over there: the first of the next day, also where clocks jump at midnight.</summary>
    public DateTimeOffset EndOf(DateOnly day) => day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : Instant(day.AddDays(1), TimeOnly.MinValue);

    public bool IsWorkingDay(DateOnly day) => Days.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    public bool IsWorking(DateTimeOffset now)
    {
        var there = TimeZoneInfo.ConvertTime(now, ZoneInfo()).DateTime;
        var time = TimeOnly.FromDateTime(there);
        return IsWorkingDay(DateOnly.FromDateTime(there)) && From <= time && time < To;
    }

    /// <summary>The day that lies <paramref name="count"/> working days after <paramref name="day"/> (0 or more).</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        // A calendar of holidays only would never end: a year without a working day is taken as it is.
        for (var idle = 0; count > 0 && idle < 366 && day < DateOnly.MaxValue;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                (count, idle) = (count - 1, 0);
            else
                idle++;
        }
        return day;
    }

    /// <summary>Now, if people are at work; otherwise when they next begin.</summary>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset now)
    {
        if (IsWorking(now))
            return now;
        var there = TimeZoneInfo.ConvertTime(now, ZoneInfo()).DateTime;
        var day = DateOnly.FromDateTime(there);
        if (!IsWorkingDay(day) || TimeOnly.FromDateTime(there) >= To)
            day = AddWorkingDays(day, 1);
        return Instant(day, From);
    }

    // A local time in a gap (clocks go forward) does not exist: the first moment after the gap stands for it. One that comes
    // twice (clocks go back) means its first coming, or a day would end an hour after the next has begun (Havana). Asked of
    // the offsets around it, because IsInvalidTime misses gaps where a zone also changed its rule (Asunción 2024).
    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var zone = ZoneInfo();
        for (var local = day.ToDateTime(time); ; local = local.AddMinutes(15))
        {
            var near = new DateTimeOffset(local, TimeSpan.Zero);
            var before = new DateTimeOffset(local, zone.GetUtcOffset(near.AddHours(-23)));
            var after = new DateTimeOffset(local, zone.GetUtcOffset(near.AddHours(23)));
            foreach (var instant in before < after ? [before, after] : (DateTimeOffset[])[after, before])
            {
                if (zone.GetUtcOffset(instant) == instant.Offset)
                    return instant.ToUniversalTime();
            }
        }
    }
}
