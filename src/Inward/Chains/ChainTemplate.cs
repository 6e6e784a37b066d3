using Inward.House;

namespace Inward.Chains;

/// <summary>What happens after a sale, as a company does it: steps in parallel and one after the other. A sale takes a copy of it.</summary>
public sealed record ChainTemplate(Id Workspace, Id Id, string Name)
{
    public const int LongestName = 120;
    public const int MostSteps = 40;

    /// <summary>Whoever answers for it; null while nobody does, and then everybody may change it.</summary>
    public Id? Owner { get; init; }

    public IReadOnlyList<Step> Steps { get; init; } = [];

    public int Version { get; init; } = 1;

    public Step? Step(Id id) => Steps.FirstOrDefault(step => step.Id == id);

    /// <summary>The first of a company: eight steps, nobody's yet.</summary>
    public static ChainTemplate First(Id workspace, DateTimeOffset now) => Begun(new ChainTemplateTold(EightSteps.Name), workspace, null, now);

    /// <summary>A new one: with the steps that are told, else with the eight.</summary>
    public static ChainTemplate Begun(ChainTemplateTold told, Id workspace, Id? owner, DateTimeOffset now)
    {
        var steps = told.Steps?.OfType<StepTold>() ?? EightSteps.All;
        return new ChainTemplate(workspace, Id.New(now), "") { Version = 0 }.Retold(Unnamed(told with { Owner = told.Owner ?? owner, Steps = [.. steps] }), now);
    }

    /// <summary>The template as it is told now. Steps keep who they are by their id, else by their name.</summary>
    public ChainTemplate Retold(ChainTemplateTold told, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "name", told.Name?.Trim(), LongestName, required: "A chain needs a name.");
        var steps = StepsTold.Read(Steps, [.. (told.Steps ?? []).OfType<StepTold>()], now, wrong);
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Name = told.Name!.Trim(), Owner = told.Owner, Steps = steps, Version = Version + 1 };
    }

    /// <summary>Its owner and administrators change it; everybody does while nobody owns it, or whoever did has left.</summary>
    public bool MayChange(Id by, bool administrator, bool ownerIsHere) => administrator || Owner is null || !ownerIsHere || Owner == by;

    public static BrokenRule NotYours() => Rule.NotYours("Only its owner and administrators change the template of a chain.");

    // A copy has steps of its own, so what waits for a step names it by its name.
    private static ChainTemplateTold Unnamed(ChainTemplateTold told)
    {
        var names = told.Steps!.Where(step => step.Id is not null).ToDictionary(step => step.Id!.Value.ToString(), step => step.Name ?? "");
        return told with { Steps = [.. told.Steps!.Select(step => step with { Id = null, After = [.. (step.After ?? []).Select(one => names.GetValueOrDefault(one, one))] })] };
    }
}

/// <summary>A template as somebody tells it: whole, as it shall stand.</summary>
/// <param name="Steps">In the order in which they are listed. A new one told without them begins with the eight.</param>
public sealed record ChainTemplateTold(string? Name, Id? Owner = null, IReadOnlyList<StepTold>? Steps = null)
{
    public static ChainTemplateTold Of(ChainTemplate template) => new(template.Name, template.Owner, [.. template.Steps.Select(StepTold.Of)]);
}
