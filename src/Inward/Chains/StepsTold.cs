using Inward.House;

namespace Inward.Chains;

/// <summary>Reads the steps of a template as they are told: each once, each waiting for others that there are, none in a ring.</summary>
internal static class StepsTold
{
    public static IReadOnlyList<Step> Read(IReadOnlyList<Step> known, IReadOnlyList<StepTold> told, DateTimeOffset now, List<Wrong> wrong)
    {
        if (told.Count is 0 or > ChainTemplate.MostSteps)
        {
            wrong.Add(new Wrong("steps", new Sentence("A chain has 1 to {0} steps.", ChainTemplate.MostSteps)));
            return [];
        }
        var steps = told.Select((step, i) => Step.Told(step, IdOf(known, step, now, At(i), wrong), At(i), wrong)).ToList();
        CheckOnce(steps, wrong);
        steps = [.. steps.Select((step, i) => step with { After = After(step, told[i].After ?? [], steps, At(i), wrong) })];
        if (wrong.Count == 0 && StepOrder.Ring(steps) is { Count: > 0 } ring)
            wrong.Add(new Wrong(At(steps.IndexOf(ring[0])) + "after", new Sentence("These steps wait for each other in a ring: {0}. One of them has to begin.", string.Join(" → ", ring.Append(ring[0]).Select(step => step.Name)))));
        return steps;
    }

    private static string At(int i) => $"steps[{i}].";

    private static Id IdOf(IReadOnlyList<Step> known, StepTold told, DateTimeOffset now, string at, List<Wrong> wrong)
    {
        if (told.Id is { } named && !known.Any(step => step.Id == named))
            wrong.Add(new Wrong(at + "id", "This chain has no such step."));
        return told.Id ?? known.FirstOrDefault(step => step.IsCalled(told.Name))?.Id ?? Id.New(now);
    }

    private static void CheckOnce(List<Step> steps, List<Wrong> wrong)
    {
        var (names, ids) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<Id>());
        for (var i = 0; i < steps.Count; i++)
        {
            if (!names.Add(Step.Key(steps[i].Name)) && steps[i].Name.Length > 0)
                wrong.Add(new Wrong(At(i) + "name", new Sentence("Another step is called “{0}” already.", steps[i].Name)));
            else if (!ids.Add(steps[i].Id))
                wrong.Add(new Wrong(At(i) + "id", "One step stands in one place."));
        }
    }

    private static IReadOnlyList<Id> After(Step step, IReadOnlyList<string> told, List<Step> steps, string at, List<Wrong> wrong)
    {
        var after = new List<Id>();
        foreach (var word in told.Where(word => !string.IsNullOrWhiteSpace(word)))
        {
            if (steps.Find(one => one.Id.ToString() == word.Trim() || one.IsCalled(word)) is not { } before)
                wrong.Add(new Wrong(at + "after", new Sentence("“{0}” waits for “{1}”, and there is no such step.", step.Name, word)));
            else if (before.Id == step.Id)
                wrong.Add(new Wrong(at + "after", new Sentence("“{0}” cannot wait for itself.", step.Name)));
            else if (!after.Contains(before.Id))
                after.Add(before.Id);
        }
        return after;
    }
}
