namespace Inward.Passages;

/// <summary>A stage in the picture: in which layer from the top, and how often it was passed.</summary>
public sealed record FlowStage(string Name, int Layer, long Passings, Length? Time, long Again);

/// <summary>A hand-over in the picture; <paramref name="Back"/> goes against the flow.</summary>
public sealed record FlowStep(int From, int To, long Count, Length? Time, bool Back);

/// <summary>
/// The flow that a log shows: which stage directly follows which, as far as it is frequent. Layers follow the frequent steps downwards.
/// </summary>
/// <param name="Told">How many of all hand-overs the picture shows.</param>
public sealed record Flow(IReadOnlyList<FlowStage> Stages, IReadOnlyList<FlowStep> Steps, Share Told)
{
    /// <summary>A picture of more says nothing.</summary>
    public const int MostStages = 24, MostSteps = 60;

    /// <param name="share">Of all hand-overs, the most frequent that together are this share; 1 for all.</param>
    public static Flow Of(Figures figures, double share)
    {
        var total = figures.HandOvers.Sum(pair => pair.Count) + figures.HandOversNotTold;
        var pairs = Frequent(figures.HandOvers, total * share);
        var names = pairs.SelectMany(pair => new[] { pair.From, pair.To }).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            names = [.. figures.Stages.Take(1).Select(stage => stage.Name)];
        var layers = new Layers(names.Count);
        var steps = pairs.Select(pair => (Pair: pair, From: names.IndexOf(pair.From), To: names.IndexOf(pair.To))).Where(step => step.From != step.To)
            .Select(step => new FlowStep(step.From, step.To, step.Pair.Count, step.Pair.Time, Back: !layers.Follows(step.From, step.To))).ToList();
        var again = pairs.Where(pair => pair.From == pair.To).ToDictionary(pair => pair.From, pair => pair.Count, StringComparer.Ordinal);
        var stages = figures.Stages.ToDictionary(stage => stage.Name, StringComparer.Ordinal);
        return new Flow([.. names.Select((name, at) => new FlowStage(name, layers.Of(at), stages[name].Passings, stages[name].Time, again.GetValueOrDefault(name)))],
            steps, new Share(pairs.Sum(pair => pair.Count), total));
    }

    private static List<HandOver> Frequent(IReadOnlyList<HandOver> handOvers, double enough)
    {
        var (taken, names, sum) = (new List<HandOver>(), new HashSet<string>(StringComparer.Ordinal), 0L);
        foreach (var pair in handOvers)
        {
            if (sum >= enough || taken.Count == MostSteps)
                break;
            var more = (names.Contains(pair.From) ? 0 : 1) + (names.Contains(pair.To) || pair.From == pair.To ? 0 : 1);
            if (names.Count + more > MostStages)
                continue;
            names.UnionWith([pair.From, pair.To]);
            taken.Add(pair);
            sum += pair.Count;
        }
        return taken;
    }

    /// <summary>Steps in the order of their frequency; one that would close a circle goes back and moves nothing.</summary>
    private sealed class Layers(int stages)
    {
        private readonly List<int>[] next = [.. Enumerable.Range(0, stages).Select(_ => new List<int>())];
        private readonly int[] layer = new int[stages];

        public int Of(int stage) => layer[stage];

        public bool Follows(int from, int to)
        {
            if (Reaches(to, from))
                return false;
            next[from].Add(to);
            Push(to, layer[from] + 1);
            return true;
        }

        private bool Reaches(int start, int end) => start == end || next[start].Exists(one => Reaches(one, end));

        private void Push(int stage, int least)
        {
            if (layer[stage] >= least)
                return;
            layer[stage] = least;
            foreach (var one in next[stage])
                Push(one, least + 1);
        }
    }
}
