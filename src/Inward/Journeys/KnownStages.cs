using Inward.House;

namespace Inward.Journeys;

/// <summary>Where a word that names a stage stands.</summary>
/// <param name="Place">From 0, in its journey.</param>
public sealed record Standing(Journey Journey, Stage Stage, int Place);

/// <summary>
/// The one place that knows which stages there are. A sale and a customer's words say their stage by its name, so that a file from
/// another system may use a word of its own; such a word stands in no journey, and is kept as it is.
/// </summary>
/// <param name="Journeys">All of a company, the oldest first.</param>
public sealed record KnownStages(IReadOnlyList<Journey> Journeys)
{
    private readonly Dictionary<(Id Journey, string Key), Standing> standings = Journeys
        .SelectMany(journey => journey.Stages.Select((stage, place) => new Standing(journey, stage, place)))
        .ToDictionary(standing => (standing.Journey.Id, Stage.Key(standing.Stage.Name)));

    /// <summary>Where somebody stands who names this stage.</summary>
    /// <param name="journey">The journey that was chosen; null stands for the oldest that has a stage of this name.</param>
    public Standing? Of(Id? journey, string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
            return null;
        var key = Stage.Key(word);
        return journey is { } chosen ? standings.GetValueOrDefault((chosen, key))
            : Journeys.Select(one => standings.GetValueOrDefault((one.Id, key))).FirstOrDefault(standing => standing is not null);
    }

    public Standing? Of(Id stage) => standings.Values.FirstOrDefault(standing => standing.Stage.Id == stage);

    /// <summary>The journey and the word that are meant by what was told: a stage by its id, or by a word.</summary>
    public (Id? Journey, string? Word) Meant(Id? journey, string? told)
    {
        if (journey is { } chosen && !Journeys.Any(one => one.Id == chosen))
            throw Rule.Invalid("journey", "There is no such journey here.");
        if (!Id.TryParse(told?.Trim(), null, out var stage))
            return (journey, told);
        return Of(stage) is { } standing ? (standing.Journey.Id, standing.Stage.Name) : throw Rule.Invalid("stage", "There is no such stage here.");
    }
}
