using System.Text;
using Inward.Server.Storage;
using Inward.Server.Tests.House;
using Inward.Tests.People;

namespace Inward.Server.Tests.People;

/// <summary>A team's page has the company's fields and a picture, as a colleague's has.</summary>
public abstract class TeamPageStories(TestHouse house)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private static int made;

    private Caller Priya => house.Call(Cast.Priya);

    private async Task<(string Id, string Name)> Field(string name, string kind, object? more = null)
    {
        var body = new Dictionary<string, object> { ["name"] = $"{name} {Interlocked.Increment(ref made)}", ["kind"] = kind, ["about"] = "team" };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more)!;
        var field = (await Priya.Post("people/fields", body)).Expect(201);
        return (field.Id, field["name"].GetString()!);
    }

    private Task<Answer> Fill(Colleague who, (string Id, string Name) field, object? value, Inward.House.Id? team = null) =>
        house.Call(who).Patch($"teams/{team ?? Cast.Warehouse}/fields", new { fields = new Dictionary<string, object?> { [field.Id] = value } }, "*");

    private static string? Value(Answer team, (string Id, string Name) field) =>
        team["fields"].EnumerateArray().Where(f => f.GetProperty("field").GetString() == field.Id).Select(f => f.GetProperty("value").ToString()).FirstOrDefault();

    private async Task<IEnumerable<string?>> Happened() =>
        (await house.Call(Cast.Noor).Get($"happenings?on={Cast.Warehouse}")).Expect(200).Items.Select(h => h.GetProperty("kind").GetString());

    [Fact]
    public async Task Whoever_is_in_a_team_fills_its_fields_in_and_everybody_reads_them()
    {
        var (channel, centre) = (await Field("Channel", "text"), await Field("Cost centre", "number", new { writer = "administrators" }));
        Value((await Fill(Cast.Piotr, channel, " #warehouse ")).Expect(200), channel).ShouldBe("#warehouse");
        (await Fill(Cast.Marta, channel, "#mine")).Expect(403)["detail"].GetString().ShouldBe("Only those who are in Warehouse or an administrator change this.");
        (await Fill(Cast.Piotr, centre, 4711)).Expect(403)["detail"].GetString().ShouldBe($"Only an administrator fills in “{centre.Name}”.");
        (await Fill(Cast.Priya, centre, "many")).Expect(422)["errors"].EnumerateObject().ShouldNotBeEmpty();
        Value((await Fill(Cast.Priya, centre, 4711)).Expect(200), centre).ShouldBe("4711");
        (await Fill(Cast.Stranger, channel, "x")).Expect(404);
        (await house.Call(Cast.Piotr).Patch($"teams/{Cast.Warehouse}/fields", new { fields = new { } }, null)).Expect(428);
        var page = await (await house.Browse(Cast.Marta)).Open($"/teams/{Cast.Warehouse}");
        page.Expect(200).Find(".facts")!.TextContent.ShouldContain("#warehouse");
        page.Find(".facts")!.TextContent.ShouldContain("4,711");
        page.Find("a[href$='/fields']").ShouldBeNull();
        (await house.Call(Cast.Marta).Get("search?q=%23warehouse")).Expect(200).Items.Select(i => i.GetProperty("title").GetString()).ShouldContain("Warehouse");
        Value((await Fill(Cast.Piotr, channel, null)).Expect(200), channel).ShouldBeNull();
        (await Happened()).ShouldContain("team.filled");
        // A field of teams is none of a colleague's, and the other way round.
        (await Priya.Patch($"people/{Cast.Piotr.Id}", new { fields = new Dictionary<string, object?> { [channel.Id] = "x" } }, "*")).Expect(422);
        (await Priya.Patch($"people/fields/{channel.Id}", new { about = "person" }, "*")).Expect(422)["errors"].GetProperty("about")[0].GetString()!.ShouldStartWith("A field stays with colleagues, or with teams.");
        (await house.Call(Cast.Marta).Get($"people?field.{channel.Id}=x")).Expect(422);
    }

    [Fact]
    public async Task The_form_keeps_what_was_typed_and_two_windows_end_in_a_choice()
    {
        var channel = await Field("Phone", "text");
        var wanda = await house.Browse(Cast.Wanda);
        var team = (await wanda.Open($"/teams/{Cast.Warehouse}")).Expect(200);
        var address = team.Find("a[href$='/fields']")!.GetAttribute("href")!;
        var (one, other) = (await wanda.Open(address), await wanda.Open(address));
        var kept = (await wanda.Submit(one, "form.card", new Dictionary<string, object?> { [$"fields.{channel.Id}"] = new string('x', 501) })).Expect(422);
        kept.Document.GetElementById($"fields.{channel.Id}")!.GetAttribute("value")!.Length.ShouldBe(501);
        (await wanda.Submit(kept, "form.card", new Dictionary<string, object?> { [$"fields.{channel.Id}"] = "<b>17</b> & 😀" })).Expect(200).Find(".facts")!.TextContent.ShouldContain("<b>17</b> & 😀");
        var both = (await wanda.Submit(other, "form.card", new Dictionary<string, object?> { [$"fields.{channel.Id}"] = "18" })).Expect(412);
        both.All("input[type=radio]").Select(r => r.GetAttribute("value")).ShouldBe(["18", "<b>17</b> & 😀"]);
        (await wanda.Submit(both, "form.card", new Dictionary<string, object?> { [$"fields.{channel.Id}"] = "18" })).Expect(200).Find(".facts")!.TextContent.ShouldContain("18");
        (await (await house.Browse(Cast.Marta)).Open(address)).Expect(403).Text.ShouldContain("Only those who are in Warehouse or an administrator change this.");
    }

    [Fact]
    public async Task Teams_are_found_by_what_their_fields_say()
    {
        var (site, since) = (await Field("Site", "choice", new { choices = new[] { "Hamburg", "Gdańsk" }, canFilter = true }), await Field("Since", "day", new { canFilter = true }));
        (await Fill(Cast.Priya, site, "Gdańsk")).Expect(200);
        (await Fill(Cast.Priya, site, "Hamburg", Cast.Finance)).Expect(200);
        (await Fill(Cast.Priya, since, "2020-03-01", Cast.Finance)).Expect(200);
        async Task<string> Found(string filter) => string.Join(", ", (await house.Call(Cast.Marta).Get($"teams?{filter}")).Expect(200).Items.Select(t => t.GetProperty("name").GetString()));
        (await Found($"field.{site.Id}=gda%C5%84sk")).ShouldBe("Warehouse");
        (await Found($"field.{Uri.EscapeDataString(site.Name)}=Hamburg&field.{site.Id}=Gda%C5%84sk")).ShouldBe("Finance and Purchasing, Warehouse");
        (await Found($"field.{since.Id}.from=2020-01-01&field.{since.Id}.to=2020-12-31")).ShouldBe("Finance and Purchasing");
        (await Found($"field.{since.Id}.from=2021-01-01")).ShouldBe("");
        (await house.Call(Cast.Marta).Get($"teams?field.{since.Id}=soon")).Expect(422);
        (await house.Call(Cast.Marta).Get("teams?field.Nothing=x")).Expect(422)["detail"].GetString().ShouldBe("There is no field “Nothing” to filter by.");
        var page = (await (await house.Browse(Cast.Marta)).Open($"/teams?field.{site.Id}=Hamburg")).Expect(200);
        page.All(".leaf a").Select(a => a.TextContent).ShouldBe(["Leadership", "Finance and Purchasing"], "the teams above show where one stands");
        page.Find(".count")!.TextContent.ShouldBe("one team");
        // Renamed, it stays chosen.
        (await Priya.Patch($"people/fields/{site.Id}", new { renamed = new Dictionary<string, string> { ["Hamburg"] = "Altona" } }, "*")).Expect(200);
        (await Found($"field.{site.Id}=Altona")).ShouldBe("Finance and Purchasing");
    }

    [Fact]
    public async Task A_file_fills_in_fields_of_teams_and_goes_out_with_them()
    {
        var (dock, desk) = (await Field("Dock", "number"), (await Priya.Post("people/fields", new { name = "Desk", kind = "text" })).Expect(201));
        (await Fill(Cast.Piotr, dock, 3)).Expect(200);
        var csv = $"email,name,team,{dock.Name}\n{Cast.Piotr.Email},Piotr Nowak,Leadership > Warehouse,\"7,5\"\n{Cast.Birgit.Email},Birgit Stahl,Leadership > Warehouse,9\n{Cast.Noor.Email},Noor Rahimi,Leadership > Finance and Purchasing,\n";
        var planned = (await Priya.Post("imports?kind=people&name=teams.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(csv)))).Expect(201);
        planned["said"].EnumerateArray().Select(s => s.GetString()).ShouldContain("Teams: 0 new, 1 changed. Memberships: 0 new, 0 changed.");
        (await Priya.Post($"imports/{planned.Id}/application")).Expect(200);
        Value((await Priya.Get($"teams/{Cast.Warehouse}")).Expect(200), dock).ShouldBe("7.5", "the first row that says something counts");
        var whole = (await house.Call(Cast.Marta).Get($"people/csv?team={Cast.Warehouse}")).Expect(200);
        whole.Body.ShouldContain("7.5");
        var again = (await Priya.Post("imports?kind=people&name=again.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(whole.Body)))).Expect(201);
        again["said"].EnumerateArray().Select(s => s.GetString()).ShouldContain(s => s!.StartsWith("Teams: 0 new, 0 changed.", StringComparison.Ordinal));
        (await Priya.Post($"imports/{planned.Id}/undoing")).Expect(200);
        Value((await Priya.Get($"teams/{Cast.Warehouse}")).Expect(200), dock).ShouldBe("3");
        desk["about"].GetString().ShouldBe("person");
    }

    [Fact]
    public async Task A_team_shows_a_picture_and_only_who_is_in_it_chooses_it()
    {
        var wanda = await house.Browse(Cast.Wanda);
        var form = (await wanda.Open($"/teams/{Cast.Warehouse}/fields")).Expect(200);
        (await wanda.Submit(form, "#picture form[enctype]", new { photo = new Upload("us.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/png") })).Expect(422)
            .Find("#photo-err")!.TextContent.ShouldContain("This is no PNG and no JPEG picture.");
        var shown = (await wanda.Submit(form, "#picture form[enctype]", new { photo = new Upload("us.jpg", Pictures.FromACamera(), "image/jpeg") })).Expect(200);
        var address = shown.Find(".head .ava.lg img")!.GetAttribute("src")!;
        (await Seen(Cast.Marta, address)).ShouldBe(200);
        (await Seen(Cast.Marta, address[..^4] + "0000")).ShouldBe(404);
        (await Seen(Cast.Stranger, address)).ShouldBe(404);
        var photo = (await house.Call(Cast.Marta).Get($"teams/{Cast.Warehouse}/photo")).Expect(200);
        (photo.Type, photo.Body.Contains("GPS", StringComparison.Ordinal)).ShouldBe(("image/jpeg", false));
        (await house.Call(Cast.Marta).Send(HttpMethod.Put, $"teams/{Cast.Warehouse}/photo", new ByteArrayContent(Pictures.Png()), etag: "*")).Expect(403)["detail"].GetString().ShouldBe("Only those who are in Warehouse choose this picture.");
        (await Priya.Send(HttpMethod.Put, $"teams/{Cast.Warehouse}/photo", new ByteArrayContent(Pictures.Png()), etag: "*")).Expect(403);
        (await house.Call(Cast.Piotr).Send(HttpMethod.Put, $"teams/{Cast.Warehouse}/photo", new ByteArrayContent(Pictures.Png()))).Expect(428);
        (await house.Call(Cast.Piotr).Send(HttpMethod.Put, $"teams/{Cast.Warehouse}/photo", new ByteArrayContent(Pictures.Png()), etag: "*")).Expect(204);
        (await Seen(Cast.Marta, address)).ShouldBe(404);
        (await house.Call(Cast.Marta).Delete($"teams/{Cast.Warehouse}/photo", "*")).Expect(403);
        var priya = await house.Browse(Cast.Priya);
        (await priya.Submit(await priya.Open($"/teams/{Cast.Warehouse}/fields"), "form[action$='handler=nophoto']")).Expect(200).Find(".head .ava img").ShouldBeNull();
        (await house.Call(Cast.Marta).Get($"teams/{Cast.Warehouse}/photo")).Expect(404);
        var happened = (await Happened()).ToList();
        happened.ShouldContain("team.photo-shown");
        happened.ShouldContain("team.photo-removed");
        (await Check.Run(house.Store)).Faults.ShouldBeEmpty();
    }

    private async Task<int> Seen(Colleague who, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, path));
        request.Headers.Add("Cookie", string.Join("; ", (await house.Browse(who)).Cookies.Select(c => $"{c.Key}={c.Value}")));
        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}

public sealed class TeamPagesOnSqlite(SqliteHouse house) : TeamPageStories(house), IClassFixture<SqliteHouse>;

public sealed class TeamPagesOnPostgres(PostgresHouse house) : TeamPageStories(house), IClassFixture<PostgresHouse>;
