using Inward.House;
using Inward.People;
using Inward.Server.House;
using Inward.Server.People;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Npgsql;

namespace Inward.Server.Tests.Storage;

/// <summary>A change happens whole or not at all, whoever else changes things at the same time.</summary>
public abstract class UnitStories(TestHouse house)
{
    private Store Store => house.Store;

    [Fact]
    public async Task A_change_happens_whole_or_not_at_all()
    {
        var before = await Everything();
        await Should.ThrowAsync<InvalidOperationException>(() => Write(async unit =>
        {
            Found(unit, "Half a team");
            await unit.Count("select count(*) from team");
            unit.DoLater("half.job", null, new { }, unit.Now);
            throw new InvalidOperationException("The power went.");
        }));
        (await Everything()).ShouldBe(before);
        await Write(unit =>
        {
            Found(unit, "A whole team");
            unit.DoLater("whole.job", null, new { }, unit.Now.AddYears(1));
            return Task.CompletedTask;
        });
        (await Everything()).ShouldBe(before + 5);
    }

    [Fact]
    public async Task A_broken_rule_takes_nobody_else_along()
    {
        using var gate = new ManualResetEventSlim();
        // The first holds SQLite's only writer until the others stand in its queue, so they share one transaction.
        var first = house.Engine == Engine.Sqlite ? Write(_ => Task.FromResult(gate.Wait(TimeSpan.FromSeconds(20)))) : Task.CompletedTask;
        var others = Enumerable.Range(0, 60).Select(i => Write(unit =>
        {
            Found(unit, $"Together {i}");
            return i % 3 == 0 ? throw Rule.NotNow("Not every third.") : Task.CompletedTask;
        })).ToList();
        gate.Set();
        await first;
        foreach (var (other, i) in others.Select((o, i) => (o, i)))
            (await Record.ExceptionAsync(() => other))?.GetType().ShouldBe(i % 3 == 0 ? typeof(BrokenRule) : null);
        (await Teams("Together %")).ShouldBe(40);
    }

    [Fact]
    public async Task Of_two_who_change_one_record_the_second_is_told()
    {
        var team = new Team(Cast.Osterfenn, Id.New(house.Clock.GetUtcNow()), "Read by two");
        await Write(unit => Save(unit, team, isNew: true));
        await Write(unit => Save(unit, team with { Name = "Changed by one", Version = 2 }));
        var told = await Should.ThrowAsync<BrokenRule>(() => Write(unit => Save(unit, team with { Name = "Changed by the other", Version = 2 })));
        told.Why.ShouldBe(Broken.Stale);
        (await Teams("Changed by one")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_who_take_one_address_at_once_one_gets_it_and_the_others_are_told_why()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Record.ExceptionAsync(() => Write(unit =>
            unit.Save(new Person(Cast.Osterfenn, Id.New(unit.Now), $"Twin {i}") { Email = "twin@osterfenn.example" }, isNew: true))).AsTask()));
        outcomes.Count(o => o is null).ShouldBe(1);
        outcomes.OfType<BrokenRule>().Count(o => o.Why == Broken.Invalid && o.Fields[0].Name == "email").ShouldBe(11);
    }

    [Fact]
    public async Task Who_is_told_that_it_is_done_finds_every_listener_told()
    {
        var bell = new Bell();
        await using var store = house.Settings.Open(bell, house.Clock);
        var heard = new List<Ring>();
        bell.Rang += heard.Add;
        for (var i = 0; i < 20; i++)
        {
            Id on = default;
            await store.Write(Act(), unit =>
            {
                on = Found(unit, $"Heard {i}");
                return Task.CompletedTask;
            });
            heard[^1].ShouldBe(new Ring(Cast.Osterfenn, "team", on));
        }
        heard.Count.ShouldBe(20);
    }

    [Fact]
    public async Task What_happened_is_told_in_the_order_in_which_it_happened()
    {
        foreach (var i in Enumerable.Range(0, 10))
            await Write(unit => Task.FromResult(unit.Append("order.kept", Cast.Warehouse, new { i })));
        var told = await Store.Read(s => s.All<string>("select payload from happening where workspace = @Osterfenn and kind = 'order.kept' order by id", new { Cast.Osterfenn }));
        told.ShouldBe(Enumerable.Range(0, 10).Select(i => $$"""{"i":{{i}}}"""));
    }

    protected Act Act() => new(Cast.Osterfenn, Cast.Wanda.Id, house.Clock.GetUtcNow(), "api");

    protected Task Write(Func<Unit, Task> change) => Store.Write(Act(), change);

    protected static Id Found(Unit unit, string name)
    {
        var id = Id.New(unit.Now);
        unit.Save(new Team(Cast.Osterfenn, id, name), isNew: true);
        unit.Append("team.founded", id, new { name });
        return id;
    }

    protected Task<long> Teams(string like) => Store.Read(s => s.Count("select count(*) from team where workspace = @Osterfenn and name like @like", new { Cast.Osterfenn, like }));

    private static Task Save(Unit unit, Team team, bool isNew = false)
    {
        unit.Save(team, isNew);
        return Task.CompletedTask;
    }

    // A team is a row of its own, one in audience, one in search, one happening; with a job that makes five.
    private Task<long> Everything() => Store.Read(s => s.Count("""
        select (select count(*) from team) + (select count(*) from audience) + (select count(*) from search) + (select count(*) from happening) + (select count(*) from job)
        """));
}

