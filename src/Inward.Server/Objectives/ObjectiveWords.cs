using Inward.Objectives;
using Inward.Server.House.Words;

namespace Inward.Server.Objectives;

/// <summary>Objectives as people speak of them.</summary>
public static class ObjectiveWords
{
    public static (string Icon, string Colour, string Word) Of(ObjectiveState state) => state switch
    {
        ObjectiveState.Draft => ("pen", "draft", "Draft"),
        ObjectiveState.Advice => ("question", "due", "Asking for advice"),
        ObjectiveState.Published => ("flag", "turnof", "Published"),
        _ => ("check", "ok", "Closed"),
    };

    /// <summary>A figure with its unit, as its reader writes figures.</summary>
    public static string Figure(this Tongue t, decimal? figure, string? unit) => figure is { } told ? $"{told.ToString("#,0.####", t.Culture)} {unit}".TrimEnd() : t["not said yet"];

    /// <summary>From where to where; null while neither is said.</summary>
    public static string? Way(this Tongue t, Objective objective) => objective is { Baseline: null, Target: null } ? null
        : $"{(objective.Baseline is { } from ? from.ToString("#,0.####", t.Culture) : "…")} → {t.Figure(objective.Target, objective.Unit)}";
}
