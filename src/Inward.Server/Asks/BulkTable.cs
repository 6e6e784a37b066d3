using System.Text.Json;
using Inward.Asks;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;

namespace Inward.Server.Asks;

/// <summary>An ask of a bulk change that is not as was wished: not changed, or not taken back.</summary>
public sealed record BulkAsk(Id Ask, string What, string State, Sentence? Why);

/// <summary>How far a bulk change is.</summary>
public sealed record BulkCount(string State, long Count);

/// <summary>Where bulk changes are kept: each its maker's alone.</summary>
public static class BulkTable
{
    /// <summary>How many asks are named that were not changed; more are counted.</summary>
    public const int MostNamed = 1_000;

    private const string Columns = "select workspace, id, person, move, text, by_day, made_at, undone_at, door from bulk";

    public static async Task<(BulkChange Change, string Door)?> Bulk(this Session session, Id workspace, Id id) =>
        (await session.One<Row>($"{Columns} where workspace = @workspace and id = @id", new { workspace, id }))?.Told;

    /// <summary>My last ones, newest first.</summary>
    public static async Task<List<BulkChange>> BulksOf(this Session session, Me me, int most = 20) => [.. (await session.All<Row>(
        $"{Columns} where workspace = @Workspace and person = @Person order by id desc limit @most", new { me.Workspace, me.Person, most })).Select(r => r.Told.Change)];

    public static void Save(this Unit unit, BulkChange bulk, IReadOnlyList<Id> asks)
    {
        unit.Write("insert into bulk (workspace, id, person, move, text, by_day, made_at, door) values (@Workspace, @Id, @Person, @Move, @Text, @By, @MadeAt, @Door)",
            new { bulk.Workspace, bulk.Id, bulk.Person, bulk.Move, bulk.Text, bulk.By, bulk.MadeAt, unit.Act.Door });
        foreach (var some in asks.Chunk(512))
        {
            unit.Write("insert into bulk_ask (workspace, bulk, ask, state) select workspace, @Id, id, 'waiting' from ask where workspace = @Workspace and id in @some",
                new { bulk.Workspace, bulk.Id, some = (IReadOnlyList<Id>)some });
        }
    }

    /// <summary>The next of them, held until the unit ends: to be moved, or to be taken back.</summary>
    public static Task<List<BulkNext>> NextOf(this Unit unit, Id bulk, int most) => unit.All<BulkNext>($"""
        select ask, state, version from bulk_ask where workspace = @Workspace and bulk = @bulk and state in ('waiting', 'undoing')
        order by ask limit @most{(unit.Engine == Engine.Postgres ? " for update skip locked" : "")}
        """, new { unit.Workspace, bulk, most });

    public static void Mark(this Unit unit, Id bulk, Id ask, string state, int? version, Sentence? why) => unit.Write(
        "update bulk_ask set state = @state, version = @version, why = @said where workspace = @Workspace and bulk = @bulk and ask = @ask",
        new { unit.Workspace, bulk, ask, state, version, said = why is null ? null : JsonSerializer.Serialize(why, Wire.Json) });

    public static Task<List<BulkCount>> BulkCounts(this Session session, Id workspace, Id bulk) => session.All<BulkCount>(
        "select state, count(*) as count from bulk_ask where workspace = @workspace and bulk = @bulk group by state", new { workspace, bulk });

    /// <summary>Those that were skipped or left, with their reasons. What I may not see any more is not named.</summary>
    public static async Task<List<BulkAsk>> BulkLeft(this Session session, Me me, Id bulk) => (await session.All<LeftRow>($"""
        select b.ask, x.what, b.state, b.why from bulk_ask b join ask x on x.workspace = @Workspace and x.id = b.ask
        where b.workspace = @Workspace and b.bulk = @bulk and b.state in ('skipped', 'left') and {Me.MaySee("b.ask")} order by b.ask limit @MostNamed
        """, new { me.Workspace, bulk, me.Sees, me.Led, MostNamed })).ConvertAll(r => new BulkAsk(r.Ask, r.What, r.State, r.Why is null ? null : JsonSerializer.Deserialize<Sentence>(r.Why, Wire.Json)));

    private sealed record LeftRow(Id Ask, string What, string State, string? Why);

    private sealed record Row(Id Workspace, Id Id, Id Person, string Move, string? Text, DateOnly? ByDay, DateTimeOffset MadeAt, DateTimeOffset? UndoneAt, string Door)
    {
        public (BulkChange Change, string Door) Told => (new BulkChange(Workspace, Id, Person, Move, Text, ByDay, MadeAt) { UndoneAt = UndoneAt }, Door);
    }
}

/// <summary>An ask that a bulk change still has to deal with.</summary>
/// <param name="Version">The one its move made; null before.</param>
public sealed record BulkNext(Id Ask, string State, int? Version);
