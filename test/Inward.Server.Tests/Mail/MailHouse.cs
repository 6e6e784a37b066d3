using System.Diagnostics;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Inward.Server.Tests.Mail;

/// <summary>A test house whose mail goes to a sink beside it.</summary>
public class MailHouse : TestHouse
{
    public MailHouse(Engine engine)
        : this(engine, new SmtpSink())
    {
    }

    private MailHouse(Engine engine, SmtpSink sink)
        : base(engine, builder => Configure(builder, sink)) => Sink = sink;

    public SmtpSink Sink { get; }

    public static async Task<MailHouse> Open(Engine engine)
    {
        var house = new MailHouse(engine);
        await house.InitializeAsync();
        return house;
    }

    public static void Configure(WebApplicationBuilder builder, SmtpSink sink, bool tls = false) => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Inward:Mail:Host"] = "localhost",
        ["Inward:Mail:Port"] = sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Inward:Mail:From"] = "Inward <inward@osterfenn.example>",
        ["Inward:Mail:Tls"] = tls ? "true" : "false",
    });

    /// <summary>The undo window closes, and the mails of what happened before it leave.</summary>
    public Task MailLeaves() => MoveOn(TimeSpan.FromSeconds(12));

    /// <summary>Time passes, and everything that is due by then is done; what the house itself has begun beside is waited for.</summary>
    public async Task MoveOn(TimeSpan by)
    {
        Clock.MoveOn(by);
        var patience = Stopwatch.StartNew();
        do
        {
            await DoJobs();
        }
        while (await Read(session => session.Count("select count(*) from job where due_at <= @now and failed is null", new { now = Clock.GetUtcNow() })) > 0
            && patience.Elapsed < TimeSpan.FromSeconds(30));
    }

    /// <summary>Until this hour of this day, in Berlin.</summary>
    public Task Until(DateTime there) => MoveOn(new DateTimeOffset(there, TimeSpan.FromHours(1)) - Clock.GetUtcNow());

    public async Task Say(string sql, object args) => await Store.Write(Store.System(Cast.Osterfenn), unit =>
    {
        unit.Write(sql, args);
        unit.Append("person.changed", Cast.Osterfenn, new { });
        return Task.CompletedTask;
    });

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Marta asks; the days are this week's and the next.</summary>
    public async Task<string> Ask(Colleague whom, string what) => await Ask(new { performer = whom.Id }, what);

    public async Task<string> Ask(object whom, string what)
    {
        var body = new Dictionary<string, object?>
        {
            ["what"] = what, ["reason"] = "The customer opens on Monday", ["effect"] = "They can start", ["conditions"] = new[] { "It stands on the dock" },
            ["answerBy"] = Today.AddDays(8), ["neededBy"] = Today.AddDays(30),
        };
        foreach (var property in whom.GetType().GetProperties())
            body[property.Name] = property.GetValue(whom);
        return (await Call(Cast.Marta).Post("asks", body)).Expect(201).Id;
    }
}

public sealed class SqliteMailHouse() : MailHouse(Engine.Sqlite);

public sealed class PostgresMailHouse() : MailHouse(Engine.Postgres);
