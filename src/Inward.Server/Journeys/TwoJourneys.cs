using Inward.Journeys;

namespace Inward.Server.Journeys;

/// <summary>Two journeys side by side: stages of one name in one row, in the order of the first, those of the other alone where they come in it.</summary>
public sealed record TwoJourneys(JourneySeen One, JourneySeen Other, IReadOnlyList<StagePair> Stages)
{
    public static TwoJourneys Of(JourneySeen one, JourneySeen other)
    {
        var pairs = one.Stages.Select(stage => new StagePair(stage, other.Stages.FirstOrDefault(beside => beside.Stage.IsCalled(stage.Stage.Name)))).ToList();
        foreach (var stage in other.Stages.Where(stage => one.Journey.Called(stage.Stage.Name) is null))
        {
            var before = pairs.FindLastIndex(pair => pair.Other is { } placed && placed.Place < stage.Place);
            pairs.Insert(before + 1, new StagePair(null, stage));
        }
        return new TwoJourneys(one, other, pairs);
    }
}

/// <summary>A stage of both, or of one alone.</summary>
public sealed record StagePair(StageSeen? One, StageSeen? Other)
{
    public string Name => (One ?? Other)!.Stage.Name;

    /// <summary>Whether the two say something else about it.</summary>
    public bool Differs => One is null || Other is null || Said(One) != Said(Other);

    private static (decimal?, decimal?, decimal?, Control?, string, string) Said(StageSeen seen) => (
        seen.Stage.CustomerValue, seen.Stage.OurValue, seen.Stage.Weight, seen.Stage.Control, string.Join(',', seen.Stage.Teams.Order()), string.Join(',', seen.Stage.People.Order()));
}
