using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>A store is brought up to date once, whole, and never by an older Inward.</summary>
public abstract class MigratorStories(Engine engine) : IAsyncLifetime
{
    private Settings place = null!;
    private Store store = null!;

    public async ValueTask InitializeAsync()
    {
        place = await Place.Empty(engine);
        store = place.Open(new Bell(), new HouseClock());
    }

    [Fact]
    public async Task An_empty_store_gets_every_step_and_then_none()
    {
        (await Migrator.Version(store)).ShouldBe(0);
        (await Migrator.Migrate(store)).Count.ShouldBe(Migrator.Steps.Count);
        (await Migrator.Version(store)).ShouldBe(Migrator.Newest);
        (await Migrator.Migrate(store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_that_start_at_once_take_each_step_once()
    {
        await using var other = place.Open(new Bell(), new HouseClock());
        var taken = await Task.WhenAll(Migrator.Migrate(store), Migrator.Migrate(other));
        taken.Sum(t => t.Count).ShouldBe(Migrator.Steps.Count);
    }

    [Fact]
    public async Task A_store_of_a_newer_Inward_is_refused_untouched()
    {
        await Migrator.Migrate(store);
        await Migrator.Migrate(store, [.. Migrator.Steps, new(900, "900-of-the-future", "create table of_the_future (id integer)")]);
        var before = await Tables();
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => Migrator.Migrate(store));
        refused.Message.ShouldContain("newer Inward (schema 900");
        (await Tables()).ShouldBe(before);
        (await Migrator.Version(store)).ShouldBe(900);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_everything_as_it_was()
    {
        await Migrator.Migrate(store);
        var before = await Tables();
        Migrator.Step good = new(900, "900-good", "create table good (id integer); insert into good values (1)");
        Migrator.Step bad = new(901, "901-bad", "create table bad (id integer); insert into nowhere values (1)");
        await Should.ThrowAsync<System.Data.Common.DbException>(() => Migrator.Migrate(store, [.. Migrator.Steps, good, bad]));
        (await Tables()).ShouldBe(before);
        (await Migrator.Version(store)).ShouldBe(Migrator.Newest);
        (await Migrator.Migrate(store, [.. Migrator.Steps, good])).ShouldBe(["900-good"]);
        (await Tables()).ShouldBe([.. before.Append("good").Order(StringComparer.Ordinal)]);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return store?.DisposeAsync() ?? default;
    }

    private async Task<List<string>> Tables() => [.. (await store.Read(s => s.All<string>(engine == Engine.Sqlite
        ? "select name from sqlite_schema where type in ('table', 'index', 'trigger')"
        : "select relname from pg_class join pg_namespace n on n.oid = relnamespace where nspname = 'public'"))).Order(StringComparer.Ordinal)];
}

public sealed class MigratorOnSqlite() : MigratorStories(Engine.Sqlite);

public sealed class MigratorOnPostgres() : MigratorStories(Engine.Postgres);
