using System.Text;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.BadInput;

/// <summary>The same strings in the rooms of journeys, measured stages and the pages of teams.</summary>
public abstract class NaughtyRoomStories(TestHouse house) : NaughtyTexts
{
    [Fact]
    public async Task A_journey_its_stages_and_what_speaks_for_them_hold_every_string()
    {
        var (marta, browser) = (house.Call(Cast.Marta), await house.Browse(Cast.Marta));
        await Each(async (text, wrong) =>
        {
            var made = await marta.Post("journeys", new { name = text, segment = text, stages = new[] { new { name = text }, new { name = "The end" } } });
            if (text.Trim().Length is 0 or > 120)
            {
                made.Expect(422)["errors"].EnumerateObject().First().Value[0].GetString()!.Length.ShouldBeGreaterThan(10);
                return;
            }
            var stage = made.Expect(201)["stages"][0];
            foreach (var (what, value) in new[] { ("name", made["name"]), ("segment", made["segment"]), ("stage", stage.GetProperty("name")) })
            {
                if (value.GetString() != text.Trim())
                    wrong($"{what} came back as {value}");
            }
            var spoken = (await marta.Post($"journeys/{made.Id}/stages/{stage.GetProperty("id")}/evidence", new { kind = "link", words = text })).Expect(200);
            if (!Texts(spoken.Json).Any(told => told.Value == text || told.Value == text.Trim()))
                wrong("is no evidence");
            foreach (var path in new[] { $"/journeys/{made.Id}", $"/journeys/{made.Id}/stages/{stage.GetProperty("id")}", $"/journeys/{made.Id}/edit" })
                await Stands(browser, path, text, wrong);
            (await marta.Get($"journeys/{made.Id}/csv")).Expect(200);
            (await marta.Get($"journeys/{made.Id}/markdown")).Expect(200);
            (await marta.Delete($"journeys/{made.Id}", "*")).Expect(204);
        });
    }

    [Fact]
    public async Task The_page_of_a_team_holds_every_string_in_the_company_s_fields()
    {
        var field = (await house.Call(Cast.Priya).Post("people/fields", new { name = "Said", kind = "text", about = "team", canFilter = true })).Expect(201).Id;
        var (wanda, browser) = (house.Call(Cast.Wanda), await house.Browse(Cast.Wanda));
        await Each(async (text, wrong) =>
        {
            var filled = (await wanda.Patch($"teams/{Cast.Warehouse}/fields", new { fields = new Dictionary<string, string> { [field] = text } }, "*")).Expect(text.Length > 500 ? 422 : 200);
            if (text.Length > 500 || text.Trim().Length == 0)
                return;
            if (filled["fields"][0].GetProperty("value").GetString() is var said && said != text.Trim())
                wrong($"came back as {said}");
            foreach (var path in new[] { $"/teams/{Cast.Warehouse}", $"/teams?field.{field}={Uri.EscapeDataString(text)}" })
                await Stands(browser, path, path.Contains('?', StringComparison.Ordinal) ? "Warehouse" : text, wrong);
        }, together: 1);
    }

    [Fact]
    public async Task An_event_log_whose_stages_are_called_so_is_measured()
    {
        var texts = Naughty.Strings().Where(text => text.Trim().Length is > 0 and <= 200 && !text.Contains('\0', StringComparison.Ordinal)).ToList();
        var csv = new StringBuilder("case,activity,time,product\n");
        foreach (var (text, n) in texts.Select((text, n) => (text, n)))
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"{n % 7},\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",2026-10-01T08:{n / 60:00}:{n % 60:00}Z,\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        var priya = house.Call(Cast.Priya);
        var planned = (await priya.Post("imports?kind=events&name=naughty.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(csv.ToString())))).Expect(201);
        (await priya.Post($"imports/{planned.Id}/application")).Expect(200);
        var log = (await priya.Get("passages/logs")).Expect(200).Items.Single(one => one.GetProperty("name").GetString() == "naughty").GetProperty("id").GetString();
        var stages = (await priya.Get($"passages/logs/{log}")).Expect(200)["figures"].GetProperty("stages").EnumerateArray().Sum(stage => stage.GetProperty("passings").GetInt64());
        stages.ShouldBe(texts.Count);
        var wrong = new List<string>();
        var page = await Stands(await house.Browse(Cast.Marta), $"/passages/{log}?shown=100", "naughty", wrong.Add);
        wrong.ShouldBeEmpty();
        page.Find("svg.flow").ShouldNotBeNull();
    }

    private static async Task<Page> Stands(Browser browser, string path, string text, Action<string> wrong)
    {
        var page = (await browser.Open(path)).Expect(200);
        if (!page.Document.Body!.TextContent.Contains(text.Trim(), StringComparison.Ordinal) && page.All("input").All(input => input.GetAttribute("value") != text.Trim()))
            wrong($"is not on {path}");
        foreach (var alien in Aliens(page))
            wrong($"made {alien} on {path}");
        return page;
    }
}

public sealed class NaughtyRoomsOnSqlite(SqliteHouse house) : NaughtyRoomStories(house), IClassFixture<SqliteHouse>;

public sealed class NaughtyRoomsOnPostgres(PostgresHouse house) : NaughtyRoomStories(house), IClassFixture<PostgresHouse>;
