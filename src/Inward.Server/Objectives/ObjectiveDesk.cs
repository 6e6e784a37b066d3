using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Objectives;

/// <summary>What one can do with objectives. Every change of their words is told as the whole objective as it shall stand.</summary>
public static class ObjectiveDesk
{
    private const int Most = 5_000;

    /// <summary>Anybody opens one: a draft, its own until it is shown.</summary>
    public static async Task<Objective> Open(Unit unit, Me me, ObjectiveTold told)
    {
        await unit.OneAtATime();
        if (await unit.Count("select count(*) from objective where workspace = @Workspace", new { me.Workspace }) >= Most)
            throw Rule.NotNow(new Sentence("A company has at most {0} objectives.", Most));
        // Whoever writes one for somebody else goes on writing it.
        if (told.Owner is { } owner && owner != me.Person)
            told = told with { Editors = [.. told.Editors ?? [], me.Person] };
        var objective = Objective.Begun(told, await Above(unit, me, told.Parent, null), me.Workspace, me.Person, me.Today(unit.Now), unit.Now);
        await CheckNamed(unit, me, objective, null);
        unit.Save(objective, isNew: true);
        unit.Append("objective.opened", objective.Id, new { objective.What });
        return objective;
    }

    public static async Task<Objective> Retell(Unit unit, Me me, Id id, int? version, Func<ObjectiveTold, ObjectiveTold> tell)
    {
        await unit.OneAtATime();
        var before = await ToChange(unit, me, id, version);
        var told = tell(ObjectiveTold.Of(before));
        var after = before.Retold(told, await Above(unit, me, told.Parent, before.Parent), await unit.Below(me.Workspace, id), me.Person, me.Today(unit.Now));
        if (Patch.Changed(ObjectiveTold.Of(before), ObjectiveTold.Of(after)) is not { Count: > 0 } changed)
            return before;
        await CheckNamed(unit, me, after, before);
        unit.Save(after, isNew: false);
        await HideFromFormer(unit, before, after);
        unit.Append("objective.changed", id, new { after.What, changed });
        return after;
    }

    /// <summary>Everybody sees it from now on, with or without advice: the page says which.</summary>
    public static async Task<Objective> Publish(Unit unit, Me me, Id id, int? version)
    {
        var before = await ToChange(unit, me, id, version);
        var advice = await AdviceTable.CountOf(unit, me.Workspace, id);
        var published = before.Publish(advice, me.Person, unit.Now);
        return Save(unit, published, "objective.published", new { published.What, advice.Asked, advice.Answered, advice.Unreplied });
    }

    public static async Task<Objective> Close(Unit unit, Me me, Id id, int? version, string? learned)
    {
        var closed = (await ToChange(unit, me, id, version)).Close(learned, me.Person, unit.Now);
        return Save(unit, closed, "objective.closed", new { closed.What, closed.Closed!.Learned });
    }

    /// <summary>One of the things of the day after can be seen.</summary>
    /// <param name="n">Which of them, 1 the first.</param>
    public static async Task<Objective> See(Unit unit, Me me, Id id, int n, int? version, string? words, string? link)
    {
        var seen = (await ToChange(unit, me, id, version)).See(n, words, link, me.Person, unit.Now);
        return Save(unit, seen, "objective.observed", new { seen.Observables[n - 1].Text });
    }

    public static async Task<Objective> Unsee(Unit unit, Me me, Id id, int n, int? version)
    {
        var unseen = (await ToChange(unit, me, id, version)).Unsee(n);
        return Save(unit, unseen, "objective.observed-too-early", new { unseen.Observables[n - 1].Text });
    }

    /// <summary>A draft goes into the trash of whoever deletes it.</summary>
    public static async Task Delete(Unit unit, Me me, Id id, int? version)
    {
        await unit.OneAtATime();
        var objective = await ToChange(unit, me, id, version);
        if (objective.State != ObjectiveState.Draft)
            throw Rule.NotNow("Only a draft is deleted. Close it instead, and say what was learned.");
        if ((await unit.Below(me.Workspace, id)).Count > 0)
            throw Rule.NotNow("Other objectives stand under this one. Let them stand elsewhere first.");
        unit.Remove(objective);
        unit.PutInTrash(me.Person, TrashKind.Objective, id, objective.What, objective);
        unit.Append("objective.deleted", id, new { objective.What });
    }

    internal static async Task Restore(Unit unit, Trashed trashed)
    {
        var objective = await unit.TrashedAs<Objective>(trashed);
        var isAlone = objective.Parent is { } parent && await unit.Objective(trashed.Workspace, parent) is null;
        unit.Save(isAlone ? objective with { Parent = null, AddsUp = false } : objective, isNew: true);
    }

    public static async Task<bool> MayChange(Session session, Me me, Objective objective, DateOnly today) =>
        objective.MayChange(me.Person, me.Administrator, !me.Administrator || await session.PeopleNamed(me.Workspace, [objective.Owner], today) is [{ HasLeft: false }]);

    /// <summary>The objective, if I may see it and change it.</summary>
    internal static async Task<Objective> ToChange(Unit unit, Me me, Id id, int? version)
    {
        var objective = await unit.SeenObjective(me, id);
        if (!await MayChange(unit, me, objective, me.Today(unit.Now)))
            throw Objective.NotYours();
        Rule.Fresh(version, objective.Version);
        return objective;
    }

    internal static Objective Save(Unit unit, Objective objective, string happened, object payload)
    {
        unit.Save(objective, isNew: false);
        unit.Append(happened, objective.Id, payload);
        return objective;
    }

    // One that stood above before may be hidden from who changes a word; none is chosen that one cannot see.
    private static async Task<List<Objective>> Above(Unit unit, Me me, Id? parent, Id? before)
    {
        if (parent is { } chosen && chosen != before && await unit.Count($"select count(*) from objective x where x.workspace = @Workspace and x.id = @chosen and {Me.MaySee("x.id")}", new { me.Workspace, chosen, me.Sees, me.Led }) == 0)
            throw Rule.Invalid("parent", "There is no such objective here.");
        return await unit.Above(me.Workspace, parent);
    }

    private static async Task HideFromFormer(Unit unit, Objective before, Objective after)
    {
        if (after.Published is not null)
            return;
        foreach (var former in before.Editors.Append(before.Owner).Except(after.Editors.Append(after.Owner)))
        {
            if (await unit.Count("select count(*) from objective_advice where workspace = @Workspace and objective = @Id and person = @former", new { after.Workspace, after.Id, former }) == 0)
                unit.HideFrom(after.Id, former);
        }
    }

    private static async Task CheckNamed(Unit unit, Me me, Objective after, Objective? before)
    {
        var newly = after.Editors.Append(after.Owner).Except(before?.Editors.Append(before.Owner) ?? []).ToList();
        var here = await unit.PeopleNamed(me.Workspace, newly, me.Today(unit.Now));
        if (newly.Find(id => !here.Exists(one => one.Id == id && !one.HasLeft)) is { } missing && missing != default)
            throw Rule.Invalid(missing == after.Owner ? "owner" : "editors", "There is no such colleague here.");
    }
}
