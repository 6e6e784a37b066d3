using System.Text.RegularExpressions;
using Inward.Server.House;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.SignIn;

/// <summary>Ways in: invitations, passwords, sessions, administrators, and leaving. Whatever others do to mine is told to me.</summary>
public abstract class AccountStories(TestHouse house)
{
    [Fact]
    public async Task An_invited_colleague_chooses_a_password_and_is_in()
    {
        var priya = await house.Browse(Cast.Priya);
        var added = (await house.Call(Cast.Priya).Post("people", new { name = "Ida Holm", email = "ida@osterfenn.example" })).Expect(201);
        var page = await priya.Submit(await priya.Open($"/settings/people/{added.Id}"), "form[action$=invite]");
        var link = page.Expect(200).Find("#link")!.GetAttribute("value")!;
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await priya.Open($"/settings/people/{added.Id}")).Find("#link").ShouldBeNull();

        var ida = await house.Browse();
        var path = new Uri(link).PathAndQuery;
        await ida.Open(path);
        var invitation = (await ida.Open(path)).Expect(200);
        invitation.Text.ShouldContain("Welcome, Ida Holm");
        invitation.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        (await ida.Submit(invitation, "form", new { password = "ida.holm.2026" })).Expect(422).Find("#password-err").ShouldNotBeNull();
        (await ida.Submit(invitation, "form", new { password = "nine quiet herons" })).Expect(200).Find(".who")!.TextContent.ShouldContain("Ida Holm");
        (await ida.Open("/settings/sign-in")).Text.ShouldContain("Priya Nair invited you.");

