using Inward.House;

namespace Inward.Objectives;

/// <summary>An objective as somebody tells it: whole, as it shall stand. A draft needs only to say what.</summary>
/// <param name="Observables">Up to three things that anybody can see on the day after.</param>
/// <param name="Owner">Whoever tells it when left out.</param>
/// <param name="AddsUp">Its figures are part of the sum of the objective above: then both are in the same unit.</param>
public sealed record ObjectiveTold(
    string? What, string? Measure = null, decimal? Baseline = null, decimal? Target = null, string? Unit = null, DateOnly? By = null, string? Because = null, string? DayAfter = null,
    IReadOnlyList<string?>? Observables = null, Id? Owner = null, IReadOnlyList<Id>? Editors = null, Id? Parent = null, bool? AddsUp = null)
{
    public static ObjectiveTold Of(Objective now) => new(
        now.What, now.Measure, now.Baseline, now.Target, now.Unit, now.By, now.Because, now.DayAfter, [.. now.Observables.Select(one => one.Text)], now.Owner, now.Editors, now.Parent, now.AddsUp);

    internal ObjectiveTold Trimmed() => this with
    {
        What = Trimmed(What),
        Measure = Trimmed(Measure),
        Unit = Trimmed(Unit),
        Because = Trimmed(Because),
        DayAfter = Trimmed(DayAfter),
        Observables = [.. (Observables ?? []).Select(Trimmed).OfType<string>().Distinct(StringComparer.Ordinal)],
        Editors = Editors ?? [],
    };

    internal void Check(Objective before, List<Wrong> wrong, DateOnly today)
    {
        Text.Check(wrong, "what", What, Objective.LongestWhat, required: "Say what shall be reached.");
        Text.Check(wrong, "measure", Measure, Objective.LongestMeasure);
        CheckFigures(wrong);
        // Whoever mends a word of an old objective need not move its day.
        if (By is { } day && day != before.By && day <= today)
            wrong.Add(new Wrong("by", "This day has passed. Say a day to come."));
        Text.Check(wrong, "because", Because, Objective.LongestText);
        Text.Check(wrong, "dayAfter", DayAfter, Objective.LongestText);
        if (Observables!.Count > Objective.MostObservables)
            wrong.Add(new Wrong("observables", new Sentence("{0} things to see are enough: choose those that say most.", Objective.MostObservables)));
        foreach (var text in Observables.Take(Objective.MostObservables))
            Text.Check(wrong, "observables", text, Objective.LongestObservable);
        if (Editors!.Count > Objective.MostEditors)
            wrong.Add(new Wrong("editors", new Sentence("At most {0} can be named here.", Objective.MostEditors)));
    }

    private void CheckFigures(List<Wrong> wrong)
    {
        foreach (var (name, figure) in new[] { ("baseline", Baseline), ("target", Target) })
        {
            if (figure is { } told && Math.Abs(told) > Objective.Largest)
                wrong.Add(new Wrong(name, "This figure is too large. Choose a larger unit."));
        }
        if (Target is not null && Target == Baseline)
            wrong.Add(new Wrong("target", "It stands there already: the target is the same as the baseline."));
        Text.Check(wrong, "unit", Unit, Objective.LongestUnit);
        if ((Baseline ?? Target) is not null && Unit is null)
            wrong.Add(new Wrong("unit", "Say in which unit it is counted."));
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
