using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>What one can change about oneself.</summary>
public static class MeDesk
{
    /// <summary>Changes something about me; what stays the same is no change.</summary>
    /// <param name="version">The version that was read, or null to change whatever stands there now.</param>
    public static async Task<Person> Change(Unit unit, Me me, Func<MeTold, MeTold> told, int? version = null)
    {
        var before = await Mine(unit, me, version);
        var said = told(MeTold.Of(before));
        var after = (await unit.Filled(said.Change(before), said.Fields, me.Person, me.Administrator)).Checked();
        if (after == before)
            return before;
        after = after with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.changed", me.Person, new { changed = Patch.Changed(Shown(before), Shown(after)).Concat(await FieldsTold.Changed(unit, unit.Workspace, before.Fields, after.Fields)) });
        return after;
    }

    /// <summary>Says when I am away; new asks then go to the deputy.</summary>
    public static async Task<Person> Away(Unit unit, Me me, Absence absence, int? version = null)
    {
        var before = await Mine(unit, me, version);
        var deputy = absence.Deputy is { } id ? await unit.Person(me.Workspace, id) ?? throw Rule.Invalid("deputy", "There is no such colleague here.") : null;
        var after = before.Away(absence, me.Today(unit.Now), deputy) with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.away", me.Person, absence);
        return after;
    }

    public static async Task<Person> Back(Unit unit, Me me, DateOnly from, int? version = null)
    {
        var before = await Mine(unit, me, version);
        var after = before.Back(from, me.Today(unit.Now)) with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.back", me.Person, new { from });
        return after;
    }

    // Everybody reads what happened to a person; whether their manager gets copies is nobody's business.
    private static MeTold Shown(Person person) => MeTold.Of(person) with { CopiesThanks = false };

    private static async Task<Person> Mine(Unit unit, Me me, int? version)
    {
        var person = await unit.Person(me.Workspace, me.Person) ?? throw Rule.NotVisible();
        Rule.Fresh(version, person.Version);
        return person;
    }
}
