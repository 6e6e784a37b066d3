using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Accounts;

/// <summary>Somebody of whom nothing is known any more.</summary>
public sealed record Erased(Id Workspace, Id Person, DateTimeOffset At);

/// <summary>What administrators and operators erase, and what a restored backup must forget again.</summary>
public static class ErasureDesk
{
    /// <param name="name">The whole name, typed to confirm.</param>
    public static async Task<Erased> Erase(Unit unit, Me me, Id person, string? name)
    {
        var known = await unit.Person(me.Workspace, person) ?? throw Rule.NotVisible();
        Erasure.Check(known, me.Administrator, name, me.Today(unit.Now));
        return await Erase(unit, known, unit.Now);
    }

    /// <summary>An operator's: whoever holds the store may.</summary>
    public static async Task<Erased> Erase(Unit unit, Id person, string? name)
    {
        var known = await unit.Person(unit.Workspace, person) ?? throw Rule.NotVisible();
        Erasure.Check(known, administrator: true, name, (await unit.CalendarOf(unit.Workspace, person)).Today(unit.Now));
        return await Erase(unit, known, unit.Now);
    }

    /// <summary>After a restore: whoever had been erased is erased again, also if they had not left yet when the backup was made. False when the backup does not know them.</summary>
    public static async Task<bool> Again(Unit unit, Erased erased)
    {
        if (await unit.Person(unit.Workspace, erased.Person) is not { ErasedAt: null } known)
            return false;
        var day = DateOnly.FromDateTime(erased.At.UtcDateTime).AddDays(-1);
        if (!known.HasLeft(day))
        {
            known = known with { Administrator = false, LeftOn = day, Version = known.Version + 1 };
            unit.Keep(known, isNew: false);
            await Leaving.Settle(unit, known);
        }
        await Erase(unit, known, erased.At);
        return true;
    }

    public static Task<List<Erased>> All(Session session) => session.All<Erased>("select workspace, person, at from erased order by at, person");

    /// <summary>What stands where an erased name stood.</summary>
    public static async Task<string> Called(Session session, Id workspace) =>
        Erasure.Called((await session.One<string>("select language from workspace where id = @workspace", new { workspace }))!);

    private static async Task<Erased> Erase(Unit unit, Person person, DateTimeOffset at)
    {
        await unit.OneAtATime();
        await new Erasing(unit, person).Run(await Called(unit, unit.Workspace));
        unit.Write("insert into erased (workspace, person, at, by_person) values (@Workspace, @Id, @at, @Who)", new { unit.Workspace, person.Id, at, unit.Act.Who });
        unit.Append("person.erased", person.Id, new { });
        unit.DoLater(TidyJob.Name, null, new { }, unit.Now, once: TidyJob.Name);
        return new Erased(unit.Workspace, person.Id, at);
    }
}
