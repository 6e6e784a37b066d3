using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Storage;

/// <summary>
/// Inward, or PostgreSQL under it, is killed in the middle of its work, again and again. What was acknowledged is there, nothing
/// is there by halves, and whoever got no answer asks again and gets it once.
/// </summary>
public abstract class CrashStories(Engine engine) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string?> asked = new(StringComparer.Ordinal);
    private Settings place = null!;

    /// <summary>INWARD_KILLS says how often; bin/ci asks for fifty.</summary>
    protected static int Kills => int.TryParse(Environment.GetEnvironmentVariable("INWARD_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    protected abstract Task<Settings> Found();

    public async ValueTask InitializeAsync() => place = await Found();

    [Fact]
    public async Task Inward_is_killed_at_work_and_nothing_acknowledged_is_missing()
    {
        var (restarts, dice) = (new List<double>(), new Random(20261121));
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var inward = await Child.Start(place);
            restarts.Add(inward.StartedWithin.TotalMilliseconds);
            using var stop = new CancellationTokenSource();
            var callers = Callers(() => inward.Address, stop.Token);
            await SomebodyIsAcknowledged();
            await Task.Delay(dice.Next(0, 500), CancellationToken.None);
            await inward.Kill();
            await stop.CancelAsync();
            await callers;
            await NothingIsMissing(whole: kill % 10 == 0);
        }
        await EverybodyAsksAgain();
        restarts.Sort();
        Console.WriteLine($"{Kills} kills of Inward on {engine}: {Acknowledged} acknowledged, none missing; ready again within {restarts[restarts.Count / 2]:0} ms (median), {restarts[^1]:0} ms (longest).");
    }

    [Fact]
    public async Task What_is_missing_or_there_by_halves_would_be_noticed()
    {
        await NothingIsMissing(whole: true);
        asked["acknowledged"] = Cast.Marta.Id.ToString();
        (await Record.ExceptionAsync(() => NothingIsMissing(whole: false))).ShouldNotBeNull().ToString().ShouldContain(nameof(ShouldAssertException));
        asked.Clear();
        await using var store = place.Open(new Bell(), TimeProvider.System);
        await store.Write(store.System(Cast.Osterfenn), unit => Task.FromResult(unit.Append("ask.asked", Cast.Warehouse, new { })));
        (await Record.ExceptionAsync(() => NothingIsMissing(whole: false))).ShouldNotBeNull().ToString().ShouldContain(nameof(ShouldAssertException));
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>Eight people who ask without pause, each ask with a key of its own, and note which were acknowledged.</summary>
    protected Task Callers(Func<Uri> address, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
    {
        while (!stop.IsCancellationRequested)
        {
            var key = Id.New(TimeProvider.System.GetUtcNow()).ToString();
            asked[key] = null;
            if (await Ask(new Caller(address(), Cast.Marta.Token, []), key) is { } id)
                asked[key] = id;
            else
                await Task.Delay(20, CancellationToken.None);
        }
    }));

    /// <summary>Waits until ten more are: a kill before the first answer would prove nothing.</summary>
    protected async Task SomebodyIsAcknowledged()
    {
        var (before, patience) = (Acknowledged, Stopwatch.StartNew());
        while (Acknowledged < before + 10)
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), "Nobody gets an answer.");
            await Task.Delay(10);
        }
    }

    private int Acknowledged => asked.Count(a => a.Value is not null);

    protected async Task NothingIsMissing(bool whole)
    {
        await using var store = place.Open(new Bell(), TimeProvider.System);
        var present = (await store.Read(s => s.All<Id>("select id from ask where workspace = @Osterfenn", new { Cast.Osterfenn }))).Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
        asked.Values.OfType<string>().Where(id => !present.Contains(id)).ShouldBeEmpty();
        // An ask is a row, a happening, an entry of search and a reply that is kept for its key: all or none.
        foreach (var (part, sql) in new[] { ("happenings", "happening where kind = 'ask.asked'"), ("search", "search where kind = 'ask'"), ("replies", "idempotency") })
            (await store.Read(s => s.Count($"select count(*) from {sql}"))).ShouldBe(present.Count, part);
        if (whole)
            (await Check.Run(store)).Faults.ShouldBeEmpty();
    }

    /// <summary>Acknowledged or not: with its key, every ask is there once in the end.</summary>
    protected async Task EverybodyAsksAgain()
    {
        await using (var inward = await Child.Start(place))
        {
            await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (ask, _) =>
            {
                // Whoever is told to try again in a moment does, with the same key.
                var id = await Ask(inward.Call(Cast.Marta), ask.Key);
                for (var more = 0; id is null && more < 10; more++)
                {
                    await Task.Delay(500, CancellationToken.None);
                    id = await Ask(inward.Call(Cast.Marta), ask.Key);
                }
                id.ShouldNotBeNull();
                if (ask.Value is not null)
                    id.ShouldBe(ask.Value);
            });
            await inward.Ask();
            (await inward.Exit(TimeSpan.FromSeconds(60))).ShouldBe(0);
        }
        await NothingIsMissing(whole: true);
        await using var store = place.Open(new Bell(), TimeProvider.System);
        (await store.Read(s => s.Count("select count(*) from ask"))).ShouldBe(asked.Count);
        asked.ShouldNotBeEmpty();
    }

    private static async Task<string?> Ask(Caller caller, string key)
    {
        try
        {
            var answer = await caller.Post("asks", new
            {
                what = "Send the crate", performer = Cast.Wanda.Id, reason = "The roastery opens", effect = "They roast on their first day", conditions = new[] { "The crate is at the gate" },
                answerBy = Today(20), neededBy = Today(30),
            }, key);
            return answer.Status == 503 ? null : answer.Expect(201).Id;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static string Today(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("O", CultureInfo.InvariantCulture);
}

public sealed class CrashesOnSqlite() : CrashStories(Engine.Sqlite)
{
    protected override Task<Settings> Found() => Place.New(Engine.Sqlite);

    [Fact]
    public async Task Inward_that_is_asked_to_stop_finishes_what_waits_first()
    {
        var place = await Found();
        await using var inward = await Child.Start(place);
        using var live = await new HttpClient().GetAsync(new Uri(inward.Address, "/healthz"));
        await using var held = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={place.Data}/inward.db;Pooling=false");
        await held.OpenAsync();
        await using (var hold = held.CreateCommand())
        {
            hold.CommandText = "begin immediate";
            await hold.ExecuteNonQueryAsync();
        }
        var waiting = Enumerable.Range(0, 20).Select(i => inward.Call(Cast.Marta).Post("asks", new { what = $"Waiting {i}", draft = true })).ToList();
        await Task.Delay(500);
        await inward.Ask();
        await Task.Delay(500);
        waiting.ShouldAllBe(w => !w.IsCompleted);
        await held.CloseAsync();
        foreach (var answer in await Task.WhenAll(waiting))
            answer.Expect(201);
        (await inward.Exit(TimeSpan.FromSeconds(60))).ShouldBe(0);
        // Closed properly, the database is one file again.
        File.Exists($"{place.Data}/inward.db-wal").ShouldBeFalse();
        await using var store = place.Open(new Bell(), TimeProvider.System);
        (await store.Read(s => s.Count("select count(*) from ask"))).ShouldBe(20);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_named_and_what_was_acknowledged_stays()
    {
        var place = await Found();
        var acknowledged = new List<string>();
        await using (var inward = await Child.Start(place, "trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; exec prlimit --fsize=1500000:unlimited"))
        {
            var marta = inward.Call(Cast.Marta);
            Answer answer;
            while ((answer = await marta.Post("asks", new { what = new string('x', 1000), draft = true })).Status == 201)
                acknowledged.Add(answer.Id);
            answer.Expect(503)["detail"].GetString().ShouldBe("The disk could not be written. Nothing was saved.");
            (await marta.Get($"asks/{acknowledged[^1]}")).Expect(200);
            await inward.Lift("fsize");
            acknowledged.Add((await marta.Post("asks", new { what = "It can be written again", draft = true })).Expect(201).Id);
        }
        await using var store = place.Open(new Bell(), TimeProvider.System);
        (await store.Read(s => s.All<Id>("select id from ask order by id"))).Select(id => id.ToString()).ShouldBe(acknowledged);
        (await Check.Run(store)).Faults.ShouldBeEmpty();
    }
}

public sealed class CrashesOnPostgres() : CrashStories(Engine.Postgres)
{
    private Cluster cluster = null!;
    private Settings place = null!;

    protected override async Task<Settings> Found()
    {
        Place.NeedsPostgres();
        cluster = await Cluster.Start();
        place = await Place.NewDatabase(cluster, "template0");
        await using var store = place.Open(new Bell(), TimeProvider.System);
        await Cast.MoveIn(store);
        return place;
    }

    [Fact]
    public async Task PostgreSQL_is_killed_at_work_and_nothing_acknowledged_is_missing()
    {
        var (dice, kills) = (new Random(20261121), (Kills + 4) / 5);
        await using (var inward = await Child.Start(place))
        {
            using var stop = new CancellationTokenSource();
            var callers = Callers(() => inward.Address, stop.Token);
            for (var kill = 0; kill < kills; kill++)
            {
                await SomebodyIsAcknowledged();
                await Task.Delay(dice.Next(0, 500), CancellationToken.None);
                await cluster.Kill();
                await Task.Delay(dice.Next(0, 300), CancellationToken.None);
                await cluster.Resume();
            }
            await SomebodyIsAcknowledged();
            await stop.CancelAsync();
            await callers;
        }
        await EverybodyAsksAgain();
        Console.WriteLine($"{kills} kills of PostgreSQL: none missing.");
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
