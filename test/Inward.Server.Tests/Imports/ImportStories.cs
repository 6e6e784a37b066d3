using System.Text;
using Inward.House;
using Inward.Server.House;
using Inward.Server.Imports;
using Inward.Server.Storage;
using Inward.Server.Tests.House;

namespace Inward.Server.Tests.Imports;

/// <summary>Files come in through page, program and command line: understood first, written once, taken back whole.</summary>
public abstract class ImportStories(TestHouse house)
{
    private const string People = """
        name,email,key,title,team,managerEmail
        Ada Sund,ada@osterfenn.example,A1,Planner,Operations > Planning,
        Bo Lind,bo@osterfenn.example,A2,=cmd(),Operations > Planning,ada@osterfenn.example
        ,,,,Nowhere,
        Piotr Nowak,piotr@osterfenn.example,P9,Head of crating,,

        """;

    [Fact]
    public async Task An_administrator_sees_what_a_file_says_writes_it_and_takes_it_back()
    {
        var priya = await house.Browse(Cast.Priya);
        var page = await priya.Submit(await priya.Open("/imports"), "form[enctype]", new { kind = "people", files = new Upload("staff.csv", Encoding.UTF8.GetBytes(People)) });
        page.Expect(200).Text.ShouldContain("People: 2 new, 1 changed");
        page.Text.ShouldContain("Nothing has been written yet");
        (await Count("select count(*) from person where workspace = @Osterfenn and name = 'Ada Sund'")).ShouldBe(0);
        var written = await priya.Submit(page, "form[action$='handler=apply']");
        written.Expect(200).Text.ShouldContain("It has been written.");
        (await Count("select count(*) from person where workspace = @Osterfenn and title = '=cmd()'")).ShouldBe(1);
        (await Count("select count(*) from person where workspace = @Osterfenn and title = 'Head of crating'")).ShouldBe(1);
        (await Count("select count(*) from happening h join import i on i.workspace = h.workspace and i.id = h.on_id where h.workspace = @Osterfenn and h.kind = 'import.applied' and i.file = 'staff.csv'")).ShouldBe(1);
        var errors = await priya.Open(written.Find("a[href$='/errors']")!.GetAttribute("href")!);
        errors.Html.ShouldContain("what is wrong");
        errors.Html.ShouldContain("Nowhere");
        var undone = await priya.Submit(written, "form[action$='handler=undo']");
        undone.Expect(200).Text.ShouldContain("It has been taken back.");
        (await Count("select count(*) from person where workspace = @Osterfenn and name in ('Ada Sund', 'Bo Lind')")).ShouldBe(0);
        (await Count("select count(*) from person where workspace = @Osterfenn and name = 'Piotr Nowak' and title = 'Crating and goods out' and external_key is null")).ShouldBe(1);
        (await Count("select count(*) from team where workspace = @Osterfenn and name = 'Planning'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_program_plans_writes_and_takes_back_and_only_an_administrator_s_may()
    {
        var csv = new ByteArrayContent(Encoding.UTF8.GetBytes("name\nQuill & Co\n"));
        (await house.Call(Cast.Marta).Post("imports?kind=customers&name=c.csv", csv)).Expect(403);
        var priya = house.Call(Cast.Priya);
        var planned = (await priya.Post("imports?kind=customers&name=c.csv", new ByteArrayContent(Encoding.UTF8.GetBytes("name\nQuill & Co\n")))).Expect(201);
        planned["state"].GetString().ShouldBe("planned");
        (await priya.Post($"imports/{planned.Id}/application")).Expect(200)["state"].GetString().ShouldBe("applied");
        (await priya.Post($"imports/{planned.Id}/application")).Expect(409);
        (await priya.Post($"imports/{planned.Id}/undoing")).Expect(200)["state"].GetString().ShouldBe("undone");
        (await priya.Post("imports?kind=customers&name=empty.csv", new ByteArrayContent([]))).Expect(422)["detail"].GetString()!.ShouldContain("is empty");
        (await priya.Post("imports?kind=unicorns&name=u.csv", new ByteArrayContent("a\n1\n"u8.ToArray()))).Expect(422);
    }

    [Theory]
    [InlineData("northwind", "Orders.csv", "northwind-orders")]
    [InlineData("sales-crm-maven", "opportunities.csv", "maven-opportunities")]
    public async Task Imported_sales_are_counted_as_others_counted_them(string set, string file, string map)
    {
        var answers = RealData.Answers(set);
        await using var elsewhere = await TestHouse.Open(house.Engine);
        var rows = await Bring(elsewhere, "sales", set, file, map);
        async Task<long> Sales(string where) => await elsewhere.Read(s => s.Count($"select count(*) from sale where workspace = @Osterfenn and {where}", new { Cast.Osterfenn }));
        if (set == "northwind")
        {
            (await Sales("promised_on is not null")).ShouldBe((long)answers["orders"]!);
            (await Sales("closed_on is null")).ShouldBe((long)answers["unshipped"]!);
            (await Sales("closed_on > promised_on")).ShouldBe((long)answers["late"]!);
        }
        else
        {
            (await Sales("outcome = 'won'")).ShouldBe((long)answers["stages"]!["Won"]!);
            (await Sales("outcome = 'lost'")).ShouldBe((long)answers["stages"]!["Lost"]!);
            (await Sales("outcome = 'open'")).ShouldBe((long)answers["stages"]!["Engaging"]!);
        }
        rows.ShouldBeGreaterThan(800);
    }

    [Theory]
    [InlineData("employees-synthetic", "employee.csv", "employees-sample", "employees")]
    [InlineData("adventureworks-hr", "Employee.csv", "adventureworks", "employees")]
    [InlineData("email-manufacturing", "reports_to.csv", "reports-to", "employees_in_reporting_file")]
    public async Task Imported_people_are_counted_as_others_counted_them_and_go_again(string set, string file, string map, string answer)
    {
        var expected = (long)RealData.Answers(set == "email-manufacturing" ? "email-manufacturing/org" : set)[answer]!;
        await using var elsewhere = await TestHouse.Open(house.Engine);
        Task<long> There() => elsewhere.Read(s => s.Count("select count(*) from person where workspace = @Osterfenn", new { Cast.Osterfenn }));
        var before = await There();
        await Bring(elsewhere, "people", set, file, map);
        (await There() - before).ShouldBe(expected);
        var id = await elsewhere.Read(s => s.One<Id>("select id from import where workspace = @Osterfenn", new { Cast.Osterfenn }));
        (await elsewhere.Call(Cast.Priya).Post($"imports/{id}/undoing")).Expect(200);
        (await There()).ShouldBe(before);
    }

    [Theory]
    [InlineData("cabinet_office_senior")]
    [InlineData("ministry_of_justice_senior")]
    [InlineData("home_office_senior")]
    public async Task The_latest_snapshot_of_a_department_goes_through_the_API_to_disk_and_back(string department)
    {
        var answer = RealData.Answers($"org-ukgov/{department}").AsObject().Last().Value!;
        var said = await ThereAndBack("org-ukgov", department + ".csv", "uk-organogram");
        said.ShouldContain($"Rows read: {answer["rows"]}; left out: 0.");
        said.ShouldContain($"Rows without a named holder: {answer["vacant"]} vacant, {answer["eliminated"]} abolished, {answer["undisclosed"]} not named.");
        said.ShouldContain(sentence => sentence.StartsWith($"Reporting lines in the file: tops {answer["roots"]}, ", StringComparison.Ordinal)
            && sentence.Contains($", unknown managers {answer["orphans"]}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_latest_snapshot_of_a_handbook_goes_through_the_API_to_disk_and_back()
    {
        var answer = RealData.Answers("org-sourcegraph")["last"]![1]!.AsArray();
        var said = await ThereAndBack("org-sourcegraph", "snapshots.csv", "sourcegraph-handbook");
        said.ShouldContain($"Rows read: {answer[0]}; left out: 0.");
        said.ShouldContain($"People: {answer[1]} new, 0 changed, 0 as they are.");
        said.ShouldContain(sentence => sentence.StartsWith($"Reporting lines in the file: tops {answer[2]}, ", StringComparison.Ordinal));
    }

    /// <summary>Plans, writes and takes back by the API; the store holds as many as it says, and no more than before in the end.</summary>
    private async Task<IReadOnlyList<string>> ThereAndBack(string set, string file, string map)
    {
        async Task<long[]> There() => [await Count("select count(*) from person where workspace = @Osterfenn"), await Count("select count(*) from team where workspace = @Osterfenn"),
            await Count("select count(*) from membership where workspace = @Osterfenn"), await Count("select count(*) from audience where workspace = @Osterfenn"), await Count("select count(*) from search where workspace = @Osterfenn")];
        var priya = house.Call(Cast.Priya);
        var before = await There();
        var content = new ByteArrayContent(await File.ReadAllBytesAsync(RealData.PathOf(set, file)));
        var planned = (await priya.Post($"imports?kind=people&name={file}&map={Uri.EscapeDataString(Inward.House.Imports.MapFile.Write(RealData.Map(map)))}", content)).Expect(201);
        (await There()).ShouldBe(before);
        var applied = (await priya.Post($"imports/{planned.Id}/application")).Expect(200);
        string[] said = [.. applied["said"].EnumerateArray().Select(s => s.GetString()!)];
        ((await There())[0] - before[0]).ShouldBe(long.Parse(said.Single(s => s.StartsWith("People: ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
        (await Count("select count(*) from person p where p.workspace = @Osterfenn and p.manager is not null and not exists (select 1 from person m where m.workspace = @Osterfenn and m.id = p.manager)")).ShouldBe(0);
        (await priya.Post($"imports/{planned.Id}/undoing")).Expect(200)["noticed"].EnumerateArray().ShouldBeEmpty();
        (await There()).ShouldBe(before);
        return said;
    }

    private static async Task<int> Bring(TestHouse house, string kind, string set, string file, string map)
    {
        var source = ImportSource.OnDisk(kind, RealData.PathOf(set, file), Inward.House.Imports.MapFile.Write(RealData.Map(map)));
        var (_, plan) = await house.Store.Write(By(house), unit => ImportDesk.Bring(unit, source));
        return plan.Touched.Count;
    }

    private static Act By(TestHouse house) => new(Cast.Osterfenn, Cast.Priya.Id, house.Clock.GetUtcNow(), "import");

    private Task<long> Count(string sql) => house.Read(s => s.Count(sql, new { Cast.Osterfenn }));
}

public sealed class ImportsOnSqlite(SqliteHouse house) : ImportStories(house), IClassFixture<SqliteHouse>;

public sealed class ImportsOnPostgres(PostgresHouse house) : ImportStories(house), IClassFixture<PostgresHouse>;
