using Inward.House;

namespace Inward.Asks;

/// <summary>An ask as it is written down: the shape that every door takes in. What is missing is null.</summary>
/// <param name="Performer">The colleague who is asked; or else <paramref name="Team"/>.</param>
/// <param name="Conditions">When it counts as done; blank ones are ignored.</param>
public sealed record Asking(
    string? What, Id? Performer = null, Id? Team = null, string? Reason = null, string? Effect = null, IReadOnlyList<string>? Conditions = null,
    DateOnly? AnswerBy = null, DateOnly? NeededBy = null, bool Open = false, Id? Verbatim = null, Id? Sale = null, Id? Initiative = null, Id? Objective = null, Id? Idea = null)
{
    public const int MostConditions = 20;

    public IReadOnlyList<string> CleanConditions => [.. (Conditions ?? []).Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim())];

    internal void CheckTexts(List<Wrong> wrong)
    {
        Text.Check(wrong, "reason", Reason);
        Text.Check(wrong, "effect", Effect);
        CheckConditions(wrong, CleanConditions);
    }

    internal static void CheckConditions(List<Wrong> wrong, IReadOnlyList<string> conditions)
    {
        if (conditions.Count > MostConditions)
            wrong.Add(new Wrong("conditions", new Sentence("At most {0} conditions: perhaps these are several asks.", MostConditions)));
        foreach (var condition in conditions)
            Text.Check(wrong, "conditions", condition, 2_000);
    }
}