public sealed class UnitsOnSqlite(SqliteHouse house) : UnitStories(house), IClassFixture<SqliteHouse>
{
    [Fact]
    public async Task Whoever_reads_sees_one_moment()
    {
        var (first, second) = await house.Read(async session =>
        {
            var before = await session.Count("select count(*) from team");
            await Write(unit => Task.FromResult(Found(unit, "Founded while someone reads")));
            return (before, await session.Count("select count(*) from team"));
        });
        second.ShouldBe(first);
        (await house.Read(s => s.Count("select count(*) from team"))).ShouldBe(first + 1);
    }
}

public sealed class UnitsOnPostgres(PostgresHouse house) : UnitStories(house), IClassFixture<PostgresHouse>
{
    [Fact]
    public async Task Two_who_wait_for_each_other_both_get_through()
    {
        var meeting = new Barrier(2);
        await Task.WhenAll(Task.Run(() => Swap(Cast.Warehouse, Cast.Finance)), Task.Run(() => Swap(Cast.Finance, Cast.Warehouse)));
        (await house.Read(s => s.Count("select sum(version) from team where id in @ids", new { ids = new List<Id> { Cast.Warehouse, Cast.Finance } }))).ShouldBe(6);

        Task Swap(Id one, Id other)
        {
            var attempts = 0;
            return Write(async unit =>
            {
                unit.Write("update team set version = version + 1 where id = @one", new { one });
                await unit.Count("select 1");
                if (attempts++ == 0)
                    meeting.SignalAndWait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
                unit.Write("update team set version = version + 1 where id = @other", new { other });
            });
        }
    }

    [Fact]
    public async Task Another_node_hears_what_changed_here()
    {
        var (bell, stop) = (new Bell(), new CancellationTokenSource());
        await using var node = (PostgresStore)house.Settings.Open(bell, TimeProvider.System);
        var heard = new TaskCompletionSource<Ring>();
        bell.Rang += ring => heard.TrySetResult(ring);
        var listening = node.Listen(stop.Token);
        Id on = default;
        while (!heard.Task.IsCompleted)
        {
            // Until it listens, it hears nothing.
            await Write(unit => Task.FromResult(on = Found(unit, "Heard elsewhere")));
            await Task.WhenAny(heard.Task, Task.Delay(100));
        }
        (await heard.Task).Room.ShouldBe("team");
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task What_is_acknowledged_is_on_disk()
    {
        await using var connection = new NpgsqlConnection(house.Settings.Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')", connection);
        (await command.ExecuteScalarAsync()).ShouldBe("ononon");
    }
}
