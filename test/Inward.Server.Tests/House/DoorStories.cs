using System.Net;

namespace Inward.Server.Tests.House;

/// <summary>Who comes in by which door, and what the others are told.</summary>
public abstract class DoorStories(TestHouse house)
{
    [Fact]
    public async Task Whoever_signs_in_sees_today()
    {
        var page = await (await house.Browse(Cast.Wanda)).Open("/");
        page.Expect(200).Find("h1")!.TextContent.ShouldBe("Today");
        page.Find(".who")!.TextContent.ShouldContain("Wanda Lorenz");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_the_name_stays_typed()
    {
        var browser = await house.Browse();
        var page = await browser.Submit(await browser.Open("/signin"), "form", new { name = Cast.Wanda.Email, password = "not her password" });
        page.Expect(422).Find("#errors")!.TextContent.ShouldContain("do not fit together");
        page.Find("#name")!.GetAttribute("value").ShouldBe(Cast.Wanda.Email);
        (await browser.Open("/")).Path.ShouldBe("/signin");
    }

    [Fact]
    public async Task A_form_that_Inward_did_not_make_is_refused()
    {
        var browser = await house.Browse(Cast.Wanda);
        (await browser.Post("/signout", [])).Status.ShouldBe((int)HttpStatusCode.BadRequest);
        (await browser.Open("/")).Expect(200).Path.ShouldBe("/");
    }

    [Fact]
    public async Task A_program_without_a_token_is_told_how_to_get_one()
    {
        var answer = (await house.Call().Get("me")).Expect(401);
        answer.Type.ShouldBe("application/problem+json");
        answer["detail"].GetString()!.ShouldContain("Bearer");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await house.Call(token: "iwt_made_up").Get("me")).Expect(401);
    }

    [Fact]
    public async Task What_is_not_there_is_a_problem_for_programs()
    {
        var answer = (await house.Call(Cast.Wanda).Get("no-such-room")).Expect(404);
        answer.Type.ShouldBe("application/problem+json");
        answer["title"].GetString().ShouldBe("Not found");
    }
}

public sealed class DoorsOnSqlite(SqliteHouse house) : DoorStories(house), IClassFixture<SqliteHouse>;

public sealed class DoorsOnPostgres(PostgresHouse house) : DoorStories(house), IClassFixture<PostgresHouse>;
