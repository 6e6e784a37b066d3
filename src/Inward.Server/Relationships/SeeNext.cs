using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.Journeys;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <summary>Somebody on my list, with their name.</summary>
public sealed record NextRow(NextToSee Next, string Name, string? Title);

/// <summary>Whom I might see next: my own list, worked out each time from what I did and what is open between us. Six questions, where many of the first are away one more.</summary>
public static class SeeNext
{
    public const int Most = 50;

    /// <summary>The strongest reasons first. Whoever left, is away today or sleeps on my list is not on it.</summary>
    public static async Task<IReadOnlyList<NextRow>> Ask(Session session, Me me, DateOnly today, int most = Most)
    {
        var kept = await session.All<Row>("""
            select other, is_team, since, ideal_days, limit_days, met_at, met_by, met_on, snoozed_until, planned_at, planned_about
            from relationship where workspace = @Workspace and person = @Person
            """, new { me.Workspace, me.Person });
        var due = (await AsksDue(session, me, today)).GroupBy(id => id).ToDictionary(g => g.Key, g => g.Count());
        var teams = await session.LastContactWith(me, [.. kept.Where(r => r.IsTeam).Select(r => r.Other)], today);
        var leverage = kept.Exists(r => r.IsTeam) ? await WinFirstSeen.Leverage(session, me.Workspace) : new Dictionary<Id, double>();
        var known = kept.Select(r => r.Other).ToHashSet();
        var seen = kept.Select(r => r.Kept(me, teams)).Where(k => !k.SleepsOn(today, me.Clock))
            .Select(k => new NextToSee(k.Other, k.IsTeam, k.Days(today, me.Clock), k.Cadence, k.Last?.By, due.GetValueOrDefault(k.Other), leverage.GetValueOrDefault(k.Other)))
            .Concat(due.Where(d => !known.Contains(d.Key)).Select(d => new NextToSee(d.Key, false, null, Cadence.Default, null, d.Value)));
        return await Here(session, me, today, NextToSee.Ranked(seen), most);
    }

    // Who they are is asked of the first alone: of five hundred on a list, fifty are shown.
    private static async Task<IReadOnlyList<NextRow>> Here(Session session, Me me, DateOnly today, IEnumerable<NextToSee> ranked, int most)
    {
        var rows = new List<NextRow>();
        foreach (var some in ranked.Chunk(most + 10))
        {
            var people = (await session.All<PersonRow>("select id, name, title, left_on, absences from person where workspace = @Workspace and id in @ids",
                new { me.Workspace, ids = some.Where(n => !n.IsTeam).Select(n => n.Other).ToList() })).Where(p => p.IsHere(today)).ToDictionary(p => p.Id);
            var teams = await session.Names(me.Workspace, some.Where(n => n.IsTeam).Select(n => n.Other));
            foreach (var next in some)
            {
                if (next.IsTeam)
                    rows.Add(new NextRow(next, teams.GetValueOrDefault(next.Other.ToString(), "?"), null));
                else if (people.TryGetValue(next.Other, out var person))
                    rows.Add(new NextRow(next, person.Name, person.Title));
            }
            if (rows.Count >= most)
                return rows[..most];
        }
        return rows;
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
        Id Other, bool IsTeam, DateOnly Since, int? IdealDays, int? LimitDays, DateTimeOffset? MetAt, string? MetBy, Id? MetOn, DateOnly? SnoozedUntil, DateTimeOffset? PlannedAt, string? PlannedAbout)
    {
        public Relationship Kept(Me me, IReadOnlyDictionary<Id, DateTimeOffset> teams) => Relationship.Begin(me.Workspace, default, me.Person, Other, IsTeam, Since) with
        {
            Chosen = RelationshipTable.Cadence(IdealDays, LimitDays),
            Planned = RelationshipTable.Planned(PlannedAt, PlannedAbout),
            SnoozedUntil = SnoozedUntil,
            Last = teams.TryGetValue(Other, out var met) ? new Contact(met, "talk", Other) : RelationshipTable.Contact(MetAt, MetBy, MetOn),
        };
    }

    private sealed record PersonRow(Id Id, string Name, string? Title, DateOnly? LeftOn, string Absences)
    {
        public bool IsHere(DateOnly today) => !(LeftOn <= today) && PersonTable.AbsenceOn(Absences, today) is null;
    }
}
