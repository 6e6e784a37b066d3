using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>
/// Advice on an objective before it stands. What happens is told without its words, for all who see the objective hear of it: the
/// words are read through <see cref="AdviceSeen"/> alone.
/// </summary>
public static class AdviceDesk
{
    /// <summary>Asks colleagues; the first time, the round opens. Whoever is asked already is not asked again.</summary>
    public static async Task<Objective> Invite(Unit unit, Me me, Id id, int? version, IReadOnlyList<Id>? people, DateOnly? answerBy)
    {
        await unit.OneAtATime();
        var asked = (await ObjectiveDesk.ToChange(unit, me, id, version)).Ask(answerBy, me.Person, me.Today(unit.Now), unit.Now);
        var fresh = Advice.Invite(asked, people ?? [], await unit.AdviceOn(me, id, all: true), me.Person, unit.Now);
        var here = await unit.PeopleNamed(me.Workspace, [.. fresh.Select(one => one.Person)], me.Today(unit.Now));
        if (fresh.Any(one => !here.Exists(person => person.Id == one.Person && !person.HasLeft)))
            throw Rule.Invalid("people", "There is no such colleague here.");
        foreach (var one in fresh)
            unit.Save(one, isNew: true);
        return ObjectiveDesk.Save(unit, asked, "objective.advice-asked", new { people = fresh.Select(one => one.Person) });
    }

    public static async Task<Advice> Say(Unit unit, Me me, Id id, string? text)
    {
        await unit.OneAtATime();
        var objective = await unit.SeenObjective(me, id);
        var mine = (await unit.AdviceOn(me, id, all: false)).Find(one => one.Person == me.Person) ?? throw Rule.NotYours("Only whoever was asked gives this advice.");
        return Save(unit, mine.Say(objective, text, me.Person, unit.Now), "objective.advised");
    }

    /// <summary>What became of it.</summary>
    public static async Task<Advice> Reply(Unit unit, Me me, Id id, Id advice, bool? used, string? because)
    {
        await unit.OneAtATime();
        var objective = await ObjectiveDesk.ToChange(unit, me, id, null);
        var one = (await unit.AdviceOn(me, id, all: true)).Find(one => one.Id == advice) ?? throw Rule.NotVisible();
        return Save(unit, one.ReplyTo(objective, used, because, me.Person, unit.Now), "objective.advice-replied");
    }

    private static Advice Save(Unit unit, Advice advice, string happened)
    {
        unit.Save(advice, isNew: false);
        unit.Append(happened, advice.Objective, new { advice = advice.Id });
        return advice;
    }
}
