using Inward.House;

namespace Inward.Journeys;

/// <summary>The stages that a customer passes, in their order: a template that sales follow. A company has one for each segment that differs.</summary>
public sealed record Journey(Id Workspace, Id Id, string Name)
{
    public const int LongestName = 120;
    public const int MostStages = 50;
    public const int MostEditors = 30;
    public const int MostEvidence = 30;

    /// <summary>Which customers it is for; null for all of whom no other journey speaks.</summary>
    public string? Segment { get; init; }

    /// <summary>Whoever answers for it; null while nobody does, and then everybody may change it.</summary>
    public Id? Owner { get; init; }

    /// <summary>Who may change it beside its owner.</summary>
    public IReadOnlyList<Id> Editors { get; init; } = [];

    public IReadOnlyList<Stage> Stages { get; init; } = [];

    public int Version { get; init; } = 1;

    public Stage? Stage(Id id) => Stages.FirstOrDefault(stage => stage.Id == id);

    public Stage? Called(string? name) => Stages.FirstOrDefault(stage => stage.IsCalled(name));

    /// <summary>The first journey of a company: ten stages, nobody's yet, so everybody may shape it.</summary>
    public static Journey First(Id workspace, DateTimeOffset now) => Begun(new JourneyTold(JourneyTemplate.Name), workspace, null, now);

    /// <summary>A new journey: with the stages that are told, else with the ten.</summary>
    public static Journey Begun(JourneyTold told, Id workspace, Id? owner, DateTimeOffset now)
    {
        var stages = told.Stages?.OfType<StageTold>() ?? JourneyTemplate.Stages.Select(name => new StageTold(name));
        return new Journey(workspace, Id.New(now), "") { Version = 0 }.Retold(told with { Owner = told.Owner ?? owner, Stages = [.. stages.Select(stage => stage with { Id = null })] }, owner, now);
    }

    /// <summary>The journey as it is told now. Stages keep who they are by their id, else by their name.</summary>
    public Journey Retold(JourneyTold told, Id? by, DateTimeOffset now)
    {
        var wrong = new List<Wrong>();
        Text.Check(wrong, "name", told.Name?.Trim(), LongestName, required: "A journey needs a name.");
        Text.Check(wrong, "segment", told.Segment?.Trim(), LongestName);
        if (told.Editors?.Count > MostEditors)
            wrong.Add(new Wrong("editors", new Sentence("At most {0} can be named here.", MostEditors)));
        var stages = StagesTold([.. (told.Stages ?? []).OfType<StageTold>()], by, now, wrong);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        return this with
        {
            Name = told.Name!.Trim(),
            Segment = string.IsNullOrWhiteSpace(told.Segment) ? null : told.Segment.Trim(),
            Owner = told.Owner,
            Editors = [.. (told.Editors ?? []).Where(editor => editor != told.Owner).Distinct()],
            Stages = stages,
            Version = Version + 1,
        };
    }

    /// <summary>Its owner, its editors and administrators change it; everybody does while nobody owns it, or whoever did has left.</summary>
    public void CheckEditor(Id by, bool administrator, bool ownerIsHere)
    {
        if (!MayChange(by, administrator, ownerIsHere))
            throw NotYours();
    }

    public static BrokenRule NotYours() => Rule.NotYours("Only its owner, its editors and administrators change a journey.");

    public bool MayChange(Id by, bool administrator, bool ownerIsHere) => administrator || Owner is null || !ownerIsHere || Owner == by || Editors.Contains(by);

    /// <summary>The median of those who scored it blind is what the stage is worth from now on.</summary>
    public Journey Adopted(Id stage, Scored scored, Id by, DateTimeOffset now) => scored.Count < Scored.Fewest
        ? throw Rule.NotNow(new Sentence("A median is adopted once {0} have scored.", Scored.Fewest))
        : With(stage, one => one with
        {
            CustomerValue = scored.CustomerValue.Median,
            OurValue = scored.OurValue.Median,
            Weight = scored.Weight?.Median ?? one.Weight,
            Valued = new Valued(by, now, scored.Count),
        });

    /// <summary>Something speaks for the worth of a stage: anybody may say so.</summary>
    public Journey Supported(Id stage, Evidence evidence) => With(stage, one => one.Evidence.Count < MostEvidence
        ? one with { Evidence = [.. one.Evidence, evidence.Checked()] }
        : throw Rule.NotNow(new Sentence("At most {0} can be named here.", MostEvidence)));

    /// <summary>Taken away by whoever named it, or by those who may change the journey.</summary>
    public Journey Unsupported(Id stage, Id evidence, Id by, bool mayChange)
    {
        var named = Stage(stage)?.Evidence.FirstOrDefault(one => one.Id == evidence) ?? throw Rule.NotVisible();
        if (named.By != by && !mayChange)
            throw NotYours();
        return With(stage, one => one with { Evidence = [.. one.Evidence.Where(other => other.Id != evidence)] });
    }

    private Journey With(Id stage, Func<Stage, Stage> change) => Stage(stage) is null ? throw Rule.NotVisible()
        : this with { Stages = [.. Stages.Select(one => one.Id == stage ? change(one) : one)], Version = Version + 1 };

    private List<Stage> StagesTold(List<StageTold> told, Id? by, DateTimeOffset now, List<Wrong> wrong)
    {
        if (told.Count is 0 or > MostStages)
            wrong.Add(new Wrong("stages", new Sentence("A journey has 1 to {0} stages.", MostStages)));
        var names = new HashSet<string>(StringComparer.Ordinal);
        var placed = new HashSet<Id>();
        var stages = new List<Stage>();
        foreach (var (stage, i) in told.Take(MostStages).Select((stage, i) => (stage, i)))
        {
            var at = $"stages[{i}].";
            if (stage.Id is { } named && Stage(named) is null)
                wrong.Add(new Wrong(at + "id", "This journey has no such stage."));
            var id = stage.Id ?? Called(stage.Name)?.Id;
            if (!names.Add(Journeys.Stage.Key(stage.Name ?? "")) && !string.IsNullOrWhiteSpace(stage.Name))
                wrong.Add(new Wrong(at + "name", Journeys.Stage.Taken(stage.Name)));
            else if (id is { } same && !placed.Add(same))
                wrong.Add(new Wrong(at + "id", "One stage stands in one place."));
            var before = id is { } known ? Stage(known) : null;
            stages.Add(Journeys.Stage.Told(stage, before ?? new Stage(Id.New(now), ""), by, now, at, wrong));
        }
        return stages;
    }
}

/// <summary>A journey as somebody tells it: whole, as it shall stand.</summary>
/// <param name="Stages">In their order. A new journey told without them begins with the ten.</param>
/// <param name="Moves">Where sales go that stand in a stage which is left out.</param>
public sealed record JourneyTold(
    string? Name, string? Segment = null, Id? Owner = null, IReadOnlyList<Id>? Editors = null, IReadOnlyList<StageTold>? Stages = null,
    IReadOnlyList<StageMove>? Moves = null)
{
    public static JourneyTold Of(Journey journey) =>
        new(journey.Name, journey.Segment, journey.Owner, journey.Editors, [.. journey.Stages.Select(StageTold.Of)]);
}

/// <summary>What stood in a stage that goes stands in one that stays.</summary>
public sealed record StageMove(Id From, Id To);
