using System.Text.Json.Serialization;
using Inward.House;

namespace Inward.Objectives;

/// <summary>How far an objective has come.</summary>
public enum ObjectiveState
{
    /// <summary>Its owner and editors write it; nobody else sees it.</summary>
    Draft,

    /// <summary>Colleagues are asked for advice before it stands.</summary>
    Advice,

    /// <summary>Everybody sees it.</summary>
    Published,

    /// <summary>It is over, and says what was learned.</summary>
    Closed,
}

/// <summary>What a company or a part of it wants to reach: how it is measured, from where, to where, by when and why. Who answers for it owns it.</summary>
public sealed record Objective(Id Workspace, Id Id, Id Owner, string What)
{
    public const int LongestWhat = 300;
    public const int LongestMeasure = 300;
    public const int LongestUnit = 60;
    public const int LongestText = 4_000;
    public const int LongestObservable = 500;

    /// <summary>How many things one will see on the day after.</summary>
    public const int MostObservables = 3;
    public const int MostEditors = 30;

    /// <summary>How many objectives stand above each other at most.</summary>
    public const int Deepest = 12;

    /// <summary>The largest figure that is kept, either side of zero.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>What is counted or measured.</summary>
    public string? Measure { get; init; }

    /// <summary>Where it stands when one begins.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Where it shall stand; above the baseline or below it.</summary>
    public decimal? Target { get; init; }

    public string? Unit { get; init; }

    /// <summary>The last day on which it may be reached.</summary>
    public DateOnly? By { get; init; }

    public string? Because { get; init; }

    /// <summary>What the company looks like on the day after success.</summary>
    public string? DayAfter { get; init; }

    public IReadOnlyList<Observable> Observables { get; init; } = [];

    /// <summary>Who may change it beside its owner.</summary>
    public IReadOnlyList<Id> Editors { get; init; } = [];

    /// <summary>The objective that it serves.</summary>
    public Id? Parent { get; init; }

    /// <summary>Its figures are part of the sum of the one above.</summary>
    public bool AddsUp { get; init; }

    public AskedForAdvice? Asked { get; init; }

    public Published? Published { get; init; }

    public Closed? Closed { get; init; }

    public int Version { get; init; } = 1;

    [JsonIgnore]
    public ObjectiveState State => Closed is not null ? ObjectiveState.Closed : Published is not null ? ObjectiveState.Published : Asked is not null ? ObjectiveState.Advice : ObjectiveState.Draft;

    /// <summary>Its owner and editors change it; administrators do once its owner has left.</summary>
    public bool MayChange(Id by, bool administrator, bool ownerIsHere) => Owner == by || Editors.Contains(by) || (administrator && !ownerIsHere);

    public static BrokenRule NotYours() => Rule.NotYours("Only its owner and its editors change an objective.");

    public static Objective Begun(ObjectiveTold told, IReadOnlyList<Objective> above, Id workspace, Id by, DateOnly today, DateTimeOffset now) =>
        new Objective(workspace, Id.New(now), told.Owner ?? by, "") { Version = 0 }.Retold(told, above, [], told.Owner ?? by, today);

    /// <summary>The objective as it is told now.</summary>
    /// <param name="above">The one above it and those above that, the nearest first.</param>
    /// <param name="below">Those that stand right under it.</param>
    public Objective Retold(ObjectiveTold told, IReadOnlyList<Objective> above, IReadOnlyList<Objective> below, Id by, DateOnly today)
    {
        if (Closed is not null)
            throw Rule.NotNow("This objective is closed.");
        if (told.Owner is { } other && other != Owner && Editors.Contains(by))
            throw Rule.NotYours("Only its owner gives an objective to somebody else.");
        var wrong = new List<Wrong>();
        told = told.Trimmed();
        told.Check(this, wrong, today);
        ObjectiveTree.Check(Id, told, above, below, wrong);
        if (wrong.Count > 0)
            throw Rule.Invalid(wrong);
        var retold = this with
        {
            What = told.What!,
            Measure = told.Measure,
            Baseline = told.Baseline,
            Target = told.Target,
            Unit = told.Unit,
            By = told.By,
            Because = told.Because,
            DayAfter = told.DayAfter,
            Observables = Observable.Told(Observables, told.Observables!),
            Owner = told.Owner ?? Owner,
            Parent = told.Parent,
            AddsUp = told.Parent is not null && told.AddsUp == true,
            Version = Version + 1,
        };
        retold = retold with { Editors = [.. told.Editors!.Where(editor => editor != retold.Owner).Distinct()] };
        return Published is null || retold.Missing() is not { Count: > 0 } missing ? retold : throw Rule.Invalid(missing);
    }

