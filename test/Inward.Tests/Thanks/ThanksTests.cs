using Inward.House;
using Inward.Thanks;

namespace Inward.Tests.Thanks;

public sealed class ThanksTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);
    private static readonly Id Marta = Id.New(Now), Wanda = Id.New(Now), Gareth = Id.New(Now);

    private static ThankYou Said => new(Id.New(Now), Id.New(Now), Marta, Wanda, "You stayed late.", "", false, null, Now);

    [Fact]
    public void A_copy_goes_to_a_manager_only_where_the_receiver_likes_it()
    {
        Said.CopiedTo(receiverLikes: false, [Gareth]).Copies.ShouldBeEmpty();
        Said.CopiedTo(receiverLikes: true, [Gareth]).Copies.ShouldBe([Gareth]);
        Said.CopiedTo(receiverLikes: true, [Marta, Wanda]).Copies.ShouldBeEmpty("whoever thanks or is thanked needs none");
    }

    [Fact]
    public void A_slip_is_taken_back_by_whoever_said_it_for_ten_seconds()
    {
        Said.CanBeTakenBack(Marta, Now.AddSeconds(9)).ShouldBeTrue();
        Should.Throw<BrokenRule>(() => Said.CheckTakingBack(Marta, Now.AddSeconds(11))).Why.ShouldBe(Broken.NotNow);
        Should.Throw<BrokenRule>(() => Said.CheckTakingBack(Wanda, Now)).Why.ShouldBe(Broken.NotYours);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1 / 3.0)]
    [InlineData(5, 3, 0.2)]
    [InlineData(0, 4, -4 / 6.0)]
    public void Give_and_take_is_their_difference_over_their_sum_and_two(int given, int taken, double balance) =>
        new GiveAndTake(given, taken).Balance.ShouldBe(balance, 1e-9);

    [Theory]
    [InlineData(0, 0, "Within a year nothing that was asked was done between Wanda and you.", null)]
    [InlineData(5, 1, "Within a year you did 5 things for Wanda, who did one thing for you.", "You gave more than you took. Perhaps there is something to ask for.")]
    [InlineData(0, 4, "Within a year you did nothing yet for Wanda, who did 4 things for you.", "You took more than you gave. Perhaps there is something to thank for, or to offer.")]
    [InlineData(2, 2, "Within a year you did 2 things for Wanda, who did 2 things for you.", "That is about even.")]
    public void Give_and_take_is_said_in_words_with_its_counts(int given, int taken, string counts, string? suggests)
    {
        var both = new GiveAndTake(given, taken);
        both.Counts("Wanda").ToString().ShouldBe(counts);
        both.Suggests?.ToString().ShouldBe(suggests);
    }

    [Fact]
    public void Contributions_stand_in_the_order_of_the_chain()
    {
        var (crate, photo, lorry, ramp) = (Id.New(Now), Id.New(Now), Id.New(Now), Id.New(Now));
        Contribution[] told =
        [
            new(ramp, lorry, Marta, "Measure the ramp", Day(1)), new(lorry, null, Wanda, "Send the lorry", Day(9)), new(photo, crate, Gareth, "Photograph it", Day(6)),
            new(crate, null, Wanda, "Crate it", Day(5)),
        ];
        Contribution.InChainOrder(told).Select(c => c.What).ShouldBe(["Crate it", "Photograph it", "Send the lorry", "Measure the ramp"]);
        Contribution.InChainOrder([told[0]]).Count.ShouldBe(1, "what helped an ask that is not told stands for itself");

        static DateOnly Day(int day) => new(2026, 11, day);
    }

    [Theory]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    public void A_quarter_is_three_months(string written, string first, string last)
    {
        var quarter = Quarter.Read(written)!.Value;
        (quarter.First, quarter.Last, quarter.ToString()).ShouldBe((DateOnly.Parse(first, null), DateOnly.Parse(last, null), written));
        Quarter.Of(quarter.Last).ShouldBe(quarter);
        Quarter.Of(quarter.Last.AddDays(1)).ShouldBe(quarter.Next);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-Q5")]
    [InlineData("2026")]
    [InlineData("９０２６-Q1")]
    public void What_is_no_quarter_is_none(string? text) => Quarter.Read(text).ShouldBeNull();
}
