using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Trash;
using Inward.Trash;

namespace Inward.Server.Relationships;

/// <summary>What I decide about keeping in touch. It is told to nobody else.</summary>
public static class RelationshipDesk
{
    /// <summary>Mine to a colleague or a team of this company, as it is kept or as it would begin.</summary>
    public static async Task<Relationship> Mine(Session session, Me me, Id other, DateTimeOffset now)
    {
        if (await session.Relationship(me, other) is { } kept)
            return kept;
        var isTeam = await session.Team(me.Workspace, other) is not null;
        if (!isTeam && await session.Person(me.Workspace, other) is null)
            throw Rule.NotVisible();
        return Relationship.Begin(me.Workspace, Id.New(now), me.Person, other, isTeam, me.Today(now));
    }

    /// <summary>Mine to a team: any contact with whoever is in it today counts.</summary>
    public static async Task<Relationship> MineToTeam(Session session, Me me, Id team, DateTimeOffset now)
    {
        var kept = await session.Relationship(me, team) ?? Relationship.Begin(me.Workspace, Id.New(now), me.Person, team, isTeam: true, me.Today(now));
        var last = await session.LastContactWith(me, [team], me.Today(now));
        return last.TryGetValue(team, out var at) ? kept with { Last = new Contact(at, "talk", team) } : kept;
    }

    /// <summary>Chooses how often; with null, the default serves again.</summary>
    public static Task<Relationship> Keep(Unit unit, Me me, Id other, Cadence? cadence, int? read) =>
        Change(unit, me, other, read, kept => kept.Keeping(cadence), "relationship.cadence-chosen", new { cadence?.Ideal, cadence?.Limit });

    /// <summary>Leaves them out of "See next" until a day; with null, shows them again.</summary>
    public static Task<Relationship> Snooze(Unit unit, Me me, Id other, DateOnly? until) =>
        Change(unit, me, other, null, kept => kept.Snoozed(until, me.Today(unit.Now)), "relationship.snoozed", new { until });

    /// <summary>Plans a talk, instead of the one that was planned; with null, lets it go.</summary>
    public static async Task<Relationship> Plan(Unit unit, Me me, Id other, PlannedTalk? plan)
    {
        if (plan is null && await unit.Relationship(me, other) is { Plan: { } gone } kept && gone.At > unit.Now)
            unit.PutInTrash(me.Person, TrashKind.Plan, kept.Id, gone.About ?? (await unit.Names(me.Workspace, [other])).GetValueOrDefault(other.ToString(), ""), new PlanLetGo(other, gone), limit: gone.At);
        return await Change(unit, me, other, null, known => known.Planning(plan), plan is null ? "relationship.plan-let-go" : "relationship.talk-planned", new { plan?.At });
    }

    /// <summary>A talk that was let go, until its hour; a newer plan stays instead.</summary>
    internal static async Task Restore(Unit unit, Me me, Trashed trashed)
    {
        var (other, plan) = await unit.TrashedAs<PlanLetGo>(trashed);
        if ((await Mine(unit, me, other, unit.Now)).Plan is not null)
            throw Rule.NotNow("You have planned another talk with them meanwhile. Let that one go first.");
        await Plan(unit, me, other, plan);
    }

    /// <summary>The one colleague to win over now, instead of whoever it was.</summary>
    public static async Task<Relationship> Focus(Unit unit, Me me, Id other)
    {
        if (await unit.Person(me.Workspace, other) is { } person && person.HasLeft(me.Today(unit.Now)))
            throw Rule.Invalid("person", "This colleague no longer works here.");
        if (await unit.InFocus(me) is { } before && before != other)
            await Change(unit, me, before, null, kept => kept.OutOfFocus(), "relationship.focus-ended", new { });
        return await Change(unit, me, other, null, kept => kept.InFocus(me.Today(unit.Now)), "relationship.focused", new { });
    }

    public static async Task EndFocus(Unit unit, Me me)
    {
        var other = await unit.InFocus(me) ?? throw Rule.NotNow("Nobody is in your focus.");
        await Change(unit, me, other, null, kept => kept.OutOfFocus(), "relationship.focus-ended", new { });
    }

    private static async Task<Relationship> Change(Unit unit, Me me, Id other, int? read, Func<Relationship, Relationship> change, string kind, object payload)
    {
        var kept = await Mine(unit, me, other, unit.Now);
        Rule.Fresh(read, kept.Version);
        var changed = change(kept) with { Version = kept.Version + 1 };
        unit.Save(changed, kept.Version);
        unit.ShowTo(changed.Id, [new Reader(me.Person)]);
        unit.Append(kind, changed.Id, payload);
        return changed;
    }
}

/// <summary>A planned talk as it waits in the trash.</summary>
internal sealed record PlanLetGo(Id Other, PlannedTalk Plan);
