using Inward.House.Imports;
using Inward.Passages;

namespace Inward.Tests.Passages;

public class MomentsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2010-03-31T16:59:42.000+02:00", "2010-03-31T14:59:42Z")]
    [InlineData("2010-11-29T01:06:40.010+01:00", "2010-11-29T00:06:40.010Z")]
    [InlineData("2010-03-31 16:59:42,5 Z", "2010-03-31T16:59:42.500Z")]
    [InlineData("2010-03-31T16:59:42-0530", "2010-03-31T22:29:42Z")]
    [InlineData("2012/01/30 06:24:00.000", "2012-01-30T06:24:00Z")]
    [InlineData("2016-02-29T01:16", "2016-02-29T01:16:00Z")]
    [InlineData("31.12.2025 23:59", "2025-12-31T23:59:00Z")]
    [InlineData("12/31/2025 11:59 PM", "2025-12-31T23:59:00Z")]
    [InlineData("31-Dec-25 23:59:01", "2025-12-31T23:59:01Z")]
    [InlineData("1269359982", "2010-03-23T15:59:42Z")]
    [InlineData("1269359982500", "2010-03-23T15:59:42.500Z")]
    public void A_moment_is_read_as_logs_write_it(string text, string utc) =>
        Moments.Read(text, DayOrder.Unsaid, Today).Moment!.Value.At.ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds());

    [Theory]
    [InlineData("Date Not Captured")]
    [InlineData("2010-02-30")]
    [InlineData("2010-03-31 25:00")]
    [InlineData("time")]
    [InlineData("2010-03-31T10:00+99:00")]
    public void Words_are_no_moment(string text)
    {
        var (moment, wrong) = Moments.Read(text, DayOrder.Unsaid, Today);
        moment.ShouldBeNull();
        wrong!.ToString().ShouldContain(text);
    }

    [Fact]
    public void What_is_promised_for_a_day_may_be_kept_until_it_ends()
    {
        Read("2016-08-01").Last.ShouldBe(Read("2016-08-02").At - 1);
        Read("2016-08-01 00:00:00").Last.ShouldBe(Read("2016-08-01").Last);
        Read("2016-08-01T00:00:00Z").Last.ShouldBe(Read("2016-08-01").At);
        Read("2016-08-01T10:00").Last.ShouldBe(Read("2016-08-01T10:00").At);
    }

    private static Moment Read(string text) => Moments.Read(text, DayOrder.Unsaid, Today).Moment!.Value;
}
