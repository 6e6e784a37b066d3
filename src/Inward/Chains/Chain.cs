using Inward.House;

namespace Inward.Chains;

/// <summary>A step that this sale goes without, and why.</summary>
public sealed record Skipped(string Reason, Id By, DateTimeOffset At);

/// <summary>Whether this sale needs a step that not every sale has.</summary>
public sealed record Answered(bool Needed, Id By, DateTimeOffset At);

public sealed record ChainEnded(string Reason, Id By, DateTimeOffset At);

/// <summary>A step in the chain of one sale. Where it stands is told by its ask alone.</summary>
/// <param name="Step">As the template had it when the chain began, with the team that was chosen for this sale.</param>
public sealed record ChainStep(Step Step)
{
    /// <summary>What asks the team for it; null while nobody is asked.</summary>
    public Id? Ask { get; init; }
    public Skipped? Skipped { get; init; }
    public Answered? Answer { get; init; }

    public Id Id => Step.Id;

    public bool IsSkipped => Skipped is not null || Answer is { Needed: false };

    /// <summary>Nobody has said yet whether this sale needs it; dates are told as if it did.</summary>
    public bool IsUndecided => Skipped is null && Answer is null && Step.Question is not null;

    /// <summary>A team is to be asked for it.</summary>
    public bool IsWanted => !IsSkipped && !IsUndecided;
}

/// <summary>What follows a sale: the steps of a template as they were when it began, each an ask to a team.</summary>
/// <param name="StartOn">The day on which the first steps may begin.</param>
public sealed record Chain(Id Workspace, Id Id, Id Sale, string Template, Id By, DateTimeOffset At, DateOnly StartOn)
{
    public IReadOnlyList<ChainStep> Steps { get; init; } = [];
    public ChainEnded? Ended { get; init; }
    public int Version { get; init; } = 1;

    public ChainStep? Step(Id id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>A copy: what becomes of the template later does not move it.</summary>
    /// <param name="choices">What is decided for this sale; steps that are not named stay as the template has them.</param>
    public static Chain Begun(ChainTemplate template, Id id, Id sale, IReadOnlyList<StepChoice> choices, DateOnly? startOn, DateOnly today, Id by, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        if (startOn < today)
            wrong.Add(new Wrong("startOn", new Sentence("{0} has already passed.", startOn)));
        else if (startOn > today.AddYears(2))
            wrong.Add(new Wrong("startOn", new Sentence("{0} is more than two years away.", startOn)));
        if (choices.Any(choice => template.Step(choice.Step) is null))
            wrong.Add(new Wrong("steps", "This chain has no such step."));
        var steps = template.Steps.Select((step, i) => Chosen(step, choices.LastOrDefault(choice => choice.Step == step.Id), $"steps[{i}].", by, now, wrong)).ToList();
        if (wrong.Count == 0 && !steps.Exists(step => step.IsWanted))
            wrong.Add(new Wrong("steps", "Nothing would be left to do. A chain has at least one step."));
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : new Chain(template.Workspace, id, sale, template.Name, by, now, startOn ?? today) { Steps = steps };
    }

    /// <summary>Whoever began it, and the owner of the sale, steer it.</summary>
    public void CheckSteered(Id by, Id? saleOwner)
    {
        if (Ended is not null)
            throw Rule.NotNow("This chain has ended.");
        if (by != By && by != saleOwner)
            throw Rule.NotYours("Only whoever began the chain, and the owner of the sale, do this.");
    }

    public Chain Skip(Id step, string? reason, Id by, DateTimeOffset now) => With(step, one => one.IsSkipped
        ? throw Rule.NotNow("This step is skipped already.")
        : one with { Skipped = new Skipped(Why("reason", reason, "Say why this sale goes without it."), by, now) });

    /// <summary>A question of the template is answered for this sale, or answered otherwise.</summary>
    public Chain Say(Id step, bool? needed, Id by, DateTimeOffset now) => With(step, one => one.Step.Question is null
        ? throw Rule.NotNow("Every sale has this step. Skip it instead, and say why.")
        : one with { Answer = new Answered(needed ?? throw Rule.Invalid("needed", "Say yes or no."), by, now), Skipped = null });

    /// <summary>A step is wanted after all, or again: perhaps of another team.</summary>
    public Chain Want(Id step, Id? team, Id by, DateTimeOffset now) => With(step, one => one with
    {
        Step = one.Step with { Team = team ?? one.Step.Team },
        Skipped = null,
        Answer = one.Step.Question is null ? null : new Answered(true, by, now),
    });

    /// <summary>The team was asked.</summary>
    public Chain Asked(Id step, Id ask) => this with { Steps = [.. Steps.Select(one => one.Id == step ? one with { Ask = ask } : one)] };

    public Chain End(string? reason, Id by, DateTimeOffset now) =>
        this with { Ended = new ChainEnded(Why("reason", reason, "Say why the chain ends here."), by, now), Version = Version + 1 };

    private Chain With(Id id, Func<ChainStep, ChainStep> change) => Step(id) is null ? throw Rule.NotVisible()
        : this with { Steps = [.. Steps.Select(one => one.Id == id ? change(one) : one)], Version = Version + 1 };

    private static ChainStep Chosen(Step step, StepChoice? choice, string at, Id by, DateTimeOffset now, List<Wrong> wrong)
    {
        Text.Check(wrong, at + "skip", choice?.Skip, Chains.Step.LongestText);
        var chosen = new ChainStep(step with { Team = choice?.Team ?? step.Team })
        {
            Skipped = string.IsNullOrWhiteSpace(choice?.Skip) ? null : new Skipped(choice.Skip.Trim(), by, now),
            Answer = step.Question is not null && choice?.Needed is { } needed ? new Answered(needed, by, now) : null,
        };
        if (chosen is { IsWanted: true, Step.Team: null })
            wrong.Add(new Wrong(at + "team", new Sentence("Say which team does “{0}”, or why this sale goes without it.", step.Name)));
        return chosen;
    }

    private static string Why(string field, string? text, Sentence required)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, field, text, Chains.Step.LongestText, required);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : text!.Trim();
    }
}

/// <summary>What is decided of a step when a chain begins.</summary>
/// <param name="Team">Another team than the template's.</param>
/// <param name="Needed">The answer to its question; it can wait.</param>
/// <param name="Skip">Why this sale goes without it.</param>
public sealed record StepChoice(Id Step, Id? Team = null, bool? Needed = null, string? Skip = null);
