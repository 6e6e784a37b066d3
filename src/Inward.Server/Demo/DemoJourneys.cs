using Inward.Journeys;

namespace Inward.Server.Demo;

/// <summary>How Osterfenn's customers come to a machine and live with it: made at first, and shaped when somebody had learned more.</summary>
internal sealed class DemoJourneys(DemoContent content, DemoDays days, Names names)
{
    public IEnumerable<DemoFact> Tell() => content.Journeys.Journeys.SelectMany(Tell);

    private IEnumerable<DemoFact> Tell(JourneyText text)
    {
        var (by, owner) = (names.Person(text.By), names.Person(text.Owner));
        var madeAt = text.Made == -DemoDays.First ? days.Morning(text.Made, names.ZoneOf(by), "start") : days.Moment(text.Made, names.ZoneOf(by), $"journey {text.Key}");
        var bare = new Journey(names.Workspace, Chance.IdOf($"journey {text.Key}", madeAt), text.Name)
        {
            Segment = text.Segment, Owner = owner, Stages = [.. text.Stages.Select(stage => new Stage(Chance.IdOf($"stage {text.Key} {stage.Name}", madeAt), stage.Name))],
        };
        yield return new DemoJourney(madeAt, by, null, bare);
        var shapedAt = days.Moment(text.Shaped, names.ZoneOf(owner), $"journey {text.Key} shaped", after: madeAt);
        var shaped = bare.Retold(JourneyTold.Of(bare) with
        {
            Editors = [.. text.Editors.Select(names.Person)],
            Stages = [.. text.Stages.Zip(bare.Stages, (told, stage) => new StageTold(
                told.Name, told.CustomerValue, told.OurValue, told.Weight, told.Control, [.. told.Teams.Select(names.Team)], [.. told.People.Select(names.Person)], stage.Id))],
        }, owner, shapedAt);
        yield return new DemoJourney(shapedAt, owner, bare, shaped);
        foreach (var fact in Scores(text, shaped, shapedAt).Concat(Supported(text, shaped)))
            yield return fact;
    }

    private IEnumerable<DemoFact> Scores(JourneyText text, Journey journey, DateTimeOffset after) =>
        from stage in text.Stages
        from given in stage.Scores ?? new Dictionary<string, int[]>()
        let name = $"score {text.Key} {stage.Name} {given.Key}"
        let at = days.Moment(text.Shaped + 3 + Chance.Draw(name, 12), names.ZoneOf(names.Person(given.Key)), name, after)
        select new DemoScore(at, names.Person(given.Key), Chance.IdOf(name, at), journey.Id, journey.Called(stage.Name)!.Id, Score.Given(given.Value[0], given.Value[1], given.Value[2]));

    // One after the other: each is a version of the journey.
    private IEnumerable<DemoFact> Supported(JourneyText text, Journey journey)
    {
        foreach (var (stage, told) in text.Stages.SelectMany(stage => (stage.Evidence ?? []).Select(told => (stage, told))).OrderBy(both => both.told.Day))
        {
            var (by, name) = (names.Person(told.By), $"evidence {stage.Name} {told.Verbatim}{told.Sale}");
            var at = days.Moment(told.Day, names.ZoneOf(by), name);
            journey = journey.Supported(journey.Called(stage.Name)!.Id, new Evidence(
                Chance.IdOf(name, at), told.Verbatim is null ? EvidenceKind.Sale : EvidenceKind.Verbatim, told.Verbatim is { } words ? names.Verbatim(words) : names.Sale(told.Sale!), told.Words, by, at));
            yield return new DemoEvidence(at, by, journey, stage.Name);
        }
    }
}
