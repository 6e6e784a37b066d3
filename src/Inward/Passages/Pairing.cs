using Inward.House;
using Inward.Journeys;

namespace Inward.Passages;

/// <summary>An activity of a log and the stage of a journey that it is.</summary>
/// <param name="Stage">Null where it belongs to none.</param>
/// <param name="ByName">Nobody says which: it goes by its name again.</param>
public sealed record Pair(string Activity, Id? Stage = null, bool ByName = false);

/// <summary>Which stage of a journey each activity of a log is. What nobody has said goes by its name, whatever its case.</summary>
public sealed record Pairing(IReadOnlyList<Pair> Said)
{
    private readonly Dictionary<string, Id?> said = Said.ToDictionary(pair => pair.Activity, pair => pair.Stage, StringComparer.Ordinal);

    /// <summary>A stage that has gone from its journey is as good as not said.</summary>
    public Stage? StageOf(string activity, Journey journey) =>
        !said.TryGetValue(activity, out var stage) ? journey.Called(activity) : stage is { } id ? journey.Stage(id) ?? journey.Called(activity) : null;

    /// <summary>Whether somebody said which stage it is, or that it is none.</summary>
    public bool IsSaid(string activity) => said.ContainsKey(activity);

    /// <summary>What is told now over what was said; the rest stays.</summary>
    /// <param name="activities">All of the log.</param>
    public Pairing With(IReadOnlyList<Pair> told, IEnumerable<string> activities, Journey journey)
    {
        var (known, wrong) = (activities.ToHashSet(StringComparer.Ordinal), new List<Wrong>());
        foreach (var (pair, at) in told.Select((pair, at) => (pair, at)))
        {
            if (!known.Contains(pair.Activity ?? ""))
                wrong.Add(new Wrong($"pairs[{at}].activity", new Sentence("The log has no stage “{0}”.", pair.Activity ?? "")));
            if (pair.Stage is { } stage && journey.Stage(stage) is null)
                wrong.Add(new Wrong($"pairs[{at}].stage", "This journey has no such stage."));
        }
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        var after = Said.ToDictionary(pair => pair.Activity, StringComparer.Ordinal);
        foreach (var pair in told)
            after[pair.Activity] = pair;
        return new Pairing([.. after.Values.Where(pair => !pair.ByName)]);
    }
}