    /// <summary>Colleagues are asked for advice; the first time, the round opens.</summary>
    public Objective Ask(DateOnly? answerBy, Id by, DateOnly today, DateTimeOffset now)
    {
        if (State is not (ObjectiveState.Draft or ObjectiveState.Advice))
            throw Rule.NotNow("Advice is asked for before an objective is published.");
        if (string.IsNullOrWhiteSpace(Because))
            throw Rule.Invalid("because", "Say why before you ask for advice: nobody can advise on a number alone.");
        if (answerBy < today)
            throw Rule.Invalid("answerBy", "This day has passed.");
        return this with { Asked = new AskedForAdvice(Asked?.By ?? by, Asked?.At ?? now, answerBy ?? Asked?.AnswerBy), Version = Version + 1 };
    }

    /// <summary>Everybody sees it from now on. That advice was asked for and answered, or not, is kept with it for good.</summary>
    public Objective Publish(AdviceCount advice, Id by, DateTimeOffset now)
    {
        if (State is not (ObjectiveState.Draft or ObjectiveState.Advice))
            throw Rule.NotNow("This objective is published already.");
        return Missing() is { Count: > 0 } missing ? throw Rule.Invalid(missing)
            : this with { Published = new Published(by, now, advice.Asked, advice.Answered, advice.Unreplied), Version = Version + 1 };
    }

    public Objective Close(string? learned, Id by, DateTimeOffset now)
    {
        if (State is ObjectiveState.Closed)
            throw Rule.NotNow("This objective is closed already.");
        if (State is ObjectiveState.Draft)
            throw Rule.NotNow("A draft is deleted, not closed.");
        var wrong = new List<Wrong>();
        Text.Check(wrong, "learned", learned, LongestText, required: "Say what was learned: it is what stays.");
        return wrong.Count > 0 ? throw Rule.Invalid(wrong) : this with { Closed = new Closed(by, now, learned!.Trim()), Version = Version + 1 };
    }

    /// <summary>One of the things foretold for the day after can be seen: whoever says so, says how.</summary>
    /// <param name="n">Which of them, 1 the first.</param>
    public Objective See(int n, string? words, string? link, Id by, DateTimeOffset now) => With(n, observable => observable.See(words, link, by, now));

    /// <summary>It was said too early.</summary>
    public Objective Unsee(int n) => With(n, observable => observable.Seen is null ? throw Rule.NotNow("Nobody has said that this can be seen.") : observable with { Seen = null });

    private Objective With(int n, Func<Observable, Observable> change)
    {
        if (State is not ObjectiveState.Published)
            throw Rule.NotNow("What can be seen is said while an objective is published.");
        return n < 1 || n > Observables.Count ? throw Rule.NotVisible() : this with { Observables = [.. Observables.Select((one, i) => i == n - 1 ? change(one) : one)], Version = Version + 1 };
    }

    private List<Wrong> Missing()
    {
        var wrong = new List<Wrong>();
        if (Measure is null)
            wrong.Add(new Wrong("measure", "Say what is measured."));
        if (Baseline is null)
            wrong.Add(new Wrong("baseline", "Say where it stands now."));
        if (Target is null)
            wrong.Add(new Wrong("target", "Say where it shall stand."));
        if (Unit is null)
            wrong.Add(new Wrong("unit", "Say in which unit it is counted."));
        if (By is null)
            wrong.Add(new Wrong("by", "Say by when."));
        if (Because is null)
            wrong.Add(new Wrong("because", "Say why: a goal without a reason is an order."));
        return wrong;
    }
}

/// <summary>Who opened the round of advice.</summary>
/// <param name="AnswerBy">By when it is hoped for.</param>
public sealed record AskedForAdvice(Id By, DateTimeOffset At, DateOnly? AnswerBy);

/// <summary>Who published it, and how much advice there was on that day.</summary>
/// <param name="Unreplied">Answers that had no reply then.</param>
public sealed record Published(Id By, DateTimeOffset At, int Asked, int Answered, int Unreplied);

public sealed record Closed(Id By, DateTimeOffset At, string Learned);
