using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>The advice on an objective as one person may read it.</summary>
/// <param name="Rows">Whom was asked, by name; without their words while those are sealed from me.</param>
/// <param name="Places">Where those who were asked stand; everybody, for who asks.</param>
public sealed record AdviceSeen(
    Objective Objective, bool MayChange, IReadOnlyList<Advice> Rows, AdviceCount Count, IReadOnlyList<Placed> Places, IReadOnlyDictionary<string, string> Names, Id Reader)
{
    public Advice? Mine => Rows.FirstOrDefault(one => one.Person == Reader);

    /// <summary>Others have answered, and I read it once I have.</summary>
    public bool IsSealed => !MayChange && Objective.State == ObjectiveState.Advice && Mine?.AnsweredAt is null;

    public IReadOnlyDictionary<Level, Covered> Levels => AdviceMix.ByLevel(Places, Rows);

    public IReadOnlyDictionary<Id, Covered> Teams => AdviceMix.ByTeam(Places, Rows);

    /// <summary>Whom one might ask, so that every level and many teams are heard.</summary>
    public IReadOnlyList<Placed> Suggested => MayChange && Objective.State is ObjectiveState.Draft or ObjectiveState.Advice
        ? AdviceMix.Suggest(Objective.Id, [.. Places.Where(one => one.Person != Objective.Owner && !Objective.Editors.Contains(one.Person))], [.. Rows.Select(one => one.Person)]) : [];

    public string Name(Id id) => Names.GetValueOrDefault(id.ToString(), "");

    public Named Of(Id id) => new(id, Name(id));

    public static async Task<AdviceSeen> Of(Session session, Me me, Id id, DateOnly today)
    {
        var objective = await session.SeenObjective(me, id);
        var mayChange = await ObjectiveDesk.MayChange(session, me, objective, today);
        var rows = await session.AdviceOn(me, id, mayChange || objective.Published is not null || objective.Closed is not null);
        var asks = mayChange && objective.Published is null && objective.Closed is null;
        var places = asks || rows.Count > 0 ? await AdviceTable.Places(session, me.Workspace, today, asks ? null : [.. rows.Select(one => one.Person)]) : [];
        var names = await session.Names(me.Workspace, [.. rows.Select(one => one.Person), .. rows.Select(one => one.Reply?.By).OfType<Id>(), .. places.Select(one => one.Team).OfType<Id>().Distinct()]);
        return new AdviceSeen(objective, mayChange, rows.OrderBy(one => names.GetValueOrDefault(one.Person.ToString(), ""), StringComparer.OrdinalIgnoreCase).ToList(), await AdviceTable.CountOf(session, me.Workspace, id), places, names, me.Person);
    }
}

/// <summary>My part in a round of advice.</summary>
public sealed record AdviceWaiting(Id Objective, string What, Named By, DateOnly? AnswerBy)
{
    /// <summary>What I am asked for and have not answered, the oldest first.</summary>
    public static async Task<IReadOnlyList<AdviceWaiting>> Mine(Session session, Me me, Id? objective = null) => [.. (await session.All<Row>($"""
        select o.document, x.by_person, p.name from objective_advice x join objective o on o.workspace = x.workspace and o.id = x.objective join person p on p.workspace = x.workspace and p.id = x.by_person
        where x.workspace = @Workspace and x.person = @Person and x.answered_at is null and o.state = 'advice' {(objective is null ? "" : "and x.objective = @objective")} order by x.id
        """, new { me.Workspace, me.Person, objective })).Select(row => (row, one: new ObjectiveTable.Row(row.Document).Read()))
        .Select(of => new AdviceWaiting(of.one.Id, of.one.What, new Named(of.row.ByPerson, of.row.Name), of.one.Asked?.AnswerBy))];

    private sealed record Row(string Document, Id ByPerson, string Name);
}
