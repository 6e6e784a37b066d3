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
    public static async Task<Person> Change(Unit unit, Me me, Func<Person, Person> change, int? version = null)
    {
        var before = await Mine(unit, me, version);
        var after = change(before).Checked();
        if (after == before)
            return before;
        after = after with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.changed", me.Person, Changed(before, after));
        return after;
    }

    /// <summary>Says when I am away; new asks then go to the deputy.</summary>
    public static async Task<Person> Away(Unit unit, Me me, Absence absence, DateOnly today, int? version = null)
    {
        var before = await Mine(unit, me, version);
        var deputy = absence.Deputy is { } id ? await unit.Person(me.Workspace, id) : null;
        var after = before.Away(absence, deputy, today) with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.away", me.Person, absence);
        return after;
    }

    public static async Task<Person> Back(Unit unit, Me me, DateOnly from, DateOnly today, int? version = null)
    {
        var before = await Mine(unit, me, version);
        var after = before.Back(from, today) with { Version = before.Version + 1 };
        await unit.Save(after, isNew: false);
        unit.Append("person.back", me.Person, new { from });
        return after;
    }

    private static async Task<Person> Mine(Unit unit, Me me, int? version)
    {
        var person = await unit.Person(me.Workspace, me.Person) ?? throw Rule.NotVisible();
        return version is null || version == person.Version ? person : throw Rule.Stale();
    }

    private static Dictionary<string, object?> Changed(Person before, Person after)
    {
        var changed = new Dictionary<string, object?>(StringComparer.Ordinal);
        Note("name", before.Name, after.Name);
        Note("title", before.Title, after.Title);
        Note("language", before.Language, after.Language);
        Note("zone", before.Zone, after.Zone);
        Note("mail", before.Mail, after.Mail);
        Note("sharesWork", before.SharesWork, after.SharesWork);
        Note("prefersPrivateThanks", before.PrefersPrivateThanks, after.PrefersPrivateThanks);
        return changed;

        void Note(string name, object? old, object? now)
        {
            if (!Equals(old, now))
                changed[name] = now;
        }
    }
}
