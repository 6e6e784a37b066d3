namespace Inward.Passages;

/// <summary>
/// Finds moments that many events of one stage bear, in little memory (Misra and Gries 1982): whoever wrote them down in one go did not say
/// when they happened, and what is measured up to them is the rhythm of the writing.
/// </summary>
public sealed class SameMoment
{
    /// <summary>As many events, and as large a share of a stage, are no accident.</summary>
    public const int Fewest = 50;

    public const double Share = 0.1;

    // With so many counters per stage, whatever is more than a tenth cannot hide.
    private const int Counters = 16;

    private readonly Dictionary<int, (Dictionary<long, long> Counts, long All)> stages = [];

    public void Add(int stage, long at)
    {
        var (counts, all) = stages.TryGetValue(stage, out var known) ? known : ([], 0);
        stages[stage] = (counts, all + 1);
        if (counts.TryGetValue(at, out var count))
            counts[at] = count + 1;
        else if (counts.Count < Counters)
            counts[at] = 1;
        else
        {
            foreach (var (moment, times) in counts)
            {
                if (times == 1)
                    counts.Remove(moment);
                else
                    counts[moment] = times - 1;
            }
        }
    }

    /// <summary>Stages with a moment that at least so many of their events bear; counts may be somewhat lower than in truth.</summary>
    public IEnumerable<(int Stage, long At, long Count)> Found() => stages
        .Select(stage => (Stage: stage.Key, Most: stage.Value.Counts.Count == 0 ? default : stage.Value.Counts.MaxBy(one => one.Value), stage.Value.All))
        .Where(stage => stage.Most.Value >= Fewest && stage.Most.Value >= Share * stage.All).OrderBy(stage => stage.Stage).Select(stage => (stage.Stage, stage.Most.Key, stage.Most.Value));
}
