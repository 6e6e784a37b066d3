using Inward.Asks;
using Inward.Asks.Moves;
using Inward.House;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>Loads what a rule needs to know beyond the ask: only what this move needs.</summary>
public static class AskCircumstances
{
    public static async Task<Circumstances> Circumstances(this Session session, Me me, Ask ask, Move? move, DateTimeOffset now) => new(me.Person, now)
    {
        Calendar = await session.CalendarOf(me.Workspace, ask.Performer),
        InAskedTeam = ask.Team is { } team && me.Teams.Contains(team),
        PerformersAbove = move is null or Sending or Taking or Delegating or Undoing ? await PerformersAbove(session, ask) : [],
        PerformersBelow = move is Sending or Taking or Undoing || (move is null && ask.Performer is null) ? await PerformersBelow(session, ask) : [],
        PerformerHasLeft = move is Rejecting && await HasLeft(session, ask, now),
        PerformersTeam = move is Rejecting && ask.Performer is { } performer ? await AskLeaving.TeamWithOthers(session, ask.Workspace, performer, DateOnly.FromDateTime(now.UtcDateTime)) : null,
        Receiver = move switch
        {
            Sending => await Receiver(session, ask.Workspace, ask.Performer, ask.Team, ask.Requester, now),
            Delegating to => await Receiver(session, ask.Workspace, to.Performer, to.Team, me.Person, now),
            RaisingObstacle { Owner: { } owner } => await Receiver(session, ask.Workspace, owner, null, me.Person, now),
            _ => null,
        },
    };

    public static Task<Circumstances> Circumstances(this Unit unit, Me me, Ask ask, Move? move) => unit.Circumstances(me, ask, move, unit.Now);

    private static async Task<IReadOnlyCollection<Id>> PerformersAbove(Session session, Ask ask)
    {
        var above = new HashSet<Id>();
        // A chain is as long as people delegated; its ids never repeat, a hundred is a bound against a damaged store.
        for (var parent = ask.Parent; parent is { } id && above.Count < 100;)
        {
            if (await session.AskUnseen(ask.Workspace, id) is not { } higher)
                break;
            if (higher.Performer is { } performer)
                above.Add(performer);
            parent = higher.Parent;
        }
        return above;
    }

    private static async Task<IReadOnlyCollection<Id>> PerformersBelow(Session session, Ask ask)
    {
        var below = new HashSet<Id>();
        var open = new Queue<Id>(ask.Children);
        for (var seen = 0; open.TryDequeue(out var id) && seen < 200; seen++)
        {
            if (await session.AskUnseen(ask.Workspace, id) is not { } lower)
                continue;
            if (lower.IsOpen && lower.Performer is { } performer)
                below.Add(performer);
            foreach (var child in lower.Children)
                open.Enqueue(child);
        }
        return below;
    }

    private static async Task<bool> HasLeft(Session session, Ask ask, DateTimeOffset now) =>
        ask.Performer is { } performer && (await session.Person(ask.Workspace, performer))?.HasLeft(DateOnly.FromDateTime(now.UtcDateTime)) == true;

    private static async Task<Receiver> Receiver(Session session, Id workspace, Id? person, Id? team, Id asker, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (person is { } who)
        {
            var colleague = await session.Person(workspace, who);
            return new Receiver(who, null)
            {
                Exists = colleague is not null,
                HasLeft = colleague?.HasLeft(today) == true,
                Deputy = colleague?.AbsentOn(today)?.Deputy is { } deputy && await CanStandIn(session, workspace, deputy, asker, today) ? deputy : null,
            };
        }
        if (team is null)
            return new Receiver(null, null) { Exists = false };
        var members = await session.Count($"""
            select count(*) from membership m join person p on p.workspace = m.workspace and p.id = m.person
            where m.workspace = @workspace and m.team = @team and p.id <> @asker and {TeamQuestions.Today}
            """, new { workspace, team, asker, today });
        var exists = members > 0 || await session.Count("select count(*) from team where workspace = @workspace and id = @team", new { workspace, team }) > 0;
        return new Receiver(null, team) { Exists = exists, HasMembers = members > 0 };
    }

    private static async Task<bool> CanStandIn(Session session, Id workspace, Id deputy, Id asker, DateOnly today) =>
        deputy != asker && await session.Person(workspace, deputy) is { } other && !other.HasLeft(today) && other.AbsentOn(today) is null;
}
