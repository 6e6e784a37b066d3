namespace Inward.Passages;

/// <summary>
/// Counts cases into figures, one case after the other, in memory that does not grow with their number.
/// </summary>
/// <param name="done">The stage that finishes a case; 0 where none does.</param>
/// <param name="exact">Up to how many durations of one kind are kept exactly.</param>
public sealed class Tally(LogWords words, int done, int exact = Durations.Exact)
{
    /// <summary>More pairs of stages than this are not told apart: the rarest of them happened once.</summary>
    public const int MostHandOvers = 5_000;

    private readonly Dictionary<int, StageTally> stages = [];
    private readonly Dictionary<(int From, int To), HandOverTally> handOvers = [];
    private readonly CaseTally cases = new(words, done, exact);

    private long handOversNotTold;

    /// <summary>Counts a case whole.</summary>
    public void Add(OneCase one)
    {
        cases.Add(one);
        Add(one, _ => true);
    }

    /// <summary>Counts of a case only the passings that belong here, such as those of one team.</summary>
    public void Add(OneCase one, Predicate<Passing> belongs)
    {
        var passings = one.Passings;
        var reached = passings[0].Began;
        for (var at = 0; at < passings.Count; at++)
        {
            Passing? before = at == 0 ? null : passings[at - 1], next = at == passings.Count - 1 ? null : passings[at + 1];
            // What passes at the same time as another holds only what the other left.
            var (from, until) = (reached, Math.Max(reached, passings[at].Began != passings[at].At ? passings[at].At : next?.Began ?? passings[at].At));
            reached = until;
            if (!belongs(passings[at]))
                continue;
            StageOf(passings[at].Stage).Add(one, passings[at], before, next, cases.Number, until - from);
            if (next is { } to)
                HandOverOf((passings[at].Stage, to.Stage))?.Add(passings[at], to, one.OnTime);
        }
    }

    /// <summary>For passings that are counted without their cases: each case has its own number.</summary>
    public void NextCase() => cases.Number++;

    /// <param name="most">Of the hand-overs, how many of the most frequent.</param>
    public Figures Told(int most = int.MaxValue) => new(
        cases.Told(),
        [.. stages.OrderByDescending(stage => stage.Value.Passings).ThenBy(stage => words.Stages[stage.Key], StringComparer.Ordinal).Select(stage => stage.Value.Told(words.Stages[stage.Key]))],
        [.. handOvers.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key).Take(most).Select(pair => pair.Value.Told(words.Stages[pair.Key.From], words.Stages[pair.Key.To]))],
        handOversNotTold + handOvers.Values.Select(pair => pair.Count).OrderDescending().Skip(most).Sum());

    private StageTally StageOf(int stage) => stages.TryGetValue(stage, out var tally) ? tally : stages[stage] = new StageTally(exact);

    private HandOverTally? HandOverOf((int From, int To) pair)
    {
        if (handOvers.TryGetValue(pair, out var tally))
            return tally;
        if (handOvers.Count < MostHandOvers)
            return handOvers[pair] = new HandOverTally(exact);
        handOversNotTold++;
        return null;
    }
}

internal sealed class StageTally(int exact)
{
    private readonly Durations time = new(exact), wait = new(exact);
    private long cases, again, first, last, held, promised, onTime, lastCase = -1;

    public long Passings { get; private set; }

    public void Add(OneCase one, in Passing passing, in Passing? before, in Passing? next, long number, long holds)
    {
        Passings++;
        held += holds;
        first += before is null ? 1 : 0;
        last += next is null ? 1 : 0;
        if (lastCase == number)
            again++;
        else
            Enter(one, number);
        if (before is { } left)
            wait.Add(passing.Began - left.At);
        // One time only says when a case came here: it stays until the next.
        if (passing.Began != passing.At)
            time.Add(passing.At - passing.Began);
        else if (next is { } to)
            time.Add(to.Began - passing.At);
    }

    public StageFigures Told(string name) => new(name, Passings, cases, new Share(again, Passings), time.Told(), wait.Told(), new Share(onTime, promised), first, last, held);

    private void Enter(OneCase one, long number)
    {
        lastCase = number;
        cases++;
        promised += one.OnTime is null ? 0 : 1;
        onTime += one.OnTime == true ? 1 : 0;
    }
}

internal sealed class HandOverTally(int exact)
{
    private readonly Durations time = new(exact);
    private long promised, onTime;

    public long Count { get; private set; }

    public void Add(in Passing from, in Passing to, bool? inTime)
    {
        Count++;
        time.Add(to.Began - from.At);
        promised += inTime is null ? 0 : 1;
        onTime += inTime == true ? 1 : 0;
    }

    public HandOver Told(string from, string to) => new(from, to, Count, time.Told(), new Share(onTime, promised));
}
