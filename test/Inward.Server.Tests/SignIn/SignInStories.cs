using System.Net;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Inward.Server.Tests.SignIn;

/// <summary>A name and a password become a session, for the one they belong to and for nobody else.</summary>
public abstract class SignInStories(TestHouse house)
{
    [Fact]
    public async Task Strangers_who_guess_lock_out_strangers_but_not_the_person_at_their_own_desk()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var desk = await fresh.Browse();
        (await Try(desk, Cast.Wanda, Cast.Wanda.Password)).Path.ShouldBe("/");
        await desk.Submit(await desk.Open("/signout"), "form");

        var stranger = await fresh.Browse();
        for (var i = 0; i < 10; i++)
            (await Try(stranger, Cast.Wanda, $"guess number {i}")).Expect(422);
        var refused = (await Try(stranger, Cast.Wanda, Cast.Wanda.Password)).Expect(429);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        refused.Find("#errors")!.TextContent.ShouldContain("Wait a quarter of an hour");

        (await Try(desk, Cast.Wanda, Cast.Wanda.Password)).Expect(200).Path.ShouldBe("/");
        fresh.Clock.MoveOn(TimeSpan.FromMinutes(15));
        (await Try(stranger, Cast.Wanda, Cast.Wanda.Password)).Expect(200).Path.ShouldBe("/");
    }

    [Fact]
    public async Task Ten_wrong_passwords_at_ones_own_desk_are_enough_too()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var desk = await fresh.Browse();
        await Try(desk, Cast.Wanda, Cast.Wanda.Password);
        await desk.Submit(await desk.Open("/signout"), "form");
        for (var i = 0; i < 10; i++)
            (await Try(desk, Cast.Wanda, $"guess number {i}")).Expect(422);
        (await Try(desk, Cast.Wanda, Cast.Wanda.Password)).Expect(429);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_just_like_a_known_one()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var (known, unknown) = (await fresh.Browse(), await fresh.Browse());
        for (var i = 0; i < 11; i++)
        {
            var (one, other) = (await Try(known, Cast.Marta, "not her password"), await Try(unknown, Cast.Marta with { Email = "nobody@osterfenn.example" }, "not her password"));
            (other.Status, other.Find("#errors")!.TextContent).ShouldBe((one.Status, one.Find("#errors")!.TextContent));
            one.Status.ShouldBe(i < 10 ? 422 : 429);
        }
    }

    [Fact]
    public async Task One_network_may_not_guess_for_ever()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var browser = await fresh.Browse();
        for (var i = 0; i < Limits.GuessesAMinute; i++)
            (await Try(browser, Cast.Marta with { Email = $"nobody{i}@osterfenn.example" }, "not her password")).Expect(422);
        var refused = (await Try(browser, Cast.Noor, Cast.Noor.Password)).Expect(429);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        (await fresh.Call(token: Keys.NewSecret("iwt", Cast.Osterfenn)).Get("people")).Expect(429).Type.ShouldBe("application/problem+json");
        (await fresh.Call(Cast.Noor).Get("no-such-room")).Expect(404);
    }

    [Fact]
    public async Task Who_signs_in_often_and_rightly_is_never_refused()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        for (var i = 0; i < Lockout.Most + 3; i++)
            (await Try(await fresh.Browse(), Cast.Helen, Cast.Helen.Password)).Expect(200).Path.ShouldBe("/");
    }

    [Fact]
    public async Task A_session_that_nobody_uses_for_two_weeks_ends()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var browser = await fresh.Browse(Cast.Wanda);
        fresh.Clock.MoveOn(TimeSpan.FromDays(13));
        (await browser.Open("/")).Path.ShouldBe("/");
        fresh.Clock.MoveOn(TimeSpan.FromDays(13));
        (await browser.Open("/")).Path.ShouldBe("/");
        var idle = await fresh.Browse(Cast.Noor);
        fresh.Clock.MoveOn(TimeSpan.FromDays(15));
        (await idle.Open("/")).Path.ShouldBe("/signin");
    }

    [Fact]
    public async Task A_session_ends_thirty_days_after_it_began()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var browser = await fresh.Browse(Cast.Wanda);
        for (var day = 0; day < 29; day += 7)
        {
            (await browser.Open("/")).Path.ShouldBe("/");
            fresh.Clock.MoveOn(TimeSpan.FromDays(7));
        }
        (await browser.Open("/")).Path.ShouldBe("/signin");
    }

    [Fact]
    public async Task Whoever_leaves_loses_page_and_token_within_a_minute_even_where_no_bell_rings()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var browser = await fresh.Browse(Cast.Piotr);
        var program = fresh.Call(Cast.Piotr);
        (await program.Get("no-such-room")).Expect(404);
        await fresh.Store.Write(fresh.Store.System(Cast.Osterfenn), unit =>
        {
            unit.Write("update person set left_on = @on where workspace = @Workspace and id = @Id", new { on = new DateOnly(2026, 11, 23), unit.Workspace, Cast.Piotr.Id });
            return Task.CompletedTask;
        });
        fresh.Clock.MoveOn(TimeSpan.FromSeconds(60));
        (await browser.Open("/")).Path.ShouldBe("/signin");
        (await program.Get("no-such-room")).Expect(401);
        (await Try(browser, Cast.Piotr, Cast.Piotr.Password)).Expect(422);
    }

    [Fact]
    public async Task After_signing_in_one_is_led_onward_but_never_out_of_the_house()
    {
        (await Onward("/people?q=w%C3%BCrfel")).Headers.Location!.ToString().ShouldBe("/people?q=w%C3%BCrfel");
        foreach (var away in new[] { "https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "/\t/evil.example" })
            (await Onward(away)).Headers.Location!.ToString().ShouldBe("/", away);
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_alone_and_hidden_from_scripts()
    {
        var here = await Onward("/");
        var cookie = here.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("inward=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("domain");
        var overTls = await Onward("/", tls: true);
        foreach (var name in new[] { "__Host-inward=", "__Host-inward-device=" })
        {
            var secure = overTls.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(name, StringComparison.Ordinal));
            secure.ShouldContain("secure");
            secure.ShouldContain("path=/");
        }
        overTls.Headers.GetValues("Strict-Transport-Security").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Who_is_in_two_companies_chooses_one()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        await fresh.Store.Write(fresh.Store.System(Cast.Elsewhere), unit =>
        {
            unit.Write("update person set email = @Email, email_key = @Email where workspace = @Workspace and id = @Id", new { Cast.Noor.Email, unit.Workspace, Cast.Stranger.Id });
            return Task.CompletedTask;
        });
        var browser = await fresh.Browse();
        var page = await Try(browser, Cast.Noor, Cast.Noor.Password);
        page.Expect(200).All("main button").Select(b => b.TextContent).ShouldBe(["Elsewhere", "Osterfenn"]);
        browser.Cookies.Keys.ShouldNotContain("inward");
        var inside = await browser.Submit(page, "form", button: $"button[value='{Cast.Osterfenn}']");
        inside.Expect(200).Find(".who")!.TextContent.ShouldContain("Noor Rahimi");

        var late = await fresh.Browse();
        var asked = await Try(late, Cast.Noor, Cast.Noor.Password);
        fresh.Clock.MoveOn(TimeSpan.FromMinutes(6));
        (await late.Submit(asked, "form", button: $"button[value='{Cast.Osterfenn}']")).Expect(409).Find("#errors")!.TextContent.ShouldContain("took too long");
    }

    [Fact]
    public async Task A_password_kept_under_a_weaker_hash_gets_a_stronger_one_when_it_is_next_used()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(fresh, Cast.Helen.Password);
        await fresh.Store.Write(fresh.Store.System(Cast.Osterfenn), unit =>
        {
            unit.Write("update account set password_hash = @weak where workspace = @Workspace and person = @Id", new { weak, unit.Workspace, Cast.Helen.Id });
            return Task.CompletedTask;
        });
        (await Try(await fresh.Browse(), Cast.Helen, Cast.Helen.Password)).Path.ShouldBe("/");
        var kept = (await fresh.Read(session => session.Account(Cast.Osterfenn, Cast.Helen.Id)))!.PasswordHash!;
        kept.Length.ShouldBeGreaterThan(0);
        kept.ShouldNotBe(weak);
        (await Passwords.Verify(kept, Cast.Helen.Password)).ShouldBe(PasswordVerificationResult.Success);
    }

    private static async Task<Page> Try(Browser browser, Colleague who, string password) =>
        await browser.Submit(await browser.Open("/signin"), "form", new { name = who.Email, password });

    private async Task<HttpResponseMessage> Onward(string next, bool tls = false)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
        if (tls)
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var asked = await http.GetAsync("/signin");
        var page = new Page(200, house.Address, await asked.Content.ReadAsStringAsync(), asked.Headers, []);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = Cast.Wanda.Email, ["password"] = Cast.Wanda.Password, ["next"] = next,
            ["__RequestVerificationToken"] = page.Find("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/signin") { Content = form };
        request.Headers.Add("Cookie", string.Join("; ", asked.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer;
    }
}

public sealed class SignInOnSqlite(SqliteHouse house) : SignInStories(house), IClassFixture<SqliteHouse>;

public sealed class SignInOnPostgres(PostgresHouse house) : SignInStories(house), IClassFixture<PostgresHouse>;
