using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Journeys;

/// <summary>What one can do with journeys. Every change of one is told as the whole journey as it shall stand, whichever door it comes through.</summary>
public static class JourneyDesk
{
    private const int Most = 500;

    /// <param name="copyOf">The journey whose stages it takes over, where none are told.</param>
    public static async Task<Journey> Make(Unit unit, Me me, JourneyTold told, Id? copyOf = null)
    {
        var journeys = await unit.Journeys(me.Workspace);
        if (journeys.Count >= Most)
            throw Rule.NotNow(new Sentence("A company has at most {0} journeys.", Most));
        if (copyOf is { } source)
        {
            var copied = journeys.Find(one => one.Id == source) ?? throw Rule.Invalid("copyOf", "There is no such journey here.");
            told = told with { Stages = told.Stages ?? [.. copied.Stages.Select(StageTold.Of)] };
        }
        var journey = Journey.Begun(told, me.Workspace, me.Person, unit.Now);
        await CheckNamed(unit, me, journey, journeys.Find(one => one.Id == copyOf));
        unit.Save(journey, isNew: true);
        unit.Append("journey.made", journey.Id, new { journey.Name, journey.Segment, copyOf });
        return journey;
    }

    public static async Task<Journey> Retell(Unit unit, Me me, Id id, int? version, Func<JourneyTold, JourneyTold> tell)
    {
        var (known, before) = await ToChange(unit, me, id, version);
        var told = tell(JourneyTold.Of(before));
        var after = before.Retold(told, me.Person, unit.Now);
        var changes = JourneyChange.Between(before, after);
        if (changes.Count == 0)
            return before;
        await CheckNamed(unit, me, after, before);
        await StageFollowing.Follow(unit, known, before, after, told.Moves);
        unit.Save(after, isNew: false);
        foreach (var gone in before.Stages.Where(stage => after.Stage(stage.Id) is null))
            unit.ForgetScores(gone.Id);
        unit.Append("journey.changed", id, new { after.Name, changes });
        return after;
    }

    /// <summary>The median of the blind scores is what the stage is worth from now on. Whoever adopts it has scored it too.</summary>
    public static async Task<Journey> Adopt(Unit unit, Me me, Id id, Id stage, int? version)
    {
        var (_, before) = await ToChange(unit, me, id, version);
        if (before.Stage(stage) is null)
            throw Rule.NotVisible();
        var scored = (await StageScores.Ask(unit, me, stage)).All ?? throw Rule.NotNow("Score it yourself first: until then you do not see what others think.");
        var after = before.Adopted(stage, scored, me.Person, unit.Now);
        unit.Save(after, isNew: false);
        unit.Append("journey.adopted", id, new { after.Name, stage = after.Stage(stage)!.Name, scored.Count, changes = JourneyChange.Between(before, after) });
        return after;
    }

    /// <summary>Names what speaks for a stage. Anybody may.</summary>
    public static async Task<Journey> Support(Unit unit, Me me, Id id, Id stage, int? version, EvidenceKind? kind, Id? record, string? words)
    {
        var journey = await unit.Journey(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, journey.Version);
        var evidence = new Evidence(Id.New(unit.Now), kind ?? throw Rule.Invalid("kind", "Say what kind of evidence it is: verbatim, sale, ask or link."), record, words, me.Person, unit.Now).Checked();
        await EvidenceSeen.CheckVisible(unit, me, evidence);
        return Save(unit, journey.Supported(stage, evidence), "journey.evidence-added", stage);
    }

    public static async Task<Journey> Unsupport(Unit unit, Me me, Id id, Id stage, Id evidence, int? version)
    {
        var journey = await unit.Journey(me.Workspace, id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, journey.Version);
        var mayChange = journey.MayChange(me.Person, me.Administrator, journey.Owner is { } owner && await IsHere(unit, me, owner, unit.Now));
        return Save(unit, journey.Unsupported(stage, evidence, me.Person, mayChange), "journey.evidence-removed", stage);
    }

    private static Journey Save(Unit unit, Journey journey, string happened, Id stage)
    {
        unit.Save(journey, isNew: false);
        unit.Append(happened, journey.Id, new { journey.Name, stage = journey.Stage(stage)!.Name });
        return journey;
    }

    /// <summary>Adds a stage.</summary>
    /// <param name="place">From 1; null for the end.</param>
    public static Task<Journey> AddStage(Unit unit, Me me, Id id, int? version, StageTold told, int? place) =>
        Retell(unit, me, id, version, journey => Placed(journey, told with { Id = null }, journey.Stages!, place ?? int.MaxValue));

