using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>An objective with the names of whom it names, as one person sees it.</summary>
/// <param name="Above">The one it serves, if I may see that.</param>
/// <param name="Below">Those right under it that I may see.</param>
public sealed record ObjectiveSeen(Objective Objective, bool MayChange, IReadOnlyDictionary<string, string> Names, ObjectiveRow? Above, IReadOnlyList<ObjectiveRow> Below)
{
    public string Name(Id person) => Names.GetValueOrDefault(person.ToString(), "");

    public Named Of(Id person) => new(person, Name(person));

    public static async Task<ObjectiveSeen> One(Session session, Me me, Id id, DateOnly today)
    {
        var objective = await session.SeenObjective(me, id);
        var around = await ObjectiveList.Around(session, me, objective);
        var names = await session.Names(me.Workspace, [objective.Owner, .. objective.Editors, .. new[] { objective.Asked?.By, objective.Published?.By, objective.Closed?.By }.OfType<Id>(), .. objective.Observables.Select(one => one.Seen?.By).OfType<Id>()]);
        return new ObjectiveSeen(objective, await ObjectiveDesk.MayChange(session, me, objective, today), names, around.Find(row => row.Objective.Id == objective.Parent), around.FindAll(row => row.Objective.Parent == objective.Id));
    }
}
