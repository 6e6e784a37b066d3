using Inward.House.Imports;

namespace Inward.Tests.Imports;

public class DaysTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("2026-03-31")]
    [InlineData("2026/3/31")]
    [InlineData("20260331")]
    [InlineData("31.03.2026")]
    [InlineData("31.3.26")]
    [InlineData("3/31/2026")]
    [InlineData("31/03/2026")]
    [InlineData("31-Mar-26")]
    [InlineData("31. März 2026")]
    [InlineData("March 31, 2026")]
    [InlineData("Mar 31st, 2026")]
    [InlineData("2026-03-31 00:00:00.000")]
    [InlineData("2026-03-31T23:30:00+01:00")]
    [InlineData("2026-03-31T23:30:00Z")]
    [InlineData("3/31/2026 11:30 PM")]
    [InlineData("31.03.2026 23:30")]
    public void The_same_day_in_many_hands(string text) =>
        Days.Read(text, DayOrder.Unsaid, Today).Day.ShouldBe(new DateOnly(2026, 3, 31));

    [Theory]
    [InlineData("Date Not Captured")]
    [InlineData("Pre-PQ Process")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("31/31/2026")]
    [InlineData("1026-03-31")]
    [InlineData("2026-03-31 soon")]
    [InlineData("2026-03-31T")]
    [InlineData("T")]
    [InlineData(":")]
    [InlineData("-")]
    [InlineData("may")]
    [InlineData("0/0/0")]
    public void What_is_no_day_is_said(string text)
    {
        var (day, wrong) = Days.Read(text, DayOrder.Unsaid, Today);
        day.ShouldBeNull();
        wrong!.ToString().ShouldBe($"“{text}” is not a day.");
    }

    [Fact]
    public void The_29th_of_February_is_a_day_in_leap_years_alone()
    {
        Days.Read("29.2.2028", DayOrder.Unsaid, Today).Day.ShouldBe(new DateOnly(2028, 2, 29));
        Days.Read("29.2.2026", DayOrder.Unsaid, Today).Wrong.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("9999-01-01")]
    [InlineData("31.12.9999")]
    [InlineData("12/31/2999")]
    [InlineData("")]
    public void For_ever_is_no_end(string text) => Days.Read(text, DayOrder.Unsaid, Today).ShouldBe((null, null));

    [Fact]
    public void Two_digit_years_lie_in_the_last_eighty_years_or_the_next_twenty()
    {
        Days.Read("1.2.46", DayOrder.Unsaid, Today).Day!.Value.Year.ShouldBe(2046);
        Days.Read("1.2.47", DayOrder.Unsaid, Today).Day!.Value.Year.ShouldBe(1947);
        Days.Read("2-Jun-06", DayOrder.Unsaid, Today).Day.ShouldBe(new DateOnly(2006, 6, 2));
    }

    [Fact]
    public void A_column_tells_its_order_by_a_number_above_twelve()
    {
        Days.OrderOf(["3/4/2026", "25/4/2026"]).ShouldBe(DayOrder.DayFirst);
        Days.OrderOf(["3/4/2026", "4/25/2026"]).ShouldBe(DayOrder.MonthFirst);
        Days.OrderOf(["3/4/2026", "4/5/2026", "2026-04-25", "", "soon"]).ShouldBe(DayOrder.Unsaid);
        Days.OrderOf(["25/4/2026", "4/25/2026"]).ShouldBe(DayOrder.Unsaid);
        Days.Read("3/4/2026", DayOrder.DayFirst, Today).Day.ShouldBe(new DateOnly(2026, 4, 3));
        Days.Read("3/4/2026", DayOrder.MonthFirst, Today).Day.ShouldBe(new DateOnly(2026, 3, 4));
    }

    [Fact]
    public void Only_days_that_could_be_turned_round_are_ambiguous()
    {
        Days.IsAmbiguous("3/4/2026").ShouldBeTrue();
        foreach (var clear in (string[])["3/3/2026", "25/4/2026", "2026-04-03", "3.4.2026", "3 April 2026", "", "soon"])
            Days.IsAmbiguous(clear).ShouldBeFalse(clear);
    }

    [Fact]
    public void A_spreadsheets_day_number_is_recognised_and_explained() =>
        Days.Read("46112", DayOrder.Unsaid, Today).Wrong!.ToString().ShouldContain("spreadsheet's own day number");

    [Theory]
    [InlineData("1054", 1054)]
    [InlineData("1,054.50", 1054.5)]
    [InlineData("1.054,50", 1054.5)]
    [InlineData("1,054", 1054)]
    [InlineData("10,5", 10.5)]
    [InlineData("1.054.000", 1054000)]
    [InlineData("€ 1 054", 1054)]
    [InlineData("EUR 12.50", 12.5)]
    [InlineData("(12.00)", -12)]
    [InlineData(".0000", 0)]
    [InlineData("-3", -3)]
    public void Sums_are_read_as_they_are_written(string text, double sum) => Amounts.Read(text).Amount.ShouldBe((decimal)sum);

    [Theory]
    [InlineData("plenty")]
    [InlineData("about 5")]
    [InlineData("1-2")]
    [InlineData("€")]
    public void What_is_no_sum_is_said(string text) => Amounts.Read(text).Wrong!.ToString().ShouldBe($"“{text}” is not a sum.");
}
