using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>What the operator types: 0 done, 1 refused by a rule, 2 wrong use, 3 cannot reach or store.</summary>
public abstract class StoreVerbStories(Engine engine)
{
    [Fact]
    public async Task A_backup_goes_to_a_new_machine_and_speaks_when_it_is_told_to()
    {
        var (here, there, file) = (await Place.New(engine), await Place.Empty(engine), Path.Combine(Place.NewFolder(), "backup.zip"));
        (await Type(here, "backup", file)).ShouldBe(0);
        (await Type(here, "backup", file)).ShouldBe(1);
        (await Type(there, "restore", file)).ShouldBe(0);
        (await Type(there, "restore", file)).ShouldBe(1);
        (await Type(there, "check")).ShouldBe(0);
        (await Type(there, "audit", "verify")).ShouldBe(0);
        (await Silent(there)).ShouldBe(2);
        (await Type(there, "silent", "off")).ShouldBe(0);
        (await Silent(there)).ShouldBe(0);
        (await Type(there, "silent", "on")).ShouldBe(0);
        (await Silent(there)).ShouldBe(2);
    }

    [Fact]
    public async Task A_fault_that_check_finds_is_its_exit()
    {
        var place = await Place.New(engine);
        await using (var store = place.Open(new Bell(), TimeProvider.System))
            await store.Write(store.System(Cast.Osterfenn), unit => Task.Run(() => unit.Write("delete from search where kind = 'team'", new { })));
        (await Type(place, "check")).ShouldBe(1);
    }

    [Fact]
    public async Task Wrong_use_and_a_store_that_is_not_there_have_exits_of_their_own()
    {
        var place = await Place.New(engine);
        (await Type(place, "backup")).ShouldBe(2);
        (await Type(place, "silent", "perhaps")).ShouldBe(2);
        (await Type(place, "restore", "/no/such/file.zip")).ShouldBe(1);
        var nowhere = engine == Engine.Sqlite
            ? place with { Data = Path.Combine(place.Data!, "nowhere") }
            : place with { Database = "Host=/no/such/socket;Username=inward;Database=inward" };
        (await Type(nowhere, "check")).ShouldBe(3);
        Directory.Exists(Path.Combine(place.Data ?? "/no", "nowhere")).ShouldBeFalse();
    }

    private static Task<int> Type(Settings place, params string[] words) =>
        Verbs.Run([.. words, .. place.Database is { } database ? new[] { "--database", database } : ["--data", place.Data!]]);

    private static async Task<long> Silent(Settings place)
    {
        await using var store = place.Open(new Bell(), TimeProvider.System);
        return await store.Read(s => s.Count("select count(*) from workspace where silent = 1"));
    }
}

public sealed class StoreVerbsOnSqlite() : StoreVerbStories(Engine.Sqlite);

public sealed class StoreVerbsOnPostgres() : StoreVerbStories(Engine.Postgres);