    /// <param name="tell">From the stage and its place as they are, both as they shall be; places count from 1.</param>
    public static Task<Journey> RetellStage(Unit unit, Me me, Id id, Id stage, int? version, Func<StageTold, int, (StageTold Stage, int Place)> tell) => Retell(unit, me, id, version, journey =>
    {
        var at = PlaceOf(journey, stage);
        var (told, place) = tell(journey.Stages![at], at + 1);
        return Placed(journey, told with { Id = stage }, [.. journey.Stages.Where(one => one.Id != stage)], place);
    });

    /// <param name="into">Where sales go that stand in it.</param>
    public static Task<Journey> RemoveStage(Unit unit, Me me, Id id, Id stage, int? version, Id? into) => Retell(unit, me, id, version, journey =>
    {
        PlaceOf(journey, stage);
        return journey with { Stages = [.. journey.Stages!.Where(one => one.Id != stage)], Moves = into is { } to ? [new StageMove(stage, to)] : null };
    });

    /// <summary>Puts the stages into this order; those that are not named follow as they stood.</summary>
    public static Task<Journey> Order(Unit unit, Me me, Id id, int? version, IReadOnlyList<Id>? order) => Retell(unit, me, id, version, journey =>
        order is { Count: > 0 } && order.All(named => journey.Stages!.Any(stage => stage.Id == named))
            ? journey with { Stages = [.. journey.Stages!.OrderBy(stage => order.ToList().IndexOf(stage.Id!.Value) is >= 0 and var at ? at : int.MaxValue)] }
            : throw Rule.Invalid("stages", "Name the stages by their ids, in the order in which they shall stand."));

    /// <summary>Into the trash of whoever deletes it, unless something follows it.</summary>
    public static async Task Delete(Unit unit, Me me, Id id, int? version)
    {
        var (known, journey) = await ToChange(unit, me, id, version);
        if (known.Journeys.Count == 1)
            throw Rule.NotNow("A company keeps one journey. Change this one, or make another first.");
        if (await unit.SalesFollowing(journey, known) is > 0 and var sales)
            throw Rule.NotNow(new Sentence("Sales that follow this journey: {0}. Let them follow another one first.", sales));
        unit.Remove(journey);
        unit.PutInTrash(me.Person, TrashKind.Journey, id, journey.Name, journey);
        unit.Append("journey.deleted", id, new { journey.Name });
    }

    internal static async Task Restore(Unit unit, Trashed trashed) => unit.Save(await unit.TrashedAs<Journey>(trashed), isNew: true);

    private static async Task<(KnownStages Known, Journey Journey)> ToChange(Unit unit, Me me, Id id, int? version)
    {
        var known = await unit.KnownStages(me.Workspace);
        var journey = known.Journeys.FirstOrDefault(one => one.Id == id) ?? throw Rule.NotVisible();
        Rule.Fresh(version, journey.Version);
        journey.CheckEditor(me.Person, me.Administrator, journey.Owner is { } owner && await IsHere(unit, me, owner, unit.Now));
        return (known, journey);
    }

    private static async Task<bool> IsHere(Session session, Me me, Id person, DateTimeOffset now) => (await session.PeopleNamed(me.Workspace, [person], me.Today(now))) is [{ HasLeft: false }];

    private static JourneyTold Placed(JourneyTold journey, StageTold stage, IReadOnlyList<StageTold> others, int place)
    {
        var stages = others.ToList();
        stages.Insert(Math.Clamp(place - 1, 0, stages.Count), stage.CheckedBeside(others));
        return journey with { Stages = stages };
    }

    private static int PlaceOf(JourneyTold journey, Id stage) =>
        journey.Stages!.ToList().FindIndex(one => one.Id == stage) is >= 0 and var at ? at : throw Rule.NotVisible();

    // Whoever was named before may have left; nobody is named newly who has.
    private static async Task CheckNamed(Unit unit, Me me, Journey after, Journey? before)
    {
        var people = Named(after, stage => stage.People).Concat(after.Editors).Concat(after.Owner is { } owner ? [owner] : []);
        var known = before is null ? [] : Named(before, stage => stage.People).Concat(before.Editors).Concat(before.Owner is { } owned ? [owned] : []);
        var newly = people.Except(known).ToList();
        var here = await unit.PeopleNamed(me.Workspace, newly, me.Today(unit.Now));
        if (newly.FindIndex(id => !here.Exists(one => one.Id == id && !one.HasLeft)) >= 0)
            throw Rule.Invalid("people", "There is no such colleague here.");
        var teams = Named(after, stage => stage.Teams).Except(before is null ? [] : Named(before, stage => stage.Teams)).ToList();
        if (teams.Count > 0 && await unit.Count("select count(*) from team where workspace = @Workspace and id in @teams", new { unit.Workspace, teams }) < teams.Count)
            throw Rule.Invalid("teams", "There is no such team here.");
    }

    private static IEnumerable<Id> Named(Journey journey, Func<Stage, IReadOnlyList<Id>> named) => journey.Stages.SelectMany(named).Distinct();
}
