using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>What happened cannot be changed unseen, and can be erased.</summary>
public abstract class AuditStories(Engine engine) : IAsyncLifetime
{
    private readonly List<Id> happenings = [];
    private Store store = null!;

    /// <summary>Three blocks of ten in Osterfenn, beside what moving in left.</summary>
    public async ValueTask InitializeAsync()
    {
        store = (await Place.New(engine)).Open(new Bell(), new HouseClock());
        await SealAll();
        for (var block = 0; block < 3; block++)
        {
            for (var i = 0; i < 10; i++)
            {
                await store.Write(new Act(Cast.Osterfenn, Cast.Wanda.Id, HouseClock.MondayMorning.AddSeconds(100 * block + i), "api", "request-1"), unit =>
                {
                    happenings.Add(unit.Append("parcel.counted", Cast.Warehouse, new { parcels = i }));
                    return Task.CompletedTask;
                });
            }
            await SealAll();
        }
        (await Verify()).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("payload", "replace(payload, 'p', 'q')")]
    [InlineData("kind", "'parcel.coumted'")]
    [InlineData("at", "at + 1")]
    [InlineData("door", "'apj'")]
    [InlineData("request", "'request-2'")]
    [InlineData("request", "null")]
    [InlineData("who", "on_id")]
    [InlineData("on_id", "who")]
    [InlineData("block", "block - 1")]
    [InlineData("block", "9999")]
    [InlineData("digest", "salt")]
    [InlineData("salt", "digest")]
    [InlineData("salt", "null")]
    public async Task A_changed_happening_is_found(string column, string changed)
    {
        await Change($"update happening set {column} = {changed} where workspace = @Osterfenn and id = @id", happenings[14]);
        (await Verify()).Faults.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("at", "at + 1")]
    [InlineData("count", "count + 1")]
    [InlineData("previous", "hash")]
    [InlineData("hash", "previous")]
    public async Task A_changed_seal_is_found(string column, string changed)
    {
        await Change($"update seal set {column} = {changed} where workspace = @Osterfenn and block = 3", default);
        (await Verify()).Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_removed_happening_is_found()
    {
        await Change("delete from happening where workspace = @Osterfenn and id = @id", happenings[14]);
        (await Verify()).Faults.ShouldContain("Block 3 was changed.");
    }

    [Fact]
    public async Task A_removed_block_is_found()
    {
        await Change("delete from happening where workspace = @Osterfenn and block = 3", default);
        await Change("delete from seal where workspace = @Osterfenn and block = 3", default);
        (await Verify()).Faults.ShouldContain("Block 3 is missing.");
    }

    [Fact]
    public async Task Blocks_in_another_order_are_found()
    {
        foreach (var table in new[] { "happening", "seal" })
        {
            foreach (var (from, to) in new[] { (2, 99), (3, 2), (99, 3) })
                await Change($"update {table} set block = {to} where workspace = @Osterfenn and block = {from}", default);
        }
        (await Verify()).Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_erased_with_its_salt_leaves_the_chain_whole()
    {
        await Change("update happening set payload = null, salt = null where workspace = @Osterfenn and id = @id", happenings[14]);
        (await Verify()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_sealed_yet_is_counted()
    {
        await store.Write(new Act(Cast.Osterfenn, null, HouseClock.MondayMorning, "system"), unit => Task.FromResult(unit.Append("parcel.counted", Cast.Warehouse, new { })));
        var verdict = await Verify();
        verdict.Unsealed.ShouldBe(1);
        verdict.Faults.ShouldBeEmpty();
        await SealAll();
        (await Verify()).Unsealed.ShouldBe(0);
    }

    [Fact]
    public async Task Two_nodes_that_seal_at_once_make_one_chain()
    {
        for (var i = 0; i < 5; i++)
        {
            await store.Write(new Act(Cast.Osterfenn, null, HouseClock.MondayMorning, "system"), unit => Task.FromResult(unit.Append("parcel.counted", Cast.Warehouse, new { })));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Audit.Seal(store, Cast.Osterfenn)));
        }
        (await Verify()).Faults.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return store.DisposeAsync();
    }

    private Task<Audit.Verdict> Verify() => Audit.Verify(store, Cast.Osterfenn);

    private async Task SealAll()
    {
        while (await Audit.Seal(store, Cast.Osterfenn))
        {
        }
    }

    private Task Change(string sql, Id id) => store.Write(store.System(Cast.Osterfenn), unit =>
    {
        unit.Write(sql, new { Cast.Osterfenn, id }, sql.Contains("@id", StringComparison.Ordinal) ? 1 : null);
        return Task.CompletedTask;
    });
}

public sealed class AuditOnSqlite() : AuditStories(Engine.Sqlite);

public sealed class AuditOnPostgres() : AuditStories(Engine.Postgres);
