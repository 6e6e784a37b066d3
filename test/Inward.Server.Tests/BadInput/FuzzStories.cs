using System.Collections.Concurrent;
using System.Globalization;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Inward.Server.Tests.BadInput;

/// <summary>Twenty thousand requests that nobody should send, to every door: each is answered, and none with a fault of Inward's own.</summary>
public abstract class FuzzStories(TestHouse house)
{
    private const int Seed = 20_261_123;

    // INWARD_FUZZ=4711 sends that one alone; INWARD_FUZZ=1-100000 sends more.
    private static readonly (int From, int To) Numbers = (Environment.GetEnvironmentVariable("INWARD_FUZZ") ?? "1-20000").Split('-') is [var first, .. var last]
        ? (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last is [var to] ? to : first, CultureInfo.InvariantCulture)) : default;

    [Fact]
    public async Task No_request_makes_Inward_fail()
    {
        var (faults, statuses) = await Send(house, Numbers.From, Numbers.To);
        var counted = string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Value} × {s.Key}"));
        TestContext.Current.TestOutputHelper?.WriteLine(counted);
        faults.ShouldBeEmpty($"seed {Seed}; {counted}\n{string.Join('\n', Where(house.Log))}");
        // Many get far: were they all refused at the door, they would prove nothing.
        if (Numbers.To - Numbers.From > 10_000)
            new[] { 200, 201, 302, 400, 403, 404, 405, 409, 412, 422, 428 }.Where(s => statuses.GetValueOrDefault(s) < 20).ShouldBeEmpty();
        (await house.Call(Cast.Marta).Get("today")).Expect(200);
    }

    [Fact]
    public async Task A_door_that_fails_is_noticed()
    {
        await using var broken = await TestHouse.Open(house.Engine, builder => builder.Services.AddSingleton<IStartupFilter>(new Breaking()));
        (await Send(broken, 1, 400)).Faults.ShouldContain(fault => fault.Contains("500", StringComparison.Ordinal));
    }

    private static async Task<(List<string> Faults, IReadOnlyDictionary<int, int> Statuses)> Send(TestHouse to, int first, int last)
    {
        var fuzz = await Fuzz.On(to, Seed);
        var (faults, statuses, next) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>(), first - 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var connection = new RawConnection(to.Address);
            while (Interlocked.Increment(ref next) is var number && number <= last && faults.Count < 200)
            {
                var request = fuzz.Request(number);
                var status = await connection.Send(request.Bytes, request.IsHead);
                statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                if (status is <= 0 or >= 500)
                    faults.Enqueue($"{number}: {request.Line} → {status switch { 0 => "no answer", -1 => "no answer in time", _ => status.ToString(CultureInfo.InvariantCulture) }}");
            }
        })));
        return ([.. faults], statuses);
    }

    // What went wrong, and the first line of ours in each: two hundred faults are often one.
    private static IEnumerable<string> Where(IEnumerable<string> log) => log.Where(l => l.StartsWith("Error", StringComparison.Ordinal))
        .Select(l => l.Split('\n')).Select(l => $"{l[0]} {l.FirstOrDefault(f => f.Contains(" in /", StringComparison.Ordinal))?.Trim()}").CountBy(l => l).OrderByDescending(l => l.Value).Take(20).Select(l => $"{l.Value} × {l.Key}");

    private sealed class Breaking : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) => http.Request.Path.StartsWithSegments("/api/v1/sales", StringComparison.Ordinal) && http.Request.Method == "GET" ? throw new InvalidOperationException("broken on purpose") : rest(http));
            next(app);
        };
    }
}

public sealed class FuzzOnSqlite(SqliteHouse house) : FuzzStories(house), IClassFixture<SqliteHouse>;

public sealed class FuzzOnPostgres(PostgresHouse house) : FuzzStories(house), IClassFixture<PostgresHouse>;
