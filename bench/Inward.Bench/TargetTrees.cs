using System.Diagnostics;
using Inward.Targets;
using Inward.Tests.Targets;

namespace Inward.Bench;

/// <summary>One check-in in a tree of 5,000 targets with 260 weeks each, beside the floor: working out everything anew.</summary>
internal static class TargetTrees
{
    private const int Count = 5000;
    private const int Weeks = 260;

    public static void Measure(int rounds)
    {
        var (targets, told) = LargeCompany.Of(Count, Weeks);
        var tree = new TargetTree(LargeCompany.Week, targets, told);
        var (next, corrected, everything) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -2; round < rounds; round++)
        {
            var last = told[((round + 5) * 17 % (told.Count / Weeks) * Weeks) + Weeks - 1];
            var first = Cpu(() => tree.Tell(last with { Value = last.Value + round + 3 }));
            var early = Cpu(() => tree.Tell(new WeekTold(last.Target, last.Week - Weeks + 1, round + 3)));
            var all = Cpu(() => tree = new TargetTree(LargeCompany.Week, targets, told));
            // The first two teach the compiler.
            if (round < 0)
                continue;
            next.Add(first);
            corrected.Add(early);
            everything.Add(all);
        }
        Report.Targets(Count, Weeks, Measuring.Median(next), Measuring.Median(corrected), Measuring.Median(everything));
    }

    private static double Cpu(Action act)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        act();
        // The clock of the processor ticks in hundredths; shorter than that, one thread's time is its time.
        return watch.Elapsed.TotalMilliseconds < 30 ? watch.Elapsed.TotalMilliseconds : (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
