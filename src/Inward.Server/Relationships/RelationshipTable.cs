using Inward.House;
using Inward.Relationships;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Relationships;

/// <summary>A talk that I planned, with whom.</summary>
public sealed record PlannedRow(Id Other, bool IsTeam, string Name, PlannedTalk Plan)
{
    /// <summary>The page to open before it.</summary>
    public string Address => IsTeam ? $"/teams/{Other}" : $"/people/{Other}/brief";
}

public static class RelationshipTable
{
    private const string Columns = "r.id, r.other, r.is_team, r.since, r.ideal_days, r.limit_days, r.met_at, r.met_by, r.met_on, r.snoozed_until, r.focus_since, r.planned_at, r.planned_about, r.version";

    /// <summary>Mine to this colleague or team; null when nothing is kept yet.</summary>
    public static async Task<Relationship?> Relationship(this Session session, Me me, Id other) => (await session.One<Row>(
        $"select {Columns} from relationship r where r.workspace = @Workspace and r.person = @Person and r.other = @other", new { me.Workspace, me.Person, other }))?.Of(me);

    /// <summary>The colleague whom I want to win over now.</summary>
    public static Task<Id?> InFocus(this Session session, Me me) => session.One<Id?>(
        "select r.other from relationship r where r.workspace = @Workspace and r.person = @Person and r.focus_since is not null", new { me.Workspace, me.Person });

    /// <summary>When I last had to do with anybody who is in these teams today.</summary>
    public static async Task<IReadOnlyDictionary<Id, DateTimeOffset>> LastContactWith(this Session session, Me me, IReadOnlyList<Id> teams, DateOnly today) => teams.Count == 0
        ? new Dictionary<Id, DateTimeOffset>()
        : (await session.All<TeamContact>($"""
            select m.team, max(r.met_at) as at from membership m join person p on p.workspace = m.workspace and p.id = m.person
            join relationship r on r.workspace = m.workspace and r.person = @Person and r.other = m.person and r.met_at is not null
            where m.workspace = @Workspace and m.team in @teams and {TeamQuestions.Today} group by m.team
            """, new { me.Workspace, me.Person, teams, today })).ToDictionary(t => t.Team, t => t.At);

    /// <summary>Talks that I have planned and that are still to be had, the next first; those of the last week whose hour has passed among them.</summary>
    public static async Task<IReadOnlyList<PlannedRow>> PlannedTalks(this Session session, Me me, DateTimeOffset now)
    {
        var rows = await session.All<Planning>("""
            select r.other, r.is_team, r.met_at, r.met_by, r.met_on, r.planned_at, r.planned_about, coalesce(p.name, t.name) as name
            from relationship r left join person p on r.is_team = 0 and p.workspace = r.workspace and p.id = r.other
            left join team t on r.is_team = 1 and t.workspace = r.workspace and t.id = r.other
            where r.workspace = @Workspace and r.person = @Person and r.planned_at > @since order by r.planned_at, r.other
            """, new { me.Workspace, me.Person, since = now.AddDays(-7) });
        var teams = await session.LastContactWith(me, [.. rows.Where(r => r.IsTeam).Select(r => r.Other)], me.Today(now));
        return [.. rows.Where(r => !r.Plan.IsMetBy(teams.TryGetValue(r.Other, out var met) ? new Contact(met, "talk", r.Other) : Contact(r.MetAt, r.MetBy, r.MetOn)))
            .Select(r => new PlannedRow(r.Other, r.IsTeam, r.Name, r.Plan))];
    }

    public static void Save(this Unit unit, Relationship kept, int was) => unit.Write("""
        insert into relationship (workspace, id, person, other, is_team, since, ideal_days, limit_days, snoozed_until, focus_since, planned_at, planned_about, version)
        values (@Workspace, @Id, @Person, @Other, @IsTeam, @Since, @ideal, @limit, @SnoozedUntil, @FocusSince, @plannedAt, @plannedAbout, @Version)
        on conflict (workspace, person, other) do update set ideal_days = excluded.ideal_days, limit_days = excluded.limit_days,
          snoozed_until = excluded.snoozed_until, focus_since = excluded.focus_since,
          planned_at = excluded.planned_at, planned_about = excluded.planned_about, version = excluded.version where relationship.version = @was
        """,
        new
        {
            kept.Workspace, kept.Id, kept.Person, kept.Other, kept.IsTeam, kept.Since, ideal = kept.Chosen?.Ideal, limit = kept.Chosen?.Limit, kept.SnoozedUntil, kept.FocusSince,
            plannedAt = kept.Planned?.At, plannedAbout = kept.Planned?.About, kept.Version, was
        }, 1);

