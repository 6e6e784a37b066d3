using System.Diagnostics;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.SignIn;

/// <summary>Tokens: what programs may do in somebody's name, on a page, over the API and from the command line.</summary>
public abstract class TokenStories(TestHouse house)
{
    [Fact]
    public async Task A_token_made_on_a_page_is_shown_once_and_opens_the_api_until_it_is_revoked()
    {
        var browser = await house.Browse(Cast.Wanda);
        var page = await browser.Submit(await browser.Open("/settings/tokens"), "form.form", new { name = "calendar", scopes = new[] { "read" } });
        page.Expect(200).Headers.CacheControl!.NoStore.ShouldBeTrue();
        var secret = page.Find("#secret")!.GetAttribute("value")!;
        (await browser.Open("/settings/tokens")).Find("#secret").ShouldBeNull();
        page.Text.ShouldContain("calendar");

        var program = house.Call(token: secret);
        (await program.Get("me")).Expect(200)["name"].GetString().ShouldBe("Wanda Lorenz");
        (await program.Patch("me", new { title = "Somebody else" }, "*")).Expect(403)["detail"].GetString()!.ShouldContain("may not write");

        await browser.Submit(await browser.Open("/settings/tokens"), "li:has(strong:contains('calendar')) form", button: "button");
        (await program.Get("me")).Expect(401);
    }

    [Fact]
    public async Task A_token_made_over_the_api_opens_no_more_than_the_one_that_made_it()
    {
        var made = (await house.Call(Cast.Noor).Post("tokens", new { name = "reader", scopes = new[] { "read" }, endsOn = "2026-12-24" })).Expect(201);
        made["secret"].GetString()!.ShouldStartWith("iwt_");
        made["endsAt"].GetString().ShouldBe("2026-12-24T23:00:00.000Z");
        var reader = house.Call(token: made["secret"].GetString());
        (await reader.Post("tokens", new { name = "more", scopes = new[] { "read" } })).Expect(403);
        var writer = (await house.Call(Cast.Noor).Post("tokens", new { name = "writer", scopes = new[] { "write" }, endsOn = "2026-12-24" })).Expect(201);
        var wider = house.Call(token: writer["secret"].GetString());
        (await wider.Post("tokens", new { name = "more", scopes = new[] { "read", "write" }, endsOn = "2026-12-01" })).Expect(403)["detail"].GetString()!.ShouldContain("more than itself");
        (await wider.Post("tokens", new { name = "longer", scopes = new[] { "write" }, endsOn = "2026-12-25" })).Expect(403)["detail"].GetString()!.ShouldContain("outlives");
        (await house.Call(Cast.Noor).Post("tokens", new { name = "notes", scopes = new[] { "notes" } })).Expect(403);
        (await house.Call(Cast.Noor).Post("tokens", new { name = "", scopes = new[] { "everything" }, endsOn = "2026-11-01" })).Expect(422)["errors"].EnumerateObject().Select(e => e.Name)
            .ShouldBe(["name", "scopes", "endsOn"]);
    }

