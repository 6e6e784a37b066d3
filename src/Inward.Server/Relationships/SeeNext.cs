using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <summary>Somebody on my list, with their name.</summary>
public sealed record NextRow(NextToSee Next, string Name, string? Title);

/// <summary>Whom I might see next: my own list, worked out each time from what I did and what is open between us. Five questions at most.</summary>
public static class SeeNext
{
    public const int Most = 50;

    /// <summary>The strongest reasons first. Whoever left, is away today or sleeps on my list is not on it.</summary>
    public static async Task<IReadOnlyList<NextRow>> Ask(Session session, Me me, DateOnly today, int most = Most)
    {
        var kept = await session.All<Row>("""
            select r.other, r.is_team, r.since, r.ideal_days, r.limit_days, r.met_at, r.met_by, r.met_on, r.snoozed_until, r.planned_at, r.planned_about,
              coalesce(p.name, t.name) as name, p.title, p.left_on, coalesce(p.absences, '[]') as absences
            from relationship r left join person p on r.is_team = 0 and p.workspace = r.workspace and p.id = r.other
            left join team t on r.is_team = 1 and t.workspace = r.workspace and t.id = r.other
            where r.workspace = @Workspace and r.person = @Person
            """, new { me.Workspace, me.Person });
        var due = (await AsksDue(session, me, today)).GroupBy(id => id).ToDictionary(g => g.Key, g => g.Count());
        var teams = await session.LastContactWith(me, [.. kept.Where(r => r.IsTeam).Select(r => r.Other)], today);
        var leverage = kept.Exists(r => r.IsTeam) ? await WinFirstSeen.Leverage(session, me.Workspace) : new Dictionary<Id, double>();
        var rows = kept.ToDictionary(r => r.Other);
        var seen = kept.Where(r => r.IsHere(today)).Select(r => r.Kept(me, teams)).Where(k => !k.SleepsOn(today, me.Clock))
            .Select(k => new NextToSee(k.Other, k.IsTeam, k.Days(today, me.Clock), k.Cadence, k.Last?.By, due.GetValueOrDefault(k.Other), leverage.GetValueOrDefault(k.Other)))
            .Concat(due.Where(d => !rows.ContainsKey(d.Key)).Select(d => new NextToSee(d.Key, false, null, Cadence.Default, null, d.Value)));
        var ranked = NextToSee.Ranked(seen).Take(most).ToList();
        var names = await session.Names(me.Workspace, ranked.Where(n => !rows.ContainsKey(n.Other)).Select(n => n.Other));
        return [.. ranked.Select(n => rows.TryGetValue(n.Other, out var row) ? new NextRow(n, row.Name, row.Title) : new NextRow(n, names.GetValueOrDefault(n.Other.ToString(), "?"), null))];
    }

    // Two branches, each with an index of its own: asks of mine, and asks to me.
    private static Task<List<Id>> AsksDue(Session session, Me me, DateOnly today) => session.All<Id>("""
        select performer as other from ask where workspace = @Workspace and requester = @Person and is_open = 1 and performer is not null and state <> 'draft'
          and (due <= @today or (state = 'requested' and answer_by <= @today))
        union all
        select requester as other from ask where workspace = @Workspace and performer = @Person and is_open = 1 and state <> 'draft'
          and (due <= @today or (state = 'requested' and answer_by <= @today))
        """, new { me.Workspace, me.Person, today });

    private sealed record Row(
        Id Other, bool IsTeam, DateOnly Since, int? IdealDays, int? LimitDays, DateTimeOffset? MetAt, string? MetBy, Id? MetOn, DateOnly? SnoozedUntil, DateTimeOffset? PlannedAt, string? PlannedAbout,
        string Name, string? Title, DateOnly? LeftOn, string Absences)
    {
        public bool IsHere(DateOnly today) => !(LeftOn <= today) && PersonTable.AbsenceOn(Absences, today) is null;

        public Relationship Kept(Me me, IReadOnlyDictionary<Id, DateTimeOffset> teams) => Relationship.Begin(me.Workspace, default, me.Person, Other, IsTeam, Since) with
        {
            Chosen = RelationshipTable.Cadence(IdealDays, LimitDays),
            Planned = RelationshipTable.Planned(PlannedAt, PlannedAbout),
            SnoozedUntil = SnoozedUntil,
            Last = teams.TryGetValue(Other, out var met) ? new Contact(met, "talk", Other) : RelationshipTable.Contact(MetAt, MetBy, MetOn),
        };
    }
}
