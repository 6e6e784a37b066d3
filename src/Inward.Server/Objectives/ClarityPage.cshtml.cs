using System.Globalization;
using Inward.Objectives;
using Inward.Server.House;
using Microsoft.AspNetCore.Mvc;

namespace Inward.Server.Objectives;

/// <summary>Reads along while an objective is written: local, at once, and it never blocks.</summary>
public sealed class ClarityPage : RoomPage
{
    public Clarity Clarity { get; private set; } = Clarity.Of(new ClarityOf());

    public void OnGet()
    {
    }

    public IActionResult OnPost(string? what, string? measure, string? baseline, string? target, string? unit, string? by, string? because, string? dayAfter, List<string?> observables)
    {
        Clarity = Read(what, measure, baseline, target, unit, by, because, dayAfter, observables);
        return WantsFragment("coach") ? Partial("/Objectives/_Clarity.cshtml", Clarity) : Page();
    }

    /// <summary>What was typed so far; what cannot be read counts as not said.</summary>
    public static Clarity Read(string? what, string? measure, string? baseline, string? target, string? unit, string? by, string? because, string? dayAfter, IEnumerable<string?> observables) => Clarity.Of(new ClarityOf
    {
        What = Cut(what), Measure = Cut(measure), Unit = Cut(unit), Baseline = Number(baseline), Target = Number(target), Because = Cut(because), DayAfter = Cut(dayAfter),
        By = DateOnly.TryParseExact(by, "yyyy-MM-dd", out var day) ? day : null, Observables = [.. observables.Select(Cut).OfType<string>().Take(Objective.MostObservables)],
    });

    private static decimal? Number(string? typed) => decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Cut(string? text) => text is { Length: > Objective.LongestText } ? text[..Objective.LongestText] : text;
}
