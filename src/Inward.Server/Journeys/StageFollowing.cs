using Inward.House;
using Inward.Journeys;
using Inward.Server.Passages;
using Inward.Server.Storage;

namespace Inward.Server.Journeys;

/// <summary>
/// A stage is called otherwise, or goes: what stands in it follows, or the change is refused. Sales, their passages and words keep the names of
/// their stages, so each is written anew here, and nowhere else.
/// </summary>
internal static class StageFollowing
{
    /// <summary>Sales and words that say one word of one journey; the journey is null where nobody chose one.</summary>
    private sealed record Said(Id? Journey, string Stage, long Sales);

    /// <summary>How many sales stand in each stage of any journey.</summary>
    public static async Task<IReadOnlyDictionary<Id, StageSales>> SalesByStage(this Session session, Id workspace, KnownStages known)
    {
        var sales = new Dictionary<Id, StageSales>();
        foreach (var counted in await Count(session, workspace))
        {
            if (known.Of(counted.Journey, counted.Stage)?.Stage.Id is { } stage)
                sales[stage] = sales.GetValueOrDefault(stage, StageSales.None) + new StageSales(counted.OpenSales, counted.Sales);
        }
        return sales;
    }

    /// <summary>How many sales would stand in no journey without this one.</summary>
    public static async Task<long> SalesFollowing(this Session session, Journey journey, KnownStages known)
    {
        var others = new KnownStages([.. known.Journeys.Where(one => one.Id != journey.Id)]);
        return (await Count(session, journey.Workspace))
            .Where(counted => counted.Journey == journey.Id || (counted.Journey is null && journey.Called(counted.Stage) is not null && others.Of(null, counted.Stage) is null))
            .Sum(counted => counted.Sales);
    }

    /// <param name="journeys">All of the company, as they were.</param>
    public static async Task Follow(Unit unit, KnownStages journeys, Journey before, Journey after, IReadOnlyList<StageMove>? moves)
    {
        var leaving = before.Stages.Where(stage => after.Stage(stage.Id)?.Name != stage.Name).ToList();
        if (leaving.Count == 0)
            return;
        unit.CountOwnSalesLater();
        var standing = await Standing(unit, journeys, before.Id);
        var ways = leaving.Select(stage => (Stage: stage, To: Target(stage, after, moves), Here: standing[stage.Id].ToList())).ToList();
        if (ways.Find(way => way.To is null && way.Here.Sum(said => said.Sales) > 0) is { Stage: not null } stuck)
            throw Rule.Invalid("moves", new Sentence("Sales that stand in “{0}”: {1}. Say into which stage they go.", stuck.Stage.Name, stuck.Here.Sum(said => said.Sales)));
        // Two steps: two stages may exchange their names.
        foreach (var (stage, _, here) in ways.Where(way => way.To is not null))
            Rename(unit, before.Id, here, stage.Id.ToString(), isLast: false);
        foreach (var (stage, to, here) in ways.Where(way => way.To is not null))
            Rename(unit, before.Id, [.. here.Select(said => said with { Stage = stage.Id.ToString() })], to!.Name, isLast: true);
    }

    private static Stage? Target(Stage stage, Journey after, IReadOnlyList<StageMove>? moves)
    {
        if (after.Stage(stage.Id) is { } renamed)
            return renamed;
        if (moves?.OfType<StageMove>().FirstOrDefault(move => move.From == stage.Id) is not { } move)
            return null;
        return after.Stage(move.To) ?? throw Rule.Invalid("moves", "Sales go into a stage that stays.");
    }

    // Few words, whatever the number of sales.
    private static async Task<ILookup<Id, Said>> Standing(Unit unit, KnownStages journeys, Id journey)
    {
        var said = await unit.All<Said>("""
            select x.journey, x.stage, sum(x.sales) as sales from (
              select journey, stage, count(*) as sales from sale where workspace = @Workspace and stage is not null group by journey, stage
              union all
              select s.journey, v.stage, 0 as sales from verbatim v left join sale s on s.workspace = @Workspace and s.id = v.sale
              where v.workspace = @Workspace and v.stage is not null group by s.journey, v.stage
              union all
              select s.journey, p.stage, 0 as sales from sale_passage p join sale s on s.workspace = @Workspace and s.id = p.sale where p.workspace = @Workspace group by s.journey, p.stage) x
            group by x.journey, x.stage
            """, new { unit.Workspace });
        return said.Select(one => (One: one, At: journeys.Of(one.Journey, one.Stage))).Where(both => both.At?.Journey.Id == journey)
            .ToLookup(both => both.At!.Stage.Id, both => both.One);
    }

    private static void Rename(Unit unit, Id journey, List<Said> here, string name, bool isLast)
    {
        var args = new
        {
            unit.Workspace, journey, name, grows = isLast ? 1 : 0, own = here.Where(said => said.Journey is not null).Select(said => said.Stage).ToList(),
            common = here.Where(said => said.Journey is null).Select(said => said.Stage).ToList(),
        };
        if (isLast)
        {
            unit.Write($"""
                update search set body = @name where workspace = @Workspace and kind = 'sale' and record in (select x.id from sale x where x.workspace = @Workspace and {Here("x.journey", "x.stage")})
                """, args);
        }
        unit.Write($"update sale set stage = @name, version = version + @grows where workspace = @Workspace and {Here("journey", "stage")}", args);
        unit.Write($"""
            update verbatim set stage = @name where workspace = @Workspace and (
              (sale is null and stage in @common)
              or exists (select 1 from sale x where x.workspace = @Workspace and x.id = verbatim.sale and {Here("x.journey", "verbatim.stage")}))
            """, args);
        unit.Write($"""
            update sale_passage set stage = @name where workspace = @Workspace and exists (select 1 from sale x where x.workspace = @Workspace and x.id = sale_passage.sale and {Here("x.journey", "sale_passage.stage")})
            """, args);
    }

    private static string Here(string journey, string stage) => $"(({journey} = @journey and {stage} in @own) or ({journey} is null and {stage} in @common))";

    private static Task<List<Counted>> Count(Session session, Id workspace) => session.All<Counted>("""
        select journey, stage, count(*) as sales, sum(case when outcome = 'open' then 1 else 0 end) as open_sales from sale where workspace = @workspace group by journey, stage
        """, new { workspace });

    private sealed record Counted(Id? Journey, string? Stage, long Sales, long OpenSales);
}

/// <summary>How many sales stand in a stage: open ones, and all.</summary>
public sealed record StageSales(long Open, long All)
{
    public static readonly StageSales None = new(0, 0);

    public static StageSales operator +(StageSales one, StageSales other) => new(one.Open + other.Open, one.All + other.All);
}
