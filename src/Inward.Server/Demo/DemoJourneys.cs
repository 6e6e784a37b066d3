using Inward.Journeys;

namespace Inward.Server.Demo;

/// <summary>How Osterfenn's customers come to a machine and live with it: made at first, and shaped when somebody had learned more.</summary>
internal sealed class DemoJourneys(DemoContent content, DemoDays days, Names names)
{
    public IEnumerable<DemoJourney> Tell() => content.Journeys.Journeys.SelectMany(Tell);

    private IEnumerable<DemoJourney> Tell(JourneyText text)
    {
        var (by, owner) = (names.Person(text.By), names.Person(text.Owner));
        var madeAt = text.Made == -DemoDays.First ? days.Morning(text.Made, names.ZoneOf(by), "start") : days.Moment(text.Made, names.ZoneOf(by), $"journey {text.Key}");
        var bare = new Journey(names.Workspace, Chance.IdOf($"journey {text.Key}", madeAt), text.Name)
        {
            Segment = text.Segment, Owner = owner, Stages = [.. text.Stages.Select(stage => new Stage(Chance.IdOf($"stage {text.Key} {stage.Name}", madeAt), stage.Name))],
        };
        yield return new DemoJourney(madeAt, by, null, bare);
        var shapedAt = days.Moment(text.Shaped, names.ZoneOf(owner), $"journey {text.Key} shaped", after: madeAt);
        yield return new DemoJourney(shapedAt, owner, bare, bare.Retold(JourneyTold.Of(bare) with
        {
            Editors = [.. text.Editors.Select(names.Person)],
            Stages = [.. text.Stages.Zip(bare.Stages, (told, stage) => new StageTold(
                told.Name, told.CustomerValue, told.OurValue, told.Weight, told.Control, [.. told.Teams.Select(names.Team)], [.. told.People.Select(names.Person)], stage.Id))],
        }, shapedAt));
    }
}
