using Inward.House;

namespace Inward.Journeys;

/// <summary>In whose hands a stage lies, seen from the one who sells.</summary>
public enum Control
{
    Mine,
    Shared,
    Other,
}

/// <summary>One stage of a journey. What nobody has said is null.</summary>
/// <param name="Name">Unique in its journey, whatever its case.</param>
public sealed record Stage(Id Id, string Name)
{
    /// <summary>Values and weight go from 0 to this, in halves.</summary>
    public const int Highest = 5;

    public const int LongestName = 200;

    /// <summary>Who can be named for a stage: as many teams, and as many people.</summary>
    public const int MostNamed = 30;

    public decimal? CustomerValue { get; init; }

    public decimal? OurValue { get; init; }

    /// <summary>How much the stage counts in what we mean to do.</summary>
    public decimal? Weight { get; init; }

    public Control? Control { get; init; }

    public IReadOnlyList<Id> Teams { get; init; } = [];

    public IReadOnlyList<Id> People { get; init; } = [];

    /// <summary>Who said what it is worth; null while nobody has.</summary>
    public Valued? Valued { get; init; }

    /// <summary>What speaks for its worth.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Somebody said what it is worth, and nothing speaks for it yet.</summary>
    public bool IsAssumed() => Valued is not null && Evidence.Count == 0;

    /// <summary>What names are compared by.</summary>
    public static string Key(string name) => name.Trim().ToLowerInvariant();

    public bool IsCalled(string? name) => name is not null && Key(name) == Key(Name);

    internal static Sentence Taken(string name) => new("Another stage is called “{0}” already.", name.Trim());

    /// <summary>The stage as it is told.</summary>
    /// <param name="before">The same stage as it was, or a bare one.</param>
    /// <param name="by">Who tells it; null when Inward brings it along.</param>
    /// <param name="at">What stands before the names of its fields on the wire; empty where it is told alone.</param>
    internal static Stage Told(StageTold told, Stage before, Id? by, DateTimeOffset now, string at, List<Wrong> wrong)
    {
        Text.Check(wrong, at + "name", told.Name?.Trim(), LongestName, required: "A stage needs a name.");
        CheckValue(wrong, at + "customerValue", told.CustomerValue);
        CheckValue(wrong, at + "ourValue", told.OurValue);
        CheckValue(wrong, at + "weight", told.Weight);
        CheckNamed(wrong, at + "teams", told.Teams);
        CheckNamed(wrong, at + "people", told.People);
        var isSame = (told.CustomerValue, told.OurValue, told.Weight) == (before.CustomerValue, before.OurValue, before.Weight);
        return before with
        {
            Name = told.Name?.Trim() ?? "",
            Valued = isSame ? before.Valued : (told.CustomerValue ?? told.OurValue ?? told.Weight) is null ? null : new Valued(by, now, null),
            CustomerValue = told.CustomerValue,
            OurValue = told.OurValue,
            Weight = told.Weight,
            Control = told.Control,
            Teams = [.. (told.Teams ?? []).Distinct()],
            People = [.. (told.People ?? []).Distinct()],
        };
    }

    private static void CheckValue(List<Wrong> wrong, string field, decimal? value)
    {
        if (value is { } said && (said is < 0 or > Highest || said * 2 % 1 != 0))
            wrong.Add(new Wrong(field, new Sentence("A value goes from 0 to {0}, in halves.", Highest)));
    }

    private static void CheckNamed(List<Wrong> wrong, string field, IReadOnlyList<Id>? named)
    {
        if (named?.Count > MostNamed)
            wrong.Add(new Wrong(field, new Sentence("At most {0} can be named here.", MostNamed)));
    }
}

/// <summary>Who said what a stage is worth, and when.</summary>
/// <param name="ScoredBy">How many scored it blind, where it is their median that was adopted.</param>
public sealed record Valued(Id? By, DateTimeOffset At, int? ScoredBy);

/// <summary>A stage as somebody tells it.</summary>
/// <param name="Id">Of a stage there is. Without it, one of the same name is meant, else a new one.</param>
public sealed record StageTold(
    string? Name, decimal? CustomerValue = null, decimal? OurValue = null, decimal? Weight = null, Control? Control = null,
    IReadOnlyList<Id>? Teams = null, IReadOnlyList<Id>? People = null, Id? Id = null)
{
    public static StageTold Of(Stage stage) =>
        new(stage.Name, stage.CustomerValue, stage.OurValue, stage.Weight, stage.Control, stage.Teams, stage.People, stage.Id);

    /// <summary>A stage that is told alone, beside the others of its journey: what is wrong bears the names of its own fields.</summary>
    public StageTold CheckedBeside(IEnumerable<StageTold> others)
    {
        var wrong = new List<Wrong>();
        Stage.Told(this, new Stage(default, ""), null, default, "", wrong);
        if (!string.IsNullOrWhiteSpace(Name) && others.Any(other => other.Name is not null && Stage.Key(other.Name) == Stage.Key(Name)))
            wrong.Add(new Wrong("name", Stage.Taken(Name)));
        return wrong.Count == 0 ? this : throw Rule.Invalid(wrong);
    }
}
