using Inward.House;
using Inward.Objectives;
using Inward.Server.House;

namespace Inward.Server.Objectives;

/// <param name="Seen">Null while nobody has shown that it can be seen.</param>
public sealed record ObservableOut(string Text, SeenOut? Seen);

public sealed record SeenOut(Named By, DateTimeOffset At, string Words, string? Link);

/// <param name="AnswerBy">By when advice is hoped for.</param>
public sealed record AskedOut(Named By, DateTimeOffset At, DateOnly? AnswerBy);

/// <param name="Asked">How many had been asked for advice on that day.</param>
/// <param name="Unreplied">How many answers had no reply then.</param>
public sealed record PublishedOut(Named By, DateTimeOffset At, int Asked, int Answered, int Unreplied);

public sealed record ClosedOut(Named By, DateTimeOffset At, string Learned);

/// <summary>An objective as a list tells it.</summary>
public sealed record ObjectiveRowOut(Id Id, string What, ObjectiveState State, string? Measure, decimal? Baseline, decimal? Target, string? Unit, DateOnly? By, Named Owner, Id? Parent, bool AddsUp, int Version)
{
    public static ObjectiveRowOut Of(ObjectiveRow row) => new(
        row.Objective.Id, row.Objective.What, row.Objective.State, row.Objective.Measure, row.Objective.Baseline, row.Objective.Target, row.Objective.Unit, row.Objective.By, row.Owner, row.Objective.Parent, row.Objective.AddsUp, row.Objective.Version);
}

/// <param name="Parent">The objective it serves; null where there is none, or none that I may see.</param>
/// <param name="Children">Those right under it that I may see.</param>
/// <param name="MayChange">Whether I may change it.</param>
public sealed record ObjectiveOut(
    Id Id, string What, ObjectiveState State, string? Measure, decimal? Baseline, decimal? Target, string? Unit, DateOnly? By, string? Because, string? DayAfter, IReadOnlyList<ObservableOut> Observables,
    Named Owner, IReadOnlyList<Named> Editors, Named? Parent, bool AddsUp, IReadOnlyList<ObjectiveRowOut> Children, AskedOut? Asked, PublishedOut? Published, ClosedOut? Closed, bool MayChange, int Version)
{
    public static ObjectiveOut Of(ObjectiveSeen seen)
    {
        var one = seen.Objective;
        return new ObjectiveOut(one.Id, one.What, one.State, one.Measure, one.Baseline, one.Target, one.Unit, one.By, one.Because, one.DayAfter,
            [.. one.Observables.Select(observable => new ObservableOut(observable.Text, observable.Seen is { } saw ? new SeenOut(seen.Of(saw.By), saw.At, saw.Words, saw.Link) : null))],
            seen.Of(one.Owner), [.. one.Editors.Select(seen.Of)], seen.Above is { } above ? new Named(above.Objective.Id, above.Objective.What) : null, one.AddsUp, [.. seen.Below.Select(ObjectiveRowOut.Of)],
            one.Asked is { } asked ? new AskedOut(seen.Of(asked.By), asked.At, asked.AnswerBy) : null,
            one.Published is { } published ? new PublishedOut(seen.Of(published.By), published.At, published.Asked, published.Answered, published.Unreplied) : null,
            one.Closed is { } closed ? new ClosedOut(seen.Of(closed.By), closed.At, closed.Learned) : null, seen.MayChange, one.Version);
    }
}