    /// <summary>
    /// These had to do with each other: from now on days are counted from here. Never backwards: what is told late changes nothing
    /// that came after it. Whoever was put to sleep wakes.
    /// </summary>
    /// <param name="each">Whose row, and about whom.</param>
    public static void Met(this Unit unit, IEnumerable<(Id Person, Id Other)> each, Contact contact)
    {
        foreach (var (person, other) in each)
        {
            unit.Write("""
                insert into relationship (workspace, id, person, other, since, met_at, met_by, met_on)
                values (@Workspace, @id, @person, @other, @since, @At, @By, @On)
                on conflict (workspace, person, other) do update set met_at = excluded.met_at, met_by = excluded.met_by, met_on = excluded.met_on, snoozed_until = null
                where relationship.met_at is null or relationship.met_at < excluded.met_at
                """, new { unit.Workspace, id = Id.New(unit.Now), person, other, since = DateOnly.FromDateTime(unit.Now.UtcDateTime), contact.At, contact.By, contact.On });
        }
    }

    /// <summary>They did not have to do with each other there after all: days are counted from what is left.</summary>
    /// <param name="each">All who were said to have been there.</param>
    public static void NotMet(this Unit unit, Id on, IReadOnlyList<Id> each) =>
        Recount(unit, "x.person in @each and x.other in @each and x.met_on = @on", new { unit.Workspace, on, each });

    /// <summary>Counts from the last contact that there is.</summary>
    internal static void Recount(Unit unit, string which, object args) => unit.Write($"""
        update relationship as x set (met_at, met_by, met_on) = (select t.at, t.how, t.id from (
          select v.at, v.channel as how, v.id, v.author as one, c.person as two from conversation_person c
            join conversation v on v.workspace = c.workspace and v.id = c.conversation where c.workspace = @Workspace and v.workspace = @Workspace
          union all select v.at, v.channel, v.id, c.person, v.author from conversation_person c
            join conversation v on v.workspace = c.workspace and v.id = c.conversation where c.workspace = @Workspace and v.workspace = @Workspace and v.is_private = 0
          union all select at, 'thanks', id, giver, receiver from thanks where workspace = @Workspace
          union all select at, 'thanks', id, receiver, giver from thanks where workspace = @Workspace) t
          where t.one = x.person and t.two = x.other order by t.at desc, t.id desc limit 1)
        where x.workspace = @Workspace and {which}
        """, args);

    internal static Cadence? Cadence(int? ideal, int? limit) => ideal is { } days && limit is { } most ? new Cadence(days, most) : null;

    internal static Contact? Contact(DateTimeOffset? at, string? by, Id? on) => at is { } when ? new Contact(when, by!, on!.Value) : null;

    internal static PlannedTalk? Planned(DateTimeOffset? at, string? about) => at is { } when ? new PlannedTalk(when, about) : null;

    private sealed record Row(
        Id Id, Id Other, bool IsTeam, DateOnly Since, int? IdealDays, int? LimitDays, DateTimeOffset? MetAt, string? MetBy, Id? MetOn, DateOnly? SnoozedUntil, DateOnly? FocusSince,
        DateTimeOffset? PlannedAt, string? PlannedAbout, int Version)
    {
        public Relationship Of(Me me) => new(me.Workspace, Id, me.Person, Other, IsTeam, Since)
        {
            Chosen = Cadence(IdealDays, LimitDays), Last = Contact(MetAt, MetBy, MetOn),
            SnoozedUntil = SnoozedUntil, FocusSince = FocusSince, Planned = Planned(PlannedAt, PlannedAbout), Version = Version,
        };
    }

    private sealed record Planning(Id Other, bool IsTeam, DateTimeOffset? MetAt, string? MetBy, Id? MetOn, DateTimeOffset PlannedAt, string? PlannedAbout, string Name)
    {
        public PlannedTalk Plan => new(PlannedAt, PlannedAbout);
    }

    private sealed record TeamContact(Id Team, DateTimeOffset At);
}
