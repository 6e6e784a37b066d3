namespace Inward.Passages;

/// <summary>
/// The passings of one case in the order they began; those that began together keep the order of the file. What is said of the
/// case as a whole is told from here. Made once and filled anew for each case, because there are a million.
/// </summary>
public sealed class OneCase
{
    /// <summary>More passings than this are no case of a sale: another column was meant.</summary>
    public const int MostPassings = 100_000;

    private readonly List<(long Began, int Line)> order = [];
    private readonly List<Passing> sorted = [];

    public IReadOnlyList<Passing> Passings => sorted;

    /// <summary>The day a case was opened, where the log says so and nothing happened before it; or else its first passing.</summary>
    public long Opened { get; private set; }

    public long Ended { get; private set; }

    /// <summary>The promise the case began with: re-dated promises would hide lateness.</summary>
    public long Promised { get; private set; }

    public long Kept { get; private set; }

    /// <summary>What the log says last about being in time; a running counter is only right in the end.</summary>
    public bool? InTime { get; private set; }

    /// <summary>The product that was named last.</summary>
    public int Product { get; private set; }

    /// <summary>False where nothing is left of the case but words about it.</summary>
    public bool Fill(IReadOnlyList<Passing> told)
    {
        (Ended, Promised, Kept, InTime, Product, FirstOpened) = (long.MinValue, Passing.Untold, Passing.Untold, null, 0, null);
        Sort(told);
        if (sorted.Count == 0)
            return false;
        Opened = sorted[0].Began;
        // A case that something happened in before it was opened was opened then, whatever was written.
        if (FirstOpened is { } first && first < Opened)
            Opened = first;
        return true;
    }

    /// <summary>Whether the first promise was kept in time; null where nothing was promised, or it is open still.</summary>
    public bool? OnTime => InTime ?? (Promised == Passing.Untold || Kept == Passing.Untold ? null : Kept <= Promised);

    /// <summary>When a stage was first passed, and last; null where it never was.</summary>
    public (long First, long Last)? Reached(int stage)
    {
        (long, long)? reached = null;
        foreach (var passing in sorted)
        {
            if (passing.Stage == stage)
                reached = (reached?.Item1 ?? passing.At, passing.At);
        }
        return reached;
    }

    /// <summary>Where the log does not say when a promise was kept, the stage that finishes a case does: when it was first reached.</summary>
    public void KeepBy(int stage)
    {
        if (Reached(stage) is var (first, _))
            Kept = first;
    }

    /// <summary>How often one kind of mark, such as the team, is another than in the passing before, where both tell it.</summary>
    public int Changes(Func<Passing, int> mark)
    {
        var (changes, before) = (0, 0);
        foreach (var passing in sorted)
        {
            var now = mark(passing);
            if (now == 0)
                continue;
            changes += before != 0 && now != before ? 1 : 0;
            before = now;
        }
        return changes;
    }

    /// <summary>A team hands the case to another and gets it straight back.</summary>
    public bool GoesBackAndForth()
    {
        var (last, before) = (0, 0);
        foreach (var passing in sorted)
        {
            var team = passing.Team;
            if (team == 0 || team == last)
                continue;
            if (team == before)
                return true;
            (before, last) = (last, team);
        }
        return false;
    }

    private long? FirstOpened { get; set; }

    private void Hear(in Passing passing)
    {
        if (passing.Opened != Passing.Untold)
            FirstOpened = passing.Opened;
        if (Promised == Passing.Untold)
            Promised = passing.Promised;
        if (passing.Kept != Passing.Untold)
            Kept = passing.Kept;
        InTime = passing.InTime ?? InTime;
        Product = passing.Product != 0 ? passing.Product : Product;
        if (passing.Stage != 0)
            Ended = Math.Max(Ended, passing.At);
    }

    private void Sort(IReadOnlyList<Passing> told)
    {
        order.Clear();
        sorted.Clear();
        for (var line = 0; line < told.Count; line++)
            order.Add((told[line].Began, line));
        order.Sort();
        foreach (var (_, line) in order)
        {
            Hear(told[line]);
            if (told[line].Stage != 0)
                sorted.Add(told[line]);
        }
    }
}
