using Inward.Journeys;
using Inward.Server.House.Words;

namespace Inward.Server.Journeys;

/// <summary>How names of stages are read and chosen on pages.</summary>
public static class StageWords
{
    /// <summary>What the template brought is said in the reader's language; what a company typed is data.</summary>
    public static string Stage(this Tongue t, string name) => JourneyTemplate.IsItsOwn(name) ? t[name] : name;

    /// <summary>The name under which a form keeps it: what the template brought, typed in the reader's language, is still that.</summary>
    public static string? Typed(this Tongue t, string? name, string? before) => before is not null && name?.Trim() == t.Stage(before) ? before : name;

    /// <summary>The value of a form: the stage's id, or the word that no journey has.</summary>
    public static string? Chosen(this KnownStages known, Inward.House.Id? journey, string? word) => known.Of(journey, word)?.Stage.Id.ToString() ?? word;

    /// <summary>What such a value says to a reader.</summary>
    public static string? Chosen(this Tongue t, KnownStages known, string? value) => string.IsNullOrEmpty(value) ? null
        : t.Stage(Inward.House.Id.TryParse(value, null, out var stage) && known.Of(stage) is { } standing ? standing.Stage.Name : value);
}
