using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Mail;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>What becomes of somebody's asks when they leave: promises end and are asked afresh, nothing is inherited, nothing is lost.</summary>
public static class AskLeaving
{
    public static async Task PersonLeft(Unit unit, Id person)
    {
        var today = DateOnly.FromDateTime(unit.Now.UtcDateTime);
        var theirTeam = await TeamWithOthers(unit, unit.Workspace, person, today);
        var successors = await Successors(unit, person, today);
        foreach (var facts in await unit.All<string>("""
            select x.facts from ask x where x.workspace = @Workspace and x.is_open = 1
              and exists (select 1 from audience a where a.workspace = x.workspace and a.record = x.id and a.reader = @person) order by x.id
            """, new { unit.Workspace, person }))
            await Settle(unit, JsonSerializer.Deserialize<Ask>(facts, Wire.Json)!, person, theirTeam, successors);
        await ReturnFromEmptiedTeams(unit, person, today);
    }

    // Nobody is left who could take it: back to whoever asked, or nobody would have the turn.
    private static async Task ReturnFromEmptiedTeams(Unit unit, Id person, DateOnly today)
    {
        foreach (var facts in await unit.All<string>("""
            select x.facts from membership m join ask x on x.workspace = m.workspace and x.team = m.team and x.is_open = 1 and x.performer is null
            where m.workspace = @Workspace and m.person = @person order by x.id
            """, new { unit.Workspace, person }))
        {
            var ask = JsonSerializer.Deserialize<Ask>(facts, Wire.Json)!;
            if (await HasOthers(unit, ask.Team!.Value, person, today))
                continue;
            var back = ask.TeamEmptied(new Circumstances(null, unit.Now) { Calendar = await unit.CalendarOf(unit.Workspace, null) });
            unit.Save(back, ask);
            unit.Append("ask.left", ask.Id, new { person });
        }
    }

    private static async Task<bool> HasOthers(Unit unit, Id team, Id person, DateOnly today) => await unit.Count("""
        select count(*) from membership o join person p on p.workspace = o.workspace and p.id = o.person
        where o.workspace = @Workspace and o.team = @team and o.person <> @person and (o.to_day is null or o.to_day >= @today)
          and (p.left_on is null or p.left_on > @today)
        """, new { unit.Workspace, team, person, today }) > 0;

    private static async Task Settle(Unit unit, Ask ask, Id person, Id? theirTeam, IReadOnlyList<Id> successors)
    {
        var today = DateOnly.FromDateTime(unit.Now.UtcDateTime);
        var circumstances = new Circumstances(null, unit.Now)
        {
            Calendar = await unit.CalendarOf(unit.Workspace, null),
            Receiver = ask.Team is { } asked ? new Receiver(null, asked) { HasMembers = await HasOthers(unit, asked, person, today) } : null,
        };
        // Nobody asks themself: whoever performs it is the last choice.
        var successor = successors.Cast<Id?>().FirstOrDefault(s => s != ask.Performer) ?? (successors.Count > 0 ? successors[0] : null);
        var after = ask.ObstacleOwnerLeft(person, circumstances);
        Ask? afresh = null;
        if (after.Performer == person)
            (after, afresh) = after.PerformerLeft(theirTeam, Id.New(unit.Now), circumstances);
        if (after.Requester == person && successor is { } heir)
        {
            after = after.RequesterLeft(heir, circumstances);
            afresh = afresh?.RequesterLeft(heir, circumstances);
        }
        if (after.Version == ask.Version)
            return;
        // One change on disk, however many of its parts left with this person.
        unit.Save(after with { Version = ask.Version + 1 }, ask);
        unit.TellOf(after, ask, "ask.left", unit.Append("ask.left", ask.Id, new { person }));
        if (afresh is null)
            return;
        unit.Save(afresh, before: null);
        var happened = afresh.SentAt is null ? "ask.drafted" : "ask.asked";
        unit.TellOf(afresh, null, happened, unit.Append(happened, afresh.Id, new { afresh.Terms.What, afresh.Team, afresh.Follows }));
    }

    internal static Task<Id?> TeamWithOthers(Session session, Id workspace, Id person, DateOnly today) => session.One<Id?>("""
        select m.team from membership m where m.workspace = @workspace and m.person = @person
          and exists (select 1 from membership o join person p on p.workspace = o.workspace and p.id = o.person
            where o.workspace = m.workspace and o.team = m.team and o.person <> @person and (o.to_day is null or o.to_day >= @today)
              and (p.left_on is null or p.left_on > @today))
        order by m.to_day is null desc, m.id desc limit 1
        """, new { workspace, person, today });

    // The lead of their team, else their manager, else an administrator: somebody stands behind every ask.
    private static Task<List<Id>> Successors(Unit unit, Id person, DateOnly today) => unit.All<Id>("""
        select id from (
          select l.person as id, 1 as rank from membership m join membership l on l.workspace = m.workspace and l.team = m.team and l.lead = 1
          where m.workspace = @Workspace and m.person = @person and (l.to_day is null or l.to_day >= @today)
          union all select manager as id, 2 as rank from person where workspace = @Workspace and id = @person and manager is not null
          union all select id, 3 as rank from person where workspace = @Workspace and administrator = 1) s
        where id <> @person and exists (select 1 from person p where p.workspace = @Workspace and p.id = s.id and (p.left_on is null or p.left_on > @today))
        order by rank, id limit 5
        """, new { unit.Workspace, person, today });
}
