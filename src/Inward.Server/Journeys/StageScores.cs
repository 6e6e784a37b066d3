using Inward.House;
using Inward.Journeys;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>What I see of the scores of a stage.</summary>
/// <param name="Mine">Null while I have not scored.</param>
/// <param name="Count">How many have: that is no secret.</param>
/// <param name="All">Null while I have not scored: nobody is led by what others think.</param>
public sealed record ScoresSeen(Score? Mine, int Count, Scored? All)
{
    public static readonly ScoresSeen None = new(null, 0, null);
}

/// <summary>
/// Blind scores of stages. Each is seen by who gave it alone; the numbers of others leave the store only for somebody who has scored the
/// stage, in the order of their size and without names.
/// </summary>
public static class StageScores
{
    /// <summary>Gives my score, or gives it anew.</summary>
    public static async Task Give(Unit unit, Me me, Id journey, Id stage, int? customerValue, int? ourValue, int? weight)
    {
        if ((await unit.Journey(me.Workspace, journey))?.Stage(stage) is null)
            throw Rule.NotVisible();
        var score = Score.Given(customerValue, ourValue, weight);
        var id = await unit.One<Id?>("select id from stage_score where workspace = @Workspace and stage = @stage and person = @Person", new { me.Workspace, stage, me.Person }) ?? Id.New(unit.Now);
        unit.Keep(id, journey, stage, me.Person, score);
    }

    /// <summary>What happened is told to who gave it alone, and never says the numbers.</summary>
    internal static void Keep(this Unit unit, Id id, Id journey, Id stage, Id person, Score score)
    {
        unit.Write("""
            insert into stage_score (workspace, id, journey, stage, person, customer_value, our_value, weight, at)
            values (@Workspace, @id, @journey, @stage, @person, @CustomerValue, @OurValue, @Weight, @Now)
            on conflict (workspace, stage, person) do update set customer_value = excluded.customer_value, our_value = excluded.our_value, weight = excluded.weight, at = excluded.at
            """, new { unit.Workspace, id, journey, stage, person, score.CustomerValue, score.OurValue, score.Weight, unit.Now });
        unit.ShowTo(id, [new Reader(person)]);
        unit.Append("score.given", id, new { journey, stage });
    }

    public static async Task<ScoresSeen> Ask(Session session, Me me, Id stage) => (await Ask(session, me, [stage])).GetValueOrDefault(stage, ScoresSeen.None);

    /// <summary>Of each stage that anybody has scored. Two questions.</summary>
    public static async Task<IReadOnlyDictionary<Id, ScoresSeen>> Ask(Session session, Me me, IReadOnlyCollection<Id> stages)
    {
        var counts = await session.All<Counted>("select stage, count(*) as scores from stage_score where workspace = @Workspace and stage in @stages group by stage", new { me.Workspace, stages });
        var seen = (counts.Count == 0 ? [] : await session.All<Row>("""
            select x.stage, x.customer_value, x.our_value, x.weight, x.person = @Person as mine from stage_score x
            where x.workspace = @Workspace and x.stage in @stages
              and exists (select 1 from stage_score own where own.workspace = @Workspace and own.stage = x.stage and own.person = @Person)
            order by x.customer_value, x.our_value, x.weight
            """, new { me.Workspace, me.Person, stages })).ToLookup(row => row.Stage);
        return counts.ToDictionary(counted => counted.Stage, counted => new ScoresSeen(
            seen[counted.Stage].FirstOrDefault(row => row.Mine)?.Score, (int)counted.Scores, Scored.Of([.. seen[counted.Stage].Select(row => row.Score)])));
    }

    internal static void ForgetScores(this Unit unit, Id stage) => unit.Write("delete from stage_score where workspace = @Workspace and stage = @stage", new { unit.Workspace, stage });

    /// <summary>For good, with a journey that leaves the trash so.</summary>
    internal static void ForgetScoresOf(this Unit unit, Id journey) => unit.Write("delete from stage_score where workspace = @Workspace and journey = @journey", new { unit.Workspace, journey });

    private sealed record Counted(Id Stage, long Scores);

    private sealed record Row(Id Stage, int CustomerValue, int OurValue, int? Weight, bool Mine)
    {
        public Score Score => new(CustomerValue, OurValue, Weight);
    }
}
