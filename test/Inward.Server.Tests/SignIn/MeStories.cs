using Inward.Server.Tests.House;

namespace Inward.Server.Tests.SignIn;

/// <summary>What one changes about oneself: name and language, look, absences.</summary>
public abstract class MeStories(TestHouse house)
{
    [Fact]
    public async Task A_program_learns_whom_it_stands_for()
    {
        var me = (await house.Call(Cast.Wanda).Get("me")).Expect(200);
        me.Id.ShouldBe(Cast.Wanda.Id.ToString());
        me["email"].GetString().ShouldBe(Cast.Wanda.Email);
        me["zone"].GetString().ShouldBe("Europe/Berlin");
        me["company"].GetString().ShouldBe("Osterfenn");
        me["leads"].EnumerateArray().Select(t => t.GetString()).ShouldBe([Cast.Warehouse.ToString()]);
        me["administrator"].GetBoolean().ShouldBeFalse();
        me.ETag.ShouldBe($"\"{me["version"].GetInt32()}\"");
        (await house.Call(Cast.Wanda).Get("me", me.ETag)).Expect(304);
    }

    [Fact]
    public async Task I_change_what_I_name_and_the_rest_stays()
    {
        var noor = house.Call(Cast.Noor);
        var before = (await noor.Get("me")).Expect(200);
        var after = (await noor.Patch("me", new { title = "Head of receivables", zone = "Europe/Lisbon" }, before.ETag)).Expect(200);
        (after["name"].GetString(), after["title"].GetString(), after["zone"].GetString()).ShouldBe(("Noor Rahimi", "Head of receivables", "Europe/Lisbon"));
        (await noor.Patch("me", new { title = "Too late" }, before.ETag)).Expect(412);
        (await noor.Patch("me", new { title = "Unseen" }, null)).Expect(428);
        var wrong = (await noor.Patch("me", new { name = " ", zone = "Mars/Olympus", language = "tlh" }, after.ETag)).Expect(422);
        wrong["errors"].EnumerateObject().Select(e => e.Name).Order().ShouldBe(["language", "name", "zone"]);
        (await noor.Patch("me", new { zone = (string?)null }, after.ETag)).Expect(200)["zone"].GetString().ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task My_language_is_what_I_read_from_the_next_page_on()
    {
        var browser = await house.Browse(Cast.Gareth);
        var page = await browser.Submit(await browser.Open("/settings"), "form.form", new { language = "de", title = "Leiter Vertrieb Nord" });
        page.Expect(200).Document.DocumentElement.GetAttribute("lang").ShouldBe("de");
        page.Find("h1")!.TextContent.ShouldBe("Einstellungen");
        page = await browser.Submit(page, "form.form", new { name = "" });
        page.Expect(422).Find("#title")!.GetAttribute("value").ShouldBe("Leiter Vertrieb Nord");
        page.Find("#name")!.GetAttribute("aria-describedby").ShouldBe("name-err");
        page.Find("#name-err").ShouldNotBeNull();
        await browser.Submit(await browser.Open("/settings"), "form.form", new { language = "en" });
    }

    [Fact]
    public async Task Light_dark_and_single_keys_belong_to_the_browser_and_need_no_script()
    {
        var browser = await house.Browse(Cast.Piotr);
        var page = await browser.Submit(await browser.Open("/settings"), "form[data-theme-form]", button: "button[value=dark]");
        page.Expect(200).Document.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        page = await browser.Submit(page, "form[data-theme-form]", button: "button[value=system]");
        page.Document.DocumentElement.GetAttribute("data-theme").ShouldBeNull();
        page = await browser.Submit(page, "form[action$=keys]", button: "button");
        page.Document.Body!.GetAttribute("data-keys").ShouldBe("off");
        page = await browser.Submit(page, "form[action$=keys]", button: "button");
        page.Document.Body!.GetAttribute("data-keys").ShouldBe("on");
    }

    [Fact]
    public async Task Somebody_who_is_there_stands_in_while_I_am_away()
    {
        var wanda = house.Call(Cast.Wanda);
        var away = (await wanda.Post("me/absences", new { from = "2026-12-21", to = "2026-12-31", deputy = Cast.Piotr.Id })).Expect(201);
        away.Location.ShouldBe("/api/v1/me/absences/2026-12-21");
        (await house.Call(Cast.Piotr).Post("me/absences", new { from = "2027-01-04", to = "2027-01-08" })).Expect(201);

        await Refused(new { from = "2027-01-07", to = "2027-01-12", deputy = Cast.Piotr.Id }, "deputy", "Piotr Nowak is away then too");
        await Refused(new { from = "2027-01-07", to = "2027-01-12", deputy = Cast.Wanda.Id }, "deputy", "somebody else");
        await Refused(new { from = "2027-01-07", to = "2027-01-12", deputy = Cast.Stranger.Id }, "deputy", "no such colleague");
        await Refused(new { from = "2027-01-07", to = "2027-01-06" }, "to", "not before its first");
        await Refused(new { from = "2026-11-02", to = "2026-11-06" }, "to", "already passed");
        (await wanda.Post("me/absences", new { })).Expect(422)["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["from", "to"]);

        (await wanda.Get("me/absences")).Items.Count.ShouldBe(1);
        (await wanda.Delete("me/absences/2026-12-21", (await wanda.Get("me")).ETag)).Expect(204);
        (await wanda.Delete("me/absences/2026-12-21", (await wanda.Get("me")).ETag)).Expect(404);
        (await wanda.Delete("me/absences/tomorrow", (await wanda.Get("me")).ETag)).Expect(404);

        async Task Refused(object absence, string field, string says) =>
            (await wanda.Post("me/absences", absence)).Expect(422)["errors"].GetProperty(field)[0].GetString()!.ShouldContain(says);
    }

    [Fact]
    public async Task An_absence_is_planned_and_taken_back_on_a_page()
    {
        var browser = await house.Browse(Cast.Helen);
        var page = await browser.Submit(await browser.Open("/settings/absences"), "form.form", new { from = "2026-12-01", to = "2026-12-02", deputy = "nobody of this name" });
        page.Expect(422).Find("#deputy")!.GetAttribute("value").ShouldBe("nobody of this name");
        page.Find("#from")!.GetAttribute("value").ShouldBe("2026-12-01");
        page = await browser.Submit(page, "form.form", new { deputy = "Gareth Pryce" });
        page.Expect(200).Text.ShouldContain("Gareth Pryce gets new asks.");
        page = await browser.Submit(page, "form[action$=back]", button: "button");
        page.Expect(200).Text.ShouldContain("Nothing planned.");
    }
}

public sealed class MeOnSqlite(SqliteHouse house) : MeStories(house), IClassFixture<SqliteHouse>;

public sealed class MeOnPostgres(PostgresHouse house) : MeStories(house), IClassFixture<PostgresHouse>;
