namespace Inward.People;

/// <summary>
/// Who reports to whom, taken as told: several tops, managers nobody knows and circles are facts to be named, not errors.
/// Every question ends, in time proportional to the number of lines; circles are walked once.
/// </summary>
public sealed class ReportingLines<T> where T : notnull
{
    private const int Top = -1;
    private const int Unknown = -2;

    private readonly T[] everyone;
    private readonly Dictionary<T, int> places;
    private readonly int[] managers;
    private readonly int[] levels;
    private readonly List<int[]> loops = [];
    private readonly ILookup<int, int> reports;

    /// <param name="named">Everyone; a repeated one counts once.</param>
    /// <param name="managerOf">By person, whom they name as their manager. Whoever is missing here names nobody: a top.</param>
    public ReportingLines(IEnumerable<T> named, IReadOnlyDictionary<T, T> managerOf)
    {
        everyone = [.. named.Distinct()];
        places = everyone.Index().ToDictionary(one => one.Item, one => one.Index);
        managers = Array.ConvertAll(everyone, one =>
            !managerOf.TryGetValue(one, out var manager) ? Top : places.GetValueOrDefault(manager, Unknown));
        levels = new int[everyone.Length];
        reports = Enumerable.Range(0, everyone.Length).ToLookup(at => managers[at]);
        Walk();
    }

    public int Count => everyone.Length;

    /// <summary>Those who name no manager.</summary>
    public IReadOnlyList<T> Tops => Named(reports[Top]);

    /// <summary>Those who name a manager nobody here is.</summary>
    public IReadOnlyList<T> Orphans => Named(reports[Unknown]);

    /// <summary>Each circle once, by its members in the order they report; one who reports to themself is a circle of one.</summary>
    public IReadOnlyList<IReadOnlyList<T>> Loops => loops.ConvertAll(Named);

    /// <summary>Everyone whose line upwards ends in a circle: its members and all below them.</summary>
    public IReadOnlyList<T> InLoop => Named(Enumerable.Range(0, everyone.Length).Where(at => levels[at] == 0));

    /// <summary>The number of levels of the longest line that ends; 0 when none does.</summary>
    public int Depth => levels.DefaultIfEmpty().Max();

    /// <summary>Managers: whoever is named as one by somebody.</summary>
    public IReadOnlyList<T> Managers => Named(reports.Where(group => group.Key >= 0).Select(group => group.Key));

    /// <summary>1 at the top or where the manager is unknown, one more on each step down, 0 where the line ends in a circle.</summary>
    public int LevelOf(T who) => levels[places[who]];

    /// <summary>Whom this person names, as long as we know them.</summary>
    public bool TryManagerOf(T who, out T manager)
    {
        var at = managers[places[who]];
        manager = at >= 0 ? everyone[at] : who;
        return at >= 0;
    }

    public IReadOnlyList<T> ReportsOf(T who) => Named(reports[places[who]]);

    /// <summary>How many name this person as their manager, the person themself included if they do.</summary>
    public int SpanOf(T who) => reports[places[who]].Count();

    /// <summary>The widest spans, widest first.</summary>
    public IReadOnlyList<(T Who, int Span)> Widest(int most) =>
        [.. reports.Where(group => group.Key >= 0).Select(group => (everyone[group.Key], group.Count())).OrderByDescending(span => span.Item2).Take(most)];

    /// <summary>The line upwards, nearest first. It ends at a top, at an unknown manager, or before anyone stands in it twice.</summary>
    public IReadOnlyList<T> Above(T who)
    {
        var line = new List<T>();
        var seen = new HashSet<int>();
        for (var at = managers[places[who]]; at >= 0 && seen.Add(at); at = managers[at])
            line.Add(everyone[at]);
        return line;
    }

    /// <summary>Everyone below, level by level; a person in a circle is below themself and stands here too.</summary>
    public IReadOnlyList<T> Below(T who)
    {
        var seen = new HashSet<int>();
        var next = new Queue<int>(reports[places[who]]);
        while (next.TryDequeue(out var at))
        {
            if (seen.Add(at))
            {
                foreach (var report in reports[at])
                    next.Enqueue(report);
            }
        }
        return Named(seen);
    }

    private void Walk()
    {
        const int Fresh = -1;
        const int OnThisLine = -2;
        Array.Fill(levels, Fresh);
        var line = new Stack<int>();
        for (var start = 0; start < levels.Length; start++)
        {
            var at = start;
            while (at >= 0 && levels[at] == Fresh)
            {
                levels[at] = OnThisLine;
                line.Push(at);
                at = managers[at];
            }
            // Meeting our own trail closes a circle; meeting an older line continues it, circle or not.
            var closed = at >= 0 && levels[at] == OnThisLine;
            if (closed)
                loops.Add([.. line.TakeWhile(one => one != at).Append(at).Reverse()]);
            var level = at < 0 ? 0 : closed || levels[at] == 0 ? int.MinValue : levels[at];
            while (line.TryPop(out var one))
            {
                level = level == int.MinValue ? level : level + 1;
                levels[one] = Math.Max(0, level);
            }
        }
    }

    private IReadOnlyList<T> Named(IEnumerable<int> places) => [.. places.Select(at => everyone[at])];
}