    [Fact]
    public async Task A_token_opens_nothing_after_its_last_day()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var made = (await fresh.Call(Cast.Noor).Post("tokens", new { name = "short", scopes = new[] { "read" }, endsOn = "2026-11-23" })).Expect(201);
        var program = fresh.Call(token: made["secret"].GetString());
        fresh.Clock.MoveOn(TimeSpan.FromHours(14));
        (await program.Get("me")).Expect(200);
        fresh.Clock.MoveOn(TimeSpan.FromHours(2));
        (await program.Get("me")).Expect(401);
    }

    [Fact]
    public async Task Only_its_owner_sees_and_revokes_a_token()
    {
        var made = (await house.Call(Cast.Marta).Post("tokens", new { name = "mine", scopes = new[] { "read" } })).Expect(201);
        (await house.Call(Cast.Marta).Get("tokens")).Items.ShouldContain(t => t.GetProperty("id").GetString() == made.Id);
        (await house.Call(Cast.Marta).Get($"tokens/{made.Id}")).Expect(200).Body.ShouldNotContain("secret");
        foreach (var other in new[] { Cast.Gareth, Cast.Priya, Cast.Stranger })
        {
            (await house.Call(other).Get($"tokens/{made.Id}")).Expect(404);
            (await house.Call(other).Delete($"tokens/{made.Id}", made.ETag)).Expect(404);
        }
        (await house.Call(Cast.Marta).Delete($"tokens/{made.Id}", null)).Expect(428);
        (await house.Call(Cast.Marta).Delete($"tokens/{made.Id}", "\"7\"")).Expect(412);
        (await house.Call(Cast.Marta).Delete($"tokens/{made.Id}", made.ETag)).Expect(204);
        (await house.Call(Cast.Marta).Get($"tokens/{made.Id}")).Expect(404);
        (await house.Call(token: made["secret"].GetString()).Get("me")).Expect(401);
    }

    [Fact]
    public async Task A_retry_tells_the_same_secret_and_the_store_keeps_none()
    {
        var body = new { name = "retried", scopes = new[] { "read" } };
        var first = (await house.Call(Cast.Gareth).Post("tokens", body, key: "once")).Expect(201);
        (await house.Call(Cast.Gareth).Post("tokens", body, key: "once")).Expect(201).Body.ShouldBe(first.Body);
        var kept = await house.Read(session => session.One<string>("select reply from idempotency where workspace = @Workspace and person = @Id and key = 'program:once'", new { Cast.Gareth.Workspace, Cast.Gareth.Id }));
        kept.ShouldNotBeNull();
        kept.ShouldNotContain("iwt_");
        kept.ShouldNotContain("retried");
        (await house.Call(token: first["secret"].GetString()).Get("me")).Expect(200);
    }

    [Fact]
    public async Task An_operator_makes_a_token_on_the_command_line_and_its_person_is_told()
    {
        var made = await Run("token", "create", "--person", Cast.Helen.Email, "--name", "month end");
        made.Code.ShouldBe(0, made.Said);
        (await house.Call(token: made.Said.Trim()).Get("me")).Expect(200)["scopes"].EnumerateArray().Select(s => s.GetString()).ShouldBe(["read", "write"]);
        (await (await house.Browse(Cast.Helen)).Open("/settings")).Text.ShouldContain("An operator made the token “month end” in your name.");
        (await (await house.Browse(Cast.Helen)).Open("/settings/tokens")).Text.ShouldContain("by an operator");

        (await Run("token", "create", "--person", Cast.Helen.Email, "--scopes", "read notes")).ShouldBe((1, "", "Private notes are their author's alone: only they can make a token that reads them.\n"));
        (await Run("token", "create", "--person", "nobody@osterfenn.example")).ShouldBe((1, "", "There is nobody here called nobody@osterfenn.example.\n"));
        (await Run("token", "create")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_in_the_cookie_opens_nothing_for_programs_and_a_token_nothing_for_browsers()
    {
        var browser = await house.Browse(Cast.Wanda);
        (await house.Call(token: browser.Cookies["inward"]).Get("me")).Expect(401);
        (await browser.Open("/api/v1/me")).Status.ShouldBe(401);
        (await (await house.Browse()).With(new() { ["inward"] = Cast.Wanda.Token }).Open("/")).Path.ShouldBe("/signin");
    }

    private async Task<(int Code, string Said, string Complained)> Run(params string[] words)
    {
        string[] store = house.Settings.Database is { } database ? ["--database", database] : ["--data", house.Settings.Data!];
        using var inward = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Inward.Server.dll"), .. words, .. store])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" },
        })!;
        var (said, complained) = (inward.StandardOutput.ReadToEndAsync(), inward.StandardError.ReadToEndAsync());
        await inward.WaitForExitAsync();
        return (inward.ExitCode, await said, await complained);
    }
}

public sealed class TokensOnSqlite(SqliteHouse house) : TokenStories(house), IClassFixture<SqliteHouse>;

public sealed class TokensOnPostgres(PostgresHouse house) : TokenStories(house), IClassFixture<PostgresHouse>;
