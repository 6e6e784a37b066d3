using Inward.House;
using Inward.Objectives;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;

namespace Inward.Server.Objectives;

/// <summary>Where advice on objectives is kept.</summary>
public static class AdviceTable
{
    private const string Columns = "x.id, x.person, x.by_person, x.at";

    public static async Task<AdviceCount> CountOf(Session session, Id workspace, Id objective) => await session.One<Counts>("""
        select count(*) as asked, count(answered_at) as answered, count(answered_at) - count(replied_at) as unreplied from objective_advice where workspace = @workspace and objective = @objective
        """, new { workspace, objective }) is { } counts ? new AdviceCount((int)counts.Asked, (int)counts.Answered, (int)counts.Unreplied) : new AdviceCount(0, 0, 0);

    /// <summary>
    /// Whom was asked, and what they said as far as I may read it: the words of others leave the store for whoever writes the objective,
    /// for who has answered, and for everybody once the round is over.
    /// </summary>
    /// <param name="all">The reader writes the objective, or the round is over.</param>
    public static async Task<List<Advice>> AdviceOn(this Session session, Me me, Id objective, bool all)
    {
        var open = all ? "1 = 1" : """
            (x.person = @Person or exists (select 1 from objective_advice own where own.workspace = @Workspace and own.objective = @objective and own.person = @Person and own.answered_at is not null))
            """;
        return (await session.All<Row>($"""
            select {Columns}, case when {open} then x.answer end as answer, case when {open} then x.answered_at end as answered_at, case when {open} then x.used end as used,
              case when {open} then x.because end as because, case when {open} then x.replied_by end as replied_by, case when {open} then x.replied_at end as replied_at
            from objective_advice x where x.workspace = @Workspace and x.objective = @objective order by x.id
            """, new { me.Workspace, me.Person, objective })).ConvertAll(row => row.Read(me.Workspace, objective));
    }

    public static void Save(this Unit unit, Advice advice, bool isNew)
    {
        var row = new
        {
            advice.Workspace, advice.Id, advice.Objective, advice.Person, advice.InvitedBy, advice.InvitedAt, advice.Answer, advice.AnsweredAt,
            used = advice.Reply is { } reply ? reply.Used ? 1 : 0 : (int?)null, advice.Reply?.Because, repliedBy = advice.Reply?.By, repliedAt = advice.Reply?.At,
        };
        if (isNew)
            unit.Write("insert into objective_advice (workspace, id, objective, person, by_person, at, answer, answered_at, used, because, replied_by, replied_at) values (@Workspace, @Id, @Objective, @Person, @InvitedBy, @InvitedAt, @Answer, @AnsweredAt, @used, @Because, @repliedBy, @repliedAt)", row);
        else
            unit.Write("update objective_advice set answer = @Answer, answered_at = @AnsweredAt, used = @used, because = @Because, replied_by = @repliedBy, replied_at = @repliedAt where workspace = @Workspace and id = @Id", row, 1);
        unit.ShowTo(advice.Objective, [new Reader(advice.Person)]);
    }

    /// <summary>Where these people stand in the company today; all of them when none is named.</summary>
    public static async Task<List<Placed>> Places(Session session, Id workspace, DateOnly today, IReadOnlyCollection<Id>? people = null)
    {
        var parents = (await session.Teams(workspace)).Select(team => team.Parent).OfType<Id>().ToHashSet();
        var stays = await session.All<Stay>($"""
            select p.id as person, p.name, m.team, coalesce(m.lead, 0) as leads from person p
            left join membership m on m.workspace = p.workspace and m.person = p.id and coalesce(m.from_day, '') <= @day and coalesce(m.to_day, '9999') >= @day
            where p.workspace = @workspace and p.merged_into is null {(people is null ? "and (p.left_on is null or p.left_on > @day)" : "and p.id in @people")}
            order by p.id, coalesce(m.from_day, ''), m.id
            """, new { workspace, day = today, people });
        return [.. stays.GroupBy(stay => stay.Person).Select(of => new Placed(of.Key, of.First().Name, of.First().Team,
            of.Any(stay => stay is { Leads: 1, Team: { } led } && parents.Contains(led)) ? Level.Above : of.Any(stay => stay.Leads == 1) ? Level.Lead : Level.FrontLine))];
    }

    private sealed record Counts(long Asked, long Answered, long Unreplied);

    private sealed record Stay(Id Person, string Name, Id? Team, int Leads);

    private sealed record Row(Id Id, Id Person, Id ByPerson, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt, int? Used, string? Because, Id? RepliedBy, DateTimeOffset? RepliedAt)
    {
        public Advice Read(Id workspace, Id objective) => new(workspace, Id, objective, Person, ByPerson, At)
        {
            Answer = Answer, AnsweredAt = AnsweredAt, Reply = Used is { } used && RepliedBy is { } by && RepliedAt is { } at ? new AdviceReply(used == 1, Because, by, at) : null,
        };
    }
}
