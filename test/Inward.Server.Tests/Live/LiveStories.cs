using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Inward.Server.Tests.Live;

/// <summary>Open pages hear what changed, and nobody hears of what is not theirs.</summary>
public abstract class LiveStories(TestHouse house)
{
    [Fact]
    public async Task Whoever_is_asked_hears_of_it_and_nobody_else_does()
    {
        using var wanda = await OpenPage.Open(house.Address, await house.Browse(Cast.Wanda));
        using var noor = await OpenPage.Open(house.Address, await house.Browse(Cast.Noor));
        using var stranger = await OpenPage.Open(house.Address, Cast.Stranger.Token);
        var forWanda = await Ask(Cast.Wanda);
        (await wanda.Next()).ShouldBe($$"""{"on":"ask","id":"{{forWanda}}"}""");
        // The next thing Noor hears is her own ask: of the first she never heard.
        var forNoor = await Ask(Cast.Noor);
        (await noor.Next()).ShouldContain(forNoor);
        stranger.HasHeard.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_open_to_everyone_is_heard_by_everyone_here()
    {
        using var noor = await OpenPage.Open(house.Address, Cast.Noor.Token);
        var ask = await Ask(Cast.Wanda, open: true);
        (await noor.Next()).ShouldContain(ask);
    }

    [Fact]
    public async Task An_ask_that_was_taken_back_is_said_a_last_time_to_whom_it_was_shown()
    {
        using var wanda = await OpenPage.Open(house.Address, Cast.Wanda.Token);
        var ask = await Ask(Cast.Wanda);
        (await wanda.Next()).ShouldContain(ask);
        (await house.Call(Cast.Marta).Post($"asks/{ask}/undoing")).Expect(200);
        (await wanda.Next()).ShouldContain(ask);
        (await house.Call(Cast.Marta).Post($"asks/{ask}/sending")).Expect(200);
        (await wanda.Next()).ShouldContain(ask);
    }

    [Fact]
    public async Task Nobody_hears_who_signs_in()
    {
        using var wanda = await OpenPage.Open(house.Address, Cast.Wanda.Token);
        await house.Store.Write(new Act(Cast.Osterfenn, Cast.Gareth.Id, house.Clock.GetUtcNow(), "page"), unit =>
        {
            unit.Append("session.opened", Cast.Gareth.Id, new { });
            return Task.CompletedTask;
        });
        var ask = await Ask(Cast.Wanda);
        (await wanda.Next()).ShouldContain(ask);
    }

    [Fact]
    public async Task Without_signing_in_there_is_nothing_to_hear()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(house.Address, "/live"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(401);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_leaves_hears_nothing_more()
    {
        await using var own = await TestHouse.Open(house.Engine);
        var cookies = await own.Browse(Cast.Piotr);
        using var piotr = await OpenPage.Open(own.Address, cookies);
        using var wanda = await OpenPage.Open(own.Address, await own.Browse(Cast.Wanda));
        await own.Store.Write(new Act(Cast.Osterfenn, Cast.Priya.Id, own.Clock.GetUtcNow(), "page"), unit =>
        {
            unit.Write("update person set left_on = '2026-11-20' where workspace = @Workspace and id = @Id", new { unit.Workspace, Cast.Piotr.Id });
            unit.Append("person.left", Cast.Piotr.Id, new { });
            return Task.CompletedTask;
        });
        (await wanda.Next()).ShouldContain("person");
        (await piotr.Ended()).ShouldBeTrue(string.Join('\n', own.Log));
        using var http = new HttpClient();
        using var again = await OpenPage.Ask(http, own.Address, cookies);
        ((int)again.StatusCode).ShouldBe(401);
    }

    protected async Task<string> Ask(Colleague whom, bool open = false) => (await house.Call(Cast.Marta).Post("asks", new
    {
        what = "Crate the second pump", performer = whom.Id, reason = "The customer opens on Monday", effect = "They can start",
        conditions = new[] { "It stands on the dock" }, answerBy = "2026-12-01", neededBy = "2026-12-03", open,
    })).Expect(201).Id;
}

public sealed class LiveOnSqlite(SqliteHouse house) : LiveStories(house), IClassFixture<SqliteHouse>;

public sealed class LiveOnPostgres(PostgresHouse house) : LiveStories(house), IClassFixture<PostgresHouse>
{
    [Fact]
    public async Task A_change_at_one_node_is_heard_at_the_other()
    {
        await using var other = Program.Build(house.Settings, builder => builder.Services.AddSingleton<TimeProvider>(house.Clock));
        await other.StartAsync(TestContext.Current.CancellationToken);
        var there = new Uri(other.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var wanda = await OpenPage.Open(there, Cast.Wanda.Token);
        var ask = await Ask(Cast.Wanda);
        (await wanda.Next()).ShouldContain(ask);
    }
}
