using Inward.House;
using Inward.Targets;

namespace Inward.Tests.Targets;

/// <summary>A company's tree of targets, the same in every run. Knows nothing of tests, so that bench can measure with the same file.</summary>
public static class LargeCompany
{
    private static readonly DateOnly From = new(2022, 1, 3);

    /// <summary>The week that is running, after the last one told: half of the way.</summary>
    public static int Week { get; private set; }

    /// <summary>Eight below each: the lowest are told week by week, those above are their sums, and the root needs all right below it.</summary>
    public static (List<PlacedTarget> Targets, List<WeekTold> Told) Of(int count, int weeks)
    {
        var (random, targets, told) = (new Random(1), new List<PlacedTarget>(count), new List<WeekTold>());
        var terms = new TargetTerms("crates", TargetKind.Level, 0, 20 * weeks, From, From.AddDays((7 * 2 * weeks) - 1));
        Week = terms.FirstWeek + weeks;
        var lowest = new int[count];
        for (var i = count - 1; i > 0; i--)
        {
            lowest[i] = Math.Max(1, lowest[i]);
            lowest[(i - 1) / 8] += lowest[i];
        }
        for (var i = 0; i < count; i++)
        {
            var measured = i == 0 ? Measured.All : (8 * i) + 1 < count ? Measured.Sum : Measured.Own;
            targets.Add(new PlacedTarget(new Id(new Guid(i + 1, 0, 0, new byte[8])), i == 0 ? null : targets[(i - 1) / 8].Id, measured == Measured.All ? null : terms with { Value = terms.Value * lowest[i] }, measured));
            var now = 0.0;
            for (var week = 0; week < weeks && measured == Measured.Own; week++)
                told.Add(new WeekTold(targets[i].Id, terms.FirstWeek + week, now += 20 * random.NextDouble()));
        }
        return (targets, told);
    }

    public static IEnumerable<PlacedTarget> Above(List<PlacedTarget> targets, Id target)
    {
        for (var at = targets.Find(one => one.Id == target); at is not null; at = targets.Find(one => one.Id == at.Above))
            yield return at;
    }
}
