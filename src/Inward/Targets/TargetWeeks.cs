namespace Inward.Targets;

/// <summary>Weeks from one to another, both counted.</summary>
internal sealed record WeekRange(int From, int To);

/// <summary>What each week of one target brought, as far as it is told without a gap.</summary>
internal sealed class TargetWeeks(int first, int count, double baseline)
{
    private readonly double[] changes = new double[count];

    // Of its own check-ins: where it stood. Of a sum: whether all below told that week.
    private readonly double[] stands = NothingTold(count);

    public int First { get; } = first;

    public int Count { get; } = count;

    public double Baseline { get; } = baseline;

    /// <summary>How many weeks are told, from the first on.</summary>
    public int Told { get; private set; }

    /// <summary>Where it stood last, by its own check-ins.</summary>
    public double Last => Told == 0 ? Baseline : stands[Told - 1];

    public WeekRange Tell(int week, double value)
    {
        var at = week - First;
        stands[at] = value;
        var (from, next) = (Before(at) + 1, After(at));
        Spread(from, at);
        if (next < Count)
            Spread(at + 1, next);
        Told = Math.Max(Told, at + 1);
        return new WeekRange(First + from, First + Math.Min(next, Told - 1));
    }

    public WeekRange? TakeBack(int week)
    {
        var at = week - First;
        if (at < 0 || at >= Count || double.IsNaN(stands[at]))
            return null;
        stands[at] = double.NaN;
        var (from, next) = (Before(at) + 1, After(at));
        if (next < Count)
            Spread(from, next);
        else
        {
            Array.Clear(changes, from, at - from + 1);
            Told = from;
        }
        return new WeekRange(First + from, First + (next < Count ? next : at));
    }

    public Pace Continue(Pace pace)
    {
        for (var at = pace.Weeks; at < Told; at++)
            pace = pace.With(changes[at]);
        return pace;
    }

    /// <summary>Adds up what those below brought in these weeks, and finds how far all have told.</summary>
    public WeekRange? Add(WeekRange changed, int running, List<TargetWeeks> below)
    {
        var (from, to, told) = (Math.Max(0, changed.From - First), (int)Math.Min(Count - 1L, (long)changed.To - First), Told);
        for (var at = from; at <= to; at++)
        {
            (changes[at], var isTold) = (0, First + at <= running && below.Count > 0);
            foreach (var one in below)
            {
                var place = First + at - one.First;
                if (place < 0 || place >= one.Count)
                    continue;
                isTold &= place < one.Told;
                changes[at] += place < one.Told ? one.changes[place] : 0;
            }
            stands[at] = isTold ? 1 : double.NaN;
        }
        Told = Math.Min(Told, from);
        while (Told < Count && !double.IsNaN(stands[Told]))
            Told++;
        // What stands behind the first gap is nobody's business above.
        var first = from < Math.Min(told, Told) ? from : Math.Min(told, Told);
        var last = Math.Max(Told, told) - 1;
        if (told == Told)
            last = Math.Min(last, to);
        return first > last ? null : new WeekRange(First + first, First + last);
    }

    private void Spread(int from, int to)
    {
        var each = (stands[to] - (from == 0 ? Baseline : stands[from - 1])) / (to - from + 1);
        Array.Fill(changes, each, from, to - from + 1);
    }

    /// <summary>The last week told before it, −1 for none; the next one after it is <see cref="Count"/> for none.</summary>
    private int Before(int at)
    {
        do
            at--;
        while (at >= 0 && double.IsNaN(stands[at]));
        return at;
    }

    private int After(int at)
    {
        do
            at++;
        while (at < Count && double.IsNaN(stands[at]));
        return at;
    }

    private static double[] NothingTold(int count)
    {
        var weeks = new double[count];
        Array.Fill(weeks, double.NaN);
        return weeks;
    }
}
