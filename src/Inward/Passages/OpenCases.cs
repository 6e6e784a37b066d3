using Inward.House;

namespace Inward.Passages;

/// <summary>What a row says of its moment: a log may tell begin and end in rows of their own.</summary>
public enum Transition
{
    Whole,
    Start,
    Complete,
}

/// <summary>
/// The cases of a file while it is read. When they grow too many, all are handed on and forgotten; what comes later of one of them
/// is another part of it. So memory is bounded whatever the file's order and size.
/// </summary>
public sealed class OpenCases(int most = 300_000)
{
    // A case takes as much memory as some passings do.
    private const int WeightOfCase = 4;

    private readonly Dictionary<string, List<Passing>> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Case, int Stage), Queue<int>> begun = [];

    private int weight;

    public bool AreFull => weight >= most;

    public IReadOnlyDictionary<string, List<Passing>> Cases => cases;

    public void Add(string @case, in Passing passing, Transition transition)
    {
        if (!cases.TryGetValue(@case, out var passings))
        {
            cases[@case] = passings = [];
            weight += WeightOfCase;
        }
        if (transition == Transition.Complete && begun.TryGetValue((@case, passing.Stage), out var starts) && starts.TryDequeue(out var at))
        {
            // The earliest that is open ends first; the clock may have been set back in between.
            passings[at] = passing with { Began = Math.Min(passings[at].Began, passing.At) };
            return;
        }
        if (transition == Transition.Start)
            Begin(@case, passing.Stage, passings.Count);
        passings.Add(passing);
        weight++;
        if (passings.Count > OneCase.MostPassings)
            throw Rule.Invalid("file", new Sentence("The case “{0}” has more than {1} events. Is it the right column for the case?", @case, OneCase.MostPassings));
    }

    public void Forget()
    {
        cases.Clear();
        begun.Clear();
        weight = 0;
    }

    private void Begin(string @case, int stage, int at)
    {
        if (!begun.TryGetValue((@case, stage), out var starts))
            begun[(@case, stage)] = starts = [];
        starts.Enqueue(at);
    }
}
