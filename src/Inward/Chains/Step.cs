using Inward.House;

namespace Inward.Chains;

/// <summary>One step of a chain: who does it, how long it usually takes, and what it waits for.</summary>
/// <param name="Name">Unique in its chain, whatever its case.</param>
public sealed record Step(Id Id, string Name)
{
    public const int LongestName = 120;
    public const int LongestText = 1_000;
    public const int LongestDays = 250;
    public const int MostConditions = 10;

    /// <summary>The team that is asked; null while nobody has said which.</summary>
    public Id? Team { get; init; }

    /// <summary>How many working days it usually takes, from 1.</summary>
    public int Days { get; init; } = 1;

    /// <summary>The steps that must be over before it begins; with none it begins with the chain.</summary>
    public IReadOnlyList<Id> After { get; init; } = [];

    /// <summary>Only when this is answered with yes, sale by sale; null for a step that every sale has.</summary>
    public string? Question { get; init; }

    /// <summary>What the team is told: why it matters. Null: told from the sale.</summary>
    public string? Reason { get; init; }

    /// <summary>What it changes. Null: told from the sale.</summary>
    public string? Effect { get; init; }

    /// <summary>When it counts as done. None: when it is done.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>What names are compared by.</summary>
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    public bool IsCalled(string? name) => name is not null && Key(name) == Key(Name);

    /// <param name="at">What stands before the names of its fields on the wire; empty where it is told alone.</param>
    internal static Step Told(StepTold told, Id id, string at, List<Wrong> wrong)
    {
        Text.Check(wrong, at + "name", told.Name?.Trim(), LongestName, required: "A step needs a name.");
        Text.Check(wrong, at + "question", told.Question?.Trim(), LongestName);
        Text.Check(wrong, at + "reason", told.Reason, LongestText);
        Text.Check(wrong, at + "effect", told.Effect, LongestText);
        var conditions = (told.Conditions ?? []).Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one.Trim()).ToList();
        foreach (var condition in conditions)
            Text.Check(wrong, at + "conditions", condition, LongestText);
        if (conditions.Count > MostConditions)
            wrong.Add(new Wrong(at + "conditions", new Sentence("At most {0} conditions: perhaps these are several steps.", MostConditions)));
        if (told.Days is < 1 or > LongestDays)
            wrong.Add(new Wrong(at + "days", new Sentence("A step takes 1 to {0} working days.", LongestDays)));
        return new Step(id, told.Name?.Trim() ?? "")
        {
            Team = told.Team, Days = told.Days ?? 1, Question = Blank(told.Question), Reason = Blank(told.Reason), Effect = Blank(told.Effect), Conditions = conditions,
        };
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A step as somebody tells it.</summary>
/// <param name="After">Steps of the same chain, each by its id or its name.</param>
/// <param name="Id">Of a step there is. Without it, one of the same name is meant, else a new one.</param>
public sealed record StepTold(
    string? Name, Id? Team = null, int? Days = null, IReadOnlyList<string>? After = null, string? Question = null, string? Reason = null, string? Effect = null,
    IReadOnlyList<string>? Conditions = null, Id? Id = null)
{
    public static StepTold Of(Step step) =>
        new(step.Name, step.Team, step.Days, [.. step.After.Select(id => id.ToString())], step.Question, step.Reason, step.Effect, step.Conditions, step.Id);
}
