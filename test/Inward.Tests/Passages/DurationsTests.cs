using Inward.Passages;

namespace Inward.Tests.Passages;

public class DurationsTests
{
    [Fact]
    public void A_median_is_the_one_of_the_sorted_values()
    {
        var random = new Random(12);
        for (var round = 0; round < 300; round++)
        {
            var values = Enumerable.Range(0, random.Next(1, 400)).Select(_ => (long)Math.Pow(10, random.NextDouble() * 10)).ToArray();
            var told = Of(values).Told()!;
            told.Count.ShouldBe(values.Length);
            told.Median.ShouldBe(Recomputed(values, 0.5), 1e-6 * (1 + told.Median));
            told.P90.ShouldBe(Recomputed(values, 0.9), 1e-6 * (1 + told.P90));
        }
    }

    [Fact]
    public void Of_more_values_than_are_kept_a_median_is_told_within_two_of_a_hundred()
    {
        var random = new Random(13);
        for (var round = 0; round < 200; round++)
        {
            var values = Enumerable.Range(0, random.Next(60, 3_000)).Select(_ => random.Next(8) == 0 ? 0 : (long)Math.Pow(10, random.NextDouble() * 11)).ToArray();
            var told = Of(values, exact: 50);
            foreach (var share in new[] { 0.1, 0.5, 0.9, 1.0 })
            {
                var exact = Recomputed(values, share);
                // Bounds of a millisecond are not what anyone measures.
                told.Quantile(share).ShouldBe(exact, Math.Max(1, exact * 0.02));
            }
        }
    }

    [Fact]
    public void Half_a_million_values_take_no_more_room_than_the_buckets()
    {
        var durations = new Durations();
        for (var at = 0; at < 500_000; at++)
            durations.Add((at % 1_000) * 60_000L);
        durations.Quantile(0.5).ShouldBe(499.5 * 60_000, 499.5 * 60_000 * 0.02);
    }

    [Fact]
    public void An_interval_of_a_median_holds_the_true_one_nineteen_times_of_twenty()
    {
        var random = new Random(14);
        var held = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var told = Of([.. Enumerable.Range(0, 40).Select(_ => (long)(random.NextDouble() * 1_000_000))]).Told()!;
            return told.Low <= 500_000 && told.High >= 500_000;
        });
        held.ShouldBeInRange(1_860, 2_000);
    }

    [Fact]
    public void Below_ten_values_there_is_no_interval() => (Of([1, 2, 3, 4, 5, 6, 7, 8, 9]).Told()!.Low, Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Told()!.Low is null).ShouldBe((null, false));

    [Fact]
    public void Nothing_lasts_less_than_no_time() => Of([-5, -1]).Told()!.Median.ShouldBe(0);

    [Theory]
    [InlineData(0, 10, 0, 0.2775)]
    [InlineData(5, 10, 0.2366, 0.7634)]
    [InlineData(10, 10, 0.7225, 1)]
    [InlineData(81, 263, 0.2553, 0.3662)]
    public void A_share_stands_with_the_interval_of_Wilson(int of, int total, double low, double high)
    {
        var share = new Share(of, total);
        share.Low!.Value.ShouldBe(low, 0.0001);
        share.High!.Value.ShouldBe(high, 0.0001);
    }

    [Fact]
    public void A_share_of_nothing_is_no_figure() => (new Share(0, 0).Value, new Share(0, 0).Low).ShouldBe((null, null));

    private static Durations Of(long[] values, int exact = Durations.Exact)
    {
        var durations = new Durations(exact);
        foreach (var value in values)
            durations.Add(value);
        return durations;
    }

    private static double Recomputed(long[] values, double share)
    {
        var sorted = values.Order().ToArray();
        var place = (sorted.Length - 1) * share;
        var (low, high) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return low + ((high - low) * (place - Math.Floor(place)));
    }
}
