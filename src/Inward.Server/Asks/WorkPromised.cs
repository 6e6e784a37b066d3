using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>What a team, or a colleague who shares it, has promised for the next two weeks: counts alone, never the asks.</summary>
public static class WorkPromised
{
    private const string Promised = "x.is_open = 1 and x.state in ('promised', 'renegotiating') and x.due between @today and @until";

    public static async Task<IReadOnlyList<PromisedDay>> ByPerson(Session session, Me me, Id person, DateOnly today) =>
        await ByPersonIfShown(session, me, person, today) ?? throw PromisedWork.KeptByPerson();

    public static async Task<IReadOnlyList<PromisedDay>> ByTeam(Session session, Me me, Id team, DateOnly today) =>
        await ByTeamIfShown(session, me, team, today) ?? throw PromisedWork.KeptByTeam();

    /// <summary>Null where it is not shown.</summary>
    public static async Task<IReadOnlyList<PromisedDay>?> ByPersonIfShown(Session session, Me me, Id person, DateOnly today)
    {
        var rows = await session.All<Row>($"""
            select 1 as members, p.shares_work as sharing, x.due as day, count(x.id) as promises
            from person p left join ask x on x.workspace = p.workspace and x.performer = p.id and {Promised}
            where p.workspace = @Workspace and p.id = @person group by p.shares_work, x.due order by x.due
            """, new { me.Workspace, person, today, until = Until(today) });
        if (rows.Count == 0)
            throw Rule.NotVisible();
        return PromisedWork.IsShownOfPerson(person == me.Person, rows[0].Sharing > 0) ? Days(rows) : null;
    }

    /// <summary>Null where it is not shown.</summary>
    public static async Task<IReadOnlyList<PromisedDay>?> ByTeamIfShown(Session session, Me me, Id team, DateOnly today)
    {
        var rows = await session.All<Row>($"""
            with here as (
              select p.id, max(p.shares_work) as shares from membership m join person p on p.workspace = m.workspace and p.id = m.person
              where m.workspace = @Workspace and m.team = @team and {TeamQuestions.Today} group by p.id)
            select (select count(*) from here) as members, (select coalesce(sum(shares), 0) from here) as sharing, d.day, coalesce(d.promises, 0) as promises
            from team t left join (
              select x.due as day, count(*) as promises from ask x where x.workspace = @Workspace and x.performer in (select id from here) and {Promised} group by x.due) d on 1 = 1
            where t.workspace = @Workspace and t.id = @team order by d.day
            """, new { me.Workspace, team, today, until = Until(today) });
        if (rows.Count == 0)
            throw Rule.NotVisible();
        return PromisedWork.IsShownOfTeam((int)rows[0].Members, (int)rows[0].Sharing) ? Days(rows) : null;
    }

    private static DateOnly Until(DateOnly today) => today.AddDays(PromisedWork.Days - 1);

    private static List<PromisedDay> Days(List<Row> rows) => [.. rows.Where(r => r.Day is not null).Select(r => new PromisedDay(r.Day!.Value, (int)r.Promises))];

    private sealed record Row(long Members, long Sharing, DateOnly? Day, long Promises);
}