        var second = await house.Browse();
        (await second.Open(path)).Expect(404).Text.ShouldContain("opens nothing");
        (await second.Submit(invitation, "form", new { password = "a stranger's own words" })).Status.ShouldBeOneOf(400, 404);
        (await second.Submit(await second.Open("/signin"), "form", new { name = "ida@osterfenn.example", password = "nine quiet herons" })).Path.ShouldBe("/");
    }

    [Fact]
    public async Task An_invitation_opens_nothing_after_a_week_or_once_there_is_a_newer_one()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var first = (await fresh.Call(Cast.Priya).Post($"accounts/{Cast.Noor.Id}/invitation")).Expect(201);
        var newer = (await fresh.Call(Cast.Priya).Post($"accounts/{Cast.Noor.Id}/invitation")).Expect(201);
        var browser = await fresh.Browse();
        (await browser.Open(Path(first))).Expect(404);
        (await browser.Open(Path(newer))).Expect(200);
        fresh.Clock.MoveOn(TimeSpan.FromDays(7));
        (await browser.Open(Path(newer))).Expect(404);
        (await browser.Open("/invite")).Expect(404);
        (await browser.Open("/invite?code=iwi_made_up")).Expect(404);
    }

    [Fact]
    public async Task A_reset_is_told_and_ends_every_session_once_the_new_password_is_chosen()
    {
        var helen = await house.Browse(Cast.Helen);
        var reset = (await house.Call(Cast.Priya).Post($"accounts/{Cast.Helen.Id}/invitation", key: "reset-helen")).Expect(201);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Helen.Id}/invitation", key: "reset-helen")).Expect(201).Body.ShouldBe(reset.Body);
        (await helen.Open("/settings")).Expect(200).Text.ShouldContain("Priya Nair made a link with which your password can be chosen anew.");
        var elsewhere = await house.Browse();
        (await elsewhere.Submit(await elsewhere.Open(Path(reset)), "form", new { password = "eleven grey geese" })).Expect(200).Path.ShouldBe("/");
        (await helen.Open("/")).Path.ShouldBe("/signin");
        (await helen.Submit(await helen.Open("/signin"), "form", new { name = Cast.Helen.Email, password = Cast.Helen.Password })).Expect(422);
        var kinds = await house.Read(session => session.All<string>("select h.kind from happening h join account a on a.workspace = h.workspace and a.id = h.on_id where a.person = @Id order by h.id", new { Cast.Helen.Id }));
        kinds.ShouldContain("password.reset");
        kinds.ShouldContain("password.chosen");
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_one_and_ends_the_other_sessions()
    {
        var (here, there) = (await Enter(Cast.Gareth), await Enter(Cast.Gareth));
        var page = await here.Open("/settings/sign-in");
        (await here.Submit(page, "form.form", new { old = "not mine at all", password = "nine quiet herons" })).Expect(422).Find("#old-err").ShouldNotBeNull();
        (await here.Submit(page, "form.form", new { old = Cast.Gareth.Password, password = "gareth pryce" })).Expect(422).Find("#password-err").ShouldNotBeNull();
        (await here.Submit(page, "form.form", new { old = Cast.Gareth.Password, password = "nine quiet herons" })).Expect(200).Text.ShouldContain("Your password is changed");
        (await there.Open("/")).Path.ShouldBe("/signin");
        (await here.Open("/")).Path.ShouldBe("/");
        (await here.Open("/settings/sign-in")).Text.ShouldContain("You changed your password.");
    }

    [Fact]
    public async Task I_see_my_sessions_and_end_one_or_all()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var (here, there, third) = (await Enter(Cast.Noor, fresh), await Enter(Cast.Noor, fresh), await Enter(Cast.Noor, fresh));
        var page = await here.Open("/settings/sign-in");
        page.All(".rows li").Count.ShouldBe(3);
        page.Text.ShouldContain("this browser");
        page = await here.Submit(page, "form[action$='handler=end']", button: "button");
        page.Expect(200).All(".rows li").Count.ShouldBe(2);
        new[] { (await there.Open("/")).Path, (await third.Open("/")).Path }.Order().ShouldBe(["/", "/signin"]);
        (await here.Submit(page, "form[action$=endAll]", button: "button")).Expect(200).Path.ShouldBe("/signin");
        new[] { (await here.Open("/")).Path, (await there.Open("/")).Path, (await third.Open("/")).Path }.ShouldAllBe(path => path == "/signin");
    }

    [Fact]
    public async Task A_program_sees_my_sessions_and_ends_them_too_and_nobody_elses()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var (here, there, program) = (await Enter(Cast.Noor, fresh), await Enter(Cast.Noor, fresh), fresh.Call(Cast.Noor));
        await Enter(Cast.Wanda, fresh);
        var sessions = (await program.Get("me/sessions")).Expect(200).Items;
        sessions.Count.ShouldBe(2);
        var hers = (await fresh.Call(Cast.Wanda).Get("me/sessions")).Items[0].GetProperty("id").GetString();
        (await program.Delete($"me/sessions/{hers}", "*")).Expect(404);
        (await program.Delete("me/sessions/nonsense", "*")).Expect(404);
        (await program.Delete($"me/sessions/{Convert.ToHexStringLower(Keys.Hash(here.Cookies["inward"]))}", "*")).Expect(204);
        ((await here.Open("/")).Path, (await there.Open("/")).Path).ShouldBe(("/signin", "/"));
        (await program.Delete("me/sessions", "*")).Expect(204);
        (await there.Open("/")).Path.ShouldBe("/signin");
        (await fresh.Call(Cast.Wanda).Get("me/sessions")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_somebody_else()
    {
        var (wanda, marta) = (await Enter(Cast.Wanda), await Enter(Cast.Marta));
        var session = Convert.ToHexStringLower(Keys.Hash(marta.Cookies["inward"]));
        await Enter(Cast.Wanda);
        (await wanda.Submit(await wanda.Open("/settings/sign-in"), "form[action$='handler=end']", new { session })).Expect(404);
        (await marta.Open("/")).Path.ShouldBe("/");
        (await wanda.Submit(await wanda.Open("/settings/sign-in"), "form[action$='handler=end']", new { session = "nonsense" })).Expect(404);
    }

    [Fact]
    public async Task Only_administrators_keep_accounts_and_the_company()
    {
        foreach (var who in new[] { Cast.Wanda, Cast.Noor })
        {
            var (browser, program) = (await house.Browse(who), house.Call(who));
            foreach (var path in new[] { "/settings/people", $"/settings/people/{Cast.Noor.Id}", "/settings/company" })
                (await browser.Open(path)).Expect(403).Html.ShouldContain("Only an administrator does this.");
            (await program.Get("accounts")).Expect(403);
            (await program.Get($"accounts/{Cast.Noor.Id}")).Expect(403);
            (await program.Post($"accounts/{Cast.Noor.Id}/invitation")).Expect(403);
            (await program.Post($"accounts/{Cast.Noor.Id}/departure")).Expect(403);
            (await program.Patch($"accounts/{Cast.Noor.Id}", new { administrator = true }, "*")).Expect(403);
            (await program.Delete($"accounts/{Cast.Noor.Id}/sessions", "*")).Expect(403);
            (await program.Patch("company", new { name = "Mine" }, "*")).Expect(403);
        }
        (await house.Call(Cast.Priya).Get($"accounts/{Cast.Stranger.Id}")).Expect(404);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Stranger.Id}/invitation")).Expect(404);
        (await house.Call(Cast.Stranger).Get($"accounts/{Cast.Noor.Id}")).Expect(404);
    }

    [Fact]
    public async Task A_company_is_never_without_an_administrator()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var priya = fresh.Call(Cast.Priya);
        var alone = (await priya.Get($"accounts/{Cast.Priya.Id}")).Expect(200);
        (await priya.Patch($"accounts/{Cast.Priya.Id}", new { administrator = false }, alone.ETag)).Expect(409)["detail"].GetString()!.ShouldContain("needs an administrator");
        (await priya.Post($"accounts/{Cast.Priya.Id}/departure")).Expect(409);
        var helen = (await priya.Get($"accounts/{Cast.Helen.Id}")).Expect(200);
        (await priya.Patch($"accounts/{Cast.Helen.Id}", new { administrator = true }, helen.ETag)).Expect(200)["administrator"].GetBoolean().ShouldBeTrue();
        (await (await fresh.Browse(Cast.Helen)).Open("/settings")).Text.ShouldContain("Priya Nair made you an administrator.");
        // Both send the other away at the same moment: one of them is left.
        var both = await Task.WhenAll(
            priya.Patch($"accounts/{Cast.Helen.Id}", new { administrator = false }, "*"),
            fresh.Call(Cast.Helen).Patch($"accounts/{Cast.Priya.Id}", new { administrator = false }, "*"));
        both.Count(answer => answer.Status == 200).ShouldBe(1, string.Join('\n', both.Select(b => b.Body)));
        (await fresh.Read(session => session.Count("select count(*) from person where workspace = @Osterfenn and administrator = 1", new { Cast.Osterfenn }))).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_leaves_is_out_at_once_and_is_asked_nothing_any_more()
    {
        var browser = await Enter(Cast.Piotr);
        var program = house.Call(Cast.Piotr);
        (await program.Get("me")).Expect(200);
        var account = (await house.Call(Cast.Priya).Get($"accounts/{Cast.Piotr.Id}")).Expect(200);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/departure", etag: "\"99\"")).Expect(412);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/departure", etag: account.ETag)).Expect(200)["leftOn"].GetString().ShouldBe("2026-11-23");
        (await browser.Open("/")).Path.ShouldBe("/signin");
        (await program.Get("me")).Expect(401);
        (await browser.Submit(await browser.Open("/signin"), "form", new { name = Cast.Piotr.Email, password = Cast.Piotr.Password })).Expect(422);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/invitation")).Expect(409);
        (await house.Call(Cast.Priya).Post($"accounts/{Cast.Piotr.Id}/departure")).Expect(409);
        (await (await house.Browse(Cast.Priya)).Open($"/settings/people/{Cast.Piotr.Id}")).Expect(200).Text.ShouldContain("has left");
    }

    [Fact]
    public async Task An_administrator_signs_a_colleague_out_everywhere_and_the_colleague_is_told()
    {
        var browser = await Enter(Cast.Birgit);
        var priya = await house.Browse(Cast.Priya);
        (await priya.Submit(await priya.Open($"/settings/people/{Cast.Birgit.Id}"), "form[action$=sessions]")).Expect(200);
        (await browser.Open("/")).Path.ShouldBe("/signin");
        (await (await Enter(Cast.Birgit)).Open("/settings")).Text.ShouldContain("Priya Nair hat deine Sitzungen beendet.");
    }

    [Fact]
    public async Task A_changed_address_is_told_to_whoever_signs_in_with_it()
    {
        var priya = house.Call(Cast.Priya);
        var marta = (await priya.Get($"people/{Cast.Marta.Id}")).Expect(200);
        (await priya.Patch($"people/{Cast.Marta.Id}", new { userName = "marta.k" }, marta.ETag)).Expect(200);
        (await (await house.Browse(Cast.Marta)).Open("/settings")).Text.ShouldContain("Priya Nair changed the name or address you sign in with.");
    }

    [Fact]
    public async Task The_accounts_are_found_by_name_and_never_say_when_somebody_was_here()
    {
        var priya = await house.Browse(Cast.Priya);
        var page = (await priya.Open("/settings/people?q=noor")).Expect(200);
        page.All("tbody tr").Count.ShouldBe(1);
        page.All("tbody time").ShouldBeEmpty();
        (await priya.Open("/settings/people?administrators=true")).All("tbody tr").Count.ShouldBe(1);
        var listed = (await house.Call(Cast.Priya).Get("accounts?limit=2")).Expect(200);
        listed.Items.Count.ShouldBe(2);
        Regex.IsMatch(listed.Body, "used|seen|last", RegexOptions.IgnoreCase).ShouldBeFalse(listed.Body);
        (await house.Call(Cast.Priya).Get($"accounts?limit=2&after={listed["next"].GetString()}")).Expect(200).Items[0].GetProperty("person").GetString().ShouldNotBe(listed.Items[0].GetProperty("person").GetString());
    }

    [Fact]
    public async Task The_company_says_when_it_works()
    {
        await using var fresh = await TestHouse.Open(house.Engine);
        var priya = await fresh.Browse(Cast.Priya);
        var page = await priya.Open("/settings/company");
        page.All("input[name=workingDays][checked]").Count.ShouldBe(5);
        (await priya.Submit(page, "form.form", new { workingDays = Array.Empty<string>(), name = "", from = "17:00", to = "09:00" })).Expect(422).All("#errors li").Count.ShouldBe(3);
        page = await priya.Submit(page, "form.form", new { workingDays = new[] { "Sunday", "Monday" }, from = "08:30", holidays = "2026-12-25\n2026-12-26", zone = "Europe/Vienna" });
        page.Expect(200).Find("#from")!.GetAttribute("value").ShouldBe("08:30");
        var calendar = await fresh.Read(session => session.CalendarOf(Cast.Osterfenn, null));
        (calendar.Zone, calendar.From, calendar.Days).ShouldBe(("Europe/Vienna", new TimeOnly(8, 30), calendar.Days));
        calendar.Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Sunday]);
        calendar.Holidays.ShouldBe([new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 26)]);

        var company = (await fresh.Call(Cast.Noor).Get("company")).Expect(200);
        company["workingDays"].EnumerateArray().Select(d => d.GetString()).ShouldBe(["monday", "sunday"]);
        (await fresh.Call(Cast.Priya).Patch("company", new { holidays = Array.Empty<string>() }, company.ETag)).Expect(200)["from"].GetString().ShouldBe("08:30:00");
        (await fresh.Call(Cast.Priya).Patch("company", new { name = "Stale" }, company.ETag)).Expect(412)["current"].GetProperty("name").GetString().ShouldBe("Osterfenn");
    }

    private async Task<Browser> Enter(Colleague who, TestHouse? other = null)
    {
        var browser = await (other ?? house).Browse();
        (await browser.Submit(await browser.Open("/signin"), "form", new { name = who.Email, password = who.Password })).Path.ShouldBe("/");
        return browser;
    }

    private static string Path(Answer invitation) => new Uri(invitation["link"].GetString()!).PathAndQuery;
}

public sealed class AccountsOnSqlite(SqliteHouse house) : AccountStories(house), IClassFixture<SqliteHouse>;

public sealed class AccountsOnPostgres(PostgresHouse house) : AccountStories(house), IClassFixture<PostgresHouse>;
