namespace Inward.People;

/// <summary>
/// Who reports to whom, taken as told: several tops, managers nobody knows and circles are facts to be named, not errors.
/// Every question ends, in time proportional to the number of lines; circles are walked once.
/// </summary>
public sealed class ReportingLines<T> where T : notnull
{
    private const int Top = -1;
    private const int Unknown = -2;

    private readonly T[] _everyone;
    private readonly Dictionary<T, int> _places;
    private readonly int[] _managers;
    private readonly int[] _levels;
    private readonly List<int[]> _loops = [];
    private readonly ILookup<int, int> _reports;

    /// <param name="everyone">Each once; a repeated one counts once.</param>
    /// <param name="managers">By person, whom they name as their manager. Whoever is missing here names nobody: a top.</param>
    public ReportingLines(IEnumerable<T> everyone, IReadOnlyDictionary<T, T> managers)
    {
        _everyone = [.. everyone.Distinct()];
        _places = _everyone.Index().ToDictionary(one => one.Item, one => one.Index);
        _managers = Array.ConvertAll(_everyone, one =>
            !managers.TryGetValue(one, out var manager) ? Top : _places.GetValueOrDefault(manager, Unknown));
        _levels = new int[_everyone.Length];
        _reports = Enumerable.Range(0, _everyone.Length).ToLookup(at => _managers[at]);
        Walk();
    }

    public int Count => _everyone.Length;

    /// <summary>Those who name no manager.</summary>
    public IReadOnlyList<T> Tops => Named(_reports[Top]);

    /// <summary>Those who name a manager nobody here is.</summary>
    public IReadOnlyList<T> Orphans => Named(_reports[Unknown]);

    /// <summary>Each circle once, by its members in the order they report; one who reports to themself is a circle of one.</summary>
    public IReadOnlyList<IReadOnlyList<T>> Loops => _loops.ConvertAll(Named);

    /// <summary>Everyone whose line upwards ends in a circle: its members and all below them.</summary>
    public IReadOnlyList<T> InLoop => Named(Enumerable.Range(0, _everyone.Length).Where(at => _levels[at] == 0));

    /// <summary>The number of levels of the longest line that ends; 0 when none does.</summary>
    public int Depth => _levels.DefaultIfEmpty().Max();

    /// <summary>Managers: whoever is named as one by somebody.</summary>
    public IReadOnlyList<T> Managers => Named(_reports.Where(group => group.Key >= 0).Select(group => group.Key));

    /// <summary>1 at the top or where the manager is unknown, one more on each step down, 0 where the line ends in a circle.</summary>
    public int LevelOf(T who) => _levels[_places[who]];

    /// <summary>Whom this person names, as long as we know them.</summary>
    public bool TryManagerOf(T who, out T manager)
    {
        var at = _managers[_places[who]];
        manager = at >= 0 ? _everyone[at] : who;
        return at >= 0;
    }

    public IReadOnlyList<T> ReportsOf(T who) => Named(_reports[_places[who]]);

    /// <summary>How many name this person as their manager, the person themself included if they do.</summary>
    public int SpanOf(T who) => _reports[_places[who]].Count();

    /// <summary>The widest spans, widest first.</summary>
    public IReadOnlyList<(T Who, int Span)> Widest(int most) =>
        [.. _reports.Where(group => group.Key >= 0).Select(group => (_everyone[group.Key], group.Count())).OrderByDescending(span => span.Item2).Take(most)];

    /// <summary>The line upwards, nearest first. It ends at a top, at an unknown manager, or before anyone stands in it twice.</summary>
    public IReadOnlyList<T> Above(T who)
    {
        var line = new List<T>();
        var seen = new HashSet<int>();
        for (var at = _managers[_places[who]]; at >= 0 && seen.Add(at); at = _managers[at])
        {
            line.Add(_everyone[at]);
        }

        return line;
    }

    /// <summary>Everyone below, level by level; a person in a circle is below themself and stands here too.</summary>
    public IReadOnlyList<T> Below(T who)
    {
        var seen = new HashSet<int>();
        var next = new Queue<int>(_reports[_places[who]]);
        while (next.TryDequeue(out var at))
        {
            if (seen.Add(at))
            {
                foreach (var report in _reports[at])
                {
                    next.Enqueue(report);
                }
            }
        }

        return Named(seen);
    }

    private void Walk()
    {
        const int Fresh = -1;
        const int OnThisLine = -2;
        Array.Fill(_levels, Fresh);
        var line = new Stack<int>();
        for (var start = 0; start < _levels.Length; start++)
        {
            var at = start;
            while (at >= 0 && _levels[at] == Fresh)
            {
                _levels[at] = OnThisLine;
                line.Push(at);
                at = _managers[at];
            }

            // Meeting our own trail closes a circle; meeting an older line continues it, circle or not.
            var closed = at >= 0 && _levels[at] == OnThisLine;
            if (closed)
            {
                _loops.Add([.. line.TakeWhile(one => one != at).Append(at).Reverse()]);
            }

            var level = at < 0 ? 0 : closed || _levels[at] == 0 ? int.MinValue : _levels[at];
            while (line.TryPop(out var one))
            {
                level = level == int.MinValue ? level : level + 1;
                _levels[one] = Math.Max(0, level);
            }
        }
    }

    private IReadOnlyList<T> Named(IEnumerable<int> places) => [.. places.Select(at => _everyone[at])];
}
