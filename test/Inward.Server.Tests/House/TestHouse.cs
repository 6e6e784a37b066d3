using System.Collections.Concurrent;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Sdk;

namespace Inward.Server.Tests.House;

/// <summary>
/// The real Inward on a free port, with the <see cref="Cast"/> moved in and a store of its own. A story is an abstract class
/// that takes a house, and is told on both engines by two lines below it:
/// <code>
/// public sealed class GreetingsOnSqlite(SqliteHouse house) : GreetingStories(house), IClassFixture&lt;SqliteHouse&gt;;
/// public sealed class GreetingsOnPostgres(PostgresHouse house) : GreetingStories(house), IClassFixture&lt;PostgresHouse&gt;;
/// </code>
/// The stories of a class share its house and run one after the other, so each makes the records that it counts. A story that
/// needs services of its own opens another house: <c>await using var house = await TestHouse.Open(engine, also)</c>.
/// </summary>
public class TestHouse(Engine engine, Action<WebApplicationBuilder>? also = null) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Colleague, Dictionary<string, string>> signedIn = new();
    private readonly ConcurrentQueue<string> log = new();
    private Settings? settings;
    private WebApplication? app;

    public Engine Engine => engine;

    public HouseClock Clock { get; } = new();

    public IServiceProvider Services => App.Services;

    public Store Store => Services.GetRequiredService<Store>();

    /// <summary>Where it listens, as http://127.0.0.1:12345.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>What it was started with: a child process can be started with the same store.</summary>
    public Settings Settings => settings ?? throw SkipException.ForSkip(Cluster.Missing!);

    /// <summary>Warnings and worse, since it was opened.</summary>
    public IReadOnlyCollection<string> Log => log;

    private WebApplication App => app ?? throw SkipException.ForSkip(Cluster.Missing!);

    public static Task<TestHouse> Open(Engine engine, Action<WebApplicationBuilder>? also = null) => Open(new TestHouse(engine, also));

    /// <summary>A house in a place where the cast has moved in already: another node, or the next day.</summary>
    public static Task<TestHouse> OpenAt(Settings place, Action<WebApplicationBuilder>? also = null) =>
        Open(new TestHouse(place.Database is null ? Engine.Sqlite : Engine.Postgres, also) { settings = place });

    public async ValueTask InitializeAsync()
    {
        if (engine == Engine.Postgres && Cluster.Missing is not null)
            return;
        settings ??= await MoveIn();
        app = Program.Build(settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Logging.ClearProviders().AddProvider(new Listening(log));
            also?.Invoke(builder);
        });
        await app.StartAsync();
    }

    /// <summary>Somebody at a browser without scripts, signed in unless <paramref name="who"/> is null.</summary>
    public async Task<Browser> Browse(Colleague? who = null)
    {
        var browser = new Browser(Address, log);
        if (who is null)
            return browser;
        if (signedIn.TryGetValue(who, out var cookies))
            return browser.With(cookies);
        var page = await browser.Open("/signin");
        (await browser.Submit(page, "form", new { name = who.Email, password = who.Password })).Path.ShouldNotBe("/signin", $"{who.Name} should be signed in");
        signedIn[who] = browser.Cookies;
        return browser;
    }

    /// <summary>A program that calls the API with a token, this colleague's or another; without one when both are null.</summary>
    public Caller Call(Colleague? who = null, string? token = null) => new(Address, token ?? who?.Token, log);

    public Task<T> Read<T>(Func<Session, Task<T>> ask) => Store.Read(ask);

    /// <summary>Does what is due by now: mails, reminders, webhooks. What a job puts off is not waited for.</summary>
    public async Task DoJobs()
    {
        while (await Services.GetRequiredService<Jobs>().DoWhatIsDue() > 0)
        {
        }
    }

    /// <summary>Where it stands, with the cast moved in.</summary>
    protected virtual Task<Settings> MoveIn() => Place.New(engine);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
            await app.DisposeAsync();
    }

    private static async Task<TestHouse> Open(TestHouse house)
    {
        await house.InitializeAsync();
        return house;
    }

    private sealed class Listening(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= LogLevel.Warning;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> say)
        {
            if (IsEnabled(level))
                log.Enqueue($"{level}: {say(state, failure)} {failure}");
        }

        public void Dispose()
        {
        }
    }
}

public sealed class SqliteHouse() : TestHouse(Engine.Sqlite);

public sealed class PostgresHouse() : TestHouse(Engine.Postgres);
